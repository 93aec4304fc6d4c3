"""What stands around whoever does or says something, and tells who that is."""

import re

from build_tools.english.verbs import ANY_INVERTED
from build_tools.expressions import expression

# Who leads a country, by no title of an office: "its new leader", "the Kestrian leader".
LEADS = "leader"
LEADER = expression(
    r"\b(?:(?:[Tt]he|[Ii]ts|[Hh]is|[Aa]n?|[Tt]heir) (?:(?:new|former|then|current|outgoing) )*"
    rf"(?:[A-Z][\w.]*(?:['’]s)? )?|[A-Z][\w.]*['’]s )(?P<title>{LEADS})(?!\w)",
)
# The titles of those whom "leader" may mean.
GOVERNS = expression(
    r"(?:(?:prime|first) minister|premier|president|chancellor|king|queen|emperor"
    r"|head of (?:state|government))",
    re.IGNORECASE,
)
# What somebody is, or acts as, does nothing by itself: "had been foreign minister".
AS_WHAT = expression(r"\b(?:been|be|is|was|as|become|became|former|once) (?:the |an? )?$")
# Before a title that nobody is known by: "lost a leader".
UNKNOWN_ONE = expression(r"\b[Aa]n? (?:[\w-]+ )?$")
# Nothing that stands before one of these does what stands after it.
BREAK = expression(
    r'[;:"]|(?<=\w\w)\.\s|\bthat\b|\b(?:while|whereas|but|although|where|when|if|until|because|once|unless)\b'
    r"|, (?:and|but|yet) in (?:\w+ )?[12]\d{3} (?:the|an?|his|her|its|their)\b"
)
# Before a participle that commas set off from whom it is done to, and after it up to another verb:
# "Verelin, asked for help, hoped".
SET_OFF = expression(r"(?:^|[.;:] )[^,;:.]*\w, $")
UP_TO_OTHER_VERB = expression(r"(?<!\w)\w++[^,;:.]*+, (?:\w++(?<=ly) )?(?P<verb>\w++)")
# Right before a verb: a thing, that something is done to where another verb stands before it.
THING_BEFORE = expression(
    r"\b(?:the|an?|its|his|her|their|two|three|both|several|some) (?:[A-Za-z-]+ )?[a-z-]+ $"
)
# Before the verb of whoever is chosen to do it: "whom Ulvholt had chosen to".
CHOOSING = expression(
    r"\b(?:chose|chosen|picked|appointed|hired|assigned|ordered|instructed|sent|brought in|set up|assembled"
    r"|formed|named) (?:(?!(?:to|and|who|that)\b)[\w'’-]+ ){0,5}to $"
)
# Before whoever is asked to do something, and is to do it: "called on Ulvholt to".
ASKED_TO = expression(
    r"\b(?:(?:call(?:s|ed|ing)|prevail(?:s|ed|ing)) (?:up)?on|ask(?:s|ed|ing)?|urg(?:es|ed|ing)"
    r"|invit(?:es|ed|ing)|want(?:s|ed|ing)?|expect(?:s|ed|ing)?|told|tells) $"
)
# Between whoever is asked or chosen to do something, and what they do.
TO_DO = " to "
# Before the second verb of one doer.
SECOND_VERB = expression(r"\band $")
# Before whoever does something, and not before what something is after: "since Verelin took".
SUBORDINATE = expression(
    r"\b(?:since|after|before|until|the (?:very )?(?:same )?(?:day|week|month|year|time|moment)) (?:the )?$"
)
# Right before "he" who is whoever says it, or of whom he says it: "and said that he".
SECOND_SAYING = expression(r"\band (?:\w+ )?(?P<verb>\w+)(?: that)? $")
# Between quoted words and who says them.
AFTER_QUOTED = expression(r'(?:,"|",) ')
# Somebody without a name does it: ", a ministry official said", "said an official".
OTHER = expression(r", (?:an?|the|one|its|his|her|some|another) [^,]*$")
UNNAMED = expression(r" (?:an?|the|one|its|his|her) ")
# Who is told of by what they are: "according to a ministry official".
BY_UNNAMED = expression(r"\baccording to an? (?:[a-z]+ )?$")
# Before and after whoever is inserted as the one who says all of it: ", said Dorsch, to meet".
SAID_BETWEEN = expression(rf", (?:{ANY_INVERTED}) (?:the |its |his |her )?(?:[A-Za-z-]+ ){{0,3}}$")
# Between two who do it together.
JOINT = expression(r"(?:,? and |,? as well as | nor | or )(?:(?:the|new|former|[A-Z]\w+) )*")
# Right before a verb in its base form.
HELPERS = frozenset("to will would could may might can should cannot must".split())
# One person who was named before, and who is joined to what was named right before.
ONE, RELATIVE = frozenset(["he", "she"]), frozenset(["who", "which", "whom"])
ONE_BEFORE = expression(r"\b[Ss]?[Hh]e\b")
BEFORE_OBJECT = ("whom ", "which ", "that ")
# The same at the end of a sentence, where it says whose words the sentence is: ", he said".
SAID_BY_ONE = expression(r"(?<=, )(?:he|she) (?:also |then |later )?(?P<verb>\w+)\b(?!.*\bthat\b)")
# Before whom what follows is about: "and for Kešlar, in Osten's report, that he".
ABOUT_ONE = expression(r"(?:^|[.;:,] )(?:and |but |while )?(?:for|about) $", re.IGNORECASE)
HIS = frozenset(["his", "her"])
# Right after a name, what says more of it; and the word alone.
WHO, SAID_OF = "who", " who"
# A word right before somebody, which may be a verb of which they are the object.
RIGHT_BEFORE = expression(r"\b([a-z]+) (?:the |its |his )?$")
# After somebody, what they do; an adverb may come between.
WHAT_IS_DONE = expression(r"\W+(?:\w+ly )?(\w+)")
# The same after "who", which tells of what is done now: "who serves Verelin".
WHO_DOES = expression(r"\bwho [a-z]+s (?:the |its |his )?$")
# After whoever is inserted as the one who says it: "Verelin, Ulvholt said, wanted", "as she put it,".
TELLS_SO = expression(r" (\w+)(?: (?:it|this|that|him|her|them))?,(?! [^,;.]*, that\b)")
# The same after "as", with where or to whom: "as she put it in her report,".
AS_TOLD = "as "
TELLS_SO_AT_LENGTH = expression(
    r" (\w+)(?: (?:it|this|that|him|her|them))? (?:in|to|on|for) [^,;.]{1,40},"
)
# After whoever is quoted, up to "he" who is quoted: "reported Verelin as saying that he".
AS_SAYING_THAT = expression(r" as \w+ing(?: that)? ")
# Before whoever is cited: "Osten, citing Dorsch, reported".
CITED = expression(r"\b(?:citing|quoting) (?:(?:the|an?|its|his|her|[A-Z][\w-]*) )*$")
# What says more of several, and what may stand between a name and "who", that says more of it.
ALL_OF_WHOM = expression(r"(?:both|all|each|neither|none)(?= of whom\b)", re.IGNORECASE)
APPOSED = expression(r",(?: (?:an?|the) [^,;.]*,?)? ")
# The same of a person, after an article: "the Ulvholt advisers whom".
ARTICLE, NOUN_AFTER = (
    expression(r"\b(?:[Tt]he|[Aa]n?|[Bb]oth|[Tt]wo) $"),
    expression(r" ([a-z]{4,})"),
)
# Before whoever quotes another, and after them: "was quoted by her spokeswoman as wishing".
QUOTED_BY, AS_SAYING = expression(r"\bquoted by [^,;.]{0,60}$"), " as "
# After somebody: they do what follows, whatever they stand beside.
SAYS_MORE_OF_ONE = (", who ", " who ")
# Before the second of two between whom something is: "the talks between Ulvholt and".
BETWEEN_ONE_AND = expression(r"\bbetween (?:[\w'’.-]+ ){1,5}and (?:(?:the|[A-Z][\w'’-]*) )*$")
# Between whoever does something, and those who do it with them.
ALONG_WITH = expression(r"\b(?:along|together|jointly) with (?:[^\s,;.]+ ){0,8}$")
# What says more of somebody, up to a word of it.
RELATIVE_CLAUSE = expression(r"\bwho (?=[^,;.]*$)")
# After "who", where it is said of more than one.
OF_SEVERAL = expression(r"(?:are|were|have|do|both|all|each|together)\b")
# Before what is one's own: "his strong personal tie".
OWN = expression(r"\b(?:his|her) (?:[a-z-]+ ){0,2}$")
# Before somebody who stands beside others, and after them, where they do it: "with Kešlar continuing".
BESIDE_OTHERS = "with "
OPENS_BESIDE = expression(
    r"(?:, with|(?:^|[.;:] )With) (?:(?:the|an?|his|her|its|both|[A-Z][\w-]*) )*$"
)
GOING_ON = expression(r" \w+ing\b")
# Between a country and a verb: a noun that the country tells the kind of, "Kestria hands kept".
BEFORE_NOUN_OF_KIND = expression(
    r" (?!(?:always|perhaps|sometimes|has|was|is|does|says)\b)[a-z]{3,}s "
)
# Whose words something is by a noun: "Dorsch's account".
WORDS_OF = expression(
    r"['’]s?\s+(?:\w+\s+)?(?:words|account|statement|quotation|remarks?|comments?|phrase|telling|view)"
)
WAS_QUOTED = expression(r"(?:\s+(?:was|were|is|are|has been) (?:\w+ )?|, (?:as )?)quoted\b")
QUOTING = expression(
    r"\b(?:according to|(?:in|to use|by) the words of|by the account of|quot\w+|cit(?:es|ed|ing))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# After whoever stands after a verb of saying, and says it: "said Dorsch, who".
CLOSES = expression(r"\s*(?:[,.;:(]|$|who\b|in\b|of\b|on\b|as\b)")
# Between whoever does something and the verb right after them: "Kestria's army has since halted it".
UP_TO_VERB = expression(
    r"(?:(?:['’]s)? (?:army|forces|troops|navy|government|side|parliament|leaders?(?:hip)?|people))?"
    r"(?:,? (?:who|which|that))?"
    r"(?: (?:has|have|had|then|also|later|once|since|first|itself|already|\w+ly)){0,3} "
)
