"""Blocks within a page: exact places in whatever file, and nothing that goes unread."""

import re
from pathlib import Path

import pytest
from blocks.test_blocks import convert
from fixture_types import ReadPage
from hypothesis import given, settings
from hypothesis import strategies as st
from project import CONFIG, KIT, Project

from build_tools.checks.count import check_count
from build_tools.files.site_config import load_site_config
from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, read_manuscript, site_markdown
from build_tools.pages.fillings import load_fillings
from build_tools.pages.front_matter import parse_page
from build_tools.problems import Problem
from build_tools.sources.library import Library

CELL = """\
```coverage
caption: A caption
points:
  - point: Length
    reports:
      osten-2019: It lasted 35 minutes [@osten-2019, para. 2].
      meridian-2019: 35 minutes [@meridian-2019, para. 99].
```
"""


def problems_of(text: str, library: Library) -> list[Problem]:
    html, ledger = convert(text, library)
    for problem in ledger.page_problems["page.md"]:
        assert str(problem.place) in html
    return ledger.findings


def said(problems: list[Problem]) -> list[str]:
    return [f"{p.place.path}:{p.place.line}:{p.place.column}: {p.code}" for p in problems]


# Places.


@pytest.mark.parametrize(
    "text",
    [
        CELL,
        "---\ntitle: A\n---\n\n\n# Heading\n\n" + CELL,
        CELL.replace("```", "~~~"),
        CELL.replace("```", "`````"),
        # Behind another citation on the same line, and over two lines.
        CELL.replace(": 35", ": So it is [@meridian-2019, para. 1]. 35"),
        CELL.replace(": 35 minutes", ": >-\n        35\n        minutes"),
        CELL.replace(": 35 minutes [", ": '35 minutes [").replace("99].", "99].'"),
        # The same wrong citation stands further up as code.
        f"````\n{CELL}````\n\n{CELL}",
    ],
)
def test_a_citation_in_a_block_is_placed_exactly(library: Library, text: str) -> None:
    found = [problem for problem in problems_of(text, library) if problem.code == "paragraph"]
    before = text[: text.rindex("para. 99")]
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    assert said(found) == [f"docs/page.md:{line}:{column}: paragraph"]


@pytest.mark.parametrize(
    ("yaml", "place", "code", "message"),
    [
        ("caption: A: b\n", "2:11", "yaml", "the YAML must parse"),
        ("caption: [@osten-2019, para. 1]: b\n", "2:11", "yaml", "the YAML must parse"),
        # The signs that carry places through Markdown are not counted as columns.
        ("caption: Osten [@osten-2019, para. 1]: b\n", "2:38", "yaml", "the YAML must parse"),
        ("caption: @osten-2019 [para. 1] says\n", "2:10", "yaml", "the YAML must parse"),
        ("caption: a\ncaption: b\n", "3:1", "yaml", "must appear once"),
        ("caption: 'open\n", "3:1", "yaml", "the YAML must parse"),
        ("caption: *none\n", "2:10", "yaml", "the YAML must have no alias"),
        ("caption: !odd a\n", "2:10", "yaml", "the YAML must parse"),
        ("a: 1\n---\nb: 1\n", "3:1", "yaml", "the YAML must parse"),
        ('caption: "a\\x01b"\n', "2:11", "yaml", "U+0001"),
        ('"\\ud800": 1\n', "2:2", "yaml", "U+D800"),
        ("{points: [], capton: a@b}\n", "2:14", "block", "'capton' must be a known one"),
        # No editor takes this for the end of a line.
        ("caption: a\u2028b\nx: 1\n", "3:1", "block", "'x' must be a known one"),
    ],
)
def test_yaml_that_does_not_parse(
    library: Library, yaml: str, place: str, code: str, message: str
) -> None:
    found = problems_of(f"```coverage\n{yaml}```\n", library)
    [problem] = [
        p for p in found if str(p.place) == f"docs/page.md:{place}" and message in p.message
    ]
    assert problem.code == code
    assert not re.search("[\ue000-\uf8ff]", "".join(map(str, found)))


@pytest.fixture
def findings(small_project: Project):
    """Return what is found after a change, as places with codes."""

    def find(path: str, old: str, new: str) -> tuple[list[str], int]:
        line = small_project.change(path, old, new)
        ledger = read_manuscript(load_site_config(small_project.root))
        return said(ledger.problems), line

    return find


PAGE = "docs/talks/verelin-ulvholt-2019.md"


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        # Shown by the page's own block `event`.
        (PAGE, "It lasted 35 minutes, Osten reported [@osten-2019, para. 2]", "para. 77"),
        # By the block `comparison` of another page.
        (PAGE, "tolls on the Ness Canal, Osten reported [@osten-2019, para. 2]", "para. 66"),
        # By the block `timeline`.
        (
            "docs/_data/timeline.yml",
            "suspended, Osten reported [@osten-2019, para. 10]",
            "para. 22",
        ),
    ],
)
def test_a_citation_is_placed_in_the_file_that_it_is_written_in(
    findings, small_project: Project, path: str, old: str, new: str
) -> None:
    number = re.search(r"para\. \d+", old)
    assert number
    found, _ = findings(path, old, old.replace(number[0], new))
    lines = small_project.text(path).split("\n")
    [line] = [index for index, text in enumerate(lines) if new + "]" in text]
    assert f"{path}:{line + 1}:{lines[line].index(new) + 1}: paragraph" in found
    assert {place for place in found if f"{path}:{line + 1}:" not in place} == set()


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (PAGE, "    is: 35\n", "    is: 36\n", "event"),
        (PAGE, "    is: 35\n", "    is: soon\n", "front-matter"),
        (PAGE, "    The tolls: The", "    The odd: The", "block"),
        ("docs/_data/timeline.yml", "  - when: 1923\n", "  - when: 1923-13\n", "block"),
        ("docs/_data/timeline.yml", "  - when: 1923\n", "  - wen: 1923\n", "block"),
        ("docs/_data/timeline.yml", "  - when: 1923\n", "  - when: 1923: 7\n", "yaml"),
    ],
)
def test_what_is_wrong_in_another_file_is_placed_there(
    findings, path: str, old: str, new: str, code: str
) -> None:
    found, line = findings(path, old, new)
    start = len(new) - len(new.lstrip(" -")) + 1
    if code == "yaml":
        start = new.rindex(":") + 1
    places = [place for place in found if place.startswith(f"{path}:{line}:")]
    if "The odd" in new:
        # The other event lacks it, and this one lacks the other's.
        assert len(found) == 2
        assert len(places) == 0
        assert {place.rpartition(": ")[2] for place in found} == {"block"}
    else:
        assert f"{path}:{line}:{start}: {code}" in found


# What is a block, and what is code.


@pytest.mark.parametrize(
    "text",
    [
        f"````markdown\n{CELL}````\n",
        f"~~~\n{CELL}~~~\n",
        "```\n~~~coverage\ncaption: [@osten-2019, para. 1]\n~~~\n```\n",
        "```yaml\ncaption: '[@osten-2019, para. 1]'\n```\n",
        "```diff\n- a\n+ b\n```\n",
        "- a\n\n    ````\n    ```coverage\n    x: [@osten-2019, para. 1]\n    ```\n    ````\n",
    ],
)
def test_code_stays_code(library: Library, read_page: ReadPage, text: str) -> None:
    html, ledger = convert(text, library)
    assert [p for p in ledger.problems if p.code not in ("uncited", "nothing")] == []
    assert ledger.pages["page.md"].statements == ()
    assert "<code>" in html
    assert not re.search("[\ue000-\uf8ff]", html)
    assert list(check_count.run(read_page(text), library)) == []


NESTED = "".join(f"    {line}\n" for line in CELL.splitlines())


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        (f"- a list\n\n{NESTED}", "3:1", "must start at the margin"),
        (f"!!! note\n\n{NESTED}", "3:1", "must start at the margin"),
        ("- " + CELL.replace("\n", "\n  "), "1:1", "must start at the margin"),
        ("".join(f"> {line}\n" for line in CELL.splitlines()), "1:1", "must start at the margin"),
        (f"text\n\n  {CELL}", "3:1", "must start at the margin"),
        (CELL.removesuffix("```\n"), "1:1", "a block 'coverage' must be closed"),
        (CELL.replace("99].\n```", "99].\n~~~"), "1:1", "must be closed"),
        (CELL.replace("```coverage", "````coverage"), "1:1", "must be closed"),
        (
            CELL.replace("coverage", "coverge"),
            "1:1",
            "must be a block or a language, not 'coverge'",
        ),
        (CELL.replace("coverage", "Coverage"), "1:1", "not 'Coverage'"),
        (CELL.replace("coverage", 'coverage title="A"'), "1:1", "not 'coverage title=\"A\"'"),
        (CELL.replace("coverage", "{.coverage}"), "1:1", "not '{.coverage}'"),
        (CELL.replace("coverage", "events"), "1:1", "not 'events'"),
        ("```comparison\n```\n", "2:1", "something for the block 'comparison' to show"),
        ("```timeline\n\n\n```\n", "2:1", "something for the block 'timeline' to show"),
        ("```coverage\n```\n", "2:1", "the YAML must be a mapping"),
    ],
)
def test_a_block_in_the_wrong_form_is_a_problem(
    library: Library, text: str, place: str, message: str
) -> None:
    html, ledger = convert(text, library)
    [problem] = [found for found in ledger.findings if found.code == "block"]
    assert str(problem.place) == f"docs/page.md:{place}"
    assert message in problem.message
    assert html.count(f'<span class="problem__place">{problem.place}</span>') == 1
    assert "\ue00c" not in html


def test_signs_of_the_build_in_a_page_are_no_traceback(library: Library) -> None:
    html, _ = convert("\ue00c7\ue00d\n\nA \ue00a\ue001\ue00b.\n", library)
    assert "A" in html


def test_text_around_a_block_stays_where_it_is(library: Library) -> None:
    html, _ = convert(f"One.\n{CELL}Two.\n", library)
    assert html.rindex("<p>One.") < html.index("<table") < html.rindex("<p>Two.")


# What is in a block is read as anywhere else.


def test_a_waiver_in_a_cell(library: Library) -> None:
    """Also where a block shows its statements in another order than they are written in."""
    yaml = """\
eras:
  - from: 1945
    title: All
entries:
  - when: 1957
    stated: "Osten reported 99 minutes [@osten-2019, para. 2]. <!-- waive number: one -->"
  - when: 1956
    stated: "Osten reported 98 minutes [@osten-2019, para. 2]. <!-- waive number: two -->"
"""
    _, ledger = convert(f"```timeline\n{yaml}```\n", library)
    assert [p for p in ledger.problems if p.code in ("number", "waiver")] == []
    waivers = [
        (entry.statement.text[:4], str(waiver.place), waiver.reason)
        for entry in ledger.entries
        for waiver, _ in entry.waived
    ]
    assert set(waivers) == {
        ("1956", "docs/page.md:9:64", "two"),
        ("1957", "docs/page.md:7:64", "one"),
    }


def test_a_waiver_behind_one_that_is_shown_as_code(library: Library) -> None:
    text = (
        "As in `<!-- waive number: why -->`.\n{: .no-claim }\n\n"
        "Osten reported 99 minutes [@osten-2019, para. 2]. <!-- waive number: one -->\n"
    )
    _, ledger = convert(text, library)
    [entry] = ledger.entries
    assert {str(waiver.place) for waiver, _ in entry.waived} == {"docs/page.md:4:51"}


def test_statements_are_placed_in_whatever_order_they_are_shown(library: Library) -> None:
    yaml = """\
eras:
  - from: 1945
    title: All
entries:
  - when: 1957
    stated: Osten reported the call [@osten-2019, para. 2].
  - when: 1956
    stated: Osten reported talks [@osten-2019, para. 1].
"""
    _, ledger = convert(f"```timeline\n{yaml}```\n", library)
    places = [(entry.statement.text, str(entry.statement.place)) for entry in ledger.entries]
    assert places == [
        ("1956: Osten reported talks", "docs/page.md:9:13"),
        ("1957: Osten reported the call", "docs/page.md:7:13"),
    ]


def test_a_comment_in_a_block_is_not_read(library: Library, read_page: ReadPage) -> None:
    text = CELL.replace("points:", "# Not yet: [@osten-2019, para. 99]\npoints:")
    assert list(check_count.run(read_page(text), library)) == []
    _, ledger = convert(text, library)
    assert len(ledger.entries) == 2


def test_a_citation_that_a_block_does_not_read_is_counted(
    library: Library, read_page: ReadPage
) -> None:
    # A citation where nothing reads it.
    text = CELL.replace("A caption", "'A caption' # [@osten-2019, para. 1]")
    assert [problem.code for problem in check_count.run(read_page(text), library)] == ["count"]


def test_a_block_in_raw_html_is_refused_with_it_and_told_of_once(library: Library) -> None:
    _, ledger = convert(f"<div>\n{CELL}</div>\n\nIt lasted 35 minutes, Osten wrote.\n", library)
    assert {problem.code for problem in ledger.problems} == {"markup", "nothing", "uncited"}


def test_malformed_citations_in_a_block_are_said_once(library: Library) -> None:
    yaml = KIT.blocks["differs"].example.replace(
        "@harbour-post-2015, para. 3].\n", "@harbour-post-2015, p. 3].\n", 1
    )
    found = problems_of(f"```differs\n{yaml}```\n", library)
    assert said(found) == ["docs/page.md:2:103: citation"]


def test_pages_show_the_blocks_that_are_filled() -> None:
    fillings = load_fillings(CONFIG.docs, CONFIG.root)
    for path, kind in (("timeline.md", "timeline"), ("talks/index.md", "comparison")):
        text = (CONFIG.docs / path).read_text(encoding="utf-8")
        assert f"```{kind}\n```" in text
        assert len(parse_page(text, path, fillings).body) > len(text)


# Nothing that is written in a block ends in a traceback.

YAMLS = [kind.example for kind in KIT.blocks.values()]


@st.composite
def bad_blocks(draw: st.DrawFn) -> str:
    """An example with a piece of it replaced by something else, under any kind's name."""
    yaml = draw(st.sampled_from(YAMLS))
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(yaml)))
        end = draw(st.integers(start, min(len(yaml), start + 40)))
        piece = draw(
            st.one_of(
                st.text(max_size=8),
                st.sampled_from(
                    ["\n", ": ", "- ", "\t", "[", "]", "{", "'", '"', "@", "[@", "#", "&a ", "*a",
                     "!!int ", "!x ", "|\n", "? ", "---\n", "...\n", "```", "\x85", "\u2028",
                     "\ue00a", "\ue00c0\ue00d", '"\\x01"', "null", "0x10", ".inf", "<!--", "-->",
                     "<!-- waive number: x -->", "<b>", "&amp;", "%YAML 1.1\n", "<<: "]
                ),
            )
        )  # fmt: skip
        yaml = yaml[:start] + piece + yaml[end:]
    kind = draw(st.sampled_from(sorted(KIT.blocks)))
    return f"One.\n\n```{kind}\n{yaml}\n```\n\nTwo.\n"


def test_no_yaml_ends_in_a_traceback(library: Library) -> None:
    ledger = Ledger(library, KIT)
    md = site_markdown(CONFIG, ledger)

    @settings(max_examples=150)
    @given(bad_blocks())
    def run(text: str) -> None:
        source = parse_page(text, "docs/page.md")
        ledger.entries.clear()
        ledger.page = page_info(source, "docs/page.md", "page.md")
        md.reset()
        assert "One." in md.convert(source.body)
        for problem in ledger.findings:
            str(problem).encode("utf-8")
            assert 1 <= problem.place.line <= text.count("\n") + 1

    run()


def test_no_file_of_the_timeline_ends_in_a_traceback(tmp_path: Path, library: Library) -> None:
    (tmp_path / "docs/_data").mkdir(parents=True)
    (tmp_path / "docs/page.md").write_text("```timeline\n```\n")
    ledger = Ledger(library, KIT)
    md = site_markdown(CONFIG, ledger)

    @settings(max_examples=60)
    @given(bad_blocks().map(lambda text: text.split("\n", 3)[3]))
    def run(yaml: str) -> None:
        (tmp_path / "docs/_data/timeline.yml").write_text(yaml, encoding="utf-8")
        fillings = load_fillings(tmp_path / "docs", tmp_path)
        source = parse_page("```timeline\n```\n", "docs/page.md", fillings)
        ledger.page = page_info(source, "docs/page.md", "page.md")
        md.reset()
        md.convert(source.body)
        assert 1 <= len(source.line_origins) <= source.body.count("\n") + 1

    run()
