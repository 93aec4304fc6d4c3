"""The class proposed for each line: the body by where it begins and ends, the rest by its signs."""

from collections.abc import Sequence
from dataclasses import dataclass

from build_tools.intake.authors import mark_author_notes
from build_tools.intake.boundaries import divide
from build_tools.intake.evidence import Weighed, weigh
from build_tools.intake.given_lines import HEADINGS, GivenLine
from build_tools.intake.headline import find_headline, is_rivalled, mark_deks
from build_tools.intake.repeats import mark_repeats
from build_tools.lines.shape import count_words, ends_sentence, is_credited, is_writing, opens_list
from build_tools.lines.signs import find_end_credit, says_it_goes_on
from build_tools.sources.records import LineClass

# Below this a line is in doubt: about what a sign or a well-formed sentence weighs.
_SURE = 1.5
_NAME, _LEAST, _MOSTLY = 3, 2, 0.7
_OF_COMMENTS = frozenset(["published", "updated", "byline", "dateline"])
_TOGETHER = frozenset(["byline", "published", "dek", "caption"])
_PARTS = frozenset(["byline", "dateline", "published", "updated", "credit"])
_OF_LINKS = frozenset(["published", "updated", "dateline", "caption"])


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

    @property
    def credit(self) -> str:
        """The credit with which a caption ends: both are of one line, and of two classes."""
        return find_end_credit(self.text) if self.kind == "caption" else ""


def classify(given: Sequence[GivenLine], title: str = "", author: str = "") -> tuple[Proposed, ...]:
    """Propose a class for every line.

    `title` is the headline that the head of a page declares, `author` whom it names.
    """
    head = find_headline(given, title)
    lines = mark_author_notes(mark_deks(mark_repeats(given, head), head), head, author)
    weighed = weigh(lines, head)
    parts = divide(weighed, head + 1)
    body = [n for n, (is_body, _) in enumerate(parts) if is_body]
    between = range(body[0] + 1, body[-1]) if body else range(0)
    kinds: list[LineClass] = []
    margins: list[float] = []
    for n, (it, (is_body, margin)) in enumerate(zip(weighed, parts, strict=True)):
        # Between a name and the article may stand what else belongs to its head.
        above = not body or (
            n < body[0]
            and (
                all(below.sign in _PARTS for below in weighed[n + 1 : body[0]])
                # Between the headline and its date there may be buttons and pictures below it.
                or (n == head + 1 and weighed[n + 1].sign in _PARTS)
            )
        )
        if n == head:
            kinds.append("headline")
        elif it.heads and (is_body or (n > head and _heads_post(it) and n + 1 in body)):
            kinds.append("subheading")
        elif is_body:
            kinds.append("body")
        else:
            before = weighed[n - 1] if n else None
            kinds.append(_class_aside(it, before, inside=n in between, above=above, kinds=kinds))
        unclear = (
            not title and is_rivalled(given, head)
            if n == head
            else _is_unclear(it, kinds[-1], inside=n in between)
        )
        margins.append(0.0 if unclear else margin)
    return tuple(
        Proposed(it.line.number, it.line.text, kind, margin)
        for it, kind, margin in zip(weighed, kinds, margins, strict=True)
    )


def _heads_post(it: Weighed) -> bool:
    """Tell whether a heading of a page may head what is below it: a post of several on the page."""
    plain = not it.sign and it.line.zone in (None, "pullquote")
    return _is_marked(it) and plain and it.line.linked < _MOSTLY


def _is_marked(it: Weighed) -> bool:
    """Tell whether it is the page that sets a heading off, and not its length alone."""
    return it.line.tag in HEADINGS or it.line.bold


def _is_unclear(it: Weighed, kind: LineClass, *, inside: bool) -> bool:
    """Tell whether nothing but its shape speaks for the class of a line.

    A heading that no page marks as one may be a paragraph, a paragraph that is no sentence may be
    a heading, and what stands between paragraphs without a sign may be one of them.
    """
    if kind == "subheading":
        return not _is_marked(it)
    if kind == "body":
        return not (it.listed or ends_sentence(it.line.text) or opens_list(it.line.text))
    signed = it.sign or it.line.zone or it.line.linked > _MOSTLY
    return inside and not signed and it.line.setting in (None, "paragraph", "flow")


def _class_aside(
    it: Weighed, before: Weighed | None, *, inside: bool, above: bool, kinds: list[LineClass]
) -> LineClass:
    """Return the class of a line that is not of the body, by its signs and by what is above it.

    `before` is the line above it.
    """
    kind = it.line.zone or it.sign or ("furniture" if it.line.setting == "facts" else None)
    # A page marks what stands together; what one line of it is, its own words say.
    links = it.sign == "related-link" and it.line.linked > _MOSTLY
    if it.line.zone in _TOGETHER and (it.sign in _PARTS or links or says_it_goes_on(it.line.text)):
        kind = it.sign
    # Below an article a link has the day, or the picture, of another one.
    if kind in _OF_LINKS and it.line.linked > _MOSTLY and not inside and "body" in kinds:
        kind = "related-link"
    if kind == "pullquote" and not inside:
        kind = "furniture"
    last = kinds[-1] if kinds else None
    # A comment has a day as well, and whoever wrote it.
    own = not kind or kind in _OF_COMMENTS or not is_writing(it.line.text)
    if last == "comment" and not inside and own and not _ends_comments(it, before):
        return "comment"
    if kind:
        return kind
    if above and _is_byline(it.line.text, kinds):
        return "byline"
    if last == "body" and not inside and "byline" not in kinds and is_credited(it.line.text):
        return "byline"
    if last == "dek" and not inside and before and (before.sign == "dek" or _is_like(it, before)):
        return "dek"
    several = count_words(it.line.text) >= _LEAST
    return "related-link" if several and (inside or last == "related-link") else "furniture"


def _ends_comments(it: Weighed, before: Weighed | None) -> bool:
    """Tell whether a line is a heading below what the page marks as comments, and is not so."""
    marked = before is not None and before.line.zone == "comment"
    return marked and it.line.zone is None and it.line.tag in HEADINGS


def _is_like(it: Weighed, before: Weighed) -> bool:
    """Tell whether a page sets a line as the one above it."""
    return it.line.tag == before.line.tag


def _is_byline(text: str, kinds: list[LineClass]) -> bool:
    """Tell whether a line above the article names who wrote it: below the headline, or without."""
    if "headline" not in kinds:
        return count_words(text) <= _NAME
    return is_credited(text) and bool({"headline", "dek"} & set(kinds[-3:]))
