"""Where the words end that tell what does something, or what it is done to."""

import re

# A noun phrase ends before one of these.
ENDS_PHRASE = re.compile(
    r"[^\w\s'’-]|(?<![\w-])(?:of|in|on|at|to|for|by|with|from|over|about|into|toward|towards|against|under"
    r"|between|among|without|than|as|that|which|who|whom|whose|where|when|while|if|once|until|after"
    r"|before|since|because|and|or|but|not|is|are|was|were|be|been|has|have|had|will|would|can"
    r"|could|may|might|should|must|did|does|do)(?![\w-])",
    re.IGNORECASE,
)
# A part of a sentence, of which each has a verb of its own, begins behind one of these.
BEGINS_PART = re.compile(r"[,;:—]\s|(?<![\w-])(?:and|but|that|which|who|because|while|when|if)\s")
# Before or behind a verb: what does it, or what it is done to, is pointed at.
POINTS = re.compile(r" (?:it|them|this|that|these|those|so|one|some|both)\b")
