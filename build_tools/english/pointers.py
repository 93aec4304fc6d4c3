"""Words by which a text speaks of somebody or something that it has named before."""

import re

from build_tools.english.verbs import ANY_SAYING
from build_tools.expressions import expression

# A title without a name: "the prime minister", "the Kestrian national bell adviser".
_TITLES = (
    r"secretary|prime minister|president|minister|ministry|officials?|spokes\w+|advis[eo]r|envoy"
    r"|ambassador|head of government|leaders?|side|government|chief"
)
POINTS_BACK = expression(
    rf"\b(?:he|his|him|she|her|hers|they|their|them|the two|both|the (?:\w+ ){{0,3}}?(?:{_TITLES}))\b",
    re.IGNORECASE,
)
# Between what somebody stands beside and their name: "with the Kestrian president, Ulvholt,".
TITLE_APPOSED = expression(
    rf"\b(?:(?:the|its|his|her|[A-Z][\w.]*+(?:['’]s)?) )?(?:(?!and\b)[a-z-]++ ){{0,2}}(?:{_TITLES}), $"
)
# A sentence that opens so says more of what was named before: "The dispute concerns".
POINTS_TO = expression(r"(?:The|This|That|These|Those) (?P<what>\w+) ")
# What goes on with somebody or something by such a word alone: "before he called".
GOES_ON_WITH = expression(r"\s*(?:(?:he|she|they|it) |(?:him|her|them|that|then)(?=[ ,;.]))")
# After whoever had the call or talks that an article is about: "Dorsch's first phone call".
IN_WHOSE_EVENT = expression(
    r"['’]s?(?: (?:first|phone|telephone|later|earlier|own))* (?:call|conversation|talks?|meeting|summit)\b"
)


def points_at(body: str, text: str) -> bool:
    """Tell whether a text means a body by the last word of its name: "the ministry"."""
    head = body.rsplit(" ", 1)[-1]
    return (
        " " in body
        and re.search(
            rf"\b(?:the {re.escape(head)}|an? {re.escape(head)} (?:officials?|spokes\w+|statement))\b",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def ends_with_body(text: str, body: str) -> bool:
    """Tell whether a text ends in a body, in any case, or in "the" and the last word of it."""
    head = body.rsplit(" ", 1)[-1]
    ends = (body.lower(), f"the {head.lower()}") if head != body else (body.lower(),)
    return re.search(rf"\b(?:{'|'.join(map(re.escape, ends))})$", text.lower()) is not None


# The end of a body's name, and of the title of whoever heads it.
_BODY, _HEAD = "Ministry", "Minister"


def offices_of(body: str) -> tuple[str, ...]:
    """Return how the head of a body is called, of a "Foreign Ministry" its minister; or nothing."""
    head = body.removesuffix(_BODY) + _HEAD
    return (head, head.lower()) if body.endswith(_BODY) else ()


# Several at once, or each of two.
GROUP = expression(
    r"\b(?:(?:the|both|these|those) (?:two )?(?:leaders|sides|countries|men|women|governments"
    r"|ministers|presidents|capitals|nations|parties)|both|the two|each other|one another)\b",
    re.IGNORECASE,
)
PRONOUN = expression(r"(?<!\w)(?:he|she|they|him|her|them|who|whom|I|we|it|which)(?!\w)", re.I)
# Whoever speaks, where all of a word is it.
FIRST_PERSON = expression(r"(?:I|we|We)$")
# The parties by what they are, and not by name: "the two countries", "neither government".
PARTIES = expression(
    r"\b(?:(?:the|their|both|these|those|neither|either|that|this) (?:two |of the two |other )?)"
    r"(?:countr(?:y|ies)|governments?|nations?|states|sides?|capitals)(?!\w)",
    re.IGNORECASE,
)
# Somebody whom no list of titles has, by another who has a name: "Verelin's predecessor".
SOMEBODY_ELSE = expression(
    r"(?:(?<=['’]s )|(?<=[Hh]is )|(?<=[Hh]er ))(?:late )?(?:predecessor|successor|wife|husband|aide|rival)s?\b(?!['’])"
)
# These stand for things as well, and so tell nobody.
THINGS = frozenset("it which them him her whom".split())
# Somebody without a name, who is not one named right before: "and an official from Brennik said".
_CALLED = (
    r"(?:officials?|spokes\w+|aides?|advis[eo]rs?|diplomats?|lawmakers?|professors?|scholars?|experts?"
    r"|envoys?|secretary|ministers?|analysts?)"
)
_UNNAMED = rf"\b[Aa]n? (?:[\w-]+ ){{0,2}}?{_CALLED}\b(?! [A-Z])"
UNNAMED_PERSON = expression(
    rf"(?<!, )(?<!\bas )(?<!\bis )(?<!\bwas )(?<!\bbeen ){_UNNAMED}"
    rf"|{_UNNAMED}(?= (?!quoted by)(?:{ANY_SAYING})\b)"
    rf"|\b(?:[Ll]ater|[Oo]ther|[Ss]enior|[Ss]ome|[Ss]everal|[Mm]any) (?:leaders|{_CALLED})\b(?! [A-Z])"
)
# After somebody: what they are, and of whom or what: ", advisers to Dorsch who".
IS_APPOSED = expression(
    rf", (?:the |an? |two |both )?(?:[a-z-]+ ){{0,2}}{_CALLED} (?:to|of|for|from|at|in)\b"
)
# Where that ends: a capital after a comma is of a name.
ENDS_APPOSED = expression(r", (?![A-Z])|[;:]")
