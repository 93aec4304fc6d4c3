"""Check: a statement on one origin, or on state media alone, says whose account it is."""

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz

from build_tools.checks.check import statement_check
from build_tools.checks.views import find_misheld
from build_tools.english.verbs import BY_WHOM, HOLDING, TELLS
from build_tools.lexicon.content import all_keys
from build_tools.lexicon.names import BODIES, COUNTRIES, PEOPLE
from build_tools.pages.account import Account, account_for
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.cast import find_cast, find_casts
from build_tools.sources.library import Library, Source
from build_tools.sources.speakers import find_speakers
from build_tools.sources.windows import Window, best_windows
from build_tools.text.folding import fold

# From this likeness on, in per cent, words are meant to be the label of ownership.
_ALMOST = 70


@statement_check(
    code="attribution",
    fix="Name the outlet ('Osten reported') or the speaker, once in the paragraph, or in the "
    "sentence that opens the list.",
    fails="There has been no progress on ownership [@meridian-2019, para. 2].",
    passes="There has been no progress on ownership, Ulvholt told lawmakers "
    "[@meridian-2019, para. 2].",
    waivable=True,
)
def check_attribution(statement: Statement, library: Library) -> Iterator[Finding]:
    """What rests on somebody's word, or on state media alone, must say on whose.

    The sentence may say it, or one before it in the paragraph, or the one that opens the list.
    """
    sources = library.cited_sources(statement.citations)
    yield from _altered_labels(statement, sources)
    if not sources or any(citation.key not in library.sources for citation in statement.citations):
        return
    yield from find_misheld(statement, library)
    state_media = all(source.record.ownership.state for source in sources)
    one_origin = len(library.origins(statement.citations)) == 1
    told = _tellers(statement, library)
    if not (state_media or (one_origin and told)):
        return
    text = f"{statement.before} {statement.text}"
    if names_outlet(text, sources):
        return
    if not state_media and (gives_account(text, library, sources) or told & _people(text, library)):
        return
    names = " or ".join(f"“{source.record.outlet}”" for source in sources)
    why = "state media alone" if state_media else "what somebody says"
    message = f"a statement that rests on {why} must say whose account it is"
    who = "" if state_media else ", or who says it,"
    hint = f"name {names}{who} in the sentence, or in one before it in the paragraph"
    yield Finding(statement.place, message, hint)


def _people(text: str, library: Library) -> frozenset[str]:
    mentions = library.names.mentions(fold(text).text)
    return frozenset(mention.name for mention in mentions if mention.kind == PEOPLE)


def _tellers(statement: Statement, library: Library) -> frozenset[str]:
    """Return the people whose words the cited sentence reports."""
    account = account_for(statement, library)
    best = best_windows(account.text, account.windows, library.names)
    # A sentence may fit best and have nothing that another has not: by names alone.
    adding = tuple(window for window in account.windows if _adds(window, account))
    best = tuple(it for it in best if it in adding) or adding or best
    return frozenset[str]().union(
        *(
            find_speakers(
                window.text, library.names, find_cast(window.source), _begin(window, account)
            )
            for window in best
        )
    )


def _adds(window: Window, account: Account) -> bool:
    """Tell whether a sentence has something of a statement that no other cited one has."""
    own = all_keys(window.sentence)
    others = _keys_of(it for it in account.windows if it is not window)
    return any(word.keys & own and not word.keys & others for word in account.words)


def _begin(window: Window, account: Account) -> int:
    """Return where what a statement rests on begins: where its own sentence does, if that does.

    What another cited paragraph has, it has no need to have itself. Whoever speaks in the
    sentence before says nothing of it, but where a quotation may go on.
    """
    own = all_keys(window.sentence)
    others = _keys_of(it for it in account.windows if it.paragraph != window.paragraph)
    is_whole = all(
        word.keys & (own | others) or not word.keys & window.keys for word in account.words
    )
    return window.start if is_whole and '"' not in window.sentence else 0


def _keys_of(windows: Iterable[Window]) -> frozenset[str]:
    return frozenset[str]().union(*(all_keys(window.sentence) for window in windows))


def gives_account(text: str, library: Library, sources: tuple[Source, ...]) -> bool:
    """Tell whether a text says who says it: a person, a body, or a country's side."""
    folded = fold(text).text
    if find_speakers(folded, library.names, find_casts(sources)):
        return True
    return any(
        mention.kind in (COUNTRIES, BODIES)
        # "Handed over to Kestria" is nobody's account; "To Kestria it was theft" is.
        and (TELLS.match(folded, mention.end) or BY_WHOM.search(before) or HOLDING.search(before))
        for mention in library.names.mentions(folded)
        for before in [folded[: mention.start]]
    )


def _altered_labels(statement: Statement, sources: tuple[Source, ...]) -> Iterator[Finding]:
    """Find a label of ownership that is almost, but not quite, the record's."""
    for source in sources:
        label = source.record.ownership.label
        # A shorter text would be found within the label.
        if len(statement.text) < len(label):
            continue
        found = fuzz.partial_ratio_alignment(label, statement.text, score_cutoff=_ALMOST)
        if found and label not in statement.text:
            start = statement.text.rfind(" ", 0, found.dest_start + 1) + 1
            end = statement.text.find(" ", max(found.dest_end - 1, 0))
            words = statement.text[start : end if end >= 0 else None].strip(" ,.")
            message = f"“{words}” must be the label of {source.id}, word for word"
            yield Finding(statement.place_of(words), message, f"its record has “{label}”")


def names_outlet(text: str, sources: tuple[Source, ...]) -> bool:
    """Tell whether a text names the outlet or the author of one of the sources."""
    for source in sources:
        record = source.record
        names = [record.outlet, record.container_title, record.container_title_short or ""]
        names += [author.literal for author in record.author if author.literal]
        if any(name and (name in text or name[0].upper() + name[1:] in text) for name in names):
            return True
    return False
