"""Names that no list has: words with a capital, side by side."""

import re
from collections.abc import Iterable, Iterator

from build_tools.english.places import BEFORE_PLACE, BEFORE_PLACE_OR_PERSON
from build_tools.expressions import expression
from build_tools.lexicon.names import Mention
from build_tools.text.words import EMPTY_WORDS

_OPENER = expression(r"(?<![\w'’-])(?P<word>[^\W\d_]\w{0,40}) $")


def unlisted_names(mentions: Iterable[Mention], text: str) -> Iterator[tuple[str, int]]:
    """Yield the names that stand in a text and of which no list has a word, each with its place.

    `mentions` are all that were found in the text.
    """
    mentions = tuple(mentions)
    runs: list[list[Mention]] = []
    for mention in mentions:
        if mention.kind:
            continue
        if runs and re.fullmatch(r" (?:\w\. )?", text[runs[-1][-1].end : mention.start]):
            runs[-1].append(mention)
        else:
            runs.append([mention])
    taken = {mention.end for mention in mentions}
    for run in runs:
        start = run[0].start
        # At the start of a sentence a word has a capital anyhow, and is no mention by itself.
        opener = _OPENER.search(text, 0, start)
        if opener and opener.end("word") not in taken and _is_name(opener["word"]):
            start = opener.start("word")
        yield text[start : run[-1].end], start


def is_place(text: str, start: int) -> bool:
    """Tell whether the name that stands at an offset follows a word of place: "near Lindhaven"."""
    return bool(BEFORE_PLACE.search(text, 0, start))


def may_be_place(name: str, text: str, start: int) -> bool:
    """Tell whether a name may be a place's; after "to" or "with" one of several words is not."""
    single = len(name.split()) == 1
    return is_place(text, start) or (single and bool(BEFORE_PLACE_OR_PERSON.search(text, 0, start)))


def _is_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in EMPTY_WORDS
