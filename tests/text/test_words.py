"""Words of a text, and those that carry its subject."""

from build_tools.english.stems import stem
from build_tools.text.words import content_stems, foreign_words, split_words


def test_words_are_where_they_say() -> None:
    text = "Kestria's 20-minute call_back"
    words = split_words(text)
    assert [word.text for word in words] == ["Kestria's", "20", "minute", "call", "back"]
    assert all(text[word.start : word.end] == word.text for word in words)


def test_words_without_a_subject_do_not_count() -> None:
    assert content_stems("According to the article, he said that it was so") == frozenset()
    assert content_stems("The bell was not cast") == {stem("bell"), stem("cast")}


def test_words_with_letters_of_another_script() -> None:
    # The first letter of the second name is Cyrillic.
    assert foreign_words("Mara Мara Ōba Kešlar") == ("Мara",)
