"""Whose each word of a text is: the doer's, the speaker's, or theirs whose view it tells."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from build_tools.english.clauses import BEFORE_NAME, BORDER
from build_tools.english.doers import (
    ALL_OF_WHOM,
    ALONG_WITH,
    APPOSED,
    BY_UNNAMED,
    JOINT,
    OWN,
    WAS_QUOTED,
    WHAT_IS_DONE,
    WHO,
)
from build_tools.english.owning import OWNS
from build_tools.english.pointers import ENDS_APPOSED, FIRST_PERSON, IS_APPOSED, THINGS
from build_tools.english.relations import is_past
from build_tools.english.verbs import (
    ADDRESSED,
    CHARGED,
    COMING_FROM,
    HOLDING,
    HOLDING_VIEW,
    IS_HELD,
    MEETINGS,
    MUTUAL,
    is_mutual,
)
from build_tools.expressions import expression
from build_tools.lexicon.content import ContentWord, content_words
from build_tools.lexicon.names import COUNTRIES, PEOPLE, Names
from build_tools.sources.actors import (
    PRONOUNS,
    Actor,
    find_actors,
    find_doer,
    inserted_before,
    is_beside,
    is_of_thing,
    may_be_anothers,
    meant,
    says_more_of_one,
    with_partners,
)
from build_tools.sources.cast import Cast
from build_tools.text.sentences import split_sentences

# Whole sentences: of a few quoted words the sentence around them tells whose they are.
_QUOTED = expression(r'"[A-Z\[][^"]*"')
# What two do together is told up to here.
_PART_END = expression(r"[.;] ")
# Whose words are quoted stands so far from the quotation, in characters.
_NEAR = 60


@dataclass(frozen=True)
class Owned:
    """A word and whose it is; `names` is empty where the text alone does not tell."""

    word: ContentWord
    names: frozenset[str]
    kind: str


@lru_cache(maxsize=5_000)
def find_owned(text: str, names: Names, cast: Cast) -> tuple[Owned, ...]:
    """Return the content words of a text, each with whose it is."""
    actors = tuple(
        actor
        for actor in find_actors(text, names, cast)
        if actor.kind != PRONOUNS or text[actor.start : actor.end].lower() not in THINGS
    )
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    words = content_words(text, names)
    found = []
    for first, last in split_sentences(text):
        borders = [first, *(m.end() for m in BORDER.finditer(text, first, last)), last]
        for start, end in pairwise(borders):
            near = tuple(actor for actor in actors if start <= actor.start < end)
            for word in (word for word in words if start <= word.start < end):
                his = OWN.search(text, start, word.start)
                of_two = his is not None and may_be_anothers(text, his.start(), actors)
                if _is_unnamed(word, near):
                    continue  # It is what somebody is called, and nobody's.
                if of_two or BY_UNNAMED.search(text, start, word.start):
                    found.append(Owned(word, frozenset(), ""))
                    continue
                actor = _owner(word, text, near, quotes)
                if actor is None:
                    said = tuple(actor for actor in actors if first <= actor.start < last)
                    actor = _whose(word, text, said)
                # Where nobody in the clause is, the words quoted are the speaker's.
                quote = _quote_at(word.start, quotes)
                if actor is None and quote:
                    actor = _speaker(quote, text, actors)
                owner = actor and _resolve(actor, text, actors, quotes, word)
                found.append(Owned(word, *(owner or (frozenset(), ""))))
    return tuple(found)


def _is_unnamed(word: ContentWord, actors: tuple[Actor, ...]) -> bool:
    """Tell whether a word is what somebody without a name is called: "a ministry official"."""
    return any(
        it.start <= word.start < it.end and it.kind == PEOPLE and not it.names for it in actors
    )


def _owner(
    word: ContentWord, text: str, actors: tuple[Actor, ...], quotes: list[tuple[int, int]]
) -> Actor | None:
    """Return whose a word is, of those who are in its clause."""
    # "Kestrian bases", but not "the Kestria-Sollin talks", which both have.
    for actor in actors if not word.keys & MEETINGS else ():
        if actor.kind == COUNTRIES and BEFORE_NAME.fullmatch(text, actor.end, word.start):
            return actor
    passive = find_doer(text, word.start, actors) if is_past(word.text) else None
    if passive is not None and passive.start > word.start:
        return passive
    after = [actor for actor in actors if actor.start >= word.end]
    if after and BEFORE_NAME.fullmatch(text, word.end, after[0].start):
        return None
    quote = _quote_at(word.start, quotes)
    inserted = inserted_before(text, word.start)
    for actor in reversed([actor for actor in actors if actor.end <= word.start]):
        if any(start <= actor.start < end for start, end in inserted):
            continue  # "Ulvholt, whose predecessor was Dorsch, spoke"
        charged = CHARGED.match(text, actor.end) and ADDRESSED.search(text[: actor.start])
        of_thing = is_past(word.text) and is_of_thing(text[actor.end : word.start])
        if charged or of_thing or (quote and actor.start < quote[0]):
            return None
        first = _first_of(actor, text, actors)
        if _says_more(actor, text, word.start) or _is_source_of(first, text, word.start):
            return actor
    return next((actor for actor in after if COMING_FROM.search(text[: actor.start])), None)


def _says_more(actor: Actor, text: str, position: int) -> bool:
    """Tell whether what stands at a position says more of somebody, by what they are.

    So "Ottermo, an adviser to Dorsch who had been there" says it of Ottermo.
    """
    more = IS_APPOSED.match(text, actor.end) if actor.kind == PEOPLE else None
    return more is not None and not ENDS_APPOSED.search(text, more.end(), position)


def _whose(word: ContentWord, text: str, actors: tuple[Actor, ...]) -> Actor | None:
    """Return whose "his" makes a word, where nobody else is named before it in the sentence."""
    if not OWN.search(text, 0, word.start):
        return None
    before = [actor for actor in actors if actor.kind == PEOPLE and actor.end <= word.start]
    return before[0] if before and len({actor.names for actor in before}) == 1 else None


def _quote_at(position: int, quotes: list[tuple[int, int]]) -> tuple[int, int] | None:
    return next(((start, end) for start, end in quotes if start < position < end), None)


def _first_of(actor: Actor, text: str, actors: tuple[Actor, ...]) -> Actor:
    """Return the first of those who are joined to an actor: "between Ulvholt and Verelin"."""
    before = [other for other in actors if other.end <= actor.start]
    while before and JOINT.fullmatch(text, before[-1].end, actor.start):
        actor = before.pop()
    return actor


def _is_source_of(actor: Actor, text: str, position: int) -> bool:
    """Tell whether what follows somebody is theirs: they do it, or hold it."""
    if HOLDING.search(text[: actor.start]) and IS_HELD.match(text, actor.end):
        return True
    if OWNS.match(text, actor.end):
        return bool(HOLDING_VIEW.match(text, actor.end))
    return not is_beside(actor, text, position)


def _resolve(
    actor: Actor,
    text: str,
    actors: tuple[Actor, ...],
    quotes: list[tuple[int, int]],
    word: ContentWord,
) -> tuple[frozenset[str], str] | None:
    """Return whom an actor means, and who does it with them."""
    said = text[actor.start : actor.end]
    if FIRST_PERSON.match(said):
        quote = _quote_at(actor.start, quotes)
        speaker = _speaker(quote, text, actors) if quote and said == "I" else None
        return (speaker.names, speaker.kind) if speaker else None
    if said.lower() == WHO or ALL_OF_WHOM.match(text, actor.start):
        named = _named_before(actor, text, actors)
        if named is None:
            return None
        if not is_mutual(word.text) and says_more_of_one(named, text, word.start):
            return named.names, named.kind
        actor = named
    end = actor.end
    actor = meant(actor, text, actors)
    return with_partners(actor, text, actors) | _partners_after(
        actor, end, text, actors
    ), actor.kind


def _partners_after(actor: Actor, end: int, text: str, actors: tuple[Actor, ...]) -> frozenset[str]:
    """Return who is named after somebody, or the "he" that ends there, and does it with them."""
    verb = WHAT_IS_DONE.match(text, end)
    mutual = verb is not None and verb[1].lower() in MUTUAL
    part = _PART_END.search(text, end)
    last = part.start() if part else len(text)
    # "Dorsch will handle it, along with Kešlar"
    return frozenset[str]().union(
        *(
            other.names
            for other in actors
            if actor.names
            and end < other.start < last
            and other.kind == actor.kind
            and (mutual or ALONG_WITH.search(text, end, other.start))
        )
    )


def _named_before(relative: Actor, text: str, actors: tuple[Actor, ...]) -> Actor | None:
    """Return of whom "who" or "both of whom" says more, after them or a phrase that tells them."""
    before = [other for other in actors if other.end <= relative.start]
    if before and not text[before[-1].end : relative.start].strip(" ,"):
        return before[-1]
    people = [other for other in before if other.kind == PEOPLE]
    if people and APPOSED.fullmatch(text, people[-1].end, relative.start):
        return people[-1]
    return None


def _speaker(quote: tuple[int, int], text: str, actors: tuple[Actor, ...]) -> Actor | None:
    """Return whose words are quoted: who stands before them, or else after."""
    start, end = quote
    people = [actor for actor in actors if actor.kind in (PEOPLE, COUNTRIES)]
    opens = text.rfind(". ", 0, start) + 1
    # "Verelin was quoted by an official as saying"
    for actor in people:
        quoted = WAS_QUOTED.match(text, actor.end, start)
        if opens <= actor.start < start and quoted:
            return actor
    doer = find_doer(text, start, tuple(a for a in actors if opens <= a.start < start))
    if doer is not None and doer.kind != PRONOUNS:
        return doer
    after = [actor for actor in people if end <= actor.start < end + _NEAR]
    return after[0] if after and text[end : after[0].start].count(".") == 0 else None
