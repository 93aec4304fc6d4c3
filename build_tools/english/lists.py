"""How the parts of a list are joined: "the bell, the fleet and the harbour"."""

import re

# A list, of up to ten things of a few words each.
LIST = re.compile(
    r"(?<!\w)(?<!\w-)(?:\w[\w-]*(?: [\w-]+){0,3}, ){0,8}\w[\w-]*(?: [\w-]+){0,2},? and (?:\w[\w-]*)"
)
# Between two of its parts.
JOINS = re.compile(r",? and |, ")
# The same between two names.
JOINS_NAMES = re.compile(r",? and (?:the )?|, (?:the )?")
# Two of something are listed.
PAIR = re.compile(r"\bboth\b|\bone\b.*\bone\b")
# What stands between commas and conjunctions: each part names one thing.
PART = re.compile(r"(?:(?!,|;|\b(?:and|or|nor)\b).)+")
# What is said of all may be said of a list: "Dorsch, Revnik and others all".
OF_SEVERAL = re.compile(r"\w, [^,]+,? and \w")
# Each of several does it, by himself.
EACH = re.compile(r"\b[Ee]ach\b")
