"""Where one clause of a sentence ends and another begins, and what may stand between its parts."""

import re

# Here one clause ends, and another may be somebody else's.
BORDER = re.compile(
    r"[;:]\s|,? (?:while|whereas|but)\s|, and (?=(?:to|for|in) )"
    r"|,? (?=(?:if|should|once|when|unless|until|after|before|because|since|although|though) )"
)
# Between a name and a word that goes with it: "top diplomats Dorsch and Revnik".
BEFORE_NAME = re.compile(
    r"(?: (?!(?:and|or|with|to|of|from|by|for|on|in|at|that|than|as|said|told|asked)\b)[a-z]+)"
    r"{0,2} "
)
MAIN_CLAUSE = re.compile(r", | (?=(?:there|he|she|they|it|both|the two)\b)")
