"""Pages link one stylesheet, in which stands what the others hold."""

from pathlib import Path

import pytest

from build_tools.stylesheets import ONE, find_stylesheets, join, link_one

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
    assert find_stylesheets(joined) == (ONE,)
    assert joined.index(f'href="{root}{ONE}"') < joined.index("<style>")
    assert f'href="{root}assets/images/favicon.png"' in joined
    assert link_one(joined) == joined


def test_they_are_joined_in_their_order_without_the_rule_for_switching() -> None:
    switching = "[data-md-color-switching] *,[data-md-color-switching] :after{transition:none}"
    texts = {"a.css": f"a{{}}{switching}b{{}}", "c.css": "c{}"}
    assert join(["c.css", "a.css"], texts.__getitem__) == "c{}\na{}b{}"


def test_the_site_has_it(built_site: Path) -> None:
    css = (built_site / ONE).read_text("utf-8")
    for path in ("assets/explainer.css", "assets/blocks.css"):
        assert (built_site / path).read_text("utf-8") in css
    assert "md-header" in css
    # The rule is still there to be left out, and is.
    [palette] = (built_site / "assets/stylesheets").glob("palette.*.css")
    assert "[data-md-color-switching] *" in palette.read_text("utf-8")
    assert "data-md-color-switching" not in css
    pages = list(built_site.rglob("*.html"))
    assert pages
    for page in pages:
        assert find_stylesheets(page.read_text("utf-8")) == (ONE,), page
