"""Words between a cause and its effect, by which of them comes first."""

import re


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


EFFECT_FIRST = _words(
    r"because(?: of)?|due to|owing to|thanks to|as a result of|in (?:response|answer|reply) to"
    r"|on account of|stem(?:s|med) from|(?:caused|prompted|triggered|provoked) by|blamed on|given"
)
_BRINGS_ABOUT = (
    r"led to|leads to|caus(?:ed|es)(?! by)|prompt(?:ed|s)(?! by)|g[ai]ves? rise to|brought about"
    r"|forced|trigger(?:ed|s)(?! by)|result(?:ed|s) in|drove|prevent(?:ed|s)|block(?:ed|s)(?! by)"
    r"|ke(?:pt|eps?)(?= .{1,60}\bfrom\b)"
)
# "What had prevented a treaty was the dispute": the effect first after all, up to the verb.
_WHAT = r"what (?:ha[sd] |have )?"
CAUSE_FIRST = _words(
    rf"(?<!\bwhat )(?<!\bwhat ha[sd] )(?<!\bwhat have )(?:{_BRINGS_ABOUT})"
    r"|(?:is|was|are|were) (?:the reason|why)(?: why)?"
)
EFFECT_BETWEEN = _words(rf"{_WHAT}(?:{_BRINGS_ABOUT}) (?P<effect>[^.;]+?) (?:is|was|are|were)")
# "Since they have no pact, they quarrel": no time is given.
SINCE = re.compile(r"^(?:since|as) (?=[^,\d]*\b(?:is|are|was|were|has|have|had)\b[^,\d]*,)", re.I)
