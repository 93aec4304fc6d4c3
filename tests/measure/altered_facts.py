"""Alter one fact at a time in a copy of the real pages, and see which changes the build catches.

The alterations are written for this test alone, and use none of the lists of the checks. Of the
opposites, most pairs stand in a check's list as well: so the others are counted on their own.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from markdown import Markdown

from build_tools.editor.judging import judge_alone
from build_tools.files.site_config import SiteConfig
from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import Filling, PageSource, parse_page
from build_tools.pages.statements import Statement
from build_tools.problems import Outcome, Problem
from build_tools.site_data.measurements import AlteredKind
from build_tools.sources.library import Library, Source

SEED = 1956
STAND_IN = "stand-in"
NUMBERS = [
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "twelve",
    "twenty",
    "thirty",
]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
OPPOSITES = {
    "agreed": "refused", "agreement": "refusal", "after": "before", "before": "after",
    "illegal": "legal", "legitimate": "illegitimate", "first": "last", "all": "some",
    "will": "may", "would": "might", "increase": "decrease", "since": "before",
    "following": "before", "advance": "abandon", "reaffirmed": "rejected", "forward": "backward",
    "northeast": "southwest", "still": "no longer", "highly": "hardly", "never": "always",
    "reopen": "close", "unchanged": "changed", "prevented": "enabled", "major": "minor",
    "continue": "end", "demands": "renounces", "possible": "impossible", "retained": "dismissed",
}  # fmt: skip
# Pairs that no check has: what they show is how far the checks go beyond what they were told.
OTHER_OPPOSITES = {
    "met": "avoided", "meeting": "boycott", "met with": "avoided", "spoke": "quarrelled",
    "wanted": "feared", "hoped": "feared", "planned": "cancelled", "ready": "unwilling",
    "prepared": "unwilling", "discussed": "ignored", "discuss": "ignore", "joint": "separate",
    "cooperation": "rivalry", "constructive": "hostile", "frank": "guarded", "new": "old",
    "promises": "forbids", "asked": "thanked", "help": "hindrance", "reached": "lost",
    "strong": "weak", "large": "tiny", "gap": "surplus", "return": "sale", "peace": "war",
    "dispute": "accord", "disagreement": "harmony", "concern": "delight", "ban": "duty",
    "visit": "leave", "named": "omitted", "given": "denied", "step": "obstacle", "lies": "ends",
}  # fmt: skip
NEGATIONS = {
    "is": "is not", "are": "are not", "was": "was not", "were": "were not", "has": "has not",
    "have": "have not", "had": "had not", "will": "will not", "would": "would not",
    "said": "did not say", "agreed": "did not agree", "told": "did not tell",
    "asked": "did not ask", "wanted": "did not want", "not": "", "never": "", "no": "a",
    "held": "did not hold", "spoke": "did not speak", "hoped": "did not hope",
}  # fmt: skip


@dataclass(frozen=True)
class Alteration:
    """One change of a page: its kind, the page, the text before and after, and what changed."""

    kind: str
    uri: str
    start: int
    end: int
    new: str
    what: str


@dataclass(frozen=True)
class Site:
    """The real pages, their statements and their sources."""

    config: SiteConfig = field(repr=False)
    ledger: Ledger = field(repr=False)
    _untouched: dict[tuple[str, int], tuple[Problem, ...]] = field(default_factory=dict, repr=False)

    @property
    def library(self) -> Library:
        return self.ledger.library

    @cached_property
    def desk(self) -> tuple[Ledger, Markdown]:
        """A ledger of its own for altered pages, and what converts pages into it.

        As in an editor, only the statement that is altered is judged anew.
        """
        ledger = Ledger(self.library, self.ledger.kit, publishes=False, judge=judge_alone)
        return ledger, site_markdown(self.config, ledger)

    def judge(self, uri: str, body: str) -> tuple[Problem, ...]:
        """Return what stops the build in Markdown of a page; its head is that of the real one."""
        ledger, converter = self.desk
        ledger.entries.clear()
        ledger.page_problems.clear()
        ledger.page = page_info(self.page(uri), uri, uri)
        converter.reset()
        converter.convert(body)
        found = [problem for entry in ledger.entries for problem in entry.problems]
        found += [problem for problems in ledger.page_problems.values() for problem in problems]
        return tuple(it for it in found if it.outcome is Outcome.NOT_BORNE_OUT)

    def read(self, uri: str, first: int, last: int) -> tuple[Problem, ...]:
        """Return what stops the build in a section as it is: none of it counts as a catch."""
        key = (uri, first)
        if key not in self._untouched:
            self._untouched[key] = self.judge(uri, self.page(uri).body[first:last])
        return self._untouched[key]

    @cached_property
    def fillings(self) -> dict[str, Filling]:
        """What the build puts into blocks."""
        return load_fillings(self.config.docs, self.config.root)

    def page(self, uri: str) -> PageSource:
        """Read one page as it is, with its blocks filled."""
        text = (self.config.docs / uri).read_text(encoding="utf-8")
        return parse_page(text, uri, self.fillings)


def prose_span(statement: Statement) -> tuple[int, int]:
    """Return the part of the page that is the statement's text, before its first citation."""
    return statement.start, min(citation.offset for citation in statement.citations)


def _words(statement: Statement, pattern: str) -> Iterator[re.Match[str]]:
    """Find words of a statement outside its quotations and citations."""
    start, end = prose_span(statement)
    text = statement.page.text
    quoted = [m.span() for m in re.finditer(r'"[^"]*"|\]\([^)]*\)', text[start:end])]
    for match in re.compile(pattern).finditer(text, start, end):
        if not any(a <= match.start() - start < b for a, b in quoted):
            yield match


def _quotations(statement: Statement, site: Site, rng: random.Random) -> Iterator[tuple]:
    text = statement.page.text
    for match in re.compile(r'"([^"]+)"').finditer(text, statement.start, statement.end):
        before = text[max(0, match.start() - 60) : match.start()]
        words = list(re.finditer(r"[A-Za-z]{3,}", match[1]))
        absence = "no mention of" in before.rsplit("[", 1)[-1]
        if len(match[1].split()) < 3 or not words or absence:
            continue
        word = rng.choice(words)
        other = rng.choice(["reject", "islands", "formally", "Moscow", "without", "treaties"])
        if other != word[0]:
            at = match.start(1) + word.start()
            yield at, at + len(word[0]), other


def _keys(statement: Statement, site: Site, rng: random.Random) -> Iterator[tuple]:
    for citation in statement.citations:
        at = citation.offset + 1
        drop = rng.randrange(1, len(citation.key))
        yield at, at + len(citation.key), citation.key[:drop] + citation.key[drop + 1 :]


def _locators(statement: Statement) -> Iterator[tuple[int, str, str]]:
    for citation in statement.citations:
        if citation.locator:
            at = statement.page.text.find(citation.locator.text, citation.offset)
            yield at, citation.locator.text, citation.key


def _beyond(statement: Statement, site: Site, rng: random.Random) -> Iterator[tuple]:
    for at, locator, key in _locators(statement):
        last = len(site.library.sources[key].article.paragraphs)
        number = list(re.finditer(r"\d+", locator))[-1]
        yield at + number.start(), at + number.end(), str(last + 1)


def _moved(statement: Statement, site: Site, rng: random.Random) -> Iterator[tuple]:
    for at, locator, key in _locators(statement):
        cited = {int(number) for number in re.findall(r"\d+", locator)}
        total = len(site.library.sources[key].article.paragraphs)
        others = [n for n in range(1, total + 1) if n not in cited]
        yield at, at + len(locator), f"para. {rng.choice(others)}"


def _numbers(statement: Statement, site: Site, rng: random.Random) -> Iterator[tuple]:
    months = "|".join(MONTHS)
    for match in _words(statement, r"(?<![\w-])\d+(?![\w-])"):
        after = statement.page.text[match.end() : match.end() + 12]
        before = statement.page.text[max(0, match.start() - 12) : match.start()]
        if re.match(rf"(?:-\d+)? (?:{months})", after) or re.search(rf"(?:{months}) $", before):
            continue  # Part of a date, which has a kind of its own.
        yield match.start(), match.end(), _other_digits(match[0], rng)
    for match in _words(statement, rf"\b(?:{'|'.join(NUMBERS)})\b"):
        yield *match.span(), rng.choice([n for n in NUMBERS if n != match[0]])


def _other_digits(number: str, rng: random.Random) -> str:
    at = rng.randrange(len(number))
    digit = rng.choice([d for d in "123456789" if d != number[at]])
    return number[:at] + digit + number[at + 1 :]


def _dates(statement: Statement, site: Site, rng: random.Random) -> Iterator[tuple]:
    months = "|".join(MONTHS)
    for match in _words(statement, rf"\b\d{{1,2}} (?:{months})(?: \d{{4}})?"):
        day, month, *year = match[0].split()
        part = rng.randrange(2 + len(year))
        if part == 0:
            day = str(rng.choice([n for n in range(1, 29) if str(n) != day]))
        elif part == 1:
            month = rng.choice([name for name in MONTHS if name != month])
        else:
            year = [str(int(year[0]) + rng.choice([-2, -1, 1, 2]))]
        yield *match.span(), " ".join([day, month, *year])
    for match in _words(statement, rf"\b(?:{'|'.join(WEEKDAYS)})\b"):
        yield *match.span(), rng.choice([name for name in WEEKDAYS if name != match[0]])


def _names(statement: Statement, site: Site, rng: random.Random) -> Iterator[tuple]:
    """Replace a name by another of the same kind that the same source has."""
    names = site.library.names
    start, end = prose_span(statement)
    text = statement.page.text[start:end]
    sources = site.library.cited_sources(statement.citations)
    others = {m.name: m for source in sources for m in _mentions(source, site)}
    present = {mention.name for mention in names.mentions(text)}
    quoted = [m.span() for m in re.finditer(r'"[^"]*"|\]\([^)]*\)', text)]
    for mention in names.mentions(text):
        if mention.kind not in ("people", "countries", "places", "bodies", "titles"):
            continue
        if any(a <= mention.start < b for a, b in quoted):
            continue
        same = sorted(
            m.text for m in others.values() if m.kind == mention.kind and m.name != mention.name
        )
        same = [name for name in same if name not in present]
        if same:
            new = rng.choice(same)
            new = new.lower() if mention.text.islower() else new
            yield start + mention.start, start + mention.end, new


def _mentions(source: Source, site: Site) -> list:
    texts = [paragraph.folded.text for paragraph in source.article.paragraphs]
    return [mention for text in texts for mention in site.library.names.mentions(text)]


def _swaps(table: dict[str, str]) -> Callable[[Statement, Site, random.Random], Iterator[tuple]]:
    def swaps(statement: Statement, site: Site, rng: random.Random) -> Iterator[tuple]:
        if any(citation.absent_terms for citation in statement.citations):
            return  # What a source lacks is held to its terms, not to its sentences.
        for match in _words(statement, rf"\b(?:{'|'.join(table)})\b"):
            yield *match.span(), table[match[0]]

    return swaps


# The most alterations of a kind; of names all there are, for they are the hardest to catch.
KINDS: dict[str, tuple[int, Callable[[Statement, Site, random.Random], Iterator[tuple]]]] = {
    "a word of a quotation": (80, _quotations),
    "a source's key": (60, _keys),
    "a locator past the end": (60, _beyond),
    "a number": (60, _numbers),
    "a date": (60, _dates),
    "a name": (10_000, _names),
    "a negation": (80, _swaps(NEGATIONS)),
    "an opposite that a check lists": (80, _swaps(OPPOSITES)),
    "an opposite that none lists": (80, _swaps(OTHER_OPPOSITES)),
    "a locator moved within the source": (120, _moved),
}


def make_alterations(site: Site, most: int | None = None) -> list[Alteration]:
    """Draw the alterations, at most `most` of every kind, always the same ones.

    Each draw depends on its statement alone, so that an edit of a sentence leaves those of the
    others as they were.
    """
    alterations = []
    for kind, (most_of_kind, find) in KINDS.items():
        drawn = []
        for entry in site.ledger.entries:
            uri, statement = entry.page.uri, entry.statement
            rng = random.Random(f"{SEED} {kind} {uri} {statement.text}")
            for start, end, new in find(statement, site, rng):
                alteration = Alteration(kind, uri, start, end, new, statement.text)
                drawn.append((rng.random(), alteration))
        drawn.sort(key=lambda pair: pair[0])
        alterations += [alteration for _, alteration in drawn[:most_of_kind][:most]]
    return alterations


@dataclass(frozen=True)
class Altered:
    """An alteration and what was found in the page because of it: what stops the build."""

    alteration: Alteration
    findings: tuple[Problem, ...]

    @property
    def caught(self) -> bool:
        return any(found.code != STAND_IN for found in self.findings)

    @property
    def surfaced(self) -> bool:
        """Whether it is caught or a stand-in is asked for."""
        return bool(self.findings)


def judge_altered(alteration: Alteration, site: Site) -> Altered:
    """Parse the altered section as the build does, and tell what the checks say of it."""
    body = site.page(alteration.uri).body
    first, last = _section(body, alteration.start)
    altered = body[first : alteration.start] + alteration.new + body[alteration.end : last]
    untouched = {(found.code, found.message) for found in site.read(alteration.uri, first, last)}
    return Altered(
        alteration,
        tuple(
            found
            for found in site.judge(alteration.uri, altered)
            if (found.code, found.message) not in untouched
        ),
    )


def _section(body: str, offset: int) -> tuple[int, int]:
    """Return the span of the section that an offset is in: what is checked goes no further."""
    borders = [0, *(match.start() for match in re.finditer(r"^## ", body, re.MULTILINE)), len(body)]
    return next((a, b) for a, b in pairwise(borders) if offset < b)


def judge_alterations(site: Site, most: int | None = None) -> dict[str, list[Altered]]:
    """Make the alterations, at most `most` of each kind, one at a time, and judge them by kind."""
    kinds: dict[str, list[Altered]] = {kind: [] for kind in KINDS}
    for alteration in make_alterations(site, most):
        kinds[alteration.kind].append(judge_altered(alteration, site))
    return kinds


def count_altered(kinds: dict[str, list[Altered]]) -> list[AlteredKind]:
    """Count by kind how many were caught and surfaced."""
    return [
        AlteredKind(
            kind=kind,
            made=len(judged),
            caught=sum(it.caught for it in judged),
            surfaced=sum(it.surfaced for it in judged),
        )
        for kind, judged in kinds.items()
    ]


def describe_altered(rows: Sequence[AlteredKind]) -> str:
    """Say how much of each kind was caught and surfaced, a line each."""
    lines = [
        f"{row.kind:36} of {row.made:4} caught {row.caught:4} {row.caught / row.made:7.1%},"
        f" surfaced {row.surfaced:4} {row.surfaced / row.made:7.1%}"
        for row in rows
    ]
    return "\n".join(lines)


def describe_unnoticed(judged: Sequence[Altered]) -> str:
    """Say which alterations nothing was found in."""
    return "\n".join(
        f"{it.alteration.uri}: {it.alteration.what} <- {it.alteration.new}"
        for it in judged
        if not it.surfaced
    )
