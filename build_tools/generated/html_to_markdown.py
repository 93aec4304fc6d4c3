"""HTML of a page as Markdown: Pandoc's, with citations in place of the markers of notes."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

from build_tools.generated.html_tree import parse_html
from build_tools.generated.publication import Publication

_MARKUP = re.compile(r"([\\`*_\[\]@|$~^#<>])")
_LIST = re.compile(r"^(\s*\d+)([.)])(?=\s)")
_FENCES = re.compile(r"^ *(`{3,})", re.MULTILINE)
_TICKS = re.compile(r"`+")
_SPACE = re.compile(r"[\t \r\n]{2,}|\t")
_NUMBER = re.compile(r"[0-9]{1,4}")
_GAP = re.compile(r"\n{3,}")
_TEXT_LINE = re.compile(r"^(?=.)", re.MULTILINE)
# The marks of notes, in place of which citations are written, and the links of headings to
# themselves: half of the tags of many a page, which need not be parsed.
_LEFT_OUT = re.compile(
    r'<sup class="citation__marks">.*?</sup>|<a class="headerlink"[^<>]*>[^<>]*</a>', re.DOTALL
)
_OUTLET = "citation__outlet"
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_BLOCKS = frozenset("p blockquote div section dl dt dd".split())
# White space shows nowhere at their ends and beside them; nor beside `pre`.
_TRIMMED = _HEADINGS.union(_BLOCKS, "ol ul li table thead tbody tr td th".split())
_APART = _TRIMMED | {"pre"}
# What is in these stays on one line.
_ON_ONE_LINE = _HEADINGS | {"td", "th"}
_CODE = frozenset(["pre", "code"])


class Converter:
    """Writes citations for markers, whole addresses for links, and captions as Pandoc has them."""

    def __init__(self, site: Publication, url: str, citations: Mapping[str, str]) -> None:
        self._site, self._base = site, urljoin(site.address, url)
        self._citations = citations

    def convert(self, html: str) -> str:
        """Return the Markdown of a page's HTML."""
        text = self._within(parse_html(_LEFT_OUT.sub("", html)), frozenset())
        return _GAP.sub("\n\n", text).strip()

    def _within(self, element: Element, around: frozenset[str]) -> str:
        """Write what is in an element, given its tag and those of all that it is in."""
        children, trimmed = list(element), element.tag in _TRIMMED
        apart = [trimmed, *(child.tag in _APART for child in children), trimmed]
        pieces = [_words(element.text, around, apart[0], apart[1])]
        for child, (before, after) in zip(children, pairwise(apart[1:]), strict=True):
            pieces += [self._element(child, around), _words(child.tail, around, before, after)]
        return "".join(pieces)

    def _element(self, element: Element, around: frozenset[str]) -> str:
        tag = element.tag
        if tag in ("table", "ol", "ul"):
            return (self._table if tag == "table" else self._list)(element, around)
        text = self._within(element, around | {tag})
        if "pre" in around:
            return text
        if tag in ("span", "a", "img"):
            return self._inline(element, text)
        if tag in _BLOCKS and not around.isdisjoint(_ON_ONE_LINE):
            return f" {text.strip()} "
        return _WAYS[tag](text) if tag in _WAYS else text

    def _inline(self, element: Element, text: str) -> str:
        """Write a marker as its citation, a link or a picture; terms are explained on the web."""
        kinds = element.get("class", "").split()
        if element.tag == "img":
            return f"![{element.get('alt', '')}]({self._address(element.get('src', ''))})"
        if element.tag == "a" and "term" not in kinds:
            return f"[{text}]({self._address(element.get('href', ''))})"
        cited = self._citations.get(element.get("id", "")) if "citation" in kinds else ""
        outlets = (child.text or "" for child in element if child.get("class") == _OUTLET)
        return " ".join(["", *outlets, cited]) if cited else text

    def _address(self, link: str) -> str:
        path, sign, fragment = urljoin(self._base, link).partition("#")
        # A copy for reading offline links files; its pages keep their online addresses.
        if path.endswith(".html") and path.startswith(self._site.address):
            path = self._site.address_of(path.removeprefix(self._site.address))
        return f"{path}{sign if fragment else ''}{fragment}"

    def _list(self, element: Element, around: frozenset[str]) -> str:
        items = []
        for number, child in enumerate(element, _number(element, "start")):
            sign = f"{number}. " if element.tag == "ol" else "- "
            items.append(_hung(sign, self._within(child, around | {"li"})))
        made = "\n".join(items)
        return f"\n{made}" if "li" in around else f"\n\n{made}\n\n"

    def _table(self, element: Element, around: frozenset[str]) -> str:
        """Write a table; where no row is its head, an empty one."""
        caption = "".join(self._element(child, around) for child in element.findall("caption"))
        rows = [row.findall("*") for row in element.iter("tr")]
        lines = [f"|{''.join(self._cell(cell, around) for cell in row)}" for row in rows]
        first = rows[0] if rows else []
        columns = sum(map(_columns, first))
        if element.find("thead") is None and any(cell.tag == "td" for cell in first):
            lines.insert(0, f"|{'  |' * columns}")
        lines.insert(1, f"|{' --- |' * columns}")
        return "\n".join(["\n", caption, "", *lines, "\n"])

    def _cell(self, element: Element, around: frozenset[str]) -> str:
        text = self._within(element, around | {element.tag}).strip().replace("\n", " ")
        return f" {text}{' |' * _columns(element)}"


def _words(text: str | None, around: frozenset[str], after_block: bool, before_block: bool) -> str:
    """Write what stands between two tags, given whether each of them sets it apart."""
    if not text or ((after_block or before_block) and not text.strip()):
        return ""
    if "pre" not in around:
        text = _SPACE.sub(lambda run: "\n" if "\n" in run[0] else " ", text)
    if around.isdisjoint(_CODE):
        text = _LIST.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
    text = text.lstrip(" \t\r\n") if after_block else text
    return text.rstrip() if before_block else text


def _columns(cell: Element) -> int:
    return _number(cell, "colspan")


def _number(element: Element, attribute: str) -> int:
    value = element.get(attribute, "")
    return int(value) if _NUMBER.fullmatch(value) else 1


def _block(text: str) -> str:
    return f"\n\n{text.strip()}\n\n"


def _headed(level: int, text: str) -> str:
    return _block(f"{'#' * level} {' '.join(text.split())}")


def _quote(text: str) -> str:
    lines = _GAP.sub("\n\n", text.strip()).split("\n")
    return _block("\n".join(f"> {line}".rstrip() for line in lines))


def _fenced(text: str) -> str:
    """Fence code with more backquotes than the fences in it have."""
    fence = "`" * (max(map(len, _FENCES.findall(text)), default=2) + 1)
    return _block("\n".join([fence, text.strip("\n"), fence]))


def _code(text: str) -> str:
    ticks = "`" * (max(map(len, _TICKS.findall(text)), default=0) + 1)
    space = " " * (len(ticks) > 1)
    return _marked(f"{ticks}{space}", text, f"{space}{ticks}")


def _marked(before: str, text: str, after: str) -> str:
    """Put signs around words, and not around the spaces beside them."""
    words = text.strip()
    return text.replace(words, f"{before}{words}{after}", 1) if words else ""


def _hung(sign: str, text: str) -> str:
    """Hang text on a sign, with all further lines below where the first begins."""
    return sign + _TEXT_LINE.sub(" " * len(sign), text.strip())[len(sign) :]


_WAYS: Mapping[str, Callable[[str], str]] = {
    **{f"h{level}": partial(_headed, level) for level in range(1, 7)},
    **dict.fromkeys(("p", "div", "section", "dl", "figcaption"), _block),
    **dict.fromkeys(("b", "strong"), lambda text: _marked("**", text, "**")),
    **dict.fromkeys(("i", "em"), lambda text: _marked("*", text, "*")),
    "blockquote": _quote,
    "br": lambda _: "  \n",
    "caption": lambda text: f"Table: {' '.join(text.split())}",
    "code": _code,
    "dd": lambda text: f"{_hung(':   ', text)}\n",
    "dt": lambda text: f"\n\n{' '.join(text.split())}\n",
    "hr": lambda _: _block("---"),
    "pre": _fenced,
    "svg": lambda _: "",  # Each picture has its text beside it.
}
