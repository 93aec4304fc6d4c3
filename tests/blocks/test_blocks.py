"""Each kind of block: what its example becomes, and every problem with its place."""
# ruff: noqa: E501 - the cases are a table

import re
from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
from fixture_types import Golden
from markdown import Markdown
from project import CONFIG, KIT, ROOT

from build_tools.blocks.registry import BLOCKS
from build_tools.files.data_files import SiteData
from build_tools.kit import Kit
from build_tools.ledger import Ledger, Verdict
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.pages.front_matter import parse_page
from build_tools.problems import Outcome
from build_tools.site_data.background import BACKGROUND, BackgroundFile, OutsideFact
from build_tools.site_data.changes import CHANGES, Change, Changes
from build_tools.sources.library import Library
from build_tools.templating import render

COVERAGE = KIT.blocks["coverage"]
TIMELINE = KIT.blocks["timeline"]
PASSAGE = KIT.blocks["passage"]
COMPARISON = KIT.blocks["comparison"]
EVENT = KIT.blocks["event"]
# These are drawn from data of the site, and take no YAML.
DRAWN = sorted(name for name, kind in KIT.blocks.items() if not kind.model.model_fields)
WRITTEN = sorted(KIT.blocks.keys() - set(DRAWN))
# These state nothing of the sources.
SILENT = [*DRAWN, "background"]


def convert(
    text: str, library: Library, uri: str = "page.md", kit: Kit = KIT
) -> tuple[str, Ledger]:
    """Convert a page as the build does; its findings are in the ledger."""
    source = parse_page(text, f"docs/{uri}")
    ledger = Ledger(library, kit, page_info(source, f"docs/{uri}", uri))
    md: Markdown = site_markdown(CONFIG, ledger)
    return md.convert(source.body), ledger


def tree(html: str) -> Element:
    """Read the HTML of a page, which has entities that XML knows nothing of."""
    return fromstring(f"<div>{re.sub('&(?!amp|lt|gt|quot)', '&amp;', html)}</div>")


def block(kind: str, yaml: str) -> str:
    return f"Before it.\n{{: .no-claim }}\n\n```{kind}\n{yaml}```\n"


def problems_of(kind: str, yaml: str, library: Library, kit: Kit = KIT) -> list[str]:
    """Return what is wrong with a block whose YAML starts on line 5 of its page."""
    html, ledger = convert(block(kind, yaml), library, kit=kit)
    # The blocks `event` and `ways` are filled by their page, which has no event here.
    found = [p for p in ledger.page_problems["page.md"] if p.code != "front-matter"]
    # Whatever is wrong with a block is shown in its place on the page.
    for problem in found:
        if problem.code in ("block", "yaml"):
            assert html.count(f'<span class="problem__place">{problem.place}</span>') == sum(
                other.place == problem.place for other in found
            )
            assert html.index("Before it.") < html.index(str(problem.place))
    return [str(problem) for problem in found]


def test_each_kind_goes_by_its_own_name() -> None:
    assert all(name == kind.name for name, kind in KIT.blocks.items())


# Those of this site's subject are drawn from its own data: see tests/explainer.
@pytest.mark.parametrize("kind", BLOCKS)
def test_the_example_of_a_kind(kind: str, library: Library, golden: Golden) -> None:
    html, ledger = convert(block(kind, KIT.blocks[kind].example), library, "folder/page.md")
    # A block `event` is filled by its page, which has no event here, and says so; and a page with
    # nothing but a map has nothing to check.
    ignored = ("front-matter", *(["nothing"] if kind in SILENT else []))
    assert [str(found) for found in ledger.findings if found.code not in ignored] == []
    verdicts = {entry.verdict for entry in ledger.entries}
    assert verdicts == (set() if kind in SILENT else {Verdict.BORNE_OUT})
    # Every citation of the example is one of a statement.
    cited = KIT.blocks[kind].example.count("@")
    read = sum(len(entry.statement.citations) for entry in ledger.entries)
    assert read == cited
    golden(html + "\n", f"blocks/{kind}.html")
    tree(html)


@pytest.mark.parametrize("kind", KIT.blocks)
def test_the_example_says_what_it_is_for(kind: str) -> None:
    assert KIT.blocks[kind].purpose.endswith(".")


@pytest.mark.parametrize("kind", ["coverage", "differs", "passage", "positions", "ways"])
def test_a_block_of_a_source_that_does_not_load_waits_for_it(kind: str, broken: Library) -> None:
    yaml = KIT.blocks[kind].example.replace("harbour-post-2015", "osten-2019")
    html, ledger = convert(block(kind, yaml), broken)
    found = [problem for problem in ledger.findings if problem.code == "block"]
    assert found
    for problem in found:
        assert problem.message == "the source 'osten-2019' must load before this can be checked"
        assert problem.outcome is Outcome.CANNOT_BE_CHECKED
        assert "osten-2019" in yaml.split("\n")[problem.place.line - 5]
    assert html.count("must load before this can be checked") == len(found)


def test_the_guide_and_the_page_of_the_site_show_what_is_right(library: Library) -> None:
    """The event of the reference with the examples of all blocks that people write, as a page."""
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    kinds = ["coverage", "passage", "differs", "positions", "background", "summary"]
    assert set(kinds) == {kind for kind in WRITTEN if not KIT.blocks[kind].filled_from}
    assert all(f"`{kind}`" in guide for kind in kinds)
    blocks = "".join(f"```{kind}\n{KIT.blocks[kind].example}```\n" for kind in kinds[:4])
    event = render("example-event.yml.j2")
    shown = "```event\n```\n\n```ways\n```\n\n"
    _, ledger = convert(f"---\ntitle: A\n{event}---\n\n{shown}{blocks}", library)
    assert [str(found) for found in ledger.findings] == []
    assert len(ledger.entries) == 5 + 2 + 4 + 1 + 3 + 4


def test_reports_that_do_not_say_the_same_are_no_witnesses_of_one_thing(library: Library) -> None:
    def origins(yaml: str) -> list[str]:
        html, _ = convert(block("coverage", yaml), library)
        cells = tree(html).findall(".//td[@data-label='Together']")
        return ["".join(cell.itertext()).strip() for cell in cells]

    yaml = KIT.blocks["coverage"].example
    assert origins(yaml) == ["2 reports, 1 origin", "Meridian alone"]
    marked = yaml.replace("point: Length\n", "point: Length\n    differ: true\n")
    assert origins(marked) == ["They differ", "Meridian alone"]


def test_a_summary_is_copied_without_its_citations(library: Library) -> None:
    text = "They spoke [@osten-2019, para. 1], for 35 minutes [@osten-2019, para. 2]."
    html, _ = convert(block("summary", f"text: {text}\n"), library)
    button = tree(html).find(".//button")
    assert button is not None
    copied = button.get("data-clipboard-text", "")
    assert copied.startswith("They spoke, for 35 minutes. (From 3 news articles;")
    assert "16 May 2019" in copied


def test_a_summary_is_short(library: Library) -> None:
    many = " ".join(["word"] * 121)
    [problem] = problems_of("summary", f"text: {many} [@osten-2019, para. 1].\n", library)
    assert "at most 120 words" in problem
    assert "it has 121" in problem


def test_a_small_difference_is_folded_below_its_title(library: Library) -> None:
    yaml = f"title: Seized, or carried off\n{KIT.blocks['differs'].example}"
    html, ledger = convert(block("differs", yaml), library)
    assert [str(found) for found in ledger.findings] == []
    [folded] = tree(html).findall("details")
    assert folded.findtext("summary") == "Seized, or carried off"
    # It states as much as one that lies open.
    _, open_ledger = convert(block("differs", KIT.blocks["differs"].example), library)
    assert len(ledger.entries) == len(open_ledger.entries) == 3


def test_facts_from_outside_are_folded_below_one_that_leads(library: Library) -> None:
    fact = {"when": "1930", "fact": "A panel met. It failed.", "look-for": [{"name": "Minutes"}]}
    facts = tuple(OutsideFact.model_validate({**fact, "id": id_}) for id_ in ("panel", "later"))
    kit = replace(KIT, data=SiteData({BACKGROUND.path: BackgroundFile(facts=facts)}))
    html, _ = convert(block("background", "facts: [later, panel]\nlead: panel\n"), library, kit=kit)
    box = tree(html).find(".//*[@class='background__lead']")
    assert box is not None
    assert "".join(box.itertext()) == "1930: A panel met. It failed."
    [folded] = tree(html).iter("details")
    assert [one.get("id") for one in folded.iter("li")] == ["background-later", "background-panel"]
    # What it leads with is not told again; where to look it up is.
    [later, panel] = ["".join(one.itertext()) for one in folded.iter("li")]
    assert "A panel met." in later
    assert "A panel met." not in panel
    assert "Minutes" in panel
    # Alone it leads to the page of all facts, and has no id: it may stand again below.
    html, _ = convert(block("background", "facts: [panel]\nlead: panel\n"), library, kit=kit)
    assert list(tree(html).iter("details")) == list(tree(html).iter("li")) == []
    box = tree(html).find(".//*[@class='background__lead']")
    assert box is not None
    assert "".join(box.itertext()).startswith("1930: A panel met. More on this")
    [more] = tree(html).iter("a")
    assert more.get("href") == "background.md#background-panel"
    # Without a lead they lie open.
    html, _ = convert(block("background", "facts: [later, panel]\n"), library, kit=kit)
    assert list(tree(html).iter("details")) == []


def test_the_head_of_a_compared_event_says_whose_account_its_points_are(library: Library) -> None:
    absent = '      Organs: Not in this article [@osten-2019, no mention of "organ"].\n'
    html, ledger = convert(block("comparison", COMPARISON.example + absent), library)
    assert ledger.findings == []
    whose = "told by presidential office, in Osten News Agency"
    # Below the caption it is for a narrow screen, which has no heads.
    assert [told.text for told in tree(html).iter("small")] == [f"2019: {whose}", whose]
    texts = [entry.statement.text for entry in ledger.entries]
    # No paragraph must name who told; an article that lacks something was told nothing.
    assert texts[-1] == "Osten News Agency: Not in this article"
    labels = {cell.get("data-label") for cell in tree(html).iter("td")}
    assert labels == {"2019"}


def test_the_timeline_draws_what_is_outside_the_evidence_in_another_form(library: Library) -> None:
    fact = {"id": "panel", "fact": "It met.", "look-for": [{"name": "Minutes"}]}
    told = [
        OutsideFact.model_validate({**fact, "when": "1930", "label": "A panel met"}),
        OutsideFact.model_validate({**fact, "id": "earlier", "when": "1915", "label": "It formed"}),
        OutsideFact.model_validate({**fact, "when": "1931"}),
        OutsideFact.model_validate({**fact, "when": "1900", "label": "Too early"}),
    ]
    data = SiteData({BACKGROUND.path: BackgroundFile(facts=tuple(told))})
    text = block("timeline", TIMELINE.example)
    html, ledger = convert(text, library, kit=replace(KIT, data=data))
    assert [str(found) for found in ledger.findings] == []
    assert "A panel met" in html
    assert "Too early" not in html
    assert '<a href="background.md">outside the evidence</a>' in html
    # Its mark leads to it, in a box between the entries before and after it.
    [mark] = [link for link in tree(html).iter("a") if "A panel met" in "".join(link.itertext())]
    listed = tree(html).findall(".//ol[@class='timeline__list']/li")
    places = [one.get("class") for one in listed]
    assert places == ["timeline__entry", "timeline__outside"] * 2
    assert [one.get("id") for one in listed[-1].iter("li")][1:] == ["background-panel"]
    assert mark.get("href") == "#background-panel"
    # The evidence is counted without it.
    without, _ = convert(text, library)
    assert "outside the evidence" not in without
    # An entry without a date may be put after it.
    later = text.replace("  - shown: After", "  - after: 1920\n    shown: After")
    assert later != text
    html, _ = convert(later, library, kit=replace(KIT, data=data))
    listed = tree(html).findall(".//ol[@class='timeline__list']/li")
    assert [one.get("class") for one in listed].index("timeline__outside") == 0


# Every problem, at its place. The YAML starts on line 5.

HINT = "\n    hint: "
PLACE = "docs/page.md:"


def lines(*parts: str) -> str:
    return "".join(f"{part}\n" for part in parts)


@pytest.mark.parametrize("kind", WRITTEN)
def test_an_unknown_key(kind: str, library: Library) -> None:
    yaml = f"nonsense: 1\n{KIT.blocks[kind].example}"
    [problem] = problems_of(kind, yaml, library)
    said = f"{PLACE}5:1: block: the key 'nonsense' must be a known one{HINT}known keys: "
    assert problem.startswith(said)


@pytest.mark.parametrize("kind", WRITTEN)
@pytest.mark.parametrize("yaml", ["- a\n- list\n", "word\n", "5\n", "null\n", "# comment\n"])
def test_yaml_that_is_no_mapping(kind: str, yaml: str, library: Library) -> None:
    [problem] = problems_of(kind, yaml, library)
    said = "block: the YAML must be a mapping of keys to values"
    assert problem.startswith(f"{PLACE}5:1: {said}{HINT}copy the example of {kind}")


@pytest.mark.parametrize("kind", DRAWN)
def test_a_drawn_block_takes_no_lines(kind: str, library: Library) -> None:
    [problem] = problems_of(kind, "caption: A map\n", library)
    message = f"the block '{kind}' must be empty: the build draws it"
    assert problem == f"{PLACE}5:1: block: {message}{HINT}remove the lines"


def test_a_map_without_its_data(library: Library) -> None:
    [problem] = problems_of("map", "", library, replace(KIT, data=SiteData()))
    assert "the files that the block is drawn from must exist" in problem


def test_the_list_of_corrections(library: Library) -> None:
    wrong = {"date": "2026-12-01", "page": "people.md", "title": "People", "summary": "Was *x*."}
    change = Change.model_validate({**wrong, "kind": "correction"})
    data = SiteData({CHANGES.path: Changes((change,))})
    html, ledger = convert(
        block("corrections", ""), library, "folder/page.md", replace(KIT, data=data)
    )
    assert [found.code for found in ledger.findings] == ["nothing"]
    assert '<time datetime="2026-12-01">1 December 2026</time>' in html
    assert '<a href="../people.md">People</a>: Was *x*.' in html


@pytest.mark.parametrize("kind", sorted(set(WRITTEN) - {"event", "ways"}))
def test_a_block_of_nothing(kind: str, library: Library) -> None:
    [problem] = problems_of(kind, "", library)
    assert problem.startswith(f"{PLACE}5:1: block: ")
    assert ("the build fills it from " in problem) == bool(KIT.blocks[kind].filled_from)


def replaced(kind: str, changes: Sequence[tuple[str, str]]) -> str:
    yaml = KIT.blocks[kind].example
    for old, new in changes:
        assert old in yaml, old
        yaml = yaml.replace(old, new, 1)
    return yaml


@pytest.mark.parametrize(
    ("kind", "changes", "problems"),
    [
        # background
        (
            "background",
            [("sollin-1923", "solin-1923, ulm")],
            [
                "5:9: block: 'solin-1923' must be the id of a fact in docs/_data/background.yml\n"
                "    hint: did you mean 'sollin-1923'?",
                "5:21: block: 'ulm' must be the id of a fact",
            ],
        ),
        (
            "background",
            [("]\n", "]\nlead: ulm\n")],
            ["6:1: block: 'lead' must be one of 'facts', not 'ulm'"],
        ),
        # coverage
        (
            "coverage",
            [("caption", "capton")],
            [
                "5:1: block: the key 'capton' must be a known one\n    hint: did you mean 'caption'?",
            ],
        ),
        (
            "coverage",
            [("  - point: Length\n    reports", "  - pint: Length\n    reports")],
            [
                "7:5: block: the key 'points.0.pint' must be a known one\n"
                "    hint: did you mean 'point'?",
            ],
        ),
        (
            "coverage",
            [('      osten-2019: Not in this article [@osten-2019, no mention of "poll"].\n', "")],
            [
                "12:5: block: the point must have a cell for osten-2019, as the first one has\n"
                '    hint: osten-2019: Not in this article [@osten-2019, no mention of "a term"].'
            ],
        ),
        (
            "coverage",
            [("meridian-2019: 35", "meridan-2019: 35")],
            [
                "9:7: block: a column must be a source; there is no 'meridan-2019'\n"
                "    hint: did you mean 'meridian-2019'?",
                "12:5: block: the point must have a cell for meridan-2019, as the first one has",
                "13:7: block: the column 'meridian-2019' must be in the first point as well",
            ],
        ),
        (
            "coverage",
            [("meridian-2019: 58", "harbour-post-2015: Not [@harbour-post-2015, para. 1].\n      meridian-2019: 5")],
            ["13:7: block: the column 'harbour-post-2015' must be in the first point as well"],
        ),
        (
            "coverage",
            [("office said [@osten-2019", "office said [@meridian-2019")],
            [
                "10:7: block: the cell must cite osten-2019, and no other source\n"
                "    hint: [@osten-2019, para. 1]"
            ],
        ),
        (
            "coverage",
            [("office said [@osten-2019, para. 2]", "office said")],
            ["10:7: block: the cell must cite osten-2019, and no other source"],
        ),
        (
            "coverage",
            [("office said [@osten-2019, para. 2]", "office said [@osten-2019, p. 2]")],
            ["10:7: block: the cell must cite osten-2019: "],
        ),
        ("coverage", [("points:", "points: []\nrest:")], ["6:1: block: 'points' must have 1 or more items", "7:1: "]),
        (
            "coverage",
            [("Who reported what of the call of 16 May 2019", "")],
            ["5:1: block: 'caption' must be text\n    hint: found None"],
        ),
        # passage
        (
            "passage",
            [("I am patient", "I am patience")],
            [
                "6:1: block: 'from' must be words of the paragraph, verbatim\n"
                "    hint: the nearest there: “"
            ],
        ),
        (
            "passage",
            [("not resigned", "not designed")],
            ["7:1: block: 'to' must be words of the paragraph, verbatim\n    hint: the nearest"],
        ),
        (
            "passage",
            [("from: I am", "from: I mm"), ("not", "nut")],
            ["6:1: block: 'from' must be", "7:1: block: 'to' must be"],
        ),
        (
            "passage",
            [("I am patient", "not resigned"), ("to: not resigned", "to: I am")],
            ["7:1: block: 'to' must come after 'from' in the paragraph"],
        ),
        (
            "passage",
            [("from: I am patient", "from: Revnik told")],
            [
                "6:1: block: a passage must lie within one speech, or outside it\n"
                "    hint: it holds a quotation mark: begin or end at the mark"
            ],
        ),
        (
            "passage",
            [("para. 4", "para. 99")],
            ["5:1: block: 'cite' must name one paragraph that exists"],
        ),
        (
            "passage",
            [("para. 4", "paras. 3-4")],
            ["5:1: block: 'cite' must name one paragraph that exists"],
        ),
        (
            "passage",
            [("para. 4", 'no mention of \\"Kyiv\\"')],
            ["5:1: block: 'cite' must name one paragraph that exists"],
        ),
        (
            "passage",
            [("harbour-post-2015", "harbor-post-2015")],
            [
                "5:1: block: 'cite' must name one paragraph that exists\n"
                "    hint: did you mean 'harbour-post-2015'?"
            ],
        ),
        *(
            (
                "passage",
                [('"[@harbour-post-2015, para. 4]"', cite)],
                ["5:1: block: 'cite' must be one citation of one paragraph, in quotation marks"],
            )
            for cite in (
                '"[@harbour-post-2015, para. 4; @osten-2019, para. 2]"',
                '"[@harbour-post-2015, para. 4] [@osten-2019, para. 2]"',
                '"See [@harbour-post-2015, para. 4]"',
                '"@harbour-post-2015 [para. 4]"',
                '"[@harbour-post-2015, p. 4]"',
                "harbour-post-2015",
            )
        ),
        (
            "passage",
            [("cite:", "site:")],
            ["5:1: block: the key 'site' must be"],
        ),
        # differs
        (
            "differs",
            [("from: carried off", "from: seized by")],
            ["11:5: block: 'from' must be words of the paragraph, verbatim"],
        ),
        (
            "differs",
            [('  - cite: "[@harbour-post-2015, para. 3]"\n    from: carried off\n    to: Kestrian sailors\n    occasion: by Orlavia\'s account\n', "")],
            ["6:1: block: 'passages' must have 2 or more items\n    hint: found 1"],
        ),
        ("differs", [("settle", "setle")], ["14:1: block: the key 'setle'"]),
        # event
        ("event", [("2019-05-16", "2019-05-32")], ["11:5: block: 'event.dates.is': day is out of"]),
        ("event", [("is: call", "is: chat")], ["8:5: block: 'event.kind.is' must be one of"]),
        # comparison
        ("comparison", [("2019-05-16", "5/16")], ["10:7: block: 'events.0.event.dates.is': must be"]),
        # timeline
        ("timeline", [("1923", "1923-13")], ["11:5: block: 'entries.1.when': month must be in"]),
        (
            "timeline",
            [("  - shown: After the Strait War\n    stated", "  - stated")],
            ["9:5: block: 'entries.0': must have 'when', 'shown' or both"],
        ),
        ("timeline", [("from: 1911", "from: soon")], ["6:5: block: 'eras.0.from': must be YYYY"]),
        (
            "timeline",
            [("entries:", "  - from: 1900\n    title: Before\nentries:")],
            ["8:5: block: 'eras' must be in order: 1900 must be later than 1911"],
        ),
        (
            "timeline",
            [("label: Treaty of Sollin", "label: Treaty of Ilvany")],
            ["12:5: block: 'label' must be words of 'stated', in their order: “Treaty of Ilvany”"],
        ),
        (
            "timeline",
            [("War\n    stated", "War\n    label: the bell\n    stated")],
            ["10:5: block: 'label' must stand with 'when': without a date it is not in the picture"],
        ),
        (
            "timeline",
            [("label: Treaty of Sollin", f"label: {'Treaty of Sollin ' * 3}")],
            ["12:5: block: 'entries.1.label': string should have at most 40 characters"],
        ),
        (
            "timeline",
            [("entries:", "enlarged: 1924/1930\nentries:")],
            [
                "8:1: block: 'enlarged' must hold a date of the timeline, which 1924/1930 does not"
            ],
        ),
        # ways
        (
            "ways",
            [("by: [presidential office", "by: [press office")],
            [
                "8:12: block: 'stated' must say each step of the way before the outlet: “press office”"
            ],
        ),
        (
            "ways",
            [("lawmakers, Meridian]", "lawmakers, Osten News Agency]")],
            [
                "10:32: block: a way must end at the outlet of the source that it cites, not "
                "“Osten News Agency”\n    hint: the outlet of meridian-2019 is Meridian"
            ],
        ),
        (
            "ways",
            [("[@osten-2019, para. 1]", '[@osten-2019, no mention of "poll"]')],
            [
                "9:7: block: a way must cite paragraphs of one source, whose outlet is its end\n"
                "    hint: [@osten-2019, para. 2]"
            ],
        ),
        (
            "ways",
            [("[@osten-2019, para. 1]", "[@osten-2019, para. 1; @meridian-2019, para. 1]")],
            ["9:7: block: a way must cite paragraphs of one source, whose outlet is its end"],
        ),
        (
            "ways",
            [("@meridian-2019", "@meridan-2019")],
            [
                "11:7: block: a way must end at the outlet of a source; there is no 'meridan-2019'\n"
                "    hint: did you mean 'meridian-2019'?"
            ],
        ),
        (
            "ways",
            [("[Ulvholt, lawmakers, Meridian]", "[Meridian]")],
            ["10:7: block: 'event.ways.1.by' must have 2 or more items"],
        ),
        (
            "ways",
            [("[Ulvholt, lawmakers, Meridian]", "[Ulvholt, lawmakers, ownership, progress, Meridian]")],
            ["10:7: block: 'event.ways.1.by': "],
        ),
        # positions
        (
            "positions",
            [("      Orlavia: Kestrian", "      Sollin: Kestrian")],
            ["12:5: block: the sides must be those of the first point: Kestria and Orlavia"],
        ),
        (
            "positions",
            [("      Orlavia: Kestrian sailors carried it off [@harbour-post-2015, para. 3].\n", "")],
            ["12:5: block: 'points.1.sides' must have 2 or more items"],
        ),
        (
            "positions",
            [("      Kestria: It", "      Sollin: It is so [@osten-2019, para. 6].\n      Kestria: It")],
            ["8:5: block: 'points.0.sides': "],
        ),
        (
            "positions",
            [("point: Its name", "pont: Its name")],
            ["7:5: block: the key 'points.0.pont' must be a known one\n    hint: did you mean 'point'?"],
        ),
    ],
)  # fmt: skip
def test_each_problem_is_said_at_its_place(
    kind: str, changes: list[tuple[str, str]], problems: list[str], library: Library
) -> None:
    found = problems_of(kind, replaced(kind, changes), library)
    assert len(found) == len(problems), found
    for problem, said in zip(sorted(found), sorted(problems), strict=True):
        assert problem.startswith(f"{PLACE}{said}")


def test_points_that_only_some_events_have(library: Library) -> None:
    [_, *other] = COMPARISON.example.replace("The Treaty of Sollin", "Something else").splitlines()
    other = [line.replace("verelin-ulvholt-2019", "other") for line in other]
    hint = "\n    hint: where no report has it, state the absence with the terms searched for"
    assert problems_of("comparison", COMPARISON.example + lines(*other), library) == [
        f"{PLACE}15:5: block: 'points' must have 'Something else', as the event of "
        f"talks/other.md has{hint}",
        f"{PLACE}26:5: block: 'points' must have 'The Treaty of Sollin', as the event of "
        f"talks/verelin-ulvholt-2019.md has{hint}",
    ]


# What the examples do not show.


def test_a_cell_stands_under_its_own_report_in_whatever_order(library: Library) -> None:
    poll = "      meridian-2019: 58 percent opposed the return [@meridian-2019, para. 10].\n"
    yaml = COVERAGE.example.replace(poll, "") + poll
    html, ledger = convert(block("coverage", yaml), library)
    assert ledger.findings == []
    row = tree(html).findall(".//tbody/tr")[1]
    texts = ["".join(cell.itertext()) for cell in row.findall("td")]
    assert "58 percent" in texts[0]
    assert "Not in this article" in texts[1]
    assert [cell.get("data-label") for cell in row.findall("td")[:2]] == [
        "Meridian",
        "Osten News Agency",
    ]


def test_origins_are_counted_of_the_reports_that_have_the_point(library: Library) -> None:
    yaml = lines(
        "caption: What Osten and The Meridian have",
        "points:",
        "  - point: The call",
        "    reports:",
        "      osten-2019: It lasted 35 minutes [@osten-2019, para. 2].",
        "      meridian-2019: It lasted 35 minutes [@meridian-2019, para. 3].",
        "  - point: Organs",
        "    reports:",
        '      osten-2019: Not in this article [@osten-2019, no mention of "organ"].',
        '      meridian-2019: Not in this article [@meridian-2019, no mention of "organ"].',
    )
    html, _ = convert(block("coverage", yaml), library)
    counts = tree(html).findall(".//td[@data-label='Together']")
    # The Meridian's paragraphs follow Osten's: the two are one witness.
    assert ["".join(count.itertext()).strip() for count in counts] == [
        "2 reports, 1 origin",
        "none",
    ]


def test_a_statement_of_a_cell_has_the_outlet_over_it(library: Library) -> None:
    _, ledger = convert(block("coverage", COVERAGE.example), library)
    texts = [entry.statement.text for entry in ledger.entries]
    assert texts[0] == "Meridian: 35 minutes"
    assert texts[3] == "Osten News Agency: Not in this article"


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        (["from: Revnik told"], "“Revnik told”Harbour Post"),
        (["from: Revnik told", "occasion: in 2015"], "“Revnik told”Harbour Post, in 2015"),
        (
            ["from: I am patient", "speaker: Revnik"],
            "“I am patient”Revnik said, in Harbour Post",
        ),
        (
            ["from: I am patient", "speaker: Revnik", "occasion: in 2015", "to: resigned"],
            "“I am patient, but I am not resigned”Revnik said, in 2015, in Harbour Post",
        ),
    ],
)
def test_the_words_of_a_passage_and_who_said_them(
    keys: list[str], shown: str, library: Library
) -> None:
    yaml = lines('cite: "[@harbour-post-2015, para. 4]"', *keys)
    html, ledger = convert(block("passage", yaml), library)
    assert ledger.page_problems["page.md"] == []
    quote = tree(html).find(".//blockquote/p")
    assert quote is not None
    parts = [quote[0].text or "", (quote[1].text or "").strip()]
    assert "".join(parts) == shown


@pytest.mark.parametrize("keys", [["from: I am patient"], ["from: Revnik told", "speaker: Revnik"]])
def test_a_speaker_goes_with_quotation_marks_in_the_source(
    keys: list[str], library: Library
) -> None:
    [problem] = problems_of(
        "passage", lines('cite: "[@harbour-post-2015, para. 4]"', *keys), library
    )
    assert "'speaker' must be given where the words are in quotation marks" in problem


def test_a_passage_is_not_given_to_another_person(library: Library) -> None:
    yaml = PASSAGE.example.replace("Danica Revnik", "Anders Holmvik")
    _, ledger = convert(block("passage", yaml), library)
    assert "party" in [problem.code for problem in ledger.findings]


@pytest.mark.parametrize("attribute", [".label", 'data-context="Osten reported: "'])
def test_a_page_cannot_give_itself_what_blocks_have(attribute: str, library: Library) -> None:
    text = "It lasted 35 minutes [@osten-2019, para. 2].\n\nIt was long."
    plain, given = (
        convert(f"{text}\n{end}", library)[1].findings for end in ("", f"{{: {attribute} }}\n")
    )
    assert [found.code for found in given if found.code != "markup"] == [p.code for p in plain]
    assert plain
    assert "markup" in [found.code for found in given]


def test_an_entry_before_every_era(library: Library) -> None:
    [problem] = problems_of("timeline", TIMELINE.example.replace("1911", "1960"), library)
    assert "block: 1923 must be in an era: the first one starts in 1960" in problem


def test_two_terms_with_one_address(library: Library) -> None:
    yaml = KIT.blocks["glossary"].example.replace("term: record", "term: the-tenor")
    problems = problems_of("glossary", yaml, library)
    assert len(problems) == 2
    assert all("two terms cannot share an address" in problem for problem in problems)


def test_a_label_is_short(library: Library) -> None:
    long = "point: Kestria bought the bell in 1912 and so on and on"
    [problem] = problems_of("coverage", COVERAGE.example.replace("point: Length", long), library)
    assert "must be a label of at most 9 words" in problem


def test_the_timeline_is_in_order_with_the_events_in_their_place(library: Library) -> None:
    yaml = TIMELINE.example + lines(
        "  - when: 1911",
        "    stated: Sailors seized it, Osten writes [@osten-2019, para. 6].",
        "  - when: 2021",
        "    stated: Sailors seized it, Osten writes [@osten-2019, para. 6].",
        "events:",
        "  - page: talks/a.md",
        "    event:",
        "      name: A call",
        "      summary: Verelin and Ulvholt spoke, Osten reported [@osten-2019, para. 1].",
        "      dates:",
        "        is: 2019-05-16",
        "        stated: Thursday, 16 May 2019, Osten reported [@osten-2019, para. 1].",
    )
    html, ledger = convert(block("timeline", yaml), library, "folder/page.md")
    root = tree(html)
    shown = [
        "".join(e.itertext()).strip() for e in root.iter() if "timeline__when" in e.get("class", "")
    ]
    # Without `when`, an entry keeps its place behind the one before it: here it is the first. An
    # event has its cited date alone.
    told = "Thursday, 16 May 2019, Osten reported."
    assert shown == ["After the Strait War", "1911", "1923", told, "2021"]
    assert [time.get("datetime") for time in root.iter("time")] == ["1911", "1923", "2021"]
    assert "".join(root.itertext()).count("16 May 2019, Osten") == 1
    [link] = root.findall(".//p[@class='timeline__more label']/a")
    assert (link.get("href"), link.text) == ("../talks/a.md", "A call")
    texts = [entry.statement.text for entry in ledger.entries]
    assert texts[1] == "1911: Sailors seized it, Osten writes"


def test_an_event_without_a_place_has_no_such_row(library: Library) -> None:
    html, _ = convert(block("event", EVENT.example), library)
    labels = [th.text for th in tree(html).findall(".//tbody/tr/th")]
    assert labels == ["Date", "Kind", "Length", "Participants", "Who gave the account"]


def test_one_outlet_of_all_facts_is_whose_account_they_are(library: Library) -> None:
    """Its name stands above them: no fact repeats it. Of two outlets each fact names its own."""
    one = EVENT.example.replace(", Osten reported", "")
    one = one.replace(
        "The Meridian reported [@meridian-2019, para. 3]", "it said [@osten-2019, para. 2]"
    )
    html, ledger = convert(block("event", one), library)
    assert "the facts, from Osten News Agency</caption>" in html
    assert [found for found in ledger.findings if found.code == "attribution"] == []
    two = one.replace(
        "it said [@osten-2019, para. 2]", "The Meridian reported [@meridian-2019, para. 3]"
    )
    html, ledger = convert(block("event", two), library)
    assert "the facts, from Osten News Agency and Meridian</caption>" in html
    assert [found for found in ledger.findings if found.code == "attribution"] != []


def test_a_table_with_a_title_is_folded_below_it(library: Library) -> None:
    html, ledger = convert(block("coverage", f"title: All points\n{COVERAGE.example}"), library)
    assert ledger.findings == []
    [folded] = [it for it in tree(html).iter("details") if it.findtext("summary") == "All points"]
    assert folded.find("table") is not None


# Pictures.


def test_a_picture_says_nothing_that_markdown_or_the_checks_would_read(library: Library) -> None:
    yaml = TIMELINE.example.replace("Treaty of Sollin\n", '"*Treaty* of Sollin"\n', 1)
    yaml = yaml.replace("The Treaty of", "The *Treaty* of")
    html, ledger = convert(block("timeline", yaml), library)
    assert ledger.findings == []
    # Its words stay as they are; those of the statement are Markdown, and are read.
    assert ">*Treaty* of Sollin</tspan>" in html
    assert len(ledger.entries) == 2


def test_each_mark_of_the_picture_leads_to_its_entry(library: Library) -> None:
    sollin = "    stated: The Treaty of Sollin was made, by The Harbour Post's account [@harbour-post-2015, para. 6].\n"
    yaml = f"enlarged: 1920/1929\n{TIMELINE.example}  - when: 1923\n{sollin}  - when: 1911/1912\n{sollin}"
    html, _ = convert(block("timeline", yaml), library)
    root = tree(html)
    links = [link.get("href") for link in root.iter("a") if "year-scale" in link.get("class", "")]
    assert links == ["#when-1911-1912", "#when-1923", "#when-1923_2"]
    ids = [entry.get("id") for entry in root.iter("li") if entry.get("id", "").startswith("when")]
    assert sorted(f"#{id_}" for id_ in ids) == sorted(links)


@pytest.mark.parametrize("kind", ["timeline", "ways", "positions"])
def test_two_blocks_of_a_kind_have_no_id_in_common(kind: str, library: Library) -> None:
    text = f"```{kind}\n{KIT.blocks[kind].example}```\n"
    html, _ = convert(f"{text}\n{text}", library)
    ids = re.findall(r'(?<![\w-])id="([^"]*)"', html)
    assert len(ids) == len(set(ids)) > 0


def test_a_timeline_of_dates_in_words_has_no_picture(library: Library) -> None:
    yaml = TIMELINE.example.replace("when: 1923\n    label: Treaty of Sollin", "shown: Later")
    html, _ = convert(block("timeline", yaml), library)
    assert "<svg" not in html


WAYS = KIT.blocks["ways"]


def test_ways_to_one_outlet_stand_together_in_picture_and_list(library: Library) -> None:
    more = lines(
        "    - by: [Verelin, reporters, Osten News Agency]",
        "      stated: The people of Ilvany will not wait for another century, Verelin told reporters, in Osten's report [@osten-2019, para. 3].",
    )
    html, ledger = convert(block("ways", WAYS.example + more), library)
    assert [str(found) for found in ledger.findings if found.code != "front-matter"] == []
    items = tree(html).findall(".//ol[@class='ways__words']/li")
    assert ["presidential" in (items[0].text or ""), "Verelin" in (items[1].text or "")] == [
        True,
        True,
    ]
    [svg] = tree(html).iter("svg")
    assert svg.get("role") == "img"
    assert (
        "Way 2: Verelin, then reporters, then Osten News Agency. "
        "Way 3: Ulvholt, then lawmakers, then Meridian. "
        "Meridian follows Osten News Agency."
    ) in (svg.get("aria-label") or "")


POSITIONS = KIT.blocks["positions"]


def test_the_outlets_of_a_position_are_those_it_cites(library: Library) -> None:
    yaml = POSITIONS.example.replace(
        "The town council sold it [@harbour-post-2015, para. 3]",
        'Not in this Harbour Post article [@harbour-post-2015, no mention of "poll"]',
    )
    html, ledger = convert(block("positions", yaml), library, "folder/page.md")
    assert ledger.findings == []
    carried = [[link.text for link in cell.findall("div[2]/a")] for cell in tree(html).iter("td")]
    assert carried == [
        ["Harbour Post", "Osten News Agency"],
        ["Harbour Post", "Meridian"],
        [],
        ["Harbour Post"],
    ]
    texts = [entry.statement.text for entry in ledger.entries]
    assert texts[0].startswith("Kestria (Harbour Post, Osten News Agency): It is known")
    assert texts[2] == "Kestria: Not in this Harbour Post article"


def test_a_position_stands_under_its_own_side_in_whatever_order(library: Library) -> None:
    [*rest, kestria, orlavia] = POSITIONS.example.splitlines()
    html, _ = convert(block("positions", lines(*rest, orlavia, kestria)), library)
    cells = list(tree(html).iter("td"))
    assert [cell.get("data-label") for cell in cells] == ["Kestria", "Orlavia"] * 2
    assert "council sold" in "".join(cells[2].itertext())


def test_an_outlet_that_follows_another_of_the_position_says_so(library: Library) -> None:
    meridian = "@harbour-post-2015, para. 3; @meridian-2019, para. 6"
    yaml = POSITIONS.example.replace(meridian, "@osten-2019, para. 6; @meridian-2019, para. 6")
    yaml = yaml.replace("Ilva's Bell [", "Ilva's Bell by Osten, Orlavia's state news agency [")
    html, ledger = convert(block("positions", yaml), library)
    assert ledger.findings == []
    [cell] = [c for c in tree(html).iter("td") if "called Saint" in "".join(c.itertext())]
    names = [link.text for link in cell.findall("div[2]/a")]
    assert names == ["Osten News Agency", "Meridian, after Osten News Agency"]


def test_a_position_without_a_citation_is_found(library: Library) -> None:
    yaml = POSITIONS.example.replace("sold it [@harbour-post-2015, para. 3]", "sold it")
    [problem] = problems_of("positions", yaml, library)
    assert ": uncited: " in problem
