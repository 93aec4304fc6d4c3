"""What two do with each other, by nouns and small words: "talks between", "his call with"."""

from build_tools.english.offices import TITLED
from build_tools.english.verbs import TALKS
from build_tools.expressions import expression

# Between the deed and whoever it is done with: "spoke by phone with the then President".
_HOW = r"(?:(?:by|on the|over the) (?:tele)?phone |in person |face to face |\w+ly |reached |held )?"
WITH = expression(
    rf"\b(?:(?P<deed>{TALKS}|agreement|deal|accord|relations?|ties|disputes?|friction|spoke|speaks?|spoken"
    r"|speaking|talked|talking|agreed?|agrees|meet|meets|met|meeting) "
    rf"{_HOW}with|(?P<met>met|meet|meets|meeting)) {TITLED}$"
)
BETWEEN_TWO = expression(rf"(?<![\w-])(?P<deed>[a-zA-Z][\w-]*) between {TITLED}$")
# Between the first and the second of two: "with Dorsch and with Verelin".
AND_WITH = expression(rf" and (?:with )?{TITLED}")
# After a country that somebody deals with, where it is no adjective: "with Kestria on trade".
WITH_ALL_OF_IT = expression(
    r"[,.;:]|$| (?:on|in|over|about|as|and|to|for|at|by|under|when|while|after)\b"
)
# After what several do: they do it with another, and not with each other.
WITH_OTHERS = expression(r" (?:[\w-]+ ){0,3}?with (?:him|her|them|it)\b")
# Right before a deed: whose it is.
HIS_DEED = expression(r"\b(?:[Hh]is|[Hh]er) (?:[\w-]+ ){0,2}$")
WHOSE_DEED = expression(r"['’]s? (?:[\w-]+ ){0,2}")
# One part of a sentence, in which one talk is told of; and what a talk is about, up to its end.
PART = expression(
    r"(?:(?![,;:]| (?:and|but|while|whereas|when|before|after) (?:\w+ed|they|he|she|the|both)\b).)+"
)
TOPICS = expression(
    rf"\b(?:(?:{TALKS}) (?:with [A-Z]\w+ )?(?:on|about|over)|(?P<deed>discuss\w*)) (?P<topics>.+)"
)
# Before a noun: what it names was told before, and its parties with it, "the 1923 agreement".
TOLD_BEFORE = expression(r"\b(?:the|this|that|its|their) (?:[12]\d{3} |same )?$")
