"""What each check lets pass and what it catches, beyond its own two examples.

Every case is an honest sentence over a real source, and the same sentence with one fact altered.
"""

from dataclasses import replace

import pytest
from fixture_types import ReadPage

from build_tools.checks.budget import check_budget
from build_tools.checks.degree import check_degree
from build_tools.checks.registry import check_statement
from build_tools.checks.uncited import check_uncited
from build_tools.explainer.both_names import check_both_names
from build_tools.lexicon.counted_words import CountedWords
from build_tools.problems import Outcome, Problem
from build_tools.sources.library import Library

# The check that must catch it, the honest statement, the words altered, what they become.
CASES = [
    # Numbers: digits are words, one unit is another, a share is both of its numbers.
    ("number", "By Xinhua's account, the call lasted some twenty minutes [@xinhua-2020, para. 2]",
     "twenty", "thirty"),
    ("number", "By Xinhua's account, the call lasted 20 minutes [@xinhua-2020, para. 2]",
     "minutes", "hours"),
    ("number", "For seven decades they have failed to demarcate a border, Nikkei Asia wrote "
     "[@nikkei-2020, para. 11]", "seven", "eight"),
    ("number", "It hands over 2 of the 4 islands, Nikkei Asia wrote [@nikkei-2020, para. 5]",
     "2 of", "3 of"),
    ("number", "It hands over two of the four islands, Nikkei Asia wrote [@nikkei-2020, para. 5]",
     "two of the four", "four of the four"),
    ("number", "It hands over two of the four islands, Nikkei Asia wrote [@nikkei-2020, para. 5]",
     "two of the four", "three of the four"),
    ("number", "Abductions in the 1970s and 1980s were discussed, Kyodo reported "
     "[@kyodo-2021, para. 9]", "1980s", "1990s"),
    ("number", "It hands over two of the four islands, Nikkei Asia wrote [@nikkei-2020, para. 5]",
     "two of the four", "one of the four"),
    ("number", "By Xinhua's account, the call lasted 20 minutes [@xinhua-2020, para. 2]",
     "20 minutes", "half an hour"),
    ("number", "Suga and Putin spoke on 2020-09-29, Nikkei Asia reported [@nikkei-2020, para. 1]",
     "09-29", "09-30"),
    ("number", "Kyodo's article has Kishida and Putin speak on 7 October 2021 "
     "[@kyodo-2021, para. 1]", "7 October", "8 October"),
    # Dates: relative ones are resolved, and the day of publication is not that of the event.
    ("number", "Suga and Putin spoke on 29 September 2020, Nikkei Asia reported "
     "[@nikkei-2020, para. 1]", "29", "28"),
    ("number", "Suga and Putin spoke on 29 September 2020, Nikkei Asia reported "
     "[@nikkei-2020, para. 1]", "29", "30"),
    ("number", "Suga and Putin spoke on September 29, 2020, Nikkei Asia reported "
     "[@nikkei-2020, para. 1]", "2020, N", "2021, N"),
    ("number", "Suga and Putin spoke in September 2020, Nikkei Asia reported "
     "[@nikkei-2020, para. 1]", "September", "October"),
    ("number", "Suga and Putin spoke on Tuesday, Nikkei Asia reported [@nikkei-2020, para. 1]",
     "Tuesday", "Wednesday"),
    ("number", "Kishida and Putin spoke on 7 October 2021, Kyodo reported [@kyodo-2021, para. 1]",
     "7 October", "8 October"),
    ("number", "Kyodo's article on the phone call was published on 8 October 2021 "
     "[@kyodo-2021, para. 1]", "8 October", "9 October"),
    ("number", "They agreed to meet at a summit on 20 November 2016, Sputnik reported "
     "[@sputnik-2016, para. 5]", "20 November", "21 November"),
    # Names, by whichever form.
    ("name", "The USSR seized the islands, Kyodo reported [@kyodo-2021, para. 4]",
     "USSR", "United States"),
    ("name", "Moscow has administered the islands since the Second World War, Nikkei Asia wrote "
     "[@nikkei-2020, para. 2]", "Moscow", "China"),
    ("name", "They agreed to meet at the Asia-Pacific Economic Cooperation summit in Peru, Sputnik "
     "reported [@sputnik-2016, para. 5]", "Peru", "Cuba"),
    ("name", "They agreed to meet at the APEC summit in Peru, Sputnik reported "
     "[@sputnik-2016, para. 5]", "APEC", "NATO"),
    ("name", "The premier told reporters that he spoke with Putin, by Kyodo's account "
     "[@kyodo-2021, para. 1]", "premier", "foreign minister"),
    # Who did it, and under which title.
    ("role", "The islands were occupied by Russia, Nikkei Asia wrote [@nikkei-2020, para. 2]",
     "Russia", "Japan"),
    ("role", "Russia says that it was a legitimate outcome of the war, Kyodo reported "
     "[@kyodo-2021, para. 5]", "Russia", "Japan"),
    ("role", "Motegi, the foreign minister, handles the negotiations, Nikkei Asia wrote "
     "[@nikkei-2020, para. 14]", "foreign minister", "prime minister"),
    ("role", "Kitamura is the national security adviser, Nikkei Asia wrote "
     "[@nikkei-2020, para. 15]", "national security adviser", "chief cabinet secretary"),
    ("role", "Suga and Putin agreed to meet, Nikkei Asia wrote [@nikkei-2020, para. 9]",
     "Suga and", "Putin and"),
    # Who said it.
    ("speaker", "Kishida told reporters of his wish to develop relations, Kyodo reported "
     "[@kyodo-2021, para. 2]", "Kishida told", "Putin told"),
    ("speaker", "Suga said, by Nikkei Asia's account, he can have a "
     '"frank exchange of views with Mr. Putin" [@nikkei-2020, para. 10]', "Suga", "Abe"),
    ("speaker", "Kato said by Nikkei Asia's account that the aim "
     '"remains unchanged" [@nikkei-2020, para. 13]', "Kato", "Suga"),
    ("speaker", 'Putin said he was "looking forward to working with Prime Minister Kishida", Kyodo '
     "reported [@kyodo-2021, para. 8]", "Putin", "Kishida"),
    # Negations, opposites, degrees.
    ("degree", "Japan and Russia have not signed a peace treaty, Xinhua reported "
     "[@xinhua-2020, para. 5]", "have not", "have"),
    ("degree", "The leaders agreed to advance negotiations, Kyodo reported [@kyodo-2021, para. 1]",
     "agreed", "did not agree"),
    ("degree", "The leaders agreed to advance negotiations, Kyodo reported [@kyodo-2021, para. 1]",
     "agreed", "refused"),
    ("degree", "It was their first conversation since Suga took office, Xinhua reported "
     "[@xinhua-2020, para. 1]", "first", "last"),
    ("degree", "Two islands will be handed over after a peace treaty, Nikkei Asia wrote "
     "[@nikkei-2020, para. 5]", "after", "before"),
    ("degree", "Two islands will be handed over after a peace treaty, Nikkei Asia wrote "
     "[@nikkei-2020, para. 5]", "will", "may"),
    ("degree", "Crimea worsened relations with Washington, Nikkei Asia wrote "
     "[@nikkei-2020, para. 18]", "worsened", "improved"),
    ("degree", "For over 70 years a border has not been agreed, Nikkei Asia wrote "
     "[@nikkei-2020, para. 11]", "over", "under"),
    # Absence: the start of a word counts, in any case; the inside of one does not.
    ("absence", 'A vaccine is not in this article by Kyodo [@kyodo-2021, no mention of "vaccine"]',
     'mention of "vaccine"', 'mention of "Abduct"'),
    ("absence", 'A summit is not in this article by Xinhua [@xinhua-2020, no mention of "ummit"]',
     'of "ummit"', 'of "ummit", "KREMLIN"'),
    # What the reader of the newspaper is asked to do is no part of the article.
    ("absence", "To subscribe is not what this article by Kyodo asks "
     '[@kyodo-2021, no mention of "subscri"]', "subscri", "surrender"),
    # Whose account it is: one origin, two outlets of one origin, state media alone, and labels.
    ("attribution", "The call lasted about 20 minutes [@nikkei-2020, para. 3; @xinhua-2020, para. "
     "2]", "@nikkei-2020, para. 3; ", ""),
    ("attribution", "They agreed to advance talks, Kyodo reported "
     "[@kyodo-2021, para. 1; @telesur-2021, para. 1]", ", Kyodo reported", ""),
    ("attribution", "The dispute is over four islands, wrote Sputnik "
     "[@xinhua-2020, para. 5; @sputnik-2016, para. 4]", ", wrote Sputnik", ""),
    ("attribution", "The dispute is over four islands, wrote Sputnik, a Russian state-owned outlet "
     "[@sputnik-2016, para. 4]", "a Russian", "an American"),
    ("attribution", "Putin and Suga discussed vaccines, reported Xinhua, China's state news agency "
     "[@xinhua-2020, para. 4]", "state news", "private news"),
    ("attribution", "The leaders agreed to press on, reported teleSUR, sponsored by the "
     "governments of Venezuela, Cuba and Nicaragua [@telesur-2021, para. 6]", "Nicaragua", "Peru"),
    # The right paragraph, alone or among others.
    ("better-paragraph", "Kitamura went to Russia in January to meet Putin, Nikkei Asia wrote "
     "[@nikkei-2020, para. 15]", "para. 15", "para. 14"),
    ("better-paragraph", "Kitamura went to Russia in January to meet Putin, Nikkei Asia wrote "
     "[@nikkei-2020, paras. 14-15]", "paras. 14-15", "paras. 13-14"),
    ("support", "The medical cooperation covers COVID-19 vaccines, Xinhua reported "
     "[@xinhua-2020, para. 4]", "para. 4", "para. 3"),
    # The source's words, up to nine in a row.
    ("copied", 'Kyodo: the two "will be handed over to Japan following the conclusion of a peace '
     'treaty" [@kyodo-2021, para. 6]', '"', ""),
    ("copied", "The program was halted due to the coronavirus pandemic, Nikkei Asia wrote "
     "[@nikkei-2020, para. 7]", "was halted", "has been halted"),
    # Style.
    ("wording", "Japan says that the annexation was illegal, Kyodo reported [@kyodo-2021, para. 5]",
     "says", "claims"),
    ("wording", "Both states claim the islands, Xinhua reported [@xinhua-2020, para. 5]",
     "Both states", "Both illegally occupied states"),
    ("wording", "The call lasted 20 minutes [@nikkei-2020, para. 3; @xinhua-2020, para. 2]",
     "para. 2]", "para. 2; @xinhua-2020, para. 2; @xinhua-2020, para. 2]"),
    ("wording", "The call lasted 20 minutes [@nikkei-2020, para. 3; @xinhua-2020, para. 2]",
     "minutes", "minutes" + " and so on" * 7),
]  # fmt: skip


def problems_of(read_page: ReadPage, library: Library, text: str) -> list[Problem]:
    page = read_page(text)
    assert page.statements
    return [p for statement in page.statements for p in check_statement(statement, library)]


@pytest.mark.parametrize(
    "honest", sorted({honest for _, honest, _, _ in CASES}), ids=lambda text: text[:60]
)
def test_an_honest_paraphrase_passes_every_check(
    read_page: ReadPage, library: Library, honest: str
) -> None:
    assert problems_of(read_page, library, f"{honest}.") == []


@pytest.mark.parametrize(
    ("code", "honest", "change"),
    [(code, honest, (old, new)) for code, honest, old, new in CASES],
    ids=[f"{code}: {old} to {new}"[:70] for code, _, old, new in CASES],
)
def test_an_altered_fact_is_caught(
    read_page: ReadPage, library: Library, code: str, honest: str, change: tuple[str, str]
) -> None:
    old, new = change
    assert old in honest
    found = problems_of(read_page, library, f"{honest.replace(old, new)}.")
    assert code in {problem.code for problem in found}
    assert {problem.outcome for problem in found} == {Outcome.NOT_BORNE_OUT}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kyodo reported that it lasted 26 minutes [@kyodo-2021, para. 7].",
         ("number", 31, "there: 25 minute")),
        ("Kitamura went to Russia in January, Nikkei Asia wrote [@nikkei-2020, para. 14].",
         ("better-paragraph", 70, "did you mean para. 15?")),
        ("The islands were occupied by Japan, Nikkei Asia wrote [@nikkei-2020, para. 2].",
         ("role", 30, "did you mean Russia?")),
        ("The program has been halted due to the coronavirus pandemic, by Nikkei Asia "
         "[@nikkei-2020, para. 7].", ("copied", 1, "they stand in nikkei-2020, para. 7")),
        ("Their last conversation since Suga took office, Xinhua reported "
         "[@xinhua-2020, para. 1].", ("degree", 7, "the best sentence there is")),
    ],
)  # fmt: skip
def test_a_finding_stands_at_its_words_and_says_what_is_there(
    read_page: ReadPage, library: Library, text: str, expected: tuple[str, int, str]
) -> None:
    code, column, hint = expected
    found = {problem.code: problem for problem in problems_of(read_page, library, text)}
    assert found[code].place.column == column
    assert found[code].hint.startswith(hint)


def test_a_month_is_no_modal_verb(read_page: ReadPage, library: Library) -> None:
    text = (
        "The two islands will be handed over after a treaty of 10 May 2022 [@nikkei-2020, para. 5]."
    )
    [statement] = read_page(text).statements
    assert list(check_degree.run(statement, library)) == []
    [statement] = read_page(text.replace("will", "may")).statements
    [problem] = check_degree.run(statement, library)
    assert problem.message == "“may” must be borne out: the source has “will”"


@pytest.mark.parametrize("word", ["refused", "rejected", "disagreed", "declined", "denied"])
def test_who_agreed_did_not_refuse_in_any_word(
    read_page: ReadPage, library: Library, word: str
) -> None:
    text = f"The leaders {word} to advance negotiations, Kyodo reported [@kyodo-2021, para. 1]."
    assert ("degree", 13) in {
        (problem.code, problem.place.column) for problem in problems_of(read_page, library, text)
    }


def test_an_open_speaker_cannot_be_checked(read_page: ReadPage, library: Library) -> None:
    """The paragraph gives these words to Russia, and not to a person."""
    text = 'Putin said it was a "legitimate outcome of the war", Kyodo reported '
    [problem] = problems_of(read_page, library, f"{text}[@kyodo-2021, para. 5].")
    assert (problem.code, problem.outcome) == ("speaker", Outcome.CANNOT_BE_CHECKED)


# Whole pages.

BOTH = "the Northern Territories, or the Southern Kurils"


@pytest.mark.parametrize(
    ("text", "fails"),
    [
        (f"The islands, {BOTH} [@kyodo-2021, para. 5]. The islands [@kyodo-2021, para. 4].", False),
        (f"The islands [@kyodo-2021, para. 4]. The islands, {BOTH} [@kyodo-2021, para. 5].", True),
        ("Of the Northern Territories Kyodo wrote [@kyodo-2021, para. 5].", True),
        ("The call lasted 25 minutes [@kyodo-2021, para. 7].", False),
        # What somebody else calls them is quoted as they do.
        ('They speak of the "Northern Territories" [@kyodo-2021, para. 5].', False),
        (f"The islands, {BOTH}. The call lasted [@kyodo-2021, para. 7].", False),
    ],
)
def test_both_names(read_page: ReadPage, library: Library, text: str, fails: bool) -> None:
    assert bool(list(check_both_names.run(read_page(text), library))) == fails


def test_uncited_text_is_found_at_its_place(read_page: ReadPage, library: Library) -> None:
    text = "A call [@kyodo-2021, para. 7]. Then more.\n\n- Nothing.\n{: .no-claim }\n\nEven more.\n"
    found = list(check_uncited.run(read_page(text), library))
    assert [(p.place.line, p.place.column, p.code) for p in found] == [
        (1, 32, "uncited"),
        (6, 1, "uncited"),
    ]
    assert "“Then more.”" in found[0].message


@pytest.mark.parametrize(("words", "fails"), [(25, False), (26, True)])
def test_the_longest_quotation_in_words(
    read_page: ReadPage, library: Library, words: int, fails: bool
) -> None:
    lead = library.sources["kyodo-2021"].article.paragraphs[0].text.split()
    text = f'Kyodo: "{" ".join(lead[:words])}" [@kyodo-2021, para. 1].'
    assert bool(list(check_budget.run([read_page(text)], library))) == fails


def test_words_shown_twice_count_once(read_page: ReadPage, library: Library) -> None:
    # Without the page that counts names, which shows words as well.
    library = replace(library, counted_words=CountedWords())
    source = library.sources["kyodo-2021"]
    limit = int(library.limits.largest_share * source.article.body_words)
    pieces = [
        f'- Kyodo: "{" ".join(words[i : i + 10])}" [@kyodo-2021, para. {paragraph.number}].'
        for paragraph in source.article.paragraphs[:3]
        for words in [paragraph.folded.text.split()]
        for i in range(0, len(words) - 10, 10)
    ]
    shown = 10 * len(pieces)
    few = "\n".join(pieces[: limit // 10 - 1])
    assert limit < shown
    again = few.replace("Kyodo:", "Kyodo wrote:")
    assert list(check_budget.run([read_page(few), read_page(again)], library)) == []
    [problem] = check_budget.run([read_page("\n".join(pieces))], library)
    assert problem.code == "budget"
    assert f"at most {limit} words of kyodo-2021" in problem.message
