"""What a text is about: stems, names under any form, numbers; and which sentence fits it best."""

import pytest
from build_tools.lexicon.content_terms import find_terms, is_name
from build_tools.sources.fit import best_sentence, fit

from build_tools.sources.library import Library
from build_tools.syntax.citations import parse_citations
from build_tools.text.words import content_stems, split_words, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [("agreed", "Agrees"), ("negotiations", "negotiate"), ("Revnik’s", "Revnik"), ("Fuß", "fuß")],
)
def test_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_words_are_where_they_say() -> None:
    text = "Japan's 20-minute call_back"
    words = split_words(text)
    assert [word.text for word in words] == ["Japan's", "20", "minute", "call", "back"]
    assert all(text[word.start : word.end] == word.text for word in words)


def test_words_without_a_subject_do_not_count() -> None:
    assert content_stems("According to the article, he said that it was so") == frozenset()
    assert content_stems("The treaty was not signed") == {stem("treaty"), stem("signed")}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Halmond", "Kestria"),
        ("the Harbour Post", "The Harbour Post"),
        ("Ulvholt", "Maren Ulvholt"),
        ("the premier", "the Prime Minister"),
        ("a phone call", "a telephone conversation"),
        ("a sale of bells", "bells sold"),
        ("“the Coast Party”", '"the Coast Party"'),
    ],
)
def test_terms_are_the_same_in_other_words(library: Library, one: str, other: str) -> None:
    terms = find_terms(one, library.names)
    assert terms == find_terms(other, library.names)
    assert terms


def test_names_are_told_from_words(library: Library) -> None:
    terms = find_terms("Revnik signed a treaty", library.names)
    assert {term for term in terms if is_name(term)} == {"@Danica Revnik"}
    # A title says something beyond who holds it.
    assert not any(is_name(term) for term in find_terms("the prime minister", library.names))


def test_the_best_sentence_is_the_one_that_says_it(library: Library) -> None:
    [group] = parse_citations("[@osten-2019, paras. 1-2]")
    passages = library.passages(group.items)
    match = best_sentence("The call took 35 minutes", passages)
    assert match is not None
    assert match.sentence.endswith("lasted 35 minutes.")
    assert (match.passage.paragraph.number, match.passage.source.id) == (2, "osten-2019")
    assert best_sentence("Bananas are yellow", passages) is None
    assert best_sentence("The call took 35 minutes", ()) is None


def test_the_rare_fits_better_than_the_common(library: Library) -> None:
    source = library.sources["harbour-post-2015"]
    sailors, tolls = source.article.paragraphs[2], source.article.paragraphs[6]
    terms = find_terms("Sailors carried the bell off, Orlavia says", library.names)
    assert fit(terms, sailors, source) > fit(terms, tolls, source) > 0
    assert fit(frozenset(), sailors, source) == 0
