"""The words of a text that carry what it says, beside its names and its numbers."""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from build_tools.english.phrases import find_phrases
from build_tools.english.pointers import PARTIES
from build_tools.english.relations import contrary_keys, keys
from build_tools.english.scope import AS_MUCH, BOUND, DIFFERS_FROM, FROM_TIME, PASSED, REACH
from build_tools.english.stems import plain
from build_tools.english.verbs import KEEPING, LASTING, LIGHT, TALK_HELD
from build_tools.lexicon.names import Names
from build_tools.text.number_facts import number_spans
from build_tools.text.words import EMPTY_WORDS, split_words


@dataclass(frozen=True)
class ContentWord:
    """A word at `text[start:end]`; `keys` are what it shares with the words it may stand for.

    `contrary` are the stems of the words that say the contrary of it, or of its phrase.
    """

    text: str
    start: int
    end: int
    keys: frozenset[str]
    contrary: frozenset[str]


@lru_cache(maxsize=5_000)
def content_words(text: str, names: Names) -> tuple[ContentWord, ...]:
    """Return the words of a folded text that are no name, no number and not empty, in order.

    A word of a phrase has the keys of what says the same as the whole, and "held" those of the
    talks that were held; of a phrase that states nothing, of "the two countries", of "took" before
    "20 minutes", of "as long" after "twice" and of "longer" or "later" after "five minutes" no word
    counts.
    """
    taken = {at for mention in names.mentions(text) for at in range(mention.start, mention.end)}
    taken |= {at for start, end in number_spans(text) for at in range(start, end)}
    taken |= {at for match in PARTIES.finditer(text) for at in range(*match.span())}
    taken |= {
        match.start("verb")
        for match in LASTING.finditer(text)
        if any(start == match.end() for start, _ in number_spans(text))
    }
    bounds = (BOUND.search(text, max(0, start - REACH), start) for start, _ in number_spans(text))
    ratios = (
        it.match(text, end)
        for it in (AS_MUCH, DIFFERS_FROM, FROM_TIME, PASSED)
        for _, end in number_spans(text)
    )
    taken |= {at for match in (*bounds, *ratios) if match for at in range(*match.span())}
    words = split_words(text)
    added: dict[int, frozenset[str]] = defaultdict(frozenset)
    contrary: dict[int, frozenset[str]] = defaultdict(frozenset)
    # A phrase of which no word says anything by itself counts as its first word, and as a whole.
    whole: set[int] = set()
    for phrase in find_phrases(tuple(word.text for word in words)):
        places = [words[place] for place in phrase.places]
        if not phrase.keys:
            taken |= {word.start for word in places}
            continue
        for word in places:
            added[word.start] |= phrase.keys
            contrary[word.start] |= phrase.contrary
        if phrase.with_telling_end and all(plain(word.text) in EMPTY_WORDS for word in places):
            whole.add(places[0].start)
    for match in (*LIGHT.finditer(text), *TALK_HELD.finditer(text)):
        added[match.start("verb")] |= keys(match["noun"])
    for match in KEEPING.finditer(text):
        added[match.start("verb")] |= keys("continue")
    return tuple(
        ContentWord(
            word.text,
            word.start,
            word.end,
            added[word.start] | (frozenset() if word.start in whole else keys(word.text)),
            contrary[word.start] | contrary_keys(word.text),
        )
        for word in words
        if word.start not in taken and (word.start in whole or plain(word.text) not in EMPTY_WORDS)
    )


@lru_cache(maxsize=5_000)
def all_keys(text: str) -> frozenset[str]:
    """Return the keys of every word and phrase of a text."""
    words = tuple(word.text for word in split_words(text))
    phrases = (key for phrase in find_phrases(words) for key in phrase.keys)
    return frozenset(key for word in words for key in keys(word)) | frozenset(phrases)
