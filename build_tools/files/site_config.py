"""What `mkdocs.yml` says that the library needs, read without MkDocs."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from pathspec import GitIgnoreSpec
from pydantic import TypeAdapter
from yaml_env_tag import add_env_tag

from build_tools.english import LANGUAGE
from build_tools.expressions import expression
from build_tools.files.limits import Limits
from build_tools.files.linked_folders import require_tree
from build_tools.files.models import PlainText, reason_of, validate
from build_tools.files.repository import Repository, parse_repository
from build_tools.files.text_files import read_text
from build_tools.files.yaml_places import YAML_ERRORS, LinedYaml, check_shape, find_places
from build_tools.problems import InputProblems, Place, Problem

CODE = "config"
CITATIONS = "build_tools.markdown_extension"
# What the theme puts into the page as it is.
_SHOWN = ("site_name", "site_description", "site_author", "copyright")
_PLAIN: TypeAdapter[str] = TypeAdapter(PlainText)
_ADDRESS = expression(r"https?://[a-z0-9._:\[\]-]+(?:/[\w.~%!$&()*+,;=:@/-]*)?", re.I | re.A)
# MkDocs always loads these: https://www.mkdocs.org/user-guide/configuration/#markdown_extensions
_BUILT_IN = ("toc", "tables", "fenced_code")


@dataclass(frozen=True)
class SiteConfig:
    """The folders of the project and the Markdown extensions with their options.

    `excluded` are patterns, as of `.gitignore`, of what below `docs` is not published.
    `nav` are the pages and folders that the navigation lists; None where MkDocs lists all pages.
    `not_in_nav` are patterns of pages that are left out of it on purpose.
    `repository` is where pages are edited and problems reported; None where it is not known.
    """

    root: Path
    docs: Path
    seeds: Path
    extensions: tuple[str, ...]
    extension_configs: dict[str, dict[str, Any]]
    limits: Limits
    excluded: tuple[str, ...] = ()
    repository: Repository | None = None
    nav: frozenset[str] | None = None
    not_in_nav: tuple[str, ...] = ()


def load_site_config(root: Path) -> SiteConfig:
    """Read `mkdocs.yml` in `root`; raises InputProblems (code `config`) on failure."""
    path = root / "mkdocs.yml"
    if not path.exists():
        raise InputProblems([Problem(Place(str(path)), CODE, "there must be a mkdocs.yml here")])
    text = read_text(path, path.name, CODE)
    if refused := list(check_shape(text, path.name)):
        raise InputProblems(refused)
    data = _parse(text)
    if not isinstance(data, dict):
        raise _wrong("mkdocs.yml must be a mapping of keys to values")
    extensions = _read_extensions(data.get("markdown_extensions", []))
    names = tuple(dict.fromkeys((*_BUILT_IN, *extensions)))
    if CITATIONS not in names:
        raise _wrong(f"markdown_extensions must list {CITATIONS}: without it nothing is checked")
    repository = _read_repository(data.get("extra"))
    _check_language(data.get("theme"))
    _check_shown(data, find_places(text, "mkdocs.yml"))
    limits = _read_limits(data, text)
    docs = root / str(data.get("docs_dir", "docs"))
    if not docs.is_relative_to(root):
        raise _wrong("docs_dir must be a folder below that of mkdocs.yml")
    require_tree(docs, root)
    seeds = root / "seeds"
    nav = None if data.get("nav") is None else frozenset(listed(data["nav"]))
    return SiteConfig(
        root,
        docs,
        seeds,
        names,
        extensions,
        limits,
        _read_patterns(data, "exclude_docs", "draft_docs"),
        repository,
        nav,
        _read_patterns(data, "not_in_nav"),
    )


def read_settings(config: SiteConfig) -> dict[str, Any]:
    """Return all that `mkdocs.yml` says, as MkDocs reads it. Raises InputProblems."""
    settings: dict[str, Any] = _parse(read_text(config.root / "mkdocs.yml", "mkdocs.yml", CODE))
    return settings


def _wrong(message: str, line: int = 1, column: int = 1) -> InputProblems:
    return InputProblems([Problem(Place("mkdocs.yml", line, column), CODE, message)])


def _parse(text: str) -> Any:
    # The loader that MkDocs uses: its `!!python/name:` tags name functions of the theme.
    try:
        return yaml.load(text, add_env_tag(getattr(yaml, "CUnsafeLoader", yaml.UnsafeLoader)))
    except YAML_ERRORS:
        pass  # The messages of PyYAML's own parser say more.
    try:
        return yaml.load(text, add_env_tag(yaml.UnsafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = (mark.line + 1, mark.column + 1) if mark else ()
        raise _wrong(f"the YAML must parse: {error.problem or error}", *at) from None
    except YAML_ERRORS as error:
        first = (str(error).splitlines() or ["no value"])[0]
        raise _wrong(f"the YAML must parse: {first}") from None


def _read_extensions(listed: object) -> dict[str, dict[str, Any]]:
    """Return the options of each extension by its name; an entry need not have any."""
    if not isinstance(listed, list):
        raise _wrong("markdown_extensions must be a list")
    found: dict[str, dict[str, Any]] = {}
    for entry in listed:
        pairs = list(entry.items()) if isinstance(entry, dict) else [(entry, None)]
        [(name, options)] = pairs if len(pairs) == 1 else [(None, None)]
        if not isinstance(name, str) or not isinstance(options or {}, dict):
            message = "each of markdown_extensions must be a name, or a name with its options"
            raise _wrong(f"{message}; '{entry}' is neither")
        found[name] = dict(options or {})
    return found


def _read_repository(extra: object) -> Repository | None:
    """Refuse an address that no browser would open: every page links to it."""
    address = extra.get("repository") if isinstance(extra, dict) else None
    try:
        return parse_repository(str(address or ""))
    except ValueError as error:
        message = f"extra.repository, or REPOSITORY_URL, {error}"
        raise _wrong(f"{message}; found '{address}'") from None


def _check_shown(data: dict[str, Any], lined: LinedYaml) -> None:
    """Refuse what the theme would put into its HTML as it is, and be broken by."""
    extra = data.get("extra")
    subject = extra.get("subject") if isinstance(extra, dict) else None
    shown = {(key,): data.get(key) for key in _SHOWN} | {("extra", "subject"): subject}
    labels = {("nav", str(label)): label for label in _labels(data.get("nav"))}
    problems = []
    for keys, value in (shown | labels).items():
        try:
            _PLAIN.validate_python(str(value)) if value is not None else None
            if '"' in str(value):
                raise ValueError("must have “ and ” in place of straight quotation marks")
        except ValueError as error:
            message = f"'{keys[0]}': {reason_of(error)}"
            problems.append(Problem(lined.place_of(keys), CODE, message, f"found '{value}'"))
    try:
        if (address := data.get("site_url")) and not _ADDRESS.fullmatch(str(address)):
            raise ValueError
        urlsplit(str(address or "")).port  # noqa: B018 - raises where it is none
    except ValueError:
        message = "site_url, or SITE_URL, must be https://, a host and a path, escaped (' is %27)"
        place = lined.place_of(("site_url",))
        problems.append(Problem(place, CODE, message, f"found '{address}'"))
    if problems:
        raise InputProblems(problems)


def _labels(nav: object) -> Iterator[object]:
    """Yield the labels of a navigation, however deep."""
    if isinstance(nav, list):
        for entry in nav:
            yield from _labels(entry)
    elif isinstance(nav, dict):
        for label, entry in nav.items():
            yield label
            yield from _labels(entry)


def listed(nav: object) -> Iterator[str]:
    """Yield the entries of a navigation, however deep."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for entry in nav.values() if isinstance(nav, dict) else nav:
            yield from listed(entry)


def _read_patterns(data: dict[str, Any], *keys: str) -> tuple[str, ...]:
    patterns = [str(data.get(key) or "") for key in keys]
    lines = tuple(line for text in patterns for line in text.splitlines())
    try:
        GitIgnoreSpec.from_lines(lines)
    except ValueError as error:
        raise _wrong(f"{' and '.join(keys)} must be patterns: {error}") from None
    return lines


def _check_language(theme: object) -> None:
    """Refuse a language that the checks cannot read: dates and words would mean nothing to them."""
    language = theme.get("language", LANGUAGE) if isinstance(theme, dict) else LANGUAGE
    if language != LANGUAGE:
        message = f"theme.language must be one that the checks can read: '{LANGUAGE}'"
        raise _wrong(f"{message}; found '{language}'")


def _read_limits(data: dict[str, Any], text: str) -> Limits:
    """Read the limits under `extra: evidence:`, and place their problems."""
    keys = ("extra", "evidence")
    extra = data.get("extra") or {}
    limits = (extra.get("evidence") if isinstance(extra, dict) else extra) or {}
    try:
        found = find_places(text, "mkdocs.yml").places
    except YAML_ERRORS as error:
        raise _wrong("mkdocs.yml must have no alias that leads back into itself") from error
    places = {at[len(keys) :]: place for at, place in found.items() if at[: len(keys)] == keys}
    lined = LinedYaml("mkdocs.yml", limits, places)
    return validate(Limits, lined, CODE, "build_tools/files/limits.py")
