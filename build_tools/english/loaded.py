"""Words that a text must not use in its own voice: they take a side, or tell no time."""

import re

# `side` holds what one side of a dispute says; `vague` what tells no day.
LOADED = re.compile(
    # A state may claim a bell, and have claims to it; what somebody claims, he is said to say.
    r"\b(?:(?<!the )(?<!these )(?<!those )(?<!their )(?<!its )(?<!such )claim(?:s|ed|ing)? (?=that\b|to have\b|he\b|she\b|it\b|they\b)|claimed(?=[,.]|$)"
    r"|reveal\w*|admit(?:s|ted)?|noted|notes that|point(?:s|ed|ing) out"
    r"|(?P<side>illegally occupied|liberated)|(?P<vague>recently))\b",
    re.IGNORECASE,
)
