"""What a question asks for and what was found -> whether that can answer it, and what is missing where not."""
