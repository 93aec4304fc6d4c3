"""What a change does to the evidence, for whoever reviews it."""
