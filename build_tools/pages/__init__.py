"""A written page: its head, events, statements, refused markup, quoted words."""
