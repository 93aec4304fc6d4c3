"""Each page as Markdown that Pandoc reads, with its citations; and `llms.txt`, which lists them.

It is made from the HTML of the page, so that what the blocks of a page draw is in it. In place of
each marker stands the citation, in Pandoc's syntax; the notes are left out.
"""

import gc
import re
from posixpath import basename
from urllib.parse import urljoin

from build_tools.generated.publication import LICENSE, Publication, PublishedPage, stem_of
from build_tools.generated.published_site import PublishedSite
from build_tools.generated.sources import SOURCES_FOLDER
from build_tools.syntax.citations import Citation
from build_tools.templating import render

LLMS_TXT = "llms.txt"


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
        body=_convert(page.content, about, page.url, citations),
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


def _convert(html: str, site: Publication, url: str, citations: dict[str, str]) -> str:
    # Its libraries take long to load, and the command line needs none of them.
    from build_tools.generated.html_to_markdown import Converter  # noqa: PLC0415

    converter = Converter(site, url, citations)
    made = re.sub(r"\n{3,}", "\n\n", converter.convert(html)).strip()
    # The tree of a page refers to itself: without this, those of many pages would be there at once.
    gc.collect(0)
    return made
