"""What is known, and where it is kept: the model, the ontology, reference data, the ledger, stores and exports."""
