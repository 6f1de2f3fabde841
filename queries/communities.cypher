// Which parties hang together? What the question means is told in communities.py.
// Most hang on whoever has most ties, so that community is walked once; the few others are walked from each member.
MATCH (a:Entity:SanctionsGraph)-[f:MEMBER_OF|COOPERATES_WITH|SIGNED|ESTABLISHED|SUCCEEDED]-(:Entity)
WHERE f.affirmed > 0
WITH a, count(f) AS ties ORDER BY ties DESC, a.id
WITH collect(a) AS tied
CALL (tied) {
  WITH tied[0] AS hub
  MATCH (hub)-[fs:MEMBER_OF|COOPERATES_WITH|SIGNED|ESTABLISHED|SUCCEEDED*0..]-(b:Entity)
  WHERE all(f IN fs WHERE f.affirmed > 0)
  WITH DISTINCT hub, b
  RETURN hub.id AS first, collect(b) AS around
}
UNWIND tied AS a
CALL (a, first, around) {
  WITH a, first, around WHERE a IN around
  RETURN first AS community
  UNION ALL
  WITH a, around WHERE NOT a IN around
  MATCH (a)-[fs:MEMBER_OF|COOPERATES_WITH|SIGNED|ESTABLISHED|SUCCEEDED*0..]-(b:Entity)
  WHERE all(f IN fs WHERE f.affirmed > 0)
  WITH DISTINCT a, b
  WITH a, min(b.id) AS community
  RETURN community
}
WITH community, a ORDER BY a.id
WITH community, collect(a) AS together
RETURN
  size(together) AS size,
  [b IN together | b.id] AS members,
  [b IN together | b.name] AS names
ORDER BY
  size DESC,
  members[0]
