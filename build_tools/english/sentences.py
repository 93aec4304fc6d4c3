"""What a sentence does not end with, though a full stop stands after it."""

# Each without its last full stop.
ABBREVIATIONS = ("Mr", "Mrs", "Ms", "Dr", "St", "No", "vs", "para", "paras", "e.g", "i.e", "U.S")
