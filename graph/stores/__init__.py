"""Where the graph built from a ledger lives: in memory (networkx, the reference) or in Neo4j."""
