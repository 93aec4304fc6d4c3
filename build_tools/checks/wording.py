"""Check: the site's rules of style that a machine can hold a sentence to."""

import re
from collections.abc import Iterator

from build_tools.checks.check import statement_check
from build_tools.english.loaded import LOADED
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library
from build_tools.text.sentences import split_sentences


def banned_words(text: str) -> list[tuple[int, int]]:
    """Return where a text has words that the site does not use in its own voice."""
    return [match.span() for match in LOADED.finditer(text)]


@statement_check(
    code="wording",
    fix="Say 'said', 'stated' or 'according to'; divide a long sentence; keep the best citations.",
    fails="Dorsch revealed that he was thanked, Osten reported [@osten-2019, para. 4].",
    passes="Dorsch said that he was thanked, Osten reported [@osten-2019, para. 4].",
    waivable=True,
)
def check_wording(statement: Statement, library: Library) -> Iterator[Finding]:
    """No loaded verb, no sentence over the limit, no more than three citations."""
    limits = library.limits
    for match in LOADED.finditer(statement.plain):
        word = match[0].strip()
        message = f"“{word}” must not be used in the site's own voice"
        hint = "say 'said', 'stated', 'told' or 'according to'"
        if match["vague"]:
            hint = "give the day, the month or the year"
        elif match["side"]:
            hint = "say it as one side's view, or in the words of a source"
        yield Finding(statement.place_of(word), message, hint)
    for start, end in split_sentences(statement.plain):
        words = re.findall(r"[^\W_][\w'’.-]*", statement.plain[start:end])
        if len(words) > limits.longest_sentence:
            message = f"a sentence must have at most {limits.longest_sentence} words; it has"
            hint = "make two sentences of it, each with its citation"
            yield Finding(statement.place, f"{message} {len(words)}", hint)
    if len(statement.citations) > limits.most_citations:
        message = f"a statement must have at most {limits.most_citations} citations; it has"
        hint = "keep those that bear it best"
        yield Finding(statement.place, f"{message} {len(statement.citations)}", hint)
