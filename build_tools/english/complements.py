"""Small words that tie a name to the word before it: "ties to Kestria", "merged into Kestria"."""

from build_tools.expressions import expression

# A word, and what ties to it the name that follows.
TIED = expression(
    r"(?<![\w-])(?P<word>[a-z][\w-]*) (?P<tie>to|into|from|toward|towards|against|with) (?:the )?$"
)
