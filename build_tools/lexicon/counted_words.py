"""The words that are counted in every article: names of what it is about, and verbs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from build_tools.files.data_files import load_data
from build_tools.files.models import Label, StrictModel
from build_tools.files.unchanged import load_once
from build_tools.files.yaml_places import LinedYaml
from build_tools.problems import Problem
from build_tools.text.sentences import split_sentences
from build_tools.text.words import split_words

CODE = "counted-words"
# Below the folder of pages; what starts with `_` there is not published.
COUNTED_WORDS = "_data/counted-words.yml"


def _check_word(form: str) -> str:
    if not split_words(form):
        raise ValueError("must hold a word")
    return form


Form = Annotated[str, AfterValidator(_check_word)]


class CountedWord(StrictModel):
    """Words counted as one; `not_in` are longer words around them that mean something else."""

    term: Label
    forms: Annotated[tuple[Form, ...], Field(min_length=1)]
    not_in: tuple[Form, ...] = Field(default=(), alias="not-in")


class CountedWordsFile(StrictModel):
    """`docs/_data/counted-words.yml`; its head explains the keys."""

    names: tuple[CountedWord, ...] = ()
    verbs: tuple[CountedWord, ...] = ()


@dataclass(frozen=True)
class Use:
    """One use of a term, at `text[start:end]`."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class CountedWords:
    """The terms, with what was wrong in their file."""

    file: CountedWordsFile = field(default_factory=CountedWordsFile)
    problems: tuple[Problem, ...] = ()

    @cached_property
    def _forms(self) -> dict[str, str]:
        """Map each form, in lower case, to its term; other uses to the empty term."""
        terms = (*self.file.names, *self.file.verbs)
        forms = {form.lower(): term.term for term in terms for form in term.forms}
        return forms | {words.lower(): "" for term in terms for words in term.not_in}

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(term.term for term in self.file.names)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self._forms, key=len, reverse=True)
        either = "|".join(re.escape(form) for form in longest_first) or "(?!)"
        # What stands after an apostrophe goes on with a word; a name before one is a use of it.
        return re.compile(rf"(?<!\w)(?<!\w['’])(?:{either})(?!\w)", re.IGNORECASE)

    def find_uses(self, text: str) -> tuple[Use, ...]:
        """Find the uses of all terms in a text, in order."""
        found = [
            Use(self._forms[match[0].lower()], *match.span())
            for match in self._pattern.finditer(text)
        ]
        if all(use.term in self._names for use in found):
            return tuple(found)
        named = [
            (start, end)
            for start, end in split_sentences(text)
            if any(use.term in self._names and start <= use.start < end for use in found)
        ]
        return tuple(
            use
            for use in found
            if use.term in self._names
            or (use.term and any(start <= use.start < end for start, end in named))
        )


@load_once
def load_counted_words(path: Path, shown: str) -> CountedWords:
    """Load the terms; a missing file has none, and a wrong one has problems."""
    file, lined, problems = load_data(
        CountedWordsFile, path, shown, CODE, "the comments of the file"
    )
    if not file or not lined:
        return CountedWords(problems=problems)
    return CountedWords(file, tuple(_check_forms(file, lined)))


def _check_forms(file: CountedWordsFile, lined: LinedYaml) -> Iterator[Problem]:
    """Find forms that stand twice: each use is counted as one term."""
    first: dict[str, str] = {}
    for key, terms in (("names", file.names), ("verbs", file.verbs)):
        for index, term in enumerate(terms):
            for number, form in enumerate(term.forms):
                if form.lower() in first:
                    message = f"the form '{form}' must stand once, whatever its capitals"
                    place = lined.place_of((key, index, "forms", number))
                    yield Problem(place, CODE, message, f"'{first[form.lower()]}' has it")
                first.setdefault(form.lower(), term.term)
