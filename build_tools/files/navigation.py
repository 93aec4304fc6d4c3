"""Which pages the navigation in `mkdocs.yml` lists, and where a new one goes."""

from collections.abc import Iterator

import yaml
from pathspec import GitIgnoreSpec

from build_tools.files.page_files import written_pages
from build_tools.files.site_config import SiteConfig
from build_tools.files.text_files import read_text
from build_tools.files.yaml_places import find_places
from build_tools.problems import Place, Problem

CODE, SETTINGS = "nav", "mkdocs.yml"


def check_navigation(config: SiteConfig) -> Iterator[Problem]:
    """Find the pages that no entry of `nav` leads to; without a `nav` MkDocs lists them all.

    The place is where the line is to go: what a page says may be checked before it has one.
    """
    if config.nav is None:
        return
    left_out = GitIgnoreSpec.from_lines([*config.excluded, *config.not_in_nav])
    for path in written_pages(config.docs):
        uri = path.relative_to(config.docs).as_posix()
        if uri in config.nav or left_out.match_file(uri):
            continue
        message = f"'{uri}' must be under nav in mkdocs.yml: readers would not find it"
        yield Problem(_place(config), CODE, message, f"- {uri}")


def _place(config: SiteConfig) -> Place:
    """Return where `nav` is. An older state of the pages is read by the settings of today."""
    path = config.root / SETTINGS
    text = read_text(path, SETTINGS, CODE) if path.exists() else ""
    return find_places(text, SETTINGS).places.get((CODE,), Place(SETTINGS))


def add_to_navigation(config: SiteConfig, uri: str) -> tuple[str, str]:
    """Return the text of `mkdocs.yml` with a page in its navigation, and the page before it there.

    A page goes after the last of its folder, else after the last written page at the outer level.
    Raises ValueError where there is no line after which it could go.
    """
    text = read_text(config.root / SETTINGS, SETTINGS, CODE)
    written = {path.relative_to(config.docs).as_posix() for path in written_pages(config.docs)}
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
        listed = [entry[0] for entry in _entries(yaml.compose(new))]
    except yaml.YAMLError:
        listed = []
    if listed != _with_after([entry[0] for entry in _entries(yaml.compose(text))], before, uri):
        raise ValueError("nav in mkdocs.yml must have each entry on a line of its own")
    return new, before


def _with_after(listed: list[str], before: str, uri: str) -> list[str]:
    at = len(listed) - listed[::-1].index(before)
    return [*listed[:at], uri, *listed[at:]]


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
