"""Words for numbers and units, for lengths of time without a number, and for parts of a whole."""

import re

from build_tools.expressions import expression

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
# Those below a hundred, as words.
SMALL_NUMBERS = (
    {word: value for value, word in enumerate(_ONES)}
    | {word: tens * 10 for tens, word in enumerate(_TENS, start=2)}
    | {
        f"{word}-{_ONES[ones]}": tens * 10 + ones
        for tens, word in enumerate(_TENS, start=2)
        for ones in range(1, 10)
    }
)
NUMBERS = SMALL_NUMBERS | {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
# "One" is mostly a pronoun: it counts before a unit and before a whole alone.
ONE = "one"
COUNTS = {word: value for word, value in NUMBERS.items() if word not in (ONE, "zero")}

# Any such word, as part of an expression: the longest first.
COUNT_WORD = "|".join(sorted(COUNTS, key=len, reverse=True))
# Units with what they are reckoned in, and how many of it: as facts name them.
UNITS = {
    "minute": ("minute", 1), "hour": ("minute", 60), "day": ("day", 1), "week": ("day", 7),
    "month": ("month", 1), "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100),
    "centuries": ("year", 100), "percent": ("percent", 1), "per cent": ("percent", 1),
    "kilometre": ("kilometre", 1), "kilometer": ("kilometre", 1),
}  # fmt: skip
# Units of which parts are told, and the parts: as those of the whole.
_WHOLES = {
    "an hour": (60, "minute"), "a year": (12, "month"), "a decade": (10, "year"),
    "a century": (100, "year"),
}  # fmt: skip
_PARTS = {
    "half": 1 / 2, "half of": 1 / 2, "a third of": 1 / 3, "two thirds of": 2 / 3,
    "two-thirds of": 2 / 3, "a quarter of": 1 / 4, "three quarters of": 3 / 4,
    "three-quarters of": 3 / 4, "a fifth of": 1 / 5,
}  # fmt: skip
# Lengths of time written without a number, as so many of a unit.
SPANS = {
    **{it: _WHOLES[it] for it in ("an hour", "a decade", "a century")},
    "an hour and a half": (90, "minute"),
    **{
        f"{part} {it}": (round(size * share, 2), unit)
        for it, (size, unit) in _WHOLES.items()
        for part, share in _PARTS.items()
    },
}
# Between a part and the whole that it is of, as part of an expression: "two of the four".
OF_WHOLE = r"of\s++(?:(?:the|those|these|its|all)\s++)?"
HALF = "half"
# "Could one day return" counts no days.
SOME_DAY = expression(
    r"\b(?:can|could|may|might|should|will|would) (?:\w+ )?(?:one|some) day\b", re.IGNORECASE
)
# "The two agreed": two people named before, not a count.
THE_TWO = expression(
    r"\bthe two(?:(?=[,.;:]|$)| (?=of them\b|leaders|countries|nations|states|neighbou?rs|capitals|sides|governments|men\b|agreed|held|spoke|talked|met|having|being"
    r"|discussed|also|had|have|were|are|will|would|can|could|may|might|since|after|before|when|while"
    r"|and|but|in|on|at|by|to|for|that)\b"
    # A verb, and no adjective: nothing that could be counted follows it.
    r"|(?= (?:\w+ed|sat|saw|took|made|came|went|gave|began|kept|left|stood|wrote) (?:together|again|each|by|after|before|as"
    r"|over|about|with|on|in|to|for|at|from|down|up|that|the|an?|his|her|its|their|\d+)\b))",
    re.IGNORECASE,
)
# "First" and "second" are degrees, and have a check of their own.
ORDINALS = {
    word: number
    for number, word in enumerate(
        "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(), start=3
    )
}
# After digits: "19th".
ORDINAL_ENDING = "(?:st|nd|rd|th)"
# Words for a number that is not told, each a fact of its own.
LOOSE = expression(
    r"\b(?:twice|thrice|half|quarters?|thirds|dozens|hundreds|thousands|millions|billions)\b",
    re.IGNORECASE,
)
# What is counted stands before any of these.
CLOSES_COUNTED = expression(
    r"[,;:.\"]|\b(?:of|in|on|at|to|for|by|and|or|was|were|is|are|that|which|who|times|before|after|since"
    r"|until|when)\b"
)
# Right before a number that is said of them all; after "not", those of `EACH` say it of some.
ALL_OF_THEM = ("the ", "The ", "all ", "All ", "these ", "its ", "their ")
EACH = ("all ", "all the ")


def minutes_in_words(count: int) -> str:
    """Return so many minutes as a sentence says them: "1 minute", "35 minutes"."""
    return f"{count} minute{'s' if count > 1 else ''}"
