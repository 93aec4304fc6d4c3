"""Check: numbers, dates and durations are in the cited paragraphs or in the record."""

import datetime
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from build_tools.checks.bounds import (
    find_beyond,
    find_turned_lengths,
    is_difference,
    is_multiple,
    is_near_bound,
    parts_times,
)
from build_tools.checks.check import statement_check
from build_tools.checks.dating import find_wrong_years, find_years_of_others
from build_tools.english.dates import PUBLISHED, WEEKDAYS
from build_tools.english.governors import NOT, governing
from build_tools.english.lists import JOINS, JOINS_NAMES, LIST, PAIR
from build_tools.english.numerals import ALL_OF_THEM, CLOSES_COUNTED, EACH
from build_tools.english.scope import IS_AMONG, PART_OF, SOME_OF
from build_tools.lexicon.content import ContentWord, all_keys, content_words
from build_tools.lexicon.names import TITLES, Names
from build_tools.lexicon.stand_ins import place_of_paragraph
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library, Passage, Source
from build_tools.sources.windows import best_windows
from build_tools.text.clauses import split_clauses
from build_tools.text.dates import format_edtf, parse_edtf
from build_tools.text.folding import fold
from build_tools.text.number_facts import (
    NumberFact,
    day_facts,
    evidence_facts,
    find_numbers,
    unread_numbers,
)
from build_tools.text.sentences import split_sentences

# What may stand around a word.
_AROUND = ".,;:!?\"'“”‘’()[]"
# So many words after a count may be what it counts: "three old bronze bells".
_AHEAD = 3
# A negation reaches so many words.
_NEAR = 4
# So many words of a clause tell what it is about.
_SEVERAL = 3
# So many things are counted rather than looked up.
_LISTED = range(2, 7)
# Kinds of facts of which the record has some: of the day of the event.
_OF_DAYS = frozenset(["date", "weekday", "month", "day"])
_SHOWN = 6


@statement_check(
    code="number",
    fix="Give the number, date or duration as a cited paragraph has it, or cite the one that has.",
    fails="The call lasted 25 minutes, Osten reported [@osten-2019, para. 2].",
    passes="The call on 16 May 2019 lasted thirty-five minutes, by Osten's account "
    "[@osten-2019, paras. 1-2].",
    waivable=True,
)
def check_number(statement: Statement, library: Library) -> Iterator[Finding]:
    """Every number, date and duration must occur in a cited paragraph or in the record."""
    text = fold(statement.text).text
    required = find_numbers(text)
    sources = library.cited_sources(statement.citations)
    passages = library.passages(statement.citations)
    if not (passages or statement.absent_terms):
        return
    yield from _unread(statement, passages)
    borne_out = set(evidence_facts(" ; ".join(statement.absent_terms)))
    for passage in passages:
        borne_out |= passage.source.facts(passage.paragraph)
    for source in sources:
        borne_out |= source.context_facts | _publication_facts(statement, source, required)
    for found in find_beyond(required, text, passages):
        message = f"“{found.text}” must be the bound that the article gives: there it is the number"
        hint = f"write “{found.text}” without what stands before it"
        yield Finding(statement.place_of(found.text), message, hint)
    for word, hint in find_turned_lengths(text, passages, library.names):
        message = f"“{word}” must be so by the lengths that the articles give"
        yield Finding(statement.place_of(word), message, hint)
    account = account_for(statement, library)
    wrong = (*find_wrong_years(account), *find_years_of_others(account, library.names))
    for word, message, hint in {found[0]: found for found in reversed(wrong)}.values():
        yield Finding(statement.place_of(word), message, hint)
    yield from _of_something_else(statement, library)
    yield from _of_the_whole(statement, library)
    refused = (
        found
        for found in required
        if not (
            found.fact in borne_out
            or _counts_list(found, statement, passages, library)
            or is_near_bound(found, text, passages)
            or parts_times(found, text, borne_out)
            or is_difference(found, text, passages, library.names)
            or is_multiple(found, text, passages)
        )
    )
    # "Three of the four" is a count and a share at one place.
    for found in {found.start: found for found in refused}.values():
        message = f"“{found.text}” must be in a cited paragraph or in the record"
        hint = _hint(found, statement, library)
        yield Finding(statement.place_of(found.text), message, hint)


def _of_something_else(statement: Statement, library: Library) -> Iterator[Finding]:
    """Find counts of one thing that are of another in the source: five rounds for five areas."""
    account = account_for(statement, library)
    held = frozenset[str]().union(*(window.keys for window in account.windows))
    for number, counted in _counted(account.text, library.names).items():
        theirs = [
            word
            for window in account.windows
            for other, words in _counted(window.text, library.names).items()
            if other.fact == number.fact
            for word in words
        ]
        known = [word for word in counted if word.keys & held]
        like = any(word.keys & other.keys for word in known for other in theirs)
        if theirs and known and not like:
            message = f"“{number.text} {known[0].text}” must be what the article counts"
            hint = f"there: {number.text} {theirs[0].text}"
            yield Finding(statement.place_of(number.text), message, hint)


def _of_the_whole(statement: Statement, library: Library) -> Iterator[Finding]:
    """Find what is said of all of so many, and in the source of some of them: "two of the four"."""
    account, names = account_for(statement, library), library.names
    for start, end in split_sentences(account.text):
        sentence = account.text[start:end]
        facts = evidence_facts(sentence)
        best = best_windows(sentence, account.windows, names)
        for number in find_numbers(sentence):
            kind, _, whole = number.fact.partition(":")
            before = sentence[: number.start]
            # "Four of the bells" are a part of them, as "the four" are all.
            as_part = PART_OF.match(sentence, number.end)
            if (
                kind != "count"
                or not (as_part or before.endswith(ALL_OF_THEM))
                or SOME_OF.search(before)
            ):
                continue
            # "Not all four" are some of the four.
            if before.endswith(EACH) and governing(sentence, number.start, NOT, _NEAR):
                continue
            parts = {
                fact.split(":")[1]
                for window in best
                for fact in evidence_facts(window.sentence)
                if fact.startswith("share:") and fact.endswith(f":{whole}")
            }
            said = any(
                f"count:{part}" in facts
                or f"share:{part}:{whole}" in facts
                or float(part) in _list_lengths(sentence, names)
                for part in parts
            )
            if parts and not said and whole not in parts and not _is_of_all(number, account, start):
                message = f"“{number.text}” must be the part of them that the article gives"
                hint = f"there: {min(parts)} of the {whole}"
                yield Finding(statement.place_of(number.text), message, hint)


def _is_of_all(number: NumberFact, account: Account, start: int) -> bool:
    """Tell whether a cited sentence counts them as one, with what the clause of the number tells.

    The number is in the sentence that begins at `start` in the statement.
    """
    text = account.text
    end = next(last for _, last in split_sentences(text) if last > start + number.start)
    first, last = next(
        (first, last)
        for first, last in split_clauses(text[start:end])
        if first <= number.start < last
    )
    told = [it for it in account.words if start + first <= it.start < start + last]
    whole = number.fact.partition(":")[2]
    return any(
        number.fact in (facts := evidence_facts(sentence))
        and not any(it.startswith("share:") and it.endswith(f":{whole}") for it in facts)
        and sum(bool(word.keys & all_keys(sentence)) for word in told) >= _SEVERAL
        for sentence in (window.sentence for window in account.windows)
    )


@lru_cache(maxsize=5_000)
def _counted(text: str, names: Names) -> dict[NumberFact, list[ContentWord]]:
    """Return each count of a text with the few words after it, of which one says what it counts."""
    words = content_words(text, names)
    return {
        number: [
            word
            for word in [word for word in words if word.start >= number.end][:_AHEAD]
            if not CLOSES_COUNTED.search(text[number.end : word.start])
        ]
        for number in find_numbers(text)
        if number.fact.startswith("count:")
    }


def _counts_list(
    found: NumberFact, statement: Statement, passages: tuple[Passage, ...], library: Library
) -> bool:
    """Tell whether a number counts what the statement or a paragraph lists: "A and B"."""
    kind, _, value = found.fact.partition(":")
    if kind == "share":
        part, whole = value.split(":")
        held = {fact for p in passages for fact in p.source.facts(p.paragraph)}
        # Where the source says how many of them, no list does.
        if any(fact.startswith("share:") and fact.endswith(f":{whole}") for fact in held):
            return False
        listed = _lists(part, statement, passages, library)
        # "Tourism is one of the five areas" counts nothing but the five.
        is_one = part == "1" and IS_AMONG.search(fold(statement.text).text[: found.start])
        borne_out = f"count:{part}" in held or listed or is_one
        has_whole = f"count:{whole}" in held or _lists(whole, None, passages, library)
        # That a number is there says nothing of "three of the three".
        return part != whole and has_whole and bool(borne_out)
    return (
        kind == "count"
        and not _is_counted_otherwise(found, statement, passages, library)
        and _lists(value, statement, passages, library)
    )


def _is_counted_otherwise(
    found: NumberFact, statement: Statement, passages: tuple[Passage, ...], library: Library
) -> bool:
    """Tell whether a paragraph gives the number of what is counted, and it is another."""
    ours = _counted(fold(statement.text).text, library.names).get(found, [])
    counted = frozenset[str]().union(*(word.keys for word in ours[:1]))
    return any(
        words and words[0].keys & counted
        for passage in passages
        for other, words in _counted(passage.paragraph.folded.text, library.names).items()
        if other.fact != found.fact
    )


def _lists(
    value: str, statement: Statement | None, passages: tuple[Passage, ...], library: Library
) -> bool:
    """Tell whether a paragraph, or the statement if it is given, has a list of so many things."""
    if not value.isdigit() or int(value) not in _LISTED:
        return False
    texts = [p.paragraph.folded.text for p in passages]
    texts += [fold(statement.text).text] if statement else []
    return any(int(value) in _list_lengths(text, library.names) for text in texts)


@lru_cache(maxsize=5_000)
def _list_lengths(text: str, names: Names) -> frozenset[int]:
    """Return how many things each list of a text has: of names, or of other words."""
    mentions = [mention for mention in names.mentions(text) if mention.kind != TITLES]
    # "The Ministry of Economy, Trade and Industry" is one.
    whole = text
    for it in reversed(mentions):
        if JOINS.search(it.text):
            whole = f"{whole[: it.start]}{JOINS.sub('_', it.text)}{whole[it.end :]}"
    lengths = {len(JOINS.split(match[0])) for match in LIST.finditer(whole)}
    run = 1
    for one, other in pairwise(mentions):
        joined = JOINS_NAMES.fullmatch(text, one.end, other.start) is not None
        run = run + 1 if joined else 1
        lengths.add(run)
    lengths |= {2} if PAIR.search(text) else set()
    return frozenset(lengths)


def _unread(statement: Statement, passages: tuple[Passage, ...]) -> Iterator[Finding]:
    """Find signs for numbers in no form that can be compared, unless a paragraph has them so."""
    words = [w for p in passages for w in p.paragraph.folded.text.split()] + [
        word for term in statement.absent_terms for word in term.split()
    ]
    known = {word.strip(_AROUND).casefold() for word in words}
    for word in unread_numbers(statement.text):
        if word.strip(_AROUND).casefold() not in known:
            message = f"“{word}” must be a number in a form that can be compared"
            hint = "write 20 minutes, 19-20 November 2016, the 1970s, third"
            yield Finding(statement.place_of(word), message, hint)


def _publication_facts(
    statement: Statement, source: Source, required: tuple[NumberFact, ...]
) -> frozenset[str]:
    """Return what the day of publication bears out.

    Its month and year serve any statement, the day itself only one that speaks of publication;
    of two possible days, both must be named.
    """
    days = parse_edtf(source.record.issued)
    facts = {f"year:{day.year}" for day in days} | {f"month:{day.isoformat()[:7]}" for day in days}
    wanted = {fact.fact for fact in required}
    exact = {f"date:{day.isoformat()}" for day in days}
    if PUBLISHED.search(statement.text) and exact <= wanted:
        facts = facts.union(*(day_facts(day) for day in days))
        if source.record.updated:
            facts |= day_facts(parse_edtf(source.record.updated)[0])
    return frozenset(facts)


def _hint(found: NumberFact, statement: Statement, library: Library) -> str:
    """Name another paragraph that has the number; else those of its kind that are cited, if any."""
    cited = [(it.source.id, it.paragraph.number) for it in library.passages(statement.citations)]
    for source in library.cited_sources(statement.citations):
        here = next((number for id_, number in cited if id_ == source.id), None)
        for paragraph in source.article.paragraphs:
            if here and found.fact in evidence_facts(paragraph.folded.text):
                there = place_of_paragraph(source.id, paragraph.number)
                return f"{there}, has it; {place_of_paragraph(source.id, here)} does not"
    kind = found.fact.partition(":")[0]
    texts = (passage.paragraph.folded.text for passage in library.passages(statement.citations))
    numbers = (number for text in texts for number in find_numbers(text))
    alike = dict.fromkeys(it.text for it in numbers if it.fact.partition(":")[0] == kind)
    if kind in _OF_DAYS:
        days = (
            _written(day)
            for source in library.cited_sources(statement.citations)
            for day in parse_edtf(source.record.event.date)
        )
        alike |= dict.fromkeys(days)
    told = [it for it in alike if not any(it in other and it != other for other in alike)]
    if told:
        return f"there: {'; '.join(told[:_SHOWN])}"
    return "no cited paragraph has a number of this kind: cite one that has, or leave it out"


def _written(day: datetime.date) -> str:
    return f"{WEEKDAYS[day.weekday()].capitalize()}, {format_edtf(day.isoformat())}"
