"""How else readers type a foreign name: with one letter wrong, or as another language spells it."""

import re
from collections.abc import Iterator
from itertools import product

# A shorter name is, with one letter wrong, the beginning of too many other words.
_SHORTEST = 5
_VOWELS = "aeiou"
# A sound as these pages spell it, and as others do.
_SOUNDS = (
    ("sh", ("s", "sch", "ch")),
    ("^h", ("ch",)),
    ("ai", ("ay",)),
    ("in$", ("ine",)),
)


def misspell(name: str) -> Iterator[str]:
    """Yield other spellings of a name of one word, each once, in lower case; a short one has none.

    One letter is left out or changed places with the next, a vowel is another one, or a sound is
    spelled as elsewhere. Those that begin the name itself are left out: it is found by these.
    """
    right = name.lower()
    if len(right) < _SHORTEST or not right.isalpha():
        return
    for typed in dict.fromkeys(_forms(right)):
        if not right.startswith(typed):
            yield typed


def _forms(name: str) -> Iterator[str]:
    for at in range(len(name)):
        before, letter, after = name[:at], name[at], name[at + 1 :]
        yield before + after
        if after:
            yield before + after[0] + letter + after[1:]
        if letter in _VOWELS:
            yield from (before + vowel + after for vowel in _VOWELS)
    spelled = [[sound, *others] for sound, others in _SOUNDS if re.search(sound, name)]
    for chosen in product(*spelled):
        typed = name
        for (sound, *_), other in zip(spelled, chosen, strict=True):
            if other != sound:
                typed = re.sub(sound, other, typed)
        yield typed
