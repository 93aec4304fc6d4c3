"""How else a foreign name is typed."""

import pytest

from build_tools.text.misspelt import misspell


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("Vellakov", "velakov"),
        ("Vellakov", "velalkov"),
        ("Vellakov", "vellekov"),
        ("Oshima", "osima"),
        ("Oshima", "oschima"),
        ("Haramai", "charamay"),
        ("Rostin", "rostine"),
    ],
)
def test_a_name_is_typed_with_one_letter_wrong_or_as_it_sounds(name: str, typed: str) -> None:
    assert typed in misspell(name)


@pytest.mark.parametrize("name", ["Orlov Bay", "Hamm", "U.S.A."])
def test_short_names_and_several_words_are_left_alone(name: str) -> None:
    assert not [*misspell(name)]


def test_each_form_is_there_once_and_none_is_a_beginning_of_the_name() -> None:
    typed = [*misspell("Haramai")]
    assert len(typed) == len(set(typed)) > 20
    assert not [form for form in typed if "haramai".startswith(form)]
