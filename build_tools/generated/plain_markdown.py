"""Each page as Markdown that Pandoc reads, with its citations; and `llms.txt`, which lists them.

It is made from the HTML of the page, so that what the blocks of a page draw is in it. In place of
each marker stands the citation, in Pandoc's syntax; the notes are left out.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from posixpath import basename
from urllib.parse import urldefrag, urljoin

from bs4 import Tag
from markdownify import ATX, MarkdownConverter

from build_tools.generated.publication import LICENSE, Publication, PublishedPage, stem_of
from build_tools.generated.published_site import PublishedSite
from build_tools.generated.sources import SOURCES_FOLDER
from build_tools.syntax.citations import Citation
from build_tools.templating import render

LLMS_TXT = "llms.txt"
_MARKUP = re.compile(r"([\\`*_\[\]@|$~^#<>])")
_LIST = re.compile(r"^(\s*\d+)([.)])(?=\s)")
_FENCE = re.compile(r"^ *(`{3,})", re.MULTILINE)


def render_plain_page(uri: str, site: PublishedSite) -> str:
    """Return the Markdown of the page at `uri`, with a head that names its bibliography."""
    page, about = site.pages[uri], site.about
    evidence = site.ledger.pages.get(uri)
    citations = {
        statement.id: _group(statement.citations)
        for statement in (evidence.statements if evidence else ())
    }
    return render(
        "page.md.j2",
        page=page,
        site=about,
        license=LICENSE,
        address=about.address_of(page.url),
        bibliography=f"{basename(stem_of(uri))}.csl.yaml",
        body=_convert(page.divided[0], about, page.url, tuple(citations.items())),
    )


def render_llms_txt(site: PublishedSite) -> str:
    """Return the list of the site's pages as Markdown: https://llmstxt.org/."""
    by_kind: dict[bool, list[tuple[PublishedPage, str]]] = {False: [], True: []}
    for uri, page in site.pages.items():
        address = urljoin(site.about.address, f"{stem_of(uri)}.md")
        by_kind[uri.startswith(f"{SOURCES_FOLDER}/")].append((page, address))
    return render("llms.txt.j2", site=site.about, pages=by_kind[False], sources=by_kind[True])


def _group(citations: tuple[Citation, ...]) -> str:
    return f"[{'; '.join(map(_cite, citations))}]"


def _cite(citation: Citation) -> str:
    """Write a citation as Pandoc does, without pin quotes, which are the article's words."""
    parts = [f"@{citation.key}"]
    if citation.locator:
        parts.append(str(citation.locator))
    if citation.absent_terms:
        terms = ", ".join(f'"{term}"' for term in citation.absent_terms)
        parts.append(f"no mention of {terms}")
    return ", ".join(parts)


# In a preview most pages are what they were.
@lru_cache(maxsize=200)
def _convert(html: str, site: Publication, url: str, citations: tuple[tuple[str, str], ...]) -> str:
    converter = _Converter(site, url, dict(citations))
    return re.sub(r"\n{3,}", "\n\n", converter.convert(html)).strip()


class _Converter(MarkdownConverter):
    """Writes citations for markers, whole addresses for links, and captions as Pandoc has them."""

    def __init__(self, site: Publication, url: str, citations: Mapping[str, str]) -> None:
        super().__init__(heading_style=ATX, bullets="-")
        self._site, self._base = site, urljoin(site.address, url)
        self._citations = citations

    def escape(self, text: str, parent_tags: set[str]) -> str:
        """Escape what is no markup, for Pandoc."""
        if parent_tags & {"pre", "code"}:
            return text
        return _LIST.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", text))

    def convert_span(self, element: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Put a citation in place of a marker."""
        if "citation" not in (element.get("class") or ()):
            return text
        outlet = element.select_one(".citation__outlet")
        cited = self._citations.get(str(element.get("id")), "")
        shown = [outlet.get_text()] if outlet else []
        return f" {' '.join([*shown, cited])}" if cited else text

    def convert_a(self, element: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Give a link its whole address; a term is explained on the web page alone."""
        kinds = element.get("class") or ()
        if "headerlink" in kinds:
            return ""
        if "term" in kinds:
            return text
        path, fragment = urldefrag(urljoin(self._base, str(element.get("href") or "")))
        if path.startswith(self._site.address):
            path = self._site.address_of(path.removeprefix(self._site.address))
        return f"[{text}]({path}{'#' * bool(fragment)}{fragment})"

    def convert_pre(self, element: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Fence code with more backquotes than the fences in it have."""
        within = max(map(len, _FENCE.findall(text)), default=2)
        fence = "`" * (within + 1)
        code = text.strip("\n")
        return f"\n\n{fence}\n{code}\n{fence}\n\n"

    def convert_svg(self, element: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Leave a picture out: each has its text beside it."""
        return ""

    def convert_caption(self, element: Tag, text: str, parent_tags: set[str]) -> str:  # noqa: ARG002
        """Write the caption of a table."""
        return f"\n\nTable: {' '.join(text.split())}\n\n"
