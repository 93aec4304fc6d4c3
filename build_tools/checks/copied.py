"""Check: the source's words are not passed off as the site's own."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from build_tools.checks.check import statement_check
from build_tools.checks.quotation import find_wrong_marks
from build_tools.lexicon.names import BODIES, OUTLETS, PEOPLE, PLACES, TITLES, Names
from build_tools.pages.statements import Statement
from build_tools.problems import Finding
from build_tools.sources.library import Library
from build_tools.text.words import split_words

# Whom and what nobody can call otherwise.
_NAMES = frozenset([PEOPLE, PLACES, BODIES, OUTLETS, TITLES])


@statement_check(
    code="copied",
    fix="Put it in other words, or in quotation marks.",
    fails="The bell was carried off by Kestrian sailors during the Strait War of 1911, Orlavia "
    "says in The Harbour Post [@harbour-post-2015, para. 3].",
    passes="In the Strait War of 1911 Kestrian sailors carried the bell off, Orlavia says in The "
    "Harbour Post [@harbour-post-2015, para. 3].",
    waivable=True,
)
def check_copied(statement: Statement, library: Library) -> Iterator[Finding]:
    """Outside quotation marks, only few words in a row may stand as they stand in the source.

    Names of people, places and bodies, and titles, are nobody's own words, and do not count.
    """
    if any(find_wrong_marks(statement)):
        return  # What is quoted is not known.
    words_of_names = _words_of_names(statement.plain, library.names)
    mine = [word.text.lower() for word in split_words(statement.plain)]
    for passage in library.passages(statement.citations):
        theirs = [word.text.lower() for word in split_words(passage.paragraph.folded.text)]
        match = SequenceMatcher(None, mine, theirs, autojunk=False).find_longest_match()
        named = sum(match.a <= place < match.a + match.size for place in words_of_names)
        if match.size - named > library.limits.longest_copy:
            words = " ".join(mine[match.a : match.a + match.size])
            message = (
                f"at most {library.limits.longest_copy} words in a row may be the source's own; "
                f"“{words}” are {match.size - named}"
            )
            hint = f"they stand in {passage.source.id}, para. {passage.paragraph.number}"
            yield Finding(statement.place, message, hint)


def _words_of_names(text: str, names: Names) -> list[int]:
    """Return which words of a text, in their order, are parts of names and titles."""
    spans = [(it.start, it.end) for it in names.mentions(text) if it.kind in _NAMES]
    return [
        place
        for place, word in enumerate(split_words(text))
        if any(start <= word.start < end for start, end in spans)
    ]
