"""What the project adds to Markdown: citations, fences, tags of positions."""
