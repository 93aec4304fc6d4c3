"""An event's typed values must be said by the words beside them."""

from typing import Any

import pytest
import yaml

from build_tools.files.models import validate
from build_tools.files.yaml_places import parse_yaml
from build_tools.pages.events import Event, check_event
from build_tools.pages.front_matter import parse_head
from build_tools.problems import InputProblems

EVENT = """\
name: Verelin and Ulvholt, 2019
summary: They spoke.
kind:
  is: call
  stated: It was a telephone call.
dates:
  is: 2019-05-16
  stated: The call took place on Thursday, 16 May 2019.
place:
  is: Brennik
  stated: Verelin was in Brennik.
length:
  is: 35
  stated: It lasted 35 minutes.
participants:
  is: [Tovan Verelin, Maren Ulvholt]
  stated: Tovan Verelin spoke with Maren Ulvholt.
accounts:
  is: [Ulvholt, Dorsch]
  stated: Ulvholt told lawmakers. Dorsch’s statement followed.
points:
  The bell: They meant to settle it.
"""
KEYS = ("kind", "dates", "place", "length", "participants", "accounts")


def problems_of(text: str) -> list[str]:
    """Return what is wrong with an event that is all of a file."""
    try:
        lined = parse_yaml(text, "page.md")
        event = validate(Event, lined, "event", "the example")
    except InputProblems as error:
        return [str(problem) for problem in error.problems]
    return [str(problem) for problem in check_event(event, lined, ())]


def changed(**values: Any) -> str:
    data = yaml.load(EVENT, yaml.BaseLoader)
    for key, value in values.items():
        data[key] = {**data[key], **value} if isinstance(value, dict) else value
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)


def test_the_words_of_an_event_say_its_values() -> None:
    assert problems_of(EVENT) == []


def test_the_facts_are_in_the_order_of_the_box() -> None:
    event = validate(Event, parse_yaml(EVENT, "page.md"), "event", "")
    labels = ["Date", "Kind", "Place", "Length", "Participants", "Who gave the account"]
    assert list(event.facts) == labels
    without = event.model_copy(update={"place": None})
    assert list(without.facts) == [label for label in labels if label != "Place"]


@pytest.mark.parametrize("key", KEYS)
def test_each_value_must_be_said(key: str) -> None:
    problems = problems_of(changed(**{key: {"stated": "It is said elsewhere."}}))
    assert problems
    for problem in problems:
        assert f": event: '{key}.stated' must say what '{key}.is' gives: “" in problem


def test_the_problem_is_at_the_value() -> None:
    text = EVENT.replace("is: 35\n", "is: 36\n")
    assert problems_of(text) == [
        "page.md:13:3: event: 'length.stated' must say what 'length.is' gives: “36 minutes”"
    ]


@pytest.mark.parametrize(
    ("key", "value", "stated", "said"),
    [
        # As whole words alone.
        ("length", 20, "It lasted 120 minutes.", False),
        ("length", 20, "It lasted 1,20 minutes.", False),
        ("length", 20, "It lasted about 20 minutes.", True),
        ("length", 1, "It lasted 1 minute.", True),
        ("dates", "2016-09-02", "It was on 12 September 2016.", False),
        ("dates", "2016-09-02", "It was on 2 September 2016.", True),
        ("dates", "2016-09", "It was in September 2016.", True),
        ("kind", "call", "It was recalled.", False),
        ("kind", "call", "They called.", False),
        ("kind", "talks", "Talks were held.", True),
        ("kind", "talks", "They talked.", False),
        ("participants", ["Holm"], "Holm's words were heard.", True),
        ("participants", ["Holm"], "Holmium was sold.", False),
        ("participants", ["Holm", "Dorsch"], "Holm spoke.", False),
        ("place", "Far East", "It was in the Far East.", True),
        ("place", "Far East", "It was in the Far Easterly district.", False),
        # Only the glyphs of quotes and dashes, and white space, are the same.
        ("accounts", ["Kestria's side"], "Kestria’s side gave it.", True),
        ("accounts", ["A […] B"], "A and B gave it.", False),
    ],
)
def test_what_counts_as_said(key: str, value: Any, stated: str, said: bool) -> None:
    assert bool(problems_of(changed(**{key: {"is": value, "stated": stated}}))) != said


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("kind", "chat", "'call' or 'talks'"),
        ("dates", "1956-13", "month must be in 1..12"),
        ("dates", "soon", "must be YYYY"),
        ("length", 0, "greater than 0"),
        ("length", -5, "greater than 0"),
        ("length", "long", "must be a whole number"),
        ("length", 2.5, "whole"),
        ("participants", [], "must have 1 or more items"),
        ("participants", "Holm", "must be a list"),
        ("place", "", "must say something"),
    ],
)
def test_a_value_of_the_wrong_kind(key: str, value: Any, problem: str) -> None:
    [found] = problems_of(changed(**{key: {"is": value}}))
    assert found.startswith("page.md:") and f"'{key}.is'" in found
    assert problem in found


def test_a_point_may_not_hide_a_fact() -> None:
    text = EVENT + "  Length: Long.\n  Kind: A call.\n"
    assert problems_of(text) == [
        "page.md:24:3: event: a point must not have the label of a fact: 'Kind'",
        "page.md:23:3: event: a point must not have the label of a fact: 'Length'",
    ]


def test_a_wrong_event_is_a_problem_of_its_page_at_its_place() -> None:
    inner = "".join(f"  {line}\n" for line in EVENT.replace("is: 35\n", "is: 36\n").splitlines())
    head = parse_head(f"---\ntitle: A\nevent:\n{inner}---\n\ntext\n", "docs/page.md")
    [problem] = head.problems
    assert str(problem.place) == "docs/page.md:16:5"
