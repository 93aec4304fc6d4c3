"""Check: who does what, and who says what, is who does and says it in the source."""

import re
from collections.abc import Iterator
from itertools import pairwise

from build_tools.checks.check import statement_check
from build_tools.english.pointers import POINTS_BACK
from build_tools.english.relations import keys
from build_tools.english.verbs import ADDRESSED, DOING_BY_WORDS, MUTUAL, SAYING, TRAVELLING
from build_tools.lexicon.content import ContentWord, content_words
from build_tools.lexicon.names import (
    BODIES,
    COUNTRIES,
    PEOPLE,
    PLACES,
    TERMS,
    TITLES,
    Mention,
    Names,
)
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.actors import (
    Act,
    Actor,
    find_actors,
    find_acts,
    find_doer,
    find_speakers,
    meant,
)
from build_tools.sources.cast import Cast, find_cast, find_casts, titles_in
from build_tools.sources.library import Library, Passage
from build_tools.sources.windows import Window, best_windows
from build_tools.text.clauses import split_clauses
from build_tools.text.folding import fold
from build_tools.text.quotations import find_quotation
from build_tools.text.sentences import split_sentences

# Nobody is named twice within so few words.
_COUPLED = 3
_TOLD = re.compile(r"\b(?:told|tells|telling) (?:the )?(?P<whom>\w+)")
# Between a country and what it calls a place: "in Kestria as the", "Orlavia calls the", and, left
# out after that, "and Orlavia the".
_AS = re.compile(r" as (?:the )?")
# The other way round: "the Harbour Bell in Kestria", "to the Kestrians".
_USED_BY = re.compile(r" (?:in|by|to the) ")
_CALLS = re.compile(
    r"(?:,? which)? (?:calls?|called|recogni[sz]es|knows)(?: \w+){0,3}? (?:(?:the|as) )*| the "
)
# What somebody owns stands so near after the name, in characters.
_OWN_WORD = 16
# Whose something is: 'Verelin's former spokeswoman', 'the Orlavian Culture Ministry'.
_OWNED = re.compile(r"(?:['’]s?)?(?: (?:new|former|then|own|top|current|acting))* ")


@statement_check(
    code="party",
    fix="Look in the cited paragraph who did or said it, to whom, and on whose side.",
    fails="Ulvholt congratulated Verelin on taking office, Osten reported [@osten-2019, para. 4].",
    passes="Verelin congratulated Ulvholt on taking office, Osten reported [@osten-2019, para. 4].",
    waivable=True,
)
def check_party(statement: Statement, library: Library) -> Iterator[Finding]:
    """Who does, says or holds something must be who does, says or holds it in the source."""
    passages = library.passages(statement.citations)
    if statement.states_absence or not passages:
        return
    sources = library.cited_sources(statement.citations)
    cast = find_casts(sources)
    seen: set[str] = set()
    for word, message, hint in (
        *_doers(statement, library, cast),
        *_speakers(statement, library, cast),
        *_quoted(statement, passages, library, cast),
        *_owners(statement, passages, library),
        *_destinations(statement, passages, library),
        *_capitals(statement, passages, library),
        *_titles(statement, library, cast),
        *_twice(statement, passages, library),
        *_tellers(statement, library, cast),
        *_told(statement, library),
        *_namings(statement, library),
        *_possessed(statement, library),
    ):
        if word not in seen:
            seen.add(word)
            yield Finding(statement.place_of(word), message, hint)


Found = tuple[str, str, str]


def _doers(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find people who do what another does in the source."""
    account = account_for(statement, library)
    for start, end in split_sentences(account.text):
        sentence = account.text[start:end]
        windows = best_windows(sentence, account.windows, library.names, 1)
        theirs = [act for window in windows for act in _acts_in(window, library)]
        for act in find_acts(sentence, library.names, cast):
            form = act.verb.text.lower()
            if (
                act.kind not in (PEOPLE, COUNTRIES)
                or not act.doers
                or form in SAYING - DOING_BY_WORDS
            ):
                continue
            like = [other for other in theirs if keys(other.verb.text) & keys(act.verb.text)]
            if like and all(other.kind == act.kind and other.doers for other in like):
                doers = frozenset[str]().union(*(other.doers for other in like))
                # Of what two do with each other, either may be named as the doer, and no third.
                if form in MUTUAL:
                    others = act.doers - doers if len(doers) > 1 else frozenset[str]()
                else:
                    others = frozenset[str]() if doers & act.doers else act.doers
                if others:
                    name = min(others)
                    message = f"“{form}” must be said of {_listed(doers)}, who does it there"
                    yield name.split()[-1], message, f"the statement says it of {name}"


def _acts_in(window: Window, library: Library) -> tuple[Act, ...]:
    return find_acts(window.text, library.names, find_cast(window.source))


def _listed(names: frozenset[str]) -> str:
    return " and ".join(sorted(names))


def _speakers(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find people who are shown speaking, though the cited sentences show others."""
    names = library.names
    text = fold(statement.plain).text
    claimed = find_speakers(text, names, cast)
    if not claimed:
        return
    account = account_for(statement, library)
    actual: set[str] = set()
    several = len({window.source for window in account.windows}) > 1
    best = account.windows if several else best_windows(text, account.windows, names, 1)
    for window in best:
        of_source = find_cast(window.source)
        speakers = find_speakers(window.text, names, of_source)
        actual |= speakers | find_speakers(window.text.replace('"', " "), names, of_source)
        if not speakers and POINTS_BACK.search(window.text):
            lead = names.mentions(window.source.opening)
            actual |= {mention.name for mention in lead if mention.kind == PEOPLE}
    for name in sorted(claimed - actual) if actual else ():
        message = f"the words must be given to {_listed(frozenset(actual))}, who says them there"
        yield name.split()[-1], message, f"the statement gives them to {name}"


def _quoted(
    statement: Statement, passages: tuple[Passage, ...], library: Library, cast: Cast
) -> Iterator[Found]:
    """Find quoted words that the statement gives to one person and the source to another."""
    names, text = library.names, fold(statement.text).text
    for quotation in statement.quotations:
        words = fold(quotation.text).text
        ours = _giver(text, text.find(words), names, cast)
        for passage in passages if ours else ():
            there = passage.paragraph.folded.text
            spans = find_quotation(quotation.text, passage.paragraph.folded)
            theirs = spans and _giver(there, spans[0][0], names, find_cast(passage.source))
            if theirs and not theirs & ours:
                message = f"“{words}” must be given to {_listed(theirs)}"
                yield min(ours).split()[-1], message, f"the statement gives it to {_listed(ours)}"


def _giver(text: str, position: int, names: Names, cast: Cast) -> frozenset[str]:
    """Return the person of whom or by whom quoted words at a position are said; or nobody."""
    opening = text.rfind('"', 0, position + 1)
    start = opening if opening >= 0 else position
    sentence = text.rfind(". ", 0, start) + 1
    actors = find_actors(text, names, cast)
    near = tuple(
        actor
        for actor in actors
        if sentence <= actor.start < start and not _is_said(actor, text, start)
    )
    doer = find_doer(text, start, near)
    doer = meant(doer, text, actors) if doer is not None else None
    return doer.names if doer is not None and doer.kind == PEOPLE else frozenset()


def _is_said(actor: Actor, text: str, start: int) -> bool:
    """Tell whether somebody is in what is said, and not who says it: 'said that he "knows"'."""
    return text[: actor.start].endswith(" that ") and not text[actor.end : start].strip()


def _owners(
    statement: Statement, passages: tuple[Passage, ...], library: Library
) -> Iterator[Found]:
    """Find titles and bodies that the statement gives to another country or person."""
    names = library.names
    texts = [passage.paragraph.folded.text for passage in passages]
    texts += [passage.source.opening for passage in passages]
    theirs = {pair for text in texts for pair in _owned(text, names)}
    for owner, thing in _owned(fold(statement.plain).text, names):
        owners = {other.name for other, it in theirs if it.name == thing.name}
        if owners and owner.name not in owners:
            message = f"“{thing.text}” must be that of {_listed(frozenset(owners))}"
            yield thing.text, message, f"the statement gives it to {owner.name}"


def _owned(text: str, names: Names) -> Iterator[tuple[Mention, Mention]]:
    mentions = names.mentions(text)
    for owner in mentions:
        if owner.kind not in (PEOPLE, COUNTRIES):
            continue
        for thing in mentions:
            between = text[owner.end : thing.start]
            if thing.kind not in (TITLES, BODIES) or thing.start <= owner.end:
                continue
            if owner.kind == PEOPLE and not between.startswith(("'s ", "’s ", "' ")):
                continue
            if _OWNED.fullmatch(between):
                yield owner, thing


def _possessed(statement: Statement, library: Library) -> Iterator[Found]:
    """Find what is one's own in the statement, and another's in the source: "Kestria's fleet"."""
    account = account_for(statement, library)
    theirs = [pair for window in account.windows for pair in _owns(window.text, library.names)]
    for owner, word in _owns(account.text, library.names):
        owners = {
            other.name for other, it in theirs if it.keys & word.keys and other.kind == owner.kind
        }
        if owners and owner.name not in owners:
            message = f"“{word.text}” must be that of {_listed(frozenset(owners))}"
            yield owner.text, message, f"the statement gives it to {owner.name}"


def _owns(text: str, names: Names) -> Iterator[tuple[Mention, ContentWord]]:
    words = content_words(text, names)
    for owner in names.mentions(text):
        if owner.kind in (PEOPLE, COUNTRIES) and text[owner.end :].startswith(("'s ", "’s ")):
            after = [word for word in words if word.start >= owner.end][:1]
            yield from ((owner, w) for w in after if w.start - owner.end < _OWN_WORD)


def _destinations(
    statement: Statement, passages: tuple[Passage, ...], library: Library
) -> Iterator[Found]:
    """Find where the statement has somebody travel, though the source has them travel elsewhere."""
    names = library.names
    theirs = {
        place.name
        for passage in passages
        for place in _travelled_to(passage.paragraph.folded.text, names)
    }
    for place in _travelled_to(fold(statement.plain).text, names):
        if theirs and place.name not in theirs:
            message = f"the journey must be to {_listed(frozenset(theirs))}, as in the article"
            yield place.text, message, f"the statement has {place.name}"


def _travelled_to(text: str, names: Names) -> Iterator[Mention]:
    for mention in names.mentions(text):
        if mention.kind == COUNTRIES and TRAVELLING.search(text[: mention.start]):
            yield mention


def _capitals(
    statement: Statement, passages: tuple[Passage, ...], library: Library
) -> Iterator[Found]:
    """Find a capital as the place of something, where the source has it as a government alone."""
    for capital in library.names.file.capitals:
        place = re.compile(rf"\b(?:in|at) {re.escape(capital)}(?![\w'’])")
        there = re.compile(rf"\b(?:in|at|to|from|of|near) {re.escape(capital)}(?!\w)")
        texts = [passage.paragraph.folded.text for passage in passages]
        if place.search(fold(statement.plain).text) and not any(map(there.search, texts)):
            message = f"{capital} must be the place of it in a cited paragraph"
            yield capital, message, "leave the place out, or cite the paragraph that gives it"


def _titles(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find titles that the statement gives to people who have another in the articles."""
    text = fold(statement.plain).text
    for person, title in titles_in(text, library.names):
        known = cast.titles.get(person.name, frozenset())
        if known and title.name not in known:
            message = f"“{title.text}” must be a title of {person.name}"
            yield title.text, message, f"in the article: {_listed(known)}"


def _twice(
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
                between = clause[one.end : other.start].split()
                near = len(between) <= (_COUPLED if one.kind == PEOPLE else 1)
                if one.name == other.name and (near or (missing and one.kind == PEOPLE)):
                    message = f"{one.name} must not stand for somebody else: it stands twice"
                    there = f"the article also has {_listed(frozenset(missing))}" if missing else ""
                    yield other.text, message, there


def _tellers(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find people who tell somebody what another tells the same ones in the source."""
    account = account_for(statement, library)
    theirs = [
        pair
        for window in account.windows
        for pair in _telling(window.text, library.names, find_cast(window.source))
    ]
    for teller, told in _telling(account.text, library.names, cast):
        tellers = {other for other, them in theirs if them == told}
        if tellers and teller not in tellers:
            message = f"it must be told by {_listed(frozenset(tellers))}, as in the article"
            yield teller.split()[-1], message, f"the statement has it told by {teller}"


def _telling(text: str, names: Names, cast: Cast) -> Iterator[tuple[str, str]]:
    """Yield who tells whom: the name of the one, and the word for the other."""
    actors = find_actors(text, names, cast)
    for match in _TOLD.finditer(text):
        doer = find_doer(text, match.start(), actors)
        doer = meant(doer, text, actors) if doer is not None else None
        if doer is not None and doer.kind == PEOPLE:
            yield from ((name, match["whom"].lower()) for name in doer.names)


def _told(statement: Statement, library: Library) -> Iterator[Found]:
    """Find people who are told or asked what the source has another told or asked."""
    account, names = account_for(statement, library), library.names
    theirs = [pair for window in account.windows for pair in _addressed(window.text, names)]
    for verb, person in _addressed(account.text, names):
        told = frozenset(other.name for word, other in theirs if keys(word) & keys(verb))
        if told and person.name not in told:
            message = f"“{verb}” must be said to {_listed(told)}, as in the article"
            yield person.text, message, f"the statement has it said to {person.name}"


def _addressed(text: str, names: Names) -> Iterator[tuple[str, Mention]]:
    for mention in names.mentions(text):
        match = mention.kind == PEOPLE and ADDRESSED.search(text[: mention.start])
        if match:
            yield match[0].split()[0], mention


def _namings(statement: Statement, library: Library) -> Iterator[Found]:
    """Find names of places or things that the statement gives to another country's use."""
    account = account_for(statement, library)
    theirs = {
        (place.name, country.name)
        for window in account.windows
        for place, country in _called(window.text, library.names)
    }
    for place, country in _called(account.text, library.names):
        if (place.name, country.name) in theirs:
            continue
        if users := frozenset(user for name, user in theirs if name == place.name):
            message = f"“{place.text}” must be the name in {_listed(users)}"
            yield country.text, message, f"the statement gives it to {country.name}"
        elif used := frozenset(name for name, user in theirs if user == country.name):
            message = f"the name in {country.name} must be {_listed(used)}"
            yield place.text, message, f"the statement gives “{place.text}”"


def _called(text: str, names: Names) -> Iterator[tuple[Mention, Mention]]:
    """Pair the names of places and things in a text with the countries that call them so."""
    mentions = names.mentions(text)
    for place in (mention for mention in mentions if mention.kind in (PLACES, TERMS)):
        for country in (mention for mention in mentions if mention.kind == COUNTRIES):
            before, after = text[country.end : place.start], text[place.end : country.start]
            named_in = text[: country.start].endswith(("in ", "to the ")) and _AS.fullmatch(before)
            calls = country.end <= place.start and _CALLS.fullmatch(before)
            if named_in or calls or _USED_BY.fullmatch(after):
                yield place, country
