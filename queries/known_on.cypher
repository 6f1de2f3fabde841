// What was known on a day? What the question means is told in known_on.py.
MATCH (c:Claim:SanctionsGraph)-[:QUOTED_FROM]->(a:Article)
WHERE CASE coalesce($asked.by, 'publication')
  WHEN 'load' THEN left(a.loaded, 10) <= $asked.day
  ELSE a.published <= $asked.day
END
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:ITEM]->(i:Item)
WITH c, a, s, o, i
WHERE $asked.about IS NULL OR s.id = $asked.about OR o.id = $asked.about
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
