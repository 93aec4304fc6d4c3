"""What is said of YAML that does not fit its model."""

import pytest
from pydantic import Field, TypeAdapter, ValidationError

from build_tools.files.models import PlainText, StrictModel, Text, validate
from build_tools.files.yaml_places import parse_yaml
from build_tools.problems import InputProblems, Problem


class Inner(StrictModel):
    label: str
    state: bool = False


class Outer(StrictModel):
    name: str
    count: int = 0
    inner: Inner | None = None
    items: tuple[Inner, ...] = ()
    see_also: str = Field(default="", alias="see-also")


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(InputProblems) as raised:
        validate(Outer, parse_yaml(text, "a.yml"), "record", "TEMPLATE.yml")
    return raised.value.problems


def test_what_fits_is_returned() -> None:
    text = "name: 1956\nitems:\n  - label: one\nsee-also: b\n"
    model = validate(Outer, parse_yaml(text, "a.yml"), "record", "TEMPLATE.yml")
    assert (model.name, model.items, model.see_also) == ("1956", (Inner(label="one"),), "b")


@pytest.mark.parametrize(
    ("text", "place", "message", "hint"),
    [
        ("count: 1\n", "a.yml:1:1", "the key 'name' must be given", "copy it from TEMPLATE.yml"),
        ("name: a\ninner:\n  state: true\n", "a.yml:2:1", "the key 'inner.label' must be given",
         "copy it from TEMPLATE.yml"),
        ("name: a\nsee-aslo: b\n", "a.yml:2:1", "the key 'see-aslo' must be a known one",
         "did you mean 'see-also'?"),
        ("name: a\ninner:\n  label: b\n  staet: true\n", "a.yml:4:3",
         "the key 'inner.staet' must be a known one", "did you mean 'state'?"),
        ("name: a\nitems:\n  - label: b\n    lable: c\n", "a.yml:4:5",
         "the key 'items.0.lable' must be a known one", "did you mean 'label'?"),
        ("name: a\nzzz: b\n", "a.yml:2:1", "the key 'zzz' must be a known one",
         "known keys: name, count, inner, items, see-also"),
        ("name: a\ncount: many\n", "a.yml:2:1", "'count' must be a whole number", "found 'many'"),
        ("name: [a]\n", "a.yml:1:1", "'name' must be text", "found ['a']"),
        ("name: a\nitems: b\n", "a.yml:2:1", "'items' must be a list", "found 'b'"),
        ("name: a\ninner: b\n", "a.yml:2:1", "'inner' must be a mapping", "found 'b'"),
        ("name: a\ninner:\n  label: b\n  state: maybe\n", "a.yml:4:3",
         "'inner.state' must be true or false", "found 'maybe'"),
        ("- a\n", "a.yml:1:1", "the YAML must be a mapping of keys to values", "copy TEMPLATE.yml"),
    ],
)  # fmt: skip
def test_one_error(text: str, place: str, message: str, hint: str) -> None:
    [problem] = problems_of(text)
    assert (str(problem.place), problem.message, problem.hint) == (place, message, hint)
    assert problem.code == "record"


def test_all_errors_are_said_at_once() -> None:
    found = problems_of("count: many\nnmae: a\n")
    # That `name` is missing is what the hint for `nmae` says.
    assert sorted(problem.place.line for problem in found) == [1, 2]
    assert [problem.hint for problem in found if "nmae" in problem.message] == [
        "did you mean 'name'?"
    ]


@pytest.mark.parametrize(
    "text", ["", " ", "\u00a0", "\u200b", "a\u200b", "a\u202eb", "\x00", "a\ufffe", "\u3164\u200d"]
)
def test_text_says_something_in_characters_that_are_seen(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Text).validate_python(text)


@pytest.mark.parametrize("text", ["a", "é", "領土", "two\nlines", "A & B <c>"])
def test_text_may_be_of_any_script(text: str) -> None:
    assert TypeAdapter(Text).validate_python(text) == text


@pytest.mark.parametrize("text", ["A &amp; B", "&lt;b", "<b>", "a > b"])
def test_plain_text_has_no_markup(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(PlainText).validate_python(text)
