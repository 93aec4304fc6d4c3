"""The stand-ins of a site, `docs/_data/stand-ins.yml`: words of ours for words of an article.

A statement is in our own words. Where one of them is in no cited paragraph, an entry says for which
word or phrase there it stands; a person has judged that it may.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from build_tools.english.relations import bases
from build_tools.files.data_files import load_data
from build_tools.files.models import StrictModel, Text
from build_tools.files.unchanged import load_once
from build_tools.files.yaml_places import LinedYaml
from build_tools.lexicon.opposed import contraries
from build_tools.problems import Outcome, Place, Problem
from build_tools.text.folding import fold
from build_tools.text.words import Word, split_words

CODE = "stand-in"
# Below the folder of pages; what starts with `_` there is not published.
STAND_INS = "_data/stand-ins.yml"
# So many other words may stand between two words of a phrase of ours: "wants them back".
GAP = 3
Passage = Annotated[str, StringConstraints(pattern=r"^\S+, para\. \d+$")]


class StandIn(StrictModel):
    """`ours` may stand for `theirs`, in every article or in one paragraph (`in`)."""

    ours: Text
    theirs: Text
    only: Passage | None = Field(default=None, alias="in")


class StandInsFile(StrictModel):
    """The file of stand-ins; its head explains the keys."""

    stand_ins: tuple[StandIn, ...] = Field(default=(), alias="stand-ins")


@dataclass(frozen=True, eq=False)
class StandIns:
    """The entries, with what is wrong in their file."""

    entries: tuple[StandIn, ...] = ()
    problems: tuple[Problem, ...] = ()
    lined: LinedYaml | None = field(default=None, repr=False)

    @property
    def unread(self) -> bool:
        """Whether there is a file that cannot be read: nothing that needs its entries is known."""
        return bool(self.problems) and self.lined is None


def find_phrase(phrase: str, text: str) -> tuple[Word, ...]:
    """Find the words of a phrase in a text, in any of their forms; empty where they are not there.

    They stand in order, with no other words between them.
    """
    return next(find_everywhere(phrase, text), ())


def find_everywhere(phrase: str, text: str, gap: int = 0) -> Iterator[tuple[Word, ...]]:
    """Yield the words of a phrase wherever it is; at most `gap` others are between two of them."""
    # By their forms: a family has too much in it, where "dealt" would be a deal, and an agreement.
    wanted = [bases(word.text) for word in split_words(fold(phrase).text)]
    words = split_words(text)
    for first in range(len(words)):
        found: list[int] = []
        at = first
        for want in wanted:
            reach = range(at, min(at + gap + 1, len(words))) if found else range(first, first + 1)
            index = next((i for i in reach if bases(words[i].text) & want), None)
            if index is None:
                break
            found.append(index)
            at = index + 1
        if wanted and len(found) == len(wanted):
            yield tuple(words[index] for index in found)


def may_have(entry: StandIn, text: str) -> bool:
    """Tell whether a statement has every word of a stand-in, in any form and wherever."""
    here = _bases_in(text)
    return all(bases(word.text) & here for word in split_words(fold(entry.ours).text))


@lru_cache(maxsize=5_000)
def _bases_in(text: str) -> frozenset[str]:
    return frozenset(base for word in split_words(text) for base in bases(word.text))


def find_ours(entry: StandIn, text: str) -> tuple[Word, ...]:
    """Find the words of a stand-in in a statement, wherever it has them."""
    return tuple(word for found in find_everywhere(entry.ours, text, GAP) for word in found)


def find_superfluous(entries: tuple[StandIn, ...]) -> Iterator[tuple[int, StandIn]]:
    """Yield the index of each entry of which another says all that it says itself, and that one.

    Of two that say the same, the later is superfluous.
    """
    by_word = defaultdict[str, list[int]](list)
    for index, entry in enumerate(entries):
        for first in split_words(fold(entry.ours).text)[:1]:
            for base in bases(first.text):
                by_word[base].append(index)
    for index, entry in enumerate(entries):
        words = split_words(fold(entry.ours).text)
        like = {at for word in words for base in bases(word.text) for at in by_word[base]} - {index}
        for at in sorted(like):
            wider = entries[at]
            if _includes(wider, entry) and not (at > index and _includes(entry, wider)):
                yield index, wider
                break


def _includes(wider: StandIn, entry: StandIn) -> bool:
    """Tell whether the words of one entry are within those of another, which adds the same."""
    if wider.only not in (None, entry.only) or not find_phrase(wider.theirs, entry.theirs):
        return False
    shared = {word.start for word in find_ours(wider, fold(entry.ours).text)}
    theirs = _bases_in(fold(entry.theirs).text)
    rest = (word for word in split_words(fold(entry.ours).text) if word.start not in shared)
    return bool(shared) and all(bases(word.text) & theirs for word in rest)


def place_of_paragraph(source_id: str, number: int) -> str:
    """Name a paragraph as `in` does."""
    return f"{source_id}, para. {number}"


@load_once
def load_stand_ins(path: Path, shown: str) -> StandIns:
    """Load the file; a missing one has no entries, a wrong one has problems."""
    file, lined, problems = load_data(StandInsFile, path, shown, CODE, "an entry of the file")
    if not file or not lined:
        message = "what statements say in words of their own is not checked until this file is read"
        held = Problem(Place(shown), CODE, message, "", Outcome.CANNOT_BE_CHECKED)
        return StandIns((), (*problems, held) if problems else ())
    return StandIns(file.stand_ins, (*problems, *_check(file.stand_ins, lined)), lined)


def _check(entries: tuple[StandIn, ...], lined: LinedYaml) -> Iterator[Problem]:
    """Find entries that stand twice, and those that put a word in place of its contrary."""
    seen: set[tuple[str, str, str | None]] = set()
    for index, entry in enumerate(entries):
        place = lined.place_of(("stand-ins", index, "ours"))
        key = (entry.ours.lower(), entry.theirs.lower(), entry.only)
        if key in seen:
            message = f"“{entry.ours}” for “{entry.theirs}” must stand once"
            yield Problem(place, CODE, message, "take one of the two out")
        seen.add(key)
        if pair := contraries(entry.ours, entry.theirs):
            message = f"“{pair[0]}” must not stand for “{pair[1]}”: they say opposite things"
            yield Problem(place, CODE, message, "say it as the article does")
