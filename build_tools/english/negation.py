"""Words that turn a sentence into its contrary: read wherever a text must not lose or gain one."""

import re

NEGATION = re.compile(
    r"(?<!\w)(?:not|never|no|nor|neither|none|without|cannot)(?!\w)|n't(?!\w)", re.I
)
# How words begin that refuse or deny something.
REFUSAL = "refus|reject|disagree|declin|den(?:y|ied|ies|ial)"
# Verbs and adjectives that deny without a negative word.
DENIAL = re.compile(
    rf"\b(?:{REFUSAL}|prevent|block|fail|halt|lack|hamper|ban(?:s|ned)?\b|unchanged|unsigned"
    r"|unconfirmed|stall|blocked|yet to|rather than|silent|missing|nothing|nobody|except|doubt|fr[eo]+z|fell through|object)",
    re.IGNORECASE,
)
