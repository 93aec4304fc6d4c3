"""Pandoc as the judge: it finds the same citations on our pages as our extension does."""

import functools
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pandoc import run_pandoc
from project import CONFIG, KIT, ROOT, SMALL
from syntax.test_citations import CASES

from build_tools.files.page_files import written_pages
from build_tools.ledger import Ledger
from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import Filling, parse_page
from build_tools.syntax.citations import Citation, Locator, parse_citations
from build_tools.syntax.fences import find_fences

PAGES = [path.relative_to(CONFIG.docs).as_posix() for path in written_pages(CONFIG.docs)]
STYLE = ROOT / "tests/data/locators.csl"
# MkDocs indents what belongs to an admonition, a tab or the like; to Pandoc that would be code.
BLOCK = re.compile(r"^( *)(?:!!!|\?\?\?\+?|===) .*\n(?:\1 {4}.*\n|[ \t]*\n)*", re.MULTILINE)


def pandoc(text: str, *arguments: str) -> Any:
    return json.loads(run_pandoc(text, *arguments, "-t", "json"))


def nodes(value: Any, kind: str) -> Iterator[Any]:
    """Yield the nodes of one kind in document order, but none inside another."""
    if isinstance(value, dict):
        if value.get("t") == kind:
            yield value
            return
        value = list(value.values())
    for part in value if isinstance(value, list) else ():
        yield from nodes(part, kind)


def words(value: Any) -> str:
    """Return the text of a node."""
    if isinstance(value, dict):
        if value.get("t") in ("Space", "SoftBreak"):
            return " "
        return words(value.get("c", ""))
    return "".join(map(words, value)) if isinstance(value, list) else str(value)


def outdent(text: str) -> str:
    """Give Pandoc the content of admonitions and tabs as plain blocks."""

    def inner(match: re.Match[str]) -> str:
        _, _, content = match[0].partition("\n")
        return outdent(re.sub(rf"(?m)^{match[1]} {{4}}", match[1], content))

    return BLOCK.sub(inner, text)


def found_by_pandoc(text: str) -> list[Any]:
    """Return Pandoc's citations, each a dict of its JSON."""
    parsed = pandoc(outdent(text), "-f", "markdown+citations")
    return [citation for node in nodes(parsed["blocks"], "Cite") for citation in node["c"][0]]


def locators_by_pandoc(citations: list[Any]) -> list[str]:
    """Let citeproc print the locator of each citation, with a style that prints nothing else.

    Each citation stands alone in a paragraph of its own: in a group, or where the author is part
    of the sentence, citeproc moves parts about.
    """
    version = pandoc("", "-f", "markdown")["pandoc-api-version"]
    alone = {"citationMode": {"t": "NormalCitation"}, "citationPrefix": []}
    blocks = [
        {"t": "Para", "c": [{"t": "Cite", "c": [[{**citation, **alone}], []]}]}
        for citation in citations
    ]
    items = [{"id": key, "type": "webpage"} for key in sorted({c["citationId"] for c in citations})]
    references = {"t": "MetaList", "c": [
        {"t": "MetaMap", "c": {
            name: {"t": "MetaInlines", "c": [{"t": "Str", "c": value}]}
            for name, value in item.items()
        }}
        for item in items
    ]}  # fmt: skip
    document = {"pandoc-api-version": version, "meta": {"references": references}, "blocks": blocks}
    # Quiet: it would warn of each citation without a locator, of which nothing is printed.
    options = ("-f", "json", "--citeproc", "--csl", str(STYLE), "--quiet")
    done = pandoc(json.dumps(document), *options)
    printed = [words(block) for block in done["blocks"] if block["t"] == "Para"]
    found = [match[1] if (match := re.search("⟦(.*?)⟧", text)) else "" for text in printed]
    # Of a range alone citeproc makes the hyphen a dash, of one among others it does not.
    return [text.replace("–", "-") for text in found]


def locator(citation: Citation) -> str:
    return str(citation.locator or "")


@functools.cache
def page_text(root: Path, path: str) -> str:
    """The Markdown of a page with its blocks filled, their text as paragraphs."""
    text = (root / "docs" / path).read_text(encoding="utf-8")
    return unfence(parse_page(text, path, fillings(root)).body)


@functools.cache
def fillings(root: Path) -> dict[str, Filling]:
    return load_fillings(root / "docs", root)


def unfence(text: str) -> str:
    """Make a paragraph of each value in our blocks, which are code to Pandoc."""
    lines = text.split("\n")
    for fence in find_fences(lines):
        if fence.word in KIT.blocks and fence.end is not None:
            lines[fence.start] = lines[fence.end] = ""
            for index in range(fence.start + 1, fence.end):
                line = re.sub(r"^[ -]*#.*|^[ -]+", "", lines[index])
                lines[index] = f"\n{line}" if re.match(r"[\w -]+:", line) else line
    return "\n".join(lines)


def ours(ledger: Ledger, path: str) -> list[Citation]:
    statements = ledger.pages[path].statements
    citations = {c.offset: c for statement in statements for c in statement.citations}
    return [citations[offset] for offset in sorted(citations)]


def assert_same_citations(root: Path, ledger: Ledger, path: str) -> None:
    """Hold the citations of a page that our extension has found against Pandoc's."""
    theirs = found_by_pandoc(page_text(root, path))
    citations = ours(ledger, path)
    assert [(c.key, str(c.mode)) for c in citations] == [
        (c["citationId"], c["citationMode"]["t"]) for c in theirs
    ]
    assert [locator(c) for c in citations] == locators_by_pandoc(theirs)


def assert_all_are_compared(root: Path, ledger: Ledger, paths: Sequence[str], least: int) -> None:
    """An empty list equals an empty list: that must not be all that was compared."""
    found = sum(len(ours(ledger, path)) for path in paths)
    assert found > least
    # Counted once more, by looking at the text alone.
    texts = [page_text(root, path) for path in paths]
    raw = sum(len(re.findall(r"(?<![\w\\/`])@\w", text)) for text in texts)
    code = sum(
        len(re.findall(r"(?<![\w\\/`])@\w", span))
        for text in texts
        for span in re.findall(r"(?ms)^```.*?^```|`[^`\n]+`", text)
    )
    assert found == raw - code


@pytest.mark.parametrize("path", PAGES)
def test_pandoc_finds_the_same_citations_on_the_page(manuscript: Ledger, path: str) -> None:
    assert_same_citations(SMALL, manuscript, path)


def test_the_pages_have_citations_to_compare(manuscript: Ledger) -> None:
    assert_all_are_compared(SMALL, manuscript, PAGES, 20)


@pytest.mark.parametrize("text", CASES)
def test_pandoc_reads_the_grammar_as_we_do(text: str) -> None:
    """A word before each case keeps Pandoc from seeing the label of an example or a list."""
    text = f"word {text}"
    theirs = found_by_pandoc(text)
    citations = [citation for group in parse_citations(text) for citation in group.items]
    assert [(c.key, str(c.mode)) for c in citations] == [
        (c["citationId"], c["citationMode"]["t"]) for c in theirs
    ]
    assert [locator(c) for c in citations] == (locators_by_pandoc(theirs) if theirs else [])


def test_a_locator_is_written_as_pandoc_prints_it() -> None:
    assert str(Locator("", ((2, 3), (5, 5)))) == "paras. 2-3, 5"
    assert str(Locator("", ((6, 6),))) == "para. 6"
