"""What is fuzzed: six ways into the library, each from a text that anybody may have written.

Each returns what came of the text, in a few words; only the project's own problems may be raised,
and those are part of the outcome. What else must hold of every text is asserted.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from checks.test_check_cases import CASES
from project import CONFIG, KIT, ROOT, SMALL

from build_tools.files.text_files import with_plain_breaks
from build_tools.ledger import Ledger
from build_tools.manuscript.read import load_site_library, page_info, site_markdown
from build_tools.markdown_extension.note_words import NoteWords
from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import LONGEST_LINE, parse_page
from build_tools.problems import Problem
from build_tools.sources.find import find_nearest, find_words
from build_tools.sources.library import load_library
from build_tools.syntax.citations import CitationError, parse_citations
from build_tools.text.folding import fold
from build_tools.text.quotations import find_quotation, nearest_passage, text_fragment

CORPUS = Path(__file__).parent / "corpus"
_HEADING = "# A page\n\n"
_SOURCE = "osten-2019"
# What a message has of the text that it is about.
_DIFFERS = re.compile(r"'.*'|\d+|“.*”")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class Target:
    """A way in, texts that get far on it, and pieces that change where they lead."""

    name: str
    run: Callable[[str], str]
    seeds: tuple[str, ...]
    pieces: tuple[str, ...] = ()

    @property
    def corpus(self) -> tuple[str, ...]:
        """The texts that once failed, which are kept."""
        return tuple(path.read_text("utf-8") for path in sorted((CORPUS / self.name).glob("*.txt")))

    def keep(self, text: str, name: str) -> Path:
        """Write a text that fails to where the tests find it."""
        path = CORPUS / self.name / f"{name}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        # As it is: a carriage return may be what fails.
        path.write_bytes(text.encode("utf-8"))
        return path


def _outcome(problems: Iterable[Problem]) -> str:
    """Say what was found, without what differs from text to text."""
    said = set()
    for problem in problems:
        assert problem.place.line >= 1, problem
        assert problem.place.column >= 1, problem
        assert not _CONTROL.search(str(problem)), repr(str(problem))
        said.add(f"{problem.code}: {_DIFFERS.sub('_', problem.message)}")
    return "; ".join(sorted(said))


def read_citations(text: str) -> str:
    """Read citations of a run of text; each stands where it says."""
    try:
        groups = list(parse_citations(text))
    except CitationError as error:
        assert 0 <= error.start <= error.offset <= error.end <= len(text)
        return re.sub(r"'.*'", "_", str(error))
    for group in groups:
        assert 0 <= group.start < group.end <= len(text)
        assert all(text[item.offset] == "@" for item in group.items)
    return " ".join(sorted({str(item.mode) for group in groups for item in group.items}))


def read_page(text: str) -> str:
    """Read a page as the build does, up to its HTML with words of articles in the notes."""
    library = load_site_library(CONFIG)
    text = with_plain_breaks(text)
    source = parse_page(text, "docs/page.md", load_fillings(CONFIG.docs, CONFIG.root))
    ledger = Ledger(library, KIT, page_info(source, "docs/page.md", "page.md"))
    html = site_markdown(CONFIG, ledger).convert(source.body)
    NoteWords.of(ledger).fill("page.md", html)
    last = text.count("\n") + 2
    for problem in ledger.findings:
        if problem.place.path == "docs/page.md":
            assert problem.place.line <= last, problem
    return _outcome(ledger.findings)


def read_statement(text: str) -> str:
    """Read a page that has this text below its heading."""
    return read_page(_HEADING + text)


def read_record(text: str) -> str:
    """Load a library in which this is the record of an article."""
    with TemporaryDirectory() as name:
        seeds = Path(name)
        (seeds / f"{_SOURCE}.txt").write_bytes((SMALL / f"seeds/{_SOURCE}.txt").read_bytes())
        (seeds / f"{_SOURCE}.yml").write_bytes(text.encode("utf-8"))
        return _outcome(load_library(seeds, seeds).problems)


def match_quotation(text: str) -> str:
    """Find the first line in the other lines, as a quotation, as words and as what is like them."""
    words, _, passage = text.partition("\n")
    words, passage = words[:LONGEST_LINE], passage[:LONGEST_LINE]
    folded = fold(passage)
    spans = find_quotation(words, folded)
    for start, end in spans or ():
        first, last = folded.original_span(start, end)
        assert 0 <= first < last <= len(passage)
    near = nearest_passage(words, folded)
    assert near.text in folded.text
    text_fragment(words, passage)
    sources = load_site_library(CONFIG).sources.values()
    hits = [*find_words(words, sources), *find_nearest(words, sources)]
    for hit in hits:
        assert list(parse_citations(hit.citation)), hit.citation
    return f"{len(spans or ())} {bool(near.text)} {bool(hits)}"


@cache
def targets() -> dict[str, Target]:
    """Return the ways in by their names."""
    cases = tuple(text for _, text, _, _ in CASES)
    pages = tuple(path.read_text("utf-8") for path in sorted(CONFIG.docs.rglob("*.md")))
    rules = tuple(text for rule in KIT.rules.values() for text in (rule.fails, rule.passes))
    blocks = tuple(
        f"```{name}\n{kind.example if kind.model.model_fields else ''}```\n"
        for name, kind in KIT.blocks.items()
    )
    records = tuple(
        path.read_text("utf-8")
        for folder in (SMALL, ROOT)
        for path in sorted((folder / "seeds").glob("*.yml"))
    )
    quotations = tuple(
        f"{words}\n{paragraph.text}"
        for source in load_site_library(CONFIG).sources.values()
        for paragraph in source.article.paragraphs[:3]
        for words in (paragraph.text[5:60], f"{paragraph.text[:20]} [...] {paragraph.text[-20:]}")
    )
    heads = tuple(text for text in (*pages, *rules) if text.startswith("---"))
    cited = ("[@osten-2019", ", para. 2", ", paras. 2-3", "]", ";", "@osten-2019", ', "call"', "-@")
    markdown = (*cited, "- ", "> ", "| a | b |\n|---|---|\n", "```", "**", "`", "{: .no-claim }")
    comments = ("<!-- waive number: why -->", "<!--", "[^1]", "[a](b)", "![a](b)", "1. ", "---\n")
    numbers = ("35 minutes", "16 May 2019", "58 percent", "two of the three", "$1.5bn", "not ")
    yaml = (": ", "- ", "\n  ", "[", "]", "{", "}", "&a ", "*a", "!!int ", "|\n", "''", '"', "null")
    ellipses = ("…", "[...]", "...", "[t]", "“", "”", "'", "-", "«", "ﬁ", "İ", "ß")
    found = (
        Target("citations", read_citations, (*cases, *rules), (*cited, "no mention of ", " or ")),
        Target("statements", read_statement, (*cases, *rules), markdown + comments + numbers),
        Target("records", read_record, records, (*yaml, "2020-09-29", "10-12, 14")),
        Target(
            "blocks", read_statement, blocks, (*yaml, *cited, *(f"```{k}\n" for k in KIT.blocks))
        ),
        Target(
            "heads", read_page, heads, (*yaml, *cited, "---\n", "event:", "ways:", "claims: none")
        ),
        Target("quotations", match_quotation, quotations, ellipses),
    )
    return {target.name: target for target in found}
