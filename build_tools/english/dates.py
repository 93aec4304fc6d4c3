"""Words for months, days of the week, years and decades, and what stands around dates."""

import re

from build_tools.expressions import expression

_MONTHS = (
    "january february march april may june july august september october november december"
).split()
# In full, and as they are cut short before a day: "Nov. 19".
_SHORT = "jan feb mar apr jun jul aug sep oct nov dec".split()
MONTHS = {name: number for number, name in enumerate(_MONTHS, start=1)}
MONTHS |= {f"{short}.": MONTHS[name] for name in _MONTHS for short in _SHORT if name[:3] == short}
MONTHS["sept."] = MONTHS["september"]
WEEKDAYS = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
# As parts of an expression: any month, as it is written; and what may join two days of one.
MONTH = f"(?:{'|'.join(name.capitalize().replace('.', r'[.]') for name in MONTHS)})"
JOINS_DAYS = "(?:-|and|or|to)"
# Between two days that a date in words has: one of the two, or from the first to the second.
EITHER, UNTIL = "or", "to"
RANGES = frozenset(["-", UNTIL])
# Between a day and its month: "19 November", "19th of November".
BEFORE_MONTH = r"\s+(?:of\s+)?"
# After a day that is one of a month told before: "the 29th of that month".
OF_THAT_MONTH = r"\s+of\s+(?:that|the(?:\s+same)?)\s+month"
# Between a month and its year: "May 2019", "May, 2019", "May of 2019".
BEFORE_YEAR = r",?\s+(?:of\s+)?"
# "May" is as likely the verb, unless a year follows, or stands before it what no verb follows.
ALSO_VERBS = frozenset(["may"])
SURE_MONTH = expression(
    r"\b(?:in|by|since|until|of|last|next|early|mid|late|during)[\s-](?P<month>May)\b"
    rf"(?!{BEFORE_YEAR}\d{{4}})"
)
WEEKDAY = expression(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})s?\b", re.IGNORECASE)
# The first year of a decade that has a name.
DECADES = dict(
    zip(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(),
        range(1920, 2000, 10),
        strict=True,
    )
)
# One year from another, with no event after it: "the year after the war" is told by the war.
YEAR_SHIFT = expression(
    r"\b(?:a|one|the) year (?:(?P<later>later|after)|earlier|before)(?=[,.;:)]|$| to | by )"
)
# A year that is a part of what something is called: "a 1923 pact".
NAMED_BY_YEAR = expression(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|[Ii]ts) [12]\d{3}(?= [a-z])"
    r"|\b[a-z]+ of [12]\d{3}\b"
)

# A part of a year, and the months that are of it: "in late 2018".
PART_OF_YEAR = expression(
    r"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)(?:-| (?:in )?)(?P<year>[12]\d{3})(?!\w)"
)
MONTHS_OF_PART = {"early": range(1, 4), "mid": range(5, 9), "late": range(10, 13)}
# A year in which something was, or from which on it is.
OF_YEAR = expression(r"(?<![\w-])(?:[Ii]n|[Ss]ince|[Ff]rom) (?P<year>[12]\d{3})(?!\w)")
# A statement with one of these may tell the day of a publication.
PUBLISHED = expression(r"\b(?:publish\w*|publication|dated|updated)\b", re.IGNORECASE)


def named_by_year(noun: str) -> re.Pattern[str]:
    """Return what finds the years that name a thing, given the noun for it: "a 1923 border pact"."""
    return re.compile(rf"\b([12]\d{{3}}) (?:[\w-]+ ){{0,2}}{re.escape(noun)}(?!\w)")
