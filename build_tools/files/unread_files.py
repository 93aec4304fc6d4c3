"""Which files below the folder of pages may not go out: what no check reads, or would be unsafe.

Nothing found here is given to MkDocs: it would wait at a pipe, or copy what a link leads to.
"""

import os
import posixpath
import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from pathspec import GitIgnoreSpec

from build_tools.expressions import expression
from build_tools.files.one_look import seen_once
from build_tools.files.page_files import PAGE_SUFFIXES
from build_tools.files.site_config import SiteConfig
from build_tools.files.text_files import read_text
from build_tools.problems import InputProblems, Place, Problem

CODE = "published"
# What pages are made to look like, and pictures: files that hold no text to be read by itself.
_ASSETS = frozenset(
    [".css", ".js", ".svg", ".png", ".jpg", ".jpeg", ".webp", ".ico", ".woff2"]
)  # fmt: skip
# What MkDocs leaves out by itself: https://www.mkdocs.org/user-guide/configuration/#exclude_docs
_LEFT_OUT = (".*", "/templates/")
# What makes a picture do something, or fetch something, once it is opened by itself.
_ACTIVE_SVG = expression(
    r"<!entity|<\s*(?:\w+:)?(?:script|foreignobject|iframe|object|embed)\b|<\?xml-stylesheet"
    r"|<[^<>]*\son\w+\s*=|(?:href|src)\s*=\s*[\"']?\s*(?!#|data:image/(?:png|jpeg|webp))[^\s\"'#>]"
    r"|url\(\s*+[\"']?+(?!#)|@import",
    re.IGNORECASE,
)


def published_files(config: SiteConfig) -> list[str]:
    """Return the paths, below the folder of pages, of all that MkDocs publishes from there."""
    excluded = GitIgnoreSpec.from_lines([*_LEFT_OUT, *config.excluded])
    found: list[str] = []
    # As MkDocs does, links to folders are followed; see `linked_folders`.
    for folder, _, names in os.walk(config.docs, followlinks=True):
        below = "".join(f"{part}/" for part in Path(folder).relative_to(config.docs).parts)
        found += (f"{below}{name}" for name in names)
    return sorted(path for path in found if not excluded.match_file(path))


def check_published(
    config: SiteConfig, published: Iterable[str], made: Collection[str]
) -> Iterator[Problem]:
    """Find what would go out unread: each file once, under the code `published`.

    `published` are the paths, below the folder of pages, of what MkDocs publishes from there, and
    `made` those of what the build makes.
    """
    taken, root = frozenset(made), config.root.resolve()
    for uri in published:
        # An asset is known in any case of its ending; MkDocs takes ".MD" for no page.
        _, suffix = posixpath.splitext(uri)
        is_page = suffix in PAGE_SUFFIXES
        if not is_page and suffix.lower() not in _ASSETS:
            message = f"what is published must be a page or an asset: '{Path(uri).name}' is neither"
            hint = "delete it, or name it in exclude_docs of mkdocs.yml; a page ends in .md"
        elif uri in taken:
            message, hint = f"'{uri}' must be left to the build, which makes it", "rename it"
        elif reason := _refused(config.docs / uri, root, is_page=is_page):
            message, hint = reason, "put a file of its own there, or delete it"
        else:
            continue
        yield Problem(Place(_shown(config.docs / uri, config)), CODE, message, hint)


def _shown(path: Path, config: SiteConfig) -> str:
    return path.relative_to(config.root).as_posix()


@seen_once
def _real(path: Path) -> str:
    """Return a path without links; this raises nothing where they lead in a circle."""
    return os.path.realpath(path)


def _refused(path: Path, root: Path, *, is_page: bool) -> str:
    """Say why a file may not go out, whatever its name; empty where it may.

    `root` is the folder of the project without links.
    """
    # What is no link lies where its folder does.
    if not Path(_real(path if path.is_symlink() else path.parent)).is_relative_to(root):
        return "what is published must lie in the project, and not be linked from elsewhere"
    if not path.is_file():
        return "what is published must be a regular file: no pipe, device or link to nowhere"
    is_picture = path.suffix.lower() == ".svg"
    try:
        text = read_text(path, "", CODE) if is_page or is_picture else ""
    except InputProblems as error:
        return error.problems[0].message
    active = is_picture and _ACTIVE_SVG.search(text)
    return "a picture must not have scripts in it, nor fetch anything" if active else ""
