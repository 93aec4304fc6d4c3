"""Who does something with whom must do it with them in the source: part of the check of parties."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from build_tools.checks.check import Found, listed
from build_tools.english.clauses import AND_ANOTHER
from build_tools.english.meeting import (
    AND_WITH,
    BETWEEN_TWO,
    HIS_DEED,
    PART,
    TOLD_BEFORE,
    TOPICS,
    WHOSE_DEED,
    WITH,
    WITH_ALL_OF_IT,
    WITH_OTHERS,
)
from build_tools.english.owning import OWNS_AS_ONE
from build_tools.english.pointers import PARTIES, SOMEBODY_ELSE
from build_tools.english.relations import bases, keys
from build_tools.english.verbs import FACE_TO_FACE, is_mutual
from build_tools.lexicon.names import COUNTRIES, PEOPLE, Mention, Names
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.sources.actors import (
    Actor,
    find_actors,
    find_acts,
    find_doer,
    meant,
    with_partners,
)
from build_tools.sources.cast import Cast, find_cast
from build_tools.sources.library import Library
from build_tools.sources.speakers import find_speakers
from build_tools.sources.windows import Window, uses


@dataclass(frozen=True)
class _Meeting:
    """What somebody does with another: its word and place, who does it, and who is with them.

    `sure` is false where a pronoun may mean another than its nearest person.
    """

    deed: str
    start: int
    doers: frozenset[str]
    kind: str
    other: Mention | None
    sure: bool = True

    @property
    def pairs(self) -> frozenset[frozenset[str]]:
        """Every doer with the other one, if both are people; without one, the doers together."""
        if self.other is None:
            return frozenset([self.doers])
        doers = self.doers if self.kind == self.other.kind else frozenset[str]()
        return frozenset(frozenset([doer, self.other.name]) for doer in doers - {self.other.name})


def find_with_oneself(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find people who meet themselves, and who deal with their own country as with another."""
    account = account_for(statement, library)
    for meeting in _meetings(account.text, library.names, cast):
        other = meeting.other
        if other is None or len(meeting.doers) != 1 or not meeting.sure:
            continue
        own = cast.with_countries(meeting.doers)
        abroad = other.kind == COUNTRIES and WITH_ALL_OF_IT.match(account.text, other.end)
        if other.name in meeting.doers or (abroad and other.name in own):
            message = f"{other.text} must not stand for somebody else: nobody does it with himself"
            yield other.text, message, f"the statement has it done by {listed(meeting.doers)}"


def find_wrong_parties(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find two who do with each other what the source has others do: "Dorsch's talks with Revnik".

    Where a sentence that names both has the deed and does not tell whose it is, it may be theirs.
    """
    account, names = account_for(statement, library), library.names
    stands = {word.start: word.keys for word in account.words}
    for ours in _meetings(account.text, names, cast):
        deed = stands.get(ours.start, frozenset()) | keys(ours.deed)
        there = [
            (window, meeting)
            for window in account.windows
            for meeting in _meetings(window.text, names, find_cast(window.source))
            if keys(meeting.deed) & deed
        ]
        theirs = frozenset[frozenset[str]]().union(*(meeting.pairs for _, meeting in there))
        told = {(window, meeting.start) for window, meeting in there if meeting.pairs}
        tell = {window.source for window, _ in told}
        for pair in ours.pairs:
            if not theirs or any(pair <= other for other in theirs):
                continue
            if not any(
                _are_in(pair, window, names)
                # Of a source that tells whose the deed is, the very word may be of others again.
                or (
                    (window.source not in tell or bases(word.text) & bases(ours.deed))
                    and pair <= window.names | window.lead
                )
                for window in account.windows
                for _, word in uses(deed, (window,))
                if (window, word.start) not in told
                and not TOLD_BEFORE.search(window.text, 0, word.start)
            ):
                wrong = min(pair - frozenset[str]().union(*theirs) or pair)
                message = f"“{ours.deed}” must be of {listed(min(theirs, key=sorted))}"
                yield wrong.split()[-1], message, f"the statement has it of {listed(pair)}"


def find_wrong_topics(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find what a talk is about that in the source is of another talk than the one told.

    A talk face to face is of where the source has one. What people discuss stands in no paragraph
    that tells of countries alone: "the two countries held consultations on tolls".
    """
    account, names = account_for(statement, library), library.names
    acts = [it.verb.start for it in find_acts(account.text, names, cast) if it.kind == PEOPLE]
    for part in PART.finditer(account.text):
        talk = TOPICS.search(account.text, part.start(), part.end())
        if not talk:
            continue
        texts = {window: _own_text(window, account) for window in account.windows}
        if FACE_TO_FACE.search(account.text, part.start(), part.end()):
            fit = [it for it, text in texts.items() if FACE_TO_FACE.search(text)]
        elif talk.start("deed") in acts:
            fit = [it for it, text in texts.items() if not _is_of_countries(text, names)]
        else:
            continue
        about = (it for it in account.words if talk.start("topics") <= it.start < talk.end())
        for word in about if fit else ():
            held = [window for window in texts if word.keys & window.own_keys]
            if held and not any(window in held for window in fit):
                message = f"“{word.text}” must be what this talk is about in the article"
                hint = f"{fit[0].source.id}, para. {fit[0].paragraph}, tells of the talk without it"
                yield word.text, message, hint
                break


def _own_text(window: Window, account: Account) -> str:
    """Return the sentences of the paragraph of a window, and none before it."""
    place = (window.source, window.paragraph)
    own = (it for it in account.windows if (it.source, it.paragraph) == place)
    return " ".join(it.sentence for it in own)


def _is_of_countries(text: str, names: Names) -> bool:
    """Tell whether a paragraph tells of "the two countries", and of nobody by name."""
    return bool(PARTIES.search(text)) and not any(
        mention.kind == PEOPLE for mention in names.mentions(text)
    )


def _are_in(pair: frozenset[str], window: Window, names: Names) -> bool:
    """Tell whether a sentence names two, and neither as the one who tells of others."""
    named = {mention.name for mention in names.mentions(window.text)}
    return pair <= named - find_speakers(window.text, names, find_cast(window.source))


@lru_cache(maxsize=5_000)
def _meetings(text: str, names: Names, cast: Cast) -> tuple[_Meeting, ...]:
    """Return what the people and countries of a text do with each other."""
    actors = find_actors(text, names, cast)
    mentions = [it for it in names.mentions(text) if it.kind in (PEOPLE, COUNTRIES)]
    found: list[_Meeting] = []
    last: _Meeting | None = None
    for mention in mentions:
        if OWNS_AS_ONE.match(text, mention.end):
            continue
        if match := WITH.search(text[: mention.start]):
            found.append(_with(mention, match, text, actors))
        elif match := BETWEEN_TWO.search(text[: mention.start]):
            one = frozenset([mention.name])
            last = _Meeting(match["deed"], match.start("deed"), one, mention.kind, mention)
            continue
        elif last and last.other and _is_joined(last.other, mention, text):
            found.append(replace(last, other=mention))
        else:
            last = None
            continue
        last = found[-1] if match else None
    joined = {frozenset([a.name, b.name]) for a, b in pairwise(mentions) if _is_joined(a, b, text)}
    told = {meeting.start for meeting in found}
    found += [
        _Meeting(act.verb.text, act.verb.start, act.doers, act.kind, None)
        for act in find_acts(text, names, cast)
        if act.doers in joined
        and is_mutual(act.verb.text)
        and act.verb.start not in told
        and not WITH_OTHERS.match(text, act.verb.end)
    ]
    return tuple(found)


def _is_joined(one: Mention, other: Mention, text: str) -> bool:
    return one.kind == other.kind and AND_WITH.fullmatch(text, one.end, other.start) is not None


def _with(other: Mention, match: re.Match[str], text: str, actors: tuple[Actor, ...]) -> _Meeting:
    """Return what somebody does with another who is named after it, and who that is."""
    deed = "deed" if match["deed"] else "met"
    start = match.start(deed)
    people = [actor for actor in actors if actor.kind == PEOPLE and actor.end <= start]
    unknown = _Meeting(match[deed], start, frozenset(), "", other, sure=False)
    his = HIS_DEED.search(text, 0, start)
    if his and not SOMEBODY_ELSE.search(text, his.start(), start):
        names = frozenset[str]().union(*(actor.names for actor in people))
        return replace(unknown, doers=names, kind=PEOPLE, sure=True) if len(names) == 1 else unknown
    owners = (it for it in actors if WHOSE_DEED.fullmatch(text, it.end, start))
    owner = next((it for it in owners if not SOMEBODY_ELSE.search(text, it.end, start)), None)
    doer = owner or find_doer(text, start, actors)
    if doer is None:
        return unknown
    who = meant(doer, text, actors)
    # Between a person and the "he" that means them, nobody else may be named.
    near = [actor for actor in people if actor.end <= doer.start]
    sure = who is doer or not near or near[-1].names == who.names
    # "She met Dorsch, and Verelin met Revnik": Dorsch does nothing.
    apart = text.endswith(AND_ANOTHER, 0, who.start)
    names = who.names if apart else with_partners(who, text, actors)
    return _Meeting(match[deed], start, names, who.kind, other, sure)
