"""What tells whether a verb's deed is done, is to be done, or is named and no more."""

import re

from build_tools.expressions import expression

# Before words that have come about: "had made", "was then".
DONE = expression(r"\b(?:had|has|have|was|were|made|held|gave|took)(?: \w+)? $")
# What is to be done is not done, though the word has the form of a past: "is to be submitted".
TO_BE = expression(r"\bbe (?:\w+ly )?$")
# Before what goes on, and is not done: "is being negotiated".
BEING = expression(r"\bbeing (?:\w+ly )?$")
# A noun that has the form of a verb, unless something "is meeting".
NAMES_DEED = expression(r"ings?$")
# A noun that names a deed, by its ending or by itself.
DEED = expression(
    r"(?:ion|ing|ment|ure|ance|sis|over|al)s?$|^(?:return|transfer|visit|trip|sale|purchase|release"
    r"|start|end|repair|loss|theft|rise|fall|change|use|departure|talk|call)s?$",
    re.IGNORECASE,
)
# Before a noun whose deed is taken for done, though nothing says so: "since the handover".
TAKEN_FOR_DONE = expression(
    r"(?:\b(?:since|following|despite|thanks to|because of|due to|owing to|as a result of|after|upon)|(?:^|, )with) "
    r"(?:the|its|his|her|their) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
# The same by its day, after the noun: "the handover of two bells in 1956".
DATED = expression(r"(?: (?:of|to|by) (?:[\w'’-]+ ){0,5}?[\w'’-]+)? (?:in|on) (?:\w+ )?\d")
NAMED = expression(r"\b(?:the|its|his|her|their) (?:[\w-]+ ){0,2}$", re.IGNORECASE)
