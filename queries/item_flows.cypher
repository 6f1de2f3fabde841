// Who gave an item to whom? What the question means is told in item_flows.py.
MATCH (i:Item:SanctionsGraph)-[:BROADER*0..]->(:Item:SanctionsGraph {slug: $asked.item})
WITH collect(i) AS wanted, collect(i.slug) AS slugs
MATCH (s:Entity:SanctionsGraph)-[f:SUPPLIED]->(o:Entity)
WHERE f.item IN slugs
  AND (($asked.start IS NULL AND $asked.end IS NULL) OR f.first IS NOT NULL OR f.last IS NOT NULL)
  AND ($asked.start IS NULL OR f.last IS NULL OR f.last >= $asked.start)
  AND ($asked.end IS NULL OR f.first IS NULL OR f.first <= $asked.end)
WITH s, f, o, head([i IN wanted WHERE i.slug = f.item]) AS i
RETURN
  toLower(type(f)) AS relation,
  s.id AS subject,
  s.name AS subject_name,
  o.id AS object,
  o.name AS object_name,
  f.item AS item,
  i.label AS item_label,
  f.affirmed AS affirmed,
  f.denied AS denied,
  f.unconfirmed AS unconfirmed,
  f.planned AS planned,
  f.origins AS origins,
  f.first AS first,
  f.last AS last,
  f.claims AS claims
ORDER BY
  relation,
  subject,
  object,
  coalesce(item, '')
