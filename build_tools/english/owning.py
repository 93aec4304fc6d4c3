"""What tells whose something is: "Kestria's fleet", "the Kestrian side", "Kestrian-held"."""

from build_tools.expressions import expression

# How a name ends that owns what follows, and what stands after the name then: a plural, and a name
# that ends in "s", have the sign alone.
OWNER_ENDINGS = ("'s", "’s")
OWNS, OWNS_AS_ONE = expression(r"['’]s? "), expression(r"['’]s ")
# The same with what is theirs after it: "Verelin's successor".
OWNER = "'s "
# Between an owner and what is theirs.
OWNING = expression(r"['’]s? | |-")
_SMALL_WORDS = (
    "of|in|on|at|to|for|by|with|from|over|about|that|which|who|as|than|after|before|is|are|was|were"
    "|has|have|had|will|would|can|could|may|might"
)
# What is owned is named up to here.
OWNED_UP_TO = expression(rf"[^\w\s'’-]|(?<![\w-])(?:{_SMALL_WORDS})(?![\w-])")
# Whose it is matters, though the word says nothing by itself: "according to the Kestrian side".
SIDE = expression(r"\bside\b")
# Whose something is: 'Verelin's former spokeswoman', 'the Orlavian Culture Ministry'.
OWNED = expression(r"(?:['’]s?)?(?: (?:new|former|then|own|top|current|acting))* ")


def without_ending(name: str) -> str:
    """Return a name without the ending by which it owns what follows: "Kestria's", "Kestria"."""
    return next((name.removesuffix(it) for it in OWNER_ENDINGS if name.endswith(it)), name)
