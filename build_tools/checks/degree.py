"""Check: a statement and its best sentence agree on negations, opposites and degrees."""

import re
from collections.abc import Iterator
from functools import lru_cache
from textwrap import shorten

from build_tools.checks.check import statement_check
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.fit import best_sentence
from build_tools.sources.library import Library, Passage
from build_tools.text.folding import fold
from build_tools.text.negation import DENIAL, NEGATION, REFUSAL
from build_tools.text.sentences import split_sentences
from build_tools.text.words import split_words

# How much of a sentence a hint shows, in characters.
_SHOWN = 120
# How many words a negation reaches.
_SCOPE = 7
# Opposites that matter here: what stands on one side must not be answered by the other alone.
_OPPOSITES: tuple[tuple[str, str], ...] = (
    (r"agree(?:d|s|ment|ments)?|accept(?:ed|s)?", rf"(?:{REFUSAL})\w*"),
    (r"after|following|followed|since|afterwards|once|later", r"before|prior|ahead of"),
    (r"legal|lawful", r"illegal|unlawful"),
    (r"legitimate", r"illegitimate"),
    (r"increas\w+|rise|rose|grew|strengthen\w*|bolster\w*|closer|more",
     r"decreas\w+|fall|fell|reduc\w+|weaken\w*|cut|less|fewer"),
    (r"first", r"last|second|final|latest"),
    (r"all|every|each|whole|entire", r"some|several|part"),
    # With a capital it is the month.
    (r"will|would|shall|to be handed|are to|is to", r"(?-i:may)|might|could"),
    (r"possible", r"impossible"),
    (r"progress\w*|advanc\w+|forward|ahead with", r"setback|stall\w*|backward|abandon\w*"),
    (r"demand\w*|claim\w*", r"renounc\w+|waiv\w+|withdr\w+"),
    (r"northeast|north", r"southwest|south|southeast"),
    (r"reopen\w*|resum\w+", r"halt\w*|close|closed|end|ended|stop\w*"),
    (r"unchanged|remains|retain\w*|kept|still", r"changed|dropped|replac\w+|dismiss\w*"),
    (r"continu\w+", r"end|ended|ending|stop\w*|halt\w*|break|broke"),
    (r"still", r"no longer"),
    (r"prevent\w*|block\w*", r"enabl\w+|allow\w*|permit\w*"),
    (r"worsen\w*", r"improv\w+"),
    (r"major|large", r"minor|small"),
    (r"in person|face-to-face", r"by phone|by telephone|remotely"),
    (r"(?:over|more than)(?= \d)", r"(?:under|less than|fewer than|nearly)(?= \d)"),
    (r"never", r"always|often"),
    (r"beneficial", r"harmful"),
    (r"highly", r"poorly|barely"),
    (r"hand over|handed over|transfer\w*", r"keep|withheld|retain"),
)  # fmt: skip
_COMPILED = tuple(
    (
        re.compile(rf"(?<![\w-])(?:{one})(?![\w-])", re.I),
        re.compile(rf"(?<![\w-])(?:{other})(?![\w-])", re.I),
    )
    for one, other in _OPPOSITES
)


@statement_check(
    code="degree",
    mend="Say it as the source does: with its 'not', its 'after', its 'may'.",
    fails="Japan argues that the annexation was legal, Kyodo reports [@kyodo-2021, para. 5].",
    passes="Japan argues that the annexation was illegal, Kyodo reports [@kyodo-2021, para. 5].",
    waivable=True,
)
def check_degree(statement: Statement, library: Library) -> Iterator[Finding]:
    """A statement must agree with its best sentence on negations, opposites and degrees."""
    if statement.states_absence:
        return
    passages = library.passages(statement.citations)
    text = fold(statement.text).text
    for start, end in split_sentences(text):
        yield from _disagreements(text[start:end], statement, passages)


def _disagreements(
    sentence: str, statement: Statement, passages: tuple[Passage, ...]
) -> Iterator[Finding]:
    match = best_sentence(sentence, passages)
    if match is None:
        return
    cited = " ".join(passage.paragraph.folded.text for passage in passages)
    shown = f"the best sentence there is “{shorten(match.sentence, _SHOWN, placeholder='...')}”"
    negation = NEGATION.search(sentence)
    if negation and not NEGATION.search(cited) and not DENIAL.search(cited):
        message = f"“{negation[0]}” must be borne out: no cited paragraph denies anything"
        yield Finding(statement.place_of(negation[0]), message, shown)
    elif negation and _affirms(sentence, negation, match.sentence):
        message = f"“{negation[0]}” must be borne out: the cited sentence affirms it"
        yield Finding(statement.place_of(negation[0]), message, shown)
    elif not negation and not DENIAL.search(sentence) and _denied(sentence, match.sentence):
        message = "the statement must keep the negation of what it rests on"
        yield Finding(statement.place, message, shown)
    theirs, best = _sides(cited), _sides(match.sentence)
    for (pair, side), word in _sides(sentence).items():
        against = best.get((pair, not side))
        if against and (pair, side) not in theirs:
            message = f"“{word}” must be borne out: the source has “{against}”"
            yield Finding(statement.place_of(word), message, shown)


@lru_cache(maxsize=20_000)
def _sides(text: str) -> dict[tuple[int, bool], str]:
    """Find the first word of a text on either side of each pair of opposites."""
    return {
        (pair, side): match[0]
        for pair, patterns in enumerate(_COMPILED)
        for side, pattern in zip((False, True), patterns, strict=True)
        if (match := pattern.search(text))
    }


def _stems_behind(text: str, negation: re.Match[str]) -> set[str]:
    """Return the stems of the few words that a negation reaches."""
    words = [word for word in split_words(text) if word.start >= negation.end()]
    return {word.stem for word in words[:_SCOPE] if len(word.text) > 3}  # noqa: PLR2004


def _affirms(sentence: str, negation: re.Match[str], cited: str) -> bool:
    """Tell whether the cited sentence has what the statement denies, and does not deny it."""
    near = _stems_behind(sentence, negation)
    denial = DENIAL.match(sentence[negation.end() :].lstrip())
    if denial and re.search(rf"\b{re.escape(denial[0])}", cited) and not NEGATION.search(cited):
        return True
    denied: set[str] = set()
    for found in (*NEGATION.finditer(cited), *DENIAL.finditer(cited)):
        denied |= _stems_behind(cited, found)
        denied |= {word.stem for word in split_words(cited) if word.start == found.start()}
    stems = {word.stem for word in split_words(cited)}
    return bool(near & stems) and not near & denied


def _denied(sentence: str, cited: str) -> bool:
    """Tell whether the statement repeats, without a negation, what the cited sentence denies."""
    stems = {word.stem for word in split_words(sentence) if len(word.text) > 3}  # noqa: PLR2004
    for negation in NEGATION.finditer(cited):
        behind = _stems_behind(cited, negation)
        if behind and len(behind & stems) >= max(2, len(behind) // 2):
            return True
    return False
