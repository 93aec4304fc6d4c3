"""Who is in an article: the titles that it gives people, and the countries and bodies of these."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from build_tools.english.doers import GOVERNS, LEADER, LEADS
from build_tools.english.offices import (
    AND_ANOTHER_OFFICE,
    APPOSITION,
    AS,
    BEFORE_TITLE,
    FORMER,
    IS,
    IS_WHAT,
    OF_ANOTHER,
    OF_BODY,
    OF_COUNTRY,
    OF_WHAT,
    RIGHT_AFTER_COUNTRY,
    SERVES,
    SUCCEEDED,
)
from build_tools.english.owning import OWNER_ENDINGS
from build_tools.english.verbs import PREPOSITION, SAYS
from build_tools.lexicon.names import BODIES, COUNTRIES, PEOPLE, TITLES, Mention, Names
from build_tools.sources.library import Source


@dataclass(frozen=True, eq=False)
class Cast:
    """The titles of people, by their names, with the countries and bodies that these are of.

    `former` are titles of which the article says that they are over; `past` are these, and those in
    which another has followed since: who has one of these may be told of by it, as of its time.
    """

    titles: dict[str, frozenset[str]] = field(default_factory=dict)
    countries: dict[str, frozenset[str]] = field(default_factory=dict)
    former: dict[str, frozenset[str]] = field(default_factory=dict)
    past: dict[str, frozenset[str]] = field(default_factory=dict)
    bodies: dict[str, frozenset[str]] = field(default_factory=dict)

    def holders(self, title: str, countries: frozenset[str]) -> frozenset[str]:
        """Return who has a title and is of one of the countries, where the article says which.

        `leader` goes for whoever governs a country, and of that country the article must say so.
        """
        unknown = frozenset[str]() if title == LEADS else countries
        return frozenset(
            person
            for person, titles in self.titles.items()
            if (title in titles or (title == LEADS and any(map(GOVERNS.fullmatch, titles))))
            and (not countries or self.countries.get(person, unknown) & countries)
        )

    def present(self, title: str, holders: frozenset[str]) -> frozenset[str]:
        """Return those of a title's holders who still have it, or all where nobody does."""
        now = {name for name in holders if title not in self.past.get(name, frozenset())}
        return frozenset(now) or holders

    def with_countries(self, names: frozenset[str]) -> frozenset[str]:
        """Return names with the countries of the people among them."""
        return names.union(*(self.countries.get(name, ()) for name in names))


@lru_cache(maxsize=5_000)
def find_casts(sources: tuple[Source, ...]) -> Cast:
    """Return one cast of several articles."""
    casts = [find_cast(source) for source in sources]
    return Cast(
        _joined(cast.titles for cast in casts),
        _joined(cast.countries for cast in casts),
        _joined(cast.former for cast in casts),
        _joined(cast.past for cast in casts),
        _joined(cast.bodies for cast in casts),
    )


def _joined(parts: Iterable[dict[str, frozenset[str]]]) -> dict[str, frozenset[str]]:
    """Join what several articles say of the same people."""
    found: dict[str, frozenset[str]] = {}
    for part in parts:
        for name, said in part.items():
            found[name] = found.get(name, frozenset()) | said
    return found


@lru_cache(maxsize=5_000)
def find_cast(source: Source) -> Cast:
    """Read the cast out of the headline, the line under it and the body of an article."""
    titles: dict[str, set[str]] = defaultdict(set)
    countries: dict[str, set[str]] = defaultdict(set)
    bodies: dict[str, set[str]] = defaultdict(set)
    held: dict[str, set[str]] = defaultdict(set)
    now: dict[str, set[str]] = defaultdict(set)
    texts = (source.opening, *(p.folded.text for p in source.article.paragraphs))
    for text in texts:
        mentions = source.names.mentions(text)
        for person, title in titles_in(text, source.names):
            titles[person.name].add(title.name)
            if not is_former(title, text):
                held[person.name].add(title.name)
                if not SUCCEEDED.search(text[: title.start]):
                    now[person.name].add(title.name)
            countries[person.name] |= _country(title, mentions, text)
            bodies[person.name] |= {
                it.name for it in mentions if it.kind == BODIES and _is_of(title, it, text)
            }
    return Cast(
        {name: frozenset(found) for name, found in titles.items()},
        {name: frozenset(found) for name, found in countries.items() if found},
        {name: frozenset(found - held[name]) for name, found in titles.items()},
        {name: frozenset(found - now[name]) for name, found in titles.items()},
        {name: frozenset(found) for name, found in bodies.items() if found},
    )


def is_former(title: Mention, text: str) -> bool:
    """Tell whether a text says of a title that its holder has it no more: "a former minister"."""
    return FORMER.search(text[: title.start]) is not None


def titles_in(text: str, names: Names) -> Iterator[tuple[Mention, Mention]]:
    """Yield each person of a text with each title that stands right beside them."""
    mentions = names.mentions(text)
    for person in (mention for mention in mentions if mention.kind == PEOPLE):
        for title in mentions:
            if title.kind == TITLES and _holds(person, title, mentions, text):
                yield person, title


def named_in_titles(text: str, names: Names, cast: Cast, people: set[str]) -> set[str]:
    """Return the countries and bodies that a text has in the titles of these people.

    Who writes "the Kestrian president" names a person, and no country beside him; so does "the
    spokesman of the Foreign Ministry", or of "Kestria's Foreign Ministry".
    """
    mentions = names.mentions(text)
    titles = [(m, m.name) for m in mentions if m.kind == TITLES]
    titles += [
        (Mention(it["title"], TITLES, LEADS, *it.span("title")), LEADS)
        for it in LEADER.finditer(text)
    ]
    found = set()
    for title, name in titles:
        holders = cast.holders(name, frozenset()) & people
        bodies = [
            it
            for it in mentions
            if it.kind == BODIES and _is_of(title, it, text) and _any_has(holders, it, cast.bodies)
        ]
        found |= {body.name for body in bodies}
        found |= {
            country.name
            for country in mentions
            if country.kind == COUNTRIES
            and any(_is_right_before(country, it, text) for it in (title, *bodies))
            and _any_has(holders, country, cast.countries)
        }
    return found


def _any_has(people: frozenset[str], what: Mention, has: dict[str, frozenset[str]]) -> bool:
    return any(what.name in has.get(name, ()) for name in people)


def _is_right_before(country: Mention, thing: Mention, text: str) -> bool:
    return (
        country.end <= thing.start
        and RIGHT_AFTER_COUNTRY.fullmatch(text, country.end, thing.start) is not None
    )


def _is_of(title: Mention, body: Mention, text: str) -> bool:
    """Tell whether a title is one in a body: "Foreign Ministry spokesman", "spokesman for it"."""
    if body.end <= title.start:
        return BEFORE_TITLE.fullmatch(text, body.end, title.start) is not None
    return title.end <= body.start and bool(OF_BODY.fullmatch(text, title.end, body.start))


def _holds(person: Mention, title: Mention, mentions: tuple[Mention, ...], text: str) -> bool:
    if text.startswith(OWNER_ENDINGS, title.end):
        return False  # "the president's spokeswoman" is another.
    if title.end <= person.start:
        gap = text[title.end : person.start]
        closed = re.match(r"\s*(?:[,.;]|$)", text[person.end :]) or AS.search(text[: title.start])
        return (
            gap == " "
            or IS.fullmatch(gap) is not None
            or (bool(closed) and _is_apposed(gap, text[: title.start]))
        )
    # "Whom Ulvholt retained as adviser" is another, and so is who says it: "Ulvholt, the
    # spokeswoman said, is to come".
    if text[: person.start].endswith(OF_ANOTHER) or SAYS.match(text, title.end):
        return False
    next_one = next((m for m in mentions if m.kind == PEOPLE and m.start > title.end), None)
    of_next = next_one and (
        text[title.end : next_one.start] == " "
        or OF_WHAT.fullmatch(text[title.end : next_one.start])
        or AND_ANOTHER_OFFICE.fullmatch(text[person.end : title.start])
    )
    if next_one and of_next and _holds(next_one, title, mentions, text):
        return False  # "with Ulvholt, the president of Orlavia, Verelin, spoke"
    others = [m for m in mentions if m.kind == PEOPLE and person.end <= m.start < title.start]
    own = all(text.startswith(OWNER_ENDINGS, other.end) for other in others)
    between = text[person.end : title.start]
    # "Another who stayed under Ulvholt was the adviser"
    if not between.startswith(",") and PREPOSITION.search(text[: person.start]):
        return False
    return own and bool(APPOSITION.fullmatch(between) or SERVES.fullmatch(between))


def _is_apposed(gap: str, before: str) -> bool:
    """Tell whether what stands between a title and a name after it puts them beside each other."""
    return bool(OF_WHAT.fullmatch(gap)) or (gap == ", " and not IS_WHAT.search(before))


def _country(title: Mention, mentions: tuple[Mention, ...], text: str) -> set[str]:
    return {
        mention.name
        for mention in mentions
        if mention.kind == COUNTRIES
        and mention.end <= title.start
        and OF_COUNTRY.fullmatch(text[mention.end : title.start])
    }
