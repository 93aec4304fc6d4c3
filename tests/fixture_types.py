"""The types of fixtures that are functions. (`conftest` cannot be imported: there are several.)"""

from collections.abc import Callable

from playwright.sync_api import Page

from build_tools.pages.statements import PageEvidence
from build_tools.sources.library import Library

Golden = Callable[[str, str], None]
ReadPage = Callable[..., PageEvidence]
OpenPage = Callable[..., Page]
# Of paragraphs, and of a paragraph with a statement on it.
MakeLibrary = Callable[..., Library]
CodesOn = Callable[[str, str], set[str]]
