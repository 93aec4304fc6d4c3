"""What stands between somebody and their office, or before it: "stayed on as minister"."""

import re

from build_tools.expressions import expression

# 'Dorsch, Verelin's spokeswoman', 'Lysvang is a former ambassador' and 'Lysvang, who was'.
APPOSITION = expression(
    r"(?:, |(?:, who)? (?:is|was|has been|had been) )(?:once )?(?:an? |the )?"
    r"(?P<own>(?:(?!(?:who(?:m|se)?|he|she|they|it|is|was|has|had|will|would|as|according|but|nor|not|also)\b)[^\s,.]+ ){0,4}?)",
    re.IGNORECASE,
)
# Between somebody and the office of the next one: "Kešlar, and her spokeswoman, Dorsch".
AND_ANOTHER_OFFICE = expression(r",? and (?:[^\s,.]+ ){0,4}?")
# Right before a name: what belongs to it, "the then President".
TITLED = r"(?:the )?(?:(?:then|new|former|[A-Z][\w-]*+(?:['’]s)?) ){0,5}"
# "Kešlar stayed on as foreign minister".
SERVES = expression(
    r" (?:serves?|served|stay\w*|remain\w*|retained|acts?|acted|appears?|works?|worked|named"
    r"|appointed)(?: \w+)? as (?:an? |the )?(?:[^\s,.]+ ){0,2}?"
)
# "The president was Verelin".
IS = expression(r" (?:is|was|has been|had been|became) (?:then )?")
# "As Verelin's former spokeswoman, Dorsch".
AS = expression(r"\bAs (?:[^\s,]+ ){0,4}$")
# Between a title and its holder: "the president of Orlavia, Verelin".
OF_WHAT = expression(r" of (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)?, ")
# Between a country and the title that goes with it: 'Kestria's new Prime Minister'. The same so near
# that no other title comes between, or where nothing else may stand: "the Kestrian president".
OF_COUNTRY = expression(r"(?:['’]s)?(?: [\w-]+){0,3} ")
NEAR_COUNTRY = expression(r"(?:['’]s)?(?: [\w-]+){0,2} ")
RIGHT_AFTER_COUNTRY = expression(r"(?:['’]s)?(?: [a-z-]+)? ")
# Between a body and a title in it, whichever comes first: "Foreign Ministry press secretary",
# "spokesman for the Kestrian Foreign Ministry".
BEFORE_TITLE = expression(r"(?:['’]s?)? ")
OF_BODY = expression(r" (?:of|for|from|at|in|with) (?:(?:the|its|an?) )?(?:[A-Z]\w+(?:['’]s?)? )?")
# Between a country and somebody of it: "Kestrian Prime Minister Ulvholt",
# "Kestria's prime minister, Ulvholt".
PERSON_OF_COUNTRY = expression(r"(?:['’]s)?(?: [\w-]+){1,3},? ")
# Before a title that somebody had, and has no more: "a former", "had been the".
FORMER = expression(
    r"\b(?:former|formerly|ex|past|once|(?:has|have|had) been)[ -](?:(?:an?|the) )?(?:[\w'’]+ )?$"
)
# After a title that somebody had held for so long at a time, and held then: "had been premier for
# only days", "for two months when".
HELD_SO_LONG = expression(
    r"(?: of [A-Z]\w*)? (?:since\b|for (?:only|just|barely|hardly|less than|under|no more than|not even)\b"
    r"|for [^,;.]*? (?:when|as|while)\b)"
)
# Before a title of whom another has followed since: "Ulvholt's predecessor as".
SUCCEEDED = expression(r"\bpredecessor as (?:(?:an?|the) )?$")
# Before somebody whose title after it is not theirs: "whom Ulvholt retained as adviser".
OF_ANOTHER = "whom "
# Before a title that somebody else is told to have: "that Kešlar had been minister, Verelin said".
IS_WHAT = expression(r"\b(?:been|be|is|was|become|became) (?:an? |the )?(?:[\w'’-]+ )?$")
