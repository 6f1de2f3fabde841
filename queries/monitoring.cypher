// Who monitors which sanctions, and who took over from whom? What the question means is told in monitoring.py.
MATCH (c:Claim:SanctionsGraph)-[:QUOTED_FROM]->(a:Article)
WHERE c.relation IN ['monitors', 'succeeded']
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
WITH c, a, s, o
WHERE ($asked.about IS NULL OR s.id = $asked.about OR o.id = $asked.about)
  AND (($asked.start IS NULL AND $asked.end IS NULL) OR c.earliest IS NOT NULL OR c.latest IS NOT NULL)
  AND ($asked.start IS NULL OR c.latest IS NULL OR c.latest >= $asked.start)
  AND ($asked.end IS NULL OR c.earliest IS NULL OR c.earliest <= $asked.end)
RETURN
  s.id AS body,
  s.name AS body_name,
  c.relation AS relation,
  o.id AS target,
  o.name AS target_name,
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
