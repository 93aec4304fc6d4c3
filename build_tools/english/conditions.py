"""What opens a case that may never come, "if it is sold", and a time, "once it is sold"."""

from build_tools.english.verbs import ANY_SAYING
from build_tools.expressions import expression

_FINITE = r"(?:is|are|was|were|has|have|had|gets?|got|comes?|came)"
# The groups `case` and `time` are the two; what something hinges on (`on`) may be either. Of "if and
# when" there is none.
CONDITION_OR_TIME = expression(
    r"(?<![\w-])(?:[Ii]f and when|[Ww]hen and if"
    r"|(?P<case>(?<!even )(?<!Even )(?<!as )(?<!ask )(?<!asked )(?<!see )[Ii]f(?! (?:any|not|so|one)\b)"
    r"|[Pp]rovid(?:ed|ing)(?= (?:that|the|an?|it|they|its|[A-Z]\w+)\b)|[Aa]ssuming|[Ii]n (?:the )?(?:case|event) (?:of|that)"
    r"|[Oo]n (?:the )?condition (?:of|that)"
    r"|[Ss]hould(?= (?:the|an?|it|they|he|she|this|these|those|its|their|[A-Z]\w+)\b))"
    r"|(?P<on>[Ss]ubject to|(?:conditional|contingent) (?:up)?on|hing(?:e|es|ed|ing) on"
    r"|depend(?:s|ed|ing|ent)? (?:up)?on|(?:pre)?conditions? (?:for|of)"
    # "After a sale" supposes one, as "after the sale" and "after a bell is sold" do not.
    rf"|(?:[Aa]fter|[Ff]ollowing|[Uu]pon)(?= an? (?![^,.;:]{{0,80}}\b{_FINITE}\b)))"
    r"|(?P<time>[Ww]hen|[Oo]nce|[Aa]s soon as|[Aa]fter|[Ff]ollowing|[Uu]pon|[Bb]y the time"
    r"|[Tt]he (?:moment|day)(?= (?:the|it|they|he|she|[A-Z]\w+)\b)))(?![\w-])"
)
# Whether a text, in lower case, may have one: most have none, and to look for each takes long.
MAY_HAVE_CONDITION = expression(
    "if |when |once |after |following |should |provid|as soon as|upon |by the time|case |event "
    "|condition|assuming|subject to|the moment|the day|hinge|hinging|depend|contingent"
)
# Up to here it tells of that case or time.
CONDITION_ENDS = expression(r"[,.;:\"]|$")
# What comes in that case, and what only might; what is said in the past has "would" for "will".
SURE = expression(r"\b(?:will|shall)\b")
UNSURE = expression(r"\b(?:would|could|might)\b")
IN_REPORT = expression(rf"\b(?:{ANY_SAYING}|states?|stipulates?)\b.{{0,200}}?\bwould\b")
