"""Names in a text: those of the glossary under any of their forms, and other capitalised words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import Field

from build_tools.english.names import NOT_NAMES
from build_tools.english.owning import without_ending
from build_tools.expressions import expression
from build_tools.files.data_files import load_data
from build_tools.files.models import StrictModel, Text
from build_tools.files.unchanged import load_once
from build_tools.files.yaml_places import LinedYaml
from build_tools.problems import Problem
from build_tools.text.sentences import split_sentences

# Below the folder of pages; what starts with `_` there is not published.
NAMES = "_data/names.yml"
Forms = Annotated[tuple[Text, ...], Field(min_length=1)]
PEOPLE, COUNTRIES, PLACES, BODIES = "people", "countries", "places", "bodies"
OUTLETS, TERMS, TITLES = "outlets", "terms", "titles"
_CAPITALISED = expression(r"(?<![\w.])[^\W\d_]\w*(?:['’-][^\W\d_]\w*)*(?:\.(?=[A-Z]\.)[A-Z]\.)*")
_PART = expression("[^-]+")


class NamesFile(StrictModel):
    """The file of names: lists of forms by kind. The first form of a list is its main one."""

    people: tuple[Forms, ...] = ()
    countries: tuple[Forms, ...] = ()
    places: tuple[Forms, ...] = ()
    bodies: tuple[Forms, ...] = ()
    outlets: tuple[Forms, ...] = ()
    terms: tuple[Forms, ...] = ()
    titles: tuple[Forms, ...] = ()
    capitals: tuple[Text, ...] = ()
    both_names: tuple[Text, ...] = Field(default=(), alias="both-names")


@dataclass(frozen=True)
class Mention:
    """A name found at `text[start:end]`.

    `name` is the main form; `kind` is empty for a name that the glossary does not have.
    """

    name: str
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Names:
    """The forms of each name. A form may belong to two names, as 'Kestria-Orlavia' does."""

    file: NamesFile = field(default_factory=NamesFile)
    problems: tuple[Problem, ...] = ()
    _found: dict[str, tuple[Mention, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def _names(self) -> dict[str, list[tuple[str, str]]]:
        """Map each form, in lower case for titles, to its (main form, kind) pairs."""
        names: dict[str, list[tuple[str, str]]] = {}
        for kind in ("people", "countries", "places", "bodies", "outlets", "terms", "titles"):
            for forms in getattr(self.file, kind):
                for form in forms:
                    key = form.lower() if kind == TITLES else form
                    # At the start of a sentence a name in small letters has a capital.
                    for written in {key} if kind == TITLES else {key, key[0].upper() + key[1:]}:
                        names.setdefault(written, []).append((forms[0], kind))
        return names

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._names.items(), key=lambda item: -len(item[0]))
        parts = [
            f"(?i:{re.escape(form)}s?)" if pairs[0][1] == TITLES else re.escape(form)
            for form, pairs in longest_first
        ]
        return re.compile(rf"(?<!\w)(?:{'|'.join(parts) or '(?!)'})(?!\w)")

    def forms_of(self, name: str, kind: str) -> tuple[str, ...]:
        """Return the forms of a name by its main one; of a name that no list has, itself."""
        lists = getattr(self.file, kind) if kind else ()
        return next((forms for forms in lists if forms[0] == name), (name,))

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Find the names of a text, in order; each text is read once."""
        if text not in self._found:
            self._found[text] = tuple(self._find(text))
        return self._found[text]

    def _find(self, text: str) -> list[Mention]:
        mentions: list[Mention] = []
        taken = [False] * len(text)
        for match in self._pattern.finditer(text):
            form = match[0]
            pairs = self._names.get(form) or self._names.get(form.lower())
            pairs = pairs or self._names.get(form.lower().removesuffix("s"), [])
            for name, kind in pairs:
                mentions.append(Mention(name, kind, form, match.start(), match.end()))
            taken[match.start() : match.end()] = [True] * len(form)
        starts = {start for start, _ in split_sentences(text)}
        for start, word in _capitalised(text, taken):
            # At the start of a sentence, or of a quotation, any word has a capital.
            opens = start in starts or text[:start].endswith(('"', "“", ": "))
            # It is a word like others then, and accounted for like them.
            if not opens or any(map(str.isupper, word[1:])):
                mentions.append(Mention(word, "", word, start, start + len(word)))
        return sorted(mentions, key=lambda mention: mention.start)


def _capitalised(text: str, taken: list[bool]) -> Iterator[tuple[int, str]]:
    """Yield the capitalised words that no form of the glossary has taken, with their places."""
    for match in _CAPITALISED.finditer(text):
        start, whole = match.start(), match[0]
        if taken[start]:
            # Of "Orlavia-Brazil" the second part is a name of its own.
            parts = [(start + part.start(), part[0]) for part in _PART.finditer(whole)]
        else:
            parts = [(start, whole)]
        for at, part in parts:
            word = without_ending(part)
            if word[0].isupper() and not taken[at] and word not in NOT_NAMES and len(word) > 1:
                yield at, word


@load_once
def load_names(path: Path, shown: str) -> Names:
    """Load the file of names; a missing file is an empty glossary, a wrong one has problems."""
    template = "the comments of the file"
    file, lined, problems = load_data(NamesFile, path, shown, "names", template)
    if file and lined:
        problems = (*problems, *_check_people(file, lined))
    return Names(file or NamesFile(), problems)


def _check_people(file: NamesFile, lined: LinedYaml) -> Iterator[Problem]:
    """Find forms that two people have: nobody could tell whom a page means."""
    first: dict[str, str] = {}
    for index, forms in enumerate(file.people):
        for number, form in enumerate(forms):
            if form in first:
                message = f"the form '{form}' must stand once among people"
                place = lined.place_of((PEOPLE, index, number))
                yield Problem(place, "names", message, f"'{first[form]}' has it")
            first.setdefault(form, forms[0])
