"""Hits and a question that wants more than one fact -> the passages that a list or an overview quotes."""
