// What did two parties do to each other? What the question means is told in between.py.
MATCH (:Entity:SanctionsGraph {id: $asked.about})<-[:SUBJECT|OBJECT]-(c:Claim:SanctionsGraph)
WITH DISTINCT c
MATCH (c)-[:QUOTED_FROM]->(a:Article)
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:ITEM]->(i:Item)
WITH c, a, s, o, i
WHERE ($asked.item IS NULL OR EXISTS { (i)-[:BROADER*0..]->(:Item {slug: $asked.item}) })
  AND ((s.id = $asked.about AND o.id = $asked.other) OR (s.id = $asked.other AND o.id = $asked.about))
  AND (($asked.start IS NULL AND $asked.end IS NULL) OR c.earliest IS NOT NULL OR c.latest IS NOT NULL)
  AND ($asked.start IS NULL OR c.latest IS NULL OR c.latest >= $asked.start)
  AND ($asked.end IS NULL OR c.earliest IS NULL OR c.earliest <= $asked.end)
RETURN
  c.relation AS relation,
  s.id AS subject,
  s.name AS subject_name,
  o.id AS object,
  o.name AS object_name,
  i.slug AS item,
  i.label AS item_label,
  c.quantity_value AS quantity,
  c.quantity_bound AS bound,
  c.quantity_unit AS unit,
  c.when AS when,
  c.status AS status,
  COLLECT { MATCH (c)-[:ASSERTED_BY]->(who:Entity) RETURN who.name ORDER BY who.name } AS asserted_by,
  a.publisher AS publisher,
  a.published AS published,
  a.id AS article,
  c.id AS claim,
  c.sentence AS sentence
ORDER BY
  c.earliest,
  coalesce(s.id, ''),
  coalesce(o.id, ''),
  c.id
