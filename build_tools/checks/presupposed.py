"""What is taken for done in passing, by a noun: "since the handover"; part of that of degrees."""

from collections.abc import Iterator
from itertools import pairwise

from build_tools.english.documents import is_document
from build_tools.english.governors import PENDING, UNDONE, governing
from build_tools.english.relations import is_past
from build_tools.english.tenses import DATED, DEED, NAMED, TAKEN_FOR_DONE
from build_tools.english.verbs import MEETINGS
from build_tools.lexicon.content import ContentWord
from build_tools.pages.account import Account
from build_tools.sources.windows import uses
from build_tools.text.words import split_words


def _is_of_document(sentence: str) -> bool:
    """Tell whether a document does something in a sentence: "the pact puts the return after it"."""
    return any(
        is_document(one.text) and one.end + 1 == other.start and is_past(other.text)
        for one, other in pairwise(split_words(sentence))
    )


def find_presupposed(
    sentence: str, start: int, whole: str, words: list[ContentWord], account: Account
) -> Iterator[tuple[str, str]]:
    """Find nouns that take a deed for done which lies ahead wherever the source has it.

    The sentence begins at `start` in the statement; `whole` is it with its quotations. In one that
    tells of what lies ahead itself, the deed may do so too.
    """
    if PENDING.search(whole) or _is_of_document(sentence):
        return
    for word in words:
        before, after = sentence[: word.start - start], sentence[word.end - start :]
        taken = TAKEN_FOR_DONE.search(before) or (NAMED.search(before) and DATED.match(after))
        # Of meetings there may be one that was held, and another that is wished for.
        if (
            not taken
            or not DEED.search(word.text)
            or is_document(word.text)
            or word.keys & MEETINGS
        ):
            continue
        ahead = [
            governing(text, other.start, UNDONE) for text, other in uses(word.keys, account.windows)
        ]
        if ahead and all(ahead):
            message = f"“{word.text}” must have been done: in the article it has not been"
            yield word.text, f"{message} (“{ahead[0][-1]}”)"
