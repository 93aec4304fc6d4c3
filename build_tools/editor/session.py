"""A project as an editor works on it: its sources, and what is wrong with a page as typed."""

from pathlib import Path

from build_tools.assembly import load_kit
from build_tools.editor.judging import judge_alone
from build_tools.files.page_files import PAGE_SUFFIXES
from build_tools.files.site_config import load_site_config
from build_tools.ledger import Ledger
from build_tools.lexicon.stand_ins import STAND_INS
from build_tools.manuscript.read import enter_page, load_site_library, site_markdown
from build_tools.pages.broken_links import check_broken_links
from build_tools.pages.fillings import dated_entries, event_elsewhere, load_fillings
from build_tools.pages.front_matter import Filling
from build_tools.pages.statements import Statement
from build_tools.problems import Problem


class Session:
    """A project as it was when last looked at, and the text of pages as an editor has them."""

    def __init__(self, root: Path) -> None:
        """Read the project at `root`; raises InputProblems where its configuration is wrong."""
        self.root = root.resolve()
        # What was stated on each page when it was last checked.
        self.statements: dict[Path, tuple[Statement, ...]] = {}
        self.refresh()

    def refresh(self) -> None:
        """Read again what has changed on the disk; raises InputProblems, and keeps the old then."""
        config = load_site_config(self.root)
        library, kit = load_site_library(config), load_kit(config)
        self.config, self.library, self._kit = config, library, kit
        self._fillings = load_fillings(config.docs, config.root)
        self._dated = dated_entries(config.docs, config.root)

    def is_page(self, path: Path) -> bool:
        """Whether a file is a page, or the draft of one."""
        return path.suffix in PAGE_SUFFIXES and path.resolve().is_relative_to(self.config.docs)

    @property
    def stand_ins(self) -> Path:
        """The file of stand-ins."""
        return self.config.docs / STAND_INS

    def findings(self, path: Path, text: str) -> list[Problem]:
        """Check a page with a text that need not be saved; return what is found in it, in order.

        What takes all pages is left to `check`: quotations in all, stand-ins without a use, and
        links to a place on another page.
        """
        path = path.resolve()
        shown = path.relative_to(self.config.root).as_posix()
        uri = path.relative_to(self.config.docs).as_posix()
        text = text.replace("\r\n", "\n")
        ledger = self._read(text, shown, uri, self._fillings)
        entries = list(ledger.entries)
        # What is said of an event in a head stands on other pages, in blocks that it fills.
        if event := event_elsewhere(text, shown, uri, self._dated):
            blocks = "\n".join(f"```{kind}\n```\n" for kind in event)
            entries += self._read(blocks, shown, f"of-{uri}", event).entries
        statements = (entry.statement for entry in entries)
        self.statements[path] = tuple(it for it in statements if it.place.path == shown)
        found = {problem for entry in entries for problem in entry.problems}
        found.update(ledger.page_problems[uri])
        found.update(check_broken_links(ledger.links, self._kit.there))
        return sorted(problem for problem in found if problem.place.path == shown)

    def _read(self, text: str, shown: str, uri: str, fillings: dict[str, Filling]) -> Ledger:
        ledger = Ledger(
            self.library, self._kit, publishes=False, fillings=fillings, judge=judge_alone
        )
        enter_page(text, shown, uri, ledger, site_markdown(self.config, ledger))
        return ledger
