"""The account of a statement's words: each is in a cited paragraph, or stands in for one there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from build_tools.english.clauses import PART_BORDER
from build_tools.english.negation import ASKED, JUST_DENIED, NEITHER
from build_tools.english.relations import bases, keys, stronger_keys
from build_tools.english.reports import OF_ITS_REPORT, THE_OUTLET
from build_tools.english.stems import plain
from build_tools.english.verbs import BY_PHONE, MEET, TALKED_IN_PLACE
from build_tools.lexicon.content import ContentWord, all_keys, content_words
from build_tools.lexicon.names import OUTLETS
from build_tools.lexicon.stand_ins import StandIn, find_ours, find_phrase, may_have
from build_tools.pages.remembered import remembered
from build_tools.pages.statements import Statement
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library, Passage
from build_tools.sources.scopes import find_claims
from build_tools.sources.succession import find_successions
from build_tools.sources.windows import Window, find_windows
from build_tools.text.folding import fold
from build_tools.text.number_facts import borne_out_parts, compared_lengths, find_numbers
from build_tools.text.words import EMPTY_WORDS, Word, split_words

_SEVERAL = 2
# A source that has so much of a statement, as a share, bears it out by itself.
_MOST = 0.7


@dataclass(frozen=True)
class Account:
    """What a statement says in words of its own, and where that is in what it cites.

    `text` is the statement folded, without quotations and labels of ownership; `words` are its
    content words, those of a stand-in with the keys of what they stand for; `missing` are runs of
    neighbouring words that nothing answers; `claims` are words such as "only" or "all" without
    their like, each as one word.
    """

    text: str
    words: tuple[ContentWord, ...]
    missing: tuple[tuple[ContentWord, ...], ...]
    claims: tuple[ContentWord, ...]
    windows: tuple[Window, ...]
    used: frozenset[StandIn] = frozenset()


def words_had(words: Iterable[ContentWord | Word], paragraph: Paragraph) -> tuple[str, ...]:
    """Return the forms in which a paragraph has some words, as it writes them, in their order.

    What states nothing is no form of a word: "will" is none of "willing".
    """
    there = [it.text for it in split_words(paragraph.folded.text)]
    forms = [(it, bases(it)) for it in there if plain(it) not in EMPTY_WORDS]
    found = (next((it for it, its in forms if its & bases(word.text)), "") for word in words)
    return tuple(filter(None, found))


def count_had(words: Iterable[ContentWord | Word], paragraph: Paragraph) -> int:
    """Count the words that a paragraph has in any of their forms."""
    return len(words_had(words, paragraph))


@remembered
def account_for(statement: Statement, library: Library) -> Account:
    """Account for every content word of a statement."""
    passages = library.passages(statement.citations)
    text = fold(statement.plain).text
    labels = [it.record.ownership.label for it in library.cited_sources(statement.citations)]
    for label in labels:
        text = text.replace(label, " " * len(label))
    windows = find_windows(passages)
    borne_out = frozenset[str]().union(*(window.keys for window in windows))
    words = content_words(text, library.names)
    # Who came after whom is told by several words; which of the two did, has a check of its own.
    there = {it.people for window in windows for it in find_successions(window.text, library.names)}
    succeeding = {
        at
        for it in find_successions(text, library.names)
        if it.people in there
        for at in range(it.start, it.end)
    }
    # Its record says what an outlet is, a month of which part of a year it is, and two lengths
    # which of the two is longer.
    telling = {
        at
        for match in THE_OUTLET.finditer(text)
        if any(match["what"] in label.split() for label in labels)
        for at in range(*match.span())
    }
    facts = frozenset[str]().union(*(window.facts for window in windows))
    telling |= succeeding
    # How an outlet came by what it tells, and in what order, is in no paragraph.
    telling |= {
        match.start("verb")
        for mention in library.names.mentions(text)
        if mention.kind == OUTLETS and (match := OF_ITS_REPORT.match(text, mention.end))
    }
    telling |= {at for span in borne_out_parts(text, facts) for at in range(*span)}
    telling |= {at for span in compared_lengths(text, facts) for at in range(*span)}
    unanswered = {
        word.start for word in words if not word.keys & borne_out and word.start not in telling
    }
    claims = _claims(text, windows, library, unanswered)
    # What is denied is its contrary: "has not changed" where the article has "unchanged". What is
    # asked, is asked of both.
    stands = {
        word.start: contrary
        for word in words
        if word.start in unanswered
        and (contrary := word.contrary & borne_out)
        and any(it.search(text, 0, word.start) for it in (JUST_DENIED, NEITHER, ASKED))
    }
    # What says more bears out what says less: where the source has "seized", it was taken.
    stands |= {
        word.start: stronger
        for word in words
        if word.start in unanswered - stands.keys()
        and (stronger := stronger_keys(word.text) & borne_out)
    }
    stands |= {
        word.start: talk
        for talk in _talks_in_places(windows)
        for word in words
        if word.text.lower() in MEET
    }
    used: set[StandIn] = set()
    open_ = (*(word for word in words if word.start in unanswered - stands.keys()), *claims)
    asked = frozenset[str]().union(*(word.keys for word in open_))
    for entry in library.stand_ins.entries if open_ else ():
        ours = find_ours(entry, text) if asked & all_keys(entry.ours) else ()
        starts = {word.start for word in ours}
        if starts & {word.start for word in open_} and (theirs := _keys_of_theirs(entry, passages)):
            used.add(entry)
            stands |= dict.fromkeys(starts, theirs)
    words = tuple(
        replace(word, keys=word.keys | stands[word.start]) if word.start in stands else word
        for word in words
    )
    left = [word for word in words if word.start in unanswered - stands.keys()]
    missing = _runs(text, left, words)
    claims = tuple(word for word in claims if word.start not in stands)
    return Account(text, words, missing, claims, windows, frozenset(used))


def _talks_in_places(windows: tuple[Window, ...]) -> Iterator[frozenset[str]]:
    """Yield the keys of talks that somebody had in a place, and not by phone: they met."""
    for window in windows:
        if not BY_PHONE.search(window.text):
            yield from (keys(it["talk"]) for it in TALKED_IN_PLACE.finditer(window.text))


def _claims(
    text: str, windows: tuple[Window, ...], library: Library, unanswered: set[int]
) -> tuple[ContentWord, ...]:
    """Return the words that widen, narrow or compare with no like there, each as one word."""
    return tuple(
        ContentWord(text[start:end], start, end, all_keys(text[start:end]), frozenset())
        for start, end in find_claims(text, windows, library.names)
        if unanswered.isdisjoint(range(start, end))
    )


def _keys_of_theirs(entry: StandIn, passages: tuple[Passage, ...]) -> frozenset[str]:
    """Return the keys of what a stand-in stands for, where a cited paragraph has it."""
    for passage in passages:
        there = passage.paragraph.folded.text
        if entry.only in (None, passage.place) and find_phrase(entry.theirs, there):
            return frozenset(key for word in split_words(entry.theirs) for key in keys(word.text))
    return frozenset()


@remembered
def witnesses(statement: Statement, library: Library) -> tuple[str, ...]:
    """Return the ids of the origins that bear most of a statement out, each by itself, in order.

    Of several sources each may bear a part: then none is a witness for what another says.
    """
    origins = library.origins(statement.citations)
    if len(origins) < _SEVERAL:
        return origins
    account, names = account_for(statement, library), library.names
    named = {mention.name for mention in names.mentions(account.text)}
    facts = {fact.fact for fact in find_numbers(account.text)}
    found = []
    for origin in origins:
        own = [w for w in account.windows if origin == w.source.record.origin_of([w.paragraph])]
        has = frozenset[str]().union(*(w.keys | w.names | w.lead | w.facts for w in own))
        borne = sum(bool(word.keys & has) for word in account.words) + len((named | facts) & has)
        if borne >= _MOST * (len(account.words) + len(named) + len(facts)):
            found.append(origin)
    return tuple(found)


@remembered
def stand_ins_of(statement: Statement, library: Library) -> frozenset[StandIn]:
    """Return the stand-ins that a statement uses."""
    text = fold(statement.plain).text
    # Of most statements no account need be made: they have the words of none.
    if any(may_have(entry, text) for entry in library.stand_ins.entries):
        return account_for(statement, library).used
    return frozenset()


@remembered
def stand_ins_in(
    statement: Statement, library: Library, passage: Passage
) -> tuple[tuple[StandIn, tuple[int, int]], ...]:
    """Return the stand-ins that a statement uses for words of a paragraph, with the words' span.

    The span is in the folded text; they come in the order of the file.
    """
    used = stand_ins_of(statement, library)
    found = []
    for entry in library.stand_ins.entries if used else ():
        if entry not in used or entry.only not in (None, passage.place):
            continue
        if words := find_phrase(entry.theirs, passage.paragraph.folded.text):
            found.append((entry, (words[0].start, words[-1].end)))
    return tuple(found)


def _runs(
    text: str, missing: list[ContentWord], words: tuple[ContentWord, ...]
) -> tuple[tuple[ContentWord, ...], ...]:
    """Put together missing words of one clause between which no other content word stands."""
    runs: list[list[ContentWord]] = []
    place = {word.start: index for index, word in enumerate(words)}
    for word in missing:
        last = runs[-1][-1] if runs else None
        if (
            last
            and place[word.start] == place[last.start] + 1
            and not PART_BORDER.search(text, last.end, word.start)
        ):
            runs[-1].append(word)
        else:
            runs.append([word])
    return tuple(map(tuple, runs))
