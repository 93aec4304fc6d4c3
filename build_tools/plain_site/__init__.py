"""The site as plain files, for builders that run no hooks."""
