"""What tells who is given something: "hand it over to Kestria", "promises Kestria two"."""

import re

_GIVING = (
    r"hand\w*|giv(?:e|es|en|ing)|gave|return\w*|transfer\w*|ced(?:e|es|ed|ing)|cession|promis\w+|grant\w*"
    r"|award\w*|deliver\w*|s(?:ell|ells|elling|old|ale)|leave|left|pass\w*|surrender\w*"
)
# Before whoever is given something; what goes to somebody is given to them.
GIVEN_TO = re.compile(
    rf"\b(?P<verb>{_GIVING}|go|goes|going|went|gone)\b(?P<what>[^,;:.]{{0,80}}?) to (?:the )?$"
)
# Before and after whoever is promised or given it, where the verb stands right before them.
GIVING = re.compile(
    r"\b(?:promis(?:e|es|ed|ing)|giv(?:e|es|en|ing)|gave|grant(?:s|ed|ing)?|award(?:s|ed|ing)?) (?:the )?$"
)
_WHAT = r" (?:an?|the|its|their|back|all|both|some|two|three|four|five|\d+|[A-Z]\w*)\b"
WHAT_IS_GIVEN = re.compile(_WHAT)
# After whoever is given it: who "got worse" was given nothing.
RECEIVES = re.compile(
    rf" (?:(?:is|are|was|were|has|have|had|will|would|shall|should|could|may|might|must|to|then|also) ){{0,3}}"
    rf"(?:(?:gets?|got|gains?|gained)(?={_WHAT})|(?:regain\w*|receiv\w+|recover\w*)\b)"
)
# After whoever has something, as a fact: "now has two of them".
HAS = re.compile(
    r" (?:(?:now|already|today|again) )?(?:has|have|owns?|holds?|possess(?:es)?|controls?)"
    r"(?: (?:now|already|today|again))?(?: back)?"
    r"(?= (?:the|all|both|some|one|two|three|four|five|\d+)\b(?! (?:right|duty|task|aim|intention)s?\b))"
)
