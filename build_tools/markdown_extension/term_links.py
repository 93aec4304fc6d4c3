"""Link the first mention of a term on a page to its definition in the glossary.

The definition comes along as the link's title. assets/cards.js makes a card of it, for a pointer, a
keyboard and a finger alike; without the script there is the link itself.
"""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from build_tools.expressions import expression
from build_tools.lexicon.glossary import Glossary, Term

# Text that is a link, code, a heading, a label or someone else's words is left as it is.
_LEFT_ALONE = frozenset(
    """a abbr blockquote button caption code dt h1 h2 h3 h4 h5 h6 pre q script style sup svg
    th""".split()
)
_NOT_PROSE = {"notes", "problem", "no-terms"}
_PROSE = frozenset("p li td dd div".split())
_QUOTED = expression(r"\"[^\"]*\"|“[^“”]*+”")


class TermLinks:
    """The terms of one page that have not been mentioned yet."""

    def __init__(self, glossary: Glossary, names: str) -> None:
        """`glossary` is the address of its page from this one."""
        self._terms = dict(glossary.forms())
        self._glossary = names
        longest_first = sorted(self._terms, key=len, reverse=True)
        either = "|".join(re.escape(form) for form in longest_first) or "(?!)"
        self._pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")
        self._linked: set[str] = set()

    def put_in(self, root: Element) -> None:
        """Link first mentions below `root`, in document order, in place."""
        if self._terms:
            self._visit(root, inside=False)

    def _visit(self, element: Element, *, inside: bool) -> None:
        classes = set((element.get("class") or "").split())
        if element.tag in _LEFT_ALONE or _NOT_PROSE & classes:
            return
        inside = inside or element.tag in _PROSE
        children = list(element)
        if inside and element.text and not isinstance(element.text, AtomicString):
            before, links = self._split(element.text)
            element.text = before
            for position, link in enumerate(links):
                element.insert(position, link)
        for child in children:
            self._visit(child, inside=inside)
            if inside and child.tail:
                child.tail, links = self._split(child.tail)
                position = list(element).index(child) + 1
                for offset, link in enumerate(links):
                    element.insert(position + offset, link)

    def _split(self, text: str) -> tuple[str, list[Element]]:
        """Return the text before the first link, and links whose tails are the rest."""
        links: list[Element] = []
        before, end = "", 0
        for form, start, stop in self._mentions(text):
            if links:
                links[-1].tail = text[end:start]
            else:
                before = text[:start]
            links.append(self._link(self._terms[form], form))
            end = stop
        if not links:
            return text, []
        links[-1].tail = text[end:]
        return before, links

    def _mentions(self, text: str) -> Iterator[tuple[str, int, int]]:
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        for match in self._pattern.finditer(text):
            anchor = self._terms[match[0]].anchor
            within = any(start <= match.start() < stop for start, stop in quoted)
            if anchor not in self._linked and not within:
                self._linked.add(anchor)
                yield match[0], *match.span()

    def _link(self, term: Term, form: str) -> Element:
        attributes = {"class": "term", "href": f"{self._glossary}#{term.anchor}"}
        link = Element("a", attributes | {"title": term.definition})
        link.text = form
        return link
