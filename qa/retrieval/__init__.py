"""A question -> ranked sentences."""
