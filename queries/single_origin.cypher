// What rests on one origin only? What the question means is told in single_origin.py.
MATCH (s:Entity:SanctionsGraph)-[f]->(o:Entity)
WHERE f.origins = 1 AND f.affirmed > 0 AND ($asked.about IS NULL OR s.id = $asked.about OR o.id = $asked.about)
OPTIONAL MATCH (i:Item:SanctionsGraph {slug: f.item})
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
