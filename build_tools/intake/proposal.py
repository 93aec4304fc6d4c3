"""A source as it is proposed: its files, the classes of its lines, its record; or a refusal."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from build_tools.files import models
from build_tools.intake.authors import is_body
from build_tools.intake.bibliography import Guess, find_bibliography
from build_tools.intake.classes import Proposed, classify
from build_tools.intake.gates import gate_of, is_listing
from build_tools.intake.given_bytes import decode_page, decode_pasted, is_html
from build_tools.intake.given_lines import GivenLine, parse_pasted, written_text
from build_tools.intake.refusal import RefusedSourceError
from build_tools.sources.library import Library
from build_tools.sources.records import LINE_CLASSES, LineClass, Record, SourceEvent
from build_tools.syntax.ranges import find_ranges, format_ranges
from build_tools.templating import render

_ALIKE = 92
_EXTRA = "intake"


@dataclass(frozen=True)
class Proposal:
    """A new source. `text` is for its `.txt`; `page` for its `.html`, None of pasted text."""

    id: str
    text: bytes
    page: bytes | None
    lines: tuple[Proposed, ...]
    found: Mapping[str, Guess]

    @property
    def body(self) -> tuple[Proposed, ...]:
        """The lines of the body."""
        return tuple(line for line in self.lines if line.kind == "body")

    @property
    def doubtful(self) -> tuple[Proposed, ...]:
        """The lines that may as well be of the body, or not."""
        return tuple(line for line in self.lines if line.doubtful)

    def with_class(self, number: int, kind: LineClass) -> "Proposal":
        """Return the proposal with one line in the class that a person gave it."""
        lines = (
            Proposed(it.number, it.text, kind, float("inf")) if it.number == number else it
            for it in self.lines
        )
        return replace(self, lines=tuple(lines))

    def record(self, event: SourceEvent | None, version_of: Record | None = None) -> str:
        """Return the record; `event` is that of another source on the same.

        `version_of` is the record of another version of the article: both are of one origin.
        """
        ranges = {
            kind: format_ranges(find_ranges([it.number for it in self.lines if it.kind == kind]))
            for kind in LINE_CLASSES
        }
        authors = self.found["author"].value.split(";") if "author" in self.found else []
        return render(
            "record.yml.j2",
            id=self.id,
            found=self.found,
            authors=[_name(author.strip()) for author in authors if author.strip()],
            sha256=hashlib.sha256(self.text).hexdigest(),
            page_sha256=hashlib.sha256(self.page).hexdigest() if self.page else "",
            classes={kind: numbers for kind, numbers in ranges.items() if numbers},
            unsure=[line for line in self.lines if line.doubtful or line.credit],
            event=event,
            version_of=version_of,
        )


def check_id(id_: str, library: Library) -> None:
    """Raise RefusedSourceError for an id that is ill-formed or taken."""
    try:
        models.check_id(id_)
    except ValueError:
        raise RefusedSourceError("id", id=id_) from None
    if id_ in library.ids:
        raise RefusedSourceError("id-taken", id=id_)


def propose(
    data: bytes, id_: str, url: str, library: Library, *, version_of: str | None = None
) -> Proposal:
    """Make a proposal of the bytes of a saved page or of pasted text.

    `version_of` is the id of a source whose text it may have nearly, but not as it is. Raises
    RefusedSourceError for bytes that cannot be read, what is no article, and an article that is
    held already.
    """
    head: Mapping[str, str] = {}
    page = data if is_html(data) else None
    if page is None:
        lines = parse_pasted(decode_pasted(data))
    else:
        html = decode_page(page)
        try:
            from build_tools.intake.saved_page import parse_saved  # noqa: PLC0415 - an extra
        except ModuleNotFoundError as error:
            raise RefusedSourceError("extra", module=error.name, extra=_EXTRA) from None
        saved = parse_saved(html)
        # What a page writes as an entity is seen only now.
        head = {key: value for key, value in saved.found.items() if value.isprintable()}
        lines, data = saved.lines, written_text(saved.lines).encode("utf-8")
        decode_pasted(data)
    if not lines:
        raise RefusedSourceError("empty")
    proposed = classify(lines, head.get("title", ""), head.get("author", ""))
    _check_article(lines, proposed)
    _check_new(proposed, library, version_of)
    return Proposal(id_, data, page, proposed, find_bibliography(head, proposed, url))


def _check_article(given: tuple[GivenLine, ...], lines: tuple[Proposed, ...]) -> None:
    if gate := gate_of(lines):
        raise RefusedSourceError("gate", gate=gate)
    if is_listing(given, lines):
        raise RefusedSourceError("listing")
    if not any(line.kind == "body" for line in lines):
        raise RefusedSourceError("no-body")


def _check_new(lines: tuple[Proposed, ...], library: Library, version_of: str | None) -> None:
    body = [_plain([line.text]) for line in lines if line.kind == "body"]
    given = {_plain([line.text]) for line in lines}
    for held in library.sources.values():
        theirs = [_plain([paragraph.text]) for paragraph in held.article.paragraphs]
        kept = {_plain([line.text]) for line in held.article.lines}
        # A person may have found more of it, or less, to be the body.
        if {*body} <= kept and {*theirs} <= given:
            raise RefusedSourceError("held", id=held.id)
        same = min(_share(body, kept), _share(theirs, given)) >= _ALIKE
        near = same or fuzz.ratio(" ".join(body), " ".join(theirs), score_cutoff=_ALIKE)
        if near and held.id != version_of:
            own = [line.text for line in lines if line.kind == "body"]
            others = [text for text in own if _plain([text]) not in kept]
            raise RefusedSourceError("version", id=held.id, others=others, of=len(own))


def _share(texts: Sequence[str], among: Set[str]) -> float:
    """Return which share of some texts, by their length and in per cent, is among others."""
    whole = sum(map(len, texts))
    return 100 * sum(len(text) for text in texts if text in among) / whole if whole else 0


def _plain(texts: Iterable[str]) -> str:
    return " ".join(re.findall(r"\w+", " ".join(texts).lower()))


def _name(author: str) -> dict[str, str]:
    """Return a name as the record has it: a person's if of two words and no institution's."""
    # Of a byline in capitals the name is meant, not the capitals.
    author = author.title() if author.isupper() and " " in author else author
    given, _, family = author.rpartition(" ")
    return (
        {"family": family, "given": given}
        if given.count(" ") == 0 and given and not is_body(author)
        else {"literal": author}
    )
