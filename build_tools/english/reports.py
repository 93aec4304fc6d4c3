"""How a text speaks of the reports that it rests on: how many there are, which of them say what."""

import re

from build_tools.english.verbs import ANY_SAYING
from build_tools.expressions import expression

_WORD = r"\w++(?:-\w++)?+"
# A count of all of them, if the word is a number; what is only "the two sources" may be two of them.
COUNTED = expression(
    rf"\b(?:(?:all|the|these|those|our)\s+(?P<number>{_WORD})\s+(?P<news>news\s+)?"
    rf"(?:articles|sources)|(?P<bare>{_WORD})\s+news\s+(?:articles|reports|sources))\b",
    re.IGNORECASE,
)
# What stands before a citation to point to it, and says nothing itself: Pandoc calls it a prefix.
POINTERS = frozenset(["see", "see also", "also", "cf.", "compare"])
# An outlet by what it is, where it tells something: "the agency wrote".
THE_OUTLET = expression(
    r"\b[Tt]he (?:news )?(?P<what>agency|newspaper|paper|daily|magazine|broadcaster|website)"
    rf"(?= (?:{ANY_SAYING}|adds|reports|writes|quotes)\b|['’]s (?:account|report|article|telling)\b)"
)
# After an outlet: what it rests on, and what it begins with.
OF_ITS_REPORT = expression(
    r"(?:['’]s? (?:report|article|account)(?: (?:on|of) [^,;.]{0,60}?)?)?"
    r"(?:, which [^,;.]{0,80},| as well| too| also)? "
    r"(?P<verb>relie[sd]|rest(?:s|ed)|dr(?:ew|aws)|open(?:s|ed)|beg(?:an|ins)|start(?:s|ed)|led|leads|ends?|ended) (?=on|upon|with|from)"
)
# What a report is on, where something is said to be missing in it: "in its report of the same call".
IN_ITS_REPORT = expression(
    r"\b(?:in|from) (?:its|their|this|that|the) (?:\w+ )?(?:report|article|account|story)\b[^,;.]*"
)
_NOUNS = "reports?|articles?|accounts?|sources?|outlets?"


def said_of_reports(outlet: str) -> re.Pattern[str]:
    """Return what says that one report alone has something, all have, or none says it.

    `outlet` is an expression for the names of outlets.
    """
    report = rf"(?:{outlet}|{_NOUNS})"
    of = r"(?:of )?(?:the |these |those )?(?:two |three )?"
    return re.compile(
        rf"\b(?:only|both|neither|none|no other|no|all|every|each) {of}{report}\b"
        rf"|\b(?:{outlet})(?: is)?,? (?:alone|only|the only)\b"
        rf"|\b(?:{outlet}) (?:(?:and|or) (?:{outlet}) )?do(?:es)? not "
        r"(?:say|tell|report|mention)\b",
        re.IGNORECASE,
    )


# Several reports at once, each of which tells what is said of them.
ALIKE = expression(
    rf"\b(?:both|each|every|all(?: the| of the)?|the two|the three|the other) "
    rf"(?:of (?:the|these|those) )?(?:\w+ )?(?:{_NOUNS}|papers?|agencies)\b",
    re.IGNORECASE,
)
# Between the names of outlets that tell the same.
JOINS_OUTLETS = expression(r",? (?:and|as well as) (?:the )?|, (?:the )?")
# What reports are told to do otherwise than each other.
TELLS_APART = expression(
    r"\b(?:differ\w*|unlike|whereas|while|than|other|another|respectively|apart|between|compare\w*"
    r"|contrast\w*|disagree\w*|neither|nor|no|not|only|alone|or|various|ways|versions?)\b",
    re.IGNORECASE,
)
