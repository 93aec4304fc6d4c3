"""Whose a document is, and what stands in which: part of the check of parties."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from build_tools.checks.check import Found
from build_tools.english.clauses import THAT
from build_tools.english.documents import (
    BY_WHICH,
    BY_WHOM,
    DOCUMENTS,
    MAKES,
    STIPULATES,
    UNDER,
    is_document,
)
from build_tools.english.doers import JOINT
from build_tools.english.stems import stem
from build_tools.lexicon.content import ContentWord, content_words
from build_tools.lexicon.names import COUNTRIES, Mention, Names
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.sources.library import Library
from build_tools.text.sentences import split_sentences

# A document is known by so many words of what it says.
_SHARED_TERMS = 2


def find_wrong_makers(statement: Statement, library: Library) -> Iterator[Found]:
    """Find documents of two countries that are of one of them and another in the source."""
    account, names = account_for(statement, library), library.names
    theirs = [made for window in account.windows for made in _made(window.text, names)]
    for document, makers in _made(account.text, names):
        there = [others for other, others in theirs if other.keys & document.keys]
        ours = {maker.name for maker in makers}
        if not there or any(ours == {maker.name for maker in others} for others in there):
            continue
        right = next((it for it in there if ours & {maker.name for maker in it}), None)
        wrong = next(
            (it for it in makers if right and it.name not in {m.name for m in right}), None
        )
        if right and wrong:
            message = f"“{document.text}” must be that of {right[0].name} and {right[1].name}"
            yield wrong.text, message, f"the statement has {wrong.name}"


@lru_cache(maxsize=5_000)
def _made(text: str, names: Names) -> tuple[tuple[ContentWord, tuple[Mention, Mention]], ...]:
    """Return each document that two countries make in a text: "a pact by Kestria and Sollin"."""
    found = []
    documents = [word for word in content_words(text, names) if word.keys & DOCUMENTS]
    countries = [mention for mention in names.mentions(text) if mention.kind == COUNTRIES]
    for one, other in pairwise(countries):
        if not JOINT.fullmatch(text, one.end, other.start):
            continue
        for word in documents:
            before = word.end <= one.start and BY_WHOM.fullmatch(text, word.end, one.start)
            after = word.start >= other.end and MAKES.fullmatch(text, other.end, word.start)
            if before or after:
                found.append((word, (one, other)))
    return tuple(found)


def find_wrong_documents(statement: Statement, library: Library) -> Iterator[Found]:
    """Find documents with terms that stand in another in the source."""
    account, names = account_for(statement, library), library.names
    theirs = [term for window in account.windows for term in _terms(window.text, names)]
    for document, terms in _terms(account.text, names):
        like = [other for other, there in theirs if len(terms & there) >= _SHARED_TERMS]
        if like and not any(document.keys & other.keys for other in like):
            message = f"“{like[0].text}” must be the document: it says so in the article"
            yield document.text, message, f"the statement has “{document.text}”"


@lru_cache(maxsize=5_000)
def _terms(text: str, names: Names) -> tuple[tuple[ContentWord, frozenset[str]], ...]:
    """Return each document of a text that says something, with the stems of what it says."""
    found = []
    words = content_words(text, names)
    # "Agreed that" is of an agreement; what is "agreed to" be done is no term of one.
    documents = [
        word
        for word in words
        if is_document(word.text) or (word.keys & DOCUMENTS and text.startswith(THAT, word.end))
    ]
    with_terms = [word.start for word in documents if BY_WHICH.match(text, word.end)]
    for word in documents:
        opens = UNDER.search(text[: word.start]) or word.start in with_terms
        if opens or STIPULATES.match(text, word.end):
            end = next(end for start, end in split_sentences(text) if end >= word.end)
            # What is told "by which" is of the document right before it.
            end = min((start for start in with_terms if word.end < start < end), default=end)
            said = (other for other in words if word.end < other.start < end)
            terms = frozenset(stem(w.text) for w in said)
            found.append((word, terms))
    return tuple(found)
