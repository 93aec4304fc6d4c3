"""Ways to put out what no source bears out, each found once and closed; none may open again.

An honest form of the same text stands in the examples and cases of the checks.
"""
# ruff: noqa: E501 - the cases are a table, and signs that look alike are their subject

import pytest
from project import KIT, ROOT

from build_tools.files.site_config import load_site_config
from build_tools.ledger import Ledger
from build_tools.manuscript.read import page_info, site_markdown
from build_tools.pages.front_matter import parse_page
from build_tools.sources.library import Library

NIKKEI = "Nikkei Asia reported [@nikkei-2020, para. 3]"
HOLES = [
    # Absences of other things than were searched for, or by searches that can find nothing.
    ("absence", 'North Korea is not in this Kyodo article [@kyodo-2021, no mention of "Putin:"].'),
    (
        "name",
        'North Korea is not in this Kyodo article [@kyodo-2021, no mention of "North Korean"].',
    ),
    ("absence", 'The war is not in this Kyodo article [@kyodo-2021, no mention of "kangaroo"].'),
    (
        "absence",
        'Abductions are not in this Kyodo article [@kyodo-2021, no mention of "abductions"].',
    ),
    ("absence", 'Vaccines are not in this Kyodo article [@kyodo-2021, no mention of "*vaccine*"].'),
    ("absence", 'Vaccines are not in this Kyodo article [@kyodo-2021, no mention of "vaссine"].'),
    ("absence", 'Kyodo wrote of a kangaroo [@kyodo-2021, no mention of "kangaroo"].'),
    (
        "absence",
        'Abe kept the team, not told, Nikkei Asia wrote [@nikkei-2020, para. 14, no mention of "kangaroo"].',
    ),
    (
        "quotation",
        'It did not say "we declare war", Kyodo wrote [@kyodo-2021, no mention of "kangaroo"].',
    ),
    # Quotations in marks of every shape, split, or cut where it turns them.
    *[
        ("quotation", f"Suga told Putin {words}, {NIKKEI}.")
        for words in (
            "«I intend to hand over my telephone»",
            '“I intend to hand over my telephone"',
            "„I intend to hand over my telephone“",
            "＂I intend to hand over my telephone＂",
            "″I intend to hand over my telephone″",
            "'I intend to hand over my telephone'",
            "‘I intend to hand over my telephone’",
            "``I intend to hand over my telephone''",
        )
    ],
    (
        "quotation",
        f'Suga told Putin "I intend, {NIKKEI}, to drop it", in its words [@nikkei-2020, para. 3].',
    ),
    ("quotation", f'Suga told Putin: "I intend to […] postpone it", {NIKKEI}.'),
    (
        "markup",
        "> I will hand back Shikotan, Putin told Kishida, Kyodo reported [@kyodo-2021, para. 6].",
    ),
    # What readers see is not what is checked.
    (
        "markup",
        "They have *not*{: hidden } signed a treaty, Kyodo reported [@kyodo-2021, para. 3].",
    ),
    (
        "markup",
        'They have *not*{: style="display:none" } signed, Kyodo reported [@kyodo-2021, para. 3].',
    ),
    ("markup", "They have *not*{: .md-hidden } signed, Kyodo reported [@kyodo-2021, para. 3]."),
    ("markup", "They have <del>not</del> signed, Kyodo reported [@kyodo-2021, para. 3]."),
    ("markup", "They have not<br>signed a treaty, Kyodo reported [@kyodo-2021, para. 3]."),
    ("markup", "<div>&#80;&#117;&#116;&#105;&#110;</div>"),
    ("markup", "<div>&Putin; &surrendered;</div>"),
    ("markup", "<div>\n< Putin handed back all islands in 2022 >\n</div>"),
    ("markup", "<!-->Putin handed back all islands in 2022.<!-- -->"),
    ("markup", '<div class="highlight">\nPutin\thanded back all islands in 2022.\n</div>'),
    ("markup", '<input value="Putin handed back all islands in 2022.">'),
    ("markup", '[A link](index.md "Putin handed back all islands.")\n{: .no-claim }'),
    ("markup", "The call lasted se&shy;venty minutes, Kyodo reported [@kyodo-2021, para. 7]."),
    ("markup", "The call lasted \u202eseventy minutes, Kyodo reported [@kyodo-2021, para. 7]."),
    ("markup", "###### Putin surrendered {: #note-1 }"),
    # Text that goes without a citation.
    ("uncited", "Putin handed back all islands in 2022.\n{: .admonition-title }"),
    ("uncited", "Putin handed back all islands in 2022.\n{: .tabbed-set }"),
    ("uncited", "    Putin handed back all islands in 2022."),
    ("uncited", '```text title="Putin handed back all islands in 2022"\nx\n```'),
    ("markup", "Putin handed back all islands in 2022. He wept.\n---"),
    (
        "markup",
        "| Putin handed back all islands to Japan in the year 2022 | b |\n| --- | --- |\n| c | d |",
    ),
    ("markup", "Putin handed back all islands to Japan in the year 2022\n:   A term."),
    (
        "uncited",
        "| a | b |\n| --- | --- |\n| Putin&nbsp;handed&nbsp;back&nbsp;all&nbsp;islands&nbsp;in&nbsp;2022&nbsp;and&nbsp;wept&nbsp;long | 25 minutes, Kyodo reported [@kyodo-2021, para. 7]. |",
    ),
    ("affix", "It lasted 20 minutes, Nikkei Asia reported [Putin wept, @nikkei-2020, para. 3]."),
    (
        "affix",
        "It lasted 20 minutes, Nikkei Asia reported [@nikkei-2020, para. 3, and Putin wept].",
    ),
    ("uncited", "Kyodo wrote so. @kyodo-2021 [para. 7] gives 25 minutes. It wrote more."),
    # Names where any word has a capital, in compounds and in other scripts.
    ("name", "Macron agreed to advance negotiations, Kyodo reported [@kyodo-2021, para. 1]."),
    ("name", "Kyodo reported: Biden spoke by phone with Putin [@kyodo-2021, para. 1]."),
    (
        "name",
        "They agreed to advance Russia-Brazil negotiations, Kyodo reported [@kyodo-2021, para. 1].",
    ),
    ("name", "Kyodo reported that Ōba agreed to advance negotiations [@kyodo-2021, para. 1]."),
    ("name", "Kyodo reported that Мacron agreed to negotiations [@kyodo-2021, para. 1]."),
    (
        "name",
        "They agreed to negotiate, Kyodo reported, プーチンは四島を返還した [@kyodo-2021, para. 1].",
    ),
    # Numbers in every form.
    *[
        ("number", f"The call lasted {words}, {NIKKEI}.")
        for words in (
            "20-300 minutes",
            "26min",
            "twenty¾ minutes",
            "③ minutes",
            "dozens of hours",
            "half a day",
            "a third of a day",
            "until May",
            "since the seventies",
            "since the '90s",
            "for the 5th time",
            "for the seventh time",
            "from a friday on",
        )
    ],
    ("number", "They spoke by phone in 1956-1999, Kyodo reported [@kyodo-2021, paras. 1, 6]."),
    # Whose words and whose account.
    (
        "speaker",
        f'Putin promised to "close the books", {NIKKEI}.',
    ),
    (
        "speaker",
        'Kishida pledged "I am looking forward to working with" Japan, Kyodo reported [@kyodo-2021, para. 8].',
    ),
    (
        "attribution",
        "The call lasted about 25 minutes, by the losing side's account [@kyodo-2021, para. 7].",
    ),
]


def codes(text: str, library: Library) -> set[str]:
    """Return the codes of all that is found on a page of this text."""
    source = parse_page(f"---\ntitle: A page\n---\n\n{text}\n", "docs/page.md")
    ledger = Ledger(library, KIT, page_info(source, "docs/page.md", "page.md"))
    site_markdown(load_site_config(ROOT), ledger).convert(source.body)
    return {problem.code for problem in ledger.problems}


@pytest.mark.parametrize(("code", "text"), HOLES, ids=[text[:60] for _, text in HOLES])
def test_it_is_found(code: str, text: str, library: Library) -> None:
    assert code in codes(text, library)


def test_two_narrative_citations_in_a_row_bear_a_sentence_each(library: Library) -> None:
    kyodo, nikkei = (
        "@kyodo-2021 [para. 7] gives {} minutes.",
        "@nikkei-2020 [para. 3] gives {} minutes.",
    )
    assert codes(f"{kyodo} {nikkei}".format(25, 20), library) == set()
    assert codes(f"{kyodo} {nikkei}".format(25, 25), library) == {"number"}
