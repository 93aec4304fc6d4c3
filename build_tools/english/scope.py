"""Words that widen, narrow or compare a claim, and what must answer them in a source."""

import re
from dataclasses import dataclass

from build_tools.english.dates import MONTH
from build_tools.expressions import expression

# What compares with a number is read with the number.
_COUNTED = (
    r"(?:half\b|\d++(?:[.,]\d++){0,2}|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|a (?:dozen|hundred|thousand))\b)"
)
NUMBER = rf"(?:{_COUNTED}|an? (?:minute|hour|day|week|month|year|decade|century)\b)"
# Adjectives that are compared by their endings.
_GRADED = (
    """bold brief bright broad busy calm clear close cold cool dark dear deep dense early easy fair
    fast few fierce fine firm frank free fresh friendly full great grave hard harsh heavy high keen
    large light long loud low mild narrow near new old plain poor pure quick quiet rare ready rich
    rough safe sharp short simple slight slow small smooth soft sour stable steady steep stern strict
    strong sure swift tense tight tough true vague warm weak wide wise worthy young"""
).split()
# "Later", "earlier", "longer" and "sooner" are of time, and "further" goes on.
_NO_COMPARATIVE = frozenset("early long near".split())


def _graded(ending: str) -> str:
    """Return an expression for the forms of adjectives in "er" or "est"."""
    forms = []
    for word in _GRADED:
        if ending == "er" and word in _NO_COMPARATIVE:
            continue
        stem = word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
        forms.append(f"{stem}{ending}")
    return "|".join(forms)


# What is so often, and what makes of such a time one that something is counted from: "a year later".
_PERIOD = r"(?:day|week|month|year|decade)"
_FROM = r"(?:later|earlier|ago|before|after|long|old|on|of)\b"

_COMPARING = (
    rf"(?<!\bonce )(?<!\bno )more(?=.{{1,60}}\bthan\b(?! {_COUNTED}))|more often"
    rf"|(?:less|fewer)(?! than {NUMBER})|better|worse|best|worst|longer|sooner|(?<!\bat )least"
    r"|(?:more|most)(?= \w+(?:ful|ous|ive|al|ent|ant|ic|able|ible|ly)\b)"
    rf"|bigger|biggest|{_graded('er')}|{_graded('est')}"
)


@dataclass(frozen=True)
class Scope:
    """A kind of claim: the words that make it, and those of a source that bear it out."""

    name: str
    claims: re.Pattern[str]
    answers: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return expression(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)


def _scope(name: str, claims: str, answers: str) -> Scope:
    return Scope(name, _words(claims), _words(f"{claims}|{answers}"))


# The names of those that are asked for by themselves.
ALL, NEVER_SO, COMPARISON = "all", "never", "comparison"
# How words begin that claim nothing after what denies, however far.
OPEN = ("any", "ever")
SCOPES = (
    _scope(
        "only",
        # "Had only become minister" and "only after" tell when.
        r"only(?! (?:after|when|once|if|then|until|just|become|begun|started|come|joined)\b)|solely|exclusively|merely|nothing but"
        r"|sole|exclusive|the one(?= \w+ (?:that|which|who|on which)\b)",
        r"alone|just|single|except",
    ),
    _scope(
        ALL,
        r"(?<!\bat )(?<!\bafter )(?<!\babove )all(?! but\b)(?!(?<=\bin all)(?:[,.;]|$))|every|everyone|everybody|everything|entire|entirely|(?<!\bas a )whole|throughout"
        r"|completely|totally|fully|always|wholly",
        r"any|full|complete|total|whole|over the (?:years|decades|centuries|months|weeks)",
    ),
    _scope("any", r"any|anyone|anybody|anything|whatever|whoever", r"no|not|never|all|every\w*"),
    _scope(
        "most",
        r"most|mostly|mainly|largely|majority|chiefly|primarily|principally",
        r"nearly|almost|major|per ?cent|thirds|%",
    ),
    _scope("above all", r"above all", r"most\w*|main\w*|chief\w*|particular\w*|especially|major"),
    _scope(NEVER_SO, r"never|ever(?! since)", r"not|no|yet to|fail\w*|cannot"),
    _scope(
        "first",
        r"first(?= (?:time|ever|country|leader|person|man|woman|president|minister)\b)|(?<=the )first(?= to\b)"
        r"|initially|originally",
        r"first|initial|original",
    ),
    _scope(
        "finally",
        r"finally|at (?:long )?last|eventually|ultimately",
        r"final\w*|eventual\w*|long\w*|years|decades|delay\w*|stall\w*|postpone\w*|wait\w*|end|ended",
    ),
    _scope(
        "again",
        r"again(?!st)|once more|anew|a second time|another time",
        r"re(?:affirm|iterat|open|sum|start|new|stor|turn|build|gain|cover|visit)\w*|continu\w*|further"
        r"|another|additional\w*|earlier|previous\w*|former\w*|past|last|met|held|visited|spoke|discussed"
        r"|since|back|halt\w*|suspend\w*",
    ),
    _scope(
        "rate",
        rf"(?:once|twice|thrice|times|{_COUNTED} \w+(?: \w+)?) (?:an?|per|each|every) {_PERIOD}(?! {_FROM})"
        rf"|{_COUNTED} \w+ each|(?:each|every) (?:{_PERIOD}|{MONTH.lower()}|\w+day)|annual(?:ly)?|yearly|monthly"
        r"|weekly|daily",
        rf"(?:an?|per|each|every) {_PERIOD}|each|every|regular\w*|apiece|per ?cent",
    ),
    _scope(
        "foremost",
        r"the (?:\w+ )?(?:main|major|chief|principal|primary|key|root|real|big) (?:\w+ )?"
        r"(?:reason|factor|cause|obstacle|hurdle|problem)",
        r"main\w*|chief|principal|primary|key|only|sole|most|biggest|greatest",
    ),
    _scope("last", r"(?:the|his|her|its|their|\w+['’]s) last(?! (?:week|month|year)\b)|final|latest", r"last|end|ended|previous|former|ago|past"),
    _scope(
        "cause",
        r"because|therefore|thus|hence|consequently|due to(?! be\b)|owing to|thanks to|as a result|led to"
        r"|leads to|caused|causes?|prompt(?:ed|s)|in response to|on account of|for that reason"
        r"|(?:the|a|one|another) reasons?|gave rise to|brought about|stems? from|stemmed from|in return for"
        r"|in exchange for|forced|triggered|which is why|on the advice of|on the grounds? (?:that|of)",
        r"result\w*|outcome|consequences?|response|reasons?|why|prevent\w*|block\w*|hamper\w*|factor|blam\w*|given"
        r"|worsened|soured|improved|prompting|causing|forcing",
    ),
    _scope(
        "equal",
        r"as (?!(?:soon|well|far|long|many|much|early|if|though|part|a|an|the|to|of|late|yet)\b)\w+ as"
        r"|equally|the same (?!day|time|week|month|year|way)\w+ as|every bit as",
        r"equal\w*|same|alike|similar\w*|match\w*",
    ),
    _scope(
        "at once",
        r"at once|immediately|right away|straight away|without delay|even before|instantly"
        r"|forthwith|unconditionally",
        r"immediate\w*|soon|early|as soon as|before",
    ),
    _scope(
        "another time",
        r"the year (?:after|before)(?= (?:the|his|her|its|their)\b)|(?:the|a) day (?:after|before|earlier|later)|the (?:next|following|previous) day|the eve of",
        r"year (?:after|before)|(?:next|following|previous) (?:day|year)|yesterday|tomorrow|overnight",
    ),
    _scope(
        "ongoing",
        r"under ?way|in progress|in full swing|ongoing",
        r"continu\w*|held|hold\w*|going on|are \w+ing|is \w+ing",
    ),
    _scope(
        COMPARISON,
        _COMPARING,
        rf"over(?= {NUMBER})|up from|down from|outnumber\w*|worsen\w*|improv\w*|advanc\w*|increas\w*|decreas\w*"
        r"|hamper\w*|hinder\w*|complicat\w*|imped\w*|strengthen\w*|bolster\w*|broad\w*|soften\w*|rose|fell|gr[eo]w\w*|shrank|rais\w+|than",
    ),
)  # fmt: skip
# Whether a text, in lower case, has any of them: most have none, and to look for each takes long. So
# no expression above has a capital. That each begins with a word is said once, for all of them.
_CLAIMS = "|".join(scope.claims.pattern for scope in SCOPES)
CLAIMING = expression(rf"(?<![\w-])(?:{_CLAIMS})")
# What two numbers may bear out: who of two has more, and not whose ties are stronger.
BY_NUMBER = _words(
    r"more(?: often)?|less|fewer|longer|shorter|higher|lower|greater|larger|smaller|bigger|most|least"
    r"|longest|shortest|highest|lowest|greatest|largest|smallest|biggest|oldest|youngest"
)
# Between "all" and how many they are.
ALL_OF = expression(r" (?:of )?(?:the |its |their |these )?")
# "Hand over two" is no bound, and "sovereignty over two" is none.
_NO_BOUND = (
    """hand hands handed handing took take takes taken turn turned sovereignty control rule power
    authority jurisdiction dispute disputes disputing quarrel quarrels quarrelling quarrelled disagree disagrees disagreed disagreement row odds claim
    claims talk talks conflict fight fighting clash clashed argue argued differ differed"""
).split()
_OVER = "".join(rf"(?<!\b{word} )" for word in _NO_BOUND) + "over"
_MOST = (
    r"(?<!no )(?<!not )(?:less|fewer|shorter) than|(?:no more|no longer|not more) than|under|below"
    r"|within|at most|up to|not quite"
)
_LEAST = (
    r"(?<!no )(?<!not )(?:more|longer|greater) than|(?:no (?:less|fewer)|not less) than|above"
    rf"|at least|upwards of|{_OVER}"
)
# What bounds a number stands so many characters before it, at most.
REACH = 60
# Before a number: it is a bound, and what it bounds is on one side of it.
AT_MOST = expression(rf"\b(?:{_MOST}) $", re.IGNORECASE)
AT_LEAST = expression(rf"\b(?:{_LEAST}) $", re.IGNORECASE)
BOUND = expression(rf"\b(?:{_MOST}|{_LEAST}) $", re.IGNORECASE)
# Of these, those that leave the number itself out.
BEYOND = expression(
    rf"(?<!\bno )(?<!\bnot )\b(?:(?:less|fewer|shorter|more|longer|greater) than|under|below|{_OVER}|above) $",
    re.IGNORECASE,
)
ABOUT = expression(
    r"\b(?:about|around|some|almost|nearly|roughly|approximately|only|just|as (?:many|much|long) as) $",
    re.IGNORECASE,
)
# Before a number that is a little less.
NEARLY = expression(r"\b(?:almost|nearly|not quite|just under|close to) $", re.IGNORECASE)
# Before "one of the five", which then counts nothing but the five.
IS_AMONG = expression(r"(?:\b(?:is|are|was|were|as|among)|,) $")
# Before "the four" and the like: some of them are meant.
SOME_OF = expression(
    r"\b(?:as many|half|many|much|some|part|most|any|none|few|several|either|one|two|three) (?:\w+ )?of "
    r"(?:the|these|its|their) $",
    re.IGNORECASE,
)
# How many times something is another, and what follows it: "twice as long", "three times as many".
TIMES_AS = {"half": 0.5, "twice": 2, "thrice": 3}
AS_MUCH = expression(r"(?: times)? as (?:long|many|much|far|often|old|large)\b")
# After how much more or less one thing is than another: "five minutes longer".
DIFFERS_BY = expression(
    r" (?:\w+ )?(?:longer|more|higher|older|larger|(?P<less>shorter|less|fewer|lower|younger|smaller))\b"
)
DIFFERS_FROM = expression(rf"{DIFFERS_BY.pattern}(?= than\b)")
# The same of two lengths of time that are not told: which of them is the longer one.
LASTS_LONGER = expression(
    r"(?P<which>(?:\b(?:slightly|a little|somewhat) )?\b(?:(?P<more>longer|more time)|shorter|less time)\b)(?:(?! than )[^,;.]){0,60} than (?P<other>[^,;.]+)"
)
# After a length of time: counted from a time that is known.
FROM_TIME = expression(
    r" (?:old (?:when|in)|since|before|earlier|after|later|ago|ahead|previously|on)\b"
)
# After a length of time: that it has gone by states nothing.
PASSED = expression(r"(?: ha[sd]| have)? (?:passed|elapsed|gone by|went by)\b")
# After a number: so many are a part of a whole that is not counted.
PART_OF = expression(
    r" of (?:the|these|its|their) (?!\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
)
