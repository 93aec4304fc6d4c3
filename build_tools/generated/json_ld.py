"""What a page is, for machines: schema.org in JSON-LD.

A page that rests on sources is a `BackgroundNewsArticle` that cites them; the page of a source is
a `WebPage` about that article; any other is a `WebPage`. Statements are not in it, as `Claim` or
`Quotation`: no reader of pages makes anything of these, and the annotations have them whole.
"""

import json
from collections.abc import Iterable
from typing import Any

from build_tools.generated.publication import LICENSE, Publication, PublishedPage
from build_tools.sources.records import Name, Record
from build_tools.text.dates import parse_edtf

Node = dict[str, Any]


def describe_article(site: Publication, page: PublishedPage, cited: Iterable[Record]) -> Node:
    """Describe a page that rests on the sources `cited`."""
    return {
        **_describe(site, page, "BackgroundNewsArticle"),
        "headline": page.title,
        "author": _organization(site),
        "publisher": _organization(site),
        "citation": [describe_source(record) for record in cited],
    }


def describe_web_page(site: Publication, page: PublishedPage, about: Record | None = None) -> Node:
    """Describe any other page; `about` is the source whose page it is."""
    found = {
        **_describe(site, page, "WebPage"),
        "name": page.title,
        "publisher": _organization(site),
    }
    return {**found, "about": describe_source(about)} if about else found


def describe_source(record: Record) -> Node:
    """Describe an original article; what its record lacks is left out."""
    # schema.org has no way to say "one of these two days".
    one_day = len(parse_edtf(record.issued)) == 1
    return _without_empty(
        {
            "@type": "WebPage" if record.type == "webpage" else "NewsArticle",
            "@id": record.url,
            "url": record.url,
            "headline": record.title,
            "description": record.description,
            "author": [_author(name) for name in record.author],
            "publisher": {"@type": "Organization", "name": record.publisher},
            "isPartOf": {"@type": "CreativeWork", "name": record.container_title},
            "articleSection": record.section,
            "datePublished": record.issued if one_day else None,
            "dateModified": record.updated,
            "inLanguage": record.language,
        }
    )


def render_json_ld(node: Node) -> str:
    """Return JSON that may stand in a `<script>`: nothing in it can end or open an element."""
    text = json.dumps(
        {"@context": "https://schema.org", **node}, ensure_ascii=False, separators=(",", ":")
    )
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _describe(site: Publication, page: PublishedPage, type_: str) -> Node:
    address = site.address_of(page.url)
    return _without_empty(
        {
            "@type": type_,
            "@id": address,
            "url": address,
            "mainEntityOfPage": address if type_ != "WebPage" else None,
            "description": page.description,
            "inLanguage": site.language,
            "datePublished": page.published,
            "dateModified": page.modified,
            "license": LICENSE,
            "isAccessibleForFree": True,
            "isPartOf": {"@type": "WebSite", "name": site.name, "url": site.address},
        }
    )


def _organization(site: Publication) -> Node:
    return {"@type": "Organization", "name": site.name, "url": site.address}


def _author(name: Name) -> Node:
    if name.literal:
        return {"@type": "Organization", "name": name.literal}
    return _without_empty({"@type": "Person", "familyName": name.family, "givenName": name.given})


def _without_empty(node: Node) -> Node:
    return {key: value for key, value in node.items() if value not in (None, "", [])}
