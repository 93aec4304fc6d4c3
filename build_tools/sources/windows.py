"""Where the facts of one clause must stand together: a sentence of an article and the one before.

A union of paragraphs bears out no clause, or details of two statements could be exchanged.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from build_tools.english.phrases import find_phrases
from build_tools.english.pointers import POINTS_BACK
from build_tools.english.relations import keys
from build_tools.lexicon.content import all_keys, content_words
from build_tools.lexicon.names import Names
from build_tools.sources.library import Passage, Source
from build_tools.text.number_facts import evidence_facts, find_numbers
from build_tools.text.sentences import split_sentences
from build_tools.text.words import Word, split_words


@dataclass(frozen=True, eq=False)
class Window:
    """A sentence with the one before it; `start` is where the sentence itself begins in `text`.

    `names`, `facts` and `keys` are what a clause may take from it, those included that every
    statement on the source may use: the outlet, the event and its day, and whom the lead names,
    where the sentence points back. `lead` are all names that the lead has; `own_keys` are those of
    the whole paragraph, and of none before it.
    """

    source: Source
    paragraph: int
    text: str
    start: int
    names: frozenset[str]
    lead: frozenset[str]
    facts: frozenset[str]
    keys: frozenset[str]
    own_keys: frozenset[str]

    @property
    def sentence(self) -> str:
        """The sentence itself, without the one before it."""
        return self.text[self.start :]


@lru_cache(maxsize=20_000)
def _windows_of(passage: Passage, previous: str) -> tuple[Window, ...]:
    source, text = passage.source, passage.paragraph.folded.text
    names = source.names
    whole = source.facts(passage.paragraph) | source.context_facts
    event = all_keys(source.record.event.name)
    opening = frozenset(mention.name for mention in names.mentions(source.opening))
    of_paragraph = all_keys(text) | event
    sentences = split_sentences(text)
    found = []
    for index, (first, last) in enumerate(sentences):
        before = text[slice(*sentences[index - 1])] if index else previous
        joined = f"{before} {text[first:last]}" if before else text[first:last]
        lead = source.opening if POINTS_BACK.search(joined) else ""
        named = {
            mention.name
            for part in (joined, lead, source.outlet)
            for mention in names.mentions(part)
        }
        # The days that relative dates stand for are worked out for a paragraph as a whole.
        resolved = whole - evidence_facts(text)
        facts = evidence_facts(joined) | resolved | source.context_facts
        start = len(joined) - (last - first)
        found.append(
            Window(
                source,
                passage.paragraph.number,
                joined,
                start,
                frozenset(named),
                opening,
                frozenset(facts),
                all_keys(joined) | event,
                of_paragraph,
            )
        )
    return tuple(found)


def find_windows(passages: tuple[Passage, ...]) -> tuple[Window, ...]:
    """Return the windows of cited passages, in order.

    The sentence before the first of a paragraph is the last of the paragraph before it, where that
    one is cited too.
    """
    found: list[Window] = []
    for index, passage in enumerate(passages):
        previous = passages[index - 1] if index else None
        follows = (
            previous is not None
            and previous.source is passage.source
            and previous.paragraph.number == passage.paragraph.number - 1
        )
        before = ""
        if follows and previous:
            text = previous.paragraph.folded.text
            before = text[slice(*split_sentences(text)[-1])]
        found += _windows_of(passage, before)
    return tuple(found)


@lru_cache(maxsize=5_000)
def best_windows(
    sentence: str, windows: tuple[Window, ...], names: Names, slack: int = 0
) -> tuple[Window, ...]:
    """Return the windows that have most of a sentence's words, names and numbers.

    With `slack`, also those that have so many fewer.
    """
    fits = fits_of(sentence, windows, names)
    most = max(fits, default=0)
    return tuple(it for it, fit in zip(windows, fits, strict=True) if fit >= most - slack)


def fits_of(sentence: str, windows: Iterable[Window], names: Names) -> list[int]:
    """Rate for each window how much it has of a sentence's words, names and numbers."""
    words = content_words(sentence, names)
    named = {mention.name for mention in names.mentions(sentence)}
    facts = {fact.fact for fact in find_numbers(sentence)}

    def fit(window: Window) -> int:
        anchors = len(named & window.names) + len(facts & window.facts)
        return 2 * anchors + sum(bool(word.keys & window.keys) for word in words)

    return [fit(window) for window in windows]


def uses(word: frozenset[str], windows: tuple[Window, ...]) -> list[tuple[str, Word]]:
    """Return where windows have a word, given by its keys: their text, and the word in it.

    Of a phrase that says the same it is the first word: "close the books" for "settle".
    """
    return [
        (window.text, other)
        for window in windows
        for other, its in _keyed(window.text)
        if its & word
    ]


@lru_cache(maxsize=5_000)
def _keyed(text: str) -> tuple[tuple[Word, frozenset[str]], ...]:
    """Return the words of a text with their keys, of a phrase its first with its own."""
    words = split_words(text)
    found = [keys(word.text) for word in words]
    for phrase in find_phrases(tuple(word.text for word in words)):
        found[phrase.places[0]] |= phrase.keys
    return tuple(zip(words, found, strict=True))
