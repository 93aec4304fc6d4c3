"""Who gets in touch with whom, by the words of it: "rang the president", "at Kestria's request".

What tells of two alone is not here: "a call with", "spoke by phone".
"""

import re

from build_tools.english.offices import TITLED
from build_tools.expressions import expression

TITLE_BEFORE = expression(rf"(?<![\w-]){TITLED}$")
_PHONE = r"(?:tele)?phone"
_CALL = rf"(?:{_PHONE} )?calls?"
_RUNG = rf"(?:called|{_PHONE}d|rung)(?: up)?"
# After whoever is rung up: "called him a friend" does not ring him, and "calls for help" are none.
_CLOSES = expression(
    r"[,.;:?!)]|$| (?:on|in|at|about|after|before|over|last|this|that|earlier|later|again|personally"
    r"|himself|herself|first|soon|late|early|yesterday|today|tomorrow|when|while|with|from|twice|once"
    rf"|by {_PHONE}|to (?!account|task|order)|for (?:about|around|\d|talks|a|the)|and (?=[a-z]))\b"
)
_NO_APPEAL = expression(r"(?! (?:to|for)\b)")
# What stands right before, with the title left out, and after somebody who is got in touch with.
CALLED = (
    (
        expression(
            rf"(?:\b(?P<verb>(?:called|calling|{_PHONE}d|(?:tele)?phoning|rang|ringing)(?: up)?)"
            rf"|\b(?:to|will|would|could|can|may|might|should|must|did|had|has|have) "
            rf"(?P<helped>(?:call|{_PHONE}|ring|rung)(?: up)?)"
            rf"|\b(?<!the )(?<!phone )(?<!his )(?<!her )(?<!their )(?<!of )(?P<now>(?:calls|{_PHONE}s|rings)(?: up)?)) $"
        ),
        _CLOSES,
    ),
    (
        expression(r"\b(?P<verb>g[ai]v(?:e|es|en|ing)) $"),
        expression(rf" an? (?:{_CALL}|ring)\b"),
    ),
    (expression(rf"\b(?P<verb>{_CALL}|(?:on|over) the {_PHONE}) to $"), _NO_APPEAL),
)
# The same of whoever gets in touch.
CALLING = (
    (expression(rf"\b(?P<verb>{_CALL}) (?:that came )?from $"), _NO_APPEAL),
    (expression(rf"\b(?:is|are|was|were|been|being) (?P<verb>{_RUNG}) by $"), _CLOSES),
)
# The same of whoever wants a talk that is told of, which two may have had: "at Kestria's request".
_WISH = r"request|initiative|instigation|wish"
WANTING = (
    (
        expression(rf"\b(?:at|on|by) the (?P<verb>{_WISH}) of $", re.IGNORECASE),
        expression(""),
    ),
    (
        expression(r"\b(?:at|on|by) $", re.IGNORECASE),
        expression(rf"['’]s? (?:own )?(?P<verb>{_WISH})\b"),
    ),
    (
        expression(r"\b(?P<verb>placed|initiated|arranged|requested|asked for) by $"),
        expression(""),
    ),
)
TALKED = expression(rf"\b(?:calls?|conversations?|talks?|talked|spoke|spoken|{_PHONE}d?)\b")
# What begins a talk, whose doer gets in touch.
PLACES_CALL = expression(
    r"\b(?P<verb>plac(?:ed|es|ing)|ma(?:de|kes|king)|initiat(?:ed|es|ing)|arrang(?:ed|es|ing)"
    r"|request(?:ed|s|ing)|asked for) (?:the|an?|this|that|his|her|their) (?:(?!for\b)\w+ ){0,2}?"
    rf"(?:{_CALL}|conversation)\b(?! (?:to|for)\b)"
)
# What only dates something else takes no side: "before he rang Kešlar, he met Dorsch".
DATES = expression(
    r"\b(?:before|after|ahead of|prior to|following|since)\b[^,.;:]*$", re.IGNORECASE
)
# Whether a text, in lower case, may have any of these: to look for each takes long.
MAY_HAVE_CALL = expression(
    "call|phon|rang|rung|ring|request|initiat|instigat|wish|placed|arrang|asked for"
)
