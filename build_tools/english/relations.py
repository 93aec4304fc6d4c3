"""Which words are one: forms, families and equals of a word, and its contraries.

`word_relations.txt` is drawn from WordNet; `same.txt`, `weaker.txt` and `contraries.txt` are
written by hand.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from build_tools.english.stems import plain, stem
from build_tools.expressions import expression

_FOLDER = Path(__file__).parent
# Endings of regular forms, and what stands in their place in the base.
_ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""),
    ("ing", "e"), ("ily", "y"), ("ly", ""), ("ier", "y"), ("er", ""), ("er", "e"), ("iest", "y"), ("est", ""),
)  # fmt: skip
_SHORTEST_BASE = 3
_AGENT = expression(r"(?:er|or|ist|ant|ent)s?$")
# A stem this long tells a word: "abduct" that of "abduction".
_TELLING_STEM = 5
# WordNet has contraries of these that are none in a report: "came" beside "going".
_NO_CONTRARIES = frozenset(
    """be become come go give take get have hold keep lack lie sit stand issue recall bring leave put
    make part whole push pull man woman person back pass rest move""".split()
)

# These are no plurals: "news" is nothing new, "goods" need not be good.
_NO_PLURALS = frozenset("news goods arms customs".split())


def read_list(name: str) -> Iterator[list[str]]:
    """Yield the words of each line of a list in this folder; `#` begins a comment."""
    for line in (_FOLDER / name).read_text("utf-8").splitlines():
        if words := line.split("#")[0].split():
            yield words


@cache
def _relations() -> dict[str, dict[str, tuple[str, ...]]]:
    # Most words have one other: a set of one takes four times the memory of a tuple.
    found: dict[str, dict[str, tuple[str, ...]]] = {
        name: defaultdict(tuple) for name in ("conjugated", "irregular", "derived", "opposite")
    }
    for name, first, *others in read_list("word_relations.txt"):
        found[name][first] += tuple(others)
        for other in others if name in ("derived", "opposite") else ():
            found[name][other] += (first,)
    return found


@cache
def _groups() -> dict[str, set[int]]:
    """Map each word, and each stem that tells it, to the numbers of its groups in `same.txt`."""
    groups: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(read_list("same.txt")):
        for word in words:
            groups[word].add(number)
            if len(stem(word)) >= _TELLING_STEM:
                groups[stem(word)].add(number)
    return groups


@cache
def _stronger() -> dict[str, set[str]]:
    """Map each word of `weaker.txt` to the words that say as much as it, and more."""
    found: dict[str, set[str]] = defaultdict(set)
    for words in read_list("weaker.txt"):
        bar = words.index("|")
        for word in words[:bar]:
            found[word] |= set(words[bar + 1 :])
    return found


@cache
def _sides() -> dict[str, set[tuple[int, bool]]]:
    """Map each word of `contraries.txt` to the lines and the side of `|` that it is on."""
    sides: dict[str, set[tuple[int, bool]]] = defaultdict(set)
    for number, words in enumerate(read_list("contraries.txt")):
        bar = words.index("|")
        for index, word in enumerate(words):
            if index != bar:
                sides[word].add((number, index > bar))
    return sides


@lru_cache(maxsize=20_000)
def bases(word: str) -> frozenset[str]:
    """Return a word and what it may be a form of, irregular forms included."""
    word = plain(word)
    if word in _NO_PLURALS:
        return frozenset([word])
    found = {word}.union(
        *(_relations()[name].get(word, ()) for name in ("conjugated", "irregular"))
    )
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_BASE - 1:
            base = word[: -len(ending)] + instead
            found.add(base)
            if not instead and len(base) > _SHORTEST_BASE and base[-1] == base[-2]:
                found.add(base[:-1])  # "stopped", "stop"
    return frozenset(found)


@lru_cache(maxsize=20_000)
def keys(word: str) -> frozenset[str]:
    """Return what a word has in common with every word that may stand for it.

    These are the stems of its bases and of their families, and the groups of equals it is in: two
    words are one where their keys meet.
    """
    derived, groups = _relations()["derived"], _groups()
    own = bases(word)
    if plain(word) in _NO_PLURALS:
        return frozenset([plain(word), *(f"={number}" for number in groups.get(plain(word), ()))])
    stems = {stem(base) for base in own} | {stem(plain(word))}
    # Of "abduction" the stem tells the group of "abduct"; a reporter is no report.
    told = frozenset() if _AGENT.search(plain(word)) else frozenset(stems)
    stems |= {stem(other) for base in own for other in derived.get(base, ())}
    return frozenset(
        stems | {f"={number}" for form in own | told for number in groups.get(form, ())}
    )


@lru_cache(maxsize=20_000)
def stronger_keys(word: str) -> frozenset[str]:
    """Return the keys of the words that say more than a word: what was seized was taken."""
    return frozenset(
        key for base in bases(word) for other in _stronger().get(base, ()) for key in keys(other)
    )


@lru_cache(maxsize=20_000)
def base_stems(word: str) -> frozenset[str]:
    """Return the stems of a word's bases, without those of its family."""
    return frozenset(stem(base) for base in bases(word))


@lru_cache(maxsize=20_000)
def contrary_keys(word: str) -> frozenset[str]:
    """Return the stems of the words that say the contrary of a word."""
    opposite, own = _relations()["opposite"], bases(word)
    found = {
        stem(other)
        for base in own - _NO_CONTRARIES
        for other in opposite.get(base, ())
        if other not in _NO_CONTRARIES
    }
    opposed = {(line, not side) for base in own for line, side in _sides().get(base, ())}
    found |= {stem(other) for other, sides in _sides().items() if sides & opposed}
    return frozenset(found) - base_stems(word)


@lru_cache(maxsize=20_000)
def is_past(word: str) -> bool:
    """Tell whether a word has the form of a past tense: "agreed", "met"."""
    word = word.lower()
    regular = word.endswith("ed") and len(word) > _SHORTEST_BASE + 1
    return regular or (word in _relations()["conjugated"] and not word.endswith(("ing", "s")))
