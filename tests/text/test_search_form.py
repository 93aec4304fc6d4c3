"""The one form for searching: what is alike in it, and that its offsets are the original's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.text.search_form import find_term, search_form


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("in person", "They met in-person.", "in-person"),
        ("in-person", "They met in person.", "in person"),
        ("in person", "They met inperson.", "inperson"),
        ("inperson", "They met in‑person.", "in‑person"),
        ("20 minutes", "a 20-minute call", "20-minute"),
        ("20 minutes", "a twenty-minute call", "twenty-minute"),
        ("twenty minutes", "for 20 minutes", "20 minutes"),
        ("thirty-five", "for 35 minutes", "35"),
        ("35", "for thirty five minutes", "thirty five"),
        ("US", "the U.S. may", "U.S"),
        ("U.S.", "the US may", "US"),
        ("U.S. bases", "the US bases", "US bases"),
        ("the 1970s", "in the 1970's", "the 1970's"),
        ("visa", "VISA-free visits", "VISA"),
        ("ratif", "the Ratification", "Ratif"),
        ("Kešlar", "Keslar said", "Keslar"),
        ("Keslar", "Kes\u030clar said", "Kes\u030clar"),
        ("Istanbul", "İİ met in İstanbul", "İstanbul"),
        ("office", "his oﬃce", "oﬃce"),
        ("strasse", "die Straße", "Straße"),
        ("Lodz", "in Łódź", "Łódź"),
        ("seven", "the seventh", "seven"),
        ("co-operation", "a coop\u00aderation plan", "coop\u00aderation"),
        ("twentyseven", "27 talks", "27"),
        ("27 talks", "twentyseven talks", "twentyseven talks"),
        ("two thousand", "about 2,000 bells", "2,000"),
        ("40 million", "forty million crowns", "forty million"),
        ("forty million", "40 million crowns", "40 million"),
        ("19 November", "on November 19, 2018", "November 19, 2018"),
        ("november 19, 2018", "on 19 November 2018", "19 November 2018"),
        ("19th of November", "on Nov. 19", "Nov. 19"),
        ("13 June", "on June 12 and 13", "13"),
        ("June 12", "on 12 and 13 June", "12"),
    ],
)
def test_what_is_alike_is_found_in_the_original(term: str, text: str, found: str) -> None:
    ((start, end),) = find_term(term, text)
    assert text[start:end] == found


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("person", "impersonal"),
        ("inform", "in formal talks"),
        ("in form", "information"),
        ("20 minutes", "120 minutes"),
        ("seven", "70 minutes"),
        ("seven", "1907"),
        ("news", "a new plan"),
        ("in person", "He is in. Person of note"),
        ("U.S.", "told us."),
        ("1 November", "on November 19"),
        ("1911", "on 19 November"),
        ("19 November 2018", "on November 19, 2017"),
        ("19 May", "on 19 June"),
        ("", "text"),
        ("-", "in-person"),
    ],
)  # fmt: skip
def test_what_is_not_alike_is_not_found(term: str, text: str) -> None:
    assert find_term(term, text) == ()


@given(st.text(), st.booleans())
def test_offsets_are_of_the_original_and_in_order(text: str, reckon: bool) -> None:
    form = search_form(text, reckon=reckon)
    assert len(form.text) == len(form.starts) == len(form.ends) == len(form.joints)
    assert list(form.starts) == sorted(form.starts)
    assert all(
        0 <= start < end <= len(text) for start, end in zip(form.starts, form.ends, strict=True)
    )


@given(st.text(alphabet="abİßŁé -fi", min_size=1))
def test_a_text_finds_itself(text: str) -> None:
    if search_form(text).text:
        assert find_term(text, text)
