"""Pandoc's citation grammar. `test_pandoc.py` holds the same cases against pandoc itself."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from build_tools.syntax.citations import (
    Citation,
    CitationError,
    Locator,
    Mode,
    parse_citation_at,
    parse_citations,
)

# What each text holds, as `mode key locator`, groups on lines of their own. Modes are written as
# Pandoc's syntax does: nothing for a normal citation, `@` for a narrative one, `-` for one
# without its author.
CASES = {
    # The three modes, alone and in groups.
    "so [@osten-2019, para. 6].": ["osten-2019 para. 6"],
    "so [-@osten-2019, para. 6].": ["-osten-2019 para. 6"],
    "then @osten-2019 says": ["@osten-2019"],
    "then @osten-2019 [para. 6] says": ["@osten-2019 para. 6"],
    "then @osten-2019\n[para. 6] says": ["@osten-2019 para. 6"],
    "then @a [para. 6; @b, para. 2] says": ["@a para. 6", "b para. 2"],
    "[@a, para. 1; @b, para. 2; -@c]": ["a para. 1", "b para. 2", "-c"],
    "[see @a, para. 6; also @b]": ["a para. 6", "b"],
    "[@a] and [@b]": ["a", "b"],
    "([@a, para. 1])": ["a para. 1"],
    "[[@a, para. 1]]": ["a para. 1"],
    "word[@a]": ["a"],
    '*@a* and "@b"': ["@a", "@b"],
    # A hyphen or a dash before it is none of it.
    "the word-@a says": ["@a"],
    "the word --@a says": ["@a"],
    "the _@a says_": ["@a"],
    # Keys.
    "[@smith.2020, para. 1]": ["smith.2020 para. 1"],
    "[@smith.2020.]": ["smith.2020"],
    "said @smith.2020, and": ["@smith.2020"],
    "said @smith's": ["@smith"],
    "[@a_b:c.d#e$f%g&h-i+j?k<l>m~n/o]": ["a_b:c.d#e$f%g&h-i+j?k<l>m~n/o"],
    "[@a-]": ["a"],
    "[@a--b]": ["a"],
    "[@a::b]": ["a"],
    "[@_key]": ["_key"],
    "[@1956]": ["1956"],
    "[@курилы-2020, para. 1]": ["курилы-2020 para. 1"],
    "[@日経2020]": ["日経2020"],
    "[@{https://example.org/a?b=c}, para. 2]": ["https://example.org/a?b=c para. 2"],
    "so @{a.b.} says": ["@a.b."],
    # Locators, each in every form that is read as paragraphs.
    "[@a, Para. 6]": ["a para. 6"],
    "[@a, para.6]": ["a para. 6"],
    "[@a para. 6]": ["a para. 6"],
    "[@a, paragraph 6]": ["a para. 6"],
    "[@a, ¶6]": ["a para. 6"],
    "[@a, ¶ 6]": ["a para. 6"],
    "[@a, {para. 6}]": ["a para. 6"],
    "[@a, paras. 6-8]": ["a paras. 6-8"],
    "[@a, paras. 6–8]": ["a paras. 6-8"],
    "[@a, paras. 6, 8]": ["a paras. 6, 8"],
    "[@a, paras. 6-8, 10]": ["a paras. 6-8, 10"],
    "[@a, paragraphs 6-8]": ["a paras. 6-8"],
    "[@a,\npara. 6]": ["a para. 6"],
    "[@a, para. 6 and more]": ["a para. 6"],
    "[@a, para. 6, [inner]]": ["a para. 6"],
    # A `;` or a bracket inside a pin quote does not end the item.
    '[@a, para. 6, "one; two"; @b]': ["a para. 6", "b"],
    '[@a, para. 6, "one] two"; @b]': ["a para. 6", "b"],
    # None of these is a citation.
    "me@example.org": [],
    "\\@a": [],
    "a @ b": [],
    "[a; b]": [],
    "[@]": [],
    "@{a b}": [],
    "@-a": [],
}
# Pandoc reads these too, but as the narrative citation inside a link or a span.
LINKS = ["[@a](page.md)", "[@a]{.wide}", "[@a, para. 1][reference]"]
ERRORS = [
    # Text, what the message must say, and the text from the exact place of the error on.
    ("[@a, para. 6", "must close with ']'", "[@a"),
    ("so [@a,\n\npara. 6]", "must close with ']'", "[@a"),
    ("[@a, para. 6; para. 8]", "must have a key", " para. 8]"),
    ("[@a; also @b; ]", "must have a key", " ]"),
    ("[@a]: https://example.org", "must not be followed by ':'", ": https"),
    ("[@a, paras. 6 and 8]", "paragraphs must be cited as", "8]"),
    ("[@a, para 6]", "paragraphs must be cited as", "6]"),
    ("[@a, 6]", "paragraphs must be cited as", "6]"),
    ("[@a, p. 6]", "paragraphs must be cited as", "6]"),
    ("[@a, p. 1, para. 6]", "paragraphs must be cited as", "1, para. 6]"),
    ("[@a, para. 6a]", "paragraphs must be cited as", "6a]"),
    ("[@a, PARA. 6]", "paragraphs must be cited as", "6]"),
    ("[@a, {para. 6]", "paragraphs must be cited as", "6]"),
    ("[@a, para. 6; @b, line 7]", "paragraphs must be cited as", "7]"),
    ("so @a [p. 6] says", "paragraphs must be cited as", "6] says"),
    ('[@a, para. 6, "one" in 1956]', "must have no number but", "1956]"),
    ("[@a, para. 0]", "must start at 1", "0]"),
    ("[@a, paras. 8-6]", "must start at 1", "8-6]"),
    ("[@a, para. 99999999999]", "paragraphs must be cited as", "99999999999]"),
    ('[@a, para. 6, "one", the "1" of 1956]', "must have no number but", "1956]"),
    # Pandoc, too, ends the item at a `;` within curly quotes.
    ("[@a, para. 6, “one; two”]", "must stand in straight", "“one; two”]"),
    ('[@a, para. 6, "one]', "must open and close", '"one]'),
    ('[@a, para. 6, one"]', "must open and close", '"]'),
    ('[@a, para. 6, ""]', "must hold words", "]"),
    ('[@a, para. 6, " "]', "must hold words", "]"),
    ('[@a, no mention of ""]', "must hold words", "]"),
]
SIGNS = {Mode.NORMAL: "", Mode.NARRATIVE: "@", Mode.SUPPRESS_AUTHOR: "-"}


def citations(text: str) -> list[Citation]:
    return [citation for group in parse_citations(text) for citation in group.items]


def shown(citation: Citation) -> str:
    words = f"{SIGNS[citation.mode]}{citation.key} {citation.locator or ''}"
    return words.strip()


@pytest.mark.parametrize("text", CASES)
def test_the_grammar(text: str) -> None:
    assert [shown(citation) for citation in citations(text)] == CASES[text]


@pytest.mark.parametrize("text", CASES)
def test_each_citation_knows_where_its_at_sign_is(text: str) -> None:
    for group in parse_citations(text):
        assert text[group.start] in "[@-"
        for citation in group.items:
            assert group.start <= citation.offset < group.end
            assert text[citation.offset :].lstrip("@{").startswith(citation.key)


@pytest.mark.parametrize("text", LINKS)
def test_a_link_is_no_group(text: str) -> None:
    assert parse_citation_at(text, 0) is None


def test_a_key_in_an_address_is_no_citation() -> None:
    assert citations("https://www.youtube.com/@osten and so on") == []


def test_citations_may_stand_side_by_side() -> None:
    """Pandoc takes the first of the two for the text of a link; here both are citations."""
    assert [shown(c) for c in citations("[@a, para. 1][@b, para. 2]")] == ["a para. 1", "b para. 2"]


@pytest.mark.parametrize(("text", "message", "rest"), ERRORS, ids=[text for text, *_ in ERRORS])
def test_a_malformed_citation_is_an_error_at_its_place(text: str, message: str, rest: str) -> None:
    with pytest.raises(CitationError, match=message.replace("]", r"\]")) as raised:
        citations(text)
    assert text[raised.value.offset :].startswith(rest)
    assert raised.value.start <= raised.value.offset <= raised.value.end
    assert text[raised.value.start] in "[@-"


def test_prefix_pins_absence_and_suffix() -> None:
    [citation] = citations('[but see @a, paras. 2-3, "hand over", “two of the”, by its account]')
    assert citation.prefix == "but see"
    assert citation.pins == ("hand over", "two of the")
    assert citation.suffix == "by its account"
    assert citation.locator == Locator("paras. 2-3", ((2, 3),))
    [citation] = citations('[@a, no mention of "1956", "declaration" or “Strait”]')
    assert citation.absent_terms == ("1956", "declaration", "Strait")
    assert (citation.locator, citation.pins, citation.suffix) == (None, (), "")


def test_paragraph_numbers_are_listed_once_in_the_order_written() -> None:
    [citation] = citations("[@a, paras. 8, 2-4, 3]")
    assert citation.locator is not None
    assert citation.locator.numbers == (8, 2, 3, 4)


def test_a_year_in_a_pin_quote_is_no_locator() -> None:
    [citation] = citations('[@a, para. 6, "a 1956 declaration"]')
    assert citation.pins == ("a 1956 declaration",)


# Signs and words that the grammar is made of, in any order: most are malformed in some way.
PIECES = st.sampled_from([
    "[", "]", "@", "-@", "@a", "[@a", "@{", "}", "{", ";", ",", '"', "“", "”", " ", "\n", "\n\n",
    "para. ", "paras.", "¶", "6", "0", "²", "٣", "6-8", "–", "a", "é", "\\", "/", "://", ".", ":",
    "(", "(u)", "^", "no mention of ", " or ", "see ",
])  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.text())
@example("[@a, para. " + "9" * 5000 + "]")  # More digits than Python will make a number of.
def test_whatever_the_text_only_citation_errors_are_raised(text: str) -> None:
    try:
        groups = list(parse_citations(text))
    except CitationError as error:
        assert 0 <= error.start <= error.offset <= error.end <= len(text)
        return
    for group in groups:
        assert 0 <= group.start < group.end <= len(text)
        for citation in group.items:
            assert citation.key
            # A citation may name many paragraphs, but not so many that listing them takes for ever.
            assert citation.locator is None or len(citation.locator.numbers) < 1_000_000
    assert [group.start for group in groups] == sorted({group.start for group in groups})


KEYS = st.from_regex(
    r"[A-Za-zé_][A-Za-z0-9é_]{0,8}(?:[:.#$%&+?~/-][A-Za-z0-9]{1,4}){0,3}", fullmatch=True
)
NUMBERS = st.lists(
    st.tuples(st.integers(1, 99), st.integers(0, 9)).map(lambda pair: (pair[0], sum(pair))),
    min_size=1,
    max_size=4,
)
WORDS = st.text(alphabet="abc 19,;.[]@¶'-", min_size=1).map(str.strip).filter(bool)


@given(
    KEYS, NUMBERS, st.lists(WORDS, max_size=3), st.sampled_from([Mode.NORMAL, Mode.SUPPRESS_AUTHOR])
)
def test_a_citation_that_is_written_out_reads_back_the_same(
    key: str, numbers: list[tuple[int, int]], pins: list[str], mode: Mode
) -> None:
    locator = Locator("", tuple(numbers))
    quoted = "".join(f', "{pin}"' for pin in pins)
    sign = "-" if mode is Mode.SUPPRESS_AUTHOR else ""
    for name in (f"@{key}", f"@{{{key}}}"):
        text = f"before [{sign}{name}, {locator}{quoted}] after"
        [group] = parse_citations(text)
        [citation] = group.items
        assert (citation.key, citation.mode, citation.pins) == (key, mode, tuple(pins))
        assert citation.locator is not None
        assert citation.locator.ranges == locator.ranges
        assert str(citation.locator) == str(locator)
        assert text[group.start : group.end] == text.removeprefix("before ").removesuffix(" after")


def test_brackets_nest_eight_deep_in_a_citation() -> None:
    def cited(depth: int) -> str:
        return f"[see {'[' * depth}a{']' * depth} @osten-2019, para. 2]"

    assert len(list(parse_citations(cited(8)))) == 1
    # With more it is a bracket, in which a citation stands alone.
    [group] = parse_citations(cited(9))
    assert group.narrative


def test_an_open_bracket_is_read_once() -> None:
    assert not list(parse_citations("[" * 50_000))


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[@a, para. 1 @b, para. 2]", "must be parted by ';'", "[@a, para. 1; @b, para. 2]"),
        ("[@a, para. 1, @b, para. 2]", "must be parted by ';'", "[@a, para. 1; @b, para. 2]"),
        ("[@a, para 7]", "not 'para 7'", "did you mean 'para. 7'?"),
        ("[@a, paras 7-8]", "not 'paras 7-8'", "did you mean 'paras. 7-8'?"),
        ("[@a, paras. 6 and 8]", "not 'paras. 6 and 8'", "did you mean 'paras. 6, 8'?"),
        ("[@a, paragraph 6 & 8]", "not 'paragraph 6 & 8'", "did you mean 'paras. 6, 8'?"),
        ("[@a, p. 7]", "not 'p. 7'", "did you mean 'para. 7'?"),
        ("[@a, 7]", "not '7'", "did you mean 'para. 7'?"),
        ("[@a, § 7]", "must be cited as 'para. 6'", "'show' numbers the paragraphs"),
        ("[@a, para. 1, from 2019]", "must have no number but its paragraphs", "take it out"),
        ("[@a, para. 1.", "must close with ']'", "write [@a, para. 1]"),
        ("[@a", "must close with ']'", "put ']' after it"),
        ('[@a, para. 1 "b"]', "must follow a comma", 'write , "b"'),
        ("[@a, para. 1, 'b']", "must follow a comma", 'double marks: , "the words"'),
        ('[@a, para. 1; "b"]', "must have a key", 'after the paragraph and a comma: , "b"'),
        ("[@a, paras. 1; 3]", "must have a key", "paras. 1, 3"),
        ("[@a, para. 1; para. 3]", "must have a key", "'; @outlet-2020, para. 3'"),
        ("[@a, para. 1;]", "must have a key", "take the ';' out"),
        ("[@a, paras. 3-1]", "must start at 1 and ascend", "did you mean 1-3?"),
        ("[@a, para. 0]", "must start at 1 and ascend", "the first paragraph is 1"),
        ('[@a, para. 1, ""]', "must hold words", "put the exact words in"),
        ("[@a, para. 1, “b 20; c”]", "must stand in straight", 'write "…" in place of “…”'),
        ("[@a, para. 1, “b; c”]", "must stand in straight", 'write "…" in place of “…”'),
        ("[@a, para. 1, “b]", "must open and close", 'write , "the exact words"'),
        ('[@a, para. 1, "b 20]', "must open and close", 'write , "the exact words"'),
    ],
)
def test_what_was_meant_is_said(text: str, message: str, hint: str) -> None:
    with pytest.raises(CitationError, match=re.escape(message)) as raised:
        list(parse_citations(text))
    assert hint in raised.value.hint
