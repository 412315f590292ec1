"""A statement and its quotes -> whether the one says no more and nothing else than the others, check by check."""
