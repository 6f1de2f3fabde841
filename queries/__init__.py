"""Canned questions, each in two languages: `NAME.py`, the reference and documentation, and `NAME.cypher`."""
