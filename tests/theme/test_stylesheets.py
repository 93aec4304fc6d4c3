"""Pages link one stylesheet, in which stands what the others hold."""

from pathlib import Path

import pytest

from build_tools.theme.stylesheets import SITE_STYLESHEET, find_stylesheets, join, link_one

HEAD = """<head>
      <link rel="stylesheet" href="{root}assets/stylesheets/main.57a0d79d.min.css">
        <link rel="stylesheet" href="{root}assets/stylesheets/palette.fb2fffe2.min.css">
    <style>:root{{}}</style>
      <link rel="stylesheet" href="{root}assets/explainer.css">
    <link rel="icon" href="{root}assets/images/favicon.png">
</head>
"""


@pytest.mark.parametrize("root", ["", "../", "../../", "/", "/below/"])
def test_the_first_link_is_to_the_one_and_there_is_no_other(root: str) -> None:
    html = HEAD.format(root=root)
    assert find_stylesheets(html) == (
        "assets/stylesheets/main.57a0d79d.min.css",
        "assets/stylesheets/palette.fb2fffe2.min.css",
        "assets/explainer.css",
    )
    joined = link_one(html)
    assert find_stylesheets(joined) == (SITE_STYLESHEET,)
    assert joined.index(f'href="{root}{SITE_STYLESHEET}"') < joined.index("<style>")
    assert f'href="{root}assets/images/favicon.png"' in joined
    assert link_one(joined) == joined


def test_they_are_joined_in_their_order() -> None:
    assert join(["c.css", "a.css"], {"a.css": "a{}", "c.css": "c{}"}.__getitem__) == "c{}\na{}"


def test_the_site_has_it(built_site: Path) -> None:
    css = (built_site / SITE_STYLESHEET).read_text("utf-8")
    for path in ("assets/explainer.css", "assets/blocks.css"):
        assert (built_site / path).read_text("utf-8") in css
    assert "md-header" in css
    pages = list(built_site.rglob("*.html"))
    assert pages
    for page in pages:
        assert find_stylesheets(page.read_text("utf-8")) == (SITE_STYLESHEET,), page
