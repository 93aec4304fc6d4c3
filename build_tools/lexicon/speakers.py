"""Who is shown speaking in a text, and how: 'Kishida told reporters', 'said Kato'."""

import re
from dataclasses import dataclass

from build_tools.lexicon.names import PEOPLE, Mention, Names
from build_tools.text.words import stem

SAYING = (
    r"(?:said|says|told|tells|stated|states|added|asked|declared|disclosed|reported|expressed"
    r"|commenting|called|calls|mentioned|mentioning|reaffirmed|as saying)"
)
# Manners of speaking that tell two speakers of one paragraph apart; "said" does not.
_TELLING = re.compile(r"(?:told|tells) (?P<to>\w+)|(?P<verb>asked|expressed|mentioned|reaffirmed)")
# What may stand between two people who speak together: 'Suga and Putin reaffirmed'.
_TOGETHER = r"(?:\s+and\s+(?:[A-Z]\w+\s?){1,2})?"
_SPOKE = re.compile(rf"{_TOGETHER}(?:,[^,.;]*,)?\s*(?:\w+\s+){{0,3}}?\b(?P<said>{SAYING}(?: \w+)?)")
_PRONOUN_SPOKE = re.compile(
    rf"\b(?:he|she)\s+(?:\w+\s+)?(?P<said>{SAYING}(?: \w+)?)", re.IGNORECASE
)
# Roles that stand for somebody whom the lead names.
_ROLE_SPOKE = re.compile(
    r"\bthe (?:Russian leader|Japanese side|Japanese prime minister|head of government"
    rf"|press secretary)\s+(?:\w+\s+)?{SAYING}\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Speaker:
    """A person shown speaking; `manner` tells how, and is empty for a plain 'said'."""

    name: str
    manner: str


def find_speakers(text: str, names: Names) -> frozenset[Speaker]:
    """Find the people whom a text shows speaking."""
    people = [mention for mention in names.mentions(text) if mention.kind == PEOPLE]
    found = {
        Speaker(mention.name, manner)
        for mention in people
        if (manner := _manner(mention, text)) is not None
    }
    for match in _PRONOUN_SPOKE.finditer(text):
        sentence_start = text.rfind(". ", 0, match.start())
        before = [m for m in people if sentence_start < m.start < match.start()]
        if before:
            found.add(Speaker(before[-1].name, _telling(match["said"])))
    return frozenset(found)


def points_back(text: str, names: Names) -> bool:
    """Tell whether somebody speaks in a text whom only what stands before it can name."""
    if _ROLE_SPOKE.search(text):
        return True
    pronoun = _PRONOUN_SPOKE.search(text)
    people = [mention for mention in names.mentions(text) if mention.kind == PEOPLE]
    return pronoun is not None and not any(person.start < pronoun.start() for person in people)


def _manner(mention: Mention, text: str) -> str | None:
    """Return how a person is shown speaking where the text names them; None where they are not."""
    before, after = text[: mention.start], text[mention.end :]
    # 'Suga told Putin': the one told is not the speaker.
    if re.search(r"\b(?:told|asked)\s+$", before):
        return None
    if spoke := _SPOKE.match(after):
        return _telling(spoke["said"])
    named = re.search(
        r"\b(?:according to|in|quoting|quoted|comes? from)\s+$", before, re.IGNORECASE
    )
    # 'said Kato, the secretary': behind 'said Putin plans', it is another who speaks.
    named = named or (re.search(r"\bsaid\s+$", before) and re.match(r"\s*(?:[,.;:]|$)", after))
    quoted = re.match(r"\s+was quoted\b", after)
    possessive = re.match(r"['’]s?\s+(?:words|account|quotation|quote|remark|phrase)", after)
    return "" if named or quoted or possessive else None


def _telling(said: str) -> str:
    match = _TELLING.match(said)
    if match is None:
        return ""
    return f"told {match['to'].lower()}" if match["to"] else stem(match["verb"])
