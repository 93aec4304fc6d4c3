"""The extension in Python-Markdown: the HTML of citations in every block, and exact places."""

import re
from xml.etree.ElementTree import fromstring

import pytest
from fixture_types import Golden, ReadPage
from markdown import Markdown, markdown
from project import KIT, ROOT

from build_tools.files.site_config import CITATIONS
from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info
from build_tools.pages.front_matter import parse_page
from build_tools.problems import Problem
from build_tools.sources.library import Library

DATA = ROOT / "tests/data"
EXTENSIONS = [
    "admonition", "attr_list", "def_list", "tables",
    "pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed",
    CITATIONS,
]  # fmt: skip
# What this module answers for: the form of a citation, and what it leads to. The checks of what a
# statement says have examples of their own.
FORM = (
    "block", "citation", "source", "paragraph", "quotation", "front-matter", "yaml", "record",
)  # fmt: skip


def convert(text: str, library: Library) -> tuple[str, Ledger]:
    """Convert a page as the build does; its findings are in the ledger."""
    source = parse_page(text, "docs/page.md")
    ledger = Ledger(library, KIT, page_info(source, "docs/page.md", "page.md"))
    options = {CITATIONS: {"ledger": ledger}, "pymdownx.tabbed": {"alternate_style": True}}
    return markdown(source.body, extensions=EXTENSIONS, extension_configs=options), ledger


def settled(ledger: Ledger) -> list[Problem]:
    return [problem for problem in ledger.problems if problem.code in FORM]


def problems_of(text: str, library: Library) -> list[str]:
    return [str(problem).splitlines()[0] for problem in convert(text, library)[1].problems]


def test_citations_everywhere(library: Library, golden: Golden) -> None:
    html, ledger = convert((DATA / "everywhere.md").read_text(encoding="utf-8"), library)
    golden(html + "\n", "everywhere.html")
    # That nothing is wrong, and no citation unread, must not rest on a reading of that file.
    assert settled(ledger) == []
    assert html.count('class="citation"') == 18


def test_the_statements_of_everywhere(library: Library, golden: Golden) -> None:
    _, ledger = convert((DATA / "everywhere.md").read_text(encoding="utf-8"), library)
    page = ledger.pages["page.md"]
    lines = [f"{s.place}: {s.text} {[c.key for c in s.citations]}" for s in page.statements]
    lines += ["", "Uncited:", *(f"{u.place}: {u.text}" for u in page.uncited), ""]
    golden("\n".join(lines), "everywhere-statements.txt")


def test_a_terrible_page(library: Library, golden: Golden) -> None:
    """Everything that can be wrong at once: each problem is said, at its place, and only once."""
    html, ledger = convert((DATA / "terrible.md").read_text(encoding="utf-8"), library)
    golden("".join(f"{problem}\n" for problem in settled(ledger)), "terrible.txt")
    for problem in settled(ledger):
        # Wrong front matter has no place in the text; all else is shown where it stands, once.
        item = f'<span class="problem__place">{problem.place}</span>'
        same_place = sum(other.place == problem.place for other in ledger.problems)
        assert html.count(item) == (0 if problem.code == "front-matter" else same_place)


def test_each_problem_of_the_terrible_page_is_at_its_words(library: Library) -> None:
    text = (DATA / "terrible.md").read_text(encoding="utf-8")
    lines = text.split("\n")
    at = {
        (problem.code, lines[problem.place.line - 1][problem.place.column - 1 :][:12])
        for problem in convert(text, library)[1].problems
    }
    expected = {
        ("front-matter", 'titel: "Twic'),
        ("citation", "[@osten-2019"),
        ("source", "@ostn-2019, "),
        ("source", "@osten-2022,"),
        ("paragraph", "para. 13]."),
        ("paragraph", "para. 11]."),
        ("paragraph", "@osten-2019]"),
        ("paragraph", "paras. 9-12]"),
        ("quotation", "taken by Kes"),
        ("quotation", "three of the"),
        ("paragraph", "paras. 2, 11"),
        ("citation", "6] and [@ost"),
        ("citation", "6]."),
        ("citation", "1] says so, "),
        ("source", "@osten-2099 "),
        ("citation", " para. 2]. A"),
        ("citation", '"the call].'),
        ("citation", "7-6]. From n"),
        ("citation", "0]. *In emph"),
        ("paragraph", "para. 99]*."),
    }
    assert expected - at == set()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Says Osten [@osten-2019, para. 99].", "1:26"),
        ("---\ntitle: A\n---\n\n\nSays Osten [@osten-2019, para. 99].", "6:26"),
        ("!!! note\n\n    Says Osten [@osten-2019, para. 99].", "3:30"),
        ("!!! note\n\n    - Says\n      Osten [@osten-2019,\n      para. 99].", "5:7"),
        ("- a\n\n    - Says Osten [@osten-2019, para. 99].", "3:32"),
        ("> Says Osten [@osten-2019, para. 99].", "1:28"),
        ("| a | b |\n|---|---|\n| c | Says Osten [@osten-2019, para. 99]. |", "3:32"),
        ("| a | b |\n|---|---|\n| c \\| d | Says Osten [@osten-2019, para. 99]. |", "3:37"),
        ('=== "Tab"\n\n    Says Osten [@osten-2019, para. 99].', "3:30"),
        ('??? note "x"\n\n    Says Osten [@osten-2019, para. 99].', "3:30"),
        ("Says *Osten* `x` [@osten-2019, para. 99].", "1:32"),
        ("*Says [@osten-2019, para. 99]*", "1:21"),
        ("So @osten-2019 [para. 99] says.", "1:17"),
        ("So @osten-2019\n[para. 99] says.", "2:2"),
        ("Says [@osten-2019, para. 1; @meridian-2019, para. 99].", "1:45"),
        # The same wrong citation, further down: each is found at its own place.
        ("Right [@osten-2019, para. 1].\n\nWrong [@osten-2019, para. 99].", "3:21"),
        # Looks the same in code, before it.
        ("`[@osten-2019, para. 99]` Says [@osten-2019, para. 99].", "1:46"),
        ("```\n[@osten-2019, para. 99]\n```\n\nSays [@osten-2019, para. 99].", "5:20"),
        ("Островa 島 says [@osten-2019, para. 99].", "1:30"),
        ("A tab\there [@osten-2019, para. 99].", "1:26"),
    ],
)
def test_places_are_exact(library: Library, text: str, place: str) -> None:
    wrong = [line for line in problems_of(text, library) if ": paragraph:" in line]
    assert [line.split(": ")[0] for line in wrong] == [f"docs/page.md:{place}"]


@pytest.mark.parametrize(
    "text",
    [
        "`[@osten-2019, para. 99]`",
        "    [@osten-2019, para. 99]",
        "~~~\n[@osten-2019, para. 99]\n~~~",
        "<div>[@osten-2019, para. 99]</div>",
        "\\[@osten-2019, para. 99\\]".replace("@", "\\@"),
        "[osten](https://example.org/@osten-2019)",
        "<https://example.org/@osten-2019>",
        "osten@osten-2019",
        "\\@osten-2019",
    ],
)
def test_what_is_no_citation_stays_as_it_is(library: Library, text: str) -> None:
    html, ledger = convert(text, library)
    assert 'class="citation"' not in html
    assert ledger.pages["page.md"].statements == ()
    assert "osten-2019" in html
    assert not any("\ue000" <= sign <= "\uf8ff" for sign in html)


@pytest.mark.parametrize(
    "text",
    [
        "The word-@osten-2019 [para. 1] says.",
        "The word --@osten-2019 [para. 1] says.",
        "Said _@osten-2019 [para. 1]_ so.",
        "Said (@osten-2019 [para. 1]) so.",
        "```x``` and @osten-2019 [para. 1].",
        # Python-Markdown takes this for the definition of a link, and shows nothing of it.
        "[@osten-2019, para. 1]: https://example.org",
    ],
)
def test_nothing_that_looks_like_a_citation_is_passed_over(library: Library, text: str) -> None:
    """It is read, or it is said to be malformed; what is silently skipped goes unchecked."""
    _, ledger = convert(text, library)
    assert ledger.pages["page.md"].statements or ledger.problems


def test_citations_of_one_passage_share_one_note(library: Library) -> None:
    html, _ = convert(
        "A [@osten-2019, para. 1]. B [@osten-2019, para. 2].\n\nC [@osten-2019, ¶ 1].", library
    )
    assert html.count('class="note"') == 2
    assert 'href="#cite-1-1"' in html
    assert 'href="#cite-1-2"' in html
    assert 'href="#cite-2-1"' in html


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("A [@osten-2019, para. 1]. B [@osten-2019, ¶ 1].", 1),
        ("A [@osten-2019, para. 1]. B [@osten-2019, para. 1]. C [@osten-2019, para. 1].", 1),
        ("A [@osten-2019, para. 1]. B [@osten-2019, para. 2].", 2),
        ("A [@osten-2019, para. 1]. B [@osten-2019, para. 2]. C [@osten-2019, para. 1].", 3),
        ("A [@osten-2019, para. 1].\n\nB [@osten-2019, para. 1].", 2),
        ("- A [@osten-2019, para. 1].\n- B [@osten-2019, para. 1].", 2),
        # The outlet's name is a word of its sentence, and has its mark.
        ("A [@osten-2019, para. 1]. @osten-2019 [para. 1] says B.", 2),
        ("@osten-2019 [para. 1] says A. B [@osten-2019, para. 1].", 2),
    ],
)
def test_statements_that_rest_on_the_same_have_one_marker_at_their_end(
    library: Library, text: str, markers: int
) -> None:
    html, ledger = convert(text, library)
    page = ledger.pages["page.md"]
    assert html.count('class="citation__mark"') == page.markers == markers
    # What has no marker has its place, and is judged like any other.
    for statement in page.statements:
        assert f'id="{statement.id}"' in html


def test_the_one_marker_stands_at_the_end_of_the_run(library: Library) -> None:
    html, _ = convert("A [@osten-2019, para. 1]. B [@osten-2019, para. 1].", library)
    assert html.count('class="citation"') == 2
    assert html.index("citation__mark") > html.rindex('class="citation"')


def test_what_is_wrong_with_a_statement_without_a_marker_is_shown(library: Library) -> None:
    text = "It took 36 minutes [@osten-2019, para. 2]. It took 35 minutes [@osten-2019, para. 2]."
    html, ledger = convert(text, library)
    [problem] = [found for found in ledger.problems if found.code == "number"]
    assert html.count('class="citation__mark"') == 1
    assert problem.place.column == text.index("36") + 1
    assert html.index("36 minutes”") < html.index('class="citation__mark"')


def test_a_group_of_citations_has_one_marker_and_one_note(library: Library) -> None:
    html, _ = convert("A [@osten-2019, para. 1; @meridian-2019, para. 2].", library)
    assert html.count('class="citation__mark"') == html.count('class="note"') == 1
    assert html.count('class="note__passage"') == 2


def test_what_has_no_source_is_named_beside_the_marker(library: Library) -> None:
    html, _ = convert("A [@osten-2019, para. 1; @ostn-2019, para. 1].", library)
    assert '>1</a><span class="citation__missing">ostn-2019?</span></sup>' in html
    html, _ = convert("A [@ostn-2019, para. 1].", library)
    assert '<sup class="citation__marks"><span class="citation__missing">ostn-2019?</span>' in html
    assert 'class="notes"' not in html


def test_numbers_follow_the_text_through_markup(library: Library) -> None:
    html, _ = convert(
        "*A [@osten-2019, para. 1]*, **b [@osten-2019, para. 2]** c [@osten-2019, para. 3].",
        library,
    )
    numbers = re.findall(r'href="#note-(\d)" id="cite', html)
    assert numbers == ["1", "2", "3"]


def test_each_marker_knows_its_statement(library: Library) -> None:
    """A statement with a narrative citation has two markers, and its id is at the first."""
    html, ledger = convert("So @osten-2019 [para. 1] says it [@meridian-2019, para. 1].", library)
    [statement] = ledger.pages["page.md"].statements
    assert html.count(f'data-statement="#{statement.id}"') == 2
    assert html.count(f'id="{statement.id}"') == 1


def test_every_id_is_given_once_and_every_link_within_the_page_leads_somewhere(
    library: Library,
) -> None:
    html, _ = convert((DATA / "everywhere.md").read_text(encoding="utf-8"), library)
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert sorted(ids) == sorted(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) - set(ids) == set()


def test_the_same_words_twice_are_two_statements_with_two_ids(library: Library) -> None:
    _, ledger = convert(
        "So it is [@osten-2019, para. 1].\n\nSo it is [@osten-2019, para. 1].", library
    )
    first, second = ledger.pages["page.md"].statements
    assert second.id == f"{first.id}-2"


def test_one_instance_converts_page_after_page(library: Library) -> None:
    """Nothing of one page may be left for the next: the command line converts all with one."""
    ledger = Ledger(library, KIT)
    md = Markdown(extensions=EXTENSIONS, extension_configs={CITATIONS: {"ledger": ledger}})
    one = md.convert("A [@osten-2019, para. 1] and [@osten-2019, p. 1].")
    md.reset()
    other = md.convert("B [@harbour-post-2015, para. 1].")
    assert 'id="note-1"' in other
    assert "Osten" not in other
    assert 'class="problem__code">citation' not in other
    md.reset()
    assert md.convert("A [@osten-2019, para. 1] and [@osten-2019, p. 1].") == one


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Then @harbour-post-2015 [para. 5] says so.", "Then Harbour Post1 says so."),
        ("By @harbour-post-2015 [para. 5], it is so.", "By Harbour Post1, it is so."),
        ("*By* @harbour-post-2015 [para. 5]: so.", "By Harbour Post1: so."),
        ("So it is [@harbour-post-2015, para. 5], and so.", "So it is,1 and so."),
        ("So it is [@harbour-post-2015, para. 5].", "So it is.1"),
        ("So @harbour-post-2015 [para. 5; @osten-2019, para. 6] says.", "So Harbour Post1 says."),
    ],
)
def test_spaces_and_punctuation_around_a_citation(library: Library, text: str, shown: str) -> None:
    html, _ = convert(text, library)
    # Text that no citation follows gets a box above the page, which is not at issue here.
    root = fromstring((html.partition("</aside>")[2] or html).partition("<section")[0])
    for parent in list(root.iter()):
        for child in list(parent):
            if child.get("class") == "problem":
                parent.remove(child)
    assert "".join(root.itertext()) == shown


def test_without_a_ledger_it_loads_and_converts_nothing() -> None:
    """MkDocs makes it once without one, before any hook has run: only a page is refused."""
    md = Markdown(extensions=[CITATIONS])
    with pytest.raises(RuntimeError, match=r"must have a ledger.*hooks/evidence\.py"):
        md.convert("Text that nobody has checked.")


def test_the_extensions_of_the_site_read_a_page(read_page: ReadPage) -> None:
    page = read_page("---\ntitle: A\n---\n\nSaid Osten [@osten-2019, para. 1].\n")
    [statement] = page.statements
    assert (page.title, str(statement.place)) == ("A", "docs/page.md:5:1")


@pytest.mark.parametrize(
    "text",
    [
        "<!-- Unpublished -->\n\nNothing.\n{: .no-claim }",
        "Nothing. <!-- Unpublished -->\n{: .no-claim }",
        "- Nothing <!-- Unpublished\n  at all -->\n  {: .no-claim }",
        "<!--\nUnpublished\n\n[@osten-2019, para. 1]\n-->\n\nNothing.\n{: .no-claim }",
    ],
)
def test_comments_are_not_published(text: str, library: Library) -> None:
    html, ledger = convert(text, library)
    assert settled(ledger) == []
    assert ledger.pages["page.md"].statements == ()
    assert "Nothing" in html
    assert "Unpublished" not in html
    assert "<!--" not in html


def test_comments_in_code_are_shown(library: Library) -> None:
    html, _ = convert("```text\n<!-- shown -->\n```\n{: .no-claim }", library)
    assert "&lt;!-- shown --&gt;" in html
