"""What the pages of one build say, gathered as each page is parsed, and what checks found there.

The ledger is the one thing that lives longer than a page: the Markdown extension writes to it,
generated pages read from it. Each build makes a new one, so nothing is carried over.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from build_tools.checks.attribution import check_attribution
from build_tools.checks.registry import check_site
from build_tools.checks.waivers import Judgement, judge
from build_tools.kit import Kit
from build_tools.lexicon.stand_ins import StandIn
from build_tools.pages.account import stand_ins_of
from build_tools.pages.broken_links import check_broken_links
from build_tools.pages.extracts import Extracts, choose_extracts
from build_tools.pages.front_matter import Filling, HeadText, LineOrigin, PageMeta
from build_tools.pages.gone import check_gone
from build_tools.pages.page_links import PageLinks
from build_tools.pages.quoted_words import find_shown_by
from build_tools.pages.statements import PageEvidence, Statement, Waiver
from build_tools.problems import Outcome, Problem
from build_tools.site_data.editions import EDITIONS, GONE
from build_tools.sources.library import Library
from build_tools.templating import template_texts


class Verdict(StrEnum):
    """What the build can say of a statement."""

    BORNE_OUT = "borne out"
    WAIVED = "waived by a reviewer"
    UNDECIDED = "cannot be checked in full"
    NOT_BORNE_OUT = "not borne out"


@dataclass(frozen=True)
class PageInfo:
    """The page about to be parsed: its file, its path below docs, its front matter.

    `written` is false for a generated page, whose text is not evidence.
    """

    path: str = "page.md"
    uri: str = "page.md"
    line_origins: tuple[LineOrigin, ...] = ()
    meta: PageMeta = field(default_factory=PageMeta)
    problems: tuple[Problem, ...] = ()
    written: bool = True
    head: tuple[HeadText, ...] = ()


@dataclass(frozen=True)
class Entry:
    """A statement as it stands in the ledger, with what its checks found."""

    page: PageEvidence
    statement: Statement
    problems: tuple[Problem, ...]
    waived: tuple[tuple[Waiver, Problem], ...]

    @property
    def verdict(self) -> Verdict:
        """The worst finding decides."""
        if any(problem.outcome is Outcome.NOT_BORNE_OUT for problem in self.problems):
            return Verdict.NOT_BORNE_OUT
        if self.problems:
            return Verdict.UNDECIDED
        return Verdict.WAIVED if self.waived else Verdict.BORNE_OUT


def _told_once(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield judged statements, of a paragraph that names no outlet only the first with that.

    The outlet, once it is named there, is named for what follows as well.
    """
    code, before = check_attribution.code, None
    for entry in entries:
        same = before is not None and before.statement.text in entry.statement.before
        told = (
            {(it.message, it.hint) for it in before.problems if it.code == code}
            if before and same
            else ()
        )
        kept = tuple(
            it for it in entry.problems if it.code != code or (it.message, it.hint) not in told
        )
        yield replace(entry, problems=kept)
        before = entry


@dataclass(frozen=True)
class Gathered:
    """What some pages say and what was found there, by page: all that is sent and kept of them."""

    pages: Mapping[str, PageEvidence]
    entries: Sequence[Entry]
    page_problems: Mapping[str, list[Problem]]
    links: Mapping[str, PageLinks]


@dataclass
class Ledger:
    """Evidence by page and judged statements, in the order of parsing.

    `publishes` is false where only the findings are wanted and no HTML need be made; `fillings`
    is what the build puts into blocks of pages, and `judge` is how a statement is checked.
    """

    library: Library
    kit: Kit = field(default_factory=Kit)
    page: PageInfo = field(default_factory=PageInfo)
    publishes: bool = True
    fillings: Mapping[str, Filling] = field(default_factory=dict)
    pages: dict[str, PageEvidence] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    page_problems: dict[str, list[Problem]] = field(default_factory=dict)
    links: dict[str, PageLinks] = field(default_factory=dict)
    judge: Callable[[Statement, Library], Judgement] = judge
    _resting: dict[str, dict[int, list[Entry]]] = field(default_factory=dict, init=False)
    _extracts: dict[int, Extracts] = field(default_factory=dict, init=False)
    _of_site: dict[tuple[int, bool], list[Problem]] = field(default_factory=dict, init=False)
    _late: dict[tuple[int, int], tuple[Problem, ...]] = field(default_factory=dict, init=False)

    def enter(self, evidence: PageEvidence) -> dict[str, tuple[Problem, ...]]:
        """Add a parsed page and check it; return the problems of each statement by its id.

        What belongs to no statement is under the empty id.
        """
        entries = []
        statements, library = evidence.statements, self.library
        evidence = replace(
            evidence,
            shown=tuple(find_shown_by(statements, library)),
            stand_ins=frozenset[StandIn]().union(*(stand_ins_of(it, library) for it in statements)),
        )
        for statement in statements:
            misread = evidence.is_misread(statement.start, statement.end)
            problems, waived = ((), ()) if misread else self.judge(statement, library)
            entries.append(Entry(evidence, statement, problems, waived))
        entries = list(_told_once(entries))
        others = [*self.page.problems, *evidence.problems, *self._check_page(evidence)]
        self.pages[evidence.uri] = evidence
        self._add(entries)
        self.page_problems[evidence.uri] = others
        return {entry.statement.id: entry.problems for entry in entries} | {"": tuple(others)}

    def _check_page(self, page: PageEvidence) -> Iterator[Problem]:
        for check in self.kit.page_checks:
            yield from check.run(page, self.library)

    def _add(self, entries: Sequence[Entry]) -> None:
        """Add judged statements, and note on which paragraphs each rests."""
        self.entries.extend(entries)
        for entry in entries:
            spots = {
                (citation.key, number): None
                for citation in entry.statement.citations
                if citation.locator
                for number in citation.locator.numbers
            }
            for key, number in spots:
                self._resting.setdefault(key, {}).setdefault(number, []).append(entry)

    def of_next_page(self) -> "Ledger":
        """Make a ledger for only the page about to be parsed: see `adopt`."""
        return Ledger(self.library, self.kit, self.page, self.publishes)

    def gathered(self) -> Gathered:
        """Return what the ledger holds so far."""
        return Gathered(self.pages, self.entries, self.page_problems, self.links)

    def adopt(self, others: Iterable[Gathered], uris: Iterable[str]) -> None:
        """Take over pages of other ledgers, in the order of `uris`; each is in one of them."""
        entries: dict[str, list[Entry]] = defaultdict(list)
        pages: dict[str, PageEvidence] = {}
        problems: dict[str, list[Problem]] = {}
        for other in others:
            pages |= other.pages
            self.links |= other.links
            problems |= other.page_problems
            for entry in other.entries:
                entries[entry.page.uri].append(entry)
        for uri in uris:
            self.page_problems[uri] = problems[uri]
            self._add(entries[uri])
            if uri in pages:
                self.pages[uri] = pages[uri]

    @property
    def input_problems(self) -> tuple[Problem, ...]:
        """The problems of sources, word lists and data files."""
        return tuple(sorted({*self.library.problems, *self.kit.data.problems}))

    @property
    def findings(self) -> list[Problem]:
        """Everything found in sources, pages and statements, in the order of files and lines."""
        entries = (problem for entry in self.entries for problem in entry.problems)
        pages = (problem for problems in self.page_problems.values() for problem in problems)
        return sorted({*self.input_problems, *entries, *pages, *self.late_problems})

    @property
    def late_problems(self) -> tuple[Problem, ...]:
        """What shows only once all pages have been read: what they are beside one another."""
        read = len(self.pages), len(self.links)
        if read not in self._late:
            site = self._check_site()
            broken = check_broken_links(self.links, self.kit.there)
            data = self.kit.data
            gone = check_gone(self.pages, data.of(EDITIONS), data.of(GONE), self.kit.there)
            self._late[read] = tuple(sorted({*site, *broken, *gone}))
        return self._late[read]

    def _check_site(self) -> list[Problem]:
        """Check the pages beside one another, once for as many as there are."""
        known = len(self.pages), not self._has_unread_data
        if known not in self._of_site:
            pages = list(self.pages.values())
            self._of_site[known] = list(check_site(pages, self.library, complete=known[1]))
        return self._of_site[known]

    @property
    def _has_unread_data(self) -> bool:
        """Whether a file of data is wrong: statements that pages have from it may be missing."""
        of_files = (
            problem
            for uri, page in self.pages.items()
            for problem in self.page_problems.get(uri, ())
            if problem.place.path != page.page.path
        )
        return bool(self.kit.data.problems) or any(of_files)

    def late_problems_of(self, uri: str) -> list[Problem]:
        """Return those of the late problems that are on one page, by its path below docs."""
        page = self.pages.get(uri)
        return [it for it in self.late_problems if page and it.place.path == page.page.path]

    @property
    def problems(self) -> list[Problem]:
        """The findings that stop a strict build."""
        return [found for found in self.findings if found.outcome is Outcome.NOT_BORNE_OUT]

    @property
    def extracts(self) -> Extracts:
        """The words of articles to show beside the statements of the pages that are here."""
        # Pages are added and never changed: so many pages are always the same ones.
        pages = tuple(self.pages.values())
        if len(pages) not in self._extracts:
            self._extracts[len(pages)] = choose_extracts(pages, self.library)
        return self._extracts[len(pages)]

    @cached_property
    def templates(self) -> dict[str, str]:
        """The texts of the library's templates, as they are when this is first asked for."""
        return template_texts()

    def resting_on(self, source_id: str) -> dict[int, list[Entry]]:
        """For each paragraph of a source, the statements that cite it."""
        return defaultdict(list, self._resting.get(source_id, {}))
