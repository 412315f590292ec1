"""Assistant -> the chat in the browser, with the report beside it."""
