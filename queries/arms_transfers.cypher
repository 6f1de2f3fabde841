// Who supplied arms to whom? What the question means is told in arms_transfers.py.
MATCH (c:Claim:SanctionsGraph {relation: 'supplied'})-[:QUOTED_FROM]->(a:Article)
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:ITEM]->(i:Item)
WITH c, a, s, o, i
WHERE ($asked.supplier IS NULL OR s.id = $asked.supplier)
  AND ($asked.receiver IS NULL OR o.id = $asked.receiver)
  AND (($asked.item IS NULL AND i IS NULL)
    OR EXISTS { (i)-[:BROADER*0..]->(:Item {slug: coalesce($asked.item, 'weapon')}) })
  AND (($asked.start IS NULL AND $asked.end IS NULL) OR c.earliest IS NOT NULL OR c.latest IS NOT NULL)
  AND ($asked.start IS NULL OR c.latest IS NULL OR c.latest >= $asked.start)
  AND ($asked.end IS NULL OR c.earliest IS NULL OR c.earliest <= $asked.end)
RETURN
  s.id AS supplier,
  s.name AS supplier_name,
  o.id AS receiver,
  o.name AS receiver_name,
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
