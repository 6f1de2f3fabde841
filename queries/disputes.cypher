// What is disputed: affirmed by one, denied by another? What the question means is told in disputes.py.
MATCH (c:Claim:SanctionsGraph)
WHERE c.status IN ['affirmed', 'denied']
OPTIONAL MATCH (c)-[:SUBJECT]->(s:Entity)
OPTIONAL MATCH (c)-[:OBJECT]->(o:Entity)
WITH c, s, o
WHERE (s IS NOT NULL OR o IS NOT NULL) AND ($asked.about IS NULL OR s.id = $asked.about OR o.id = $asked.about)
WITH c.relation AS relation, s, o,
  collect(CASE c.status WHEN 'affirmed' THEN c END) AS affirmed,
  collect(CASE c.status WHEN 'denied' THEN c END) AS denied
WHERE affirmed <> [] AND denied <> []
UNWIND affirmed AS c
UNWIND denied AS d
OPTIONAL MATCH (c)-[:ITEM]->(ci:Item)
OPTIONAL MATCH (d)-[:ITEM]->(di:Item)
WITH relation, s, o, c, d, ci, di
WHERE (ci IS NULL OR di IS NULL OR EXISTS { (ci)-[:BROADER*0..]->(di) } OR EXISTS { (di)-[:BROADER*0..]->(ci) })
  AND ($asked.item IS NULL OR EXISTS { (ci)-[:BROADER*0..]->(:Item {slug: $asked.item}) }
    OR EXISTS { (di)-[:BROADER*0..]->(:Item {slug: $asked.item}) })
  AND (($asked.start IS NULL AND $asked.end IS NULL) OR c.earliest IS NOT NULL OR c.latest IS NOT NULL)
  AND ($asked.start IS NULL OR c.latest IS NULL OR c.latest >= $asked.start)
  AND ($asked.end IS NULL OR c.earliest IS NULL OR c.earliest <= $asked.end)
WITH relation, s, o, ci, di, collect(DISTINCT c) AS affirmed, collect(DISTINCT d) AS denied,
  min(c.earliest) AS first, max(c.latest) AS last
RETURN
  relation,
  s.id AS subject,
  s.name AS subject_name,
  o.id AS object,
  o.name AS object_name,
  ci.slug AS affirmed_item,
  di.slug AS denied_item,
  COLLECT { UNWIND affirmed AS c MATCH (c)-[:ASSERTED_BY]->(e) RETURN DISTINCT e.name AS n ORDER BY n } AS affirmed_by,
  COLLECT { UNWIND denied AS d MATCH (d)-[:ASSERTED_BY]->(e) RETURN DISTINCT e.name AS n ORDER BY n } AS denied_by,
  COLLECT {
    UNWIND affirmed AS c MATCH (c)-[:QUOTED_FROM]->(a) WHERE a.publisher IS NOT NULL
    RETURN DISTINCT a.publisher AS n ORDER BY n
  } AS affirmed_publishers,
  COLLECT {
    UNWIND denied AS d MATCH (d)-[:QUOTED_FROM]->(a) WHERE a.publisher IS NOT NULL
    RETURN DISTINCT a.publisher AS n ORDER BY n
  } AS denied_publishers,
  first,
  last,
  COLLECT { UNWIND affirmed AS c RETURN c.id ORDER BY c.id } AS affirmed_claims,
  COLLECT { UNWIND denied AS d RETURN d.id ORDER BY d.id } AS denied_claims,
  COLLECT { UNWIND affirmed AS c RETURN c.sentence ORDER BY c.id } AS affirmed_sentences,
  COLLECT { UNWIND denied AS d RETURN d.sentence ORDER BY d.id } AS denied_sentences
ORDER BY
  relation,
  coalesce(subject, ''),
  coalesce(object, ''),
  coalesce(affirmed_item, ''),
  coalesce(denied_item, '')
