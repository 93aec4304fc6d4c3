"""What numbers and dates of a text measure, so that two texts on one matter can be compared."""

from collections import defaultdict
from dataclasses import dataclass

from build_tools.english.numerals import OF_WHOLE
from build_tools.english.stems import stem
from build_tools.expressions import expression
from build_tools.text.number_facts import NumberFact, find_numbers
from build_tools.text.words import EMPTY_WORDS

_OF_WHOLE = expression(rf"\s+{OF_WHOLE}")
_NEXT_WORD = expression(r"[\s-]+(?P<word>[^\W\d_][\w'’-]*)")
# A date with its year and one without are compared by month and day.
_DATES = {"date": len("2020-"), "day": 0}


@dataclass(frozen=True)
class Measured:
    """One value, in the words of the text and as it is compared."""

    value: str
    words: str
    start: int


def measures(text: str) -> dict[str, tuple[Measured, ...]]:
    """Return the values of a text by what they measure: a unit, a thing counted, a kind of date."""
    found: dict[str, list[Measured]] = defaultdict(list)
    for number in find_numbers(text):
        kind, _, value = number.fact.partition(":")
        if kind == "span":
            value, _, unit = value.partition(":")
            found[unit].append(Measured(value, number.text, number.start))
        elif kind in _DATES:
            found["day"].append(Measured(value[_DATES[kind] :], number.text, number.start))
        elif kind in ("year", "weekday"):
            found[kind].append(Measured(value, number.text, number.start))
        elif kind == "count" and (noun := _counted(number, text)):
            words = f"{number.text} {noun}"
            found[f"count of {stem(noun)}"].append(Measured(value, words, number.start))
    return {what: tuple(values) for what, values in found.items()}


def _counted(number: NumberFact, text: str) -> str:
    """Return the word right after a number, or after "of the four"; empty if it names nothing."""
    of_whole = _OF_WHOLE.match(text, number.end)
    wholes = [it for it in find_numbers(text) if of_whole and it.start == of_whole.end()]
    word = _NEXT_WORD.match(text, wholes[0].end if wholes else number.end)
    return word["word"] if word and word["word"].lower() not in EMPTY_WORDS else ""
