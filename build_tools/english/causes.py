"""Words between a cause and its effect, by which of them comes first."""

import re

from build_tools.expressions import expression


def _words(pattern: str) -> re.Pattern[str]:
    return expression(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


# Verbs that make something better or worse, without their endings; and what follows one that has
# no object, as in "relations worsened in May".
_HARMING = "worsen|sour|strain|hamper|hinder|harm|damag|improv|eas"
_NO_OBJECT = (
    "in|on|at|by|after|before|when|while|since|because|as|over|between|from|to|and|or|with|during|for|so"
    "|due|once|until|again|further|then|owing|thanks|which|that"
)
EFFECT_FIRST = _words(
    r"because(?! of (?:which|it|them)\b)(?: of)?"
    r"|(?:due to|owing to|thanks to|as a result of|on account of)(?! (?:which|it|them)\b)|in (?:response|answer|reply) to"
    r"|stem(?:s|med) from|(?:caused|prompted|triggered|provoked) by|blamed on"
    # "Given his ties" tells a cause, and what was given away does not.
    r"|(?<!\bbe )(?<!\bbeen )(?<!\bwas )(?<!\bis )given(?= (?:the|his|her|its|their|that|how)\b)"
)
_BRINGS_ABOUT = (
    r"led to|leads to|caus(?:ed|es)(?! by)|prompt(?:ed|s)(?! by)|g[ai]ves? rise to|brought about"
    r"|forced|trigger(?:ed|s)(?! by)|result(?:ed|s) in|drove|prevent(?:ed|s)(?! by| as it )|block(?:ed|s)(?! by)"
    r"|ke(?:pt|eps?)(?= .{1,60}\bfrom\b)"
    # What worsens something is its cause; what worsens alone has another.
    rf"|(?:(?:could|would|will|may|might|can) (?:{_HARMING})e?|(?:{_HARMING})(?:e?d|e?s)(?! by))"
    rf"(?= (?!(?:{_NO_OBJECT})\b)\w)"
)
# "What had kept it from us was the fire": the effect first after all, up to the verb. But "the fire is
# what kept it from us".
_WHAT = r"what (?:ha[sd] |have )?"
CAUSE_FIRST = _words(
    rf"(?<!\bwhat )(?<!\bwhat ha[sd] )(?<!\bwhat have )(?:{_BRINGS_ABOUT})"
    rf"|(?:is|was|are|were) {_WHAT}(?:{_BRINGS_ABOUT})"
    r"|(?:is|was|are|were) (?:the reason|why)(?: why)?"
    r"|(?:is|was|are|were) an? (?:\w+ )?(?:factor in|reason for|cause of)(?: why)?"
    r"|so that|which (?:is|was) why"
    r"|(?:because of|due to|owing to|as a result of|on account of) (?:which|it|them)|with the result that"
)
EFFECT_BETWEEN = _words(
    rf"(?<!\bis )(?<!\bwas )(?<!\bare )(?<!\bwere ){_WHAT}(?:{_BRINGS_ABOUT}) "
    r"(?P<effect>[^.;]+?) (?:is|was|are|were)"
)
# "Since they have no pact, they quarrel": no time is given.
SINCE = expression(r"^(?:since|as) (?=[^,\d]*\b(?:is|are|was|were|has|have|had)\b[^,\d]*,)", re.I)
# What tells what something was done for, and the verb of that.
PURSUED = expression(
    r"\b(?P<purpose>(?:in order|so as) (?:not )?to|with a view to|for the (?:purpose|sake) of"
    r"|with (?:the|an) (?:aim|goal|intention|purpose|hope) (?:of|to)"
    r"|(?:is|are|was|were) (?:aimed at|(?:meant|designed) to)) (?:\w+ly )?(?P<verb>\w+)",
    re.IGNORECASE,
)
# So near before a word of a source stands what may put it so.
MEANT = expression(
    r"\b(?:to|for|so that|aim\w*|goals?|purposes?|want\w*|wish\w*|seek\w*|sought|hop(?:e[sd]?|ing)|intend\w*"
    r"|intent\w*|desire\w*|(?:that|which) includes?|including|tr(?:y|ies|ied|ying)|plan\w*)(?: [\w'’-]+){0,3} $",
    re.IGNORECASE,
)
