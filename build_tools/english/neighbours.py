"""What stands beside a word: the small words between it and its neighbour, and what joins two."""

from build_tools.english.verbs import SAYING
from build_tools.expressions import expression

# Between two words of one phrase: "war crimes", "quarrel over the bell".
WITHIN_PHRASE = expression(
    r"[\s-]+(?:(?:over|of|on|about|for|to|with) )?(?:(?:the|an?|their|its) )?"
)
# Words that may stand between a name and the word beside it.
BETWEEN = frozenset(
    """a an the of in on at by for with from to off over had has have was were is are would will be
    been who which his her its their later also then""".split()
)
# Of these, what is a part of the name after it.
ARTICLES = frozenset(["the"])
# What may, as text: a possessive, and a few words.
GAP = expression(r"(?:['’]s?)?\)?(?:\s+[a-z]+){0,3}\s+")
# Between what is called something and its name.
NAMED_SO = " the "
# Before a name that something comes from.
FROM = expression(r"\bfrom (?:the )?$")
# Before a name by whom something is done.
BY_WHOM = expression(r"\bby (?:the )?$")
# Before a name with whom it is done.
WITH_WHOM = expression(r"\bwith (?:the )?$")
# What joins two names, with a title or the like before the second.
JOINING = expression(r",? (?:and|or|nor|as well as|along with) (?:(?:the|[A-Z][\w-]*) ){0,4}|, ")
# Words that say nothing of the name beside them, in their base forms: what joins, names or reports,
# and what any title may have before it.
NO_NEIGHBOURS = SAYING | frozenset(
    "and or nor as but than call name know them it him her he she they former new late".split()
)
# What stands on the other side of one of these is not near.
PART_END = expression(r"[;:]\s")
