"""How to cite a page and the articles that it rests on: in words, as files, and in its head."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from build_tools.generated.bibliography import FORMATS
from build_tools.generated.items import Item, item_of_page, item_of_source
from build_tools.generated.publication import Publication, PublishedPage, stem_of
from build_tools.generated.reference_styles import Styled, style_reference
from build_tools.generated.sources import SOURCES_FOLDER
from build_tools.ledger import Ledger
from build_tools.pages.statements import PageEvidence
from build_tools.sources.library import Library
from build_tools.sources.records import Record
from build_tools.sources.references import make_reference

# What Zotero calls the types of CSL: https://www.zotero.org/support/kb/item_types_and_fields
_ZOTERO = {
    "article-newspaper": "newspaperArticle",
    "article-magazine": "magazineArticle",
    "webpage": "webpage",
}


@dataclass(frozen=True)
class CitedArticle:
    """An article as the end of a page lists it; `uri` is the path below docs of its own page."""

    outlet: str
    date: str
    uri: str
    references: tuple[Styled, ...]


@dataclass(frozen=True)
class Citing:
    """What readers and their programs cite by.

    `files` are formats with their paths in the site; `tags` are names and contents for the head.
    On the page of a source both are the article's. `markdown` is the path of the page's text.
    """

    page: tuple[Styled, ...]
    articles: tuple[CitedArticle, ...]
    files: tuple[tuple[str, str], ...]
    tags: tuple[tuple[str, str], ...]
    markdown: str
    of_source: bool


def source_of_page(uri: str, library: Library) -> Record | None:
    """Return the record of the source whose page this is."""
    folder, _, name = uri.removesuffix(".md").rpartition("/")
    found = library.sources.get(name) if folder == SOURCES_FOLDER else None
    return found.record if found else None


def cited_records(evidence: PageEvidence | None, library: Library) -> tuple[Record, ...]:
    """Return the records of what a page cites, in the order of the library."""
    statements = evidence.statements if evidence else ()
    cited = library.cited_sources(c for found in statements for c in found.citations)
    return tuple(source.record for source in cited)


def make_citing(
    evidence: PageEvidence | None, library: Library, site: Publication, page: PublishedPage
) -> Citing:
    """Gather it for one page; `evidence` is what that states, None of a page that is generated."""
    source = source_of_page(page.uri, library)
    records = (source,) if source else cited_records(evidence, library)
    item = item_of_page(site, page)
    return Citing(
        style_reference(item),
        tuple(_article(record) for record in sorted(records, key=lambda record: record.issued)),
        tuple((kind.name, stem_of(page.uri) + kind.suffix) for kind in FORMATS),
        tuple(_tags(item_of_source(source) if source else item)),
        f"{stem_of(page.uri)}.md",
        source is not None,
    )


def items_of_page(ledger: Ledger, site: Publication, page: PublishedPage) -> Sequence[Item]:
    """Return what the files of a page hold: itself and what it cites, the oldest article first.

    The page of a source is cited by nobody who can cite the source: its files hold that alone, and
    those of the list of sources hold them all.
    """
    library = ledger.library
    if source := source_of_page(page.uri, library):
        return [item_of_source(source)]
    listed = page.uri == f"{SOURCES_FOLDER}/index.md"
    records: Iterable[Record] = (
        (found.record for found in library.sources.values())
        if listed
        else cited_records(ledger.pages.get(page.uri), library)
    )
    articles = [item_of_source(it) for it in sorted(records, key=lambda record: record.issued)]
    return articles if listed else [item_of_page(site, page), *articles]


def _article(record: Record) -> CitedArticle:
    reference = make_reference(record)
    return CitedArticle(
        reference.outlet,
        reference.date,
        f"{SOURCES_FOLDER}/{record.id}.md",
        style_reference(item_of_source(record)),
    )


def _tags(item: Item) -> list[tuple[str, str]]:
    """Say in the head what the page is, or whose record, as Zotero reads it best.

    https://github.com/zotero/translators/blob/master/Embedded%20Metadata.js
    """
    # A comma after the name of a body keeps its last word from being read as the family's name.
    authors = [
        f"{name.literal}," if name.literal else f"{name.family}, {name.given or ''}"
        for name in item.authors
    ]
    found = [
        ("z:itemType", _ZOTERO[item.type]),
        ("citation_title", item.title),
        *(("citation_author", author) for author in authors),
        ("citation_publication_date", "/".join(item.known_date)),
        # By Highwire's name for it Zotero would take every article for a journal's. Of a page, the
        # site's name is in the head already.
        ("prism.publicationName", item.container if item.type != "webpage" else ""),
        ("citation_publisher", item.publisher),
        ("citation_language", item.language),
        ("citation_public_url", item.url),
    ]
    return [(name, content) for name, content in found if content]
