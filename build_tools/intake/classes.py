"""The class proposed for each line: the body by where it begins and ends, the rest by its signs."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.intake.authors import mark_author_notes
from build_tools.intake.boundaries import divide
from build_tools.intake.evidence import Weighed, weigh
from build_tools.intake.given_lines import GivenLine
from build_tools.intake.headline import find_headline, mark_deks
from build_tools.intake.repeats import mark_repeats
from build_tools.lines.shape import count_words, is_name, is_writing
from build_tools.lines.word_lists import pattern
from build_tools.sources.records import LineClass

# Below this a line is in doubt: about what a sign or a well-formed sentence weighs.
_SURE = 1.5
_NAME, _LEAST = 3, 2
_OF_COMMENTS = frozenset(["published", "updated", "byline", "dateline"])
_TOGETHER = frozenset(["byline", "published", "dek", "caption"])
_PARTS = frozenset(["byline", "dateline", "published", "updated", "credit"])


@dataclass(frozen=True)
class Proposed:
    """A line with the class proposed, and the margin by which it is, or is not, of the body."""

    number: int
    text: str
    kind: LineClass
    margin: float = 0.0

    @property
    def doubtful(self) -> bool:
        """Tell whether the line may as well be of the body, or not."""
        return self.margin < _SURE


def classify(given: Sequence[GivenLine], title: str = "", author: str = "") -> tuple[Proposed, ...]:
    """Propose a class for every line.

    `title` is the headline that the head of a page declares, `author` whom it names.
    """
    head = find_headline(given, title)
    lines = mark_author_notes(mark_deks(mark_repeats(given, head), head), head, author)
    weighed = weigh(lines, head)
    parts = divide(weighed, head + 1)
    body = [n for n, (is_body, _) in enumerate(parts) if is_body]
    kinds: list[LineClass] = []
    for n, it in enumerate(weighed):
        inside = bool(body) and body[0] < n < body[-1]
        if n == head:
            kinds.append("headline")
        elif parts[n][0]:
            kinds.append("body")
        else:
            kinds.append(
                _class_aside(it, inside=inside, above=not body or n == body[0] - 1, kinds=kinds)
            )
    return tuple(
        Proposed(it.line.number, it.line.text, kind, margin)
        for it, kind, (_, margin) in zip(weighed, kinds, parts, strict=True)
    )


def _class_aside(it: Weighed, *, inside: bool, above: bool, kinds: list[LineClass]) -> LineClass:
    """Return the class of a line that is not of the body, by its signs and by what is above it."""
    kind = it.line.zone or it.sign
    # A page marks what stands together; what one line of it is, its own words say.
    if it.line.zone in _TOGETHER and it.sign in _PARTS:
        kind = it.sign
    if kind == "pullquote" and not inside:
        kind = "furniture"
    last = kinds[-1] if kinds else None
    # A comment has a day as well, and whoever wrote it.
    own = not kind or kind in _OF_COMMENTS or not is_writing(it.line.text)
    if last == "comment" and not inside and own:
        return "comment"
    if kind:
        return kind
    if above and _is_byline(it.line.text, kinds):
        return "byline"
    if last == "dek" and not inside:
        return "dek"
    several = count_words(it.line.text) >= _LEAST
    return "related-link" if several and (inside or last == "related-link") else "furniture"


def _is_byline(text: str, kinds: list[LineClass]) -> bool:
    """Tell whether a line above the article names who wrote it: below the headline, or without."""
    if "headline" not in kinds:
        return count_words(text) <= _NAME
    names = pattern("between-names").split(text)
    return all(map(is_name, names)) and bool({"headline", "dek"} & set(kinds[-3:]))
