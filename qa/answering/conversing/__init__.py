"""Reports -> questions to ask of them, each of which they answer, and a friendly word."""
