"""How long things take, on this machine. Compare figures of one run with each other, not with those of another day."""
