"""Verdicts and waivers: how a statement comes out once its checks, and a reviewer, have spoken."""

from collections.abc import Callable

import pytest
from markdown import Markdown
from project import CONFIG, KIT

from build_tools.checks.waivers import WAIVABLE
from build_tools.ledger import Entry, Ledger, Verdict
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.pages.front_matter import parse_page
from build_tools.problems import Outcome
from build_tools.sources.library import Library

Judge = Callable[..., Ledger]
ANONYMOUS = "The call lasted 35 minutes [@osten-2019, para. 2]."
NAMED = "The call lasted 35 minutes, Osten reported [@osten-2019, para. 2]."
LOADS = "They met for 90 minutes, The Harbour Post reported [@harbour-post-2015, para. 2]."


def ledger_of(text: str, library: Library) -> Ledger:
    """Enter one page, converted as the command line does."""
    source = parse_page(text, "docs/page.md")
    ledger = Ledger(library, KIT, page_info(source, "docs/page.md", "page.md"))
    site_markdown(CONFIG, ledger).convert(source.body)
    return ledger


def entry_of(text: str, library: Library) -> Entry:
    [entry] = ledger_of(text, library).entries
    return entry


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (NAMED, Verdict.BORNE_OUT),
        (ANONYMOUS, Verdict.NOT_BORNE_OUT),
        (f"{ANONYMOUS} <!-- waive attribution: in a list of Osten's -->", Verdict.WAIVED),
    ],
)
def test_verdicts(library: Library, text: str, verdict: Verdict) -> None:
    assert entry_of(text, library).verdict is verdict


def test_a_waiver_takes_away_what_it_names_and_gives_its_reason(library: Library) -> None:
    text = ANONYMOUS.replace("35", "36")
    entry = entry_of(f"{text} <!-- waive attribution: a list of\tOsten's -->", library)
    assert [problem.code for problem in entry.problems] == ["number"]
    assert [(w.code, w.reason, p.code) for w, p in entry.waived] == [
        ("attribution", "a list of Osten's", "attribution")
    ]
    both = f"{text} <!-- waive attribution: one --> <!-- waive number: two -->"
    entry = entry_of(both, library)
    assert entry.problems == ()
    assert {waiver.reason for waiver, _ in entry.waived} == {"one", "two"}


def test_a_waiver_is_for_the_statement_before_it_alone(library: Library) -> None:
    text = f"{ANONYMOUS} <!-- waive attribution: why -->\n\n{ANONYMOUS}"
    verdicts = [entry.verdict for entry in ledger_of(text, library).entries]
    assert verdicts == [Verdict.WAIVED, Verdict.NOT_BORNE_OUT]


@pytest.mark.parametrize(
    ("text", "waiver", "message", "hint"),
    [
        (NAMED, "attribution: why", "there is no 'attribution' problem", "take the waiver out"),
        (ANONYMOUS, "atribution: why", "'atribution' must be a code to waive", "'attribution'?"),
        (
            ANONYMOUS,
            "qqq: why",
            "'qqq' must be a code to waive",
            "these can be: number, name, party, together, degree",
        ),
        # What is wrong beyond any weighing cannot be waived.
        (ANONYMOUS, "quotation: why", "'quotation' must be a code to waive", "these can be:"),
        (ANONYMOUS, "attribution:", "must give its reason", "<!-- waive attribution: why"),
    ],
)
def test_a_useless_waiver_is_a_problem_at_its_place(
    library: Library, text: str, waiver: str, message: str, hint: str
) -> None:
    entry = entry_of(f"{text} <!-- waive {waiver} -->", library)
    [problem] = [problem for problem in entry.problems if problem.code == "waiver"]
    assert message in problem.message
    assert hint in problem.hint
    assert (problem.place.line, problem.place.column) == (1, len(text) + 2)
    # It took nothing away.
    assert ("attribution" in {p.code for p in entry.problems}) == (text == ANONYMOUS)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{ANONYMOUS}\n<!-- waive attribution: why -->", "docs/page.md:2:1"),
        (f"{ANONYMOUS}\n\n<!-- waive attribution: why -->", "docs/page.md:3:1"),
        (f"<!-- waive attribution: why --> {ANONYMOUS}", "docs/page.md:1:1"),
        (f"{ANONYMOUS} <!-- waive attribution -->", f"docs/page.md:1:{len(ANONYMOUS) + 2}"),
    ],
    ids=["next line", "own block", "before", "no colon"],
)
def test_a_waiver_must_stand_behind_its_citation(library: Library, text: str, place: str) -> None:
    ledger = ledger_of(text, library)
    [problem] = ledger.page_problems["page.md"]
    assert (problem.code, str(problem.place)) == ("waiver", place)
    assert [entry.verdict for entry in ledger.entries] == [Verdict.NOT_BORNE_OUT]


@pytest.mark.parametrize("code", ["source", "paragraph", "quotation", "absence"])
def test_what_a_machine_can_decide_is_not_waived(code: str) -> None:
    assert code not in WAIVABLE


def test_a_source_that_does_not_load_leaves_its_statements_open(broken: Library) -> None:
    entry = entry_of(ANONYMOUS, broken)
    assert entry.verdict is Verdict.UNDECIDED
    [problem] = entry.problems
    assert (problem.code, problem.outcome) == ("source", Outcome.CANNOT_BE_CHECKED)
    assert problem.hint == "fix the problems of seeds/osten-2019.yml"


def test_what_does_load_is_still_held_to_the_letter(broken: Library) -> None:
    """And the worst of what is found decides."""
    text = 'They said "no such words" [@osten-2019, para. 2; @harbour-post-2015, para. 2].'
    entry = entry_of(text, broken)
    assert entry.verdict is Verdict.NOT_BORNE_OUT
    assert {problem.code: problem.outcome for problem in entry.problems} == {
        "source": Outcome.CANNOT_BE_CHECKED,
        "quotation": Outcome.NOT_BORNE_OUT,
    }


def test_only_what_is_not_borne_out_stops_a_strict_build(broken: Library) -> None:
    ledger = ledger_of(f"{NAMED}\n\nMore.\n\n{LOADS}", broken)
    assert {problem.code for problem in ledger.findings} == {"record", "source", "uncited"}
    assert {problem.code for problem in ledger.problems} == {"record", "uncited"}


def test_findings_are_in_the_order_of_files_and_lines(library: Library) -> None:
    ledger = ledger_of(f"Last.\n\n{ANONYMOUS}\n\nFirst.", library)
    assert [problem.place.line for problem in ledger.findings] == [1, 3, 5]
    assert ledger.findings == ledger.problems


def test_what_rests_on_a_paragraph(library: Library) -> None:
    text = f"{NAMED}\n\nOsten wrote of a call [@osten-2019, paras. 1-2; @osten-2019, para. 2]."
    ledger = ledger_of(text, library)
    resting = ledger.resting_on("osten-2019")
    assert {number: len(entries) for number, entries in resting.items()} == {1: 1, 2: 2}
    assert ledger.resting_on("meridian-2019") == {}


def test_a_page_parsed_again_replaces_nothing_in_another_ledger(library: Library) -> None:
    """Each build has its own ledger: with one for all, a rebuild would count all twice."""
    first = ledger_of(NAMED, library)
    ledger_of(ANONYMOUS, library)
    assert [entry.statement.text for entry in first.entries] == [
        "The call lasted 35 minutes, Osten reported"
    ]


def test_a_converter_serves_one_page_after_another(library: Library) -> None:
    ledger = Ledger(library, KIT)
    md: Markdown = site_markdown(CONFIG, ledger)
    for name in ("one", "two"):
        ledger.page = page_info(parse_page(NAMED, name), f"docs/{name}.md", f"{name}.md")
        md.reset()
        md.convert(NAMED)
    assert list(ledger.pages) == ["one.md", "two.md"]
    assert len(ledger.entries) == 2


def test_a_page_parsed_for_itself_enters_what_it_would_have_entered(library: Library) -> None:
    whole = ledger_of(NAMED, library)
    ledger = Ledger(library, KIT, whole.page)
    part = ledger.of_next_page()
    site_markdown(CONFIG, part).convert(NAMED)
    assert not ledger.entries, "what is parsed for itself must not touch the ledger"
    ledger.adopt([part.gathered()], part.page_problems)
    assert [entry.statement for entry in ledger.entries] == [e.statement for e in whole.entries]
    assert list(ledger.pages) == list(whole.pages)
    assert ledger.findings == whole.findings
