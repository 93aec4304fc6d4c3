"""The site as files, without a server: it can be read, moved about in and searched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from going import go
from guard import Guard
from playwright.sync_api import Browser, Page, expect
from project import Project, copy_small_site
from site_links import broken_links

# Names in every script that the site may hold, and a page where they stand.
TITLE = "Names in scripts"
NAMES = "Hoppō Ryōdo (北方領土), 択捉島、国後島, «Итуруп» и Кунашир, Zelda-Ganon talks.\n"


@pytest.fixture(scope="module")
def offline_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_small_site(tmp_path_factory.mktemp("offline") / "project")
    project.write("docs/scripts.md", f"---\nclaims: none\n---\n\n# {TITLE}\n\n{NAMES}")
    project.change("mkdocs.yml", "  - Home: index.md\n", "  - Home: index.md\n  - scripts.md\n")
    project.publish("scripts.md")
    project = Project(project.root, {"OFFLINE": "true"})
    # A configuration that is named by a path, as by who has several.
    done = project.run("mkdocs", "build", "--strict", "-f", "mkdocs.yml")
    assert done.returncode == 0, done.output
    return project.root / "site"


@pytest.fixture
def reader(browser: Browser, offline_site: Path) -> Iterator[Page]:
    context = browser.new_context(offline=True)
    guard = Guard("file://")
    guard.watch(context)
    page = context.new_page()
    page.set_default_timeout(10_000)
    go(page, (offline_site / "index.html").as_uri())
    yield page
    context.close()
    guard.assert_silent()


def test_search_finds_names_in_every_script(reader: Page) -> None:
    search = reader.locator(".md-search__input")
    search.click()
    results = reader.locator(".md-search-result__link")
    for words in ("Hoppō", "北方領土", "択捉", "国後", "Итуруп", "Кунашир", "Zelda-Ganon"):
        for typed in ("", words):
            search.fill(typed)
            # The theme listens to keys, not to the text.
            search.press("End")
            expect(results).to_have_count(1 if typed else 0)
        expect(results.filter(has_text=TITLE)).to_be_visible()


def test_pages_lead_to_pages(reader: Page, offline_site: Path) -> None:
    reader.locator(".citation__mark").first.click()
    reader.locator(".note__context").first.click()
    reader.wait_for_url("**/sources/*.html#para-*")
    reader.get_by_role("navigation", name="Breadcrumbs").get_by_text("Sources").click()
    reader.wait_for_url((offline_site / "sources/index.html").as_uri())


def test_a_page_is_cited_by_its_address_online(reader: Page, offline_site: Path) -> None:
    go(reader, (offline_site / "glossary.html").as_uri())
    reader.locator(".cite > summary").click()
    expect(reader.locator(".cite__references").last).to_contain_text(":8000/glossary/")


def test_every_link_leads_to_a_file(offline_site: Path) -> None:
    found = broken_links(offline_site, "http://127.0.0.1:8000/", as_files=True)
    assert not found, "\n".join(found)
