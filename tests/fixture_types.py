"""The types of fixtures that are functions. (`conftest` cannot be imported from: there are two.)"""

from collections.abc import Callable

from playwright.sync_api import Page

from build_tools.pages.statements import PageEvidence

Golden = Callable[[str, str], None]
ReadPage = Callable[..., PageEvidence]
OpenPage = Callable[..., Page]
