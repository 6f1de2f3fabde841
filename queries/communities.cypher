// Which parties hang together? What the question means is told in communities.py.
MATCH (a:Entity:SanctionsGraph)
WHERE EXISTS {
  MATCH (a)-[f:MEMBER_OF|COOPERATES_WITH|SIGNED|ESTABLISHED|SUCCEEDED]-(:Entity) WHERE f.affirmed > 0
}
MATCH SHORTEST 1 (a)
  (()-[f:MEMBER_OF|COOPERATES_WITH|SIGNED|ESTABLISHED|SUCCEEDED WHERE f.affirmed > 0]-()){0,} (b:Entity)
WITH a, b ORDER BY b.id
WITH a, collect(b) AS together
WHERE together[0] = a
RETURN
  size(together) AS size,
  [b IN together | b.id] AS members,
  [b IN together | b.name] AS names
ORDER BY
  size DESC,
  members[0]
