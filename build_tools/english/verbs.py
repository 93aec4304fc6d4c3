"""Verbs by what they do with those who stand around them."""

import re

from build_tools.english.relations import bases, keys
from build_tools.expressions import expression

# Verbs of speaking, in their past and present forms.
SAYING = frozenset(
    """said says say saying told tells telling stated states added asked declared disclosed
    expressed commented called mentioned reaffirmed quoted announced explained noted insisted
    recalled confirmed denied argued warned promised reported wrote described disputed
    related recounted learned gave put""".split()
)
# Those of them after which the speaker may stand: "said Dorsch".
INVERTED = frozenset("said says added stated explained".split())
# Any of them, and any of those, within an expression.
ANY_SAYING, ANY_INVERTED = "|".join(sorted(SAYING)), "|".join(sorted(INVERTED))
# Those of them that do something to somebody, and so have a doer that matters.
DOING_BY_WORDS = frozenset("asked promised denied warned confirmed reaffirmed".split())
# Of these nobody can tell the doer from the other: who met whom met him too.
MUTUAL = frozenset(
    """met meet meets meeting talked talk spoke speak speaks agreed agree discussed discuss held
    hold conversed""".split()
)
# The same, and other nouns for what is between two, by their keys.
MEETINGS = frozenset(
    key
    for noun in """talk call conversation meeting summit consultation discussion negotiation dialogue
    session conference agreement relation tie dispute quarrel border friction""".split()
    for key in keys(noun)
)
_MUTUAL_BASES = frozenset(base for verb in MUTUAL for base in bases(verb))
# Before what two agree to do, which both do.
AGREED_TO = expression(
    r"\bagree\w* (?:(?:in|on) (?:[A-Z]\w+ |\d{1,2} [A-Z]\w+ )?\d{4} )?(?:with (?:[\w'’.-]+,? ){1,7})?to $"
)
# The same by a noun, which either of the two may be told to have made.
AGREEMENT_TO = expression(r"\bagreement between [^,;.]{0,60} to [^,;.]{0,60}$")
# What two who do not agree do: each has his own.
DIFFERING = expression(
    r"\b(?:differ|disagree|disput|quarrel|clash|contest|argu\w+ (?:about|over|whether)|at odds|divided|debat|oppos)",
    re.IGNORECASE,
)
# Between such a verb and the other one: "met with the then President".
BESIDE = expression(r" (?:with )?(?:(?:[A-Z][\w-]+|the|then|former|new) ){0,4}")
# After any other verb, that two do it with each other: "saw each other".
EACH_OTHER = expression(r" (?:each other|one another)\b")
# They help other verbs or name things, and tell nothing of who did what.
HELPING = frozenset(
    """is are was were be been being am has have had having do does did done will would shall
    should can could may might must said call calls called known named used let made came went got took take based""".split()
)
BE = expression(
    r"\b(?:is|are|was|were|be|been|being|gets?|got)\s+(?:\w+ly\s+|also\s+|then\s+|now\s+|not\s+"
    r"|still\s+|later\s+)?$",
    re.IGNORECASE,
)
# Before a verb that is no passive: "had assembled".
HAVING = expression(r"\b(?:has|have|had|having)\s+(?:\w+ly\s+|also\s+|not\s+|since\s+)?$")
# A passive whose doer follows: "seized by the then Kingdom of Kestria".
BY = expression(
    r"[^\s,;]+(?:\s+(?!(?:is|are|was|were|been|has|have|had)\s)[^\s,;]+){0,4}?"
    r"\s+by\s+(?:(?:the|its|then|former|new)\s+)*",
    re.IGNORECASE,
)
# In what that matches: the word right before "by", where nothing joins it to the first.
LAST_BEFORE_BY = expression(r"\S+(?: \S+)*(?<! and)(?<! or) (?P<verb>\w+) by ")
# Between such a passive and the name of its doer.
BY_WHOM_DONE = expression(
    r"(?: [^\s,;]+){0,4} by (?:(?:both|the|its|then|former|new|[A-Z][\w.'’-]*) )*"
)
# Before a noun that has the form of a verb: "the two states".
BEFORE_NOUN = expression(r"\b(?:the|an?|this|these|those|his|her|its|their|both|two|three|four) $")
# Before what is neither doer nor done to.
PREPOSITION = expression(
    r"(?:\b(?:of|with|to|in|by|for|from|toward|towards|on|between|at|over|against|into|about"
    r"|off|under|after|before|since|than|like|unlike|despite|among|via|behind|without)\s+"
    r"(?:(?:the|its|his|her|their|a|an|new|former|then)\s+)*(?:(?!(?:and|or|that|what|who|whom|whose|which|where|but|until|because|once|unless|when|while|if)\b)[A-Z]?[a-z]+\s+){0,2}?)$"
)
# Before whom something is said to: "told Verelin that".
ADDRESSED = expression(
    r"\b(?:told|tells|tell|telling|asked|asks|informed|let|lets|reminded|assured|invited|thanked|congratulated|urged)\s+"
    r"(?:(?:the|its|his|both|all|[A-Z]\w+)\s+)*$"
)
# What was spoken of, were it a plan: "a visit came up".
CAME_UP = expression(r"\b(?:comes?|came|coming) up\b", re.IGNORECASE)
# Before whoever somebody else wants to do something: "demands that Orlavia".
WANTED_OF = expression(
    r"\b(?:demand|want|expect|hop|wish|request|insist|propos|lik|desir|call)\w* (?:that |for |on )?(?:the )?$"
)
# The same, of whoever says it: "was told by the".
TOLD_BY = expression(r"\b(?:told|asked|informed|reminded|assured) by (?:the )?$")
# What leads to a place: "visited Orlavia", "her visit to Kestria".
TRAVELLING = expression(
    r"\b(?:visit(?:s|ed|ing)?|travell?(?:s|ed|ing)?|trips?|flew|flown|fly|journeys?|went|gone|go)\s+"
    r"(?:to\s+)?(?:the\s+)?$"
)
# Before whose view it is that follows: "To Kestria, the sale was lawful".
HOLDING = expression(
    r"(?:^|[.;:,]\s|\b(?:and|while|whereas) )(?:to|for|as|according to|in the (?:view|eyes) of|as far as) "
    r"(?:the )?$",
    re.IGNORECASE,
)
# After the name: what they hold.
IS_HELD = expression(r",| it | the ")
# After the name of whoever holds it: "Kestria's view is".
HOLDING_VIEW = expression(
    r"['’]s? (?:\w+ )?(?:view|eyes|position|argument|claim|stance|reading|telling|case|wish|hope|aim)\b"
)
# Before whoever it comes from: "the wish came from Verelin".
COMING_FROM = expression(r"\b(?:came|comes?|coming|stem\w*) from (?:the )?$")
# An office or a body that speaks, without a person's name: "the ministry said".
OFFICE_SAYS = expression(
    r"\b(?P<office>(?:[Tt]he|[Aa]n?|[Hh]er|[Hh]is|[Ii]ts) (?:\w+ ){0,2}?(?:ministry|office|government|authority"
    r"|official|statement|survey|agency|side)) (?:\w+ )?(?:said|says|denied|stated|added|announced)\b"
)
# What makes a country or a body the one whose account it is: "Kestria argues",
# "by Kestria's account", "taken from Kestria, which argues".
TELLS = expression(
    rf"(?:['’]s?|, which)?(?: \w+){{0,2}}? (?:{ANY_SAYING}|argues?|maintains?|holds?|calls?"
    r"|insists?|considers?|considered|regards?|regarded|sees?|saw|views?|viewed|deems?|deemed"
    r"|believes?|believed|thinks?|thought|claims?|claimed|account|telling|view|word|version|argument"
    r"|statement|position|eyes|reading|claim|stance|case|opinion|answer|reply|response)\b"
)
# Words of holding or saying something, in any of their forms, and what brings in what is held.
TELLING = expression(
    rf"\b(?:{ANY_SAYING}|(?:argu|maintain|hold|call|insist|consider|regard|view|deem"
    r"|describ|believ|claim|contend|assert|denounc|condemn|accus|defend|justif|brand|label|term"
    r"|protest|dismiss)\w*|(?:sp[eo]a?ke?|talk)(?:s|ing)? of|held|sees?|saw|seen|thinks?|thought"
    r"|account|word|version|statement|position|eyes|stance|case|opinion|answer|reply|response)\b|:|\b[A-Z]\w+ that\b"
)
# Between a word and whoever uses it: "illegal to Kestria".
TO_WHOM = expression(r" (?:to|for) (?:the )?$")
# Before the word by which somebody judges something: "rejects the sale as unlawful".
AS_WHAT = expression(r"\bas (?:being )?(?:an? |the )?(?:\w+ly )?$")
# "According to Kestria", "says Kestria".
BY_WHOM = expression(rf"\b(?:according to|{ANY_INVERTED}) (?:the )?$", re.IGNORECASE)
# Before whoever holds it, in the passive: "regarded by Kestria as".
HELD_BY = expression(r"\b(?:regarded|seen|viewed|considered|deemed|described|taken) by (?:the )?$")
# Before whoever is told after it to hold something: ", as Kestria argued". And what ends a view before.
TOLD_AFTER = expression(r",? (?:as|according to) (?:the )?$")
ENDS_VIEW = expression(r"[;:]|\b(?:and|but|while|whereas)\b")
# The same, and further from the name: "said the scholar Verelin", "in the words of her
# spokeswoman, Verelin".
CREDITED = expression(
    rf"\b(?:{ANY_INVERTED}|in the words of|by the account of) "
    r"(?:[\w'’-]+,? ){0,5}$",
    re.IGNORECASE,
)
# Whom something is taken from: "taken from the Orlavian army".
LOSER = expression(r"(?<!\w)(?P<verb>\w++) (?:away |back )?from (?:the )?$")
# After a verb, before what it is done by; and right before a noun that names a deed, whose it is.
AGENT = expression(
    r" (?:by (?!\d|(?:(?:the|its) )?(?:end|close|middle|time|phone|telephone|name|way|next|then|now"
    r"|\w+ing|\w+day|\w+ber|January|February|March|April|May|June|July|August)\b)"
    r"|(?:due to|because of|owing to|as a result of) )"
)
POSSESSOR = expression(r"(?<![\w-])(?P<whose>[\w-]++(?: [A-Z][\w-]*+){0,3}+['’]s?) (?:\w+ )?$")
# Right after whoever something is done to: "was later replaced". Who "was opposed to" it, opposed it.
DONE_TO = expression(
    r" (?:is|are|was|were|(?:has|have|had) been) (?:\w+ly |also |then |later |first )?"
    r"(?P<verb>\w+)\b(?:(?<=asked)|(?! to\b))"
)
# Before a length of time these state that length alone: "took about 20 minutes".
LASTING = expression(
    r"\b(?P<verb>took|takes?|taken|taking|spent|spends?|spending)(?:, [^,;.]{1,40},)?\s+"
    r"(?:(?:about|around|some|almost|nearly|for|over|only|just|roughly|a|less|more|longer|no|not"
    r"|than|well|under) )*"
)
# "Kept talking" is "continued to talk".
KEEPING = expression(r"\b(?P<verb>keeps?|kept|keeping) (?:on )?(?:\w+ )?\w+ing\b")
# What two hold with each other, by a noun.
TALKS = (
    r"talks?|calls?|conversations?|meetings?|summits?|consultations?|discussions?|negotiations?|dialogue"
    r"|sessions?|conferences?"
)
# A verb that says no more than the noun after it: who held talks, talked.
LIGHT = expression(
    r"\b(?P<verb>hold|holds|held|holding|conduct\w*|paid|pays?|paying|took part in)\s+"
    r"(?:(?:a|an|the|his|her|its|their|some|more|further|another|no|first|last|new|two|three|\w+ly"
    r"|\w+-\w+|in|person|joint|long|short|brief|frank|broad|regular|formal|bilateral) )*"
    rf"(?P<noun>{TALKS}|votes?|elections?|polls?|visits?|exchanges?)\b"
)
# The same the other way round: "the talks, held in May", "a call was held".
HELD_TALK = expression(
    rf"\b(?P<noun>{TALKS})(?:,? (?:that |which )?(?:was|were|had been)|,) (?P<verb>held|conducted)\b"
)
# The same with whoever held it between, or a verb that says no more: "the talks that Ulvholt held", "a
# meeting took place".
TALK_HELD = expression(
    rf"\b(?P<noun>{TALKS}|one(?= that))\b(?: (?:that|which) (?:[\w'’.-]+ ){{1,5}}?| (?:was |were |had been |has been |had )?)"
    r"(?P<verb>held|took(?= place)|taken(?= place))\b"
)
# What people do who talk in a place, and not by phone: they meet.
TALKED_IN_PLACE = expression(
    r"\b(?P<talk>talks?|meetings?|discussions?|negotiations?)\b[^.;\d]{0,80}? in (?:the )?[A-Z]"
)
BY_PHONE = expression(r"\b(?:tele)?phone\b")
MEET = frozenset(["meet", "met", "meeting"])
# After these a word in "ing" is a verb: "is meeting".
IS = expression(r"\b(?:is|are|was|were|been) (?:\w+ly )?$")
# Before a noun, or after it: what it names was done. "Made further progress", "help was given".
_LIGHT_PAST = r"made|gave|given|got|won|received|obtained|provided|granted|secured"
_BEFORE_HEAD = (
    r"(?:(?:an?|the|his|her|its|their|some|much|further|new|first|real|great|good|early|final"
    r"|[A-Z][\w.]*(?:['’]s?)?|\w+ly|\w+-\w+) )*(?:(?<=\ba )[a-z]+ )?"
)
MAKING = expression(
    rf"\b(?:{_LIGHT_PAST}|had(?= an? )|ha(?:s|d|ve)(?= [A-Z][\w.]*['’]s )) {_BEFORE_HEAD}$"
)
# After it: "made the return dependent on a vote" leaves it ahead.
MADE_DEPENDENT = expression(
    r"[^.;:]*\b(?:dependent|conditional|contingent|subject to|possible|impossible)\b"
)
CLOSES_NOUN = expression(
    r"[,.;:)]|$| (?:on|with|from|for|in|of|to|by|at|over|about|toward|towards|against|and)\b"
)
MADE = expression(
    rf" (?:(?:on|with|from|for|in|of|to|by) (?:[\w'’.-]+ ){{1,3}})?(?:was|were|has been|have been) "
    rf"(?:\w+ly )?(?:{_LIGHT_PAST})\b"
)
# How people meet who are in one place.
_HOW = r"\b(?P<how>face[ -]to[ -]face|in[ -]person)\b"
FACE_TO_FACE = expression(_HOW, re.IGNORECASE)
MET_FACE_TO_FACE = expression(
    rf"\b(?:held|had|met|saw|spoke|talked)(?:(?! (?:of|about|for|on) )[^,;.]){{0,80}} {_HOW}",
    re.IGNORECASE,
)
# Before the last noun of what is agreed or offered: "an agreement to speed the talks was made".
WITHIN_DEED = expression(r"\bto [a-z]+ (?:(?:the|an?|his|her|their|its) )?(?:[\w-]+ ){0,2}$")
# A participle with a case after it: "that bells handed to Kestria might become".
MAY_BE = expression(
    r"\w+ (?:to|by|in|with|over|from|for) [^,;.:]{1,40} (?:might|may|could|would)\b"
)
# After what is no more than a wish: "trade that grew was what they wanted".
IS_WISHED = expression(
    r"[^.;]*\b(?:is|are|was|were) (?:the|an?|his|her|their|what \w+) (?:\w+ )?"
    r"(?:wish|hope|aim|goal|plan|desire|want|intention)"
)
# Before what something else is to be at the time of: "they plan to talk during her visit".
DURING = expression(r"\bduring (?:(?:an?|the|his|her|its|their) )?(?:\w+ )?$")
# Before a verb: whoever is to go on doing it, does it already.
CONTINUING = expression(r"\b(?:continu\w+ to|(?:go|goes|going|keep|keeps|keeping) on|keeps?) $")
# Before a deed that is done: "on taking office".
ON_DOING = expression(r"\b(?:on|upon|after|since) $")
# After these a word in "ing" is what is done now.
IS_NOW = expression(r"\b(?:is|are) (?:\w+ly |also |now |already )?$")
# What goes on in these ways, and will, does so already.
LASTING_VERBS = frozenset("continue follow keep remain stay maintain retain".split())
WILL = frozenset(["will", "shall"])
# After a verb in the present, what it is done to: "hands over two".
OBJECT = expression(
    r" (?:(?:over|back|up|off|out) )?(?:the|an?|his|her|its|their|all|both|some|two|three|four|five"
    r"|\d+|[A-Z][\w-]*)\b"
)
# After a verb that tells of now: it is for a time that may lie ahead, "are meeting in November".
ARRANGED = expression(
    r"[^.;]*\b(?:soon|later|next|tomorrow|tonight|shortly|(?:in|by) \d{4}|(?:in|on|at|by|this) (?:the )?"
    r"(?:end|close|\d{1,2} [A-Z]\w+|January|February|March|April|May|June|July|August|September|October|November|December|spring"
    r"|summer|autumn|winter|week|month|year))\b"
)
# Helpers of a denied verb, with those that reported speech has for them.
REPORTED_HELPER = {
    "would": "will|would",
    "will": "will|would",
    "could": "can|could",
    "can": "can|could",
}
# After the name of a country, what it holds follows, up to another verb or another's view.
ARGUES = expression(
    r"(?:, which [^,]+,)? (?:argues?|argued|claims?|claimed|maintains?|maintained|insists?|insisted"
    r"|contends?|contended|says|said)\b(?: that)?(?P<held>[^,;.]*?)(?=[,;.]|$"
    r"| (?:and|but|while|whereas) )"
)
# What the views of two are on, where the second says "it": "the sale was void", "it was lawful".
ON_IT = expression(
    r"(?: that)? (?:it|they|this|these) (?:is|are|was|were|has|have|had|will|would)\b"
)
# Right after whoever says something.
SAYS = expression(rf" (?:(?!(?:is|are|was|were|be|been|and|or|but)\b)\w+ )?(?:{ANY_SAYING})\b")
# At the end: who said it, and when, which is not when it was: ", the Post wrote in 2020".
TOLD_WHEN = expression(rf",[^,;]* (?:{'|'.join(SAYING)}) (?:in|on) [^,;]*$")
# A verb of telling, and who is told.
TOLD = expression(
    r"\b(?:told|tells|telling|informed|(?:spoke|speaks|speaking|talked) (?:\w+ )?to)"
    r" (?:the )?(?P<whom>\w+)"
)
# Who is asked or told to do something does it, and not who asks: "invited her to visit".
CHARGED = expression(r" (?:to \w+|(?:on|for|from|into) \w+ing\b)")


def is_mutual(verb: str) -> bool:
    """Tell whether a verb, in any form, is of what two do with each other: "meeting"."""
    return bool(bases(verb) & _MUTUAL_BASES)
