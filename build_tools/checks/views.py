"""Views of one side, told as another's or nobody's: part of the check of attribution."""

import re
from collections.abc import Iterator

from build_tools.english.clauses import GOES_ON
from build_tools.english.governors import CLAUSE, DENYING, REJECTED_AS, governing
from build_tools.english.loaded import JUDGING, TAKEN_FOR
from build_tools.english.negation import ASKED
from build_tools.english.pointers import GROUP
from build_tools.english.relations import is_past, keys
from build_tools.english.verbs import (
    ARGUES,
    AS_WHAT,
    BY_WHOM,
    ENDS_VIEW,
    HELD_BY,
    HOLDING,
    ON_IT,
    SAYS,
    TELLING,
    TELLS,
    TO_WHOM,
    TOLD_AFTER,
)
from build_tools.lexicon.content import ContentWord, all_keys
from build_tools.lexicon.names import COUNTRIES, OUTLETS, Mention, Names
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library
from build_tools.sources.windows import Window
from build_tools.text.folding import fold
from build_tools.text.sentences import split_sentences
from build_tools.text.words import split_words

# So many words of what somebody holds are not chance where another's view is told.
_HELD = 2
# A sentence of the source, who argues something in it, and what they hold.
_View = tuple[Window, Mention, re.Match[str]]


def find_misheld(statement: Statement, library: Library) -> Iterator[Finding]:
    """Find what a country holds in the source, and the statement gives to nobody or to another."""
    account, names = account_for(statement, library), library.names
    views = [
        (window, holder, held)
        for window in account.windows
        for holder in names.mentions(window.text)
        if holder.kind == COUNTRIES and (held := ARGUES.match(window.text, holder.end))
    ]
    # What any cited sentence says besides is nobody's view.
    free = frozenset[str]().union(*(_keys_outside(window, views) for window in account.windows))
    told = names.mentions(fold(f"{statement.before} {statement.text}").text)
    said, holders = {it.name for it in told}, {holder.name for _, holder, _ in views}
    for _, holder, held in views:
        yield from _held_by_another(statement, library, (holder, held), views, free)
        if holder.name in said:
            yield from _held_by_nobody(statement, library, (holder, held), views, free)
            continue
        if GROUP.search(account.text):
            continue
        inside = all_keys(held["held"])
        # "Rejects the sale as unlawful" does not deny that it is unlawful.
        judged = any(
            _is_judged_as(word, account.text, 0) and not _is_denied(word.start, account.text)
            for word in account.words
            if word.keys & inside
        )
        words = [
            word
            for word in _told_words(account)
            if word.keys & inside
            and not word.keys & free
            and (judged or not governing(account.text, word.start, DENYING, CLAUSE))
        ]
        if words and (len(words) >= _HELD or not said & holders):
            message = f"“{words[-1].text}” must be said to be what {holder.text} holds"
            yield Finding(statement.place_of(words[-1].text), message, f"name {holder.text}")


def _held_by_another(
    statement: Statement,
    library: Library,
    view: tuple[Mention, re.Match[str]],
    views: list[_View],
    free: frozenset[str],
) -> Iterator[Finding]:
    """Find the last word of a view that no other side holds, where another is told to hold it."""
    account, (holder, held) = account_for(statement, library), view
    others = [it for it in views if it[1].name != holder.name]
    theirs = frozenset[str]().union(*(all_keys(it["held"]) for _, _, it in others))
    if any(ON_IT.match(it["held"]) for _, _, it in others):
        theirs |= all_keys(_subject(held["held"]))
    own = all_keys(held["held"]) - theirs - free
    rivals = {other.name for _, other, _ in others}
    for word in reversed([word for word in account.words if word.keys & own]):
        teller = _teller(word, account.text, library.names)
        if teller in rivals and not _is_denied(word.start, account.text):
            message = f"“{word.text}” must be said to be what {holder.text} holds"
            hint = f"the statement has it held by {teller}"
            yield Finding(statement.place_of(word.text), message, hint)
        if teller in rivals | {holder.name}:
            return


def _told_words(account: Account) -> list[ContentWord]:
    """Return the words of a statement but those that it asks about: "whether it was lawful"."""
    return [word for word in account.words if not ASKED.search(account.text, 0, word.start)]


def _subject(view: str) -> str:
    """Return what a view is on: its words up to the first verb."""
    verbs = (w for w in split_words(view) if is_past(w.text) or GOES_ON.match(w.text))
    verb = next(verbs, None)
    return view[: verb.start] if verb else view


def _held_by_nobody(
    statement: Statement,
    library: Library,
    view: tuple[Mention, re.Match[str]],
    views: list[_View],
    free: frozenset[str],
) -> Iterator[Finding]:
    """Find the first word of a view that judges, in a sentence in which nobody but an outlet tells.

    So "Orlavia asks for the stolen bell" has the word in the site's own voice.
    """
    account, (holder, held) = account_for(statement, library), view
    own = all_keys(held["held"]) - free
    for start, end in split_sentences(account.text):
        words = [
            word
            for word in _told_words(account)
            if start <= word.start < end and word.keys & own and JUDGING.fullmatch(word.text)
        ]
        judged = any(_is_judged_as(word, account.text[start:end], start) for word in words)
        if judged and any(it.kind == COUNTRIES for it in library.names.mentions(account.text)):
            continue
        told = (
            _is_told(word, account.text[start:end], start, library.names, views) for word in words
        )
        if words and not any(told):
            message = f"“{words[0].text}” must be said to be what {holder.text} holds"
            yield Finding(
                statement.place_of(words[0].text), message, f"say that {holder.text} does"
            )
            return


def _is_judged_as(word: ContentWord, sentence: str, start: int) -> bool:
    """Tell whether a word is what somebody takes something for: "rejects the sale as unlawful"."""
    return AS_WHAT.search(sentence, 0, word.start - start) is not None


def _is_denied(position: int, text: str) -> bool:
    """Tell whether a word is denied, and not what somebody rejects something as."""
    return not all(map(REJECTED_AS.match, governing(text, position, DENYING, CLAUSE)))


def _is_told(
    word: ContentWord, sentence: str, start: int, names: Names, views: list[_View]
) -> bool:
    """Tell whether anybody holds or says something in the sentence of a word, but for an outlet.

    The sentence begins at `start` in the statement. Who takes it for what he holds of it in the
    source, or does not, tells that as well: "looks on the sale as lawful".
    """
    mentions = names.mentions(sentence)
    reporting = [SAYS.match(sentence, it.end) for it in mentions if it.kind == OUTLETS]
    taken = {at for match in reporting if match for at in range(*match.span())}
    if any(match.start() not in taken for match in TELLING.finditer(sentence)):
        return True
    taken_for = TAKEN_FOR.match(sentence, word.end - start)
    judged = keys(taken_for["judged"]) if taken_for else frozenset[str]()
    denied = taken_for and _is_denied(taken_for.start("judged"), sentence)
    takers = {holder.name for _, holder, held in views if denied or all_keys(held["held"]) & judged}
    before = [(it, sentence[: it.start]) for it in mentions if it.kind == COUNTRIES]
    return any(
        HOLDING.search(text)
        or (mention.end <= word.start - start and mention.name in takers)
        or BY_WHOM.search(text)
        or TO_WHOM.match(sentence[word.end - start : mention.start])
        for mention, text in before
    )


def _teller(word: ContentWord, text: str, names: Names) -> str:
    """Return the country that is told to hold what a word says: "to Kestria it was theft".

    Of "Kestria says that it was lawful, and Orlavia that it was theft", the last is nobody's.
    """
    start = next(first for first, last in split_sentences(text) if word.start < last)
    holder = ""
    for mention in names.mentions(text):
        after = text[word.end : mention.start]
        if mention.kind == COUNTRIES and (TO_WHOM.match(after) or TOLD_AFTER.fullmatch(after)):
            return mention.name
        if mention.kind == COUNTRIES and start <= mention.start < word.start:
            holds = HOLDING.search(text[: mention.start]) or any(
                it.match(text, mention.end) for it in (ARGUES, TELLS)
            )
            holds = holds or HELD_BY.search(text, start, mention.start) is not None
            holds = holds or AS_WHAT.search(text, mention.end, word.start) is not None
            # ", as Kestria argued," is of what stands before it.
            after_it = TOLD_AFTER.search(text, start, mention.start)
            holder = mention.name if holds and not after_it else ""
    return holder or _told_after(word, text, names)


def _told_after(word: ContentWord, text: str, names: Names) -> str:
    """Return the country that is told, after a word, to hold it: "lawful, according to Kestria"."""
    after = [it for it in names.mentions(text) if it.start >= word.end and it.kind == COUNTRIES]
    told = after and TOLD_AFTER.search(text, word.end, after[0].start)
    return after[0].name if told and not ENDS_VIEW.search(text, word.end, told.start()) else ""


def _keys_outside(window: Window, views: list[_View]) -> frozenset[str]:
    """Return the keys of what a sentence says outside what countries hold there."""
    text = window.text
    for other, _, held in views:
        if other is window:
            first, last = held.span("held")
            text = f"{text[:first]}{' ' * (last - first)}{text[last:]}"
    return all_keys(text)
