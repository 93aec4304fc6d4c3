"""All written pages, parsed without MkDocs."""
