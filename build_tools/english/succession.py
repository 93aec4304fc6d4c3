"""How a text says who came after whom in an office: "Ulvholt succeeded Dorsch"."""

from build_tools.expressions import expression

_AS = r"(?: as [a-z][a-z -]{2,30}?)?"
_TITLED = r"(?:(?:the|then|former|[A-Z][\w-]*) ){0,4}"
_VERB = r"(?P<word>succeed(?:s|ed)|follow(?:s|ed)|took over from|came after)"
_DONE = r"(?P<word>succeeded|followed)"
# Between two people: the first comes after the second, and the first came before the second.
LATER_FIRST = expression(
    rf"(?:, who)?(?: had| has)? {_VERB} {_TITLED}"
    rf"|['’]s (?P<noun>predecessor){_AS}(?:, (?:was )?| (?:was|is) | ){_TITLED}"
    rf"|(?: was| is|, who was|,) the (?P<title>successor) (?:of|to) {_TITLED}"
)
EARLIER_FIRST = expression(
    rf",? (?:who )?(?:(?:was|is|had been) )?{_DONE}{_AS} by {_TITLED}"
    rf"|['’]s (?P<noun>successor){_AS}(?:, (?:was )?| (?:was|is) | ){_TITLED}"
    rf"|(?: was| is|, who was|,) the (?P<title>predecessor) of {_TITLED}"
)
# Between two people of whom the second has words after it that tell which came first: "Dorsch, whom
# Ulvholt succeeded", "Ulvholt, Dorsch's successor", "Dorsch had Ulvholt as successor".
WHOM = expression(rf", whom {_TITLED}")
IS_WHAT = expression(rf"(?:,(?: who (?:was|is))?| (?:was|is|had been)) {_TITLED}")
CAME_AFTER = expression(rf"(?: had| has)? {_DONE}\b")
OF_WHOM = expression(r"['’]s (?P<word>predecessor|successor)\b")
HAD = expression(rf",? (?:who )?(?:had|has) {_TITLED}")
AS_WHAT = expression(r" as (?:his |her )?(?P<word>predecessor|successor)\b")
# Right before somebody: whose successor they are is told by "his" alone.
HIS = expression(rf"\b(?:[Hh]is|[Hh]er) (?P<word>predecessor|successor){_AS},? {_TITLED}$")
SUCCESSOR = "successor"
