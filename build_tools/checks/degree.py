"""Check: a statement denies and promises no more than its source."""

from collections.abc import Iterator
from textwrap import shorten

from build_tools.checks.check import statement_check
from build_tools.checks.conditional import find_turned_conditions
from build_tools.checks.contrary import find_contraries, find_contraries_in_place, find_turned
from build_tools.checks.denial import (
    find_denied_twice,
    find_gained_negations,
    find_lost_negations,
)
from build_tools.checks.presupposed import find_presupposed
from build_tools.checks.sequence import find_reordered, find_unmeant, find_wrong_causes
from build_tools.checks.undone import find_undone, find_unmet, find_unpromised
from build_tools.pages.account import account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library
from build_tools.sources.windows import best_windows
from build_tools.text.clauses import split_clauses, with_predicate
from build_tools.text.sentences import split_sentences

# How much of a sentence a hint shows, in characters.
_SHOWN = 120


@statement_check(
    code="degree",
    fix="Say it as the article does: with its 'not', its 'some', its 'plans to'.",
    fails="The panel started work in January, The Harbour Post reported "
    "[@harbour-post-2015, para. 9].",
    passes="The panel was to start work in January, The Harbour Post reported "
    "[@harbour-post-2015, para. 9].",
    waivable=True,
)
def check_degree(statement: Statement, library: Library) -> Iterator[Finding]:
    """A statement must deny and promise no more and no less than its source."""
    if statement.states_absence:
        return
    account = account_for(statement, library)
    if not account.windows:
        return
    for start, end in split_sentences(account.text):
        sentence = account.text[start:end]
        best = best_windows(sentence, account.windows, library.names, 1)
        words = [word for word in account.words if start <= word.start < end]
        whole = _with_quotations(sentence, statement)
        clauses = split_clauses(sentence)
        found = (
            find_contraries(words, account, library),
            find_contraries_in_place(words, account, library),
            find_turned(sentence, account, library),
            find_reordered(sentence, account, library.names),
            find_wrong_causes(sentence, account, library.names),
            find_unmeant(sentence, start, words, account),
            find_gained_negations(sentence, start, words, best, account),
            find_denied_twice(sentence, best),
            *(
                find_lost_negations(
                    with_predicate(sentence, clauses, n),
                    whole,
                    [w for w in words if first <= w.start - start < last],
                    best_windows(sentence[first:last], best, library.names)[0],
                    library,
                )
                for n, (first, last) in enumerate(clauses)
            ),
            find_undone(statement, words, account, library),
            find_turned_conditions(sentence, start, words, account, library.names),
            find_presupposed(sentence, start, whole, words, account),
            find_unmet(sentence, words, account, statement, library),
            find_unpromised(sentence, best),
        )
        # Of one word the first that is wrong is enough.
        for word, message in dict(reversed([pair for pairs in found for pair in pairs])).items():
            there = shorten(best[0].text, _SHOWN, placeholder="...")
            hint = f"the best sentence there is “{there}”"
            yield Finding(statement.place_of(word), message, hint)


def _with_quotations(sentence: str, statement: Statement) -> str:
    """Return a sentence of a statement with what it quotes."""
    return " ".join([sentence, *(quotation.text for quotation in statement.quotations)])
