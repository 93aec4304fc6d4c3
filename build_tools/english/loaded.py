"""Words that a text must not use in its own voice: they take a side, or tell no time."""

import re

from build_tools.expressions import expression

# `side` holds what one side of a dispute says; `vague` what tells no day.
LOADED = expression(
    # A state may claim a bell, and have claims to it; what somebody claims, he is said to say.
    r"\b(?:(?<!the )(?<!these )(?<!those )(?<!their )(?<!its )(?<!such )claim(?:s|ed|ing)? (?=that\b|to have\b|he\b|she\b|it\b|they\b)|(?<!was )(?<!were )(?<!been )(?<!be )(?<!being )claimed(?=[,.]|$)"
    r"|reveal\w*|admit(?:s|ted)?|noted|notes that|point(?:s|ed|ing) out"
    r"|(?P<side>illegally occupied|liberated)|(?P<vague>recently))\b",
    re.IGNORECASE,
)
# Words that judge a deed, in any of their forms: one side of a dispute uses them, the other does not.
JUDGING = expression(
    r"(?:il|un)?(?:legal|lawful|legitimate|just)(?:ly|ity)?|right(?:ful|ly|fully)|wrong(?:ful)?(?:ly)?"
    r"|annex\w*|occup\w+|stol\w+|steal\w*|theft|robb\w+|loot\w*|seiz\w+|aggress\w+|invad\w+|invasion"
    r"|liberat\w+|crim(?:e|inal)\w*",
    re.IGNORECASE,
)
# After what somebody takes for something that such a word says: "looks on the sale as a lawful one".
TAKEN_FOR = expression(
    rf"[^,;:.]*? as (?:being )?(?:an? |the )?(?:\w+ly )?(?P<judged>{JUDGING.pattern})(?!\w)",
    re.IGNORECASE,
)
