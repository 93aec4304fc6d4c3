"""The navigation: an entry of a folder stands for the pages that no other entry names."""

from build_tools.assembly import generated_pages
from build_tools.files.navigation import expand_nav, is_listed
from build_tools.sources.library import Library


def test_the_folder_of_sources_is_filled_in(library: Library) -> None:
    uris = [page.uri for page in generated_pages(library)]
    nav = [{"Home": "index.md"}, {"Sources": ["sources/index.md", "sources/"]}, "reuse.md"]
    assert expand_nav(nav, uris) == [
        {"Home": "index.md"},
        {
            "Sources": [
                "sources/index.md",
                "sources/harbour-post-2015.md",
                "sources/osten-2019.md",
                "sources/meridian-2019.md",
            ]
        },
        "reuse.md",
    ]
    assert expand_nav(None, uris) is None
    assert expand_nav(["sources/index.md"], uris) == ["sources/index.md"]


def test_pages_that_are_named_keep_their_places() -> None:
    uris = ["index.md", "talks/a.md", "talks/b.md", "talks/c/d.md", "talks-of-old.md"]
    nav = ["index.md", {"Talks": ["talks/b.md", "talks/"]}, "talks-of-old.md"]
    filled = ["talks/b.md", "talks/a.md", "talks/c/d.md"]
    assert expand_nav(nav, uris) == ["index.md", {"Talks": filled}, "talks-of-old.md"]


def test_a_page_is_listed_by_its_name_or_a_folder_around_it() -> None:
    nav = {"index.md", "talks/"}
    pages = ("index.md", "talks/a.md", "talks/c/d.md", "a.md", "talks-of-old/a.md")
    assert [is_listed(nav, uri) for uri in pages] == [True, True, True, False, False]
