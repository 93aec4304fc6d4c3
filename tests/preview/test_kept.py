"""A kept value comes back for equal inputs only, and only the last one is kept."""

from build_tools.preview.store import Kept


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
