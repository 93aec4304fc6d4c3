"""Words for a day that is told from the day of the report."""

import re

SAME_DAY = re.compile(
    r"\b(?:today|tonight|earlier in the day|on the day|this (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
DAY_BEFORE = re.compile(r"\b(?:yesterday|last night|the day before)\b", re.IGNORECASE)
