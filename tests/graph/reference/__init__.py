"""The hand-edited reference files hold together: codes, dates, counts, references, names."""
