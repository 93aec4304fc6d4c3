"""Sentences divided into clauses: what one clause states is together in its source."""

from build_tools.english.clauses import OPENS_WITH_PHRASE, PART_BORDER


def split_clauses(sentence: str) -> list[tuple[int, int]]:
    """Return the spans of the clauses of a sentence; together they cover it."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in PART_BORDER.finditer(sentence):
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(sentence)))
    spans = [(first, last) for first, last in spans if sentence[first:last].strip()]
    if len(spans) > 1 and OPENS_WITH_PHRASE.match(sentence):
        spans[:2] = [(spans[0][0], spans[1][1])]
    return spans
