"""Words that govern what follows them: that deny it, or say that it has not come about."""

import re

from build_tools.expressions import expression


def _words(pattern: str) -> re.Pattern[str]:
    return expression(rf"(?<![\w-])(?:{pattern})(?![\w-])|n't(?!\w)", re.IGNORECASE)


# What a quotation, or a word, must not lose.
DENYING = _words(
    r"no(?! longer)|not|never|none|neither|nor|without|cannot|yet to|fail(?:s|ed|ing)?(?: on \w+)? to"
    r"|rather than|instead of"
    r"|except(?: for)?|apart from|other than|save(?= (?:one|for|that|those)\b)|bans?(?: on)?|banned|barred|refus\w*(?: to)?|declin\w* to|reject\w*"
    r"|den(?:y|ied|ies|ying)|lack of|absence of|far from|unable to|hardly|no longer|unless"
    r"|nobody|nothing|prevent\w* (?:\w+ )?from"
)
# Of these, what does not deny what something is rejected as: "rejects the sale as unlawful".
REJECTED_AS = expression(r"reject", re.IGNORECASE)
# Of these, what denies what follows it, and never what came before it.
INSTEAD = _words(r"rather than|instead of|without|unless")
# What takes out of a whole what it names.
EXCEPTING = _words(r"except|excepting|apart from|other than|save for")
# What lies ahead, or in somebody's mind.
PENDING = expression(
    r"(?<![\w-])(?:plan(?:s|ned|ning)?(?: to)?|intend\w*|intent(?:ion)?s?|means?|meant|hop(?:e|es|ed|ing)"
    r"|want(?:s|ed|ing)?|wish\w*|would|could|(?-i:may)|might|should|will|shall|expect\w*|seek(?:s|ing)?"
    r"|sought|desire|ready|readiness|prepared|willing\w*|agree(?:s|d)? (?:\w+ ){0,5}?to|offer\w*"
    r"|propos\w*|promis\w*|pledg\w*|vow\w*|demand\w*|tr(?:y|ies|ied) to|look(?:s|ed|ing)? forward|keen"
    r"|eager|goal|aim\w*|resolved to|undertook to|going to|(?:is|are|was|were) to|prospects? of"
    r"|if|unless|should|would like)(?![\w-])",
    re.IGNORECASE,
)
# The same, and what was asked for, thought possible or tried in vain.
UNDONE = expression(
    rf"{PENDING.pattern}|(?<![\w-])(?:invit\w*|(?:ask|call|appeal|push|press|look|search|wait)\w* for"
    r"|(?:ask|call|urg|request)\w* (?:\S+ ){0,3}?to|request\w*|await\w*|look(?:s|ed|ing)? to"
    r"|bans? on|must|ha(?:s|ve|d) to|needs? to|tasks? of|(?<!as )(?:possible|potential)"
    r"|fail(?:s|ed|ing)?(?: on \w+)? to|refus\w* to|declin\w* to"
    r"|unable to|yet to)(?![\w-])",
    re.IGNORECASE,
)
# Of these, what leaves it to others to have done it.
YET_TO = "yet to"
# What makes a case of a past, as "if it is sold"; and what joins to what is ahead something that is
# so too: "to mend it, then ring it".
SUPPOSING = _words(r"if|unless|whether")
GOING_ON_TO = expression(
    r", (?:(?:and )?then|including)(?: on| in| of)?(?: (?:the|an?|its))?(?: [\w-]+){0,2} $"
)
# What binds whoever says it; what does so or is sure to come; and what is a wish and no more.
PROMISED = _words(
    r"promis(?:es|ed|ing)|pledg(?:es|ed|ing)|vow(?:s|ed|ing)|guarantee(?:s|d|ing)|assur(?:es|ed|ing)"
)
BINDING = _words(
    r"promis\w*|pledg\w*|vow\w*|guarant\w*|assur\w*|agree\w*|commit\w*|undert\w*|offer\w*|will|would|shall|swor\w*"
)
WISHING = _words(
    r"hop(?:e|es|ed|ing)|wish\w*|desire\w*|want(?:s|ed|ing)?|eager|keen|looking forward"
)
# Before what is, or was, done again and again by a rule: "an exchange in which pupils would visit".
HABITUAL = expression(r"\b(?:in|under|by) which [^.;]{0,80}\bwould $")
# Before what is there already, whatever is agreed on the ground of it: "based on a 1923 ".
BASED_ON = expression(r"\b(?:based on|on the basis of|under|in line with) (?:[\w-]+ ){0,4}$")
# What lies ahead, and what puts an act after another that is ahead: "once it has been concluded".
AHEAD = expression(
    rf"{UNDONE.pattern}|(?<![\w-])(?:once|when|after|until|before|by the time|be|provided(?= (?:that|the|an?|it|they)\b)|assuming|in case|in the event|(?-i:Were|Had))(?![\w-])",
    re.IGNORECASE,
)
# A verb denied: "was not signed". Where "not" puts off or narrows ("not before", "not yet"), it
# denies nothing that a source must deny.
NEGATED = expression(
    r"(?<!\w)(?:(?:is|are|was|were|has|have|had|will|would|do|does|did|can|could|may|might|should)"
    r" not|cannot|never|nobody|none|no)(?!\w)(?! (?:before|until|(?:the )?(?:only|sole)|just|merely|simply|yet|longer|later|earlier|all|more(?=[,.;]|$)"
    r"|every|always|throughout|more than|matter))(?![,.;:)]|$)|n't(?!\w)",
    re.IGNORECASE,
)
# The same, and what sets aside or forbids: "rather than put it off", "a ban on giving it away".
SET_ASIDE = expression(
    rf"{NEGATED.pattern}|(?<![\w-])(?:rather than|instead of|bans? on(?: any)?)(?![\w-])",
    re.IGNORECASE,
)
# Whether a text has any word of these, also as a part of one ("no-one"): where it has none, no part
# of it has what they make.
OF_SET_ASIDE = expression(
    r"\b(?:not?|cannot|never|nobody|none|rather than|instead of|bans? on)\b|n't\b", re.IGNORECASE
)
NOT = _words(r"not|never|no|nobody|nothing|none|neither|nor")
# Words that deny by what they are: a statement with one has kept a negation.
HINDERING = _words(
    r"lack\w*|want of|kept|keeps?|keeping|unable|absen\w+|obstacles?|in the way|stand\w* (?:in|between)|(?:stood|come|came) (?:in|between)|forb\w+|outlaw\w*"
    r"|prohibit\w*|rul\w+ out|impossible|unlikely|illegal|unlawful|protect\w*|saf\w+guard\w*|open|unresolved|unsettled|free|despite|without|(?:stay\w*|kept|keeps?|turn\w*) away"
    r"|suspend\w*|stop\w*|deadlock\w*|standstill|stalemate|impasse|gridlock\w*|only|before|until|must|turned down|out of|even(?! so\b)|except|remain\w*|hinder\w*|spar(?:e[sd]?|ing)|avoid\w*|imped\w*|thwart\w*|oppos\w*|against|mere\w*|elud\w+|escap\w+|missing|beyond|short of|await\w*"
)
# Right before words that hold if, or once, something else does; and right after such words.
_CONDITION = r"(?P<on>if|unless|following|once|provided(?: that)?|on condition that|until|when)"
CONDITION = expression(rf"(?<![\w-]){_CONDITION} (?:the |a |an )?$")
CONDITION_FOLLOWS = expression(rf",? {_CONDITION.replace('following', 'following|after')}(?!\w)")
# Words that what follows them may put off.
CONDITIONAL = expression(r"\b(?:will|would|shall|could|can|may|might|to be)\b")
# A statement with one of these has told of what something depends on.
CONDITION_TOLD = _words(
    r"if|unless|following|follows|once|provided|condition\w*|until|when|after|before|depend\w*"
    r"|would|could|(?-i:may)|might|first|then|only|in case|upon|on (?:the )?conclusion"
)
# A clause ends here: what governs before it governs no further.
CLAUSE_END = expression(
    r"[;:.]|, (?:and|but|while|which|who)\b|\b(?:but|while|whereas|although|due to|because(?: of)?"
    r"|owing to)\b|,\"? "
)
_WORD = expression(r"\S+")
_REACH = 120  # characters


def governing(
    text: str, position: int, pattern: re.Pattern[str], reach: int = 8
) -> tuple[str, ...]:
    """Return the words of a pattern that govern `position`: in its clause, few words before it."""
    before = text[max(0, position - _REACH) : position]
    ends = [match.end() for match in CLAUSE_END.finditer(before)]
    clause = before[ends[-1] if ends else 0 :]
    words = list(_WORD.finditer(clause))
    if not words:
        return ()
    near = clause[words[max(0, len(words) - reach)].start() :]
    return tuple(match[0] for match in pattern.finditer(near))


# A clause has no more words than this, for what reaches as far as it does.
CLAUSE = 12
