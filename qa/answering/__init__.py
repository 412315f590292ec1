"""Question and hits -> a draft (by the model or by code) -> a verified Answer."""
