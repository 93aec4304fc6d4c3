"""What stands around the name of a place: who calls it so, and what is in it."""

import re

from build_tools.expressions import expression

# Between a country and what it calls a place: "in Kestria as the", "Orlavia calls the", and, left
# out after that, "and Orlavia the". Where it opens a part, a comma may follow: "in Kestria, the".
USERS_BEFORE_AS = ("in ", "to the ")
AS = expression(r" as (?:the )?")
OPENS_IN, AFTER_OPENING = expression(r"(?:^|[;:,] )[Ii]n (?:the )?$"), expression(r", (?:the )?")
CALLS = expression(
    r"(?:,? which)? (?:calls?|called|recogni[sz]es|knows)(?: \w+){0,3}? (?:(?:the|as) )*| the "
)
# The other way round: "the Harbour Bell in Kestria", "to the Kestrians".
USED_BY = expression(r" (?:in|by|to the) ")


def placed_in(place: str) -> re.Pattern[str]:
    """Return what says that something is in a place, which is the group `place`."""
    return re.compile(rf"\b(?:in|at) (?P<place>{re.escape(place)})(?![\w'’])")


# Before a capital: that is whose government it is.
GOVERNMENT_IN = expression(r"\bgovernment in $")


def placed_around(place: str) -> re.Pattern[str]:
    """Return what says that something is in a place, near it, or on the way there or from there."""
    return re.compile(rf"\b(?:in|at|to|from|of|near) {re.escape(place)}(?!\w)")


# What stands before the name of a place, and what may stand before anybody's as well.
BEFORE_PLACE = expression(r"\b(?:in|at|near|off|outside|around|across)(?: the)? $", re.IGNORECASE)
BEFORE_PLACE_OR_PERSON = expression(
    r"\b(?:to|from|with|of|into|towards?|visit(?:ed|ing)?)(?: the)? $", re.IGNORECASE
)
