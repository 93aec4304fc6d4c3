"""What repeats beside an article is told from what the article itself repeats."""

from build_tools.intake.saved_page import parse_saved

PROSE = "<p class='t'>The bell of Osten lay in the lake for eleven years, divers said.</p>"


def settings(rest: str, prose: str = PROSE) -> list[str | None]:
    page = (
        f"<html><body><h1>A bell is found in the lake</h1><main>{prose}{rest}</main></body></html>"
    )
    return [line.setting for line in parse_saved(page).lines][1:]


def test_comments_are_beside_the_article_however_long_they_are() -> None:
    comment = (
        "<div class='c'><b>{name}</b> wrote at 08:40<p>My grandfather had heard the bell in the "
        "winter of the storm, and he said so to anyone who would listen to him.</p></div>"
    )
    thread = "".join(comment.format(name=name) for name in ("Tor", "Anka", "Emi"))
    assert settings(thread) == ["paragraph", *["beside"] * 6]


def test_teasers_are_beside_the_article() -> None:
    teaser = (
        "<div class='c'><a href='/'>A title of some words</a><p>It is said to be deep.</p></div>"
    )
    assert settings(teaser * 2) == ["paragraph", *["beside"] * 4]
    # One alone does not repeat.
    assert "beside" not in settings(teaser)


def test_an_article_told_by_the_hour_is_no_thread() -> None:
    post = (
        "<div class='c'><p>At 08:40</p><h3>The lake</h3><p class='t'>The divers went down again on "
        "Friday, the mayor said.</p></div>"
    )
    assert settings(post * 3).count("paragraph") == 4


def test_where_nothing_else_is_written_the_items_are_read() -> None:
    item = (
        "<div class='c'><p>Tor at 08:40</p><p>The divers went down to the bell on Friday.</p></div>"
    )
    assert "paragraph" in settings(item * 3, prose="")
