"""How well the reader reads: articles with the claims a careful analyst would write down, and the scorer.

`gold/GUIDELINES.md` says what counts. `python -m evaluation` (or `make evaluate`) reads `gold/dev` and prints figures.
"""
