"""What the store says to Neo4j. Values, and the labels and types that the ontology names, come as parameters.

Every node bears the label SanctionsGraph, and every statement asks for it: nodes of others are never touched. `digest`
stands for all that a node, with the edges that leave it, or a fact holds; a push compares digests alone.
"""

from __future__ import annotations

# One index each, by name, on our own label only, so that nobody else's data meet them.
SCHEMA = {
    "sanctionsgraph_id": "CREATE CONSTRAINT sanctionsgraph_id IF NOT EXISTS "
    "FOR (n:SanctionsGraph) REQUIRE n.id IS UNIQUE",
    "sanctionsgraph_relation": "CREATE INDEX sanctionsgraph_relation IF NOT EXISTS "
    "FOR (n:SanctionsGraph) ON (n.relation)",
    "sanctionsgraph_slug": "CREATE INDEX sanctionsgraph_slug IF NOT EXISTS FOR (n:SanctionsGraph) ON (n.slug)",
}
INDEXES = "SHOW INDEXES YIELD name WHERE name STARTS WITH 'sanctionsgraph_' RETURN name"

# What is there: id, digest, how many edges leave it (somebody may have deleted what they led to), and, where that is
# not the id, the handle by which it can be removed.
KNOWN = {
    "items": """
MATCH (n:Item:SanctionsGraph) WHERE n.id IS NOT NULL
RETURN n.id, n.digest, COUNT { (n)-[:BROADER]->() }
""",
    "entities": "MATCH (n:Entity:SanctionsGraph) WHERE n.id IS NOT NULL RETURN n.id, n.digest, 0",
    "articles": "MATCH (n:Article:SanctionsGraph) WHERE n.id IS NOT NULL RETURN n.id, n.digest, 0",
    "claims": """
MATCH (n:Claim:SanctionsGraph) WHERE n.id IS NOT NULL
RETURN n.id, n.digest, COUNT { (n)-[:SUBJECT|OBJECT|ITEM|ASSERTED_BY|QUOTED_FROM]->() }
""",
    "facts": """
MATCH (:Entity:SanctionsGraph)-[f]->(:SanctionsGraph) WHERE f.id STARTS WITH 'fact:'
RETURN f.id, f.digest, 0, elementId(f)
""",
}

PUSH = {
    "items": """
UNWIND $rows AS row
MERGE (n:SanctionsGraph {id: row.id})
REMOVE n:WeaponType
SET n = row.properties, n:$(row.labels)
WITH n, row
CALL (n) { MATCH (n)-[old:BROADER]->() DELETE old }
CALL (n, row) { MATCH (broader:SanctionsGraph {id: row.broader}) CREATE (n)-[:BROADER]->(broader) }
""",
    "entities": """
UNWIND $rows AS row
MERGE (n:SanctionsGraph {id: row.id})
REMOVE n:$($kinds)
SET n = row.properties, n:Entity, n:$(row.kind)
""",
    "articles": """
UNWIND $rows AS row
MERGE (n:SanctionsGraph {id: row.id})
SET n = row.properties, n:Article
""",
    "claims": """
UNWIND $rows AS row
MERGE (c:SanctionsGraph {id: row.id})
SET c = row.properties, c:Claim
WITH c, row
CALL (c) { MATCH (c)-[old:SUBJECT|OBJECT|ITEM|ASSERTED_BY|QUOTED_FROM]->() DELETE old }
CALL (c, row) {
  UNWIND row.roles AS role
  MATCH (n:SanctionsGraph {id: role.to})
  CREATE (c)-[edge:$(role.type)]->(n) SET edge = role.properties
}
""",
    # A fact that has changed is found by its element id: a state may have more edges than a search should follow.
    "facts": """
UNWIND $rows AS row
OPTIONAL MATCH ()-[old]->() WHERE elementId(old) = row.handle AND old.id = row.id
DELETE old
WITH row
MATCH (s:SanctionsGraph {id: row.subject}), (o:SanctionsGraph {id: row.target})
CREATE (s)-[f:$(row.type)]->(o) SET f = row.properties
""",
}

_REMOVE_NODES = "UNWIND $handles AS id MATCH (n:SanctionsGraph {id: id}) DETACH DELETE n"
REMOVE = dict.fromkeys(("items", "entities", "articles", "claims"), _REMOVE_NODES) | {
    "facts": """
UNWIND $handles AS handle
MATCH (:SanctionsGraph)-[f]->(:SanctionsGraph) WHERE elementId(f) = handle AND f.id STARTS WITH 'fact:'
DELETE f
""",
}

READ = {
    "items": """
MATCH (n:Item:SanctionsGraph) WHERE n.id IS NOT NULL
RETURN properties(n) AS node, head([(n)-[:BROADER]->(b:SanctionsGraph) | b.id]) AS broader ORDER BY n.id
""",
    "entities": "MATCH (n:Entity:SanctionsGraph) WHERE n.id IS NOT NULL RETURN properties(n) AS node ORDER BY n.id",
    "articles": "MATCH (n:Article:SanctionsGraph) WHERE n.id IS NOT NULL RETURN properties(n) AS node ORDER BY n.id",
    "claims": """
MATCH (c:Claim:SanctionsGraph) WHERE c.id IS NOT NULL
WITH c ORDER BY c.id
RETURN properties(c) AS node, COLLECT {
  MATCH (c)-[role:SUBJECT|OBJECT|ITEM|ASSERTED_BY|QUOTED_FROM]->(n:SanctionsGraph)
  RETURN [type(role), n.id] ORDER BY role.order, n.id
} AS roles
""",
    "facts": """
MATCH (s:Entity:SanctionsGraph)-[f]->(o:SanctionsGraph) WHERE f.id STARTS WITH 'fact:'
RETURN properties(f) AS node, type(f) AS type, s.id AS subject, o.id AS target ORDER BY f.id
""",
}
