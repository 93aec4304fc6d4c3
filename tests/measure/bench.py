"""How the cost of the checks grows with pages and with sources: `make bench`.

Prints ratios of one run, not seconds: machines differ, growth does not. Pages and sources are made
from the real ones, under other ids, so that every statement is one that the checks know to judge.
"""

import re
import time
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from build_tools.files.site_config import SiteConfig, load_site_config
from build_tools.manuscript.read import load_site_library, read_manuscript
from build_tools.pages.account import account_for

ROOT = Path(__file__).parents[2]
CITATIONS_A_PAGE = 10
PAGES = (10, 100, 1000)
SOURCES = (50, 200)


def make_sources(folder: Path, count: int) -> list[str]:
    """Copy the real sources under new ids until there are `count`; return the ids."""
    folder.mkdir()
    real = sorted((ROOT / "seeds").glob("*.txt"))
    stems, ids = [path.stem for path in real], []
    for number, text in enumerate(islice(cycle(real), count)):
        id_ = f"{text.stem}-{number}"
        record = text.with_suffix(".yml").read_text(encoding="utf-8")
        record = re.sub(rf"^id: {text.stem}$", f"id: {id_}", record, flags=re.MULTILINE)
        # A source that follows another follows that one's first copy.
        parents = "|".join(stems)
        record = re.sub(
            rf"^  id: ({parents})$",
            lambda match: f"  id: {match[1]}-{stems.index(match[1])}",
            record,
            flags=re.MULTILINE,
        )
        (folder / f"{id_}.txt").write_bytes(text.read_bytes())
        (folder / f"{id_}.yml").write_text(record, encoding="utf-8")
        ids.append(id_)
    return ids


def make_pages(folder: Path, count: int, ids: list[str], statements: list[tuple[str, str]]) -> int:
    """Write pages of real statements, each citing a copy of its source; return the citations."""
    folder.mkdir()
    supply = cycle(statements)
    copies = {stem: cycle(list(group)) for stem, group in _copies(ids).items()}
    total = 0
    for number in range(count):
        lines = [f"# Page {number}"]
        for stem, text in islice(supply, CITATIONS_A_PAGE):
            lines.append(text.replace(f"@{stem},", f"@{next(copies[stem])},"))
            total += 1
        (folder / f"page-{number}.md").write_text("\n\n".join(lines), encoding="utf-8")
    return total


def _copies(ids: list[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for id_ in ids:
        groups.setdefault(id_.rsplit("-", 1)[0], []).append(id_)
    return groups


def real_statements(config: SiteConfig) -> list[tuple[str, str]]:
    """Return statements of the site that rest on one citation, as (source, Markdown).

    Only those that need no stand-in: an entry for one paragraph is for none of its copies.
    """
    found = []
    ledger = read_manuscript(config)
    for entry in ledger.entries:
        [first, *others] = entry.statement.citations
        used = account_for(entry.statement, ledger.library).used
        if not (others or used) and first.locator and not first.pins:
            text = f"{entry.statement.text} [@{first.key}, {first.locator}]."
            found.append((first.key, text))
    return found


def measure(pages: int, sources: int, statements: list[tuple[str, str]]) -> tuple[float, float]:
    """Return the seconds of loading the sources and of checking the pages."""
    config = load_site_config(ROOT)
    with TemporaryDirectory() as name:
        folder = Path(name)
        ids = make_sources(folder / "seeds", sources)
        expected = make_pages(folder / "docs", pages, ids, statements)
        data = folder / "docs" / "_data"
        data.mkdir()
        (data / "names.yml").write_bytes((ROOT / "docs/_data/names.yml").read_bytes())
        made = SiteConfig(
            folder, folder / "docs", folder / "seeds",
            config.extensions, config.extension_configs, config.limits, config.excluded,
        )  # fmt: skip
        started = time.perf_counter()
        library = load_site_library(made)
        loaded = time.perf_counter()
        ledger = read_manuscript(made, library)
        findings = ledger.findings
        done = time.perf_counter()
        checked = sum(len(entry.statement.citations) for entry in ledger.entries)
        assert checked == expected, f"{expected} citations were written, {checked} were checked"
        assert len(library.sources) == sources, "every source must load"
        unexpected = {finding.code for finding in findings} - {"budget", "both-names"}
        assert not unexpected, f"findings on real statements: {sorted(unexpected)}"
    return loaded - started, done - loaded


def main() -> None:
    config = load_site_config(ROOT)
    started = time.perf_counter()
    read_manuscript(config).findings  # noqa: B018 - reading it runs the checks of the site
    site = time.perf_counter() - started
    statements = real_statements(config)
    print(f"the whole site: {site:.2f} s; the ratios below are of cost per page or per source\n")
    print("pages  sources  cost per page  cost per source loaded")
    first_page = first_source = None
    for sources in SOURCES:
        for pages in PAGES:
            loading, checking = measure(pages, sources, statements)
            first_page = first_page or checking / pages
            first_source = first_source or loading / sources
            print(
                f"{pages:5}  {sources:7}  {checking / pages / first_page:13.2f}"
                f"  {loading / sources / first_source:22.2f}"
            )


if __name__ == "__main__":
    main()
