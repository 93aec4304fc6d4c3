"""How a text speaks of the reports that it rests on: how many there are, which of them say what."""

import re

_WORD = r"\w++(?:-\w++)?+"
# A count of all of them, if the word is a number; what is only "the two sources" may be two of them.
COUNTED = re.compile(
    rf"\b(?:(?:all|the|these|those|our)\s+(?P<number>{_WORD})\s+(?P<news>news\s+)?"
    rf"(?:articles|sources)|(?P<bare>{_WORD})\s+news\s+(?:articles|reports|sources))\b",
    re.IGNORECASE,
)
# What stands before a citation to point to it, and says nothing itself: Pandoc calls it a prefix.
POINTERS = frozenset(["see", "see also", "also", "cf.", "compare"])
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
