"""What a reviewer compares: numbers, names and stand-ins, marked in a statement and in a source."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.lexicon.names import Names
from build_tools.lexicon.stand_ins import StandIn, find_ours, find_phrase
from build_tools.text.folding import fold
from build_tools.text.number_facts import number_spans

# What stands between the words of a phrase.
_WITHIN = " \n\u00a0-‐‑"
STAND_IN, NUMBER, NAME = "stand-in", "number", "name"


@dataclass(frozen=True)
class Piece:
    """A run of text, and what it is: a stand-in, a number, a name, or empty for other text."""

    text: str
    kind: str = ""


def mark_ours(text: str, names: Names, entries: Iterable[StandIn]) -> tuple[Piece, ...]:
    """Divide a statement; of the stand-ins, the words that are the writer's own are marked."""
    folded = fold(text).text
    found = ((word.start, word.end) for entry in entries for word in find_ours(entry, folded))
    return _divide(text, names, found)


def mark_theirs(text: str, names: Names, entries: Iterable[StandIn]) -> tuple[Piece, ...]:
    """Divide a passage; of the stand-ins, the words of the article are marked."""
    folded = fold(text).text
    phrases = (find_phrase(entry.theirs, folded) for entry in entries)
    return _divide(text, names, ((word.start, word.end) for found in phrases for word in found))


def _divide(text: str, names: Names, stand_ins: Iterable[tuple[int, int]]) -> tuple[Piece, ...]:
    folded = fold(text)
    kinds = [""] * len(text)
    # What stands later here is marked over what stands before.
    for kind, spans in (
        (NAME, ((it.start, it.end) for it in names.mentions(folded.text))),
        (NUMBER, number_spans(folded.text)),
        (STAND_IN, stand_ins),
    ):
        for span in spans:
            start, end = folded.original_span(*span)
            end = start + len(text[start:end].rstrip())
            # From the word before, if it is of the same kind: a phrase is one mark.
            before = len(text[:start].rstrip(_WITHIN))
            if before and kinds[before - 1] == kind:
                start = before
            kinds[start:end] = [kind] * (end - start)
    return tuple(_pieces(text, kinds))


def _pieces(text: str, kinds: list[str]) -> Iterator[Piece]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or kinds[at] != kinds[start]:
            yield Piece(text[start:at], kinds[start])
            start = at
