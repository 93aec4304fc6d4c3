"""Reading and validating YAML and text, with the place of everything read."""
