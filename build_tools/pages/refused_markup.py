"""What a page's markup may not do: show readers text other than what the checks read.

Markdown alone is read. Raw HTML, attributes that hide or add text, typed block quotes and
invisible characters would publish words unread, or have words read that nobody is shown.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from rapidfuzz import process

from build_tools.expressions import expression
from build_tools.files.models import LONGEST_LABEL
from build_tools.pages.statements import PageText
from build_tools.problems import Place, Problem
from build_tools.text.sentences import split_sentences
from build_tools.text.words import split_words

CODE = "markup"
ENTITY = expression(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
# Browsers end a comment at `<!-->`, `<!--->` and `--!>` too.
_COMMENT = expression(r"<!--(?!-?>)(?:(?!--!?>|<!--).)*-->", re.DOTALL)
# The kinds of box that the theme has, without those for quotations.
_CLASSES = frozenset(
    """no-claim ways-in key-points outside-evidence admonition admonition-title details note
    abstract info tip success question warning failure danger bug example""".split()
)
# Attributes that Markdown itself writes, and those that describe an element and show nothing.
_ATTRIBUTES = frozenset("id class href src alt lang scope start index data-label".split())
# The build's own ids; the theme's start with two underscores.
_OWN_ID = expression(r"(?:note|cite|s|para)-|__")
_ALIGNED = expression(r"text-align: (?:left|center|right);")
# Boxes that extensions make whole: the only attribute that can be typed on them is a class.
_BOXES = frozenset(["div", "details", "summary", "input", "label"])
# Their text needs no citation: it names what is below or next to it, and is short.
_LABELS = frozenset(["th", "dt"])
_TITLES = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "caption", "summary"])
_LONGEST_TITLE = 25
_TAG = expression(r"<(?P<closes>/)?(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
# How Markdown has what is typed most often.
_IN_MARKDOWN = {
    "b": "write **words**", "strong": "write **words**", "i": "write *words*",
    "em": "write *words*", "br": "leave a line empty: a new paragraph begins",
    "a": "write [words](address)", "img": "write ![what it shows](path)",
    "blockquote": "use the block `passage`",
}  # fmt: skip
# A citation, in text that was read as code.
_CITES = expression(r"(?<!\w)@[\w{]")
_MEANT = "did you mean .{}?"
NO_CLAIM_MEANT = _MEANT.format("no-claim")
# At this likeness or more, in per cent, a class is another one mistyped.
_LIKE = 85


def is_comment(raw: str) -> bool:
    """Tell whether raw HTML is one whole comment, to every browser."""
    return _COMMENT.fullmatch(raw.strip()) is not None


def drop_comments(html_: str) -> str:
    """Return HTML without its whole comments."""
    return _COMMENT.sub("", html_)


def check_raw_html(pieces: Iterable[str], text: PageText) -> Iterator[Problem]:
    """Refuse raw HTML that is not a comment; each of `pieces` is as typed, in their order.

    The tag that closes an element is told of with the one that opened it.
    """
    opened: Counter[str] = Counter()
    after: dict[str, int] = {}
    for raw in pieces:
        if is_comment(raw):
            continue
        tag = _TAG.match(raw.strip())
        if tag and tag["closes"] and opened[tag["name"]]:
            opened[tag["name"]] -= 1
            continue
        if tag:
            opened[tag["name"]] += 1
        line = raw.strip().split("\n")[0]
        offset = max(text.text.find(line, after.get(line, 0)), 0)
        after[line] = offset + 1
        message = "a page must not have raw HTML: no check reads it as a browser does"
        hint = _IN_MARKDOWN.get(tag["name"] if tag else "", "write it in Markdown")
        yield Problem(text.place(offset), CODE, message, hint)


def check_signs(text: PageText) -> Iterator[Problem]:
    """Refuse characters without a glyph, typed or as entities: they hide or reverse text."""
    found = [(match.start(), match[0]) for match in re.finditer(r"[^\n\t -~]", text.text)]
    found += [
        (match.start(), sign)
        for match in ENTITY.finditer(text.text)
        for sign in html.unescape(match[0])
    ]
    for offset, sign in sorted(found):
        if unicodedata.category(sign) in ("Cc", "Cf", "Co", "Cs", "Cn") and sign != "\r":
            message = f"a page must not have invisible characters: U+{ord(sign):04X}"
            yield Problem(text.place(offset), CODE, message, "remove it")


def check_elements(
    root: Element, made: Mapping[Element, Mapping[str, str]], text: PageText
) -> Iterator[Problem]:
    """Refuse attributes and long titles of a tree that a writer has typed.

    `made` has the elements that templates of blocks have made, with their own attributes.
    """
    for element in root.iter():
        own = made.get(element)
        typed = {name: value for name, value in element.items() if (own or {}).get(name) != value}
        for what in _refused(element.tag, typed):
            message = f"a page must not set {what}: it could show text other than what is checked"
            name = re.search(r"class '(.*)'", what)
            best = name and process.extractOne(name[1], _CLASSES, score_cutoff=_LIKE)
            hint = _MEANT.format(best[0]) if best else "remove it"
            yield Problem(_place(element, text), CODE, message, hint)
        if own is None:
            yield from _check_title(element, text)


def check_blocks(root: Element, made: Collection[Element], text: PageText) -> Iterator[Problem]:
    """Refuse block quotes, and statements that are code because of the blanks before them."""
    for element in root.iter():
        if element in made:
            continue
        if element.tag == "blockquote":
            message = "quoted passages must be drawn from the source by a block, not typed"
            yield Problem(_place(element, text), CODE, message, "use the block `passage`")
        elif element.tag == "pre" and _CITES.search("".join(element.itertext())):
            message = "a statement must begin at the margin: after a tab or four blanks it is code"
            yield Problem(_place(element, text), CODE, message, "take the blanks before it out")


def _refused(tag: str, typed: Mapping[str, str]) -> Iterator[str]:
    for class_ in (typed.get("class") or "").split():
        if class_ not in _CLASSES and not (tag in _BOXES and class_.startswith("tabbed")):
            yield f"the class '{class_}'"
    if tag in _BOXES:
        return
    for name, value in typed.items():
        aligned = name == "style" and tag in ("td", "th") and _ALIGNED.fullmatch(value)
        if name not in _ATTRIBUTES and not aligned:
            yield f"'{name}'"
        elif name == "id" and _OWN_ID.match(value):
            yield f"an id like '{value}'"


def _check_title(element: Element, text: PageText) -> Iterator[Problem]:
    is_title = element.tag in _TITLES or element.get("class") == "admonition-title"
    if not (is_title or element.tag in _LABELS):
        return
    limit, words = (_LONGEST_TITLE if is_title else LONGEST_LABEL), _words(element)
    if len(split_words(words)) > limit:
        message = f"text without a citation must have at most {limit} words here"
        yield Problem(_place(element, text), CODE, message, "say it below, with its citation")
    elif len(split_sentences(words)) > 1:
        message = "text without a citation must be one sentence here"
        yield Problem(_place(element, text), CODE, message, "say the rest below, with its citation")


def _words(element: Element) -> str:
    pictures = (image.get("alt") or "" for image in element.iter("img"))
    text = " ".join(("".join(element.itertext()), *pictures))
    text = re.sub("\x02[^\x02\x03]*+\x03", " ", text)
    return " ".join(html.unescape(text).split())


def _place(element: Element, text: PageText) -> Place:
    # After a few words there may be a citation, which is no longer text of the element.
    words = " ".join(_words(element).split()[:3])
    offset = text.find(words, 0, len(text.text), first=True)
    return text.place(offset or 0)
