"""Who does what in a text: those it names, points at or means by a title, and their verbs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from build_tools.english.clauses import INSERTED, THAT
from build_tools.english.doers import (
    ABOUT_ONE,
    ARTICLE,
    AS_SAYING,
    AS_SAYING_THAT,
    AS_TOLD,
    AS_WHAT,
    ASKED_TO,
    BEFORE_NOUN_OF_KIND,
    BEFORE_OBJECT,
    BESIDE_OTHERS,
    BETWEEN_ONE_AND,
    BREAK,
    CHOOSING,
    CITED,
    GOING_ON,
    HELPERS,
    HIS,
    JOINT,
    LEADER,
    LEADS,
    NOUN_AFTER,
    OF_SEVERAL,
    ONE,
    OPENS_BESIDE,
    OTHER,
    QUOTED_BY,
    RELATIVE,
    RELATIVE_CLAUSE,
    RIGHT_BEFORE,
    SAID_BETWEEN,
    SAYS_MORE_OF_ONE,
    SECOND_SAYING,
    SECOND_VERB,
    SET_OFF,
    SUBORDINATE,
    TELLS_SO,
    TELLS_SO_AT_LENGTH,
    THING_BEFORE,
    TO_DO,
    UNKNOWN_ONE,
    UP_TO_OTHER_VERB,
    WHO_DOES,
)
from build_tools.english.names import ADJECTIVE
from build_tools.english.offices import FORMER, NEAR_COUNTRY, PERSON_OF_COUNTRY
from build_tools.english.owning import OWNS, OWNS_AS_ONE
from build_tools.english.places import GOVERNMENT_IN
from build_tools.english.pointers import (
    GROUP,
    PRONOUN,
    SOMEBODY_ELSE,
    TITLE_APPOSED,
    UNNAMED_PERSON,
)
from build_tools.english.relations import is_past
from build_tools.english.verbs import (
    ADDRESSED,
    BE,
    BY,
    HAVING,
    HELPING,
    INVERTED,
    LAST_BEFORE_BY,
    PREPOSITION,
    SAYING,
    TOLD_BY,
    is_mutual,
)
from build_tools.expressions import expression
from build_tools.lexicon.names import BODIES, COUNTRIES, OUTLETS, PEOPLE, TITLES, Names
from build_tools.sources.cast import Cast
from build_tools.text.words import EMPTY_WORDS, Word, split_words

GROUPS, PRONOUNS = "groups", "pronouns"
_WORD_BEFORE = expression(r"\w\s")
_HELPED = expression(r"(?<!\w)(\w++)\s+$")
_WORD = expression(r"\w+")
_NEXT_WORD = expression(r" (\w+)")
# What stands right before a word, and says what it is there, is looked for so far back.
_NEAR = 200
_PAIR = 2
# The doer of a passive follows "by" within so many characters.
_AFTER_BY = 30


@dataclass(frozen=True)
class Actor:
    """Somebody at `text[start:end]`; `names` is empty where the text alone does not tell whom."""

    start: int
    end: int
    names: frozenset[str]
    kind: str


@dataclass(frozen=True)
class Act:
    """A verb and who does it, or a noun for what is somebody's own: "his call"."""

    verb: Word
    doers: frozenset[str]
    kind: str
    is_noun: bool = False


@lru_cache(maxsize=5_000)
def find_actors(text: str, names: Names, cast: Cast) -> tuple[Actor, ...]:
    """Find the people, countries, bodies, titles, groups and pronouns of a text, in order."""
    mentions = names.mentions(text)
    found = [
        Actor(mention.start, mention.end, frozenset([mention.name]), mention.kind)
        for mention in mentions
        if mention.kind in (PEOPLE, COUNTRIES, BODIES, OUTLETS)
    ]
    titles = [(m.start, m.end, m.name) for m in mentions if m.kind == TITLES]
    titles += [(m.start("title"), m.end("title"), LEADS) for m in LEADER.finditer(text)]
    for start, end, title in titles:
        if _names_follow(text, start, end, found) or AS_WHAT.search(text[:start]):
            continue
        if UNKNOWN_ONE.search(text[:start]):
            continue
        countries = {
            actor
            for actor in found
            if actor.kind == COUNTRIES and NEAR_COUNTRY.fullmatch(text, actor.end, start)
        }
        of = frozenset(name for actor in countries for name in actor.names)
        found = [actor for actor in found if actor not in countries]
        # "Verelin's spokeswoman" is somebody else.
        whose = frozenset(
            name
            for actor in found
            if actor.kind == PEOPLE and OWNS_AS_ONE.fullmatch(text, actor.end, start)
            for name in actor.names
        )
        holders = cast.holders(title, of) - whose
        # "The president" is whoever is it now.
        if not FORMER.search(text[:start]):
            holders = cast.present(title, holders)
        if holders:
            found.append(Actor(start, end, holders, PEOPLE))
    # Somebody, of whom the text does not say who: nobody is taken for the doer.
    for pattern in (SOMEBODY_ELSE, UNNAMED_PERSON):
        found += [Actor(*match.span(), frozenset(), PEOPLE) for match in pattern.finditer(text)]
    found += [Actor(*match.span(), frozenset(), GROUPS) for match in GROUP.finditer(text)]
    found += [Actor(*match.span(), frozenset(), PRONOUNS) for match in PRONOUN.finditer(text)]
    return tuple(sorted(found, key=lambda actor: actor.start))


def _names_follow(text: str, start: int, end: int, actors: list[Actor]) -> bool:
    """Tell whether a title stands right before its holder, or beside them: both are one."""
    return any(
        actor.kind == PEOPLE
        and (
            (actor.start >= end and text[end : actor.start].strip(" ,") == "")
            or (actor.end <= start and re.fullmatch(r", [^,]{0,40}", text[actor.end : start]))
        )
        for actor in actors
    )


@lru_cache(maxsize=5_000)
def find_acts(text: str, names: Names, cast: Cast) -> tuple[Act, ...]:
    """Find the verbs of a text that have a doer there."""
    return tuple(_acts(text, find_actors(text, names, cast)))


def _acts(text: str, actors: tuple[Actor, ...]) -> Iterator[Act]:
    """Yield the verbs that have a doer, and what is somebody's own: "expressed his hope"."""
    inside = {at for actor in actors for at in range(actor.start, actor.end)}
    for verb in split_words(text):
        form = verb.text.lower()
        if verb.start in inside or form in HELPING or not _is_verb(verb, text):
            continue
        doer = find_doer(text, verb.start, actors)
        if doer is None:
            continue
        doer = meant(doer, text, actors)
        alone = not is_mutual(verb.text) and says_more_of_one(doer, text, verb.start)
        names = doer.names if alone else with_partners(doer, text, actors)
        if doer.start > verb.start:
            names |= _joined_after(doer, text, actors)
        yield Act(verb, names, doer.kind)
    for his, noun in pairwise(split_words(text)):
        if his.text.lower() not in HIS or noun.text.lower() in EMPTY_WORDS:
            continue
        if may_be_anothers(text, his.start, actors):
            continue
        doer = find_doer(text, his.start, actors)
        doer = meant(doer, text, actors) if doer is not None else None
        if doer is not None and doer.kind == PEOPLE:
            yield Act(noun, doer.names, doer.kind, is_noun=True)


def _joined_after(doer: Actor, text: str, actors: tuple[Actor, ...]) -> frozenset[str]:
    """Return the names of all that are joined to a doer after it: "by Ulvholt and Verelin"."""
    names: set[str] = set()
    for other in (actor for actor in actors if actor.start > doer.start):
        joint = JOINT.fullmatch(text, doer.end, other.start)
        # After a comma another clause begins.
        if other.kind != doer.kind or joint is None or "," in joint[0]:
            break
        names |= other.names
        doer = other
    return frozenset(names)


def says_more_of_one(actor: Actor, text: str, position: int) -> bool:
    """Tell whether a "who" before a position is of somebody alone: "and Dorsch, who had"."""
    more = RELATIVE_CLAUSE.search(text, actor.end, position)
    beside = more is not None and not text[actor.end : more.start()].strip(" ,")
    return more is not None and beside and not OF_SEVERAL.match(text, more.end())


def may_be_anothers(text: str, position: int, actors: tuple[Actor, ...]) -> bool:
    """Tell whether "his" at a position may be of two: "Ulvholt asked Verelin, who praised her"."""
    more = RELATIVE_CLAUSE.search(text, 0, position)
    if more is None:
        return False
    start = text.rfind(". ", 0, more.start()) + 1
    people = (it for it in actors if it.kind == PEOPLE and start <= it.start < more.start())
    return len({it.names for it in people}) > 1


def _is_verb(word: Word, text: str) -> bool:
    """Tell whether a word is a verb by its form, or by what stands before it."""
    if is_past(word.text):
        return True
    before = _HELPED.search(text, max(word.start - _NEAR, 0), word.start)
    helped = before is not None and before[1].lower() in HELPERS
    of_one = before is not None and before[1].lower() in ONE and word.text.endswith("s")
    return (helped and word.text.islower()) or of_one


def find_doer(text: str, position: int, actors: tuple[Actor, ...]) -> Actor | None:
    """Return who does what stands at a position: before it, or after "by" where it is passive."""
    by = BY.match(text, position)
    word = _WORD.match(text, position)
    passive = word is not None and is_past(word[0]) and not HAVING.search(text[:position])
    # "Said he spoke by phone": where somebody stands between, no passive has its doer after "by".
    between = any(position < actor.start < by.end() for actor in actors) if by else False
    if by and passive and not between and not _has_other_agent(by[0]):
        after = next((a for a in actors if 0 <= a.start - by.end() < _AFTER_BY), None)
        return None if after and PREPOSITION.search(text[by.end() : after.start]) else after
    if passive and (BE.search(text[:position]) or _is_set_off(text, position)):
        return None
    chosen = CHOOSING.search(text, max(position - _NEAR, 0), position)
    if chosen and not BE.search(text[: chosen.start()]):
        return _chosen(text, chosen, actors)
    before = tuple(actor for actor in actors if actor.end <= position)
    return _asked(text, position, before) or _nearest(text, position, before)


def _has_other_agent(phrase: str) -> bool:
    """Tell whether "by" is of another participle: "kept the team assembled by"."""
    other = LAST_BEFORE_BY.match(phrase)
    return other is not None and is_past(other["verb"])


def _is_set_off(text: str, position: int) -> bool:
    """Tell whether a participle tells what was done to somebody: "Verelin, asked to come, came"."""
    if not text.endswith(", ", 0, position) or not SET_OFF.search(text, 0, position):
        return False
    other = UP_TO_OTHER_VERB.match(text, position)
    verb = other["verb"].lower() if other else ""
    return verb in HELPING or is_past(verb)


def _asked(text: str, position: int, before: tuple[Actor, ...]) -> Actor | None:
    """Return whoever is asked to do what stands at a position: "called on Ulvholt to publish"."""
    near = before and text[before[-1].end : position] == TO_DO
    return before[-1] if near and ASKED_TO.search(text, 0, before[-1].start) else None


def _nearest(text: str, position: int, before: tuple[Actor, ...]) -> Actor | None:
    """Return the last one before a position who does it, and does not stand beside it."""
    # "Ulvholt, whose predecessor was Dorsch, spoke": what is inserted has its own.
    inserted = inserted_before(text, position)
    for index in range(len(before) - 1, -1, -1):
        actor = before[index]
        if any(first <= actor.start < last for first, last in inserted):
            continue
        if _stops(actor, text, position, before[:index]):
            return None
        if not is_beside(actor, text, position):
            return _antecedent(before[: index + 1], text)
    return None


def _chosen(text: str, choosing: re.Match[str], actors: tuple[Actor, ...]) -> Actor | None:
    """Return whoever is chosen to do something, where the text names them right there."""
    named = [a for a in actors if choosing.start() < a.start and a.end < choosing.end()]
    return named[0] if len(named) == 1 and text[named[0].end : choosing.end()] == TO_DO else None


def _stops(actor: Actor, text: str, position: int, earlier: tuple[Actor, ...]) -> bool:
    """Tell whether nobody can be found: who does it is not named, or two may be meant."""
    gap = text[actor.end : position]
    if BREAK.search(text, actor.end, position) or OTHER.search(gap) or OWNS.match(gap):
        return True
    if actor.kind == OUTLETS and is_beside(actor, text, position):
        return True
    # "Ulvholt reaffirmed the agreement reached with Dorsch": the participle is of the agreement.
    if is_of_thing(gap):
        return True
    # "Verelin noted that Ulvholt had been there and said": who said?
    second = SECOND_VERB.search(gap)
    return (
        second is not None
        and _WORD_BEFORE.search(gap, 0, second.start()) is not None
        and any(other.kind == PEOPLE for other in _not_joined(actor, earlier, text))
    )


def is_of_thing(gap: str) -> bool:
    """Tell whether a thing stands right before a participle, and another verb before that.

    `gap` is what stands between somebody and the participle: " reaffirmed the agreement ".
    """
    thing = THING_BEFORE.search(gap)
    return thing is not None and any(
        is_past(word.text) for word in split_words(gap[: thing.start()])
    )


@lru_cache(maxsize=5_000)
def _inserted(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in INSERTED.finditer(text))


def inserted_before(text: str, position: int) -> list[tuple[int, int]]:
    """Return the spans of what is inserted to say more of somebody, as far as a position."""
    return [span for span in _inserted(text) if span[1] <= position]


def _not_joined(actor: Actor, earlier: tuple[Actor, ...], text: str) -> tuple[Actor, ...]:
    """Return those before an actor who do it not with them: in "Dorsch and Verelin met", nobody."""
    while earlier and JOINT.fullmatch(text, earlier[-1].end, actor.start):
        actor, earlier = earlier[-1], earlier[:-1]
    return earlier


def _antecedent(actors: tuple[Actor, ...], text: str) -> Actor | None:
    """Return the last of some actors, or for "who" the one right before it."""
    last = actors[-1]
    if text[last.start : last.end].lower() not in RELATIVE:
        return last
    before = actors[-2] if len(actors) > 1 else None
    near = before and text[before.end : last.start].strip(" ,") == ""
    return before if near else None


def is_beside(actor: Actor, text: str, position: int) -> bool:
    """Tell whether somebody stands beside what is done: "of Dorsch", "told Dorsch", "Dorsch's"."""
    before = text[: actor.start]
    # "The government in Brennik" is Orlavia's, and does what Orlavia does.
    if seat := GOVERNMENT_IN.search(before):
        before = before[: seat.start()]
    title = text.startswith(",", actor.end) and TITLE_APPOSED.search(before)
    if title:
        before = before[: title.start()]
    if SAID_BETWEEN.search(before, max(len(before) - _NEAR, 0)) and text.startswith(",", actor.end):
        return True
    if _tells_kind(actor, before, text, position):
        return True
    opens = OPENS_BESIDE.search(before, max(len(before) - _NEAR, 0))
    beside_others = opens or before.endswith(BESIDE_OTHERS)
    going_on = beside_others and GOING_ON.match(text, actor.end)
    # "With Kešlar continuing to handle them", but "left the talk with Kešlar saying that".
    if going_on and (opens or going_on[0].split()[0] not in SAYING):
        return False
    verb = SUBORDINATE.search(before) and _NEXT_WORD.match(text, actor.end)
    if verb and is_past(verb[1]):
        return False  # "since Verelin took office"
    quoted = text.startswith(AS_SAYING, actor.end) and QUOTED_BY.search(before)
    between = not text.startswith(TO_DO, actor.end)
    of_two = between and BETWEEN_ONE_AND.search(before, max(len(before) - _NEAR, 0))
    if (
        opens
        or quoted
        or of_two
        or CITED.search(before)
        or PREPOSITION.search(before)
        or ADDRESSED.search(before)
    ):
        return True
    after = TELLS_SO.match(text, actor.end)
    as_told = before.endswith(AS_TOLD)
    if as_told:
        after = after or TELLS_SO_AT_LENGTH.match(text, actor.end)
    verb = RIGHT_BEFORE.search(before, max(len(before) - _NEAR, 0))
    return bool(
        # "Verelin, Ulvholt said, wanted"
        (after and (after[1].lower() in SAYING or as_told) and position > after.end())
        # "called the president", but not "said Dorsch".
        or (verb and is_past(verb[1]) and verb[1] not in INVERTED)
        or WHO_DOES.search(before, max(len(before) - _NEAR, 0))
        # "the adviser whom Ulvholt retained, had been"
        or (before.endswith(BEFORE_OBJECT) and _is_relative_over(text, actor.end, position))
        or OWNS.match(text, actor.end)
    )


def _is_relative_over(text: str, start: int, position: int) -> bool:
    """Tell whether a comma ends, before a position, the clause that goes on from a place."""
    end = text.find(",", start, position)
    return end >= 0 and not BREAK.search(text, start, end)


def _tells_kind(actor: Actor, before: str, text: str, position: int) -> bool:
    """Tell whether a name says of what kind others are: "the Ulvholt advisers whom"."""
    if actor.kind == COUNTRIES:
        noun = BEFORE_NOUN_OF_KIND.fullmatch(text, actor.end, position)
        return noun is not None and not ADJECTIVE.fullmatch(text, actor.start, actor.end)
    after = NOUN_AFTER.match(text, actor.end) if actor.kind == PEOPLE else None
    if after is None or not ARTICLE.search(before) or not text[actor.start].isupper():
        return False
    return after[1] not in HELPING and not is_past(after[1])


def meant(pronoun: Actor, text: str, actors: tuple[Actor, ...]) -> Actor:
    """Return the person whom "he" or "she" means: the nearest one before that is a doer.

    "The two" are the two people named before them, where there are no others; "he" is none of two
    who are joined.
    """
    # "Verelin, who said that Ulvholt had come, hoped that he": what is inserted has its own.
    inserted = inserted_before(text, pronoun.start)
    people = [
        actor
        for actor in actors
        if actor.kind == PEOPLE
        and actor.end <= pronoun.start
        and not any(first <= actor.start < last for first, last in inserted)
    ]
    if pronoun.kind == GROUPS:
        named = [actor.names for actor in people]
        both = frozenset[str]().union(*named)
        is_pair = len(both) == _PAIR and all(len(names) == 1 for names in named)
        return replace(pronoun, names=both, kind=PEOPLE) if is_pair else pronoun
    if pronoun.kind != PRONOUNS or text[pronoun.start : pronoun.end].lower() not in ONE:
        return pronoun
    last = people[-1] if people else None
    if last and AS_SAYING_THAT.fullmatch(text, last.end, pronoun.start):
        return last
    joined = [(a, b) for a, b in pairwise(people) if _are_joined(a, b, text)]
    before = [
        actor
        for actor in people
        if (_goes_on_in_who(actor, text) or not is_beside(actor, text, pronoun.start))
        and not _with_another_one(actor, text, actors)
        and not any(actor in pair for pair in joined)
    ]
    # "Dorsch was told by Kešlar that he": either may be meant.
    told = {
        name
        for actor in actors
        if actor.kind == PEOPLE
        and TOLD_BY.search(text[: actor.start])
        and text[actor.end : pronoun.start] == THAT
        for name in actor.names
    }
    # "Verelin noted that Ulvholt had been there and said he": either, too.
    second = before and SECOND_SAYING.search(text, before[-1].end, pronoun.start)
    if second and second["verb"] in SAYING:
        told |= {name for actor in before for name in actor.names}
    # "For Kešlar there was praise, and for Revnik, in one report, that she": it is of Revnik.
    about = _topic(text, pronoun, people)
    if about and (not before or before[-1].start <= about.start):
        return about
    told |= about.names if about else frozenset()
    return replace(before[-1], names=before[-1].names | told) if before else pronoun


def _goes_on_in_who(actor: Actor, text: str) -> bool:
    """Tell whether "who" after somebody has them do what follows: "with Verelin, who said"."""
    return text.startswith(SAYS_MORE_OF_ONE, actor.end)


def _topic(text: str, pronoun: Actor, people: list[Actor]) -> Actor | None:
    """Return of whom it is told what "that he" begins: who opens the part, as in "for Revnik"."""
    if not text.endswith(THAT, 0, pronoun.start):
        return None
    topics = (it for it in reversed(people) if ABOUT_ONE.search(text, 0, it.start))
    return next(topics, None)


def _with_another_one(actor: Actor, text: str, actors: tuple[Actor, ...]) -> bool:
    """Tell whether somebody is joined to "he", who then is another: "he and Verelin agreed"."""
    return any(
        other.kind == PRONOUNS
        and text[other.start : other.end].lower() in ONE
        and JOINT.fullmatch(text, other.end, actor.start)
        for other in actors
    )


def _are_joined(one: Actor, other: Actor, text: str) -> bool:
    """Tell whether two are joined, with a title between: "and the minister, Kešlar"."""
    return _is_joint(text[one.end : other.start])


def _is_joint(between: str) -> bool:
    return bool(JOINT.fullmatch(between) or JOINT.fullmatch(TITLE_APPOSED.sub("", between)))


def find_doers(text: str, position: int, actors: tuple[Actor, ...]) -> tuple[frozenset[str], str]:
    """Return all who do what stands at a position together, where the text tells; their kind."""
    doer = find_doer(text, position, actors)
    if doer is None:
        return frozenset(), ""
    doer = meant(doer, text, actors)
    return with_partners(doer, text, actors), doer.kind


def with_partners(doer: Actor, text: str, actors: tuple[Actor, ...]) -> frozenset[str]:
    """Return the names of a doer and of all that are joined to it: "Ulvholt and Verelin".

    Nobody's where the text alone does not tell whom one of them is: "he and Verelin".
    """
    names = set(doer.names)
    start = doer.start
    alone = True
    # "Dorsch, who was asked by Revnik, and Ottermo" are two.
    inserted = inserted_before(text, doer.start)
    for actor in reversed([actor for actor in actors if actor.end <= doer.start]):
        if any(first <= actor.start < last for first, last in inserted):
            continue
        after = next((last for first, last in inserted if first == actor.end), actor.end)
        joint = text[after:start]
        if actor.kind == COUNTRIES and doer.kind == PEOPLE and PERSON_OF_COUNTRY.fullmatch(joint):
            start = actor.start
            continue
        other = meant(actor, text, actors)  # "he and Verelin"
        if other.kind == PRONOUNS and doer.kind == PEOPLE and JOINT.fullmatch(joint):
            return frozenset()
        # "Dorsch, Ottermo and Revnik": of a list only the last has "and" before it.
        listed = joint == ", " and not alone
        if other.kind != doer.kind or not (listed or _is_joint(joint)):
            break
        names |= other.names
        start = actor.start
        alone = False
    return frozenset(names)
