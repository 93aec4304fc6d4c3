"""Hand sources and pages to the library, and its problems to MkDocs.

The ledger of the build is an option of the Markdown extension: other hooks find it there.
"""

from pathlib import Path
from types import SimpleNamespace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from build_tools.assembly import load_kit
from build_tools.files.site_config import CITATIONS, load_site_config
from build_tools.ledger import Ledger
from build_tools.manuscript.read import load_site_library, page_info
from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import parse_page
from build_tools.problems import InputProblems

log = get_plugin_logger("evidence")
_now = SimpleNamespace()  # Of this build.


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the sources and start a new ledger."""
    try:
        site = load_site_config(Path(config.config_file_path).resolve().parent)
    except InputProblems as error:
        raise PluginError(str(error)) from None
    _now.docs = site.docs.relative_to(site.root).as_posix()
    library, kit = load_site_library(site), load_kit(site)
    ledger = Ledger(library, kit, fillings=load_fillings(site.docs, site.root))
    options = config.mdx_configs.setdefault(CITATIONS, {})
    options |= {"ledger": ledger, "repository": site.repository}
    return config


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Tell the ledger which page comes next, and put its facts in; a generated one has none."""
    shown = f"{_now.docs}/{page.file.src_uri}"
    written = page.file.generated_by is None
    ledger = config.mdx_configs[CITATIONS]["ledger"]
    text = page.file.content_string if written else markdown
    source = parse_page(text, shown, ledger.fillings)
    ledger.page = page_info(source, shown, page.file.src_uri, written=written)
    return source.body


def on_post_build(config: MkDocsConfig) -> None:
    """Log each problem: a strict build counts them and fails."""
    for problem in config.mdx_configs[CITATIONS]["ledger"].problems:
        log.warning(str(problem))
