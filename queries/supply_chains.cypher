// Where do supplies and help lead on to? What the question means is told in supply_chains.py.
MATCH p = (:Entity:SanctionsGraph {id: $asked.about})-[:SUPPLIED|ASSISTED*1..3]->(:Entity)
WITH nodes(p) AS parties, relationships(p) AS facts
WHERE size(facts) <= coalesce($asked.steps, 2)
  AND all(f IN facts WHERE f.affirmed > 0)
  AND all(n IN parties WHERE n:Entity AND single(m IN parties WHERE m = n))
  AND all(k IN range(1, size(facts) - 1)
    WHERE facts[k].last IS NULL OR facts[k - 1].first IS NULL OR facts[k].last >= facts[k - 1].first)
RETURN
  size(facts) AS steps,
  [n IN parties | n.id] AS parties,
  [n IN parties | n.name] AS names,
  [f IN facts | toLower(type(f))] AS relations,
  [f IN facts | coalesce(f.item, '')] AS items,
  [f IN facts | f.claims[0]] AS claims
ORDER BY
  steps,
  parties,
  relations,
  items
