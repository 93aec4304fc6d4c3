"""Whose words something is, and to whom they are said: part of the check of parties."""

from collections.abc import Iterator
from functools import lru_cache

from build_tools.checks.check import Found, listed
from build_tools.english.clauses import THAT
from build_tools.english.doers import AFTER_QUOTED, CLOSES, UNKNOWN_ONE
from build_tools.english.pointers import POINTS_BACK
from build_tools.english.relations import keys
from build_tools.english.verbs import (
    ADDRESSED,
    DOING_BY_WORDS,
    EACH_OTHER,
    INVERTED,
    OFFICE_SAYS,
    SAYING,
    SAYS,
    TOLD,
)
from build_tools.lexicon.names import (
    BODIES,
    OUTLETS,
    PEOPLE,
    TITLES,
    Mention,
    Names,
)
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.sources.actors import (
    Actor,
    find_actors,
    find_acts,
    find_doer,
    meant,
)
from build_tools.sources.cast import Cast, find_cast
from build_tools.sources.library import Library, Passage
from build_tools.sources.speakers import find_speakers
from build_tools.sources.windows import Window, best_windows
from build_tools.text.clauses import split_clauses
from build_tools.text.folding import fold
from build_tools.text.quotations import find_quotation
from build_tools.text.sentences import split_sentences
from build_tools.text.words import split_words

# So near after whoever speaks stands the verb: "she then said".
_BESIDE = 2


def find_wrong_speakers(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find people who are shown speaking, though the cited sentences show others."""
    names = library.names
    text = fold(statement.plain).text
    account = account_for(statement, library)
    several = len({window.source for window in account.windows}) > 1
    # Of several sources each may have another speak, and a sentence may be of all.
    spans = [(0, len(text))] if several else split_sentences(text)
    for start, end in spans:
        sentence = text[start:end]
        claimed = find_speakers(sentence, names, cast)
        if not claimed:
            continue
        best = account.windows
        if not several:
            # Of a short sentence the best may be chance: those of the whole statement count too.
            best = best_windows(sentence, account.windows, names, 1)
            best += best_windows(text, account.windows, names, 1)
            # "He hoped so, according to Dorsch, and, according to Verelin, for more."
            for first, last in split_clauses(sentence):
                best += best_windows(sentence[first:last], account.windows, names)
        # Where the sentence itself has nobody speak, what is cited around it tells who does.
        actual = _speaking(best, names) or _speaking(account.windows, names)
        if several:
            pointing = [w for w in account.windows if _one_pointed_at_speaks(w.text)]
            actual |= {name for window in pointing for name in window.lead & claimed}
        body = ""
        if not actual:
            body = next((it for w in account.windows if (it := _body_speaking(w, names))), "")
        if body:
            name = min(claimed)
            message = f"the words must be given to {body}, which says them there"
            yield name.split()[-1], message, f"the statement gives them to {name}"
        # What two say to each other, each says; and what both reaffirm there, both say.
        together = claimed & actual and EACH_OTHER.search(sentence)
        parts = (sentence[first:last] for first, last in split_clauses(sentence))
        clauses = (it for it in parts if claimed <= find_speakers(it, names, cast))
        if len(claimed) > 1 and (
            together or any(claimed <= _doing_by_words(it, account, names) for it in clauses)
        ):
            continue
        for name in sorted(claimed - actual) if actual else ():
            message = f"the words must be given to {listed(actual)}, who says them there"
            yield name.split()[-1], message, f"the statement gives them to {name}"


def _speaking(windows: tuple[Window, ...], names: Names) -> frozenset[str]:
    """Return whom sentences show speaking, and whom "he said" may mean."""
    found: set[str] = set()
    for window in windows:
        cast = find_cast(window.source)
        speakers = find_speakers(window.text, names, cast)
        found |= speakers | find_speakers(window.text.replace('"', " "), names, cast)
        if not speakers and _one_pointed_at_speaks(window.text):
            lead = names.mentions(window.source.opening)
            found |= {mention.name for mention in lead if mention.kind == PEOPLE}
    return frozenset(found)


def _doing_by_words(clause: str, account: Account, names: Names) -> frozenset[str]:
    """Return who do something by words ("reaffirmed") in the sentence that fits a clause."""
    return frozenset[str]().union(
        *(
            act.doers
            for window in best_windows(clause, account.windows, names)
            for act in find_acts(window.text, names, find_cast(window.source))
            if act.verb.text.lower() in DOING_BY_WORDS and act.verb.start >= window.start
        )
    )


def _body_speaking(window: Window, names: Names) -> str:
    """Return the body or office that says something in a sentence; nothing where none does."""
    for mention in names.mentions(window.text):
        if mention.kind == BODIES and SAYS.match(window.text, mention.end):
            return mention.text
    match = OFFICE_SAYS.search(window.text)
    return match["office"] if match else ""


@lru_cache(maxsize=2_000)
def _one_pointed_at_speaks(text: str) -> bool:
    """Tell whether somebody speaks whom the text names no more: "she said", "said the minister"."""
    for match in POINTS_BACK.finditer(text):
        if OFFICE_SAYS.match(text, match.start()):
            continue  # No person speaks.
        after = [word.text.lower() for word in split_words(text) if word.start >= match.end()]
        before = text[: match.start()].split()[-1:]
        # "Said the minister", but not "said he wanted".
        inverted = INVERTED.intersection(before) and CLOSES.match(text, match.end())
        if SAYING.intersection(after[:_BESIDE]) or inverted:
            return True
    return False


def find_wrong_givers(
    statement: Statement, passages: tuple[Passage, ...], library: Library, cast: Cast
) -> Iterator[Found]:
    """Find quoted words that the statement gives to one person and the source to another."""
    names, text = library.names, fold(statement.text).text
    for quotation in statement.quotations:
        words = fold(quotation.text).text
        at = text.find(words)
        ours = _says_after(text, at, names, cast) or _giver(text, at, names, cast)
        for passage in passages if ours else ():
            there = passage.paragraph.folded.text
            spans = find_quotation(quotation.text, passage.paragraph.folded)
            theirs = spans and _giver(there, spans[0][0], names, find_cast(passage.source))
            # "Verelin said that Ulvholt "knows it well"": he says it of her.
            if theirs and not theirs & (ours | find_speakers(text, names, cast)):
                message = f"“{words}” must be given to {listed(theirs)}"
                yield min(ours).split()[-1], message, f"the statement gives it to {listed(ours)}"


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


def _says_after(text: str, position: int, names: Names, cast: Cast) -> frozenset[str]:
    """Return who says quoted words right after them: 'Dorsch "knows it well", Verelin said'."""
    after = AFTER_QUOTED.search(text, position)
    for actor in find_actors(text, names, cast) if after else ():
        if after and actor.start == after.end() and SAYS.match(text, actor.end):
            return actor.names if actor.kind == PEOPLE else frozenset()
    return frozenset()


def _is_said(actor: Actor, text: str, start: int) -> bool:
    """Tell whether somebody is in what is said, and not who says it: 'said that he "knows"'."""
    return text[: actor.start].endswith(THAT) and not text[actor.end : start].strip()


def find_wrong_tellers(statement: Statement, library: Library, cast: Cast) -> Iterator[Found]:
    """Find people who tell somebody what another tells the same ones in the source."""
    account = account_for(statement, library)
    ours = tuple(_telling(account.text, library.names, cast))
    if not ours:
        return
    theirs = [
        pair
        for window in account.windows
        for pair in _telling(window.text, library.names, find_cast(window.source))
    ]
    # Whoever told an outlet something, did so wherever the article says it.
    outlets = {m.text.lower() for m in library.names.mentions(account.text) if m.kind == OUTLETS}
    theirs += [
        pair
        for source in library.cited_sources(statement.citations)
        for paragraph in source.article.paragraphs
        for pair in _telling(paragraph.folded.text, library.names, find_cast(source))
        if pair[1] in outlets
    ]
    for teller, told in ours:
        tellers = {other for other, them in theirs if them == told}
        if tellers and teller not in tellers:
            message = f"it must be told by {listed(frozenset(tellers))}, as in the article"
            yield teller.split()[-1], message, f"the statement has it told by {teller}"


def find_wrong_offices(statement: Statement, library: Library) -> Iterator[Found]:
    """Find titles of people without a name who say what somebody with another title says there."""
    account, names = account_for(statement, library), library.names
    for title in names.mentions(account.text):
        unnamed = title.kind == TITLES and UNKNOWN_ONE.search(account.text[: title.start])
        if not unnamed or not SAYS.match(account.text, title.end):
            continue
        theirs = [
            find_cast(window.source).titles.get(name, frozenset())
            for window in account.windows
            for name in find_speakers(window.text, names, find_cast(window.source))
        ]
        if theirs and all(theirs) and not any(title.name in held for held in theirs):
            message = f"“{title.text}” must be the title of whoever says it"
            yield title.text, message, f"there: {listed(frozenset[str]().union(*theirs))}"


def _telling(text: str, names: Names, cast: Cast) -> Iterator[tuple[str, str]]:
    """Yield who tells whom: the name of the one, and the word for the other."""
    actors = find_actors(text, names, cast)
    for match in TOLD.finditer(text):
        doer = find_doer(text, match.start(), actors)
        doer = meant(doer, text, actors) if doer is not None else None
        if doer is not None and doer.kind == PEOPLE:
            yield from ((name, match["whom"].lower()) for name in doer.names)


def find_wrongly_told(statement: Statement, library: Library) -> Iterator[Found]:
    """Find people who are told or asked what the source has another told or asked."""
    account, names = account_for(statement, library), library.names
    theirs = [pair for window in account.windows for pair in _addressed(window.text, names)]
    for verb, person in _addressed(account.text, names):
        told = frozenset(other.name for word, other in theirs if keys(word) & keys(verb))
        if told and person.name not in told:
            message = f"“{verb}” must be said to {listed(told)}, as in the article"
            yield person.text, message, f"the statement has it said to {person.name}"


def _addressed(text: str, names: Names) -> Iterator[tuple[str, Mention]]:
    for mention in names.mentions(text):
        match = mention.kind == PEOPLE and ADDRESSED.search(text[: mention.start])
        if match:
            yield match[0].split()[0], mention
