// Who joined which treaty, agreement or pact, and who left? What the question means is told in treaties.py.
MATCH (c:Claim:SanctionsGraph)-[:QUOTED_FROM]->(a:Article)
WHERE c.relation IN ['signed', 'withdrew_from']
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
WITH c, a, s, o
WHERE ($asked.about IS NULL OR s.id = $asked.about OR o.id = $asked.about)
  AND (($asked.start IS NULL AND $asked.end IS NULL) OR c.earliest IS NOT NULL OR c.latest IS NOT NULL)
  AND ($asked.start IS NULL OR c.latest IS NULL OR c.latest >= $asked.start)
  AND ($asked.end IS NULL OR c.earliest IS NULL OR c.earliest <= $asked.end)
RETURN
  s.id AS party,
  s.name AS party_name,
  c.relation AS act,
  o.id AS treaty,
  o.name AS treaty_name,
  c.when AS when,
  c.status AS status,
  COLLECT { MATCH (c)-[:ASSERTED_BY]->(who:Entity) RETURN who.name ORDER BY who.name } AS asserted_by,
  a.publisher AS publisher,
  a.published AS published,
  a.id AS article,
  c.id AS claim,
  c.sentence AS sentence
ORDER BY
  coalesce(o.name, ''),
  coalesce(o.id, ''),
  c.earliest,
  coalesce(s.id, ''),
  coalesce(o.id, ''),
  c.id
