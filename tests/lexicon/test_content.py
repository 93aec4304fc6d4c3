"""The words of a text that carry what it says."""

import pytest

from build_tools.lexicon.content import all_keys, content_words
from build_tools.sources.library import Library


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The museum repaired its bell.", ["museum", "repaired", "bell"]),
        # Names and numbers have checks of their own.
        ("Ulvholt called Verelin on 16 May 2019.", []),
        ("The Harbour Bell weighs 4.2 tonnes.", ["weighs", "tonnes"]),
        # Words that state nothing by themselves.
        ("According to the article, he said that it was so.", []),
        ("Kestria’s crown’s crack.", ["crown’s", "crack"]),
        ("", []),
    ],
)
def test_content_words(library: Library, text: str, words: list[str]) -> None:
    assert [word.text for word in content_words(text, library.names)] == words


def test_words_are_where_they_say(library: Library) -> None:
    text = "Ulvholt saw the cracked crown."
    assert [text[w.start : w.end] for w in content_words(text, library.names)] == [
        "saw",
        "cracked",
        "crown",
    ]


def test_a_word_has_the_keys_of_its_family(library: Library) -> None:
    [negotiated] = content_words("negotiated", library.names)
    assert negotiated.keys & all_keys("The next round of negotiations is near.")
    assert not negotiated.keys & all_keys("The bell was cast.")
