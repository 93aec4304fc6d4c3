"""Where a citation may not stand: in a heading, which states nothing, and in a link's text."""

from collections.abc import Collection, Iterator, Sequence
from xml.etree.ElementTree import Element

from build_tools.pages.block_reader import CITATION_TAG, HEADINGS
from build_tools.pages.statement_reader import FoundGroup
from build_tools.pages.statements import PageText
from build_tools.problems import Problem

_CODE = "citation"


def check_places(
    root: Element, made: Collection[Element], groups: Sequence[FoundGroup], text: PageText
) -> Iterator[Problem]:
    """Refuse citations in the headings and links that a writer has typed, not a block."""
    for element in root.iter():
        if element in made or not (element.tag == "a" or element.tag in HEADINGS):
            continue
        for citation in element.iter(CITATION_TAG):
            place = text.place(groups[int(citation.get("index", ""))].offsets[0])
            if element.tag == "a":
                message = "a citation must not stand in the text of a link"
                hint = "put it after the link: its own marker is one"
            else:
                message = "a citation must not stand in a heading, which states nothing"
                hint = "say it in the text below, with its citation"
            yield Problem(place, _CODE, message, hint)
