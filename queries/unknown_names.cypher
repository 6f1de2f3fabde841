// Which names does the reference data not know? What the question means is told in unknown_names.py.
MATCH (e:Entity:SanctionsGraph {minted: true})<-[:SUBJECT|OBJECT|ASSERTED_BY]-(c:Claim:SanctionsGraph)
MATCH (c)-[:QUOTED_FROM]->(a:Article)
RETURN
  e.id AS entity,
  e.name AS entity_name,
  e.kind AS kind,
  count(DISTINCT c) AS claims,
  count(DISTINCT a) AS articles,
  min(c.id) AS claim
ORDER BY
  claims DESC,
  entity
