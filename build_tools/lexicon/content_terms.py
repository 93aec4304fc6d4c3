"""What a text is about: the stems of its content words, its names and its numbers."""

from functools import lru_cache

from build_tools.lexicon.names import TITLES, Names
from build_tools.text.folding import fold
from build_tools.text.number_facts import evidence_facts
from build_tools.text.words import content_stems

NAME_SIGN, NUMBER_SIGN = "@", "#"


@lru_cache(maxsize=20_000)
def find_terms(text: str, names: Names) -> frozenset[str]:
    """Return the terms of a text; a name is one term under whichever form, marked with `@`."""
    folded = fold(text).text
    named: set[str] = set()
    rest = list(folded)
    for mention in names.mentions(folded):
        # A title is a word like any other: "prime minister" says something beyond who it is.
        named.add(mention.name if mention.kind == TITLES else NAME_SIGN + mention.name)
        if mention.kind:
            # A known name counts as a name alone; the words of an unknown one count as words too.
            rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    numbers = {NUMBER_SIGN + fact for fact in evidence_facts(folded)}
    stems = {names.same_stems.get(stem, stem) for stem in content_stems("".join(rest))}
    return frozenset(stems | named | numbers)


def is_name(term: str) -> bool:
    """Tell whether a term is a name."""
    return term.startswith(NAME_SIGN)
