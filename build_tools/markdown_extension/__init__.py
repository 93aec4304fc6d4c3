"""The Python-Markdown extension: citations become markers and notes, statements are gathered.

Listed by this module's name in `markdown_extensions`. Whoever converts pages must give it a
`Ledger` in the option `ledger`: without one it converts nothing, since no page could be checked.
"""

from typing import Any, NoReturn
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from build_tools.ledger import Ledger
from build_tools.markdown_extension.inline import (
    CitationProcessor,
    PageState,
    ReferencesWithoutCitations,
    WaiverProcessor,
)
from build_tools.markdown_extension.link_lists import LinkListProcessor
from build_tools.markdown_extension.link_targets import LinkTargets
from build_tools.markdown_extension.notes import NoteTargets
from build_tools.markdown_extension.sizes import SizeTreeprocessor
from build_tools.markdown_extension.tree import CitationTreeprocessor
from build_tools.markdown_extension.yaml_blocks import BlockPreprocessor, YamlBlockProcessor
from build_tools.pages.refused_markup import drop_comments
from build_tools.syntax.position_tags import TagPositions, strip_tags


class CountStash(Preprocessor):
    """Record how many pieces of HTML Markdown has put aside so far."""

    def __init__(self, md: Markdown, page: PageState) -> None:
        super().__init__(md)
        self._page = page

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines as they are."""
        assert self.md is not None
        self._page.stashed.append(len(self.md.htmlStash.rawHtmlBlocks))
        return lines


class CountStashInTree(Treeprocessor):
    """The same, once the tree is built."""

    def __init__(self, md: Markdown, page: PageState) -> None:
        super().__init__(md)
        self._page = page

    def run(self, root: Element) -> None:  # noqa: ARG002 - Python-Markdown's
        """Leave the tree as it is."""
        assert self.md is not None
        self._page.stashed.append(len(self.md.htmlStash.rawHtmlBlocks))


class StripTags(Postprocessor):
    """Remove the tags that are left in code, comments and raw HTML."""

    def run(self, text: str) -> str:
        """Return the page's HTML without tags."""
        return strip_tags(text)


class DropComments(Postprocessor):
    """Leave comments out: what a writer notes for writers may be the words of an article."""

    def run(self, text: str) -> str:
        """Return the page's HTML without comments; code has none, since its signs are escaped."""
        return drop_comments(text)


class RefuseAll(Preprocessor):
    """Convert nothing: there is no ledger to check pages with.

    It refuses when a page is converted, not before: MkDocs makes each extension once while it
    reads its configuration, before any hook has run.
    """

    def run(self, lines: list[str]) -> NoReturn:  # noqa: ARG002 - Python-Markdown's
        """Raise RuntimeError."""
        raise RuntimeError(
            "build_tools.markdown_extension must have a ledger, or no page would be checked. Under "
            "MkDocs list hooks/evidence.py among the hooks of mkdocs.yml: it makes one. In other "
            "programs pass the option `ledger`, a build_tools.ledger.Ledger."
        )


class CitationExtension(Extension):
    """Pandoc's citations with notes; the options say where the evidence is, and its pages."""

    def __init__(self, **kwargs: Any) -> None:
        # A default of None or a bool would make Python-Markdown turn values into bools.
        self.config = {
            "ledger": ["", "The Ledger of the build; without one no page is converted"],
            "sources_folder": ["sources", "The folder of the sources' pages below docs"],
            "corrections": ["corrections.md", "The page below docs that says how to report"],
            "repository": ["", "The `Repository` at which a statement is reported"],
        }
        super().__init__(**kwargs)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the processors; each priority says what it must come before or after."""
        ledger: Ledger | None = self.getConfig("ledger") or None
        if ledger is None:
            md.preprocessors.register(RefuseAll(md), "citation-refusal", 1000)
            return
        page = PageState()
        page.tags = TagPositions(md, ledger.kit.blocks)
        md.ESCAPED_CHARS.append("@")
        # After fenced code (25), raw HTML (20) and indented code (30), see `PageState.stashed`.
        md.preprocessors.register(CountStash(md, page), "stash-of-fences", 24)
        md.preprocessors.register(CountStash(md, page), "stash-of-html", -1000)
        md.treeprocessors.register(CountStashInTree(md, page), "stash-of-code", 25)
        # Before inline markup is read (20).
        md.treeprocessors.register(SizeTreeprocessor(md, page, ledger), "sizes", 24)
        # A block of its own, where statements are read; Python-Markdown makes no captions.
        md.block_level_elements.append("caption")
        # Before all others (the first of Python-Markdown has 30), which would move the lines.
        md.preprocessors.register(page.tags, "citation-positions", 1000)
        # After white space is normal (30); before superfences (25), to which they would be code.
        md.preprocessors.register(BlockPreprocessor(md, page, ledger.kit.blocks), "yaml-blocks", 28)
        folder = self.getConfig("sources_folder")
        blocks = YamlBlockProcessor(md, page, ledger, folder)
        # Before paragraphs (10) and all that a placeholder is not.
        md.parser.blockprocessors.register(blocks, "yaml-blocks", 175)
        # Before lists (30); after code (80), of which such a list may be a part.
        md.parser.blockprocessors.register(LinkListProcessor(md.parser, ledger), "link-lists", 35)
        # After links (160 to 120) and raw HTML (90), whose `@` are theirs; before emphasis (60),
        # whose `_` may be in a key.
        # One pattern for all forms: the leftmost wins, and `@a [para. 1; @b]` is read whole.
        processor = CitationProcessor(r"\[|(?<![\w-])-\ue00a|\ue00a", md, page, ledger)
        md.inlinePatterns.register(processor, "citation", 85)
        # In place of Python-Markdown's own.
        references = ReferencesWithoutCitations(md.parser)
        md.parser.blockprocessors.register(references, "reference", 15)
        # Before raw HTML (90), which would take the comment.
        md.inlinePatterns.register(WaiverProcessor(md, page, ledger), "citation-waiver", 95)
        # After attribute lists (8), which say what makes no claim; before contents and the
        # collection of anchors by MkDocs (5), which must see the notes.
        targets = NoteTargets(
            self.getConfig("sources_folder"),
            self.getConfig("corrections"),
            self.getConfig("repository") or None,
        )
        tree = CitationTreeprocessor(md, page, ledger, targets)
        md.treeprocessors.register(tree, "citations", 7.5)
        # After the headings have their ids (5).
        md.treeprocessors.register(LinkTargets(md, page, ledger), "link-targets", 4)
        # After raw HTML has come back (30).
        md.postprocessors.register(StripTags(md), "citation-positions", -1000)
        md.postprocessors.register(DropComments(md), "comments", -1001)
        self._page = page
        md.registerExtension(self)

    def reset(self) -> None:
        """Forget the previous page."""
        self._page.clear()


def makeExtension(**kwargs: Any) -> CitationExtension:  # noqa: N802
    """Make the extension, for Python-Markdown."""
    return CitationExtension(**kwargs)
