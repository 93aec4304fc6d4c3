"""Where one clause of a sentence ends and another begins, and what may stand between its parts."""

from build_tools.english.verbs import TALKS
from build_tools.expressions import expression

# Here one clause ends, and another may be somebody else's.
BORDER = expression(
    r"[;:]\s|,? (?:while|whereas|but)\s|, and (?=(?:to|for|in) )"
    r"|,? (?=(?:if|should|once|when|unless|until|after|before|because|since|although|though) )"
)
# Between a name and a word that goes with it: "top diplomats Dorsch and Revnik".
BEFORE_NAME = expression(
    r"(?: (?!(?:and|or|with|to|of|from|by|for|on|in|at|that|than|as|said|told|asked)\b)[a-z]+)"
    r"{0,2} "
)
MAIN_CLAUSE = expression(r", | (?=(?:there|he|she|they|it|both|the two)\b)")
# After a comma: another main clause than the one that has begun.
JOINS_ANOTHER = expression(r"(?:but|and|while|whereas|yet|so) ")
# A phrase of time or place that opens a sentence belongs to what follows it.
OPENS_WITH_PHRASE = expression(r"(?:In|On|At|During|Under|Since|By|From|Throughout|For)\b")
# Where one part of a sentence ends, of which each has its facts together in the source.
# Who does something there: such a phrase has a clause of its own, and needs none.
WHO_DOES = expression(r"\b(?:[A-Z][\w'’-]*|he|she|they|it) (?:\w+ly )?(?P<verb>\w+)")
# What is inserted after somebody to say more of them: ", whom Ulvholt succeeded,".
INSERTED = expression(
    r"(?<=[\w'’]), (?:who|whom|whose|which)\b[^,;:.]*(?<! when)(?<! while)(?<! that)(?<! as),(?= )"
    # "Dorsch, then the minister, and".
    r"|(?<=[\w'’]), (?:(?:then|now|formerly|the|an?) [a-z]|(?:prime |foreign )?(?:minister|president|leader|secretary|adviser)\b)"
    r"[^,;:.]*,(?= and )"
)
PART_BORDER = expression(r"[;:—]\s|,\s|\s(?=(?:known|called|while|whereas|but|although|though)\s)")
# What two call a thing, and where its clause goes on: "the towers known in Kestria as the Twins and in
# Orlavia as the Sisters have".
_NAME = r"(?:the )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}"
NAMED_BY_BOTH = expression(
    rf"\b(?:known|called) (?:in|to) {_NAME} as {_NAME},? and (?:in|to) {_NAME} as {_NAME} (?=[a-z])"
    rf"|\b(?:that|which) {_NAME} calls {_NAME} and {_NAME} (?:calls )?{_NAME} (?=[a-z])"
)
# Between two of a list, each of which does or has the same: "Dorsch and Kešlar", "in 1 or in 2".
PARALLEL = expression(
    r"(?:,? (?:and|or|nor|as|but|then|to) (?:(?:with|in|by|of|for|to|from|on|that) )?(?:the )?"
    r"|,? as well as (?:by )?|, )"
)
# What may join two halves of a clause, and what the second begins with, but for a verb in the past.
JOINS_HALVES = expression(r" (?:and|or|but|then|as well as) (?=(?P<next>\w+))")
BEGINS_HALF = frozenset(
    """one with about in on at by to for from of that will would has have had is are was were then later
    also now his it they he she the a an""".split()
)
# The same, of what is done once more.
AGAIN = "again"
# The same, where a length of time was worked out from what both halves tell: "four years after".
TIME_APART = expression(
    r" (?:years?|months?|weeks?|days?|decades?) (?:and (?:a half|\w+ \w+) )?(?:after|before|ahead of) "
)
# The same, where the second half says more of what the first names: "was one on which".
OF_WHICH = expression(r" (?:about|at|by|for|from|in|of|on|to|under|with) (?=(?:which|whom)\b)")
# When it was, by what came before or after it, where that opens a clause: "After the talks in May he".
OPENS_WITH_ORDER = expression(
    r"(?:Before|After|Ahead of|Prior to|Following) (?:an?|the|their|his|her|its) (?:[\w'’-]+ ){1,4}?"
    r"(?=(?:he|she|they|it|the two|both|(?:[A-Z]\w+ and )?[A-Z]\w+ (?:was|were|had|would|will|\w+ed))\b)"
)
# How long the talk lasted in which something was done, where that opens a clause: the rest may stand
# elsewhere in the articles on the same event.
OPENS_WITH_TALK = expression(
    rf"(?:[Ii]n|[Oo]ver|[Dd]uring|[Aa]fter) (?:an?|the|their|his|her|that|this) (?:[\w-]+ ){{0,3}}(?:{TALKS})"
    r" (?:of|lasting|that lasted) [^,;.]*?\b(?:minute|hour)s?(?P<joint>,? )"
)
# What says more of the name before it, between commas, and what goes on with that name after it.
SAYS_MORE = expression(r"(?:who|whom|whose|which|an?|the|then|now|formerly)\b")
WHICH, WHICH_INSERTED = "which ", "which, "
GOES_ON = expression(r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might)\b")
# How a clause goes on after what is inserted, where its verb stood before it.
GOES_ON_WITHOUT_VERB = expression(r"(?:to|in|on|at|by|for|from|with|into|until|till)\b")
# What part of a clause begins with that another paragraph may say as a whole.
SUBORDINATE = expression(r"\b(?:that|which|who|whom|whose|because|as|by)\b|,")
# A time that lasts: all of what is said of it was so in the source.
LASTING_TIME = expression(r"\b(?:(?:[Ee]ver )?[Ss]ince|[Dd]uring|[Tt]hroughout)\b[^,;.]*")
# Between whoever says something, and what is said.
THAT = " that "
# Between what one does, and what another does.
AND_ANOTHER = ", and "
# The same, where it was at another time: "after the war, and in 2021 they".
AT_ANOTHER_TIME = expression(r", (?:and|but) (?=(?:in|by|on|at|since|until|today|now)\b)")
# What compares: the two that it compares may stand in two sources.
COMPARES = expression(
    r"\b(?:than|same|[Nn]either|like|too)\b|\b(?:[Bb]oth|as well as) (?:(?:in|by|from|of) )?[A-Z]"
)
