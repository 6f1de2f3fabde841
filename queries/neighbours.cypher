// Who deals with an entity, and how? What the question means is told in neighbours.py.
MATCH (e:Entity:SanctionsGraph {id: $asked.about})<-[here:SUBJECT|OBJECT]-(c:Claim:SanctionsGraph)-[there:SUBJECT|OBJECT]->(n:Entity)
WHERE n <> e AND type(here) <> type(there)
WITH n, type(here) AS here, c.relation AS relation, collect(c) AS together
RETURN
  n.id AS neighbour,
  n.name AS neighbour_name,
  toLower(here) AS role,
  relation,
  size(together) AS claims,
  size([c IN together WHERE c.status = 'affirmed']) AS affirmed,
  size([c IN together WHERE c.status = 'denied']) AS denied,
  reduce(least = together[0].id, c IN together | CASE WHEN c.id < least THEN c.id ELSE least END) AS claim
ORDER BY
  neighbour,
  relation,
  role
