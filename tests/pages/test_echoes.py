"""Runs of an article's words are counted wherever they stand, once."""

from dataclasses import replace

import pytest

from build_tools.pages.echoes import LEAST_RUN, Echoes
from build_tools.sources.library import Library

SOURCE = "osten-2019"


def words(library: Library, number: int) -> list[str]:
    return library.sources[SOURCE].article.paragraphs[number - 1].text.split()


def count(library: Library, *texts: str) -> int:
    return Echoes.of(library, texts).count(SOURCE)


def test_a_run_counts_from_so_many_words_on(library: Library) -> None:
    run = words(library, 4)[:LEAST_RUN]
    assert count(library, " ".join(run[:-1])) == 0
    assert count(library, " ".join(run)) == LEAST_RUN


def test_a_run_counts_once_in_whatever_letters_and_marks_it_stands(library: Library) -> None:
    run = " ".join(words(library, 4)[:LEAST_RUN])
    assert count(library, run, f"He said: “{run.upper()}” — twice.") == LEAST_RUN


def test_the_same_words_of_another_article_count_there_as_well(library: Library) -> None:
    shared = words(library, 6)[:8]
    source = library.sources[SOURCE]
    twin = replace(source, id="twin")
    echoes = Echoes.of(replace(library, sources={SOURCE: source, "twin": twin}), [" ".join(shared)])
    assert echoes.count("twin") == echoes.count(SOURCE) >= LEAST_RUN


@pytest.mark.parametrize(("share", "admitted"), [(0.9, True), (0.04, False)])
def test_what_would_be_too_much_of_an_article_is_not_admitted(
    library: Library, share: float, admitted: bool
) -> None:
    limits = library.limits.model_copy(update={"largest_share": share})
    echoes = Echoes.of(replace(library, limits=limits), [])
    text = " ".join(words(library, 4))
    assert echoes.admits(text) == admitted
    # What is there already adds nothing.
    assert echoes.adding(text).admits(text)
    assert echoes.admits("No words of any article.")
