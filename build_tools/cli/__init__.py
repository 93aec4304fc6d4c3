"""Reports and selection for the command line."""
