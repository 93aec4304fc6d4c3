"""The site as something published: what it is called, by whom, and at which address."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
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

        A copy for reading offline has files in place of folders; its pages are known by the
        addresses that they have online.
        """
        folder = re.sub(r"\.html$", "/", re.sub(r"(^|/)index\.html$", r"\1", url))
        return urljoin(self.address, folder.removeprefix("./"))


def publication_of(settings: Mapping[str, Any]) -> Publication:
    """Return what the settings of MkDocs, by their names in `mkdocs.yml`, say of the site."""
    name, about, author = (
        str(settings[f"site_{key}"] or "") for key in ("name", "description", "author")
    )
    return Publication(name, about, author, settings["site_url"] or "")


@dataclass(frozen=True)
class PublishedPage:
    """One page as it goes out: `uri` is its path below docs, `url` that in the site.

    The days are ISO dates, or empty where they are not known.
    """

    uri: str
    url: str
    title: str
    description: str
    published: str = ""
    modified: str = ""
