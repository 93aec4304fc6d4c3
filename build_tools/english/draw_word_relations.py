"""Draw the relations of English words from WordNet: `make words`.

The database's format: https://wordnet.princeton.edu/documentation/wndb5wn
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

from build_tools.english.stems import stem

_PARTS = ("noun", "verb", "adj", "adv")
_OPPOSITE, _DERIVED = "!", "+"
_HEAD = """\
# Relations of English words, drawn from WordNet 3.0 by `make words`; not to be edited by hand.
# WordNet 3.0 Copyright 2006 by Princeton University. All rights reserved. See LICENSE-WORDNET.md.
#
# conjugated, irregular: a form, of a verb or of another word, and its base. derived: two words of one family whose stems differ.
# opposite: two words of which one is the contrary of the other.
"""


def read_synsets(folder: Path, part: str) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    """Yield the offset, the words and the pointers of each synset of one part of speech."""
    for line in (folder / f"data.{part}").read_text("ascii").splitlines():
        if line.startswith("  "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [word.split("(")[0].lower() for word in fields[4 : 4 + 2 * count : 2]]
        start = 5 + 2 * count
        total = int(fields[start - 1])
        pointers = [fields[start + 4 * i : start + 4 * i + 4] for i in range(total)]
        yield fields[0], words, pointers


def draw(folder: Path) -> dict[str, set[tuple[str, str]]]:
    """Return the pairs of words of each relation. `folder` holds the files of the database."""
    synsets = {part: list(read_synsets(folder, part)) for part in _PARTS}
    letters = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}
    words = {(part, at): them for part, some in synsets.items() for at, them, _ in some}
    relations: dict[str, set[tuple[str, str]]] = {"derived": set(), "opposite": set()}
    for some in synsets.values():
        for _, these, pointers in some:
            for sign, offset, letter, places in pointers:
                others = words[letters[letter], offset]
                if sign == _OPPOSITE:
                    relations["opposite"] |= _single(product(these, others))
                elif sign == _DERIVED:
                    one, other = int(places[:2], 16), int(places[2:], 16)
                    pair = (these[one - 1], others[other - 1])
                    if stem(pair[0]) != stem(pair[1]) and pair[0][:2] == pair[1][:2]:
                        relations["derived"] |= _single([pair])
    relations["conjugated"] = set(_exceptions(folder, ("verb",)))
    relations["irregular"] = set(_exceptions(folder, ("noun", "adj", "adv")))
    return relations


def _exceptions(folder: Path, parts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield forms that no ending tells of, each with its base."""
    for part in parts:
        for line in (folder / f"{part}.exc").read_text("ascii").splitlines():
            form, base = line.split()[:2]
            if form.isalpha() and base.isalpha() and stem(form) != stem(base):
                yield form, base


def _single(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
    """Keep pairs of plain single words, each pair once."""
    return {
        (min(pair), max(pair))
        for pair in pairs
        if all(map(str.isalpha, pair)) and pair[0] != pair[1]
    }


def render(relations: dict[str, set[tuple[str, str]]]) -> str:
    """Return the text of the file: one relation a line for each first word."""
    lines = [_HEAD]
    for name in ("conjugated", "irregular", "derived", "opposite"):
        by_first: dict[str, list[str]] = {}
        for one, other in sorted(relations[name]):
            by_first.setdefault(one, []).append(other)
        lines += [f"{name} {one} {' '.join(others)}\n" for one, others in by_first.items()]
    return "".join(lines)


if __name__ == "__main__":
    database, target = map(Path, sys.argv[1:])
    target.write_text(render(draw(database)), encoding="utf-8")
