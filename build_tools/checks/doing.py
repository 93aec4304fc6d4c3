"""Who does what must be who does it in the source: part of the check of parties."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from build_tools.checks.check import Found, listed
from build_tools.english.doers import ALONG_WITH, SAID_OF, SUBORDINATE
from build_tools.english.governors import CLAUSE_END, UNDONE, YET_TO, governing
from build_tools.english.lists import EACH
from build_tools.english.neighbours import ARTICLES, JOINING
from build_tools.english.owning import OWNER_ENDINGS
from build_tools.english.relations import bases, is_past, keys
from build_tools.english.verbs import (
    ADDRESSED,
    AGREED_TO,
    BESIDE,
    DOING_BY_WORDS,
    EACH_OTHER,
    PREPOSITION,
    SAYING,
    is_mutual,
)
from build_tools.lexicon.names import (
    COUNTRIES,
    PEOPLE,
    PLACES,
    Mention,
    Names,
)
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.sources.actors import (
    Act,
    find_acts,
)
from build_tools.sources.cast import Cast, find_cast
from build_tools.sources.library import Library, Passage
from build_tools.sources.whose import find_owned
from build_tools.sources.windows import Window, best_windows, uses
from build_tools.text.clauses import part_at, split_clauses
from build_tools.text.folding import fold
from build_tools.text.sentences import split_sentences

# Nobody is named twice within so few words.
_COUPLED = 3
# So many words that are another's make an exchange.
_ENOUGH = 2
# So many words after a verb tell what it is about.
_REST = 4


def find_wrong_doers(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find people who do what another does in the source."""
    account = account_for(statement, library)
    for start, end in split_sentences(account.text):
        sentence = account.text[start:end]
        for act in find_acts(sentence, library.names, cast):
            form = act.verb.text.lower()
            if (
                act.kind not in (PEOPLE, COUNTRIES)
                or not act.doers
                or form in SAYING - DOING_BY_WORDS
            ):
                continue
            deed = keys(act.verb.text)
            theirs = _acts_there(sentence, act, account, library)
            like = [it for it in theirs if keys(it[0].verb.text) & deed]
            if not like or _cannot_tell(act, sentence, like, account):
                continue
            if not _are_comparable([act, *(other for other, _ in like)], cast):
                continue
            others = _who_do_not(_Compared(act, sentence, like), account, library, cast)
            rest = [
                owned.word.keys
                for owned in find_owned(sentence, library.names, cast)
                if owned.names == act.doers and owned.word.start > act.verb.start
            ]
            if others and not _are_theirs(rest, others, statement, library):
                name = min(others)
                doers = frozenset[str]().union(*(other.doers for other, _ in like))
                message = f"“{form}” must be said of {listed(doers)}, who does it there"
                yield name.split()[-1], message, f"the statement says it of {name}"


def _cannot_tell(
    act: Act, sentence: str, there: list[tuple[Act, Window]], account: Account
) -> bool:
    """Tell whether nobody can tell by the source's acts alone who does something here.

    Of two reports each may have one of them do it: "Dorsch in May and Revnik in June each met".
    """
    in_turn = len({it.source for it in account.windows}) > len({it.source for _, it in there})
    if in_turn and EACH.search(sentence, 0, act.verb.start):
        return True
    return act.is_noun and _is_of_nobody(act, there, account)


@dataclass(frozen=True)
class _Compared:
    """An act of a sentence, and the acts of the source that are like it."""

    act: Act
    sentence: str
    there: list[tuple[Act, Window]]


def _who_do_not(
    compared: _Compared, account: Account, library: Library, cast: Cast
) -> frozenset[str]:
    """Return those who are said to do something, and do not in the source."""
    act, sentence, there = compared.act, compared.sentence, compared.there
    form = act.verb.text.lower()
    doers = frozenset[str]().union(*(other.doers for other, _ in there))
    # A person may stand for their country, or be meant by it.
    if any(other.kind != act.kind for other, _ in there):
        tells = is_past(form) and not is_mutual(form)
        either = cast.with_countries(doers) & cast.with_countries(act.doers)
        return act.doers if tells and not either else frozenset()
    # Of what two do with each other, either may be named as the doer, and no third.
    if (
        is_mutual(form)
        or EACH_OTHER.match(sentence, act.verb.end)
        or AGREED_TO.search(sentence, 0, act.verb.start)
    ):
        # A title may be that of several, of whom one is meant.
        if len(act.doers) > 1 and len(doers) == 1:
            return frozenset()
        return _strangers(act, sentence, account, library)
    if doers & act.doers:
        # Each of several who are named must be named where it is done.
        named = {it.name for it in library.names.mentions(sentence)}
        others = act.doers & named - _named_at(keys(act.verb.text), account)
        return others if act.doers <= named else frozenset()
    # "Dorsch will handle it, along with Kešlar"
    beside = frozenset(
        mention.name
        for other, window in there
        for mention in library.names.mentions(window.text)
        if ALONG_WITH.search(window.text, other.verb.end, mention.start)
    )
    return act.doers - beside


def _acts_there(
    sentence: str, act: Act, account: Account, library: Library
) -> list[tuple[Act, Window]]:
    """Return who does what in the sentences that fit a sentence, or its part with an act, best."""
    part = sentence[slice(*part_at(sentence, act.verb.start))]
    windows = (
        it
        for told in dict.fromkeys((sentence, part))
        for it in best_windows(told, account.windows, library.names, 1)
    )
    return [
        (other, window)
        for window in dict.fromkeys(windows)
        for other in find_acts(window.text, library.names, find_cast(window.source))
        # Of the sentence before, another window may tell more: whom "the two" are.
        if other.doers or other.verb.start >= window.start
    ]


def _is_of_nobody(act: Act, there: list[tuple[Act, Window]], account: Account) -> bool:
    """Tell whether the source also has the very noun of an act without telling whose it is."""
    told = {(window.text, other.verb.start) for other, window in there}
    return any(
        (text, word.start) not in told and bases(word.text) & bases(act.verb.text)
        for text, word in uses(keys(act.verb.text), account.windows)
    )


def _named_at(deed: frozenset[str], account: Account) -> frozenset[str]:
    """Return who is named, or pointed at, in the sentences that have a deed, given by its keys."""
    at = {
        window
        for window in account.windows
        for _, word in uses(deed, (window,))
        if word.start >= window.start
    }
    return frozenset[str]().union(*(window.names for window in at))


def _are_comparable(acts: list[Act], cast: Cast) -> bool:
    """Tell whether the doers are of one kind, or countries and people whose country is known."""
    one_kind = len({act.kind for act in acts}) == 1
    return all(
        act.doers and (one_kind or act.kind == COUNTRIES or act.doers <= cast.countries.keys())
        for act in acts
    )


def _are_theirs(
    words: list[frozenset[str]], people: frozenset[str], statement: Statement, library: Library
) -> bool:
    """Tell whether words, by their keys, are some people's in the source, where they are anyone's.

    Then the verb before them is one of ours.
    """
    found = [_names_of(keys, statement, library) for keys in words[:_REST]]
    own = sum(bool(names & people) for names in found)
    return own >= _ENOUGH and own == sum(map(bool, found))


def _names_of(word: frozenset[str], statement: Statement, library: Library) -> frozenset[str]:
    """Return whose a word is in the cited paragraphs."""
    return frozenset[str]().union(
        *(
            owned.names
            for passage in library.passages(statement.citations)
            for owned in find_owned(
                passage.paragraph.folded.text, library.names, find_cast(passage.source)
            )
            if owned.word.keys & word
        )
    )


def _partners(act: Act, window: Window, library: Library) -> frozenset[str]:
    """Return those of the doer's kind who are named after an act, in its part of the sentence."""
    part = CLAUSE_END.search(window.text, act.verb.end)
    end = part.start() if part else len(window.text)
    return frozenset(
        mention.name
        for mention in library.names.mentions(window.text)
        if mention.kind == act.kind and act.verb.end <= mention.start < end
    )


def _strangers(
    act: Act,
    sentence: str,
    account: Account,
    library: Library,
) -> frozenset[str]:
    """Return who does something with others here, and with none of them in all that is cited."""
    there = [
        (other, window)
        for window in account.windows
        for other in find_acts(window.text, library.names, find_cast(window.source))
        # The sentence before is read by itself as well: there "the two" may be known.
        if keys(other.verb.text) & keys(act.verb.text) and other.verb.start >= window.start
    ]
    told = {(window.text, other.verb.start) for other, window in there}
    # Who has yet to do it has not, and others may have.
    if not _is_undone(sentence, act):
        there = [(other, window) for other, window in there if not _is_undone(window.text, other)]
        if not there:
            return frozenset()
    pairs = [other.doers | _partners(other, window, library) for other, window in there]
    used = {
        (text, word.start)
        for window in account.windows
        for text, word in uses(keys(act.verb.text), (window,))
        if bases(word.text) & bases(act.verb.text) and word.start >= window.start
    }
    if used - told or not all(
        other.doers and len(pair) > 1 for (other, _), pair in zip(there, pairs, strict=True)
    ):
        return frozenset()  # Who, or with whom, is not told.
    every = frozenset[str]().union(*pairs)
    if len(act.doers) > 1:
        return act.doers - every
    beside = _named_beside(act, sentence, library)
    if any(act.doers | beside <= pair for pair in pairs):
        return frozenset()
    return act.doers - every or beside - every or act.doers


def _is_undone(text: str, act: Act) -> bool:
    return YET_TO in governing(text, act.verb.start, UNDONE)


def _named_beside(act: Act, text: str, library: Library) -> frozenset[str]:
    """Return whom a verb has right after it: "met Dorsch", "agreed with President Verelin"."""
    return frozenset(
        mention.name
        for mention in library.names.mentions(text)
        if mention.kind == act.kind and BESIDE.fullmatch(text, act.verb.end, mention.start)
    )


def find_twice(
    statement: Statement, passages: tuple[Passage, ...], library: Library
) -> Iterator[Found]:
    """Find a name that stands where another should: "Dorsch and Dorsch", "Ulvholt told Ulvholt"."""
    names, text = library.names, fold(statement.plain).text
    theirs = {
        mention.name
        for passage in passages
        for mention in names.mentions(passage.paragraph.folded.text)
        if mention.kind == PEOPLE
    }
    missing = theirs - {mention.name for mention in names.mentions(fold(statement.text).text)}
    for start, end in split_sentences(text):
        for first, last in split_clauses(text[start:end]):
            clause = text[start + first : start + last]
            people = [m for m in names.mentions(clause) if m.kind in (PEOPLE, COUNTRIES)]
            for one, other in pairwise(people):
                between = [it for it in clause[one.end : other.start].split() if it not in ARTICLES]
                near = len(between) <= (_COUPLED if one.kind == PEOPLE else 1)
                done_to = one.kind == PEOPLE and (missing or _is_done_to(other, clause))
                # "Orlavia and Orlavians who" are two.
                same = one.text == other.text or not clause.startswith(SAID_OF, other.end)
                apart = SUBORDINATE.search(clause, 0, other.start) is not None
                if one.name == other.name and same and not apart and (near or done_to):
                    message = f"{one.name} must not stand for somebody else: it stands twice"
                    there = f"the article also has {listed(frozenset(missing))}" if missing else ""
                    yield other.text, message, there
        yield from _listed_twice(text[start:end], names)


def _listed_twice(sentence: str, names: Names) -> Iterator[Found]:
    """Find a name that stands twice in one list: "Ulvholt, Dorsch and Ulvholt"."""
    for kind in (PEOPLE, PLACES):
        listed_so_far: set[str] = set()
        before: Mention | None = None
        for mention in (it for it in names.mentions(sentence) if it.kind == kind):
            joint = before and JOINING.fullmatch(sentence, before.end, mention.start)
            listed_so_far = (
                listed_so_far if joint and (kind == PEOPLE or joint[0] != ", ") else set()
            )
            own = sentence.startswith(OWNER_ENDINGS, mention.end)
            if mention.name in listed_so_far and not own:
                message = f"{mention.name} must not stand for somebody else: it stands twice"
                yield mention.text, message, "a list has everybody once"
            listed_so_far.add(mention.name)
            before = mention


def _is_done_to(other: Mention, clause: str) -> bool:
    """Tell whether something is done to, or with, somebody: "spoke by phone with Dorsch"."""
    before, after = clause[: other.start], clause[other.end :]
    beside = PREPOSITION.search(before) or ADDRESSED.search(before)
    return bool(beside) and not after.startswith(OWNER_ENDINGS)
