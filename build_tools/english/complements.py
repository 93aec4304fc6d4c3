"""Small words that tie a name to the word before it: "ties to Kestria", "merged into Kestria"."""

import re

# A word, and what ties to it the name that follows.
TIED = re.compile(
    r"(?<![\w-])(?P<word>[a-z][\w-]*) (?P<tie>to|into|from|toward|towards|against|with) (?:the )?$"
)
