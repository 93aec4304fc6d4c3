"""What two readings of the site differ in: statements, stand-ins, waivers, and what went."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from build_tools.ledger import Entry, Ledger
from build_tools.lexicon.stand_ins import StandIn
from build_tools.pages.account import stand_ins_of
from build_tools.pages.likeness import Worded, most_alike
from build_tools.pages.statements import PageEvidence, Statement, UncitedText, Waiver
from build_tools.sources.library import Library


@dataclass(frozen=True)
class ChangedStatement:
    """A statement that is new, or is not what it was; `before` is None for a new one."""

    now: Entry
    before: Entry | None
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """Two readings of the site, and which statement of the one is which of the other."""

    before: Ledger
    now: Ledger

    @cached_property
    def _pairs(self) -> dict[int, Entry]:
        """The statement before, by the place of the one that it became in the ledger."""
        now, before = list(enumerate(self.now.entries)), list(enumerate(self.before.entries))
        pairs: dict[int, int] = {}
        for key in (_all_on_page, _wording_on_page, _wording_and_citation):
            left, taken = defaultdict(list), set(pairs.values())
            for index, entry in before:
                if index not in taken:
                    left[key(entry)].append(index)
            for index, entry in now:
                if index not in pairs and (same := left[key(entry)]):
                    pairs[index] = same.pop(0)
        taken = set(pairs.values())
        rest = {index: _worded(entry) for index, entry in before if index not in taken}
        new = {index: _worded(entry) for index, entry in now if index not in pairs}
        for index, other in most_alike(new, rest):
            if index not in pairs and other not in taken:
                pairs[index] = other
                taken.add(other)
        return {index: self.before.entries[other] for index, other in pairs.items()}

    @cached_property
    def statements(self) -> tuple[ChangedStatement, ...]:
        """The statements that are new or changed, in the order of pages."""
        found = []
        for index, entry in enumerate(self.now.entries):
            before = self._pairs.get(index)
            reasons = tuple(self._reasons(before, entry)) if before else ("new",)
            if reasons:
                found.append(ChangedStatement(entry, before, reasons))
        return tuple(found)

    def _reasons(self, before: Entry, now: Entry) -> Iterator[str]:
        if before.page.uri != now.page.uri:
            yield f"moved from {before.page.page.path}"
        if before.statement.text != now.statement.text:
            yield "other words"
        if _cited(before.statement) != _cited(now.statement):
            yield "other citation"
        elif _passages(before, self.before.library) != _passages(now, self.now.library):
            yield "the cited text changed"
        if _waived(before) != _waived(now):
            yield "other waiver"

    @cached_property
    def gone(self) -> tuple[Entry, ...]:
        """The statements that are there no longer, in any wording."""
        stay = {id(entry) for entry in self._pairs.values()}
        return tuple(entry for entry in self.before.entries if id(entry) not in stay)

    @cached_property
    def waivers(self) -> tuple[tuple[Entry, Waiver], ...]:
        """The waivers that are new, each with its statement."""
        return tuple(
            (entry, waiver)
            for index, entry in enumerate(self.now.entries)
            for waiver in entry.statement.waivers
            if (waiver.code, waiver.reason)
            not in (_waived(self._pairs[index]) if index in self._pairs else ())
        )

    @cached_property
    def stand_ins(self) -> tuple[tuple[StandIn, tuple[Entry, ...]], ...]:
        """The stand-ins that are new, each with the statements that need it."""
        old = set(self.before.library.stand_ins.entries)
        new = [entry for entry in self.now.library.stand_ins.entries if entry not in old]
        needing: dict[StandIn, list[Entry]] = defaultdict(list)
        for entry in self.now.entries if new else ():
            for used in stand_ins_of(entry.statement, self.now.library):
                needing[used].append(entry)
        return tuple((entry, tuple(needing[entry])) for entry in new)

    @cached_property
    def stand_ins_gone(self) -> tuple[StandIn, ...]:
        """The stand-ins that are there no longer."""
        now = set(self.now.library.stand_ins.entries)
        return tuple(it for it in self.before.library.stand_ins.entries if it not in now)

    @cached_property
    def no_claims(self) -> tuple[UncitedText, ...]:
        """The texts that are new and said to make no claim: no check reads them."""
        old = {(page.uri, text.text) for page, text in _exempt(self.before)}
        return tuple(text for page, text in _exempt(self.now) if (page.uri, text.text) not in old)

    @property
    def pages(self) -> tuple[list[str], list[str]]:
        """The pages that came, and those that went."""
        return _came_and_went(self.before.page_problems, self.now.page_problems)

    @property
    def sources(self) -> tuple[list[str], list[str]]:
        """The sources that came, and those that went."""
        return _came_and_went(self.before.library.ids, self.now.library.ids)

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed that a reader could be misled by."""
        return not any(
            (
                self.statements, self.gone, self.waivers, self.stand_ins, self.stand_ins_gone,
                self.no_claims, *self.pages, *self.sources,
            )
        )  # fmt: skip


def _all_on_page(entry: Entry) -> tuple[object, ...]:
    return entry.page.uri, *_wording_and_citation(entry)


def _wording_on_page(entry: Entry) -> tuple[object, ...]:
    return entry.page.uri, entry.statement.text


def _wording_and_citation(entry: Entry) -> tuple[object, ...]:
    return entry.statement.text, *_cited(entry.statement)


def _cited(statement: Statement) -> list[tuple[object, ...]]:
    return [citation.shown for citation in statement.citations]


def _worded(entry: Entry) -> Worded:
    cited = frozenset(citation.key for citation in entry.statement.citations)
    return Worded(entry.page.uri, entry.statement.text, cited)


def _passages(entry: Entry, library: Library) -> list[str]:
    return [it.paragraph.text for it in library.passages(entry.statement.citations)]


def _waived(entry: Entry) -> set[tuple[str, str]]:
    return {(waiver.code, waiver.reason) for waiver in entry.statement.waivers}


def _exempt(ledger: Ledger) -> Iterator[tuple[PageEvidence, UncitedText]]:
    for page in ledger.pages.values():
        yield from ((page, text) for text in page.uncited if text.exempt)


def _came_and_went(before: Iterable[str], now: Iterable[str]) -> tuple[list[str], list[str]]:
    old, new = set(before), set(now)
    return sorted(new - old), sorted(old - new)
