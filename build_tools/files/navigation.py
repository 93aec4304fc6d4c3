"""Which pages the navigation in `mkdocs.yml` lists, itself or by folder, and where new ones go."""

from collections.abc import Iterable, Iterator, Set
from pathlib import PurePosixPath

import yaml
from pathspec import GitIgnoreSpec

from build_tools.files.page_files import written_uris
from build_tools.files.site_config import SiteConfig, listed
from build_tools.files.text_files import read_text
from build_tools.files.yaml_places import find_places
from build_tools.problems import Place, Problem

CODE, SETTINGS = "nav", "mkdocs.yml"


def pages_for_nav(config: SiteConfig) -> list[str]:
    """Return the paths, below the folder of pages, of the written pages that `nav` must lead to."""
    left_out = GitIgnoreSpec.from_lines([*config.excluded, *config.not_in_nav])
    return [uri for uri in written_uris(config.docs) if not left_out.match_file(uri)]


def check_navigation(config: SiteConfig) -> Iterator[Problem]:
    """Find the pages that no entry of `nav` leads to; without a `nav` MkDocs lists them all.

    The place is where the line is to go, and the finding is about the page.
    """
    for uri in pages_for_nav(config):
        if config.nav is not None and not is_listed(config.nav, uri):
            message = f"'{uri}' must be under nav in mkdocs.yml: readers would not find it"
            about = (config.docs / uri).relative_to(config.root).as_posix()
            yield Problem(_place(config), CODE, message, f"- {uri}", about=about)


def is_listed(nav: Set[str], uri: str) -> bool:
    """Tell whether entries of `nav` lead to a page: its own, or one of a folder around it."""
    folders = (f"{folder}/" for folder in PurePosixPath(uri).parents)
    return uri in nav or any(folder in nav for folder in folders)


def expand_nav(nav: object, uris: Iterable[str]) -> object:
    """Return `nav` with each entry of a folder, such as `sources/`, replaced by its other pages.

    These are the pages among `uris`, in that order, that no entry names.
    """
    named = {*listed(nav)}
    others = [uri for uri in uris if uri not in named]
    return _expanded(nav, others)


def _expanded(nav: object, others: list[str]) -> object:
    if isinstance(nav, dict):
        return {title: _expanded(entry, others) for title, entry in nav.items()}
    if not isinstance(nav, list):
        return nav
    expanded: list[object] = []
    for entry in nav:
        if isinstance(entry, str) and entry.endswith("/"):
            expanded += (uri for uri in others if uri.startswith(entry))
        else:
            expanded.append(_expanded(entry, others))
    return expanded


def _place(config: SiteConfig) -> Place:
    """Return where `nav` is. An older state of the pages is read by the settings of today."""
    path = config.root / SETTINGS
    text = read_text(path, SETTINGS, CODE) if path.exists() else ""
    return find_places(text, SETTINGS).places.get((CODE,), Place(SETTINGS))


def add_to_navigation(config: SiteConfig, uri: str) -> str:
    """Return the text of `mkdocs.yml` with a page in its navigation, if it is not there already.

    A page goes after the last of its folder, else after the last written page at the outer level.
    Raises ValueError where there is no line after which it could go.
    """
    text = read_text(config.root / SETTINGS, SETTINGS, CODE)
    if config.nav and is_listed(config.nav, uri):
        return text
    written = written_uris(config.docs)
    folder = uri.rpartition("/")[0]
    entries = [entry for entry in _entries(yaml.compose(text)) if entry[0] in written]
    near = [it for it in entries if it[0].rpartition("/")[0] == folder and folder]
    near = near or [it for it in entries if it[2] == min(entry[2] for entry in entries)]
    if not near:
        raise ValueError("nav in mkdocs.yml must list a page, each on a line of its own")
    before, line, column = near[-1]
    lines = text.split("\n")
    lines.insert(line + 1, f"{' ' * column}- {uri}")
    new = "\n".join(lines)
    try:
        found = [entry[0] for entry in _entries(yaml.compose(new))]
    except yaml.YAMLError:
        found = []
    if found != _with_after([entry[0] for entry in _entries(yaml.compose(text))], before, uri):
        raise ValueError("nav in mkdocs.yml must have each entry on a line of its own")
    return new


def _with_after(entries: list[str], before: str, uri: str) -> list[str]:
    at = len(entries) - entries[::-1].index(before)
    return [*entries[:at], uri, *entries[at:]]


def _entries(root: yaml.Node | None) -> list[tuple[str, int, int]]:
    """Return each entry of `nav` with its line and the column of its dash, both from 0."""
    pairs = root.value if isinstance(root, yaml.MappingNode) else []
    nav = next((value for key, value in pairs if key.value == CODE), None)
    return list(_leaves(nav, 0)) if nav else []


def _leaves(node: yaml.Node, column: int) -> Iterator[tuple[str, int, int]]:
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaves(item, node.start_mark.column)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _leaves(value, column)
    elif isinstance(node, yaml.ScalarNode):
        yield str(node.value), node.end_mark.line, column
