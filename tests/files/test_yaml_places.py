"""YAML with the place of every key."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project import ROOT, SMALL

from build_tools.files import yaml_places
from build_tools.files.yaml_places import parse_yaml
from build_tools.problems import InputProblems, Place, Problem

TEXT = """\
# A comment, so that nothing starts on line 1.
id: osten-2019
author:
  - literal: Osten
  - family: Tøfting
    given: Sigrun
issued: 2019-05-16
"""


def problems_of(text: str, first_line: int = 1) -> tuple[Problem, ...]:
    with pytest.raises(InputProblems) as raised:
        parse_yaml(text, "a.yml", first_line)
    return raised.value.problems


@pytest.mark.parametrize(
    ("keys", "line", "column"),
    [
        (("id",), 2, 1),
        (("author",), 3, 1),
        (("author", 0), 4, 5),
        (("author", 1, "given"), 6, 5),
        (("issued",), 7, 1),
        # Of what is not in the file, the nearest parent that is.
        (("author", 1, "literal"), 5, 5),
        (("author", 7), 3, 1),
        (("title",), 1, 1),
    ],
)
def test_every_key_has_its_place(keys: tuple[str | int, ...], line: int, column: int) -> None:
    assert parse_yaml(TEXT, "a.yml").place_of(keys) == Place("a.yml", line, column)


def test_a_date_stays_as_it_is_written() -> None:
    assert parse_yaml(TEXT, "a.yml").data["issued"] == "2019-05-16"


def test_a_block_inside_a_file_counts_from_its_first_line() -> None:
    assert parse_yaml(TEXT, "page.md", first_line=10).place_of(("id",)).line == 11
    [problem] = problems_of("a: 1\na: 2\n", first_line=10)
    assert problem.place == Place("a.yml", 11, 1)


def test_a_key_must_stand_once() -> None:
    problems = problems_of("a: 1\nb:\n  c: 1\n  c: 2\na: 3\n")
    assert [(p.place.line, p.place.column, p.code) for p in problems] == [
        (4, 3, "yaml"),
        (5, 1, "yaml"),
    ]
    assert problems[1].hint == "remove one of the two"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("title: Ilvany: a talk\n", "a.yml:1:14"),
        ("a: 1\n  b: 2\n", "a.yml:2:4"),
        ("a: [1, 2\n", "a.yml:2:1"),
        ("a: *nowhere\n", "a.yml:1:4"),
        ("a: !!python/object:os.system x\n", "a.yml:1:4"),
        ("a: 1\n---\nb: 2\n", "a.yml:2:1"),
        ("a: 1\nb: \x07\n", "a.yml:2:4"),
        ("a: &again [*again]\n", "a.yml:1:12"),
    ],
)
def test_wrong_yaml_is_a_problem_at_its_place(text: str, place: str) -> None:
    [problem] = problems_of(text)
    assert (str(problem.place), problem.code) == (place, "yaml")


DOUBLE = 'a double quotation mark within double ones must be written \\"'
SINGLE = "a single quotation mark within single ones must be written ''"


@pytest.mark.parametrize(
    ("text", "column", "message"),
    [
        ('title: "The "dispute" now"', 13, DOUBLE),
        ('title: ""The" dispute"', 9, DOUBLE),
        ('title: "The dispute", he said', 20, DOUBLE),
        ('title: "The " dispute"', 13, DOUBLE),
        ('title: "The "dispute: now""', 13, DOUBLE),
        ('title: "The \\"long\\" "dispute" now"', 22, DOUBLE),
        ('title: "The "@dispute" now"', 13, DOUBLE),
        ('- "The "dispute" now"', 8, DOUBLE),
        ('themes: ["A", "The "B" c"]', 20, DOUBLE),
        ('event: {name: "The "B" c"}', 20, DOUBLE),
        ("title: 'Japan's view'", 14, SINGLE),
    ],
)
def test_a_quotation_mark_within_a_value_is_found(text: str, column: int, message: str) -> None:
    [problem] = problems_of(f"# A comment.\n{text}\n# Another.\n", first_line=2)
    assert (problem.place.line, problem.place.column, problem.message) == (3, column, message)


@pytest.mark.parametrize(
    "text", ['title: say "x": y', 'title: "x": y', 'themes: ["A" "B"]', 'a: "b\nc: "d"']
)
def test_other_faults_beside_a_quotation_mark_are_not_taken_for_it(text: str) -> None:
    [problem] = problems_of(f"{text}\n")
    assert "must parse" in problem.message


def test_an_empty_text_has_no_data() -> None:
    assert parse_yaml("# only a comment\n", "a.yml").data is None


@given(st.text(alphabet="ab:-[]{}\"'&*!|>%@`#?, \n\t\x00é") | st.text())
def test_whatever_the_text_only_input_problems_are_raised(text: str) -> None:
    """A traceback would tell a writer nothing."""
    try:
        parse_yaml(text, "a.yml")
    except InputProblems as error:
        assert error.problems


@pytest.mark.parametrize(
    "value",
    ["!!int", "!!int a", "!!float", "!!bool maybe", "!!timestamp soon", "!!binary é", "!!set 5"],
)
def test_a_value_that_its_tag_does_not_allow(value: str) -> None:
    [problem] = problems_of(f"a: {value}\n", first_line=3)
    assert (problem.place.line, problem.code) == (3, "yaml")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [('a: "b\\x07c"\n', 1, 5), ('a: 1\n"\\ud800": 1\n', 2, 2), ('a:\n  - "\\uffff"\n', 2, 6)],
)
def test_signs_that_cannot_be_shown_are_refused(text: str, line: int, column: int) -> None:
    [problem] = problems_of(text)
    assert (problem.place.line, problem.place.column) == (line, column)


@pytest.mark.parametrize("sign", ["\x85", "\u2028", "\u2029"])
def test_what_no_editor_takes_for_a_line_is_none(sign: str) -> None:
    found = parse_yaml(f"a: b{sign}c\nd: 1\n", "a.yml")
    assert found.place_of(("d",)).line == 2
    assert found.data == {"a": "b c", "d": "1"}


YAMLS = [
    path
    for root in (ROOT, SMALL)
    for folder in ("seeds", "docs/_data")
    for path in sorted((root / folder).glob("*.yml"))
]


@pytest.mark.parametrize("path", YAMLS, ids=lambda path: path.name)
def test_both_parsers_read_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = path.read_text(encoding="utf-8")
    quick = parse_yaml(text, path.name)
    monkeypatch.setattr(yaml_places, "_QuickLoader", yaml_places._PlainLoader)
    assert vars(parse_yaml(text, path.name)) == vars(quick)


# Not `!`: of a tag without a name the two make different kinds of nothing.
@given(st.text("ab:-[]{}\"'#|>&*% \n\té\ue000\U0001f600", max_size=40))
def test_both_parsers_agree_on_what_both_read(text: str) -> None:
    try:
        plain, _ = yaml_places._read(yaml_places._PlainLoader(text), "a.yml", 1)
        quick, _ = yaml_places._read(yaml_places._QuickLoader(text), "a.yml", 1)
    except yaml_places.YAML_ERRORS:
        return
    assert vars(quick) == vars(plain)


def test_aliases_that_stand_for_gigabytes_are_refused_at_once() -> None:
    text = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
    )
    with pytest.raises(InputProblems, match=r"a\.yml:2:10: yaml: the YAML must have no alias"):
        parse_yaml(text, "a.yml")


@pytest.mark.parametrize("text", ["[" * 30_000, "[" * 51 + "]" * 51, "- " * 30_000, "{a: " * 51])
def test_what_is_nested_too_deep_is_refused_before_it_is_composed(text: str) -> None:
    with pytest.raises(InputProblems, match="nested more than 50 levels deep"):
        parse_yaml(text, "a.yml")


def test_what_is_nested_less_is_read() -> None:
    assert parse_yaml("[" * 50 + "]" * 50, "a.yml").data
    assert parse_yaml("a: 'x *y* &z'\n", "a.yml").data == {"a": "x *y* &z"}
