"""Fenced blocks of YAML in a page: each module is one kind, from its model to its HTML."""
