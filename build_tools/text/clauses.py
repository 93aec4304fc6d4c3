"""Sentences divided into clauses: what one of them states stands together in its source."""

import re

# A phrase of time or place that opens a sentence belongs to what follows it.
_OPENING = re.compile(r"(?:In|On|At|During|Under|Since|By|From|Throughout|For)\b")
_BORDER = re.compile(r"[;:—]\s|,\s|\s(?=(?:known|called|while|whereas|but|although|though)\s)")


def split_clauses(sentence: str) -> list[tuple[int, int]]:
    """Return the spans of the clauses of a sentence; together they cover it."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BORDER.finditer(sentence):
        spans.append((start, match.end()))
        start = match.end()
    spans.append((start, len(sentence)))
    spans = [(first, last) for first, last in spans if sentence[first:last].strip()]
    if len(spans) > 1 and _OPENING.match(sentence):
        spans[:2] = [(spans[0][0], spans[1][1])]
    return spans
