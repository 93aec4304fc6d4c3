"""Fix what the theme's HTML lacks for screen readers, keyboards and the HTML standard.

Only what no setting of the theme offers is fixed here. Each edit takes one kind of tag; text that a
page shows cannot be taken for one, since `<` is escaped in it. An edit that finds
nothing changes nothing: the browser tests show when the theme has changed.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from build_tools.expressions import expression


@dataclass(frozen=True)
class Edit:
    """One change of the theme's HTML, and why it is made."""

    reason: str
    pattern: re.Pattern[str]
    replacement: str
    # Says of a whole page whether the edit is wanted there.
    wanted: Callable[[str], bool] = lambda _html: True


EDITS = (
    Edit(
        "The search opens as a dialog, which must have a name.",
        expression(r'(<div class="md-search" [^>]*role="dialog")>'),
        r'\1 aria-label="Search">',
    ),
    Edit(
        "The path to a page is a navigation like the site's, and their names must differ.",
        expression(r'(<nav class="md-path" aria-label=)"Navigation"'),
        r'\1"Breadcrumbs"',
    ),
    Edit(
        "Where a section has a page of its own, the label that opens it shows an icon only. "
        "It is the name of the section's navigation too, and those names must differ.",
        expression(
            r"(?P<link>(?P<title><span class=\"md-ellipsis\">(?:(?!</span>).)*</span>)\s*</a>\s*"
            r"<label [^>]*id=\"__nav_\w+_label\"[^>]*>\s*)(?P<icon><span class=\"md-nav__icon)",
            re.DOTALL,
        ),
        r'\g<link><span class="unseen">\g<title></span>\g<icon>',
    ),
    Edit(
        "On a narrow screen this label opens its section: a keyboard must reach it, and an empty "
        "tabindex is not valid.",
        expression(r'(<label class="md-nav__link[^>]*) tabindex="">'),
        r'\1 tabindex="0">',
    ),
    Edit(
        "On a narrow screen these labels open the navigation: a keyboard must reach them, and an "
        "icon alone has no name.",
        expression(r'(<label class="md-header__button md-icon" for="__drawer")>'),
        r'\1 tabindex="0"><span class="unseen">Navigation</span>',
    ),
    Edit(
        "The same, for the label that opens the search.",
        expression(r'(<label class="md-header__button md-icon" for="__search")>'),
        r'\1 tabindex="0"><span class="unseen">Search</span>',
    ),
    Edit(
        "The title of the table of contents is a label even on pages without the box that it "
        "would tick.",
        expression(r'(<label class="md-nav__title") for="__toc">'),
        r"\1>",
        wanted=lambda html: 'id="__toc"' not in html,
    ),
    Edit(
        "Markdown aligns a cell by an attribute of style, which the policy of a page refuses.",
        expression(r'(<t[hd](?: scope="\w+")?) style="text-align: (left|center|right);?"'),
        r'\1 class="\2"',
    ),
    Edit(
        "What the theme says once something is copied is seen, and is to be heard as well.",
        expression(r'(<div class="md-dialog" data-md-component="dialog")>'),
        r'\1 role="status">',
    ),
    Edit(
        "The theme's script puts each table into a box that scrolls, once the page is shown, and "
        "the text moves. The box is there from the start, and without the script too.",
        expression(r"<table>.*?</table>", re.DOTALL),
        r'<div class="md-typeset__scrollwrap"><div class="md-typeset__table">\g<0></div></div>',
    ),
)


def fix_theme_html(html: str) -> str:
    """Take a whole page as the theme has made it; return it with all `EDITS` made."""
    for edit in EDITS:
        if edit.wanted(html):
            html = edit.pattern.sub(edit.replacement, html)
    return html
