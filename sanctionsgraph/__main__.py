"""`python -m sanctionsgraph` is the command line."""

from sanctionsgraph.cli.app import main

if __name__ == "__main__":
    main()
