"""Sentences of an article, each with the one before it."""

import pytest

from build_tools.sources.library import Library
from build_tools.sources.windows import Window, best_windows, find_windows
from build_tools.syntax.citations import parse_citations


def windows(library: Library, citation: str) -> tuple[Window, ...]:
    [group] = parse_citations(citation)
    return find_windows(library.passages(group.items))


def test_a_window_is_a_sentence_with_the_one_before_it(library: Library) -> None:
    first, second = windows(library, "[@osten-2019, para. 10]")
    assert first.text.startswith("Negotiations have been suspended")
    assert first.start == 0
    assert second.text.startswith(first.text)
    assert second.text[second.start :].startswith("Before that, delegations")


@pytest.mark.parametrize(
    ("citation", "joined"),
    [("[@osten-2019, paras. 9-10]", True), ("[@osten-2019, paras. 8, 10]", False),
     ("[@osten-2019, para. 9; @meridian-2019, para. 10]", False)],
)  # fmt: skip
def test_the_sentence_before_may_be_of_the_paragraph_before(
    library: Library, citation: str, joined: bool
) -> None:
    found = windows(library, citation)
    last_paragraph = [window for window in found if window.paragraph == 10]
    assert bool(last_paragraph[0].start) is joined


def test_a_window_has_names_facts_and_words(library: Library) -> None:
    [first, *_] = windows(library, "[@osten-2019, para. 10]")
    assert {"Kestria", "Osten News Agency"} <= first.names
    # The sentence does not point back: whom the lead names is known, but not meant.
    assert "Tovan Verelin" in first.lead - first.names
    assert {"month:2018-03", "date:2019-05-16"} <= first.facts


def test_who_is_pointed_back_to_may_be_named(library: Library) -> None:
    found = windows(library, "[@osten-2019, para. 2]")
    assert "Maren Ulvholt" in found[-1].names


def test_the_best_window_has_most_of_a_sentence(library: Library) -> None:
    found = windows(library, "[@osten-2019, paras. 1-10]")
    [best, *_] = best_windows("The call took 35 minutes", found, library.names)
    assert best.paragraph == 2
    names = library.names
    assert set(best_windows("The call took 35 minutes", found, names, 1)) >= {best}
    assert best_windows("The call took 35 minutes", (), names) == ()
