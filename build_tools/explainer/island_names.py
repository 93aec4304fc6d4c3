"""What the islands are called in Japan and in Russia, and where the map writes it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, Field

from build_tools.expressions import expression
from build_tools.files.data_files import DataFile, load_data
from build_tools.files.models import Label, SeenText, StrictModel, Text
from build_tools.problems import Problem

_JAPANESE = expression(r"[\u3005\u3040-\u30ff\u3400-\u9fff\s]+")
_CYRILLIC = expression(r"[\u0400-\u04ff\s-]+")


def _in_japanese(text: str) -> str:
    if not _JAPANESE.fullmatch(text):
        raise ValueError("must be in Japanese script")
    return text


def _in_cyrillic(text: str) -> str:
    if not _CYRILLIC.fullmatch(text):
        raise ValueError("must be in Cyrillic letters")
    return text


Items = TypeVar("Items", bound=tuple[object, ...])


def _not_empty(items: Items) -> Items:
    """Refuse an empty list. A length in Field would complain about a list with a wrong item too."""
    if not items:
        raise ValueError("must have at least one item")
    return items


Longitude = Annotated[float, Field(ge=-180, le=180)]
Latitude = Annotated[float, Field(ge=-85, le=85)]


class JapaneseName(StrictModel):
    """What an island is called in Japan; `original` where `name` is English."""

    name: Text
    original: SeenText = ""
    script: Annotated[str, AfterValidator(_in_japanese)]


class RussianName(StrictModel):
    """What an island is called in Russia; `original` where `name` is English."""

    name: Text
    original: SeenText = ""
    script: Annotated[str, AfterValidator(_in_cyrillic)]


class LabelPlace(StrictModel):
    """Where a label is: a longitude and a latitude, and which end of the text is there."""

    at: tuple[Longitude, Latitude]
    anchor: Literal["start", "middle", "end"] = "start"


# A closed line around islands.
Area = Annotated[tuple[tuple[Longitude, Latitude], ...], Field(min_length=3)]


class MarkedAreas(StrictModel):
    """Lines around two kinds of islands, of which each is drawn with a pattern, and what they are.

    Land outside both, such as a mainland, has no pattern.
    """

    label: Label
    key: Label
    area: Area
    others: Label
    others_area: Area


class CountryLabel(StrictModel):
    """The name of a country, and where the small map writes it."""

    name: Label
    at: tuple[Longitude, Latitude]


class Island(StrictModel):
    """An island or group of islands with both its names."""

    japan: JapaneseName
    russia: RussianName
    note: Label = ""
    where: SeenText = ""
    marked: bool = False
    map: LabelPlace | None = None
    inset: LabelPlace | None = None

    @property
    def both_names(self) -> tuple[str, ...]:
        """Return the romanised names, Japan's first; one where both sides have the same."""
        return tuple(dict.fromkeys((self.japan.name, self.russia.name)))

    @property
    def forms(self) -> tuple[str, ...]:
        """Return every name and spelling once, in the order of the table."""
        sides = (self.japan, self.russia)
        forms = (form for side in sides for form in (side.name, side.original, side.script))
        return tuple(dict.fromkeys(form for form in forms if form))


class Group(StrictModel):
    """Islands under one heading of the table."""

    heading: Label
    islets: bool = False
    islands: Annotated[tuple[Island, ...], AfterValidator(_not_empty)]


class IslandsFile(StrictModel):
    """The file of the islands' names."""

    groups: Annotated[tuple[Group, ...], AfterValidator(_not_empty)]
    marked: MarkedAreas | None = None
    countries: tuple[CountryLabel, ...] = ()


@dataclass(frozen=True)
class Islands:
    """The islands by group, and what the map shows besides; none where the file has problems."""

    groups: tuple[Group, ...] = ()
    marked: MarkedAreas | None = None
    countries: tuple[CountryLabel, ...] = ()

    def __iter__(self) -> Iterator[Island]:
        return (island for group in self.groups for island in group.islands)

    @property
    def drawn_islets(self) -> tuple[Island, ...]:
        """Return the islets that the inset shows."""
        return tuple(islet for islet in self._islets if islet.inset)

    @property
    def missing_islets(self) -> tuple[Island, ...]:
        """Return the islets that the map does not show."""
        return tuple(islet for islet in self._islets if not islet.inset)

    @property
    def _islets(self) -> tuple[Island, ...]:
        return tuple(islet for group in self.groups if group.islets for islet in group.islands)


def load_islands(
    path: Path,
    shown: str,
    docs: Path,  # noqa: ARG001 - as every data file is loaded
) -> tuple[Islands, tuple[Problem, ...]]:
    """Load the file of the islands' names; a missing file has none, and a wrong one problems."""
    file, _, problems = load_data(IslandsFile, path, shown, "islands", "the comments of the file")
    return Islands(file.groups, file.marked, file.countries) if file else Islands(), problems


ISLANDS_FILE = DataFile("_data/islands.yml", Islands(), load_islands, IslandsFile)


def names_in(island: Island, texts: Iterable[str]) -> tuple[str, ...]:
    """Return those names of an island that the texts have, in whole words and any case."""
    texts = tuple(texts)
    patterns = {form: re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", re.I) for form in island.forms}
    return tuple(form for form, found in patterns.items() if any(map(found.search, texts)))
