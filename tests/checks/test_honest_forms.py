"""Forms in which people write what is true: each passes, and its false twin is caught."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from fixture_types import MakeLibrary, ReadPage

from build_tools.checks.registry import check_statement


@dataclass(frozen=True)
class Form:
    """The paragraphs of an article, a true sentence on them, a false one, and the check for it."""

    article: tuple[str, ...]
    honest: str
    altered: str
    caught_by: str


FORMS = [
    Form(tuple(it["article"]), it["honest"], it["altered"], it["caught-by"])
    for it in yaml.safe_load((Path(__file__).parent / "honest-forms.yml").read_text("utf-8"))
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.honest)
def test_an_honest_form_passes_and_its_twin_is_caught(
    read_page: ReadPage, coast: MakeLibrary, form: Form
) -> None:
    # What the lead has, any statement may take, and of two paragraphs in a row one goes on with the
    # other: here are others before and between.
    own = coast(*(it for paragraph in form.article for it in ("There was news.", paragraph)))
    numbers = [str(2 * n + 2) for n in range(len(form.article))]
    cited = f"para{'s' * (len(numbers) > 1)}. {', '.join(numbers)}"

    def codes(text: str) -> set[str]:
        [statement] = read_page(f"{text} [@coast-2020, {cited}].", own).statements
        found = check_statement(statement, own)
        # Whose account it is matters to those forms alone that are about it.
        of_account = "must say whose account" if form.caught_by != "attribution" else "\0"
        return {it.code for it in found if of_account not in it.message and it.code != "copied"}

    assert codes(form.honest) == set()
    assert form.caught_by in codes(form.altered)


@pytest.mark.parametrize(("year", "told"), [("1923", True), ("1924", False)])
def test_a_paragraph_goes_on_with_what_the_one_before_names_by_its_year(
    read_page: ReadPage, coast: MakeLibrary, year: str, told: bool
) -> None:
    own = coast("News.", "They spoke of a 1923 border pact.", "The pact provides for two towers.")
    text = f"Under the {year} pact two towers are provided for [@coast-2020, para. 3]."
    [statement] = read_page(text, own).statements
    assert ("number" not in {it.code for it in check_statement(statement, own)}) == told
