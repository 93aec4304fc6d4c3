"""HTML of a page as Markdown: Pandoc's, with citations in place of the markers of notes.

The tags are those that Markdown and our templates make; what any other holds is written as it is.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin

from build_tools.generated.publication import Publication

_MARKUP = re.compile(r"([\\`*_\[\]@|$~^#<>])")
_LIST = re.compile(r"^(\s*\d+)([.)])(?=\s)")
_FENCE = re.compile(r"^ *(`{3,})", re.MULTILINE)
_FILLED_LINE = re.compile("^(?=.)", re.MULTILINE)
# White space other than one blank.
_WHITE = re.compile(r"[\t \r\n]{2,}|[\t\r\n]")
_BLANK_LINES = re.compile(r"\n{3,}")

_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_VERBATIM = ("pre", "code", "kbd", "samp")
# White space inside these, and around them, is that of the HTML alone.
_BLOCKS = frozenset(
    "p blockquote article div section ol ul li dl dt dd table thead tbody tfoot tr td th".split()
).union(_HEADINGS)


@dataclass(eq=False, slots=True)
class _Element:
    """An element of HTML, with the elements and texts in it in their order."""

    name: str
    attributes: Mapping[str, str | None] = field(default_factory=dict)
    parent: "_Element | None" = None
    children: list["_Element | str"] = field(default_factory=list)

    def elements(self, *names: str) -> Iterator["_Element"]:
        """Yield the elements right in it that have one of some names."""
        return (it for it in self.children if isinstance(it, _Element) and it.name in names)

    def has_class(self, name: str) -> bool:
        return name in (self.attributes.get("class") or "").split()

    def text(self) -> str:
        return "".join(it if isinstance(it, str) else it.text() for it in self.children)


class _Tree(HTMLParser):
    """Makes elements of HTML, in `root`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = self._open = _Element("")
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, dict(attrs), self._open)
        self._open.children.append(element)
        if tag not in _VOID:
            self._open = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.children.append(_Element(tag, dict(attrs), self._open))

    def handle_endtag(self, tag: str) -> None:
        found: _Element | None = self._open
        while found and found.name != tag:
            found = found.parent
        if found and found.parent:
            self._open = found.parent

    def handle_data(self, data: str) -> None:
        children = self._open.children
        if children and isinstance(before := children[-1], str):
            children[-1] = before + data
        else:
            children.append(data)


@dataclass(frozen=True, slots=True)
class _Around:
    """What is around a piece of a page: code, a line that must stay one, the item of a list."""

    pre: bool = False
    verbatim: bool = False
    line: bool = False
    item: bool = False

    def and_in(self, name: str) -> "_Around":
        """Return what is around the children of an element that has this around itself."""
        if name in _VERBATIM:
            return replace(self, verbatim=True, pre=self.pre or name == "pre")
        if name in _HEADINGS or name in ("td", "th"):
            return replace(self, line=True)
        return replace(self, item=True) if name == "li" else self


class Converter:
    """Writes citations for markers, whole addresses for links, and captions as Pandoc has them."""

    def __init__(self, site: Publication, url: str, citations: Mapping[str, str]) -> None:
        """`url` is the address of the page in the site; `citations` are by the ids of markers."""
        self._site, self._base = site, urljoin(site.address, url)
        self._citations = citations

    def convert(self, html: str) -> str:
        """Return the HTML of a page's text as Markdown."""
        return _BLANK_LINES.sub("\n\n", self._inside(_Tree(html).root, _Around())).strip()

    def _inside(self, element: _Element, around: _Around) -> str:
        """Write what an element holds; where line breaks meet, as many as either, two at most."""
        children, parts, breaks = element.children, [""], ""
        for index, child in enumerate(children):
            if isinstance(child, _Element):
                text = self._element(child, around)
            else:
                before = children[index - 1] if index else None
                after = children[index + 1] if index + 1 < len(children) else None
                text = _text(child, element, before, after, around)
            if around.pre:
                parts.append(text)
            if around.pre or not text:
                continue
            content = text.lstrip("\n")
            opening = text[: len(text) - len(content)]
            if breaks and opening:
                parts.pop()
                opening = "\n" * min(2, max(len(breaks), len(opening)))
            kept = content.rstrip("\n")
            breaks = content[len(kept) :]
            parts += (opening, kept, breaks)
        return "".join(parts)

    def _element(self, element: _Element, around: _Around) -> str:
        name = element.name
        # A picture has its text beside it; the other is for a reader of the web page to copy.
        if name == "svg" or (name == "a" and element.has_class("headerlink")):
            return ""
        if name == "span" and element.has_class("citation"):
            cited = self._citations.get(element.attributes.get("id") or "")
            if cited:
                outlet = (it for it in element.elements("span") if it.has_class("citation__outlet"))
                return f" {' '.join([*(it.text() for it in outlet), cited])}"
        text = self._inside(element, around.and_in(name))
        if name == "a":
            return self._link(element, text)
        write = _WRITERS.get(name)
        return write(element, text, around) if write else text

    def _link(self, element: _Element, text: str) -> str:
        """Give a link its whole address; a term is explained on the web page alone."""
        if element.has_class("term"):
            return text
        path, fragment = urldefrag(urljoin(self._base, element.attributes.get("href") or ""))
        if path.startswith(self._site.address):
            path = self._site.address_of(path.removeprefix(self._site.address))
        return f"[{text}]({path}{'#' * bool(fragment)}{fragment})"


def _text(
    text: str,
    parent: _Element,
    before: _Element | str | None,
    after: _Element | str | None,
    around: _Around,
) -> str:
    """Write a text, without the white space that the HTML alone has beside a block."""
    inside = parent.name in _BLOCKS
    opens = _is_block(before) or (inside and before is None)
    closes = _is_block(after) or (inside and after is None)
    if (opens or closes) and not text.strip():
        return ""
    if not around.pre:
        text = _WHITE.sub(lambda it: "\n" if {"\n", "\r"} & {*it[0]} else " ", text)
    if not around.verbatim:
        text = _LIST.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))
    if opens:
        text = text.lstrip(" \t\r\n")
    return text.rstrip() if closes else text


def _is_block(node: _Element | str | None) -> bool:
    return isinstance(node, _Element) and (node.name in _BLOCKS or node.name == "pre")


def _one_line(text: str) -> str:
    return _WHITE.sub(" ", text.strip())


def _indent(text: str, by: str, first: str) -> str:
    """Indent the lines of a text that are not empty, the first with a mark of its own."""
    return first + _FILLED_LINE.sub(by, text)[len(by) :]


def _marked(mark: str, text: str) -> str:
    """Put a text between marks, outside which the space at its ends stays."""
    kept = text.strip()
    opening, closing = " " * text.startswith(" "), " " * text.endswith(" ")
    return f"{opening}{mark}{kept}{mark}{closing}" if kept else ""


def _write_strong(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    return text if around.verbatim else _marked("**", text)


def _write_emphasis(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    return text if around.verbatim else _marked("*", text)


def _write_code(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    if around.verbatim:
        return text
    within = max(map(len, re.findall("`+", text)), default=0)
    inner = f" {text.strip()} " if within else text.strip()
    opening, closing = " " * text.startswith(" "), " " * text.endswith(" ")
    mark = "`" * (within + 1)
    return f"{opening}{mark}{inner}{mark}{closing}" if text.strip() else ""


def _write_pre(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    """Fence code with more backquotes than the fences in it have."""
    within = max(map(len, _FENCE.findall(text)), default=2)
    fence, code = "`" * (within + 1), text.strip("\n")
    return f"\n\n{fence}\n{code}\n{fence}\n\n"


def _write_block(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    text = text.strip()
    if around.line:
        return f" {text} "
    return f"\n\n{text}\n\n" if text else ""


def _write_heading(element: _Element, text: str, around: _Around) -> str:
    if around.line:
        return text
    return f"\n\n{'#' * int(element.name[1])} {_one_line(text)}\n\n"


def _write_quote(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    text = text.strip()
    if around.line:
        return f" {text} "
    quoted = "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))
    return f"\n{quoted}\n\n" if text else "\n"


def _write_break(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    return " " if around.line else "  \n"


def _write_rule(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    return "\n\n---\n\n"


def _write_image(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    alt, src, title = (element.attributes.get(key) or "" for key in ("alt", "src", "title"))
    if around.line:
        return alt
    quoted = title.replace('"', r"\"")
    return f'![{alt}]({src} "{quoted}")' if title else f"![{alt}]({src})"


def _write_term(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    text = _one_line(text)
    if around.line:
        return f" {text} "
    return f"\n\n{text}\n" if text else "\n"


def _write_definition(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    text = text.strip()
    if around.line:
        return f" {text} "
    return f"{_indent(text, '    ', ':   ')}\n" if text else "\n"


def _write_list(element: _Element, text: str, around: _Around) -> str:
    if around.item:
        return f"\n{text.rstrip()}"
    assert element.parent is not None
    siblings = element.parent.children
    later = siblings[siblings.index(element) + 1 :]
    after = next((it for it in later if not isinstance(it, str) or it.strip()), None)
    apart = isinstance(after, str) or (after is not None and after.name not in ("ul", "ol"))
    return f"\n\n{text}\n" if apart else f"\n\n{text}"


def _write_item(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    text, mark, parent = text.strip(), "- ", element.parent
    if parent is not None and parent.name == "ol":
        start = parent.attributes.get("start") or ""
        number = int(start) if start.isnumeric() else 1
        mark = f"{number + list(parent.elements('li')).index(element)}. "
    return f"{_indent(text, ' ' * len(mark), mark)}\n" if text else "\n"


def _write_apart(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    return f"\n\n{text.strip()}\n\n"


def _write_caption(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    return f"\n\nTable: {_one_line(text)}\n\n"


def _write_cell(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    text = text.strip().replace("\n", " ")
    return f" {text}{' |' * _columns(element)}"


def _write_row(element: _Element, text: str, around: _Around) -> str:  # noqa: ARG001
    """Write a row; the first of a table is its head, which is empty where it has none."""
    part = element.parent
    assert part is not None
    cells, row = list(element.elements("td", "th")), f"|{text}\n"
    if next(part.elements("tr")) is not element:
        return row
    line = f"| {' | '.join(['---'] * sum(map(_columns, cells)))} |\n"
    only = part.name == "thead" and len(list(part.elements("tr"))) == 1
    if only or all(cell.name == "th" for cell in cells):
        return row + line
    if part.name == "tbody" and part.parent and next(part.parent.elements("thead"), None):
        return row
    return f"| {' | '.join([''] * sum(map(_columns, cells)))} |\n{line}{row}"


def _columns(cell: _Element) -> int:
    spanned = cell.attributes.get("colspan") or ""
    return int(spanned) if spanned.isdigit() else 1


_WRITERS: Mapping[str, Callable[[_Element, str, _Around], str]] = {
    **dict.fromkeys(("strong", "b"), _write_strong),
    **dict.fromkeys(("em", "i"), _write_emphasis),
    **dict.fromkeys(("code", "kbd", "samp"), _write_code),
    **dict.fromkeys(("p", "div", "section", "article", "dl"), _write_block),
    **dict.fromkeys(_HEADINGS, _write_heading),
    **dict.fromkeys(("ul", "ol"), _write_list),
    **dict.fromkeys(("table", "figcaption"), _write_apart),
    **dict.fromkeys(("td", "th"), _write_cell),
    "blockquote": _write_quote,
    "br": _write_break,
    "caption": _write_caption,
    "dd": _write_definition,
    "dt": _write_term,
    "hr": _write_rule,
    "img": _write_image,
    "li": _write_item,
    "pre": _write_pre,
    "tr": _write_row,
}
