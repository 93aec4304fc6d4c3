"""One slip of a writer is one finding: what follows from it is not told of as well."""

import pytest
from project import CONFIG, KIT, Project

from build_tools.files.site_config import load_site_config
from build_tools.ledger import Ledger
from build_tools.manuscript.read import enter_page, read_manuscript, site_markdown
from build_tools.problems import Outcome, Problem
from build_tools.sources.library import Library

# A page must cite something.
CITED = "\n\nThe call lasted 35 minutes, Osten wrote [@osten-2019, para. 2].\n"


def findings(markdown: str, library: Library) -> list[Problem]:
    ledger = Ledger(library, KIT, publishes=False)
    enter_page(markdown, "page.md", "page.md", ledger, site_markdown(CONFIG, ledger))
    return ledger.findings


@pytest.mark.parametrize(
    ("code", "markdown"),
    [
        # Another paragraph than the one cited has the words, the number and the name.
        ("together", "The call lasted 35 minutes, Osten reported [@osten-2019, para. 9]."),
        ("together", "Kestria withdrew its experts, Osten reported [@osten-2019, para. 8]."),
        # Text that is read otherwise than it was meant.
        (
            "markup",
            "The leaders talked of two things:\n- tolls, Osten reported [@osten-2019, para. 2]\n"
            "- the bell, Osten reported [@osten-2019, para. 2]",
        ),
        ("markup", "It <b>lasted 35 minutes</b>, Osten reported [@osten-2019, para. 2]."),
        ("markup", "<div>\nIt lasted 35 minutes, Osten wrote [@osten-2019, para. 2].\n</div>"),
        ("markup", "\tThe call lasted 35 minutes, Osten reported [@osten-2019, para. 2]."),
        ("markup", "> There has been no progress [@meridian-2019, para. 2]."),
        ("markup", "It lasted 35 minutes, Osten wrote[^1].\n\n[^1]: Osten, para. 2."),
        ("markup", "Follow the links.\n{: .noclaim }"),
        ("citation", "## It lasted 53 minutes [@osten-2019, para. 2]"),
        (
            "citation",
            "It lasted [@osten-2019, p. 2] 35 minutes, Osten wrote [@osten-2019, para. 2].",
        ),
        # A quotation whose marks are wrong: its words are not copied.
        (
            "quotation",
            "The conversation, Osten wrote, 'was held at the request of the Kestrian side and "
            "lasted 35 minutes' [@osten-2019, para. 2].",
        ),
        ("quotation", 'It was "seized by Kestrian sailors, Osten wrote [@osten-2019, para. 6].'),
        (
            "quotation",
            'Osten wrote that it was "seized by [@osten-2019, para. 6] Kestrian sailors".',
        ),
        # A citation in the wrong place.
        ("uncited", "The call lasted 35 minutes, Osten wrote.\n\n[@osten-2019, para. 2]"),
        ("uncited", "[@osten-2019, para. 2] The call lasted 35 minutes, Osten wrote."),
        ("uncited", "| What | How long |\n| --- | --- |\n| The call | thirty-five minutes |"),
        # Of a name that is not there, the first part.
        ("name", "Adelheid Quist thanked him, Osten reported [@osten-2019, para. 4]."),
    ],
)
def test_one_slip_is_one_finding(code: str, markdown: str, library: Library) -> None:
    assert [problem.code for problem in findings(markdown + CITED, library)] == [code]


def test_a_paragraph_that_names_no_outlet_is_told_of_once(library: Library) -> None:
    first = "There has been no progress on ownership [@meridian-2019, para. 2]."
    second = "There has been no progress on the tolls either [@meridian-2019, para. 2]."
    told = [it for it in findings(f"{first} {second}\n", library) if it.code == "attribution"]
    assert [problem.place.column for problem in told] == [1]
    apart = [it for it in findings(f"{first}\n\n{second}\n", library) if it.code == "attribution"]
    assert [problem.place.line for problem in apart] == [1, 3]


def test_two_slips_are_two(library: Library) -> None:
    wrong = "The call lasted 53 minutes, Dorsch revealed, Osten reported [@osten-2019, para. 2].\n"
    assert {problem.code for problem in findings(wrong, library)} >= {"number", "wording"}
    # Each of its tags is one; what closes without an opening is one too.
    tags = "<b>It</b> <i>lasted</i> 35 minutes</u>, Osten wrote [@osten-2019, para. 2].\n"
    assert [problem.place.column for problem in findings(tags, library)] == [1, 11, 35]


def test_what_a_waiver_says_of_the_paragraph_hides_no_other_finding(library: Library) -> None:
    text = (
        "Kestria withdrew its experts in 2018, Osten reported [@osten-2019, para. 8]. "
        "<!-- waive together: it is meant so -->\n"
    )
    codes = {problem.code for problem in findings(text, library)}
    assert codes
    assert "together" not in codes


def test_what_another_waiver_is_for_is_no_consequence(library: Library) -> None:
    text = "The call lasted 35 minutes, Osten reported [@osten-2019, para. 9]."
    waived = findings(f"{text} <!-- waive number: it is meant so -->\n", library)
    assert [problem.code for problem in waived] == ["together"]


def test_a_slip_in_the_file_of_stand_ins_is_told_of_once(small_project: Project) -> None:
    """What needs its entries is held back, with the waivers for it; what does not is told."""
    small_project.write("docs/_data/stand-ins.yml", "stand-ins:\n- {ours: a, theirs: b}\n - c\n")
    small_project.write(
        "docs/page.md",
        "The call measured 53 minutes, Osten reported [@osten-2019, para. 2].\n\n"
        "Ulvholt congratulated Verelin on taking office, Osten reported [@osten-2019, para. 4]. "
        "<!-- waive party: it is meant so -->\n",
    )
    found = read_manuscript(load_site_config(small_project.root)).findings
    # The menu and the list of changes want the new page.
    assert {(it.code, it.outcome) for it in found if it.code not in ("changes", "nav")} == {
        ("yaml", Outcome.NOT_BORNE_OUT),
        ("stand-in", Outcome.CANNOT_BE_CHECKED),
        ("number", Outcome.NOT_BORNE_OUT),
    }


def test_no_stand_in_is_needless_while_statements_cannot_be_read(small_project: Project) -> None:
    small_project.write("docs/_data/stand-ins.yml", "stand-ins:\n- {ours: tall, theirs: frank}\n")
    config = load_site_config(small_project.root)
    assert [it.code for it in read_manuscript(config).findings] == ["stand-in"]
    glossary = small_project.root / "docs/_data/glossary.yml"
    glossary.write_text(f"{glossary.read_text('utf-8')}\n: {{\n", "utf-8")
    assert [it.code for it in read_manuscript(config).findings] == ["yaml"]


def test_a_slip_in_the_file_of_facts_from_outside_is_told_of_once(small_project: Project) -> None:
    """What chooses facts of it by their ids is not told to be wrong as well."""
    small_project.write("docs/_data/background.yml", "facts:\n- {id: sollin-1923}\n - c\n")
    small_project.write("docs/page.md", f"```background\nfacts: [sollin-1923]\n```{CITED}")
    config = load_site_config(small_project.root)
    codes = [it.code for it in read_manuscript(config).findings]
    assert codes.count("yaml") == 1
    assert "block" not in codes
    small_project.write("docs/_data/background.yml", "facts: []\n")
    assert "block" in [it.code for it in read_manuscript(config).findings]
