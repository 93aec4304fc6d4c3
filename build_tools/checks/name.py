"""Check: names and titles are in the cited paragraphs, the lead, the headline or the record."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from build_tools.checks.check import statement_check
from build_tools.english.names import ADJECTIVE_ENDINGS
from build_tools.english.neighbours import (
    BETWEEN,
    BY_WHOM,
    FROM,
    GAP,
    JOINING,
    NAMED_SO,
    NO_NEIGHBOURS,
    PART_END,
    WITH_WHOM,
)
from build_tools.english.owning import OWNER, OWNING
from build_tools.english.pointers import (
    IN_WHOSE_EVENT,
    POINTS_BACK,
    SOMEBODY_ELSE,
    offices_of,
    points_at,
)
from build_tools.english.relations import bases, is_past, keys, stronger_keys
from build_tools.english.stems import plain
from build_tools.english.verbs import BE, LASTING, MEETINGS, MUTUAL
from build_tools.lexicon.names import BODIES, COUNTRIES, PEOPLE, PLACES, TITLES, Mention, Names
from build_tools.lexicon.stand_ins import place_of_paragraph
from build_tools.pages.account import account_for, count_had
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.cast import find_casts, named_in_titles
from build_tools.sources.library import Library, Passage
from build_tools.sources.windows import Window
from build_tools.text.folding import fold
from build_tools.text.number_facts import number_spans
from build_tools.text.words import EMPTY_WORDS, foreign_words, split_words

# Kinds of names of which two may be in each other's place.
_KINDS = frozenset([PEOPLE, COUNTRIES, PLACES, BODIES, TITLES])
# So many words from a word is near it.
_FEW, _MOST_NAMES = 5, 6
# The same in characters.
_REACH = 30
# A name of which an adjective is made has so many letters.
_SHORTEST = 4
# At this likeness or more, in per cent, a name is another one mistyped.
_MISTYPED = 70
# At this likeness, it may be another form of it.
_ALIKE = 60
# What two do together is beside either of them.
_MUTUAL = MEETINGS.union(*map(keys, MUTUAL))


@statement_check(
    code="name",
    fix="Use a name that the cited paragraph has, or add its form to docs/_data/names.yml.",
    fails="Voldsey thanked Verelin for the invitation, Osten reported [@osten-2019, para. 4].",
    passes="Ulvholt thanked Verelin for the invitation, Osten reported [@osten-2019, para. 4].",
    waivable=True,
)
def check_name(statement: Statement, library: Library) -> Iterator[Finding]:
    """Every name and title must be in a cited paragraph or in the record.

    A paragraph that points back, by "he" or "the minister", has the names of the first one too.
    """
    sources = library.cited_sources(statement.citations)
    passages = library.passages(statement.citations)
    if not (passages or statement.absent_terms):
        return
    yield from _in_anothers_place(statement, library)
    names = library.names
    texts = [source.outlet for source in sources]
    for passage in passages:
        texts.append(passage.paragraph.folded.text)
        if POINTS_BACK.search(passage.paragraph.folded.text):
            texts.append(passage.source.opening)
    borne_out = {mention.name for text in texts for mention in names.mentions(text)}
    said = fold(statement.plain).text
    # Whom an article gives a title, has it in every paragraph that he is in.
    cast, ours = find_casts(sources), {mention.name for mention in names.mentions(said)}
    borne_out |= {t for n in borne_out | ours for t in cast.titles.get(n, frozenset())}
    # Who writes of both countries writes of those whose people the paragraph names: of both, or of
    # one whose partner it names, unless it names others alone.
    both = frozenset[str]().union(*(cast.countries.get(n, frozenset()) for n in borne_out))
    cited = " ".join(passage.paragraph.folded.text for passage in passages)
    named = {it.name for it in names.mentions(cited) if it.kind == COUNTRIES}
    if len(both) > 1 and both <= ours and (not named or named & both):
        borne_out |= both
    borne_out |= named_in_titles(said, names, cast, borne_out)
    foreign = (Mention(w, "", w, 0, 0) for w in foreign_words(said))
    in_articles = {
        mention.name
        for source in (sources if statement.absent_terms else ())
        for paragraph in source.article.paragraphs
        for mention in names.mentions(paragraph.folded.text)
    }
    in_events = {it.name for s in sources for it in names.mentions(s.record.event.name)}
    for mention in (*names.mentions(said), *foreign):
        if mention.name in borne_out:
            continue
        if _searched_for(mention, said, statement, names, in_articles):
            continue
        if any(_stands_in(form, text) for text in texts for form in _forms(mention)):
            continue
        if mention.name in in_events and (
            IN_WHOSE_EVENT.match(said, mention.end) or borne_out & in_events
        ):
            continue
        if mention.kind == BODIES and _is_pointed_at(mention, passages, names):
            continue
        message = f"“{mention.text}” must be in a cited paragraph or in the record"
        best = _nearest(mention, borne_out)
        there = [it for text in texts for it in names.mentions(text)]
        hint = (
            f"did you mean “{best}”?"
            if best
            else _place_elsewhere(mention, statement, library) or _to_add(mention, there, names)
        )
        yield Finding(statement.place_of(mention.text), message, hint)


def _place_elsewhere(mention: Mention, statement: Statement, library: Library) -> str:
    """Say which other paragraph of a cited source has a name: that with most of the statement."""
    words = split_words(account_for(statement, library).text)
    places = {
        place_of_paragraph(source.id, paragraph.number): count_had(words, paragraph)
        for source in library.cited_sources(statement.citations)
        for paragraph in source.article.paragraphs
        if any(it.name == mention.name for it in library.names.mentions(paragraph.folded.text))
    }
    best = max(places, key=lambda place: places[place], default="")
    return f"{best}, has it" if best else ""


def _to_add(mention: Mention, there: Sequence[Mention], names: Names) -> str:
    """Say which names are there, and where to add a form that no list has: the line to paste."""
    alike = [it for it in there if it.kind == mention.kind or not mention.kind]
    if not alike:
        return ""
    found = ", ".join(sorted({it.name for it in alike})[:_MOST_NAMES])
    if mention.kind:
        return f"there: {found}"
    likeness = {it: _likeness(it.name, mention.text) for it in alike}
    best = max(likeness, key=lambda it: likeness[it])
    forms = (
        names.forms_of(best.name, best.kind) if likeness[best] >= _ALIKE else ("THE NAME THERE",)
    )
    line = ", ".join((*forms, mention.text))
    return f"there: {found}; if it is another form of one, docs/_data/names.yml takes - [{line}]"


def _likeness(name: str, form: str) -> float:
    """Rate in per cent how likely a form is one of a name: alike, or its initials."""
    initials = "".join(word[0] for word in name.split())
    return 100 if form == initials else fuzz.token_set_ratio(name.lower(), form.lower())


def _nearest(mention: Mention, borne_out: set[str]) -> str:
    """Return the name that was mistyped: the whole of it, or one of its words; or nothing."""
    likeness = {
        name: max(fuzz.ratio(mention.text, part) for part in (name, *name.split()))
        for name in sorted(borne_out)
    }
    best = max(likeness, key=lambda name: likeness[name], default="")
    return best if best and likeness[best] >= _MISTYPED else ""


@dataclass(frozen=True)
class _Place:
    """A name and a word beside it, by its keys and base forms.

    `near` are all names a few words from that word.
    `side` is where the name stands, whether something is done to it: "Dorsch was replaced", and
    whether it comes from there, or is done by it.
    `stronger` are the keys of the words that say more than the one beside it.
    """

    mention: Mention
    side: str
    word: frozenset[str]
    bases: frozenset[str]
    stronger: frozenset[str]
    near: frozenset[str]


def _in_anothers_place(statement: Statement, library: Library) -> Iterator[Finding]:
    """Find names beside a word that has another of their kind beside it in what is cited.

    A paragraph that names two has each in its place: who planned, and who told of it.
    """
    account, names = account_for(statement, library), library.names
    cited = [place for window in account.windows for place in _places(window.text, names)]
    ours = _places(account.text, names)
    said = frozenset(mention.name for mention in names.mentions(account.text))
    for place in ours:
        there = [
            other
            for other in cited
            if other.side == place.side
            and other.mention.kind == place.mention.kind
            and other.word & place.word
        ]
        # Who "demands" it, "wants" it as well.
        more = (other for other in cited if other.word & place.stronger)
        near = frozenset[str]().union(*(other.near for other in (*there, *more)))
        # Who has the place in the article has it in the statement too, and shares it.
        mutual = bool(place.word & _MUTUAL)
        beside = frozenset[str]().union(*(o.near for o in ours if o.word & place.word))
        beside |= said if mutual else frozenset()
        if (
            there
            and place.mention.name not in near
            and not _stands_near(place, account.windows, names)
            and not any(other.mention.name in beside for other in there)
        ):
            message = f"“{place.mention.text}” must stand where it stands in the article"
            hint = f"there it is “{there[0].mention.text}”"
            yield Finding(statement.place_of(place.mention.text), message, hint)


def _stands_near(place: _Place, windows: Sequence[Window], names: Names) -> bool:
    """Tell whether a sentence has the very word of a place with its name few words from it."""
    return any(
        bases(word.text) & place.bases
        and any(
            it.name == place.mention.name
            for it in names.mentions(window.text)
            if it.start >= window.start and word.start - _REACH <= it.start <= word.end + _REACH
        )
        for window in windows
        if place.mention.name in window.names
        for word in split_words(window.text)
        if word.start >= window.start
    )


@lru_cache(maxsize=5_000)
def _places(text: str, names: Names) -> tuple[_Place, ...]:
    """Return the names of a text, each with the words beside it.

    Between the two stand at most a few words that state nothing.
    """
    found = []
    mentions = names.mentions(text)
    taken = {at for mention in mentions for at in range(mention.start, mention.end)}
    all_words = split_words(text)
    # "Took 20 minutes" is of no deed of whoever stands before it.
    numbers = {start for start, _ in number_spans(text)}
    taken |= {it.start("verb") for it in LASTING.finditer(text) if it.end() in numbers}
    words = [word for word in all_words if word.start not in taken]
    for mention in mentions:
        if mention.kind not in _KINDS or SOMEBODY_ELSE.match(text, mention.end + len(OWNER)):
            continue
        after = (word for word in words if word.start >= mention.end)
        before = (word for word in reversed(words) if word.end <= mention.start)
        for around, is_before in ((after, True), (before, False)):
            word = next((word for word in around if plain(word.text) not in BETWEEN), None)
            if (
                word is None
                or word.text.isdigit()
                or plain(word.text) in EMPTY_WORDS
                or bases(word.text) & NO_NEIGHBOURS
            ):
                continue
            gap = text[mention.end : word.start] if is_before else text[word.end : mention.start]
            # "Calls the bells the Tenor and the Bass": they stand beside nothing.
            if mention.kind == PLACES and not is_before and gap == NAMED_SO:
                continue
            if GAP.fullmatch(gap):
                index = all_words.index(word)
                few = all_words[max(0, index - _FEW) : index + _FEW + 1]
                first, last = _within_part(text, word.start, few[0].start, few[-1].end)
                near = {other.name for other in mentions if first <= other.start < last} | _joined(
                    mention, mentions, text
                )
                done_to = is_before and is_past(word.text) and BE.search(f"{gap} ")
                side = "done to" if done_to else "before" if is_before else "after"
                # What Kestria gets from Orlavia is given to Kestria.
                side += " from" * bool(FROM.search(gap)) + " by" * bool(BY_WHOM.search(gap))
                # "The talks held with Kešlar" are talks with Kešlar.
                before_it = all_words[index - 1] if index and WITH_WHOM.search(gap) else word
                if keys(before_it.text) & MEETINGS:
                    word = before_it
                stronger = stronger_keys(word.text)
                found.append(
                    _Place(
                        mention, side, keys(word.text), bases(word.text), stronger, frozenset(near)
                    )
                )
    return tuple(found)


def _within_part(text: str, position: int, first: int, last: int) -> tuple[int, int]:
    """Return how much of a span lies in the part of the sentence that a position is in."""
    ends = [match.end() for match in PART_END.finditer(text, first, last)]
    before = [end for end in ends if end <= position]
    after = [end for end in ends if end > position]
    return (before[-1] if before else first), (after[0] if after else last)


def _joined(mention: Mention, mentions: tuple[Mention, ...], text: str) -> set[str]:
    """Return the names that are joined to one by "and" or a comma: they share its place."""
    alike = [other for other in mentions if other.kind == mention.kind]
    index, joined = alike.index(mention), set()
    for one, other in pairwise(reversed(alike[: index + 1])):
        if not JOINING.fullmatch(text, other.end, one.start):
            break
        joined.add(other.name)
    for one, other in pairwise(alike[index:]):
        if not JOINING.fullmatch(text, one.end, other.start):
            break
        joined.add(other.name)
    return joined


def _is_pointed_at(mention: Mention, passages: tuple[Passage, ...], names: Names) -> bool:
    """Tell whether a paragraph means a body that its article has named before: "the ministry"."""
    return any(
        points_at(mention.text, passage.paragraph.folded.text)
        and any(
            other.name == mention.name
            for paragraph in passage.source.article.paragraphs
            if paragraph.number < passage.paragraph.number
            for other in names.mentions(paragraph.folded.text)
        )
        for passage in passages
    )


def _forms(mention: Mention) -> tuple[str, ...]:
    """Return a name, the office of its head and, of an adjective, the name that it is made of.

    Only of an adjective that no list of names has.
    """
    stripped = [
        mention.text.removesuffix(end) for end in ADJECTIVE_ENDINGS if mention.text.endswith(end)
    ]
    made_of = [base for base in stripped if len(base) >= _SHORTEST] if not mention.kind else []
    return (mention.text, *made_of, *offices_of(mention.text))


def _stands_in(words: str, text: str) -> bool:
    position = text.find(words)
    return position >= 0 and not text[position + len(words) : position + len(words) + 1].isalpha()


def _searched_for(
    mention: Mention, said: str, statement: Statement, names: Names, in_articles: set[str]
) -> bool:
    """Tell whether the name was searched for: not finding a term rules out what holds it.

    `in_articles` has the names that the cited articles have in any form.
    """
    for term in statement.absent_terms:
        pattern = re.compile(rf"(?<!\w){re.escape(fold(term).text)}", re.IGNORECASE)
        if pattern.search(mention.text):
            return True
        # The mention is part of a longer term that the statement has, or another form of the name.
        if any(m.start() <= mention.start < m.end() for m in pattern.finditer(said)):
            return True
        # "Kestria's Coast Party" is missing where the party is.
        owns = OWNING.match(said, mention.end)
        if owns and pattern.match(said, owns.end()):
            return True
        if any((m.name, m.text) == (mention.name, term) for m in names.mentions(term)):
            return mention.name not in in_articles
    return False
