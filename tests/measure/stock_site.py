"""The same text on a stock Material site with ordinary footnotes, to be compared with ours.

The settings are those of Material's own "Getting started", and what the text needs: footnotes with
tooltips, tables, admonitions. No font is fetched, so that the network is not what is compared. What
our blocks show, tables, passages and the map, stands there as the same elements without our looks.
"""

import re
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import fromstring, tostring

import yaml
from project import ROOT

from build_tools.assembly import generated_pages
from build_tools.blocks.block import BlockContext
from build_tools.files.page_files import written_pages
from build_tools.files.site_config import load_site_config
from build_tools.ledger import Ledger
from build_tools.manuscript.read import read_manuscript
from build_tools.markdown_extension.notes import CitedPassage, Note, Notes
from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import parse_page
from build_tools.sources.library import Library
from build_tools.syntax.citations import CitationGroup, parse_citations
from build_tools.syntax.fences import find_fences

SETTINGS: dict[str, Any] = {
    "site_name": "Four islands and a treaty",
    "site_description": "The same text on a stock site.",
    "theme": {"name": "material", "font": False, "features": ["content.footnote.tooltips"]},
    "markdown_extensions": [
        "admonition",
        "attr_list",
        "def_list",
        "footnotes",
        "md_in_html",
        "tables",
        {"toc": {"permalink": True}},
        "pymdownx.details",
        "pymdownx.superfences",
    ],
}
_BLOCKS = frozenset(
    """div table thead tbody tr th td caption p ul ol li dl dt dd h2 h3 section figure figcaption
    blockquote""".split()
)
# In code a citation is an example.
_CODE = re.compile(r"^( *)(`{3,}).*?^\1\2|`+[^`\n]+`+", re.DOTALL | re.MULTILINE)


def write_stock_site(folder: Path, site_url: str) -> None:
    """Write the pages and the settings of the stock site, to be built there with MkDocs."""
    config = load_site_config(ROOT)
    ledger = read_manuscript(config)
    ledger.fillings = load_fillings(config.docs, config.root)
    docs = folder / "docs"
    for path in written_pages(config.docs):
        uri = path.relative_to(config.docs).as_posix()
        _write(docs / uri, path.read_text("utf-8"), ledger, uri)
    for page in generated_pages(ledger.library):
        _write(docs / page.uri, page.render(ledger), ledger, page.uri)
    text = yaml.safe_dump({**SETTINGS, "site_url": site_url}, sort_keys=False)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")


def _write(path: Path, text: str, ledger: Ledger, uri: str) -> None:
    page = parse_page(text, uri, ledger.fillings)
    head = yaml.safe_dump({"title": page.meta.title, "description": page.meta.description})
    path.parent.mkdir(parents=True, exist_ok=True)
    body = with_footnotes(with_blocks(page.body, ledger, uri), ledger.library, uri)
    path.write_text(f"---\n{head}---\n{body}", encoding="utf-8")


def with_blocks(text: str, ledger: Ledger, uri: str) -> str:
    """Return Markdown with each block of ours turned into the HTML that it is made of."""
    kit, lines = ledger.kit, text.split("\n")
    around = BlockContext(ledger.library, kit.data, uri)
    for fence in reversed(list(find_fences(lines))):
        if fence.word not in kit.blocks or fence.margin or fence.end is None:
            continue
        kind, yaml_ = kit.blocks[fence.word], "\n".join(lines[fence.start + 1 : fence.end])
        html = kind.render(f"{yaml_}\n" if yaml_ else "", uri, 1, around)
        html = html if kind.finished else _read_as_markdown(html)
        lines[fence.start : fence.end + 1] = ["", *html.split("\n"), ""]
    return "\n".join(lines)


def _read_as_markdown(html: str) -> str:
    """Let the extension `md_in_html` read the text in the elements, as ours is read."""
    root = fromstring(f"<div>{html}</div>")
    for element in root.iter():
        holds_blocks = any(child.tag in _BLOCKS for child in element)
        if element.tag in _BLOCKS:
            element.set("markdown", "block" if holds_blocks else "span")
    return tostring(root, encoding="unicode")


def with_footnotes(text: str, library: Library, uri: str) -> str:
    """Return Markdown with each citation turned into footnotes, which stand at the end."""
    notes = Notes(library)
    pieces, done = [], 0
    for code in _CODE.finditer(text):
        pieces += [_cited(text[done : code.start()], notes), code[0]]
        done = code.end()
    made = "".join([*pieces, _cited(text[done:], notes)])
    to_root = "../" * uri.count("/")
    return "\n".join([made, "", *(_footnote(note, to_root) for note in notes.all())])


def cited_with_footnotes(text: str, library: Library) -> str:
    """Return Markdown of running text alone with footnotes, on a site without pages of sources."""
    notes = Notes(library)
    cited = _cited(text, notes)
    listed = (f"[^{n.number}]: {' '.join(map(_reference, n.passages))}\n" for n in notes.all())
    return "\n".join([cited, "", *listed])


def _cited(text: str, notes: Notes) -> str:
    pieces, done = [], 0
    for group in parse_citations(text):
        pieces += [text[done : group.start], _references(group, notes)]
        done = group.end
    return "".join([*pieces, text[done:]])


def _references(group: CitationGroup, notes: Notes) -> str:
    outlet = ""
    if group.narrative:
        outlet = notes.library.sources[group.items[0].key].record.outlet
    mark = notes.mark(group.items)
    return f"{outlet}[^{mark.note}]" if mark else outlet


def _footnote(note: Note, to_root: str) -> str:
    passages = " ".join(_passage(passage, to_root) for passage in note.passages)
    return f"[^{note.number}]: {passages}\n"


def _passage(passage: CitedPassage, to_root: str) -> str:
    anchor = f"#para-{passage.paragraphs[0]}" if passage.paragraphs else ""
    source = f"{to_root}sources/{passage.source_id}.md{anchor}"
    return f"{_reference(passage)} [In context]({source})"


def _reference(passage: CitedPassage) -> str:
    reference = passage.reference
    words = (reference.outlet, reference.title, reference.date, passage.locator)
    return f"{', '.join(filter(None, words))}. [Original]({passage.original})"
