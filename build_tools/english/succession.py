"""How a text says who came after whom in an office: "Ulvholt succeeded Dorsch"."""

import re

_AS = r"(?: as [a-z][a-z -]{2,30}?)?"
_TITLED = r"(?:(?:the|then|former|[A-Z][\w-]*) ){0,4}"
_VERB = r"(?P<word>succeed(?:s|ed)|follow(?:s|ed)|took over from|came after)"
_DONE = r"(?P<word>succeeded|followed)"
# Between two people: the first comes after the second, and the first came before the second.
LATER_FIRST = re.compile(
    rf"(?:, who)?(?: had| has)? {_VERB} {_TITLED}"
    rf"|['’]s (?P<noun>predecessor){_AS}(?:, (?:was )?| (?:was|is) | ){_TITLED}"
    rf"|(?: was| is|, who was|,) the (?P<title>successor) (?:of|to) {_TITLED}"
)
EARLIER_FIRST = re.compile(
    rf",? (?:who )?(?:(?:was|is|had been) )?{_DONE}{_AS} by {_TITLED}"
    rf"|['’]s (?P<noun>successor){_AS}(?:, (?:was )?| (?:was|is) | ){_TITLED}"
    rf"|(?: was| is|, who was|,) the (?P<title>predecessor) of {_TITLED}"
)
# Between two people of whom the second has words after it that tell which came first: "Dorsch, whom
# Ulvholt succeeded", "Ulvholt, Dorsch's successor", "Dorsch had Ulvholt as successor".
WHOM = re.compile(rf", whom {_TITLED}")
IS_WHAT = re.compile(rf"(?:,(?: who (?:was|is))?| (?:was|is|had been)) {_TITLED}")
CAME_AFTER = re.compile(rf"(?: had| has)? {_DONE}\b")
OF_WHOM = re.compile(r"['’]s (?P<word>predecessor|successor)\b")
HAD = re.compile(rf",? (?:who )?(?:had|has) {_TITLED}")
AS_WHAT = re.compile(r" as (?:his |her )?(?P<word>predecessor|successor)\b")
# Right before somebody: whose successor they are is told by "his" alone.
HIS = re.compile(rf"\b(?:[Hh]is|[Hh]er) (?P<word>predecessor|successor){_AS},? {_TITLED}$")
SUCCESSOR = "successor"
