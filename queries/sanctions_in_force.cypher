// Which sanctions were in force on a day? What the question means is told in sanctions_in_force.py.
// Few pairs see a lifting: only theirs are followed claim by claim.
MATCH (l:Claim:SanctionsGraph {relation: 'delisted', status: 'affirmed'})-[:SUBJECT]->(s:Entity), (l)-[:OBJECT]->(o:Entity)
WITH collect(DISTINCT s.id + ' ' + o.id) AS lifted
MATCH (c:Claim:SanctionsGraph {relation: 'sanctioned', status: 'affirmed'})-[:QUOTED_FROM]->(a:Article)
WHERE c.earliest <= $asked.day
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
OPTIONAL MATCH (c)-[:ITEM]->(i:Item)
WITH c, a, s, o, i, lifted
WHERE ($asked.about IS NULL OR s.id = $asked.about OR o.id = $asked.about)
  AND NOT (s.id + ' ' + o.id IN lifted AND EXISTS {
    MATCH (s)<-[:SUBJECT]-(l:Claim:SanctionsGraph {relation: 'delisted', status: 'affirmed'})-[:OBJECT]->(o)
    WHERE l.latest <= $asked.day AND l.earliest >= c.earliest
  })
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
