"""What is given as a new source: its lines, the class proposed for each, and its bibliography."""
