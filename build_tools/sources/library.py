"""All sources by id, and what a citation of them resolves to."""

import datetime
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from rapidfuzz import process

from build_tools.english.dates import named_by_year
from build_tools.english.pointers import POINTS_TO
from build_tools.files.limits import Limits
from build_tools.files.text_files import read_bytes, read_text
from build_tools.files.unchanged import load_once
from build_tools.files.yaml_places import LinedYaml, parse_yaml
from build_tools.kept import KeptFile
from build_tools.lexicon.counted_words import CountedWords
from build_tools.lexicon.names import Names
from build_tools.lexicon.stand_ins import StandIns, place_of_paragraph
from build_tools.problems import Finding, InputProblems, Outcome, Place, Problem
from build_tools.sources.articles import Article, Paragraph, parse_article
from build_tools.sources.doubts import check_doubts
from build_tools.sources.record_checks import check_page, check_record, check_unconfirmed
from build_tools.sources.records import PlacedRecord, Record, parse_record
from build_tools.syntax.citations import Citation
from build_tools.text.dates import parse_edtf
from build_tools.text.number_facts import day_facts, evidence_facts, resolved_facts


@dataclass(frozen=True, eq=False)
class Source:
    """One original article: its record (with the places of its keys) and its text.

    `doubts` are what a person has yet to settle: guesses, and what of the record the text denies.
    """

    id: str
    record: Record
    article: Article
    yaml: LinedYaml
    names: Names
    doubts: tuple[Problem, ...] = ()

    def paragraph(self, number: int) -> Paragraph | None:
        """Return the paragraph of that number, or None past either end."""
        paragraphs = self.article.paragraphs
        return paragraphs[number - 1] if 1 <= number <= len(paragraphs) else None

    @cached_property
    def opening(self) -> str:
        """What a reader of any paragraph has read before: headline, line under it, lead."""
        lead = self.article.paragraphs[0].folded.text
        parts = (self.record.title or "", self.article.text_of("dek"), lead)
        return ". ".join(part for part in parts if part)

    @cached_property
    def outlet(self) -> str:
        """Who made and carried the source, and who owns them, as the record says."""
        record = self.record
        named = (name.literal or f"{name.given or ''} {name.family}" for name in record.author)
        outlet = (record.container_title, record.container_title_short or "", record.publisher)
        ownership = (record.ownership.label, record.ownership.criterion)
        return ". ".join(part for part in (*named, *outlet, *ownership) if part)

    @cached_property
    def context_facts(self) -> frozenset[str]:
        """The dates that any statement on this source may use: its event's and its lead's."""
        lead = self.article.paragraphs[0].folded.text
        event = parse_edtf(self.record.event.date)[0]
        published = parse_edtf(self.record.issued)
        return day_facts(event) | resolved_facts(lead, published, event)

    def facts(self, paragraph: Paragraph) -> frozenset[str]:
        """The numbers and dates that a paragraph bears out, relative ones resolved."""
        facts = evidence_facts(paragraph.folded.text) | self.resolved(paragraph)
        return facts | self._facts_pointed_at(paragraph)

    def resolved(self, paragraph: Paragraph) -> frozenset[str]:
        """The days, months and years that the relative dates of a paragraph stand for."""
        event = parse_edtf(self.record.event.date)[0]
        return resolved_facts(paragraph.folded.text, parse_edtf(self.record.issued), event)

    def _facts_pointed_at(self, paragraph: Paragraph) -> frozenset[str]:
        """Return the year of what a paragraph opens with, told right before: "The pact says"."""
        opening = POINTS_TO.match(paragraph.folded.text)
        before = self.paragraph(paragraph.number - 1) if opening else None
        if not opening or not before:
            return frozenset()
        named = named_by_year(opening["what"]).findall(before.folded.text)
        return frozenset[str]().union(*map(evidence_facts, named))


@dataclass(frozen=True)
class Passage:
    """A paragraph with the source that it is from."""

    source: Source
    paragraph: Paragraph

    @property
    def place(self) -> str:
        """The paragraph as an entry of the stand-ins names it."""
        return place_of_paragraph(self.source.id, self.paragraph.number)


@dataclass(frozen=True, eq=False)
class Library:
    """Every source that loads, and what checks consult beside them.

    `ids` are those of all sources; `broken` those of sources that do not load, for `problems`.
    """

    sources: dict[str, Source]
    problems: tuple[Problem, ...] = ()
    broken: frozenset[str] = frozenset()
    names: Names = field(default_factory=Names)
    limits: Limits = field(default_factory=Limits)
    counted_words: CountedWords = field(default_factory=CountedWords)
    stand_ins: StandIns = field(default_factory=StandIns)
    ids: frozenset[str] = frozenset()
    _parts: dict[frozenset[str], "Library"] = field(default_factory=dict, init=False, repr=False)

    def cited_by(self, citations: Iterable[Citation]) -> "Library":
        """Return what a statement with these citations is judged by: of the sources, those alone.

        It is the same object for as long as all of it is unchanged.
        """
        keys = frozenset(citation.key for citation in citations)
        if keys not in self._parts:
            self._parts[keys] = self._part_of(keys)
        return self._parts[keys]

    def _part_of(self, keys: frozenset[str]) -> "Library":
        cited = tuple(self.sources[id_] for id_ in sorted(keys & self.sources.keys()))
        others = (
            self.broken & keys,
            self.names,
            self.limits,
            self.counted_words,
            self.stand_ins,
            self.ids,
        )
        return _part(cited, others)

    def nearest_id(self, key: str) -> str | None:
        """Suggest the id most like `key`; None where none is near."""
        best = process.extractOne(key, sorted(self.ids), score_cutoff=60)
        return best[0] if best else None

    def must_load(self, id_: str, place: Place) -> Finding:
        """Say at `place` that nothing can be told there before a source in `broken` is fixed."""
        message = f"the source '{id_}' must load before this can be checked"
        hint = f"fix the problems of seeds/{id_}.yml"
        return Finding(place, message, hint, Outcome.CANNOT_BE_CHECKED)

    def paragraphs(self, citation: Citation) -> tuple[Paragraph, ...]:
        """Resolve a citation to the paragraphs that exist; empty where the source does not."""
        source = self.sources.get(citation.key)
        if source is None or citation.locator is None:
            return ()
        found = (source.paragraph(number) for number in citation.locator.numbers)
        return tuple(paragraph for paragraph in found if paragraph)

    def passages(self, citations: Iterable[Citation]) -> tuple["Passage", ...]:
        """Resolve citations to all the paragraphs that exist, each once, in order."""
        found = (
            Passage(self.sources[citation.key], paragraph)
            for citation in citations
            for paragraph in self.paragraphs(citation)
        )
        return tuple({(p.source.id, p.paragraph.number): p for p in found}.values())

    def cited_sources(self, citations: Iterable[Citation]) -> tuple[Source, ...]:
        """Return the sources cited that exist, each once, in order."""
        keys = dict.fromkeys(citation.key for citation in citations)
        return tuple(self.sources[key] for key in keys if key in self.sources)

    def origins(self, citations: Iterable[Citation]) -> tuple[str, ...]:
        """Return the ids of the independent origins behind some citations, in order."""
        cited: dict[str, list[int]] = {}
        for citation in citations:
            numbers = citation.locator.numbers if citation.locator else ()
            cited.setdefault(citation.key, []).extend(numbers)
        found = (
            self.sources[key].record.origin_of(numbers)
            for key, numbers in cited.items()
            if key in self.sources
        )
        return tuple(dict.fromkeys(found))

    @cached_property
    def end_of_evidence(self) -> datetime.date | None:
        """The day of the latest event that a source reports; None without sources."""
        days = (parse_edtf(source.record.event.date)[-1] for source in self.sources.values())
        return max(days, default=None)

    @cached_property
    def _origin_names(self) -> dict[str, str]:
        named: dict[str, str] = {}
        for source in self.sources.values():
            id_, outlet = source.record.origin.id, source.record.outlet
            if outlet.lower().startswith(id_.lower().replace("-", " ")):
                named.setdefault(id_, outlet)
        return named

    def origin_name(self, id_: str) -> str:
        """Return the name of the outlet that an origin is; its id where no source here is its."""
        if source := self.sources.get(id_):
            return source.record.outlet
        return self._origin_names.get(id_, id_)


def load_library(
    seeds: Path,
    root: Path | None = None,
    *,
    names: Names | None = None,
    limits: Limits | None = None,
    counted_words: CountedWords | None = None,
    stand_ins: StandIns | None = None,
) -> Library:
    """Load every `<id>.txt` with its `<id>.yml` from `seeds`.

    Paths in problems are relative to `root` where it is given. Nothing is raised for a bad
    source: its problems are in the library, and the others load.
    """
    names = names or Names()
    sources: dict[str, Source] = {}
    counted_words = counted_words or CountedWords()
    stand_ins = stand_ins or StandIns()
    found: list[Problem] = [
        *names.problems,
        *counted_words.problems,
        *stand_ins.problems,
    ]
    texts = {path.stem: path for path in sorted(seeds.glob("*.txt"))}
    records = {path.stem: path for path in sorted(seeds.glob("*.yml")) if path.stem != "TEMPLATE"}
    ids = sorted(texts.keys() | records.keys())
    folder = _shown(seeds, root or Path())
    template, of_template = _load_template(seeds / "TEMPLATE.yml", f"{folder}/TEMPLATE.yml")
    found.extend(of_template)
    for id_ in ids:
        try:
            text, record, page = (seeds / f"{id_}{suffix}" for suffix in (".txt", ".yml", ".html"))
            sources[id_] = _load_source(text, record, page, names, template)
        except InputProblems as error:
            found.extend(error.problems)
    if not ids:
        message = "the folder of sources must hold at least one '<id>.txt' with its '<id>.yml'"
        found.append(Problem(Place(folder), "record", message))
    found.extend(_dangling_derivations(sources, frozenset(ids)))
    for source in sources.values():
        found.extend(source.doubts)
    broken = frozenset(ids).difference(sources)
    return Library(
        sources,
        tuple(sorted(found)),
        broken,
        names,
        limits or Limits(),
        counted_words,
        stand_ins,
        frozenset(ids),
    )


@lru_cache(maxsize=5_000)
def _part(sources: tuple[Source, ...], others: tuple[Any, ...]) -> Library:
    return Library({source.id: source for source in sources}, (), *others)


def _shown(path: Path, root: Path) -> str:
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


@load_once
def _load_template(path: Path, shown: str) -> tuple[LinedYaml, tuple[Problem, ...]]:
    """Read the template that no record may still be like; none, or a wrong one, holds nothing."""
    try:
        text = read_text(path, shown, "record") if path.exists() else ""
        return parse_yaml(text, shown), ()
    except InputProblems as error:
        return LinedYaml(shown, None, {}), error.problems


@load_once
def _load_source(text: Path, record: Path, page: Path, names: Names, template: LinedYaml) -> Source:
    folder = PurePosixPath(template.path).parent.as_posix()
    for path, other in ((text, record), (record, text)):
        if not path.exists():
            message = f"{folder}/{other.name} must have {folder}/{path.name} beside it"
            hint = "a source is two files; copy seeds/TEMPLATE.yml for the record"
            raise InputProblems([Problem(Place(f"{folder}/{other.name}"), "record", message, hint)])
    shown, text_path = f"{folder}/{record.name}", f"{folder}/{text.name}"
    written = read_text(record, shown, "record")
    data = read_bytes(text, text_path, "record")
    read = KeptFile.made_once(
        (Source.__name__, shown, written, hashlib.sha256(data).hexdigest(), repr(template.data)),
        lambda: _read_source(parse_record(written, shown), data, text_path, template),
    )
    if problems := (*read.problems, *check_page(read.placed, page)):
        raise InputProblems(problems)
    record_, yaml = read.placed.record, read.placed.yaml
    return Source(record.stem, record_, read.article, yaml, names, read.doubts)


@dataclass(frozen=True)
class _ReadSource:
    """A record with its text, and what is wrong or in doubt in them, the saved page aside."""

    placed: PlacedRecord
    article: Article
    problems: tuple[Problem, ...]
    doubts: tuple[Problem, ...]


def _read_source(
    placed: PlacedRecord, data: bytes, text_path: str, template: LinedYaml
) -> _ReadSource:
    record, yaml = placed.record, placed.yaml
    if record.id != (id_ := PurePosixPath(text_path).stem):
        message = f"the id must be the file's name, '{id_}'"
        raise InputProblems([Problem(yaml.place_of(("id",)), "record", message)])
    article = parse_article(data, text_path, placed)
    problems = tuple(check_record(placed, article, template))
    doubts = (*check_unconfirmed(record, yaml), *check_doubts(record, article, yaml, text_path))
    return _ReadSource(placed, article, problems, doubts)


def _dangling_derivations(sources: dict[str, Source], ids: frozenset[str]) -> list[Problem]:
    problems = []
    for source in sources.values():
        parent = source.record.derived_from
        if parent and parent.id not in ids:
            place = source.yaml.place_of(("derived-from", "id"))
            best = process.extractOne(parent.id, ids)
            hint = f"did you mean '{best[0]}'?" if best else ""
            message = f"'derived-from.id' must be a source; there is no '{parent.id}'"
            problems.append(Problem(place, "record", message, hint))
        elif parent and parent.id in sources:
            origin = sources[parent.id].record.origin.id
            if source.record.origin.id != origin:
                place = source.yaml.place_of(("origin", "id"))
                message = f"'origin.id' must be that of {parent.id}, which this source follows"
                problems.append(Problem(place, "record", message, f"it is '{origin}'"))
    return problems
