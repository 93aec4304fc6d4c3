"""What does something, and to what, where that is no person: part of the check of parties."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.checks.check import Found
from build_tools.english.acting import BEGINS_PART, ENDS_PHRASE, POINTS
from build_tools.english.relations import is_past, keys
from build_tools.english.verbs import BE, BEFORE_NOUN, HELPING, SAYING, is_mutual
from build_tools.lexicon.content import ContentWord, all_keys, content_words
from build_tools.lexicon.names import Names
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.sources.library import Library
from build_tools.text.sentences import split_sentences
from build_tools.text.words import Word, split_words

# Verbs that tell of no deed of things.
_NO_DEEDS = HELPING | SAYING


@dataclass(frozen=True)
class _Deed:
    """A verb with what its sentence has before it and after it.

    `doer` and `object` are the chief words of the phrases beside it: none in a passive. The keys of
    what does it are `by`, those of what it is done to are `to`; `points` if a pronoun tells that.
    """

    verb: Word
    doer: ContentWord | None
    object: ContentWord | None
    before: str
    after: str
    passive: bool

    @property
    def by(self) -> frozenset[str]:
        return all_keys(self.after if self.passive else self.before)

    @property
    def to(self) -> frozenset[str]:
        return all_keys(self.before if self.passive else self.after)

    @property
    def points(self) -> bool:
        return POINTS.match(self.after) is not None


def find_other_objects(statement: Statement, library: Library) -> Iterator[Found]:
    """Find what is done to something else in the source, and what does there what is done to it."""
    account, names = account_for(statement, library), library.names
    missing = {word.start for run in account.missing for word in run}
    for deed in _deeds(account.text, names):
        if deed.object is None or deed.object.start in missing:
            continue
        there = [
            (other, window)
            for window in account.windows
            if keys(deed.verb.text) & window.keys
            for other in _deeds(window.text, names)
            if other.verb.start >= window.start and keys(other.verb.text) & keys(deed.verb.text)
        ]
        doer, object_ = deed.doer, deed.object
        if there and doer and all(doer.keys & it.to and not doer.keys & it.by for it, _ in there):
            message = f"“{doer.text}” must be what does it: there it is what it is done to"
            yield doer.text, message, f"the article has “{there[0][0].verb.text}”"
        # Another source may tell of the same deed with another verb.
        elsewhere = {it.source for it in account.windows if object_.keys & it.keys}
        told = elsewhere <= {window.source for _, window in there}
        if (
            there
            and told
            and not any(it.points or object_.keys & window.keys for it, window in there)
        ):
            message = f"“{object_.text}” must be what “{deed.verb.text}” is said of"
            yield object_.text, message, "in the article that is of something else"


@lru_cache(maxsize=20_000)
def _deeds(text: str, names: Names) -> tuple[_Deed, ...]:
    found = []
    for start, end in split_sentences(text):
        for verb in split_words(text):
            form = verb.text.lower()
            told = start <= verb.start < end and is_past(form) and form not in _NO_DEEDS
            if told and not is_mutual(form) and not BEFORE_NOUN.search(text, 0, verb.start):
                found.append(_deed(verb, text, start, end, names))
    return tuple(found)


def _deed(verb: Word, text: str, start: int, end: int, names: Names) -> _Deed:
    begins = max((m.end() for m in BEGINS_PART.finditer(text, start, verb.start)), default=start)
    passive = BE.search(text, 0, verb.start) is not None
    doer = None if passive else _chief(text, begins, verb.start, names)
    object_ = None if passive else _chief(text, verb.end, end, names)
    return _Deed(verb, doer, object_, text[start : verb.start], text[verb.end : end], passive)


def _chief(text: str, start: int, end: int, names: Names) -> ContentWord | None:
    """Return the chief word of the phrase that a span begins with: no name, and no pronoun."""
    closes = ENDS_PHRASE.search(text, start, end)
    end = closes.start() if closes else end
    if any(start <= mention.start < end for mention in names.mentions(text)):
        return None
    words = [word for word in content_words(text, names) if start <= word.start < end]
    return words[-1] if words else None
