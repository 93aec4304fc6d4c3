"""Check: a name stands with what the cited sentence says of it, not of another."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from build_tools.checks.check import statement_check
from build_tools.lexicon.names import COUNTRIES, PEOPLE, TITLES, Mention, Names
from build_tools.lexicon.speakers import find_speakers
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library, Passage
from build_tools.text.folding import fold
from build_tools.text.sentences import split_sentences
from build_tools.text.words import content_stems, split_words

_KINDS = (PEOPLE, COUNTRIES, "bodies")
# How much more closely another name must stand with the statement's words to be the right one.
_CLEARLY = 1.25
# How closely it must stand at least: less where the name is not in the cited paragraphs at all.
_ENOUGH, _ENOUGH_WHERE_ABSENT = 0.6, 0.25
# Nobody is named twice within so few words.
_COUPLED = 3
# Words farther apart than a few are hardly connected: closeness halves at this distance.
_HALF = 3
# Across the border of a clause or a sentence a word says less of a name, and so does a word on the
# other side of it: whoever hopes stands before "hopes".
_CLAUSE, _TURNED = 0.4, 0.6
# 'Kato, Suga's chief cabinet secretary' and 'Kishida is a former foreign minister'.
_APPOSITION = r",[^,]{0,40}|,? (?:is|was) (?:an? |the )?(?:former |new )?"
_ADJECTIVE = re.compile(r"(?:ese|ian|an)$")
_NEW_CLAUSE = re.compile(r"[;:—]|\. |, (?:while|but|whereas|and|although)\b")


@statement_check(
    code="role",
    mend="Look in the cited paragraph who did it, to whom, and under which title.",
    fails="Abe retained the diplomatic team, Nikkei Asia reported [@nikkei-2020, para. 14].",
    passes="Suga retained the diplomatic team, Nikkei Asia reported [@nikkei-2020, para. 14].",
    waivable=True,
)
def check_role(statement: Statement, library: Library) -> Iterator[Finding]:
    """A name must stand with what the cited paragraph says of it, and with its own title."""
    if statement.states_absence:
        return
    passages = library.passages(statement.citations)
    names = library.names
    text = fold(statement.plain).text
    for passage in passages:
        # A label of ownership is the record's, whatever the paragraph says.
        text = text.replace(passage.source.record.ownership.label, "")
    everywhere = {mention.name for mention in names.mentions(fold(statement.text).text)}
    for start, end in split_sentences(text):
        sentence = text[start:end]
        speakers = {speaker.name for speaker in find_speakers(sentence, names)}
        yield from _wrong_titles(sentence, statement, library, passages)
        yield from _named_twice(sentence, statement, passages, everywhere, names)
        for mention in names.mentions(sentence):
            # Who is shown speaking is held to the source by the check of speakers.
            if mention.kind not in _KINDS or mention.name in speakers:
                continue
            better = _better_name(mention, sentence, passages, names, everywhere)
            if better:
                message = f"“{mention.text}” must be whom the cited paragraph says it of"
                place = statement.place_of(mention.text)
                yield Finding(place, message, f"did you mean {better}?")


def _named_twice(
    sentence: str,
    statement: Statement,
    passages: tuple[Passage, ...],
    everywhere: set[str],
    names: Names,
) -> Iterator[Finding]:
    """Find a name that stands where another should: 'Putin and Putin', or a person named twice

    in a sentence whose source has another person, whom the sentence lacks.
    """
    mentions = [m for m in names.mentions(sentence) if m.kind in (PEOPLE, COUNTRIES)]
    people = [mention for mention in mentions if mention.kind == PEOPLE]
    theirs = {
        mention.name
        for passage in passages
        for mention in names.mentions(passage.paragraph.folded.text)
        if mention.kind == PEOPLE
    }
    missing = theirs - everywhere
    twice = {m.name for m in people if sum(other.name == m.name for other in people) > 1}
    coupled = {
        one.name
        for one, other in pairwise(mentions)
        if one.name == other.name
        and len(sentence[one.end : other.start].split()) <= (_COUPLED if one.kind == PEOPLE else 1)
    }
    if coupled or (missing and twice):
        name = min(coupled or twice)
        message = f"{name} must not stand for somebody else: the sentence has the name twice"
        hint = f"did you mean {' or '.join(sorted(missing))} once?" if missing else ""
        yield Finding(statement.place_of(mentions[-1].text), message, hint)


def _better_name(
    mention: Mention,
    sentence: str,
    passages: tuple[Passage, ...],
    names: Names,
    everywhere: set[str],
) -> str | None:
    """Name whom the passages put where the statement has `mention`, if the statement lacks it."""
    weights: dict[str, tuple[float, bool]] = {}
    for spot in _spots(sentence, names, mention.kind):
        near = (_nearness(mention, spot, sentence), spot.start > mention.start)
        weights[spot.term] = max(near, weights.get(spot.term, (0.0, False)))
    scores: dict[str, float] = {}
    for passage in passages:
        text = passage.paragraph.folded.text
        spots = _spots(text, names, mention.kind)
        for found in names.mentions(text):
            if found.kind == mention.kind:
                score = _score(found, weights, spots, text, passage.source.rarity)
                # "Japanese islands" says less of what Japan did than "Japan" does.
                if _ADJECTIVE.search(found.text) and not _ADJECTIVE.search(mention.text):
                    score *= _TURNED
                scores[found.name] = max(score, scores.get(found.name, 0.0))
    own = scores.pop(mention.name, 0.0)
    missing = {name: score for name, score in scores.items() if name not in everywhere}
    best = max(missing, key=lambda name: missing[name], default=None)
    enough = _ENOUGH if own else _ENOUGH_WHERE_ABSENT
    if best and missing[best] > _CLEARLY * own and missing[best] > enough:
        return best
    return None


@dataclass(frozen=True)
class _Spot:
    """A word or a name of another kind, by which two names of one kind can be told apart."""

    term: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def _spots(text: str, names: Names, kind: str) -> tuple[_Spot, ...]:
    mentions = names.mentions(text)
    content = content_stems(text)
    spots = [_Spot(f"@{m.name}", m.start, m.end) for m in mentions if m.kind not in (kind, "")]
    for word in split_words(text):
        named = any(mention.start <= word.start < mention.end for mention in mentions)
        if word.stem in content and not named:
            term = names.same_stems.get(word.stem, word.stem)
            spots.append(_Spot(term, word.start, word.end))
    return tuple(spots)


def _score(
    found: Mention,
    weights: dict[str, tuple[float, bool]],
    spots: tuple[_Spot, ...],
    text: str,
    rarity: dict[str, float],
) -> float:
    """Add up how near the statement's words stand to a name of the source, the rare ones more.

    A word counts less on the other side of the name than in the statement, unless it is passive:
    'occupied by Russia' is 'Russia occupied'.
    """
    agent = text[: found.start].endswith("by ")
    nearest: dict[str, float] = {}
    for spot in spots:
        if spot.term in weights:
            same_side = agent or weights[spot.term][1] == (spot.start > found.start)
            near = _nearness(found, spot, text) * (1 if same_side else _TURNED)
            nearest[spot.term] = max(near, nearest.get(spot.term, 0.0))
    return sum(weights[term][0] * rarity.get(term, 1.0) * near for term, near in nearest.items())


def _nearness(mention: Mention, spot: _Spot, text: str) -> float:
    """Return 1 for neighbours, less the more words and clauses stand between a name and a word."""
    first, last = sorted(((mention.start, mention.end), (spot.start, spot.end)))
    between = text[first[1] : last[0]]
    near = _HALF / (_HALF + len(between.split()))
    return near * _CLAUSE if _NEW_CLAUSE.search(between) else near


def _wrong_titles(
    sentence: str, statement: Statement, library: Library, passages: tuple[Passage, ...]
) -> Iterator[Finding]:
    """Hold the title of a person, where a sentence has one of each, to those the source gives."""
    names = library.names
    mentions = names.mentions(sentence)
    titles = [mention for mention in mentions if mention.kind == TITLES]
    for title in titles:
        person = _holder(title, mentions, sentence)
        if person is None:
            continue
        texts = [passage.paragraph.folded.text for passage in passages]
        texts += [passage.source.opening for passage in passages]
        known = {name for text in texts for name in _titles_of(person.name, text, names)}
        if known and title.name not in known:
            message = f"“{title.text}” must be the title that the source gives {person.name}"
            hint = f"there: {', '.join(sorted(known))}"
            yield Finding(statement.place_of(title.text), message, hint)


def _holder(title: Mention, mentions: tuple[Mention, ...], text: str) -> Mention | None:
    """Find the person who holds a title: the one right behind it, else the only one before it."""
    people = [mention for mention in mentions if mention.kind == PEOPLE]
    for person in people:
        if text[title.end : person.start].strip(" ,") == "" and person.start >= title.end:
            return person
    before = [person for person in people if person.end <= title.start]
    return before[0] if len(before) == 1 else None


def _titles_of(name: str, text: str, names: Names) -> set[str]:
    mentions = names.mentions(text)
    found = set()
    for title in (mention for mention in mentions if mention.kind == TITLES):
        for person in mentions:
            if person.name != name:
                continue
            behind = text[title.end : person.start].strip(" ,") == "" and person.start >= title.end
            gap = text[person.end : title.start]
            apposition = person.end <= title.start and re.fullmatch(_APPOSITION, gap)
            if behind or apposition:
                found.add(title.name)
    return found
