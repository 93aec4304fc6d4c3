"""What tells who is given something: "hand it over to Kestria", "promises Kestria two"."""

from build_tools.expressions import expression

_GIVING = (
    r"hand\w*|giv(?:e|es|en|ing)|gave|return\w*|transfer\w*|ced(?:e|es|ed|ing)|cession|promis\w+|grant\w*"
    r"|award\w*|deliver\w*|s(?:ell|ells|elling|old|ale)|leave|left|pass\w*|surrender\w*"
)
# Before whoever is given something; what goes to somebody is given to them.
GIVEN_TO = expression(
    rf"\b(?P<verb>{_GIVING}|go|goes|going|went|gone)\b(?P<what>[^,;:.]{{0,80}}?) to (?:the )?$"
)
# Before and after whoever is promised or given it, where the verb stands right before them.
GIVING = expression(
    r"\b(?:promis(?:e|es|ed|ing)|giv(?:e|es|en|ing)|gave|grant(?:s|ed|ing)?|award(?:s|ed|ing)?) (?:the )?$"
)
_WHAT = r" (?:an?|the|its|their|back|all|both|some|two|three|four|five|\d+|[A-Z]\w*)\b"
WHAT_IS_GIVEN = expression(_WHAT)
# After whoever is given it: who "got worse" was given nothing.
RECEIVES = expression(
    rf" (?:(?:is|are|was|were|has|have|had|will|would|shall|should|could|may|might|must|to|then|also) ){{0,3}}"
    rf"(?:(?:gets?|got|gains?|gained)(?={_WHAT})|(?:regain\w*|receiv\w+|recover\w*)\b)"
)
# After whoever has something, as a fact: "now has two of them".
HAS = expression(
    r" (?:(?:now|already|today|again) )?(?:has|have|owns?|holds?|possess(?:es)?|controls?)"
    r"(?: (?:now|already|today|again))?(?: back)?"
    r"(?= (?:the|all|both|some|one|two|three|four|five|\d+)\b(?! (?:right|duty|task|aim|intention)s?\b))"
)
# Whose something is, without a verb of having: "are Kestria's", "are back with Kestria", "are in
# Kestrian hands", "are Kestrian soil"; what stands before the owner goes with what stands after.
_AGAIN = r"(?:now|again|already|back|once more)"
_BE = rf"\b(?:is|are|remains?|lies?|rests?)(?: (?:both|all|{_AGAIN}))*"
_HANDS = r"(?:hands|control|possession|rule|sovereignty|ownership|administration)"
_CLOSES = rf"(?= (?:{_AGAIN}|under|by|since|and|but|once)\b|[,.;]|$)"
BEING_OF = (
    (
        expression(rf"(?:{_BE}|\bas) (?:the )?$"),
        expression(
            rf"['’]s?{_CLOSES}| (?:again|territory|territories|soil|land|property|possessions?)\b"
        ),
    ),
    (expression(rf"\b(?:is|are|remains?) {_AGAIN} $"), expression(_CLOSES)),
    (
        expression(rf"(?:{_BE}|\bback) (?:in|under) (?:the )?$"),
        expression(rf"(?:['’]s?)? {_HANDS}\b"),
    ),
    (expression(rf"(?:{_BE}|\bback) (?:in|under) (?:the )?{_HANDS} of (?:the )?$"), expression("")),
    (expression(rf"{_BE}(?<= back) (?:with|in) (?:the )?$"), expression("")),
)
# After whoever has not got something, and says that they should: "demands its return".
ASKS_BACK = expression(
    r"[^.;]{0,120}?\b(?P<asks>demand(?:s|ed|ing)?|claim(?:s|ed|ing)?|want(?:s|ed|ing)?|seek(?:s|ing)?|sought)"
    r" (?:[\w'’]+ ){0,3}(?:return|back)\b"
)
# Before and after the name of whoever has something already: "held by Kestria", "Kestria holds".
HELD_BY = expression(
    r"\b(?:administered|held|controlled|occupied|owned|governed|possessed|seized|annexed|taken)"
    r" by (?:the )?$|\bincorporated into (?:the )?$"
)
HOLDS = expression(
    r"(?:(?:['’]s)? |-)(?:holds?|held|owns?|controls?|controlled|administers?|possess\w*)\b"
)
# What is given begins after one of these, where the verb is passive: "states that two".
BEFORE_GIVEN = expression(r"\b(?:that|which|who|if|when|states|stipulates)\b|[;:]")
