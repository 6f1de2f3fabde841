// Which parties hang together? What the question means is told in communities.py.
MATCH (a:Entity:SanctionsGraph)
WHERE EXISTS {
  MATCH (a)-[f:MEMBER_OF|COOPERATES_WITH|SIGNED|ESTABLISHED|SUCCEEDED]-(:Entity) WHERE f.affirmed > 0
}
MATCH SHORTEST 1 (a)
  (()-[f:MEMBER_OF|COOPERATES_WITH|SIGNED|ESTABLISHED|SUCCEEDED WHERE f.affirmed > 0]-()){0,} (b:Entity)
WITH a, b ORDER BY b.id
WITH a, collect(b) AS all
WHERE all[0] = a
RETURN
  size(all) AS size,
  [b IN all | b.id] AS members,
  [b IN all | b.name] AS names
ORDER BY
  size DESC,
  members[0]
