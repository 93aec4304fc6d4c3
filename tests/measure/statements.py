"""Judge statements whose truth is known, each as the build judges it on a page of its own.

False statements should be caught, their true twins and other true statements should not. The
statements are in the folder `statements`, which says how they were made.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil
from pathlib import Path

import yaml
from markdown import Markdown

from build_tools.files.site_config import SiteConfig, load_site_config
from build_tools.ledger import Ledger
from build_tools.manuscript.read import load_site_library, page_info, site_markdown
from build_tools.pages.front_matter import parse_page
from build_tools.problems import Outcome, Problem
from build_tools.site_data.measurements import FalseStatements, Honest, TrueStatements

ROOT = Path(__file__).parents[2]
STATEMENTS = Path(__file__).parent / "statements"
# The root of each library that there are statements on, and how their files begin.
LIBRARIES = {
    "the articles of this site": (ROOT, "site"),
    "the invented articles": (ROOT / "tests" / "library", "invented"),
}
SEED = 1956
STAND_IN = "stand-in"
# What these find is no matter of truth: style, length, and how much is quoted.
OF_STYLE = {"wording", "copied", "both-names", "budget"}


@dataclass(frozen=True)
class TrueStatement:
    """A statement that its source bears out."""

    id: str
    text: str


@dataclass(frozen=True)
class FalseStatement:
    """A statement that its source does not bear out, why not, and the same put right."""

    id: str
    kind: str
    text: str
    why_false: str
    true_twin: str


@dataclass(frozen=True)
class Judgement:
    """What was found in one statement."""

    findings: tuple[Problem, ...]

    @property
    def refused(self) -> tuple[Problem, ...]:
        """The findings that stop the build and are of what the statement says."""
        return tuple(
            found
            for found in self.findings
            if found.outcome is Outcome.NOT_BORNE_OUT and found.code not in OF_STYLE | {STAND_IN}
        )

    @property
    def asked(self) -> int:
        """How often the writer must record that a word stands for another of the source."""
        return sum(found.code == STAND_IN for found in self.findings)


@dataclass(frozen=True)
class JudgedFalse:
    """A false statement with what was found in it and in its twin."""

    statement: FalseStatement
    itself: Judgement
    twin: Judgement

    @property
    def caught(self) -> bool:
        return bool(self.itself.refused)

    @property
    def surfaced(self) -> bool:
        return self.caught or bool(self.itself.asked)

    @property
    def told_apart(self) -> bool:
        return self.caught and not self.twin.refused


@dataclass(frozen=True)
class JudgedTrue:
    """A true statement with what was found in it."""

    statement: TrueStatement
    itself: Judgement


@dataclass(frozen=True)
class Judged:
    """The statements on one library, judged."""

    library: str
    false: tuple[JudgedFalse, ...]
    true: tuple[JudgedTrue, ...]

    @property
    def kinds(self) -> list[FalseStatements]:
        """Count what came of the false statements, by kind."""
        kinds: dict[str, list[JudgedFalse]] = defaultdict(list)
        for judged in self.false:
            kinds[judged.statement.kind].append(judged)
        return [count_false(self.library, kind, group) for kind, group in kinds.items()]

    @property
    def twins(self) -> Honest:
        return count_honest(judged.twin for judged in self.false)

    @property
    def trues(self) -> TrueStatements:
        honest = count_honest(judged.itself for judged in self.true)
        return TrueStatements(library=self.library, **honest.model_dump())


def count_false(library: str, kind: str, group: Sequence[JudgedFalse]) -> FalseStatements:
    """Count what came of some false statements."""
    counts = {
        "made": len(group),
        "caught": sum(judged.caught for judged in group),
        "surfaced": sum(judged.surfaced for judged in group),
        "told-apart": sum(judged.told_apart for judged in group),
        "twins": count_honest(judged.twin for judged in group),
    }
    return FalseStatements.model_validate({"library": library, "kind": kind, **counts})


def count_honest(judgements: Iterable[Judgement]) -> Honest:
    """Count what came of true statements."""
    found = list(judgements)
    return Honest(
        made=len(found),
        refused=sum(bool(judgement.refused) for judgement in found),
        asked=sum(judgement.asked for judgement in found),
    )


@dataclass(frozen=True)
class Bench:
    """A library, the statements on it, and what they are judged with."""

    name: str
    config: SiteConfig = field(repr=False)
    false: tuple[FalseStatement, ...] = field(repr=False)
    true: tuple[TrueStatement, ...] = field(repr=False)

    @cached_property
    def _desk(self) -> tuple[Ledger, Markdown]:
        ledger = Ledger(load_site_library(self.config), publishes=False)
        return ledger, site_markdown(self.config, ledger)

    def judge(self, text: str) -> Judgement:
        """Read a page of this text alone; return what was found in its statements."""
        ledger, converter = self._desk
        ledger.entries.clear()
        source = parse_page(f"{text}\n", "docs/page.md")
        ledger.page = page_info(source, "docs/page.md", "page.md")
        converter.reset()
        converter.convert(source.body)
        if not ledger.entries:
            raise ValueError(f"no statement was read in: {text}")
        return Judgement(tuple(found for entry in ledger.entries for found in entry.problems))

    def judge_all(self, one_in: int = 1) -> Judged:
        """Judge all statements, or the part of them that is drawn."""
        false, true = self.draw(one_in)
        return Judged(
            self.name,
            tuple(JudgedFalse(s, self.judge(s.text), self.judge(s.true_twin)) for s in false),
            tuple(JudgedTrue(s, self.judge(s.text)) for s in true),
        )

    def draw(self, one_in: int) -> tuple[list[FalseStatement], Sequence[TrueStatement]]:
        """Return a seeded part of the false and the true ones: one in so many of each kind."""
        kinds: dict[str, list[FalseStatement]] = defaultdict(list)
        for statement in self.false:
            kinds[statement.kind].append(statement)
        false = [statement for group in kinds.values() for statement in _draw(group, one_in)]
        return false, _draw(self.true, one_in)


def _draw(statements: Sequence, one_in: int) -> Sequence:
    """Draw one in so many statements, by their ids: one more or less leaves the others."""
    if one_in == 1:
        return statements
    drawn = sorted(statements, key=lambda it: random.Random(f"{SEED} {it.id}").random())
    return drawn[: ceil(len(drawn) / one_in)]


def load_bench(name: str) -> Bench:
    """Load the statements on a library."""
    root, stem = LIBRARIES[name]

    def read(truth: str) -> list[dict[str, str]]:
        return yaml.safe_load((STATEMENTS / f"{stem}-{truth}.yml").read_text(encoding="utf-8"))

    return Bench(
        name,
        load_site_config(root),
        tuple(FalseStatement(**data) for data in read("false")),
        tuple(TrueStatement(**data) for data in read("true")),
    )


def describe_missed(judged: Judged) -> list[str]:
    """Say which false statements get through, the worst first: those with no finding at all."""
    missed = [it for it in judged.false if not it.caught]
    missed.sort(key=lambda it: (bool(it.itself.asked), bool(it.itself.findings)))
    return [
        f"{_grade(it.itself)} {it.statement.id} ({it.statement.kind}) {it.statement.text}"
        f"\n    false: {it.statement.why_false}"
        for it in missed
    ]


def _grade(judgement: Judgement) -> str:
    if judgement.asked:
        return "ASKED  "
    return "WEAK   " if judgement.findings else "NOTHING"


def describe_refused(judged: Judged) -> list[str]:
    """Say which true statements and twins are refused, and why."""
    refused = [
        *((it.statement.id, it.statement.text, it.itself) for it in judged.true),
        *((f"{it.statement.id}, twin", it.statement.true_twin, it.twin) for it in judged.false),
    ]
    return [
        f"REFUSED {id_} {text}" + "".join(f"\n    {it.code}: {it.message}" for it in found.refused)
        for id_, text, found in refused
        if found.refused
    ]
