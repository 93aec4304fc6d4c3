"""Tags carry the place of each `@` through Python-Markdown, and leave no trace."""

from xml.etree.ElementTree import fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.util import AtomicString

from build_tools.syntax.position_tags import (
    TAG,
    TagPositions,
    read_tags,
    strip_tags,
    strip_tags_below,
)

MARKDOWN = st.text(alphabet="@a \n\\`~{[]}-1. >é")


def tagged(text: str) -> str:
    return "\n".join(TagPositions(Markdown(), ()).run(text.split("\n")))


def tags(text: str) -> list[int]:
    return list(read_tags(tagged(text)).page_offsets.values())


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("[@a, para. 6]", [1]),
        ("one\n\n- two [@a; -@b]\n", [12, 17]),
        ("@{a b} and @é", [0, 11]),
        ("me@example.org, \\@a, @ a, a@", []),
        # Inside a fence nothing is a citation; behind it, everything is again.
        ("```\n@a\n```\n@b", [11]),
        ("~~~ yaml\n@a\n```\n@b\n~~~\n@c", [23]),
        ("- ```\n  @a\n  ```\n@b", [17]),
        # Neither code within a line nor a fence that nothing closes may hide the rest of a page.
        ("```x``` @a\n@b", [8, 11]),
        ("```\n@a", [4]),
        ("````\n```\n@a\n````\n@b", [17]),
    ],
)
def test_what_is_tagged(text: str, offsets: list[int]) -> None:
    assert tags(text) == offsets
    assert all(text[offset] == "@" for offset in offsets)


@given(MARKDOWN)
def test_reading_the_tags_gives_back_the_text_and_the_places(text: str) -> None:
    read = read_tags(tagged(text))
    assert read.text == text
    assert strip_tags(tagged(text)) == text
    # Nothing has moved yet, so the index in the text is the place in the page.
    assert all(index == offset for index, offset in read.page_offsets.items())
    assert all(text[index] == "@" for index in read.page_offsets)


@given(MARKDOWN)
def test_every_character_knows_where_it_began(text: str) -> None:
    full = tagged(text)
    read = read_tags(full)
    assert len(read.starts) == len(read.text) + 1
    assert read.starts[-1] == len(full)
    for index, sign in enumerate(read.text):
        assert strip_tags(full[read.starts[index] : read.starts[index + 1]]) == sign


def test_the_page_is_kept_as_it_was_written() -> None:
    preprocessor = TagPositions(Markdown(), ())
    preprocessor.run(["one @a", "two"])
    assert preprocessor.source == "one @a\ntwo"


def test_a_tree_is_cleaned_of_tags() -> None:
    root = fromstring("<p>x<a>y</a>z</p>")
    link = root[0]
    root.text, link.tail = tagged("x @a"), tagged("z @b")
    link.text = AtomicString(tagged("y @c"))
    link.set("href", tagged("u/@d"))
    strip_tags_below(root)
    html = tostring(root, encoding="unicode")
    assert html == '<p>x @a<a href="u/@d">y @c</a>z @b</p>'
    assert not TAG.search(html)
    # An atomic string must stay one, or the text of code would be read as Markdown.
    assert isinstance(link.text, AtomicString)
