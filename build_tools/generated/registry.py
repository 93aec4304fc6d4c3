"""What the build makes: pages with their places in the navigation, and files beside them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from build_tools.generated.annotations import ANNOTATIONS, DATA_PAGE, render_annotations
from build_tools.generated.bibliography import FORMATS, Format
from build_tools.generated.contributing import CONTRIBUTOR_PAGE, render_contributor_page
from build_tools.generated.data_page import render_data_page
from build_tools.generated.editions import (
    EDITIONS_PAGE,
    render_editions_page,
    render_gone_page,
)
from build_tools.generated.evidence import render_evidence_page
from build_tools.generated.evidence_files import (
    EVIDENCE_SCHEMA,
    EVIDENCE_TABLE,
    render_evidence_json,
    render_evidence_schema,
    render_evidence_table,
)
from build_tools.generated.feed import render_feed
from build_tools.generated.plain_markdown import (
    LLMS_TXT,
    render_llms_txt,
    render_plain_page,
)
from build_tools.generated.publication import stem_of
from build_tools.generated.published_site import PublishedSite
from build_tools.generated.sources import SOURCES_FOLDER, render_source, render_sources
from build_tools.generated.topics import TOPICS_PAGE, render_topics
from build_tools.ledger import Ledger
from build_tools.site_data.changes import CHANGES
from build_tools.site_data.editions import GONE, GonePage
from build_tools.site_data.stated import EVIDENCE_FILE
from build_tools.sources.library import Library


@dataclass(frozen=True)
class GeneratedPage:
    """A page that exists only in the build.

    `edit_path` is the file, from the project's folder, to edit in order to change it: `render`
    makes its Markdown from what the written pages have put into the ledger. A page that is not
    `listed` has no place in the navigation.
    """

    uri: str
    edit_path: str
    render: Callable[[Ledger], str]
    listed: bool = True


@dataclass(frozen=True)
class GeneratedFile:
    """A file beside the pages, such as an export: `path` is its path in the site.

    `render` makes its text once all pages have been read: whole, or of a long one each part.
    """

    path: str
    render: Callable[[PublishedSite], str | Iterator[str]]

    @property
    def uri(self) -> str:
        """Its path among the files of the build, where Markdown would be taken for a page."""
        return f"{self.path}.txt" if self.path.endswith(".md") else self.path

    def parts(self, site: PublishedSite) -> Iterable[str]:
        """Return the parts that make up its text."""
        text = self.render(site)
        return (text,) if isinstance(text, str) else text


def write_generated_file(file: GeneratedFile, site: PublishedSite, path: Path) -> None:
    """Write a file to `path`, and the folders that it is in; raises OSError."""
    parts = file.parts(site)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8") as out:
        out.writelines(parts)


# To add an export of the whole site, list it here; one of each page, in `generated_files`.
_OF_SITE = (
    GeneratedFile(EVIDENCE_FILE, render_evidence_json),
    GeneratedFile(EVIDENCE_SCHEMA, render_evidence_schema),
    GeneratedFile(EVIDENCE_TABLE, render_evidence_table),
    GeneratedFile(ANNOTATIONS, render_annotations),
    GeneratedFile(LLMS_TXT, render_llms_txt),
    GeneratedFile(
        "feed.xml",
        lambda site: render_feed(
            site.about,
            site.ledger.kit.data.of(CHANGES),
            {uri: page.url for uri, page in site.pages.items()},
        ),
    ),
)


def generated_files(uris: Collection[str]) -> tuple[GeneratedFile, ...]:
    """List all files beside the pages, given the paths of all pages below docs."""
    bibliographies = (
        GeneratedFile(stem_of(uri) + kind.suffix, partial(_bibliography, kind, uri))
        for uri in uris
        for kind in FORMATS
    )
    markdown = (
        GeneratedFile(f"{stem_of(uri)}.md", partial(render_plain_page, uri)) for uri in uris
    )
    # Those of the site come last: where they are made, the trees of long pages have left room.
    return (*bibliographies, *markdown, *_OF_SITE)


def _bibliography(kind: Format, uri: str, site: PublishedSite) -> str:
    return kind.render(site.items_of(uri))


def engine_pages(library: Library) -> tuple[GeneratedPage, ...]:
    """List the generated pages of any explainer, in reading order."""
    by_date = sorted(library.sources.values(), key=lambda source: source.record.issued)
    return (
        GeneratedPage(
            f"{SOURCES_FOLDER}/index.md", "build_tools/templates/sources.md.j2", render_sources
        ),
        *(
            GeneratedPage(
                f"{SOURCES_FOLDER}/{source.id}.md",
                f"seeds/{source.id}.yml",
                partial(render_source, source),
            )
            for source in by_date
        ),
        GeneratedPage("evidence.md", "build_tools/templates/evidence.md.j2", render_evidence_page),
        GeneratedPage(DATA_PAGE, "build_tools/templates/data.md.j2", render_data_page),
        GeneratedPage(EDITIONS_PAGE, "build_tools/templates/editions.md.j2", render_editions_page),
        GeneratedPage(TOPICS_PAGE, "build_tools/templates/tags.md.j2", render_topics),
        GeneratedPage(
            CONTRIBUTOR_PAGE, "build_tools/templates/contributing.md.j2", render_contributor_page
        ),
    )


def gone_page(entry: GonePage) -> GeneratedPage:
    """Make the page that stands where one was taken away."""
    return GeneratedPage(
        entry.page, f"docs/{GONE.path}", partial(render_gone_page, entry), listed=False
    )
