"""Where the words end that tell what does something, or what it is done to."""

import re

from build_tools.english.owning import SMALL_WORDS

# A noun phrase ends before one of these.
ENDS_PHRASE = re.compile(
    rf"[^\w\s'’-]|(?<![\w-])(?:{SMALL_WORDS}|into|toward|towards|against|under|between|among|without"
    r"|whom|whose|where|when|while|if|once|until|since|because|and|or|but|not|be|been|should|must|did"
    r"|does|do)(?![\w-])",
    re.IGNORECASE,
)
# A part of a sentence, of which each has a verb of its own, begins after one of these.
BEGINS_PART = re.compile(
    r"[,;:—]\s|(?<![\w-])(?:and|but|that|which|who|because|while|when|if|until|once|unless"
    r"|although|whereas)\s"
)
# Before or after a verb: what does it, or what it is done to, is pointed at.
POINTS = re.compile(r" (?:it|them|this|that|these|those|so|one|some|both)\b")
