"""Check: every content word of a statement is in a cited paragraph, or stands in for one there."""

from collections.abc import Iterator, Sequence

from build_tools.checks.check import statement_check
from build_tools.english.relations import base_stems, contrary_keys
from build_tools.lexicon.content import ContentWord, all_keys, content_words
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import PageEvidence, Statement
from build_tools.problems import Finding, Place
from build_tools.sources.library import Library
from build_tools.sources.windows import Window, best_windows

# How many words of the article a hint offers.
_OFFERED = 5


@statement_check(
    code="stand-in",
    mend="Use the article's word, or record with `python -m build_tools stand-in PAGE` for which "
    "of its words yours stands. Where it stands for none, take it out.",
    fails="Verelin complimented Ulvholt on her election, Osten reported [@osten-2019, para. 4].",
    passes="Verelin congratulated Ulvholt on taking office, Osten reported [@osten-2019, para. 4].",
)
def check_stand_in(statement: Statement, library: Library) -> Iterator[Finding]:
    """Every content word must be in a cited paragraph, or be recorded as standing for one there."""
    if statement.states_absence:
        return
    account = account_for(statement, library)
    if not account.windows:
        return
    for run in account.missing:
        if any(contrary_of(word, account, library) for word in run):
            continue  # The check of degrees says so.
        shown = run[0].text if len(run) == 1 else f"{run[0].text} … {run[-1].text}"
        message = f"“{shown}” must be in a cited paragraph, or stand for words there"
        yield Finding(statement.place_of(run[0].text), message, _hint(run, account, library))


def contrary_of(word: ContentWord, account: Account, library: Library) -> str:
    """Return the word of the best window that says the contrary of a missing one; or nothing."""
    contrary = contrary_keys(word.text)
    if not contrary:
        return ""
    cited = [w for window in account.windows for w in content_words(window.text, library.names)]
    if any(contrary_keys(other.text) & contrary for other in cited):
        return ""  # The source has a word of the same side as well.
    for window in best_windows(account.text, account.windows, library.names):
        for other in content_words(window.text, library.names):
            if contrary & base_stems(other.text):
                return other.text
    return ""


def _hint(run: tuple[ContentWord, ...], account: Account, library: Library) -> str:
    """Offer the words of the best window that nothing in the statement answers."""
    window = best_windows(account.text, account.windows, library.names)[0]
    place = f"{window.source.id}, para. {window.paragraph}"
    if elsewhere := _elsewhere(run, window):
        return f"{window.source.id}, para. {elsewhere}, has it; {place} does not"
    answered = frozenset[str]().union(*(word.keys for word in account.words))
    free = [
        word.text
        for word in content_words(window.text, library.names)
        if word.start >= window.start and not word.keys & answered
    ]
    offered = ", ".join(dict.fromkeys(free[:_OFFERED]))
    return f"{place}: which of its words? perhaps: {offered}" if offered else place


def _elsewhere(run: tuple[ContentWord, ...], window: Window) -> int | None:
    """Return another paragraph of the source that has all the words."""
    for paragraph in window.source.article.paragraphs:
        there = all_keys(paragraph.folded.text)
        if all(word.keys & there for word in run):
            return paragraph.number
    return None


def find_unused(pages: Sequence[PageEvidence], library: Library) -> Iterator[Finding]:
    """Find recorded stand-ins that no statement needs."""
    used = frozenset[object]().union(
        *(account_for(statement, library).used for page in pages for statement in page.statements)
    )
    for index, entry in enumerate(library.stand_ins.entries):
        if entry not in used:
            lined = library.stand_ins.lined
            keys = ("stand-ins", index, "ours")
            place = lined.place_of(keys) if lined else Place("docs/_data/stand-ins.yml")
            message = f"“{entry.ours}” for “{entry.theirs}” must be needed by a statement"
            yield Finding(place, message, "no statement has the one and cites the other")
