"""What stands capitalised, and how an adjective is made of a name."""

from build_tools.english.dates import MONTHS, WEEKDAYS
from build_tools.expressions import expression

# Words that stand capitalised without naming anything.
NOT_NAMES = frozenset(
    """I A An The In On At By For From It Its They Their He His She Her We Our This That These
    Those There Then Mr Mrs Ms Dr""".split()
) | {name.capitalize() for name in (*MONTHS, *WEEKDAYS)}
# A form of a name that is an adjective: "Kestrian", "Genoese", "Turkish", "Iraqi".
ADJECTIVE = expression(r"\w+(?:[aceiou]an|ese|ish|i)")
# What is put to a name to make one of it: "Asian", "Genoese", "Iraqi".
ADJECTIVE_ENDINGS = ("n", "an", "ian", "ese", "i")
