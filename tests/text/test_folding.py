"""Folding: white space and the glyphs of quotes and dashes, and nothing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.sources.library import Library
from build_tools.text.folding import fold

TYPOGRAPHIC = st.text(alphabet="ab1 .\t\n\u00a0\u200b\u00ad“”‘’'\"«»‐–—−-…é")


@pytest.mark.parametrize(
    ("original", "folded"),
    [
        ("two  of\nthe\u00a0four", "two of the four"),
        ("  at the ends \n", "at the ends"),
        ("“highly values”", '"highly values"'),
        ("Japan’s", "Japan's"),
        ("TOKYO — Japan", "TOKYO - Japan"),
        ("TOKYO -- Japan", "TOKYO - Japan"),
        ("post–war", "post-war"),
        ("and so on…", "and so on..."),
        ("soft\u00adhyphen, zero\u200bwidth", "softhyphen, zerowidth"),
        ("", ""),
    ],
)
def test_what_is_folded(original: str, folded: str) -> None:
    assert fold(original).text == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("The islands", "the islands"), ("resumé", "resume"), ("talks.", "talks"), ("co-op", "coop")],
)
def test_what_must_not_be_folded(one: str, other: str) -> None:
    """Folding case, accents or punctuation would certify quotations that were rewritten."""
    assert fold(one).text != fold(other).text


@given(TYPOGRAPHIC | st.text())
def test_every_folded_sign_maps_back_to_what_it_came_from(original: str) -> None:
    folded = fold(original)
    assert len(folded.starts) == len(folded.ends) == len(folded.text)
    for index, sign in enumerate(folded.text):
        start, end = folded.original_span(index, index + 1)
        assert 0 <= start < end <= len(original)
        # Folded alone, the original's characters give that sign again (an ellipsis gives three).
        assert sign in (fold(original[start:end]).text or " ")
    assert list(folded.starts) == sorted(folded.starts)


@given(TYPOGRAPHIC | st.text())
def test_folding_twice_changes_nothing(original: str) -> None:
    once = fold(original).text
    assert fold(once).text == once


def test_a_span_of_the_folded_text_is_shown_in_the_original_signs() -> None:
    folded = fold("He “highly\n values”  his tie — with Abe")
    start = folded.text.index('"highly values"')
    first, last = folded.original_span(start, start + len('"highly values"'))
    assert folded.original[first:last] == "“highly\n values”"


def test_the_foldings_that_were_used_are_named() -> None:
    assert fold("plain words").folds_used == ()
    assert fold("two  words").folds_used == ("white space",)
    assert fold("“a – b…”\n c").folds_used == (
        "white space",
        "quotation marks",
        "dashes",
        "ellipsis",
    )


def test_no_paragraph_of_an_article_loses_a_word(library: Library) -> None:
    for source in library.sources.values():
        for paragraph in source.article.paragraphs:
            assert len(paragraph.folded.text.split()) == len(paragraph.text.split())
