"""What a line of a saved page is like by itself, in three languages."""
