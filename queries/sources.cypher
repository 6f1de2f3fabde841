// Who says most about whom? What the question means is told in sources.py.
MATCH (w:Entity:SanctionsGraph)<-[:ASSERTED_BY]-(c:Claim:SanctionsGraph)-[:SUBJECT]->(s:Entity)
WHERE $asked.about IS NULL OR w.id = $asked.about OR s.id = $asked.about
WITH w, s, count(c) AS claims, min(c.id) AS claim, collect(c.status) AS statuses
RETURN
  w.id AS source,
  w.name AS source_name,
  s.id AS subject,
  s.name AS subject_name,
  claims,
  size([x IN statuses WHERE x = 'affirmed']) AS affirmed,
  size([x IN statuses WHERE x = 'denied']) AS denied,
  size([x IN statuses WHERE x = 'unconfirmed']) AS unconfirmed,
  size([x IN statuses WHERE x = 'planned']) AS planned,
  claim
ORDER BY
  claims DESC,
  source,
  subject
