"""The site as a publication: its name, its author and its address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Self
from urllib.parse import urljoin

from build_tools.english import LANGUAGE

LICENSE = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True)
class Publication:
    """What `mkdocs.yml` says of the site; `address` ends in a slash."""

    name: str
    description: str
    author: str
    address: str
    language: str = LANGUAGE

    def address_of(self, url: str) -> str:
        """Return the full address of a page or file, given its own from the site's root.

        A copy for reading offline has files in place of folders; its pages keep their online
        addresses.
        """
        folder = re.sub(r"\.html$", "/", re.sub(r"(^|/)index\.html$", r"\1", url))
        return urljoin(self.address, folder.removeprefix("./"))


def publication_of(settings: Mapping[str, Any]) -> Publication:
    """Return what the settings of MkDocs, by their names in `mkdocs.yml`, say of the site."""
    name, about, author = (
        str(settings[f"site_{key}"] or "") for key in ("name", "description", "author")
    )
    return Publication(name, about, author, settings["site_url"] or "")


def stem_of(uri: str) -> str:
    """Return where the files of a page lie, without their endings: beside its own address.

    `talks/call.md` is at `talks/call/` and has `talks/call.bib`; `talks/index.md` is at `talks/`
    and has `talks.bib`.
    """
    return uri.removesuffix(".md").removesuffix("/index")


@dataclass(frozen=True)
class PublishedPage:
    """One page as published: `uri` is its path below docs, `url` that in the site.

    The days are ISO dates, or empty where they are not known. `content` is the HTML of its text,
    where that is made already, and `notes` that of the notes which end it.
    """

    uri: str
    url: str
    title: str
    description: str
    published: str = ""
    modified: str = ""
    content: str = ""
    notes: str = ""

    def with_html(self, content: str, notes: str) -> Self:
        """Return the page with the HTML of its text and of its notes."""
        return replace(self, content=content, notes=notes)
