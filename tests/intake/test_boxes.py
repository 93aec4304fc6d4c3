"""What stands among paragraphs in an element of its own is judged by what it holds."""

import pytest

from build_tools.intake.saved_page import parse_saved

PARAGRAPH = "<p>The bell of Osten lay in the lake for eleven years, divers said on Monday.</p>"


def setting_of(box: str, text: str) -> str | None:
    page = (
        f"<html><body><h1>A bell is found in the lake</h1><div class='c9'>{PARAGRAPH}{box}"
        f"{PARAGRAPH.replace('divers', 'sailors')}</div></body></html>"
    )
    return {line.text: line.setting for line in parse_saved(page).lines}[text]


@pytest.mark.parametrize(
    ("box", "setting"),
    [
        # A prompt is led on by a link or worked by a button, whatever its words are.
        ("<div class='k'><p>Read it slowly.</p><a href='/n'>Yes please</a></div>", "beside"),
        ("<div class='k'><p>Read it slowly.</p><button>Yes</button></div>", "beside"),
        ("<div class='k'><h3>Related</h3><p>Read it slowly.</p></div>", "beside"),
        ("<div class='k'><img src='a.png'><p>Read it slowly.</p></div>", "pictured"),
        ("<div class='k'><p>Read it slowly.</p></div>", "apart"),
        ("<blockquote><p>Read it slowly.</p></blockquote>", "flow"),
        ("<p><small>Read it slowly.</small></p>", "note"),
    ],
)
def test_a_box_is_judged_by_what_it_holds(box: str, setting: str) -> None:
    assert setting_of(box, "Read it slowly.") == setting


def test_a_heading_and_a_list_may_have_an_element_of_their_own() -> None:
    assert setting_of("<div class='h'>Who heard it</div>", "Who heard it") == "flow"
    listed = "<div class='l'><p>It has:</p><ul><li>a rope</li></ul></div>"
    assert setting_of(listed, "a rope") == "flow"


def test_words_by_a_picture_above_the_story_are_its_caption() -> None:
    page = (
        "<html><body><h1>A bell is found in the lake</h1><div><div><img src='a.png'></div><div>The "
        f"bell on the quay</div></div><main>{PARAGRAPH}{PARAGRAPH}</main></body></html>"
    )
    lines = {line.text: line for line in parse_saved(page).lines}
    assert lines["The bell on the quay"].setting == "pictured"
    assert lines["The bell on the quay"].zone == "caption"
