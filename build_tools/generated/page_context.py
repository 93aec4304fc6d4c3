"""What the theme shows around a page's text: where the evidence ends, topics, how to cite it."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from markupsafe import escape

from build_tools.files.repository import Repository
from build_tools.generated.citing import Citing, cited_records, make_citing, source_of_page
from build_tools.generated.editions import (
    FixedPage,
    GoneStatement,
    fixed_page,
    gone_statements,
)
from build_tools.generated.json_ld import describe_article, describe_web_page, render_json_ld
from build_tools.generated.publication import Publication, PublishedPage
from build_tools.generated.sitemap_dates import last_modified
from build_tools.generated.sources import SOURCES_FOLDER
from build_tools.generated.topics import KINDS, Topic, find_topics
from build_tools.kit import Kit
from build_tools.ledger import Ledger, PageInfo
from build_tools.pages.front_matter import PageMeta
from build_tools.pages.statements import PageEvidence
from build_tools.site_data.background import BACKGROUND_PAGE
from build_tools.site_data.changes import CHANGES
from build_tools.site_data.editions import GONE
from build_tools.sources.library import Library
from build_tools.text.dates import format_edtf


@dataclass(frozen=True)
class PageContext:
    """What a page's template needs; dates are in words, and empty where they are not known.

    More than `evidence_age` years lie between the end of the evidence and the last change of the
    site; `background` is the path below docs of the page for what came later, or empty.
    `rests_on_sources` is false for pages that state nothing of the subject. `structured_data` is
    JSON that may stand in a script. `report` is empty where there is nowhere to report to. `fixed`
    is the page in the newest edition, and `gone` what was stated on it in an earlier one.
    """

    evidence_ends: str
    evidence_age: int
    background: str
    rests_on_sources: bool
    topics: dict[str, tuple[Topic, ...]]
    modified: str
    citing: Citing
    report: str
    structured_data: str
    fixed: FixedPage | None
    gone: tuple[GoneStatement, ...]


@dataclass(frozen=True)
class ContextInputs:
    """Everything that is shown around a page is made from these and the settings of the site.

    A preview puts a page back where they are equal. `evidence` is None for a generated page.
    """

    page: PublishedPage
    evidence: PageEvidence | None
    library: Library
    kit: Kit
    has_background: bool
    gone: tuple[GoneStatement, ...]

    @classmethod
    def of(cls, ledger: Ledger, page: PublishedPage) -> Self:
        """Take them from a ledger, once all pages have been read."""
        return cls(
            page,
            ledger.pages.get(page.uri),
            ledger.library,
            ledger.kit,
            BACKGROUND_PAGE in ledger.pages,
            gone_statements(ledger, page.uri),
        )


def context_inputs(
    ledger: Ledger, uri: str, url: str, title: str, head: Mapping[str, object]
) -> ContextInputs:
    """Take them from a ledger for a page that is described as by `publish_page`."""
    return ContextInputs.of(ledger, publish_page(ledger, uri, url, title, head))


def make_page_context(
    inputs: ContextInputs, site: Publication, repository: Repository | None
) -> PageContext:
    """Gather what is shown around a page; `repository` is where problems are reported, or None."""
    page, evidence, library, kit = inputs.page, inputs.evidence, inputs.library, inputs.kit
    cited = cited_records(evidence, library)
    source = source_of_page(page.uri, library)
    node = describe_article(site, page, cited) if cited else describe_web_page(site, page, source)
    topics = find_topics(evidence, library) if evidence else ()
    ends = library.end_of_evidence
    latest = kit.data.of(CHANGES).latest
    gone = kit.data.of(GONE).page_at(page.uri)
    return PageContext(
        evidence_ends=format_edtf(ends.isoformat()) if ends else "",
        evidence_age=_full_years(ends, datetime.date.fromisoformat(latest))
        if ends and latest
        else 0,
        background=BACKGROUND_PAGE if inputs.has_background else "",
        rests_on_sources=bool(cited) or page.uri.startswith(f"{SOURCES_FOLDER}/"),
        topics={
            kind: tuple(sorted((t for t in topics if t.kind == kind), key=lambda t: t.place))
            for kind in KINDS
        },
        modified=format_edtf(page.modified) if page.modified else "",
        citing=make_citing(evidence, library, site, page),
        report=_report(repository, site, page) if repository else "",
        structured_data=render_json_ld(node),
        fixed=fixed_page(kit.data, site, page),
        # A page that is gone lists them itself.
        gone=() if gone else inputs.gone,
    )


def head_for_theme(page: PageInfo, read: Mapping[str, Any]) -> dict[str, Any]:
    """Return the keys of a page's head that the theme reads: `read` itself for a generated page."""
    return head_that_is_shown(page.meta) if page.written else {**read}


def head_that_is_shown(meta: PageMeta) -> dict[str, Any]:
    """Return what a head gives of the keys that a theme reads, as it was validated."""
    shown = {"title", "description", "hide", "search"}
    return meta.model_dump(exclude_unset=True, include=shown)


def escaped_texts_of_head(head: Mapping[str, object]) -> dict[str, str]:
    """Return the same as `texts_of_head` for templates that put it into HTML as it is."""
    return {key: escape(text) for key, text in texts_of_head(head).items()}


def texts_of_head(head: Mapping[str, object]) -> dict[str, str]:
    """Return the title and the description in the head of a page, where given, as text."""
    return {key: str(head[key]) for key in ("title", "description") if head.get(key) is not None}


def publish_page(
    ledger: Ledger, uri: str, url: str, title: str, head: Mapping[str, object]
) -> PublishedPage:
    """Describe a page as published; `title` is for one whose head gives none."""
    texts, changes = texts_of_head(head), ledger.kit.data.of(CHANGES)
    return PublishedPage(
        uri,
        url,
        texts.get("title") or title,
        texts.get("description", ""),
        changes.published(uri),
        last_modified(ledger, uri),
    )


def _full_years(since: datetime.date, until: datetime.date) -> int:
    """Return the years of which more than so many have passed from one day to another."""
    return until.year - since.year - ((until.month, until.day) <= (since.month, since.day))


def _report(repository: Repository, site: Publication, page: PublishedPage) -> str:
    """Return the address of a new issue about a page, with its title and address filled in."""
    text = f"Page: {site.address_of(page.url)}\n\nThe sentence:\n\nWhat is wrong with it:\n"
    return repository.report(f"Problem: {page.title}", text)
