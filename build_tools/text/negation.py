"""Words that turn a sentence into its contrary: read wherever a text must not lose or gain one."""

import re

NEGATION = re.compile(
    r"(?<!\w)(?:not|never|no|nor|neither|none|without|cannot)(?!\w)|n't(?!\w)", re.I
)
# Verbs and adjectives that deny without a negative word.
DENIAL = re.compile(
    r"\b(?:prevent|block|fail|halt|refus|reject|lack|hamper|ban(?:s|ned)?\b|unchanged|unsigned"
    r"|unconfirmed|stall|blocked|yet to|rather than|silent|missing|nothing|nobody)",
    re.IGNORECASE,
)
