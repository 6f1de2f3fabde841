// Who is connected with most others? What the question means is told in most_connected.py.
MATCH (e:Entity:SanctionsGraph)<-[here:SUBJECT|OBJECT]-(c:Claim:SanctionsGraph)-[there:SUBJECT|OBJECT]->(n:Entity)
WHERE n <> e AND type(here) <> type(there)
RETURN
  e.id AS entity,
  e.name AS entity_name,
  count(DISTINCT n) AS neighbours,
  count(DISTINCT c) AS claims
ORDER BY
  neighbours DESC,
  claims DESC,
  entity
