"""Check: quoted words are given to the person who said them."""

import re
from collections.abc import Iterator

from build_tools.checks.check import statement_check
from build_tools.lexicon.names import PEOPLE, Names
from build_tools.lexicon.speakers import Speaker, find_speakers, points_back
from build_tools.pages.statements import Statement
from build_tools.problems import Finding, Outcome
from build_tools.sources.library import Library, Passage
from build_tools.text.folding import fold
from build_tools.text.quotations import find_quotation

_PRONOUN = re.compile(r"\b(?:he|she|they|his|her|their)\b", re.IGNORECASE)


@statement_check(
    code="speaker",
    mend="Give the words to the person to whom the cited paragraph gives them.",
    fails='Putin said he would "close the books on the Northern Territories issue", by Nikkei '
    "Asia's account [@nikkei-2020, para. 3].",
    passes='Suga said he would "close the books on the Northern Territories issue", by Nikkei '
    "Asia's account [@nikkei-2020, para. 3].",
    waivable=True,
)
def check_speaker(statement: Statement, library: Library) -> Iterator[Finding]:
    """Words must be given to the person to whom a cited paragraph gives them."""
    passages = library.passages(statement.citations)
    names = library.names
    text = fold(statement.plain).text
    claimed = find_speakers(text, names)
    held = [
        (quotation.text, passage)
        for quotation in statement.quotations
        for passage in passages
        if find_quotation(quotation.text, passage.paragraph.folded)
    ]
    named = {speaker.name for speaker in claimed}
    if not claimed and not _PRONOUN.search(text):
        # Whatever the verb is: beside quoted words, readers take whom they find for the speaker.
        named = {mention.name for mention in names.mentions(text) if mention.kind == PEOPLE}
    for words, passage in held if named else ():
        actual = _speakers_of(words, passage, names)
        place = statement.place_of(words)
        if actual is None and claimed:
            message = f"the cited paragraph must say who said “{words}”"
            yield Finding(place, message, "", Outcome.CANNOT_BE_CHECKED)
        elif actual and not named & actual:
            message = f"“{words}” must be given to {' or '.join(sorted(actual))}"
            hint = f"the statement gives it to {' and '.join(sorted(named))}"
            yield Finding(place, message, hint)
    if claimed and passages and not held:
        yield from _wrong_speakers(claimed, statement, passages, names)


def _wrong_speakers(
    claimed: frozenset[Speaker],
    statement: Statement,
    passages: tuple[Passage, ...],
    names: Names,
) -> Iterator[Finding]:
    """Find people whom the statement shows speaking, though the cited paragraphs show others."""
    actual: set[Speaker] = set()
    resolved: set[str] = set()
    for passage in passages:
        text = passage.paragraph.folded.text
        actual |= find_speakers(text, names)
        if points_back(text, names):
            lead = names.mentions(passage.source.opening)
            resolved |= {mention.name for mention in lead if mention.kind == PEOPLE}
    for speaker in sorted(claimed, key=lambda speaker: (speaker.name, speaker.manner)):
        named = {other.name for other in actual} | resolved
        same_manner = {other.name for other in actual if other.manner == speaker.manner}
        if speaker.manner and same_manner:
            named = same_manner | resolved
        if named and actual and speaker.name not in named:
            message = f"the words must be given to {' or '.join(sorted(named))}"
            place = statement.place_of(speaker.name.split()[-1])
            hint = f"the statement gives them to {speaker.name}"
            yield Finding(place, message, hint)


def _speakers_of(quotation: str, passage: Passage, names: Names) -> set[str] | None:
    """Name who said the words by the cited paragraph; None where it cannot be told."""
    sentences = passage.paragraph.sentences
    holding = [i for i, s in enumerate(sentences) if find_quotation(quotation, fold(s))]
    around = sentences[max(0, holding[0] - 1) : holding[0] + 2] if holding else sentences
    speakers = _names(" ".join(around), names) or _names(passage.paragraph.folded.text, names)
    if not speakers and points_back(passage.paragraph.folded.text, names):
        lead = names.mentions(passage.source.opening)
        speakers = {mention.name for mention in lead if mention.kind == PEOPLE}
    return speakers or None


def _names(text: str, names: Names) -> set[str]:
    """Name who speaks in a text outside its quotations."""
    return {speaker.name for speaker in find_speakers(re.sub(r"\"[^\"]*\"", " ", text), names)}
