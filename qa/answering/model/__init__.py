"""Evidence and a question -> what a model writes of it, as far as it stands."""
