"""Small words of opposed meaning: of order in time, of certainty, of first and last."""

import re

from build_tools.english.scope import NUMBER
from build_tools.expressions import expression


def _words(pattern: str) -> re.Pattern[str]:
    return expression(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


# "Before the month was out" tells how soon, and nothing that came after.
_NO_SPAN = r"(?! the (?:day|week|month|year|decade|century) (?:was|is|had|has|ends|ended)\b)"
_TO_COME = r"(?:is|are|was|were) to|to be"
_PAIRS = (
    (
        r"after|following|followed by|since|in the wake of",
        rf"before(?! (?:long|as)\b)(?![,.]){_NO_SPAN}|prior to|ahead of",
    ),
    (r"first", r"(?<!had )last(?! (?:week|month|year|december|november))|final"),
    (r"still|remains?|continue\w*|so far", r"no longer"),
    # The month is no modal.
    (rf"will|would|shall|{_TO_COME}", r"(?-i:may|might)"),
    (r"all|every|each|whole|entire", r"some|several"),
    (r"never|not|no", r"always|often"),
    (r"possible", r"impossible"),
    (r"northeast|north", r"southwest|south|southeast"),
    (
        rf"over(?= {NUMBER})|more than|above",
        r"under(?= \d)|less than|fewer than|below",
    ),
)
# A statement with a word of one side is not borne out by a source that has the other alone.
OPPOSED = tuple((_words(one), _words(other)) for one, other in _PAIRS)
# Whether a text, in lower case, has any of them: to look for each takes long. So none has a capital.
# That each begins with a word is said once, for all of them.
_SIDES = "|".join(side.pattern for pair in OPPOSED for side in pair)
OPPOSING = expression(rf"(?<![\w-])(?:{_SIDES})")
ORDER = OPPOSED[0]
# What is to come; and what stands before it where it is only supposed: "if it were to be sold".
TO_COME = _words(_TO_COME)
SUPPOSED = expression(
    r"(?<![\w-])(?:[Ii]f|[Uu]nless|[Ww]hether|[Ii]n case|[Ss]uppos\w+|[Pp]rovided|Were|Should|Had)"
    r"(?:(?! (?:is|are|was|were|has|have|had|will|would)\b) [^\s,;:]+)* $"
)
# What says by how much one thing came after another: "two months before".
TIMES = frozenset("minute hour day week month year decade century earlier later".split())
# The same, and others that say when or in what order, in their base forms: of any matter.
SEQUENCE = TIMES | frozenset("early late follow precede begin start end first last".split())
# Between two events: what comes before these words is the later one, or the earlier one.
_POINTING = r"(?! (?:it|that|this|them|which|then)\b)"
LATER_FIRST = _words(
    rf"(?:after|following|in the wake of|once|as soon as(?! possible)|(?<!, )since|(?<!\bas )(?<!\beven )(?<!\bask )(?<!\basked )if)"
    rf"{_POINTING}"
)
EARLIER_FIRST = _words(
    rf"(?:(?<!never )(?<!ever )before(?! (?:long|as)\b){_NO_SPAN}|prior to|ahead of|by the time(?: that)?){_POINTING}"
    r"|(?<=, )(?:and )?then"
)
# Of these, what dates nothing: a case, and no time.
CONDITIONS = frozenset(["if"])
# Before "after": by how much it came after, "less than a month", "shortly", "not two days".
BY_HOW_MUCH = expression(
    r"(?:[\w-]+ ){0,4}(?:minutes?|hours?|days?|weeks?|months?|years?|decades?|just|only|soon|shortly"
    r"|long|right|immediately|even)(?: (?:later|earlier))?",
    re.IGNORECASE,
)
# "It already held them when the war ended": the first came before.
_ALREADY = r"(?<![\w-])(?:already|had (?:\w+ )?been)\b[^.;]{0,200}? "
ALREADY_WHEN = expression(rf"{_ALREADY}(?P<when>when)(?![\w-])", re.IGNORECASE)
# "Had not spoken before as minister": of that time, it was the first.
BEFORE_THEN = _words(r"before|until (?:then|(?:that|this|the) \w+|\w+day)|previously|earlier")
OF_A_TIME = _words(
    r"as (?:an? |the )?(?!well|far|long|soon)\w+|since|in (?:office|(?:that|this|the) (?:role|post|job))"
)
# "Had not spoken since she took office": it was the first time since then.
NOT_SINCE = _words(
    r"(?:ha[ds]|have)(?: not|n't| never)\b[^.;]*\bsince|neither\b[^.;]* ha[ds]\b[^.;]*\bsince"
)
FIRST = _words(r"first")
# What begins so is a condition of what follows it.
OPENS_CONDITION = expression(r"(?:When|If|Once|Unless|Until|As soon as|As long as|Provided) ")
# Of these, what may tell a time and no condition.
WHEN = "When "
# A year or a decade in which something was: what lasts since a year was not done in it.
TIME_OF = expression(
    r"(?<![\w-])(?<!since )(?<!from )(?<!until )(?<!after )(?<!before )(?<!by )"
    r"(?P<time>[12]\d{3}s?)(?![\w-])",
    re.IGNORECASE,
)
# Here another part of a sentence begins, which tells of something else.
TELLS_ON = expression(r"; |, (?:while|whereas|but) |, and (?=[A-Z])")
