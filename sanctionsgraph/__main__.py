"""`python -m sanctionsgraph` is the command line."""

from sanctionsgraph.cli.app import main

main()
