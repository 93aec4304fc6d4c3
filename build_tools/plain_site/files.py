"""Write the site as plain files: pages as Markdown, data, assets, and settings for a builder."""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from build_tools.assembly import generated_pages
from build_tools.english import LANGUAGE
from build_tools.files.navigation import expand_nav, pages_for_nav
from build_tools.files.site_config import SiteConfig, read_settings
from build_tools.generated.plain_markdown import LLMS_TXT
from build_tools.generated.publication import publication_of
from build_tools.generated.published_site import PublishedSite
from build_tools.generated.registry import generated_files, write_generated_file
from build_tools.ledger import Ledger
from build_tools.plain_site.markdown import as_markdown
from build_tools.plain_site.pages import PlainPage, read_pages

# What of the settings means the same to every builder.
_KEPT = (
    "site_name", "site_description", "site_url", "site_author", "copyright", "extra_css",
    "extra_javascript",
)  # fmt: skip
_EXTENSIONS = ["attr_list", {"toc": {"permalink": True, "permalink_title": "Link to this section"}}]


def write_plain_site(config: SiteConfig, target: Path) -> int:
    """Write the site to a new folder; return how many pages it has.

    Where that is broken off, no folder is left. Raises InputProblems where a check finds a fault,
    and OSError where the folder is there or cannot be written.
    """
    ledger, pages = read_pages(config)
    settings = read_settings(config)
    target.mkdir(parents=True)
    try:
        _write_files(config, target, ledger, settings, pages)
    except BaseException:
        shutil.rmtree(target)
        raise
    return len(pages)


def _write_files(
    config: SiteConfig,
    target: Path,
    ledger: Ledger,
    settings: Mapping[str, Any],
    pages: Mapping[str, PlainPage],
) -> None:
    docs = target / "docs"
    for uri, page in pages.items():
        _write(docs / uri, _page(page))
    published = {uri: page.page for uri, page in pages.items()}
    site = PublishedSite(ledger, publication_of(settings), published)
    for file in generated_files(pages):
        # A builder would take the text of a page for a page. So there is nothing to list.
        if not file.path.endswith(".md") and file.path != LLMS_TXT:
            write_generated_file(file, site, docs / file.path)
    if (assets := config.docs / "assets").is_dir():
        shutil.copytree(assets, docs / "assets")
    kept = {key: settings[key] for key in _KEPT if key in settings}
    made = (page.uri for page in generated_pages(ledger.library))
    nav = expand_nav(settings.get("nav"), [*pages_for_nav(config), *made])
    written = yaml.safe_dump(_settings(kept, nav), allow_unicode=True, sort_keys=False)
    _write(target / "mkdocs.yml", written)


def _settings(kept: Mapping[str, Any], nav: object) -> dict[str, Any]:
    theme = {"name": "material", "variant": "classic", "language": LANGUAGE, "font": False}
    return {**kept, "theme": theme, "markdown_extensions": _EXTENSIONS, "nav": nav}


def _page(page: PlainPage) -> str:
    head = yaml.safe_dump({**page.head}, allow_unicode=True, sort_keys=False)
    return f"---\n{head}---\n\n{as_markdown(page.page.content + page.page.notes)}"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
