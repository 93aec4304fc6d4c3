"""Ways to put out what no source bears out, each found once and closed; none may open again.

An honest form of the same text stands in the examples and cases of the checks.
"""
# ruff: noqa: E501 - the cases are a table, and characters that look alike are their subject

import pytest
from project import CONFIG, KIT

from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.pages.front_matter import parse_page
from build_tools.sources.library import Library

MERIDIAN = "The Meridian reported [@meridian-2019, para. 2]"
OSTEN = "Osten reported [@osten-2019, para. 2]"
POST = "The Harbour Post reported"
HOLES = [
    # Absences of other things than were searched for, or by searches that can find nothing.
    ("absence", 'Sollin is not in this Osten article [@osten-2019, no mention of "Sollin:"].'),
    ("name", 'Sollin is not in this Osten article [@osten-2019, no mention of "Sollinese"].'),
    ("absence", 'The tolls are not in this Osten article [@osten-2019, no mention of "kangaroo"].'),
    ("absence", 'Museums are not in this Osten article [@osten-2019, no mention of "museums"].'),
    ("absence", 'A poll is not in this Osten article [@osten-2019, no mention of "*poll*"].'),
    ("absence", 'A poll is not in this Osten article [@osten-2019, no mention of "pоll"].'),
    ("absence", 'Osten wrote of a kangaroo [@osten-2019, no mention of "kangaroo"].'),
    (
        "absence",
        'Verelin kept the bell, not told, Osten wrote [@osten-2019, para. 3, no mention of "kangaroo"].',
    ),
    (
        "quotation",
        'It did not say "we declare war", Osten wrote [@osten-2019, no mention of "kangaroo"].',
    ),
    # Quotations in marks of every shape, split, or cut where it turns them.
    *[
        ("quotation", f"Ulvholt told lawmakers {words}, {MERIDIAN}.")
        for words in (
            "«I called to give it away»",
            '“I called to give it away"',
            "„I called to give it away“",
            "＂I called to give it away＂",
            "″I called to give it away″",
            "'I called to give it away'",
            "‘I called to give it away’",
            "``I called to give it away''",
        )
    ],
    (
        "quotation",
        f'Ulvholt told them "there, {MERIDIAN}, will be", in its words [@meridian-2019, para. 2].',
    ),
    ("quotation", f'Ulvholt told them: "I called to […] give away what is behind it", {MERIDIAN}.'),
    # Quoted words without what denies them, or as done though they are ahead.
    ("quotation", f'Revnik was "resigned", {POST} [@harbour-post-2015, para. 4].'),
    ("quotation", f'The bell was "for sale", Holmvik said, {POST} [@harbour-post-2015, para. 5].'),
    (
        "quotation",
        'Orlavia has made the "pay 40 million crowns", Osten reported [@osten-2019, para. 9].',
    ),
    (
        "markup",
        "> I will hand back the bell, Ulvholt told Verelin, Osten reported [@osten-2019, para. 6].",
    ),
    # What readers see is not what is checked.
    ("markup", f"There has *not*{{: hidden }} been progress, {MERIDIAN}."),
    ("markup", f'There has *not*{{: style="display:none" }} been progress, {MERIDIAN}.'),
    ("markup", f"There has *not*{{: .md-hidden }} been progress, {MERIDIAN}."),
    ("markup", f"There has <del>not</del> been progress, {MERIDIAN}."),
    ("markup", f"There has not<br>been progress, {MERIDIAN}."),
    ("markup", "<div>&#86;&#101;&#114;&#101;&#108;&#105;&#110;</div>"),
    ("markup", "<div>&Verelin; &surrendered;</div>"),
    ("markup", "<div>\n< Ulvholt handed back all bells in 2022 >\n</div>"),
    ("markup", "<!-->Ulvholt handed back all bells in 2022.<!-- -->"),
    ("markup", '<div class="highlight">\nUlvholt\thanded back all bells in 2022.\n</div>'),
    ("markup", '<input value="Ulvholt handed back all bells in 2022.">'),
    ("markup", '[A link](index.md "Ulvholt handed back all bells.")\n{: .no-claim }'),
    ("markup", f"The call lasted se&shy;venty minutes, {OSTEN}."),
    ("markup", f"The call lasted \u202eseventy minutes, {OSTEN}."),
    ("markup", "###### Ulvholt surrendered {: #note-1 }"),
    # Text that goes without a citation.
    ("uncited", "Ulvholt handed back all bells in 2022.\n{: .admonition-title }"),
    ("uncited", "Ulvholt handed back all bells in 2022.\n{: .tabbed-set }"),
    ("uncited", "    Ulvholt handed back all bells in 2022."),
    ("uncited", '```text title="Ulvholt handed back all bells in 2022"\nx\n```'),
    ("markup", "Ulvholt handed back all bells in 2022. She wept.\n---"),
    (
        "markup",
        "| Ulvholt handed back all bells to Orlavia in the year 2022 | b |\n| --- | --- |\n| c | d |",
    ),
    ("markup", "Ulvholt handed back all bells to Orlavia in the year 2022\n:   A term."),
    (
        "uncited",
        f"| a | b |\n| --- | --- |\n| Ulvholt&nbsp;handed&nbsp;back&nbsp;all&nbsp;bells&nbsp;in&nbsp;2022&nbsp;and&nbsp;wept&nbsp;long | 35 minutes, {OSTEN}. |",
    ),
    ("affix", "It lasted 35 minutes, Osten reported [Ulvholt wept, @osten-2019, para. 2]."),
    ("affix", "It lasted 35 minutes, Osten reported [@osten-2019, para. 2, and Ulvholt wept]."),
    ("uncited", "Osten wrote so. @osten-2019 [para. 2] gives 35 minutes. It wrote more."),
    # Names where any word has a capital, in compounds and in other scripts. A word that opens a
    # sentence is no name for certain, and has to be accounted for like any other.
    ("stand-in", "Macron agreed to step up talks, Osten reported [@osten-2019, para. 1]."),
    ("stand-in", "Osten reported: Biden agreed to step up talks [@osten-2019, para. 1]."),
    ("name", "They agreed to Orlavia-Brazil talks, Osten reported [@osten-2019, para. 1]."),
    ("name", "Osten reported that Ōba agreed to step up talks [@osten-2019, para. 1]."),
    ("name", "Osten reported that Мacron agreed to step up talks [@osten-2019, para. 1]."),
    ("name", "They agreed to talks, Osten reported, 鐘は返還された [@osten-2019, para. 1]."),
    # Numbers in every form.
    *[
        ("number", f"The call lasted {words}, {OSTEN}.")
        for words in (
            "35-300 minutes",
            "26min",
            "thirty¾ minutes",
            "③ minutes",
            "dozens of hours",
            "half a day",
            "a third of a day",
            "until June",
            "since the seventies",
            "since the '90s",
            "for the 5th time",
            "for the seventh time",
            "from a friday on",
        )
    ],
    ("number", "Sailors seized it in 1911-1999, Osten reported [@osten-2019, para. 6]."),
    (
        "number",
        f"Three of the three bells are to be returned, {POST} [@harbour-post-2015, para. 6].",
    ),
    # Whose words, whose deed and whose account.
    ("party", f"Verelin told lawmakers that there had been no progress, {MERIDIAN}."),
    ("party", "Orlavian sailors seized the bell, Osten reported [@osten-2019, para. 6]."),
    (
        "party",
        "Ulvholt congratulated Verelin on taking office, Osten reported [@osten-2019, para. 4].",
    ),
    ("party", f"Kestria calls it Saint Ilva's Bell, {POST} [@harbour-post-2015, para. 3]."),
    ("party", f"Ulvholt told lawmakers in Halmond of no progress, {MERIDIAN}."),
    (
        "attribution",
        "The call lasted about 35 minutes, by the losing side's account [@osten-2019, para. 2].",
    ),
    ("attribution", "There has been no progress on ownership [@meridian-2019, para. 2]."),
    # What stands in two places put into one clause.
    (
        "together",
        "Osten put the talks at 90 minutes, the Harbour Post put its own at 35 [@osten-2019, para. 2; @harbour-post-2015, para. 2].",
    ),
    # Words next to each other out of another paragraph; what stands in commas, of another; a time.
    (
        "together",
        f"The panel of six historians is expected to start work in the cathedral of Ilvany, {POST} [@harbour-post-2015, paras. 3, 9].",
    ),
    (
        "together",
        f"Revnik, who was prepared to consider a loan, told reporters that she was patient, {POST} [@harbour-post-2015, paras. 4-5].",
    ),
    (
        "together",
        f"The bell has hung in the museum since the treaty lapsed, {POST} [@harbour-post-2015, paras. 2, 7].",
    ),
    # What one country holds, as if it were so.
    ("attribution", f"The treaty lapsed in 1951, {POST} [@harbour-post-2015, para. 7]."),
    # More than the source says: turned, widened, or done before its time.
    ("degree", f"There has been progress on ownership, {MERIDIAN}."),
    ("degree", f"The dispute has improved relations, {POST} [@harbour-post-2015, para. 8]."),
    (
        "stand-in",
        f"All bells removed from Ilvany are to be returned, {POST} [@harbour-post-2015, para. 6].",
    ),
    ("degree", f"The dispute has prevented trade, {POST} [@harbour-post-2015, para. 8]."),
    ("degree", f"The ministers settled a quarrel, {POST} [@harbour-post-2015, para. 1]."),
    ("degree", "Verelin visited Ilvany, Osten reported [@osten-2019, para. 4]."),
    # Bounds and reckoned numbers that are wrong; wishes and ends denied or affirmed wrongly.
    ("number", "The call lasted more than 35 minutes, Osten reported [@osten-2019, para. 2]."),
    ("number", "The call lasted less than ten minutes, Osten reported [@osten-2019, para. 2]."),
    ("number", f"Half of the six bells are to be returned, {POST} [@harbour-post-2015, para. 6]."),
    (
        "number",
        f"The treaty was made 80 years before 2015, {POST} [@harbour-post-2015, para. 6].",
    ),
    (
        "degree",
        f"Holmvik does not want to consider a loan, he said, {POST} [@harbour-post-2015, para. 5].",
    ),
    ("degree", f"Holmvik and Revnik had never met, {POST} [@harbour-post-2015, para. 2]."),
    ("degree", "Kestria gave up what it claims, Osten reported [@osten-2019, para. 6]."),
    # Words that stand for nothing in the source.
    ("stand-in", "The bell was stolen in the night, Osten reported [@osten-2019, para. 6]."),
    ("stand-in", "Verelin wept with joy, Osten reported [@osten-2019, para. 4]."),
]


def codes(text: str, library: Library) -> set[str]:
    """Return the codes of all that is found on a page of this text."""
    source = parse_page(f"---\ntitle: A page\n---\n\n{text}\n", "docs/page.md")
    ledger = Ledger(library, KIT, page_info(source, "docs/page.md", "page.md"))
    site_markdown(CONFIG, ledger).convert(source.body)
    return {problem.code for problem in ledger.problems}


@pytest.mark.parametrize(("code", "text"), HOLES, ids=[text[:60] for _, text in HOLES])
def test_it_is_found(code: str, text: str, library: Library) -> None:
    assert code in codes(text, library)


def test_two_narrative_citations_in_a_row_bear_a_sentence_each(library: Library) -> None:
    osten, post = (
        "@osten-2019 [para. 2] gives {} minutes.",
        "@harbour-post-2015 [para. 2] gives {} minutes.",
    )
    assert codes(f"{osten} {post}".format(35, 90), library) == set()
    assert codes(f"{osten} {post}".format(35, 35), library) == {"number"}
