"""Cards: a note beside its statement, by mouse, finger and keys, and out of the way again."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from fixture_types import OpenPage
from playwright.sync_api import Locator, Page, Route, expect

PAGE = "/contacts/suga-putin-2020/"
SMALLEST_TARGET = 24
# How long the mouse must rest on a marker, or off it, with room for a slow machine.
RESTED = 600
VIEWS = [
    pytest.param({"width": width, "color_scheme": scheme}, id=f"{scheme}-{width}")
    for scheme in ("light", "dark")
    for width in (1280, 390)
]
FOCUS_IN_CARD = "!!document.activeElement.closest('.card')"


def nth_mark(page: Page, number: int) -> Locator:
    mark = page.locator(".citation__mark:visible").nth(number)
    # In the middle of the screen there is least room on either side.
    mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
    return mark


def card_of(page: Page) -> Locator:
    return page.locator(".card:popover-open")


def opened(page: Page, mark: Locator) -> Locator:
    """Click a marker, and return its card."""
    mark.click()
    card = card_of(page)
    expect(card).to_be_visible()
    return card


def is_open(page: Page, mark: Locator) -> None:
    expect(card_of(page)).to_be_visible()
    expect(mark).to_have_attribute("aria-expanded", "true")


def is_closed(page: Page) -> None:
    expect(card_of(page)).to_have_count(0)
    expect(page.locator(".citation__mark[aria-expanded=true]")).to_have_count(0)


# What it holds.


def test_a_card_holds_what_its_note_holds(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 0)
    card = opened(page, mark)
    number = mark.inner_text()
    note = page.locator(f"#note-{number} .note__content")
    assert card.locator(".card__content").text_content() == note.text_content()
    assert card.locator(".card__content a").count() == note.locator("a").count() > 2
    expect(page.get_by_role("dialog", name=f"Note {number}")).to_be_visible()
    expect(card.get_by_role("link", name=f"Note {number}")).to_have_attribute(
        "href", f"#note-{number}"
    )
    ids = page.locator("[id]").evaluate_all("all => all.map(element => element.id)")
    assert len(ids) == len(set(ids))


def unfold(page: Page) -> None:
    """Open the folded parts of the text, whose markers open cards as well, once they are drawn."""
    page.evaluate("""() => {
        const folded = document.querySelectorAll("article details:not(.notes__folded)");
        for (const part of folded) part.open = true;
        return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    }""")


def test_every_marker_of_a_page_has_its_own_card(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    unfold(page)
    marks = page.locator(".citation__mark:visible")
    assert marks.count() > 20
    for mark in marks.all():
        mark.evaluate("mark => mark.click()")
        expect(card_of(page)).to_have_attribute("aria-label", f"Note {mark.inner_text()}")
        statement = card_of(page).locator(".card__statement").get_attribute("href")
        assert statement == mark.get_attribute("data-statement")
        assert page.locator(f".citation{statement}").count() == 1


def test_the_link_to_a_statement_is_copied_and_leads_there(open_page: OpenPage) -> None:
    page = open_page(PAGE, permissions=["clipboard-read", "clipboard-write"])
    mark = nth_mark(page, 8)
    opened(page, mark).get_by_role("link", name="Copy the link to this statement").click()
    expect(card_of(page).locator(".card__statement")).to_have_text("Copied")
    address = page.evaluate("navigator.clipboard.readText()")
    statement = mark.get_attribute("data-statement") or ""
    assert address == f"{page.url}{statement}"
    page.goto(address)
    expect(page.locator(statement)).to_be_in_viewport()
    # All its words are marked, and no others.
    marked = page.evaluate("[...CSS.highlights.get('statement')].map(String).join()").strip()
    block = page.locator(statement).evaluate("end => end.closest('p,li,td,dd,div').innerText")
    assert len(marked) > 20
    assert marked in " ".join(block.split())


def test_where_nothing_can_be_copied_the_link_leads_to_the_statement(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    page.evaluate("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    mark = nth_mark(page, 6)
    opened(page, mark).locator(".card__statement").click()
    is_closed(page)
    assert page.url.endswith(f"{PAGE}{mark.get_attribute('data-statement')}")


@pytest.mark.parametrize("view", VIEWS)
def test_a_term_has_a_card_with_its_meaning(view: dict[str, Any], open_page: OpenPage) -> None:
    page = open_page(PAGE, **view)
    term = page.locator("article a.term").first
    meaning = term.get_attribute("data-meaning") or ""
    assert len(meaning) > 20
    # Else the browser would show it twice.
    assert not term.get_attribute("title")
    term.focus()
    page.keyboard.press("Space")
    card = card_of(page)
    expect(card.locator(".card__content")).to_have_text(meaning)
    expect(card.locator(".card__links")).to_be_hidden()
    expect(term).to_have_attribute("aria-expanded", "true")
    found = Axe().run(page, context={"include": [[".card"], ["article a.term"]]}).response
    assert found["violations"] == []
    page.keyboard.press("Escape")
    expect(term).to_have_attribute("aria-expanded", "false")
    expect(term).to_be_focused()
    term.click()
    card_of(page).locator(".card__note").click()
    page.wait_for_url("**/glossary/#term-*")


def test_without_a_repository_a_report_starts_at_the_corrections(
    open_page: OpenPage,
) -> None:
    page = open_page(PAGE)
    opened(page, nth_mark(page, 0)).get_by_role("link", name="Report a problem").click()
    page.wait_for_url("**/corrections/")


def test_a_card_that_scrolls_stays_where_it_was_scrolled_to(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=390)
    page.set_viewport_size({"width": 390, "height": 460})
    card = opened(page, nth_mark(page, 0))
    assert card.evaluate("card => card.scrollHeight > card.clientHeight")
    card.evaluate("card => card.scrollTop = 80")
    card.get_by_role("link", name="Report a problem").focus()
    page.wait_for_timeout(RESTED)
    assert card.evaluate("card => card.scrollTop") >= 80


def test_a_report_names_the_statement_and_its_words(open_page: OpenPage, built_site: Path) -> None:
    page = open_page(PAGE)
    # As the template writes it where the repository is known.
    opening = "document.querySelector('.card-form').content.querySelector('.card__report')"
    script = (built_site / "assets/cards.js").read_text("utf-8")
    page.route("**/cards.js", lambda route: route.fulfill(
        body=f"{opening}.dataset.issue = 'https://example.org/new?title=A&body=';\n{script}",
        content_type="text/javascript",
    ))  # fmt: skip
    page.reload()
    begins = nth_mark(page, 1).evaluate("mark => mark.closest('p').firstChild.textContent")
    for _ in range(2):  # The words of a card that was open before are no part of the statement.
        mark = nth_mark(page, 1)
        report = opened(page, mark).locator(".card__report")
        body = report.evaluate("link => new URL(link.href).searchParams.get('body')")
        address, words = body.split("\n\n> ")
        assert address == f"{page.url}{mark.get_attribute('data-statement')}"
        assert words.startswith(begins)
        assert "Note" not in words
        page.keyboard.press("Escape")


# By mouse.


def test_a_click_opens_and_another_closes(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 0)
    mark.click()
    is_open(page, mark)
    page.wait_for_timeout(RESTED)
    is_open(page, mark)
    mark.click()
    is_closed(page)
    # The mouse still rests on it.
    page.wait_for_timeout(RESTED)
    is_closed(page)
    mark.click()
    is_open(page, mark)


def test_a_click_on_another_marker_opens_its_card_instead(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    other = nth_mark(page, 2)
    opened(page, nth_mark(page, 4))
    other.click()
    is_open(page, other)
    expect(page.locator(".citation__mark[aria-expanded=true]")).to_have_count(1)


def test_a_click_elsewhere_closes(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    opened(page, nth_mark(page, 0))
    page.locator("h1").click()
    is_closed(page)


def test_a_click_in_the_card_leaves_it_open(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 0)
    opened(page, mark).locator(".note__place").first.click()
    is_open(page, mark)


def test_the_close_button_closes(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 0)
    opened(page, mark).get_by_role("button", name="Close").click()
    is_closed(page)
    expect(mark).to_be_focused()


def test_a_passing_mouse_opens_nothing(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    nth_mark(page, 0).hover()
    page.locator("h1").hover()
    page.wait_for_timeout(RESTED)
    is_closed(page)


def test_resting_on_a_marker_opens_and_the_card_stays_while_the_mouse_is_in_it(
    open_page: OpenPage,
) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 0)
    mark.hover()
    is_open(page, mark)
    # Focus has not moved: nobody asked for it.
    assert not page.evaluate(FOCUS_IN_CARD)
    card_of(page).locator(".note__place").last.hover()
    page.wait_for_timeout(RESTED)
    is_open(page, mark)
    mark.hover()
    page.wait_for_timeout(RESTED)
    is_open(page, mark)
    page.locator("h1").hover()
    is_closed(page)


def test_what_hovering_opened_a_click_keeps(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 0)
    mark.hover()
    is_open(page, mark)
    mark.click()
    page.mouse.move(640, 20)
    page.wait_for_timeout(RESTED)
    is_open(page, mark)
    # Nor does another marker that the mouse comes over take its place.
    page.locator(".citation__mark:visible").nth(1).hover(force=True)
    page.wait_for_timeout(RESTED)
    is_open(page, mark)


def test_escape_closes_what_hovering_opened(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 0)
    mark.hover()
    is_open(page, mark)
    page.keyboard.press("Escape")
    page.wait_for_timeout(RESTED)
    is_closed(page)


def test_a_click_with_a_modifier_is_the_browsers(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    with page.context.expect_page() as other:
        nth_mark(page, 0).click(modifiers=["ControlOrMeta"])
    assert "#note-" in other.value.url
    # At most it is hovered over.
    assert not page.evaluate(FOCUS_IN_CARD)


# By touch.


def test_a_tap_opens_and_another_closes(open_page: OpenPage) -> None:
    page = open_page(PAGE, width=390, has_touch=True, is_mobile=True)
    mark = nth_mark(page, 0)
    mark.tap()
    is_open(page, mark)
    page.wait_for_timeout(RESTED)
    is_open(page, mark)
    mark.tap()
    is_closed(page)


@pytest.mark.parametrize("elsewhere", [".md-header__title", ".card__close"])
def test_a_tap_elsewhere_or_on_close_closes(open_page: OpenPage, elsewhere: str) -> None:
    page = open_page(PAGE, width=390, has_touch=True, is_mobile=True)
    nth_mark(page, 0).tap()
    expect(card_of(page)).to_be_visible()
    page.locator(elsewhere).tap()
    is_closed(page)


# By keys.


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_a_key_opens_and_escape_leads_back_to_the_marker(open_page: OpenPage, key: str) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 0)
    mark.focus()
    before = page.evaluate("scrollY")
    page.keyboard.press(key)
    is_open(page, mark)
    assert page.evaluate(FOCUS_IN_CARD)
    page.keyboard.press("Escape")
    is_closed(page)
    expect(mark).to_be_focused()
    assert page.evaluate("scrollY") == before
    # And again: what closed it has not been forgotten for a press of the mouse.
    page.keyboard.press(key)
    is_open(page, mark)


def test_tab_goes_through_the_card_and_on_and_closes_it(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 0)
    id_ = mark.get_attribute("id")
    mark.focus()
    page.keyboard.press("Enter")
    stops = card_of(page).locator("a, button").count()
    for _ in range(stops):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IN_CARD)
    page.keyboard.press("Tab")
    is_closed(page)
    stops_of_the_text = page.locator("article :is(.citation__mark, .term)")
    before = stops_of_the_text.evaluate_all("(all, id) => all.findIndex(one => one.id == id)", id_)
    expect(stops_of_the_text.nth(before + 1)).to_be_focused()


def test_focus_that_moves_back_to_the_marker_leaves_it_open(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 1)
    mark.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    expect(mark).to_be_focused()
    is_open(page, mark)
    page.keyboard.press("Enter")
    is_closed(page)


def test_reading_on_closes_it(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    mark = nth_mark(page, 0)
    opened(page, mark)
    page.mouse.wheel(0, 50)
    page.wait_for_timeout(RESTED)
    is_open(page, mark)
    page.evaluate("scrollTo(0, 2000)")
    is_closed(page)


# Its looks.


@pytest.mark.parametrize("view", VIEWS)
def test_it_stands_by_its_marker_and_in_the_viewport(
    open_page: OpenPage, view: dict[str, object]
) -> None:
    page = open_page(PAGE, **view)
    unfold(page)
    page.evaluate("""() => {
        window.shifts = 0;
        const observer = new PerformanceObserver(list => window.shifts += list.getEntries().length);
        observer.observe({type: 'layout-shift'});
    }""")
    # In one go, for speed: each fourth marker at the top, in the middle and at the end.
    places = page.evaluate("""() => {
        const places = [];
        const marks = [...document.querySelectorAll(".citation__mark")];
        for (const mark of marks.filter((_, index) => index % 4 == 0)) {
            for (const block of ["start", "center", "end"]) {
                mark.scrollIntoView({block});
                mark.click();
                const card = document.querySelector(".card:popover-open");
                places.push([card, mark].map(one => one.getBoundingClientRect().toJSON()));
                mark.click();
            }
        }
        return places;
    }""")
    assert len(places) > 20
    for card, mark in places:
        assert card["left"] >= 0
        assert card["right"] <= view["width"]
        assert card["top"] >= 0
        assert card["bottom"] <= 800
        # Above or below it, and near enough for the mouse to cross over.
        assert 0 <= max(mark["top"] - card["bottom"], card["top"] - mark["bottom"]) <= 12
    page.wait_for_timeout(100)
    assert page.evaluate("window.shifts") == 0


def test_on_a_low_screen_it_scrolls_within(open_page: OpenPage) -> None:
    page = open_page(PAGE)
    page.set_viewport_size({"width": 640, "height": 320})
    box = opened(page, nth_mark(page, 0)).bounding_box()
    assert box is not None
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= 320


@pytest.mark.parametrize("width", [1280, 390])
def test_where_css_cannot_place_it_it_is_a_sheet_at_the_bottom(
    open_page: OpenPage, width: int
) -> None:
    page = open_page(PAGE, width=width)
    asked = "@supports (position-area: bottom)"

    def without_it(route: Route) -> None:
        reply = route.fetch()
        assert asked in reply.text()
        route.fulfill(
            response=reply, body=reply.text().replace(asked, "@supports (no-such: thing)")
        )

    page.route("**/assets/site.css", without_it)
    page.reload()
    box = opened(page, nth_mark(page, 0)).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] >= 400
    assert box["y"] + box["height"] == pytest.approx(800, abs=1)


@pytest.mark.parametrize("width", [1280, 390])
def test_targets_are_large_enough(open_page: OpenPage, width: int) -> None:
    page = open_page(PAGE, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true })")
    opened(page, nth_mark(page, 0))
    targets = page.locator(".citation__mark, .card a, .card button, .note a")
    boxes = targets.evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.width, box.height])"
    )
    assert len(boxes) > 100
    assert [box for box in boxes if min(box) < SMALLEST_TARGET] == []


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_wrong_with_it(open_page: OpenPage, view: dict[str, object]) -> None:
    page = open_page(PAGE, **view)
    card = opened(page, nth_mark(page, 0))
    assert card.locator(".note__ownership").count() == 1
    parts = {"include": [[".card"], [".citation__mark[aria-expanded=true]"]]}
    found = Axe().run(page, context=parts, options={}).response
    assert {check["id"] for check in found["passes"]} >= {"aria-dialog-name", "color-contrast"}
    assert found["violations"] == []


# Without it.


def test_without_scripts_a_marker_leads_to_its_note(open_page: OpenPage) -> None:
    page = open_page(PAGE, java_script_enabled=False)
    mark = page.locator(".citation__mark:visible").nth(3)
    mark.click()
    number = mark.inner_text()
    assert page.url.endswith(f"#note-{number}")
    expect(page.locator(f"#note-{number}")).to_be_in_viewport()
    expect(page.locator(".card")).to_have_count(0)


def test_without_popovers_a_marker_leads_to_its_note(open_page: OpenPage) -> None:
    page = open_page(PAGE, alone=True)
    page.add_init_script("delete HTMLElement.prototype.popover")
    page.reload()
    mark = page.locator(".citation__mark:visible").nth(3)
    mark.click()
    assert page.url.endswith(f"#note-{mark.inner_text()}")
    assert mark.get_attribute("aria-haspopup") is None


def test_a_page_without_citations_has_no_use_for_it(open_page: OpenPage) -> None:
    page = open_page("/method/")
    expect(page.locator(".card-form")).to_have_count(0)
