"""Gold and output -> a number: one small pure function for each metric. Undefined is None, never 0."""
