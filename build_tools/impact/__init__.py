"""What a new source could make false, contradict or add to on the pages: what to read again."""
