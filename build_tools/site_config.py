"""What `mkdocs.yml` says that the library needs, read without MkDocs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from build_tools.policy import Policy
from build_tools.problems import InputProblems, Place, Problem
from build_tools.validation import validate
from build_tools.yaml_lines import LinedYaml, find_places

CITATIONS = "build_tools.markdown_extension"
# MkDocs always loads these: https://www.mkdocs.org/user-guide/configuration/#markdown_extensions
_BUILT_IN = ("toc", "tables", "fenced_code")


@dataclass(frozen=True)
class SiteConfig:
    """The folders of the project and the Markdown extensions with their options."""

    root: Path
    docs: Path
    seeds: Path
    extensions: tuple[str, ...]
    extension_configs: dict[str, dict[str, Any]]
    policy: Policy


def _read_policy(data: dict[str, Any], text: str) -> Policy:
    """Read the limits under `extra: evidence:`, and place what is wrong with them."""
    keys = ("extra", "evidence")
    limits = (data.get("extra") or {}).get("evidence") or {}
    places = {
        found[len(keys) :]: place
        for found, place in find_places(text, "mkdocs.yml").places.items()
        if found[: len(keys)] == keys
    }
    lined = LinedYaml("mkdocs.yml", limits, places)
    return validate(Policy, lined, "config", "build_tools/policy.py")


def load_site_config(root: Path) -> SiteConfig:
    """Read `mkdocs.yml` in `root`; raises InputProblems (code `config`) where it cannot be."""
    path = root / "mkdocs.yml"
    try:
        # The loader that MkDocs uses: its `!!python/name:` tags name functions of the theme.
        data = yaml.load(path.read_bytes(), add_env_tag(yaml.UnsafeLoader))
    except FileNotFoundError:
        message = "there must be a mkdocs.yml here"
        raise InputProblems([Problem(Place(str(path)), "config", message)]) from None
    except yaml.YAMLError as error:
        message = f"mkdocs.yml must parse: {' '.join(str(error).split())}"
        raise InputProblems([Problem(Place("mkdocs.yml"), "config", message)]) from None
    listed = data.get("markdown_extensions", []) if isinstance(data, dict) else None
    if not isinstance(listed, list):
        message = "mkdocs.yml must be a mapping, and its markdown_extensions a list"
        raise InputProblems([Problem(Place("mkdocs.yml"), "config", message)])
    names, configs = list(_BUILT_IN), {}
    for entry in listed:
        name, options = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
        if name not in names:
            names.append(name)
        configs[name] = dict(options or {})
    if CITATIONS not in names:
        message = f"markdown_extensions must list {CITATIONS}: without it nothing is checked"
        raise InputProblems([Problem(Place("mkdocs.yml"), "config", message)])
    policy = _read_policy(data, path.read_text(encoding="utf-8"))
    docs = root / str(data.get("docs_dir", "docs"))
    if not docs.is_relative_to(root):
        message = "docs_dir must be a folder below that of mkdocs.yml"
        raise InputProblems([Problem(Place("mkdocs.yml"), "config", message)])
    return SiteConfig(root, docs, root / "seeds", tuple(names), configs, policy)
