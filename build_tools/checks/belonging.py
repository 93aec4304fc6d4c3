"""Whose something is, what it is called and where: part of the check of parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from build_tools.checks.check import Found, listed
from build_tools.english.names import ADJECTIVE
from build_tools.english.offices import HELD_SO_LONG
from build_tools.english.owning import OWNED, OWNED_UP_TO, OWNING, OWNS, SIDE, without_ending
from build_tools.english.places import (
    AFTER_OPENING,
    AS,
    CALLS,
    GOVERNMENT_IN,
    OPENS_IN,
    USED_BY,
    USERS_BEFORE_AS,
    placed_around,
    placed_in,
)
from build_tools.english.pointers import ends_with_body
from build_tools.english.relations import bases, keys
from build_tools.english.verbs import MEETINGS, TRAVELLING
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
from build_tools.sources.cast import Cast, is_former, titles_in
from build_tools.sources.library import Library, Passage
from build_tools.text.folding import fold
from build_tools.text.words import Word, split_words

# What somebody owns stands so near after the name, in characters.
_OWN_WORD = 16


@dataclass(frozen=True)
class _Belongings:
    """An owner and the words of what is theirs; `is_beside` where only their place tells it."""

    owner: Mention
    words: tuple[Word, ...]
    is_beside: bool


def find_wrong_owners(
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
            message = f"“{thing.text}” must be that of {listed(frozenset(owners))}"
            yield thing.text, message, f"the statement gives it to {owner.name}"


@lru_cache(maxsize=5_000)
def _owned(text: str, names: Names) -> tuple[tuple[Mention, Mention], ...]:
    found = []
    mentions = names.mentions(text)
    for owner in mentions:
        if owner.kind not in (PEOPLE, COUNTRIES):
            continue
        for thing in mentions:
            between = text[owner.end : thing.start]
            if thing.kind not in (TITLES, BODIES) or thing.start <= owner.end:
                continue
            if owner.kind == PEOPLE and not OWNS.match(between):
                continue
            if OWNED.fullmatch(between):
                found.append((owner, thing))
    return tuple(found)


def find_wrong_possessors(statement: Statement, library: Library) -> Iterator[Found]:
    """Find what is one's own in the statement, and another's in the source: "Kestria's fleet".

    Of what two do with each other, either may be named as the owner: "Verelin's talks".
    """
    account, names = account_for(statement, library), library.names
    told = {word.start for word in account.words}
    told |= {match.start() for match in SIDE.finditer(account.text)}
    owns = _owns(account.text, names)
    theirs = [it for window in account.windows if owns for it in _owns(window.text, names)]
    for ours in owns:
        word = next((it for it in ours.words if it.start in told), None)
        if word is None or word.start - ours.owner.end > _OWN_WORD or keys(word.text) & MEETINGS:
            continue
        owners = frozenset(
            other.owner.name
            for other in theirs
            if other.owner.kind == ours.owner.kind and _has(other, word, ours.is_beside)
        )
        if owners and ours.owner.name not in owners:
            message = f"“{word.text}” must be that of {listed(owners)}"
            yield ours.owner.text, message, f"the statement gives it to {ours.owner.name}"


def _has(there: _Belongings, word: Word, is_beside: bool) -> bool:
    """Tell whether some belongings have a word; in its own form, if only its place tells whose."""
    if is_beside or there.is_beside:
        return any(bases(other.text) & bases(word.text) for other in there.words)
    return any(keys(other.text) & keys(word.text) for other in there.words)


@lru_cache(maxsize=5_000)
def _owns(text: str, names: Names) -> tuple[_Belongings, ...]:
    """Return the owners in a text with what is theirs: "Kestria's old fleet", "Kestrian-held"."""
    found = []
    for owner in names.mentions(text):
        end = owner.start + len(without_ending(owner.text))
        sign = OWNING.match(text, end)
        if not sign or owner.kind not in (PEOPLE, COUNTRIES):
            continue
        after = tuple(word for word in split_words(text) if word.start >= sign.end())
        closes = OWNED_UP_TO.search(text, sign.end())
        words = tuple(it for it in after if not closes or it.start < closes.start())
        is_beside = sign[0] in (" ", "-")
        if is_beside:
            # What stands after the name of a country, and after no adjective, may be its verb.
            tells = (
                sign[0] == "-" or ADJECTIVE.fullmatch(owner.text) or SIDE.match(text, sign.end())
            )
            words = words[:1] if owner.kind == COUNTRIES and tells else ()
            words = tuple(it for it in words if it.text.islower() and it.start == sign.end())
        if words:
            found.append(_Belongings(owner, words, is_beside))
    return tuple(found)


def find_wrong_titles(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find titles that people do not have in the articles, or have there no more, or still have."""
    text = fold(statement.plain).text
    for person, title in titles_in(text, library.names):
        known = cast.titles.get(person.name, frozenset())
        former = cast.former.get(person.name, frozenset())
        if known and title.name not in known:
            message = f"“{title.text}” must be a title of {person.name}"
            yield title.text, message, f"in the article: {listed(known)}"
        elif title.name in former and text[title.end : person.start] == " ":
            if not is_former(title, text):
                message = f"“{title.text}” must be a title that {person.name} has"
                yield title.text, message, "in the article it is a former one"
        elif (
            former
            and title.name not in former
            and is_former(title, text)
            and not HELD_SO_LONG.match(text, title.end)
        ):
            message = f"“{title.text}” must be a title that {person.name} has had"
            yield title.text, message, f"in the article: {listed(former)}"
    for owner, title in _owned(text, library.names):
        holders = cast.holders(title.name, frozenset())
        countries = [cast.countries.get(name, frozenset()) for name in holders]
        known = frozenset[str]().union(*countries)
        if owner.kind == COUNTRIES and countries and all(countries) and owner.name not in known:
            message = f"“{title.text}” must be that of {listed(known)}"
            yield title.text, message, f"the statement gives it to {owner.name}"


def find_wrong_namings(statement: Statement, library: Library) -> Iterator[Found]:
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
            message = f"“{place.text}” must be the name in {listed(users)}"
            yield country.text, message, f"the statement gives it to {country.name}"
        elif used := frozenset(name for name, user in theirs if user == country.name):
            message = f"the name in {country.name} must be {listed(used)}"
            yield place.text, message, f"the statement gives “{place.text}”"


def _called(text: str, names: Names) -> Iterator[tuple[Mention, Mention]]:
    """Pair the names of places and things in a text with the countries that call them so."""
    mentions = names.mentions(text)
    for place in (mention for mention in mentions if mention.kind in (PLACES, TERMS)):
        for country in (mention for mention in mentions if mention.kind == COUNTRIES):
            before, after = text[country.end : place.start], text[place.end : country.start]
            named_in = text.endswith(USERS_BEFORE_AS, 0, country.start) and AS.fullmatch(before)
            calls = country.end <= place.start and CALLS.fullmatch(before)
            opens = OPENS_IN.search(text[: country.start]) and AFTER_OPENING.fullmatch(before)
            if named_in or opens or calls or USED_BY.fullmatch(after):
                yield place, country


def find_wrong_destinations(
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
            message = f"the journey must be to {listed(frozenset(theirs))}, as in the article"
            yield place.text, message, f"the statement has {place.name}"


def _travelled_to(text: str, names: Names) -> Iterator[Mention]:
    for mention in names.mentions(text):
        if mention.kind == COUNTRIES and TRAVELLING.search(text[: mention.start]):
            yield mention


def find_wrong_places(
    statement: Statement, passages: tuple[Passage, ...], library: Library
) -> Iterator[Found]:
    """Find a capital as the place of something, where the source has it as a government alone."""
    names, text = library.names, fold(statement.plain).text
    texts = [passage.paragraph.folded.text for passage in passages]
    # "The ministry" may be named in another paragraph.
    articles = {passage.source.article for passage in passages}
    whole = [paragraph.folded.text for article in articles for paragraph in article.paragraphs]
    owned = {(owner.name, thing.name) for it in whole for owner, thing in _owned(it, names)}
    for capital in names.file.capitals:
        place, there = placed_in(capital), placed_around(capital)
        placed = [match for match in place.finditer(text) if not _tells_whose(match, owned, names)]
        if placed and not any(map(there.search, texts)):
            message = f"{capital} must be the place of it in a cited paragraph"
            yield capital, message, "leave the place out, or cite the paragraph that gives it"


def _tells_whose(place: re.Match[str], owned: set[tuple[str, str]], names: Names) -> bool:
    """Tell whether a capital says whose what stands before it is, and no place.

    "The Culture Ministry in Brennik" is Orlavia's, and "the ministry" is it too.
    """
    if GOVERNMENT_IN.search(place.string, 0, place.start("place")):
        return True
    before = place.string[: place.start()].rstrip()
    country = next(it for it in names.mentions(place.string) if it.start == place.start("place"))
    ends = {mention.name for mention in names.mentions(before) if mention.end == len(before)}
    return any(
        owner == country.name and (thing in ends or ends_with_body(before, thing))
        for owner, thing in owned
    )
