"""Check: every content word of a statement is in a cited paragraph, or stands in for one there."""

from collections.abc import Iterator, Sequence

from build_tools.checks.check import statement_check
from build_tools.checks.likeliest import find_answers
from build_tools.checks.wording import banned_words
from build_tools.english.documents import is_document
from build_tools.english.governors import DENYING, governing
from build_tools.english.negation import NEGATION, NEITHER
from build_tools.english.order import SEQUENCE
from build_tools.english.relations import base_stems, bases
from build_tools.english.stems import plain
from build_tools.lexicon.content import ContentWord, content_words
from build_tools.lexicon.stand_ins import StandIn, find_superfluous, place_of_paragraph
from build_tools.pages.account import Account, account_for, count_had, words_had
from build_tools.pages.statements import PageEvidence, Statement
from build_tools.problems import Finding, Place
from build_tools.sources.articles import Paragraph
from build_tools.sources.library import Library
from build_tools.sources.windows import Window, best_windows
from build_tools.text.clauses import split_clauses
from build_tools.text.sentences import split_sentences
from build_tools.text.words import EMPTY_WORDS, split_words


@statement_check(
    code="stand-in",
    fix="Use the article's word, or record with `python -m build_tools stand-in PAGE` for which "
    "of its words yours stands. Where it stands for none, take it out.",
    fails="Verelin complimented Ulvholt on her election, Osten reported [@osten-2019, para. 4].",
    passes="Verelin congratulated Ulvholt on taking office, Osten reported [@osten-2019, para. 4].",
)
def check_stand_in(statement: Statement, library: Library) -> Iterator[Finding]:
    """Every content word must be in a cited paragraph, or be recorded as standing for one there."""
    account = account_for(statement, library)
    for run in find_missing(statement, library):
        shown = ", ".join(f"“{word.text}”" for word in run)
        message = f"{shown} must be in a cited paragraph, or stand for words there"
        yield Finding(statement.place_of(run[0].text), message, _hint(run, account, library))


def find_missing(statement: Statement, library: Library) -> list[tuple[ContentWord, ...]]:
    """Return the words of a statement that must be in a cited paragraph and are not, in runs.

    Words such as "only" and "all" are among them where the sentence that fits has no like.
    """
    account = account_for(statement, library)
    if statement.states_absence or not account.windows:
        return []
    # Of a contrary, the check of degrees says so; of a word not to be used, that of wording.
    unused = {at for first, last in banned_words(account.text) for at in range(first, last)}
    unused |= _before_unknown_names(account, library)
    runs = [*account.missing, *((word,) for word in account.claims)]
    kept = (tuple(word for word in run if word.start not in unused) for run in runs)
    return sorted(
        (run for run in kept if run and not any(contrary_of(it, account, library) for it in run)),
        key=lambda run: run[0].start,
    )


def _before_unknown_names(account: Account, library: Library) -> set[int]:
    """Return where a word with a capital stands before a name that is not there: its first part.

    Of that name the check of names tells.
    """
    known = [window.text for window in account.windows]
    known += [
        text for it in account.windows for text in (it.source.opening, it.source.record.outlet)
    ]
    unknown = {
        mention.start
        for mention in library.names.mentions(account.text)
        if not mention.kind and not any(mention.text in text for text in known)
    }
    return {
        word.start
        for run in account.missing
        for word in run
        if word.text[0].isupper() and word.end + 1 in unknown and account.text[word.end] == " "
    }


def contrary_of(word: ContentWord, account: Account, library: Library) -> str:
    """Return the word of the best window that says the contrary of a missing one; or nothing."""
    contrary = word.contrary
    if not contrary or _is_denied(word, account.text):
        return ""
    cited = [w for window in account.windows for w in content_words(window.text, library.names)]
    if any(other.contrary & contrary for other in cited):
        return ""  # The source has a word of the same side as well.
    for window in best_windows(account.text, account.windows, library.names):
        for other in content_words(window.text, library.names):
            # "Have not signed": it is unsigned.
            denied = governing(window.text, other.start, DENYING)
            # Of what is "visa-free" nobody is free.
            if _is_part(other, window.text) != _is_part(word, account.text):
                continue
            # An accord is a paper, and no contrary of a disagreement.
            if contrary & base_stems(other.text) and not (denied or is_document(other.text)):
                return other.text
    return ""


def _is_part(word: ContentWord, text: str) -> bool:
    """Tell whether a word is a part of a compound with a hyphen: "duty-free"."""
    return "-" in (text[word.start - 1 : word.start], text[word.end : word.end + 1])


def _is_denied(word: ContentWord, text: str) -> bool:
    """Tell whether a word is denied: then the source may well have its contrary.

    "Neither" denies what comes after any comma, other words what is in their clause.
    """
    for start, end in split_sentences(text):
        for first, last in split_clauses(text[start:end]):
            if start + first <= word.start < start + last:
                neither = NEITHER.search(text, start, word.start)
                return bool(neither or NEGATION.search(text, start + first, start + last))
    return False


def _hint(run: tuple[ContentWord, ...], account: Account, library: Library) -> str:
    """Say where the words are, or which word of the best window may answer, or that none may."""
    answers = next(find_answers(run, account, library.names))
    window = answers.window
    place = place_of_paragraph(window.source.id, window.paragraph)
    elsewhere = find_elsewhere(run, window, account)
    if elsewhere and elsewhere.number != window.paragraph:
        there = place_of_paragraph(window.source.id, elsewhere.number)
        return f"{there}, has “{', '.join(words_had(run, elsewhere))}”; {place} does not"
    if answers.opposed:
        return f"{place}: “{answers.opposed.text}” says the opposite"
    if answers.likely:
        return f"{place}: perhaps for “{answers.likely[0].text}”"
    if answers.in_place:
        return f"{place}: in its place is “{answers.in_place[0].text}”"
    return f"{place}: no word there is known to be like it"


def find_elsewhere(
    run: tuple[ContentWord, ...], window: Window, account: Account
) -> Paragraph | None:
    """Return another paragraph of the source that has all the words, in any of their forms.

    Of several it is the one that has most of the statement.
    """
    # "All" says nothing by itself, nor does "later": elsewhere it is of something else.
    if any(plain(word.text) in EMPTY_WORDS or bases(word.text) & SEQUENCE for word in run):
        return None
    # A word that says the same may be one of another matter there.
    paragraphs = window.source.article.paragraphs
    fit = [it for it in paragraphs if count_had(run, it) == len(run)]
    said = split_words(account.text)
    return max(fit, key=lambda it: count_had(said, it), default=None)


def find_unused(pages: Sequence[PageEvidence], library: Library) -> Iterator[Finding]:
    """Find recorded stand-ins that no statement needs."""
    used = frozenset[StandIn]().union(*(page.stand_ins for page in pages))
    entries = library.stand_ins.entries
    superfluous = dict(find_superfluous(entries))
    for index, entry in enumerate(entries):
        if entry in used and index not in superfluous:
            continue
        lined = library.stand_ins.lined
        keys = ("stand-ins", index, "ours")
        place = lined.place_of(keys) if lined else Place("docs/_data/stand-ins.yml")
        message = f"“{entry.ours}” for “{entry.theirs}” must be needed by a statement"
        wider = superfluous.get(index)
        hint = (
            f"“{wider.ours}” for “{wider.theirs}” does as much: take one of the two out"
            if wider and entry in used
            else "no statement has the one and cites the other: take the line out"
        )
        yield Finding(place, message, hint)
