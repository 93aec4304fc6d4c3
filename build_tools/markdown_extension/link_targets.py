"""What links may lead to on a page, and where its own lead: known once its headings have ids."""

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from build_tools.ledger import Ledger
from build_tools.markdown_extension.inline import PageState
from build_tools.pages.block_reader import HEADINGS
from build_tools.pages.page_links import PageLinks


class LinkTargets(Treeprocessor):
    """Enter where a page leads, and the ids on it, once its headings have theirs."""

    def __init__(self, md: Markdown, page: PageState, ledger: Ledger) -> None:
        super().__init__(md)
        self._page, self._ledger = page, ledger

    def run(self, root: Element) -> None:
        """Leave the tree as it is."""
        anchors = frozenset(id_ for element in root.iter() if (id_ := element.get("id")))
        self._ledger.links[self._ledger.page.uri] = PageLinks(tuple(self._page.links), anchors)


def keep_targets(root: Element) -> None:
    """Leave of a tree what a link may lead to: headings, which get their ids later, and ids."""
    kept = [
        element if element.tag in HEADINGS else Element("p", id=element.get("id", ""))
        for element in root.iter()
        if element.tag in HEADINGS or element.get("id")
    ]
    root.clear()
    root.extend(kept)
