// Who deals with an entity, and how? What the question means is told in neighbours.py.
MATCH (e:Entity:SanctionsGraph {id: $about})<-[here:SUBJECT|OBJECT]-(c:Claim)-[there:SUBJECT|OBJECT]->(n:Entity)
WHERE n <> e AND type(here) <> type(there)
WITH n, type(here) AS here, c.relation AS relation, collect(c) AS all
RETURN
  n.id AS neighbour,
  n.name AS neighbour_name,
  toLower(here) AS role,
  relation,
  size(all) AS claims,
  size([c IN all WHERE c.status = 'affirmed']) AS affirmed,
  size([c IN all WHERE c.status = 'denied']) AS denied,
  reduce(least = all[0].id, c IN all | CASE WHEN c.id < least THEN c.id ELSE least END) AS claim
ORDER BY
  neighbour,
  relation,
  role
