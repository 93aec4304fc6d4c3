"""A kept value comes back for equal inputs only, and only the last one is kept."""

import pytest

from build_tools.kept import Kept


def test_equal_inputs_get_the_value_back() -> None:
    kept: Kept[str] = Kept()
    kept.put("page", ["one"], "value")
    assert kept.get("page", ["one"]) == "value"


def test_other_inputs_and_other_names_get_nothing() -> None:
    kept: Kept[str] = Kept()
    kept.put("page", ["one"], "value")
    assert kept.get("page", ["two"]) is None
    assert kept.get("other", ["one"]) is None


def test_a_new_value_takes_the_place_of_the_one_before() -> None:
    kept: Kept[str] = Kept()
    kept.put("page", 1, "first")
    kept.put("page", 2, "second")
    assert kept.get("page", 1) is None
    assert kept.get("page", 2) == "second"


def test_a_value_is_made_again_only_where_builds_follow(monkeypatch: pytest.MonkeyPatch) -> None:
    kept: Kept[str] = Kept()
    assert kept.get_or_make("page", 1, lambda: "first") == "first"
    assert kept.get_or_make("page", 1, lambda: "second") == "second"
    monkeypatch.setattr(Kept, "builds_follow", True)
    assert kept.get_or_make("page", 1, lambda: "third") == "third"
    assert kept.get_or_make("page", 1, lambda: "fourth") == "third"
    assert kept.get_or_make("page", 2, lambda: "fifth") == "fifth"
