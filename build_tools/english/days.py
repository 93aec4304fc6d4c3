"""Words for a day, a month or a year that is told from the day of the report."""

import re

SAME_DAY = re.compile(
    r"\b(?:today|tonight|earlier in the day|on the day|this (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
DAY_BEFORE = re.compile(r"\b(?:yesterday|last night|the day before)\b", re.IGNORECASE)
# Of these, those that no other day can be meant by; and the same of a month and of a year.
THIS_DAY = re.compile(
    r"\b(?:today|earlier in the day|this morning|this evening|tonight)\b", re.IGNORECASE
)
THIS_MONTH = re.compile(r"\b(?:this|earlier this|later this) (?:week|month)\b", re.IGNORECASE)
THIS_YEAR = re.compile(r"\bthis year\b", re.IGNORECASE)
