"""Words for a day, a month or a year that is told from the day of the report."""

import re

from build_tools.expressions import expression

SAME_DAY = expression(
    r"\b(?:today|tonight|earlier in the day|on the day|this (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
DAY_BEFORE = expression(r"\b(?:yesterday|last night|the day before)\b", re.IGNORECASE)
# Of these, those that no other day can be meant by; and the same of a month and of a year.
THIS_DAY = expression(
    r"\b(?:today|earlier in the day|this morning|this evening|tonight)\b", re.IGNORECASE
)
THIS_MONTH = expression(r"\b(?:this|earlier this|later this) (?:week|month)\b", re.IGNORECASE)
THIS_YEAR = expression(r"\bthis year\b", re.IGNORECASE)
