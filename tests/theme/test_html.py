"""What is fixed in the theme's HTML: in tags as the theme writes them, and in the built site."""

import re
from pathlib import Path

import pytest

from build_tools.theme.html import fix_theme_html

SECTION = """<div class="md-nav__link md-nav__container">
  <a href="../contacts/" class="md-nav__link ">
    <span class="md-ellipsis">
    Leader contacts
    </span>
  </a>
  <label class="md-nav__link " for="__nav_4" id="__nav_4_label" tabindex="">
    <span class="md-nav__icon md-icon"></span>
  </label>
</div>"""
TITLE = '<label class="md-nav__title" for="__toc">'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<div class="md-search" data-md-component="search" role="dialog">',
            '<div class="md-search" data-md-component="search" role="dialog" aria-label="Search">',
        ),
        (
            '<label class="md-nav__link" for="__nav_9" id="__nav_9_label" tabindex="">',
            '<label class="md-nav__link" for="__nav_9" id="__nav_9_label" tabindex="0">',
        ),
        (
            '<label class="md-header__button md-icon" for="__drawer">',
            '<label class="md-header__button md-icon" for="__drawer" tabindex="0">'
            '<span class="unseen">Navigation</span>',
        ),
        (
            '<label class="md-header__button md-icon" for="__search">',
            '<label class="md-header__button md-icon" for="__search" tabindex="0">'
            '<span class="unseen">Search</span>',
        ),
        (TITLE, '<label class="md-nav__title">'),
        (f'<input id="__toc">{TITLE}', f'<input id="__toc">{TITLE}'),
        (
            "<table><td>1</td></table><table class='x'></table>",
            '<div class="md-typeset__scrollwrap"><div class="md-typeset__table">'
            "<table><td>1</td></table></div></div><table class='x'></table>",
        ),
        (
            '<nav class="md-path" aria-label="Navigation" >',
            '<nav class="md-path" aria-label="Breadcrumbs" >',
        ),
        (
            '<div class="md-dialog" data-md-component="dialog">',
            '<div class="md-dialog" data-md-component="dialog" role="status">',
        ),
        (
            '<th style="text-align: right;">Number</th>',
            '<th class="right">Number</th>',
        ),
        (
            '<td style="text-align: center;">1</td>',
            '<td class="center">1</td>',
        ),
        ("<p>&lt;label for=&quot;__drawer&quot;&gt;</p>",) * 2,
    ],
)
def test_one_tag(before: str, after: str) -> None:
    assert fix_theme_html(before) == after


def test_a_section_with_a_page_of_its_own_gets_its_name() -> None:
    label = fix_theme_html(SECTION).partition("<label")[2].partition("</label>")[0]
    assert 'tabindex="0"' in label
    assert re.sub(r"<[^>]*>", "", label.partition(">")[2]).strip() == "Leader contacts"


def test_the_theme_still_writes_what_is_fixed(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert 'role="dialog" aria-label="Search">' in html, path
        assert 'for="__drawer" tabindex="0"' in html, path
        assert 'for="__search" tabindex="0"' in html, path
        assert 'data-md-component="dialog" role="status">' in html, path
        assert 'tabindex=""' not in html, path
        assert 'class="md-path" aria-label="Navigation"' not in html, path
        assert html.count('<span class="unseen"><span class="md-ellipsis">') >= 2, path
