"""What helps a writer in an editor: schemas and snippets, and a language server."""
