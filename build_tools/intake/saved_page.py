"""A saved page: its visible lines in reading order, and what trafilatura finds of the article.

The library tells which lines are the article's and what the head of the page declares; its own
tables of elements (`trafilatura.xpaths`) mark comments, captions and what surrounds an article.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml
from trafilatura import bare_extraction, extract_metadata, load_html, xpaths
from trafilatura.settings import use_config

from build_tools.intake.declared import find_declared, find_witnessed
from build_tools.intake.given_lines import GivenLine, Setting, set_apart
from build_tools.intake.headline import find_headline
from build_tools.intake.story import Block, find_settings
from build_tools.sources.records import LineClass

_BLOCKS = frozenset(
    "address article aside blockquote body button caption dd details dialog div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main menu nav ol option p"
    " pre section summary table tbody td tfoot th thead tr ul br".split()
)
_UNSEEN = frozenset(
    "script style template svg head noscript iframe object canvas select math audio video"
    " textarea".split()
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_OF_TAGS: dict[str, LineClass] = {
    "figcaption": "caption", "nav": "furniture", "footer": "furniture", "aside": "furniture",
    "form": "furniture", "button": "furniture", "time": "published", "h1": "headline",
}  # fmt: skip
# What the library drops without a name for it.
_OF_NAMES: tuple[tuple[LineClass, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(names))
    for kind, names in yaml.safe_load(
        Path(__file__).with_name("page_names.yml").read_text(encoding="utf-8")
    ).items()
)
_MARKS: tuple[tuple[LineClass, list[Any]], ...] = (
    ("comment", xpaths.REMOVE_COMMENTS_AND_LISTS_XPATH),
    ("caption", xpaths.DISCARD_IMAGE_ELEMENTS),
    ("related-link", xpaths.TEASER_DISCARD_XPATH),
)
# What is put around a picture and its caption.
_FRAMES = frozenset(["div", "span", "center", "a", "dl"])
_LARGEST_SHARE, _MOST = 0.5, 0.8
_NOT_WRITTEN = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class SavedPage:
    """The lines of a page, set apart, with what the library found in its head, by its names."""

    lines: tuple[GivenLine, ...]
    found: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class _Piece:
    text: str
    element: Any


def parse_saved(html: str) -> SavedPage:
    """Read a page; one that has no elements at all has no lines."""
    tree = load_html(html)
    if tree is None:
        return SavedPage(())
    marks = _marked(tree)
    extracted = _extracted(html)
    lines: list[GivenLine] = []
    holders: list[Any] = []
    italics: list[bool] = []
    for block in _blocks(tree):
        text = " ".join("".join(piece.text for piece in block).split())
        if not _NOT_WRITTEN.sub("", text):
            continue
        seen = [piece for piece in block if piece.text.strip()]
        length = sum(len(piece.text.strip()) for piece in seen)
        links = sum(len(p.text.strip()) for p in seen if _inside(p.element, ("a", "button")))
        above = [seen[0].element, *seen[0].element.iterancestors()]
        italics.append(all(_inside(piece.element, ("em", "i", "cite")) for piece in seen))
        holders.append(next((it for it in above if it.tag in _BLOCKS), above[-1]))
        lines.append(
            GivenLine(
                number=0,
                text=text,
                apart=True,
                linked=links / length,
                extracted=_key(text) in extracted,
                zone=next((marks[element] for element in above if element in marks), None),
                tag=holders[-1].tag,
            )
        )
    # A cell of several lines lays out a page; it is of no table.
    often = Counter(holders)
    lines = [
        replace(it, tag="div") if it.tag in ("td", "th") and often[holder] > 1 else it
        for holder, it in zip(holders, lines, strict=True)
    ]
    head = _head(html)
    first = find_headline(lines, head.get("title", ""))
    blocks = [
        Block(holder, it.text, it.linked, bool(it.extracted), bool(it.zone), italic)
        for holder, italic, it in zip(holders, italics, lines, strict=True)
    ]
    settings = find_settings(blocks, first)
    placed = [_placed(it, to) for it, to in zip(lines, settings, strict=True)]
    return SavedPage(set_apart(tuple(_witnessed(placed, find_declared(tree)))), head)


def _placed(line: GivenLine, setting: Setting | None) -> GivenLine:
    """Return a line with where it stands: among paragraphs nothing stands above the article."""
    below = line.zone == "dek" and setting in ("paragraph", "flow", "tail", "after")
    zone = "caption" if setting == "pictured" else None if below else line.zone
    return replace(line, setting=setting, zone=zone)


def _witnessed(lines: list[GivenLine], declared: str) -> list[GivenLine]:
    """Return lines with what the declared text says of them, where it has most paragraphs.

    Some pages declare the beginning alone, or a text before it was edited: it speaks for lines,
    but not against those that it has not.
    """
    held = find_witnessed(declared, [it.text for it in lines])
    sizes = [len(it.text) if it.setting == "paragraph" else 0 for it in lines]
    whole = sum(size for size, has in zip(sizes, held, strict=True) if has) > _MOST * sum(sizes)
    return [
        replace(it, witnessed=has if has or whole else None)
        for it, has in zip(lines, held, strict=True)
    ]


def _key(text: str) -> str:
    return _NOT_WRITTEN.sub("", text)


def _inside(element: Any, tags: tuple[str, ...]) -> bool:
    return element.tag in tags or any(True for _ in element.iterancestors(*tags))


def _blocks(tree: Any) -> Iterator[list[_Piece]]:
    """Yield the pieces of text of each block that a browser shows, a line break ending one."""
    block: list[_Piece] = []
    for piece in _pieces(tree):
        if piece is None:
            yield block
            block = []
        else:
            block.append(piece)
    yield block


def _pieces(element: Any) -> Iterator[_Piece | None]:
    """Yield each text with its element, and None at the edges of blocks."""
    if not isinstance(element.tag, str) or element.tag in _UNSEEN or _is_hidden(element):
        return
    # A button within a paragraph, as that of a footnote, is in its line.
    edge = element.tag in _BLOCKS and not (element.tag == "button" and _is_in_paragraph(element))
    if edge:
        yield None
    if element.text:
        yield _Piece(element.text, element)
    for child in element:
        yield from _pieces(child)
        if child.tail:
            yield _Piece(child.tail, element)
    if edge:
        yield None


def _is_in_paragraph(element: Any) -> bool:
    return element.getparent() is not None and element.getparent().tag == "p"


def _is_hidden(element: Any) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


def _extracted(html: str) -> frozenset[str]:
    """Return the lines that the library takes for the article's, without what is no letter."""
    config = use_config()
    # A short article is one too.
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "1"
    found = bare_extraction(html, include_comments=False, include_tables=True, config=config)
    body = getattr(found, "body", None)
    if body is None:
        return frozenset()
    texts: set[str] = set()
    for element in body.iter():
        line = element.text or ""
        for child in element:
            if child.tag == "lb":
                texts.add(_key(line))
                line = child.tail or ""
            else:
                line += "".join(child.itertext()) + (child.tail or "")
        texts.add(_key(line))
    return frozenset(texts - {""})


def _marked(tree: Any) -> dict[Any, LineClass]:
    """Return the elements that are marked as of a class; none that holds most of the page."""
    marked: dict[Any, LineClass] = {}
    whole = len(tree.text_content())
    for element in tree.iter():
        if not isinstance(element.tag, str) or element.tag in ("body", "html"):
            continue
        keys = ("class", "id", "role", "aria-label", "itemprop", "data-testid", "data-component")
        names = " ".join(element.get(key, "") for key in keys).lower().replace("_", "-")
        kind = next((kind for kind, known in _OF_NAMES if known.search(names)), None)
        if kind is None and not (element.tag == "aside" and _sums_up(element)):
            kind = _OF_TAGS.get(element.tag)
        if kind:
            marked[element] = kind
    for kind, tables in _MARKS:
        for find in tables:
            marked.update((element, kind) for element in find(tree) if element not in marked)
    for element in _pictured(tree):
        marked.setdefault(element, "caption")
    return {
        element: kind
        for element, kind in marked.items()
        if len(element.text_content()) < _LARGEST_SHARE * whole
    }


def _sums_up(aside: Any) -> bool:
    """Tell whether an aside is a list with no links and no buttons: the points of the article."""
    held = {element.tag for element in aside.iter()}
    return "li" in held and not held & {"a", "button", "form", "img"}


def _pictured(tree: Any) -> Iterator[Any]:
    """Yield the elements that hold a picture with a line of text, and nothing else."""
    # Many pictures may be in one element: each is asked once what it holds.
    without: set[Any] = set()
    frames: set[Any] = set()
    for picture in tree.iter("img"):
        for around in picture.iterancestors():
            if around in without:
                continue
            if around in frames or around.text_content().strip():
                break
            without.add(around)
        else:
            continue
        # A picture may also stand in a line of writing, or before it.
        if around not in frames and around.tag in _FRAMES:
            lines = [block for block in _blocks(around) if "".join(it.text for it in block).strip()]
            if len(lines) == 1:
                yield around
        frames.add(around)


def _head(html: str) -> dict[str, str]:
    """Return what the library finds in the head of a page, and of its dates below it."""
    found = extract_metadata(html)
    values = found.as_dict() if found else {}
    texts = {key: "; ".join(it) if isinstance(it, list) else it for key, it in values.items()}
    return {key: it for key, it in texts.items() if isinstance(it, str) and it}
