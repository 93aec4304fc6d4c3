"""What tells whether a verb's deed is done, is to be done, or is named and no more."""

import re

# Before words that have come about: "had made", "was then".
DONE = re.compile(r"\b(?:had|has|have|was|were|made|held|gave|took)(?: \w+)? $")
# What is to be done is not done, though the word has the form of a past: "is to be submitted".
TO_BE = re.compile(r"\bbe (?:\w+ly )?$")
# A noun that has the form of a verb, unless something "is meeting".
NAMES_DEED = re.compile(r"ings?$")
