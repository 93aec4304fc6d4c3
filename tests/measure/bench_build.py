"""What a build costs beside the same text with other ways to cite: part of `make bench`.

One text is built four ways with one theme and its settings: plain, without its citations; with
Markdown's footnotes; with mkdocs-bibtex; and as this project does, with all checks and all that it
generates. Each is a process of its own, of which CPU seconds and the most memory are counted. The
table goes into MAINTAINING.md.
"""

import argparse
import compileall
import math
import re
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from bench import make_sources, real_statements
from maintaining import measured_with, render_table, write_figures
from measured import Cost, run_measured
from project import ROOT
from stock_site import SETTINGS, cited_with_footnotes

from build_tools.files.site_config import load_site_config
from build_tools.sources.library import Library, load_library
from build_tools.syntax.citations import parse_citations

SIZES = ((100, 50), (400, 100), (1000, 200))
# Of ours alone, with `--growth`: the last takes the better part of ten minutes.
GROWTH = (*SIZES[1:], (5000, 500))
STATEMENTS_A_PAGE, PAGES_A_SECTION = 10, 20
BIBTEX = Path(sys.prefix) / "bibtex/bin/python"
_DATA = ("names.yml", "counted-words.yml")
# Notes lead there; without it each page would have a warning, and a preview would keep none.
_CORRECTIONS = {"corrections.md": "---\nclaims: none\n---\n\n# Corrections\n\nSay what is wrong.\n"}


@dataclass(frozen=True)
class Text:
    """The pages of a site, by their paths below docs, and the sources that they cite."""

    pages: dict[str, str]
    library: Library
    seeds: Path

    @property
    def nav(self) -> list[Any]:
        """The pages in sections, after the home page."""
        uris = list(self.pages)[1:]
        starts = range(0, len(uris), PAGES_A_SECTION)
        sections = [{f"Part {a // PAGES_A_SECTION}": uris[a : a + PAGES_A_SECTION]} for a in starts]
        return [{"Home": "index.md"}, *sections]


def make_text(folder: Path, pages: int, sources: int) -> Text:
    """Make pages of real statements, each of which cites a copy of its source."""
    ids = make_sources(folder / "seeds", sources)
    copies: dict[str, list[str]] = {}
    for id_ in ids:
        copies.setdefault(id_.rsplit("-", 1)[0], []).append(id_)
    statements = real_statements(load_site_config(ROOT))
    made = {}
    for number in range(pages):
        parts = [f"# Page {number}"]
        for at in range(STATEMENTS_A_PAGE):
            place = number * STATEMENTS_A_PAGE + at
            stem, text = statements[place % len(statements)]
            id_ = copies[stem][place % len(copies[stem])]
            parts += [f"## Section {at // 2}"] if at % 2 == 0 else []
            parts.append(text.replace(f"@{stem},", f"@{id_},"))
        section = f"part-{(number - 1) // PAGES_A_SECTION}/page-{number}.md"
        made[section if number else "index.md"] = "\n\n".join(parts) + "\n"
    return Text(made, load_library(folder / "seeds", folder), folder / "seeds")


def _settings(text: Text, **changes: Any) -> dict[str, Any]:
    """Return the settings of a site of the theme as it comes, with the features that ours uses."""
    ours = yaml.safe_load(re.sub(r"!ENV (\[.*\])", "''", (ROOT / "mkdocs.yml").read_text("utf-8")))
    features = ours["theme"]["features"]
    theme = {**SETTINGS["theme"], "features": features, "palette": ours["theme"]["palette"]}
    return {
        **SETTINGS,
        "site_url": "https://bench.example/",
        "theme": theme,
        "nav": text.nav,
    } | changes


def write_site(folder: Path, pages: dict[str, str], settings: dict[str, Any]) -> None:
    """Write a site to be built."""
    for uri, page in pages.items():
        path = folder / "docs" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings, sort_keys=False), "utf-8")


def write_plain(folder: Path, text: Text) -> None:
    """Write the text without its citations."""
    pages = {uri: _without_citations(page) for uri, page in text.pages.items()}
    write_site(folder, pages, _settings(text))


def _without_citations(page: str) -> str:
    for group in reversed(list(parse_citations(page))):
        page = page[: group.start].rstrip() + page[group.end :]
    return page


def write_footnotes(folder: Path, text: Text) -> None:
    """Write the text with footnotes that say what ours do."""
    pages = {uri: cited_with_footnotes(page, text.library) for uri, page in text.pages.items()}
    write_site(folder, pages, _settings(text))


def write_bibtex(folder: Path, text: Text) -> None:
    """Write the text for mkdocs-bibtex: its citations are Pandoc's too."""
    pages = {uri: f"{page}\n\\bibliography\n" for uri, page in text.pages.items()}
    plugins = ["search", {"bibtex": {"bib_file": "sources.bib", "bib_by_default": False}}]
    write_site(folder, pages, _settings(text, plugins=plugins))
    (folder / "sources.bib").write_text("\n".join(_bibtex(text.library)), "utf-8")


def _bibtex(library: Library) -> Iterable[str]:
    for source in library.sources.values():
        record = source.record
        yield (
            f"@online{{{source.id}, title = {{{record.title or 'Report'}}}, "
            f"author = {{{{{record.container_title}}}}}, date = {{{record.issued[:10]}}}, "
            f"url = {{{record.url}}}}}"
        )


def write_ours(folder: Path, text: Text) -> None:
    """Write the text as it is, into this project in place of its own."""
    folder.mkdir()
    for part in ("hooks", "overrides", "docs/assets"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "build_tools").symlink_to(ROOT / "build_tools")
    shutil.copytree(text.seeds, folder / "seeds")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    others = [{"Sources": ["sources/index.md", "sources/"]}, *_CORRECTIONS]
    own = yaml.safe_dump({"nav": [*text.nav, *others]}, sort_keys=False)
    pages = text.pages | _CORRECTIONS
    write_site(folder, pages, {})
    (folder / "mkdocs.yml").write_text(f"{settings}\n{own}", encoding="utf-8")
    (folder / "docs/_data").mkdir()
    for name in _DATA:
        shutil.copy(ROOT / "docs/_data" / name, folder / "docs/_data")
    day = {"date": "2026-01-01", "kind": "page", "title": "A page", "summary": "It is there."}
    (folder / "docs/_data/changes").mkdir()
    for number, uri in enumerate(pages):
        file = folder / f"docs/_data/changes/{number}.yml"
        file.write_text(yaml.safe_dump({**day, "page": uri}), "utf-8")


WAYS = {
    "plain": write_plain,
    "footnotes": write_footnotes,
    "mkdocs-bibtex": write_bibtex,
    "ours": write_ours,
}


def compile_library() -> None:
    """Compile the library, as any other that is installed; a machine may keep Python from it."""
    compileall.compile_dir(ROOT / "build_tools", quiet=1)


def build(folder: Path, python: str) -> Cost:
    """Build a site in a process of its own; raise where it fails."""
    variables = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder)}
    done = run_measured([python, "-m", "mkdocs", "build", "-q"], folder, variables)
    if done.returncode or not (folder / "site/index.html").exists():
        raise RuntimeError(f"{folder.name}: {done.output[-2000:]}")
    return done.cost


def measure(pages: int, sources: int, ways: Iterable[str]) -> dict[str, Cost]:
    """Build a text of so many pages, which cite so many sources, in each of the ways."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        text = make_text(folder, pages, sources)
        costs = {}
        for way in ways:
            WAYS[way](folder / way, text)
            python = str(BIBTEX) if way == "mkdocs-bibtex" else sys.executable
            costs[way] = build(folder / way, python)
            print(pages, sources, way, costs[way], flush=True)
    return costs


def render(found: dict[tuple[int, int], dict[str, Cost]]) -> str:
    """Return the table, with how many times footnotes each costs."""
    head = ["Pages", "Sources", "Way", "CPU, s", "Times footnotes", "MB", "Times footnotes"]
    rows = []
    for (pages, sources), costs in found.items():
        base = costs["footnotes"]
        for way, cost in costs.items():
            times = (cost.seconds / base.seconds, cost.megabytes / base.megabytes)
            cells = [
                f"{cost.seconds:.1f}",
                f"{times[0]:.2f}",
                f"{cost.megabytes:.0f}",
                f"{times[1]:.2f}",
            ]
            rows.append([f"{pages:,}", str(sources), way, *cells])
    return render_table(head, rows, words=3)


def _slope(new: float, old: float, pages: float) -> str:
    """Return the power of the pages, so many times as many, by which a cost has grown."""
    return f"{math.log(new / old) / math.log(pages):.2f}"


def measure_growth() -> str:
    """Return a table of what ours costs as the text grows."""
    head = ["Pages", "Sources", "CPU, s", "Slope", "MB", "Slope"]
    rows: list[list[str]] = []
    found: list[tuple[int, Cost]] = []
    for pages, sources in GROWTH:
        cost = measure(pages, sources, ["ours"])["ours"]
        slopes = ["", ""]
        if found:
            before, old = found[-1]
            times = pages / before
            pairs = ((cost.seconds, old.seconds), (cost.megabytes, old.megabytes))
            slopes = [_slope(new, last, times) for new, last in pairs]
        cells = [f"{cost.seconds:.1f}", slopes[0], f"{cost.megabytes:.0f}", slopes[1]]
        rows.append([f"{pages:,}", str(sources), *cells])
        found.append((pages, cost))
    (fewest, least), *_, (most, largest) = found
    whole = _slope(largest.seconds, least.seconds, most / fewest)
    return f"{render_table(head, rows, words=2)}\n\nOf CPU from the first to the last: {whole}."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, default=len(SIZES), help="how many sizes, of three")
    parser.add_argument(
        "--growth", action="store_true", help="how ours alone grows, to 5,000 pages"
    )
    given = parser.parse_args()
    sizes = SIZES[: given.sizes]
    if given.growth:
        compile_library()
        write_figures("bench-growth", f"{measured_with()}.\n\n{measure_growth()}")
        return
    if not BIBTEX.exists():
        sys.exit("mkdocs-bibtex is missing: `make bench` installs it")
    compile_library()
    found = {size: measure(*size, WAYS) for size in sizes}
    used = f"MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}"
    text = f"{measured_with()}, {used}.\n\n{render(found)}"
    print(text)
    if len(sizes) == len(SIZES):
        write_figures("bench-build", text)


if __name__ == "__main__":
    main()
