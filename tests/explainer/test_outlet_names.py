"""The generated page on what each outlet calls the islands."""

from dataclasses import replace

from fixture_types import Golden
from project import SITE_KIT

from build_tools.explainer.outlet_names import render_names_page
from build_tools.ledger import Ledger
from build_tools.lexicon.counted_words import CountedWords, CountedWordsFile
from build_tools.sources.library import Library


def test_the_page(library: Library, golden: Golden) -> None:
    golden(render_names_page(Ledger(library, SITE_KIT)), "names.md")


def test_it_follows_the_sources(site_library: Library) -> None:
    others = {id_: source for id_, source in site_library.sources.items() if id_ != "kyodo-2021"}
    page = render_names_page(Ledger(replace(site_library, sources=others), SITE_KIT))
    assert "Kyodo" not in page
    assert page != render_names_page(Ledger(site_library, SITE_KIT))


def test_it_follows_the_list_of_terms(site_library: Library) -> None:
    terms = {"names": [{"term": "Hokkaido", "forms": ["Hokkaido"]}]}
    page = render_names_page(
        Ledger(
            replace(
                site_library, counted_words=CountedWords(CountedWordsFile.model_validate(terms))
            )
        )
    )
    assert "### Hokkaido" in page
    assert "Shikotan" not in page
