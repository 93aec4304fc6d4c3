"""Words for documents, and those that say what stands in one."""

from build_tools.english.relations import bases, keys, read_list
from build_tools.expressions import expression

_WORDS = frozenset(word for line in read_list("documents.txt") for word in line)
DOCUMENTS = frozenset(key for word in _WORDS for key in keys(word))


def is_document(word: str) -> bool:
    """Tell whether a word is one for documents itself, and not of its family: no "agreed"."""
    return not bases(word).isdisjoint(_WORDS)


# After a document: "the pact provides that". Before one: "under the terms of the pact".
STIPULATES = expression(
    r" (?:that |which )?(?:stipulat\w+|stat(?:es?|ed)|says?|said|provid(?:es?|ed)|promis\w+|assigns?"
    r"|assigned|requires?|required|foresees?|foresaw|envisag\w+|lays? down|laid down|grants?|granted"
    r"|obliges?|obliged|speaks? of|spoke of)\b"
)
# The same, whatever stands between: "the pact of 1923, by which".
BY_WHICH = expression(r"(?: of \d{4})?,? (?:by|under|in) which\b")
# Between a document and what it has done: "the pact has two bells handed over".
HAS_DONE = expression(
    r"(?: of \d{4})?(?:,[^,;.]*,)?(?:, which)? (?:has|had|have) (?:[\w'’-]+ ){1,6}"
)
UNDER = expression(
    r"\b(?:[Uu]nder|[Bb]y|[Ii]n|[Aa]ccording to|terms of) "
    r"(?:the terms of )?(?:(?:the|a|an|their|its|this|that) )?(?:[\w'’-]+ ){0,2}$"
)
# Between a document and those who made it, and between them and it: "they made a pact".
BY_WHOM = expression(r" (?:\w+ )?(?:of|by|between) (?:the )?")
MAKES = expression(
    r" (?:\w+ )?(?:made|sign(?:ed)?|conclude[ds]?|issue[ds]?|adopt(?:ed)?|put out)(?: [\w-]+){0,4} "
)
# Between documents and the year of one of them: "pacts, of which one was signed in", "is one from".
_DATING = (
    r" (?:is|was|being|had been|dat\w+(?: back)?|made|signed|concluded|reached|issued|adopted)"
)
OF_ONE = expression(
    r"(?:,|,? (?:is|are|was|were|includ\w+))? (?:(?:of|among) (?:them|these|those|which) )?"
    rf"(?:at least |only |just )?one(?: of (?:them|these|those|which))?(?:{_DATING})* "
)
# The same where "one of the" stands before them.
ONE_OF = expression(r"\b[Oo]ne of (?:the|their|these|those) (?:[\w-]+ ){0,3}$")
IS_DATED = expression(rf"(?:{_DATING})+ ")
