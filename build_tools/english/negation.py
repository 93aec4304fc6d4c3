"""Words that turn a sentence into its contrary: read wherever a text must not lose or gain one."""

import re

from build_tools.english.numerals import COUNT_WORD
from build_tools.expressions import expression

NEGATION = expression(
    r"(?<!\w)(?:not|never|no|nor|neither|none|nothing|nobody|without|cannot|hardly|scarcely)(?!\w)|n't(?!\w)",
    re.I,
)
# What there is next to none of: "little prospect of it"; but "a little" is some.
SCANT = expression(r"(?<!\ba )\b(?:little|few|scant)\b", re.IGNORECASE)
# How a text is said to leave something out.
SILENCE = expression(
    r"\b(?:nothing|nowhere|silent|missing|absent|omits?|omitted|(?:leaves?|left|leaving)(?: [\w'’-]+){0,5} out)\b",
    re.I,
)
NEITHER = expression(r"(?<!\w)neither(?!\w)", re.I)
# How words begin that refuse or deny something; and those of them that never tell of less, or of two views.
REFUSAL = "refus|reject|disagree|declin|den(?:y|ied|ies|ial)"
REFUSING = expression(
    r"\b(?:refus|reject|rebuff|repudiat|rul(?:e[sd]?|ing) out|den(?:y|ied|ies|ial))", re.I
)
# Verbs and adjectives that deny without a negative word.
DENIAL = expression(
    rf"\b(?:{REFUSAL}|prevent|block|fail|halt|lack|hamper|ban(?:s|ned)?\b|unchanged|unsigned"
    r"|unconfirmed|stall|blocked|yet to|rather than|instead of|silent|missing|nothing|nobody|except|doubt|fr[eo]+z|fell through|object)",
    re.IGNORECASE,
)
# What somebody would not do, where another thing is preferred: "would sooner mend it than".
PREFERRED_TO = expression(
    r"\b(?:sooner|rather) (?:(?!sooner |rather )[^,;.])*?\bthan\b(?P<other>[^,;.]*)"
)
# Denied, and denied again: "had not yet to meet", "no paper has not been signed".
DENIED_TWICE = expression(
    r"\b(?:not|[Nn]o \w+(?: \w+){0,4} (?:has|have|had|is|was|are|were|will|would|can|could)) (?:been )?"
    r"(?P<second>yet to|not|never|no)\b"
)
# What stands before a word that is denied by itself: "have not managed".
JUST_DENIED = expression(
    r"(?:\b(?:not|never|without)|\b[Nn]or (?:had|has|have|did|do|does|was|were|is|are|will|would|can|could)"
    r"(?: [\w'’-]+){1,4}|n't|\b[Nn](?:othing|obody|one)\b(?: \w+){0,4} (?:is|are|was|were|has|have|had)"
    r"(?: been)?)(?: \w+ly)? $"
)
# Before a word that is asked about, and so told of neither side: "whether that was lawful".
ASKED = expression(r"\bwhether\b[^,;:.]*$", re.IGNORECASE)
# After a word of what is said, the negation within it does not deny the word: "why there is no".
WITHIN_WHAT_IS_SAID = expression(r"\b(?:that|who|whom|whose|which|why|how|whether)\b")
# Words that come between a negation and what it denies.
BEFORE_DENIED = frozenset(
    "the a an to of in on at by for with from as it that been be being also".split()
)
# Negations that stand before a noun or for one, and so deny no verb by themselves.
NO_VERBS = frozenset(["no", "none", "nobody"])
# Right after a negation: a verb, and what it is for: " called to give", " want the next one to wait".
DENIED_VERB = expression(
    r"(?: (?:his|her|its|their|the|an?))? (?P<verb>\w+)"
    r"(?P<to>(?:(?<= want)(?: [\w-]+){1,9}?)? to\b(?: (?P<purpose>\w+))?)?"
)
# A verb that is denied in part alone: "did not last long", "does not say everything".
PARTLY_DENIED = expression(
    r" \w+ (?:\w+ )?(?:long|much|far|often|always|all|every\w*|alone|enough|quite|yet)\b"
)
# Less than a span of time: "had not been mayor for a month"; and not alone: "is not the only one".
SHORT_OF = expression(
    rf"(?: yet)? been (?:[\w-]+ ){{0,5}}?(?:an?|\d+|{COUNT_WORD}) (?:full |whole )?"
    r"(?:day|week|month|year|decade)s?\b"
)
NOT_ALONE = expression(
    r" (?:\w+ ){0,2}?(?:the|an|his|her|its|their) (?:only|sole)\b| (?:the |an? )?(?:[\w-]+ ){1,4}alone\b"
)
ALONE = expression(r"\b(?:the|an|his|her|its|their) (?:only|sole)\b|\balone\b", re.IGNORECASE)
# "No prospect that he will" promises nothing.
NO_PROSPECT = expression(
    r"\b(?:no|little|scant)(?: \w+)? (?:prospects?|chances?|signs?|guarantees?|promise|certainty|hopes?) "
    r"(?:that|of)\b",
    re.IGNORECASE,
)
# "It will not go back until it is paid for" puts off, as do the words of a source that say when.
PUT_OFF = expression(r"\b(?:until|till|before|unless)\b", re.IGNORECASE)
# "No return without a vote", or "without a vote no return", puts it off as well.
WITHOUT = expression(r"\bwithout\b", re.IGNORECASE)
PUTTING_OFF = expression(
    r"\b(?:until|till|before|unless|after|following|once|when|if|condition|first)\b", re.IGNORECASE
)
# "No progress since May" denies it of that time, and "never" of all time.
NO = expression(r"\b(?:no|not)\b", re.IGNORECASE)
UNTIL_NOW = expression(r"\b(?:since|so far)\b", re.IGNORECASE)
NEVER = expression(r"\bnever\b", re.IGNORECASE)
ANY_LIMIT = expression(r"\b(?:since|so far|until|yet|after|for)\b", re.IGNORECASE)
# Of negations, the one that goes with "without": "no return without a vote".
PLAIN_NO = "no"


def not_before(word: str) -> re.Pattern[str]:
    """Return what denies a word right before it: "has not prevented"."""
    return re.compile(rf"\bnot {re.escape(word)}", re.IGNORECASE)


def helper_denied(helper: str) -> re.Pattern[str]:
    """Return what denies with a helper, which is an expression: "would not"."""
    return re.compile(rf"\b(?:{helper}) not\b")


def helped(verb: str) -> re.Pattern[str]:
    """Return what stands before a verb to help it: the groups `helper` and `be`."""
    return re.compile(rf"\b(?P<helper>[a-z]+)(?P<be> be)? {re.escape(verb)}\b")


def denied_verb(helper: str, be: str | None) -> re.Pattern[str]:
    """Return any verb, as the group `verb`, that is denied with such a helper: "will not be sold"."""
    return re.compile(rf"\b{helper} not{be or ''} (?P<verb>\w+)")
