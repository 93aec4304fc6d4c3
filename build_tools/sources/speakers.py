"""Who speaks in a text: whose words it reports or quotes."""

from functools import lru_cache

from build_tools.english.documents import DOCUMENTS
from build_tools.english.doers import CLOSES, QUOTING, UNNAMED, WAS_QUOTED, WORDS_OF
from build_tools.english.owning import OWNS_AS_ONE
from build_tools.english.relations import keys
from build_tools.english.verbs import BEFORE_NOUN, DOING_BY_WORDS, INVERTED, SAYING
from build_tools.expressions import expression
from build_tools.lexicon.names import OUTLETS, PEOPLE, Names
from build_tools.sources.actors import find_actors, find_doers
from build_tools.sources.cast import Cast
from build_tools.text.words import Word, split_words

_QUOTED = expression(r'"[^"]*"')


@lru_cache(maxsize=5_000)
def find_speakers(text: str, names: Names, cast: Cast, start: int = 0) -> frozenset[str]:
    """Return the names of the people whom a text shows speaking, from an offset of it on."""
    text = _QUOTED.sub(lambda match: " " * len(match[0]), text)
    actors = find_actors(text, names, cast)
    inside = {at for actor in actors for at in range(actor.start, actor.end)}
    closing = {a.start for a in actors if a.kind == PEOPLE and CLOSES.match(text, a.end)}
    outlets = {a.start for a in actors if a.kind == OUTLETS}
    found: set[str] = set()
    for word in split_words(text):
        form = word.text.lower()
        if word.start < start or form not in SAYING - DOING_BY_WORDS or word.start in inside:
            continue
        # "…, said an official", "…, said Dorsch", "…, reported Osten": who speaks comes after.
        is_inverted = text[: word.start].endswith(", ") and (
            UNNAMED.match(text, word.end)
            or (form in INVERTED and word.end + 1 in closing)
            or word.end + 1 in outlets
        )
        if is_inverted or BEFORE_NOUN.search(text, 0, word.start) or _is_written(word, text):
            continue
        doers, kind = find_doers(text, word.start, actors)
        if kind == PEOPLE:
            found |= doers
    for actor in actors:
        if actor.start < start or actor.kind != PEOPLE:
            continue
        before, after = text[: actor.start], text[actor.end :]
        cited = QUOTING.search(before) and not OWNS_AS_ONE.match(after)
        inverted = before.split()[-1:] and before.split()[-1] in INVERTED
        closes = CLOSES.match(after)
        if cited or (inverted and closes) or WORDS_OF.match(after) or WAS_QUOTED.match(after):
            found |= actor.names
    return frozenset(found)


def _is_written(verb: Word, text: str) -> bool:
    """Tell whether a document says it, and nobody speaks: "the pact says"."""
    before = [word for word in split_words(text) if word.end < verb.start][-1:]
    return (
        bool(before) and before[0].end == verb.start - 1 and bool(keys(before[0].text) & DOCUMENTS)
    )
