"""The files of editions and of statements that are gone."""

from pathlib import Path

import pytest

from build_tools.site_data.editions import load_editions, load_gone

GONE = """\
gone:
  - statement: {statement}
    date: 2026-12-02
    text: The bell was cast in 1645.
    reason: The article has 1644.
"""


def test_what_is_gone_is_known_by_the_address_that_it_had(tmp_path: Path) -> None:
    (tmp_path / "bell.md").touch()
    (tmp_path / "gone.yml").write_text(GONE.format(statement="bell.md#s-0123abcd"))
    gone, problems = load_gone(tmp_path / "gone.yml", "docs/_data/gone.yml", tmp_path)
    assert problems == ()
    entry = gone.by_address["bell.md#s-0123abcd"]
    assert (entry.page, entry.id, entry.now) == ("bell.md", "s-0123abcd", None)


PAGES = """\
pages:
  - page: {page}
    title: The bell
    date: 2026-12-02
    reason: There is no bell.
    now: {now}
"""


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (GONE.format(statement="bell.md"), 2, "must be a page and the id of a statement"),
        (
            GONE.format(statement="'bell.md#s-\"><b>'"),
            2,
            "must be a page and the id of a statement",
        ),
        (GONE.format(statement="no.md#s-0123abcd"), 2, "'no.md' must be the path of a page"),
        (
            GONE.format(statement="bell.md#s-00000001")
            + GONE.format(statement="bell.md#s-00000001")[6:],
            6,
            "must have one entry",
        ),
        (
            GONE.format(statement="bell.md#s-00000001").replace("The article has 1644.", '""'),
            5,
            "blank",
        ),
        (
            GONE.format(statement="bell.md#s-00000001").replace(
                "    reason: The article has 1644.\n", ""
            ),
            2,
            "must have a 'reason'",
        ),
        *(
            (PAGES.format(page=page, now="bell.md"), 2, "must be the path of a page below docs")
            for page in ("../out.md", "/out.md", "a/../b.md", "_drafts/a.md", ".a.md", "a.html")
        ),
        (PAGES.format(page="tower.md", now="no.md"), 6, "'no.md' must be the path of a page"),
        (
            PAGES.format(page="tower.md", now="bell.md")
            + PAGES.format(page="tower.md", now="bell.md").removeprefix("pages:\n"),
            7,
            "'tower.md' must have one entry",
        ),
    ],
)
def test_what_is_wrong_is_said_at_its_place(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    (tmp_path / "bell.md").touch()
    (tmp_path / "gone.yml").write_text(text)
    _, [problem] = load_gone(tmp_path / "gone.yml", "docs/_data/gone.yml", tmp_path)
    assert (problem.place.line, problem.code) == (line, "editions")
    assert message in problem.message


def test_a_page_that_is_there_again_is_not_gone(tmp_path: Path) -> None:
    (tmp_path / "bell.md").touch()
    # Its page says why.
    text = GONE.format(statement="tower.md#s-0123abcd").partition("    reason")[0] + PAGES.format(
        page="tower.md", now="bell.md"
    )
    text += PAGES.format(page="bell.md", now="bell.md").removeprefix("pages:\n")
    (tmp_path / "gone.yml").write_text(text)
    gone, problems = load_gone(tmp_path / "gone.yml", "docs/_data/gone.yml", tmp_path)
    assert problems == ()
    assert [entry.page for entry in gone.pages] == ["tower.md"]
    assert [entry.page for entry in gone.entries] == ["tower.md"]


def test_without_files_there_are_none(tmp_path: Path) -> None:
    editions, problems = load_editions(tmp_path / "editions.yml", "editions.yml", tmp_path)
    assert (editions.newest, problems) == (None, ())
    gone, _ = load_gone(tmp_path / "gone.yml", "gone.yml", tmp_path)
    assert (gone.entries, gone.pages) == ((), ())


def test_an_edition_has_an_address_for_good(tmp_path: Path) -> None:
    path = tmp_path / "editions.yml"
    path.write_text(
        f"editions:\n  - {{url: 'editions/', date: 2026-12-02, commit: {'a' * 40}, "
        "statements: 1, pages: [bell.md]}\n"
    )
    _, [problem] = load_editions(path, "docs/_data/editions.yml", tmp_path)
    assert "'editions.0.url'" in problem.message
