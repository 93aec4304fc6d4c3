"""What `mkdocs.yml` says that the library needs, read without MkDocs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import add_env_tag

from build_tools.policy import Policy
from build_tools.problems import InputProblems, Place, Problem
from build_tools.validation import validate
from build_tools.yaml_lines import LinedYaml

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


def load_site_config(root: Path) -> SiteConfig:
    """Read `mkdocs.yml` in `root`; raises InputProblems (code `config`) where it cannot be."""
    path = root / "mkdocs.yml"
    try:
        # The loader that MkDocs uses: its `!!python/name:` tags name functions of the theme.
        data = yaml.load(path.read_bytes(), add_env_tag(yaml.UnsafeLoader))  # noqa: S506
    except FileNotFoundError:
        message = "there must be a mkdocs.yml here"
        raise InputProblems([Problem(Place(str(path)), "config", message)]) from None
    except yaml.YAMLError as error:
        message = f"mkdocs.yml must parse: {' '.join(str(error).split())}"
        raise InputProblems([Problem(Place("mkdocs.yml"), "config", message)]) from None
    names, configs = list(_BUILT_IN), {}
    for entry in data.get("markdown_extensions", []):
        name, options = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
        if name not in names:
            names.append(name)
        configs[name] = dict(options or {})
    if CITATIONS not in names:
        message = f"markdown_extensions must list {CITATIONS}: without it nothing is checked"
        raise InputProblems([Problem(Place("mkdocs.yml"), "config", message)])
    limits = (data.get("extra") or {}).get("evidence") or {}
    policy = validate(Policy, LinedYaml("mkdocs.yml", limits, {}), "config", "build_tools/policy.py")
    docs = root / data.get("docs_dir", "docs")
    return SiteConfig(root, docs, root / "seeds", tuple(names), configs, policy)
