"""How the parts of a list are joined: "the bell, the fleet and the harbour"."""

from build_tools.expressions import expression

# A list, of up to ten things of a few words each.
LIST = expression(
    r"(?<!\w)(?<!\w-)(?:\w[\w-]*(?: [\w-]+){0,3}, ){0,8}\w[\w-]*(?: [\w-]+){0,2},? and (?:\w[\w-]*)"
)
# Between two of its parts.
JOINS = expression(r",? and |, ")
# The same between two names.
JOINS_NAMES = expression(r",? and (?:the )?|, (?:the )?")
# Two of something are listed.
PAIR = expression(r"\bboth\b|\bone\b.*\bone\b")
# What stands between commas and conjunctions: each part names one thing.
PART = expression(r"(?:(?!,|;|\b(?:and|or|nor)\b).)+")
# What is said of all may be said of a list: "Dorsch, Revnik and others all".
OF_SEVERAL = expression(r"\w, [^,]+,? and \w")
# Each of several does it, by himself.
EACH = expression(r"\b[Ee]ach\b")
