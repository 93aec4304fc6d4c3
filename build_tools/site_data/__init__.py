"""What the site records of itself: dated changes, the table of altered facts."""
