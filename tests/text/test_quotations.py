"""Quoted words are found as they stand, and in no other form."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from project import SMALL

from build_tools.sources.articles import Paragraph
from build_tools.sources.library import load_library
from build_tools.text.folding import fold
from build_tools.text.quotations import (
    LARGEST_GAP,
    TextQuoteSelector,
    find_quotation,
    nearest_passage,
    select,
    select_between,
    text_fragment,
)

PARAGRAPHS = [
    paragraph
    for source in load_library(SMALL / "seeds").sources.values()
    for paragraph in source.article.paragraphs
]
SENTENCE = fold("The two leaders agreed to hold in-person talks soon, and to talk of the islands.")


def found(quotation: str, text: str = SENTENCE.text) -> list[str] | None:
    spans = find_quotation(quotation, fold(text))
    return None if spans is None else [fold(text).text[start:end] for start, end in spans]


@st.composite
def runs(draw: st.DrawFn, shortest: int = 1) -> tuple[Paragraph, list[str], int]:
    """Draw a run of words of a paragraph, and the index of its first word there."""
    paragraph = draw(st.sampled_from(PARAGRAPHS))
    words = paragraph.text.split()
    first = draw(st.integers(0, len(words) - shortest))
    last = draw(st.integers(first + shortest, len(words)))
    return paragraph, words[first:last], first


@given(runs())
def test_any_run_of_words_of_a_paragraph_is_found(
    run: tuple[Paragraph, list[str], int],
) -> None:
    paragraph, words, _ = run
    quotation = " ".join(words)
    spans = find_quotation(quotation, paragraph.folded)
    assert spans is not None
    texts = [paragraph.folded.text[start:end] for start, end in spans]
    assert texts == [fold(quotation).text]


@pytest.mark.parametrize("given", ["he 'spoke' of it", "he ‘spoke’ of it", 'he "spoke" of it'])
def test_a_quotation_within_one_may_have_single_marks(given: str) -> None:
    assert found(given, 'Holm said he "spoke" of it.') == ['he "spoke" of it']
    assert found(given.replace("spoke", "wrote"), 'Holm said he "spoke" of it.') is None


def test_an_apostrophe_is_no_mark() -> None:
    assert found("the leaders' talks", "At the leaders' talks.") == ["the leaders' talks"]
    assert found("the leaders' talks", 'At the leaders" talks.') == ['the leaders" talks']
    assert found("Holm's talks", 'At Holm"s talks.') is None


CHANGES = {
    "a letter more": lambda word: word + "x",
    "a letter before": lambda word: "x" + word,
    "another letter": lambda word: ("b" if word[0] == "a" else "a") + word[1:],
    "another case": str.swapcase,
    "another word": lambda word: "quite" if word != "quite" else "rather",
}


@given(runs(shortest=4), st.data())
def test_a_change_of_any_single_word_is_not_found(
    run: tuple[Paragraph, list[str], int], data: st.DataObject
) -> None:
    paragraph, words, _ = run
    index = data.draw(st.integers(0, len(words) - 1))
    change = CHANGES[data.draw(st.sampled_from(sorted(CHANGES)))]
    core = re.search(r"\w+", words[index])
    assume(core is not None)
    changed = words[index][: core.start()] + change(core[0]) + words[index][core.end() :]
    assume(changed != words[index])  # Digits have no case.
    # The first letter of all may have the other case.
    assume(
        index or core[0][1:] != change(core[0])[1:] or core[0].lower() != change(core[0]).lower()
    )
    quotation = " ".join([*words[:index], changed, *words[index + 1 :]])
    assert find_quotation(quotation, paragraph.folded) is None


@given(runs(shortest=4), st.data())
def test_a_left_out_word_is_not_found_but_an_ellipsis_in_its_place_is(
    run: tuple[Paragraph, list[str], int], data: st.DataObject
) -> None:
    paragraph, words, _ = run
    index = data.draw(st.integers(1, len(words) - 2))
    assume(re.search(r"\w", words[index]))
    before, after = " ".join(words[:index]), " ".join(words[index + 1 :])
    # Of a word that stands twice in a row, one is left.
    assume(words[index] not in (words[index - 1], words[index + 1]))
    assert find_quotation(f"{before} {after}", paragraph.folded) is None
    for ellipsis in ("...", "…", "[...]", "[…]"):
        assert find_quotation(f"{before} {ellipsis} {after}", paragraph.folded) is not None


@pytest.mark.parametrize(
    "quotation",
    [
        "agreed to hold in-person talks",
        "agreed  to\nhold in‑person talks",
        "[t]he two leaders",
        "the two leaders",
        "[T]wo leaders",
        "The two leaders […] in-person talks",
        "The […] talks … islands",
        "… agreed to hold …",
        "islands.",
        "soon, and to talk",
    ],
)
def test_forms_of_quoting_that_are_borne_out(quotation: str) -> None:
    assert found(quotation) is not None


@pytest.mark.parametrize(
    "quotation",
    [
        "The Two leaders",  # The first letter alone may have another case.
        "wo leaders",  # Half a word.
        "The two leaders agree",
        "in-person talk",
        "agreed to [h]old",  # Brackets change only the first letter of all.
        "[they] agreed to hold",  # Words put in are not the source's.
        "in-person talks […] The two leaders",  # Out of order.
        "agreed to hold in person talks",
        "agreed to hold in-person talks, soon",
        "",
        "…",
        "[…] …",
    ],
)
def test_forms_of_quoting_that_are_not(quotation: str) -> None:
    assert found(quotation) is None


def test_a_changed_capital_is_found_in_either_case() -> None:
    assert found("[t]he two") == found("the two") == ["The two"]


def test_words_are_found_as_they_are_before_their_first_letter_is_changed() -> None:
    paragraph = fold("They said the bell was sold. The bell hung there.")
    assert find_quotation("The bell", paragraph) == ((29, 37),)
    assert find_quotation("the bell", paragraph) == ((10, 18),)
    assert found("[T]alks soon") == ["talks soon"]


def test_the_parts_of_a_quotation_are_given_one_by_one() -> None:
    assert found("The two […] in-person talks") == ["The two", "in-person talks"]


def test_the_gap_of_an_ellipsis_is_bounded() -> None:
    for gap, borne_out in ((LARGEST_GAP, True), (LARGEST_GAP + 1, False)):
        text = "one" + " " + "x" * (gap - 2) + " " + "two"
        assert (found("one […] two", text) is not None) == borne_out


def test_an_early_first_part_does_not_hide_a_later_one() -> None:
    """The first "one" is too far from "two"; the second is not."""
    text = "one " + "x" * LARGEST_GAP + " one two"
    assert find_quotation("one […] two", fold(text)) == ((305, 308), (309, 312))


def test_the_nearest_passage_is_whole_words_and_only_a_suggestion() -> None:
    passage = nearest_passage("agreed to hold personal talks soon", SENTENCE)
    assert passage.text in SENTENCE.text
    assert "talks soon" in passage.text
    assert 0 < passage.score < 100
    assert nearest_passage("anything", fold("")).text == ""


@given(runs(), st.integers(0, 10))
def test_a_selector_stands_in_its_text(run: tuple[Paragraph, list[str], int], context: int) -> None:
    paragraph, words, _ = run
    text = paragraph.folded.text
    [(start, end)] = find_quotation(" ".join(words), paragraph.folded) or [(0, 1)]
    selector = select(text, start, end, context)
    assert selector.prefix + selector.exact + selector.suffix in text
    assert max(len(selector.prefix), len(selector.suffix)) <= context


def test_a_selector_at_the_edges_has_no_context() -> None:
    assert select("four islands", 0, 12) == TextQuoteSelector("four islands", "", "")
    assert select("the four islands now", 4, 16) == TextQuoteSelector(
        "four islands", "the ", " now"
    )


BETWEEN = fold("The two of the four islands “will be handed over,” and the two of them were.")


@pytest.mark.parametrize(
    ("first", "last", "exact"),
    [
        ("two of", "", "two of"),
        ("two of", "islands", "two of the four islands"),
        # The nearest behind the first words, also where these hold the last ones themselves.
        ("The two", "the", "The two of the"),
        ("two of the four", "the", 'two of the four islands "will be handed over," and the'),
        # The two may overlap.
        ("two of the", "the four", "two of the four"),
        ("two of", "two of", "two of"),
        ('"will be', 'over,"', '"will be handed over,"'),
        ("two […] islands", "over", 'two of the four islands "will be handed over'),
        # Out of order, not there, or not whole words.
        ("islands", "The two", None),
        ("two of", "five", None),
        ("two of", "island", None),
        ("tw", "islands", None),
        ("", "islands", None),
    ],
)
def test_words_between_two_others(first: str, last: str, exact: str | None) -> None:
    found = select_between(first, last, BETWEEN)
    assert (found and found.exact) == exact
    if found:
        assert found.prefix + found.exact + found.suffix in BETWEEN.text


@given(runs(), st.integers(1, 12))
def test_a_run_of_words_is_selected_by_its_ends(
    run: tuple[Paragraph, list[str], int], length: int
) -> None:
    paragraph, words, _ = run
    found = select_between(" ".join(words[:length]), words[-1], paragraph.folded)
    # The first words may stand in the paragraph before, and the last one nearer.
    assert found is None or found.exact.startswith(fold(" ".join(words[:length])).text)


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("peace treaty", ":~:text=peace%20treaty"),
        ("World War II, then", ":~:text=World%20War%20II%2C%20then"),
        ("visa-free & so on", ":~:text=visa%2Dfree%20%26%20so%20on"),
        ('100% "highly values"', ":~:text=100%25%20%22highly%20values"),
        (
            "TOWN — A call of the two leaders was made — in May —",
            ":~:text=TOWN%20%E2%80%94%20A%20call%20of,made%20%E2%80%94%20in%20May",
        ),
        ("— “So be it,” he said.", ":~:text=So%20be%20it%2C%E2%80%9D%20he%20said"),
        ("—", ""),
        ("a b c d e f g h i j", ":~:text=a%20b%20c%20d%20e%20f%20g%20h%20i%20j"),
        ("a b c d e f g h i j k", ":~:text=a%20b%20c%20d%20e,g%20h%20i%20j%20k"),
        ("острова", ":~:text=%D0%BE%D1%81%D1%82%D1%80%D0%BE%D0%B2%D0%B0"),
    ],
)
def test_a_text_fragment_encodes_its_own_syntax(words: str, directive: str) -> None:
    assert text_fragment(words) == directive


def test_each_passage_has_a_directive() -> None:
    assert text_fragment("peace", "—", "treaty") == ":~:text=peace&text=treaty"
    assert text_fragment() == ""


ALIKE = "a b c d e f here, and the end of it all"


@pytest.mark.parametrize(
    ("page", "directive"),
    [
        (ALIKE, "a%20b%20c%20d%20e,the%20end%20of%20it%20all"),
        # What comes before begins in the same way, or what is meant has its end twice.
        (f"A b c d\u00a0e f there\n{ALIKE}", "a%20b%20c%20d%20e%20f%20here%2C%20and"),
        (f"a b c d e, the end of it all\n{ALIKE}", "a%20b%20c%20d%20e%20f,and%20the%20end"),
        # Nothing shorter than all of it would do.
        (f"{ALIKE[:-8]}\n{ALIKE}", "a%20b%20c%20d%20e%20f%20here%2C%20and%20the%20end%20of"),
        # What comes after is found by nobody.
        (f"{ALIKE}\n{ALIKE}", "a%20b%20c%20d%20e,the%20end%20of%20it%20all"),
    ],
)
def test_a_text_fragment_is_as_long_as_its_page_asks_for(page: str, directive: str) -> None:
    assert text_fragment(ALIKE, page=page).startswith(f":~:text={directive}")


@given(runs())
def test_a_text_fragment_names_whole_words_of_the_paragraph_as_they_stand_there(
    run: tuple[Paragraph, list[str], int],
) -> None:
    paragraph, words, _ = run
    fragment = text_fragment(" ".join(words))
    ends = fragment.removeprefix(":~:text=").split(",") if fragment else []
    for end in ends:
        assert not set("&-, ") & set(end)
        assert re.search(rf"(?<!\w){re.escape(unquote(end))}(?!\w)", paragraph.text)
