"""What each check lets pass and what it catches, beyond its own two examples.

Every case is an honest sentence over an invented article, and the same with one fact altered.
"""

from dataclasses import replace
from pathlib import Path

import pytest
from fixture_types import MakeLibrary, ReadPage
from project import write_source

from build_tools.checks.budget import check_budget
from build_tools.checks.degree import check_degree
from build_tools.checks.registry import check_site, check_statement
from build_tools.checks.stand_in import check_stand_in
from build_tools.checks.uncited import check_uncited
from build_tools.lexicon.counted_words import CountedWords
from build_tools.lexicon.names import Names
from build_tools.lexicon.stand_ins import StandIn, StandIns, load_stand_ins
from build_tools.problems import Outcome, Problem
from build_tools.sources.library import Library, load_library

CALL = "The call lasted 35 minutes, Osten reported [@osten-2019, para. 2]"
TWO_OF_THREE = (
    "Two of the three bells removed from Ilvany are to be returned, The Harbour Post reported "
    "[@harbour-post-2015, para. 6]"
)
SPOKE = "Verelin and Ulvholt spoke on 16 May 2019, Osten reported [@osten-2019, para. 1]"
TREATY = (
    "Under the Treaty of Sollin, by Osten's account, two bells will be returned after an agreement "
    "[@osten-2019, para. 5]"
)

# The check that must catch it, the honest statement, the words altered, what they become.
CASES = [
    # Numbers: digits are words, one unit is another, a share is both of its numbers.
    ("number", CALL, "35", "thirty"),
    # What is listed is counted, also where one of it is named.
    ("number", "Verelin was one of two who agreed to step up talks, Osten reported "
     "[@osten-2019, para. 1]", "of two", "of three"),
    ("number", CALL, "minutes", "hours"),
    ("number", CALL, "35 minutes", "half an hour"),
    ("number", TWO_OF_THREE, "Two", "One"),
    ("number", TWO_OF_THREE, "Two", "Three"),
    ("number", TWO_OF_THREE, "Two of the three", "Two of the four"),
    ("number", "Kestria hopes to raise the tolls by eight percent, The Meridian reported "
     "[@meridian-2019, para. 9]", "eight", "nine"),
    ("number", "Delegations had met seven times in three years, Osten reported "
     "[@osten-2019, para. 10]", "three", "two"),
    # A count is a count of the same thing.
    ("number", "The sides agreed to draw up a plan in five areas, Osten reported "
     "[@osten-2019, para. 7]", "a plan in five areas", "five plans"),
    ("number", "The panel has six historians, The Harbour Post reported "
     "[@harbour-post-2015, para. 9]", "six", "three"),
    # By how much two differ is reckoned, and which of two sources has more.
    ("number", "By Osten's and the Harbour Post's accounts, Ulvholt's call was 55 minutes shorter "
     "than Holmvik's meeting [@osten-2019, para. 2; @harbour-post-2015, para. 2]", "shorter",
     "longer"),
    # What the statement lists, it may count.
    ("number", "The leaders discussed three matters: the bell, tolls and seamen, Osten reported "
     "[@osten-2019, para. 2]", "three", "four"),
    # Dates: relative ones are resolved, and the day of publication is not that of the event.
    ("number", SPOKE, "16 May", "17 May"),
    ("number", SPOKE, "16 May 2019", "May 16, 2018"),
    ("number", SPOKE.replace("16 May 2019", "2019-05-16"), "05-16", "05-17"),
    ("number", SPOKE.replace("on 16 May", "in May"), "May", "June"),
    ("number", SPOKE.replace("16 May 2019", "Thursday"), "Thursday", "Friday"),
    ("number", "Ulvholt told lawmakers on 17 May that there had been no progress, The Meridian "
     "reported [@meridian-2019, para. 2]", "17", "18"),
    ("number", "Negotiations have been suspended since March 2018, Osten reported "
     "[@osten-2019, para. 10]", "March", "April"),
    # Names, by whichever form.
    ("name", "Halmond hopes to raise the tolls, The Meridian reported [@meridian-2019, para. 9]",
     "Halmond", "Sollin"),
    ("name", "The Ness Canal Authority is run jointly, The Harbour Post reported "
     "[@harbour-post-2015, para. 8]", "Ness Canal Authority", "Coast Party"),
    ("name", "The leaders discussed tolls, the presidential office said, Osten reported "
     "[@osten-2019, para. 2]", "presidential office", "Coast Party"),
    ("name", "The premier told lawmakers of no progress, The Meridian reported "
     "[@meridian-2019, para. 2]", "premier", "foreign minister"),
    ("name", CALL.replace("The call lasted", "Held at the request of the Kestrian side, it lasted"),
     "Kestrian", "Sollinese"),
    # Who did it.
    ("party", "Verelin congratulated Ulvholt on taking office, Osten reported "
     "[@osten-2019, para. 4]", "Verelin congratulated Ulvholt", "Ulvholt congratulated Verelin"),
    ("party", "The bell was seized by Kestrian sailors, Osten reported [@osten-2019, para. 6]",
     "Kestrian", "Orlavian"),
    ("party", "Orlavia stopped paying the tolls in 1951, Kestria argues in The Harbour Post "
     "[@harbour-post-2015, para. 7]", "Orlavia stopped", "Kestria stopped"),
    ("party", "Verelin agreed to step up talks, Osten reported [@osten-2019, para. 1]",
     "Verelin agreed", "Dorsch agreed"),
    # Who said it, and to whom.
    ("party", "Holmvik said that the bell was not for sale, The Harbour Post reported "
     "[@harbour-post-2015, para. 5]", "Holmvik", "Brekken"),
    ("party", "Ulvholt told lawmakers that there had been no progress, The Meridian reported "
     "[@meridian-2019, para. 2]", "Ulvholt told", "Verelin told"),
    ("party", "Verelin told reporters that they would not wait, The Meridian reported "
     "[@meridian-2019, para. 5]", "Verelin told", "Ulvholt told"),
    ("party", 'Kešlar said that they were "ready to discuss any formula", Osten reported '
     "[@osten-2019, para. 8]", "Kešlar", "Dorsch"),
    ("party", "Kešlar told Osten that no loan was to be discussed [@osten-2019, para. 8]",
     "Kešlar", "Verelin"),
    # On whose side: titles, bodies, and what is one's own.
    ("party", "The Kestrian prime minister agreed to talks, The Meridian reported "
     "[@meridian-2019, para. 1]", "Kestrian", "Orlavian"),
    ("party", "Holmvik would consider a loan if Orlavia recognised Kestria's ownership, The "
     "Harbour Post reported [@harbour-post-2015, para. 5]",
     "Orlavia recognised Kestria's", "Kestria recognised Orlavia's"),
    ("party", "Kešlar, the foreign minister, will head the delegation, Osten reported "
     "[@osten-2019, para. 8]", "foreign minister", "culture minister"),
    ("name", "The prime minister told lawmakers of no progress, The Meridian reported "
     "[@meridian-2019, para. 2]", "prime minister", "finance minister"),
    # Where: a capital stands for a government until a paragraph has it as a place.
    ("party", "Verelin told reporters in Brennik that they would not wait, Osten reported "
     "[@osten-2019, para. 3]", "in Brennik", "in Halmond"),
    # One name twice stands where another should.
    ("party", "Verelin and Ulvholt agreed to step up talks, Osten reported [@osten-2019, para. 1]",
     "and Ulvholt", "and Verelin"),
    ("party", "Verelin invited Ulvholt, Osten reported [@osten-2019, para. 4]",
     "invited Ulvholt", "invited Verelin"),
    # Who calls it what.
    ("party", "Orlavia calls it Saint Ilva's Bell, The Harbour Post reported "
     "[@harbour-post-2015, para. 3]", "Orlavia", "Kestria"),
    ("party", "In Kestria it is known in Kestria as the Harbour Bell, The Harbour Post reported "
     "[@harbour-post-2015, para. 3]", "known in Kestria", "known in Orlavia"),
    ("party", "The Harbour Bell in Kestria is one of the bells, The Harbour Post reported "
     "[@harbour-post-2015, paras. 3, 6]", "The Harbour Bell", "The Tenor"),
    # What one clause states stands together.
    ("together", "The tolls brought in 260 million crowns, The Meridian reported; 58 percent "
     "opposed the return [@meridian-2019, paras. 9-10]", "crowns, The Meridian reported; 58",
     "crowns for 58"),
    # An outlet may be called by what its record says it is, where it tells something.
    ("stand-in", "By Osten's account the call lasted 35 minutes, the agency reported "
     "[@osten-2019, para. 2]", "the agency reported", "the newspaper reported"),
    ("stand-in", "By Osten's account the call lasted 35 minutes, the agency reported "
     "[@osten-2019, para. 2]", "the agency reported", "an agency took part"),
    # Who speaks may come last, after others who do something.
    ("party", "Osten reported that Verelin and Ulvholt reaffirmed the Treaty of Sollin, said "
     "Dorsch [@osten-2019, para. 5]", "said Dorsch", "said Ulvholt"),
    # Whoever speaks in the sentence before does not tell what the article tells by itself.
    ("attribution", "The tolls brought in 260 million crowns [@meridian-2019, para. 9]",
     "The tolls", "The tolls that Kestria hopes to raise by 8 percent"),
    # "No bell before" is "a bell after".
    ("degree", "No bell will be returned before an agreement on canal tolls, Osten reported "
     "[@osten-2019, para. 5]", "No bell", "The bells"),
    ("together", "Osten put the talks at 35 minutes, the Harbour Post put its own at 90 "
     "[@osten-2019, para. 2; @harbour-post-2015, para. 2]", "at 35 minutes", "at 90 minutes"),
    ("together", "The bell weighs 4.2 tonnes, The Meridian reported [@meridian-2019, paras. 9, 11]",
     "4.2", "260"),
    # What two reports are said to have, each of them has.
    ("together", "Tolls on the canal are spoken of in Osten's report on Verelin and again in The "
     "Harbour Post's [@osten-2019, para. 5; @harbour-post-2015, para. 6]",
     "Tolls on the canal are", "Dorsch is"),
    # The right paragraph.
    ("together", "Kestria withdrew its experts in March 2018, Osten reported "
     "[@osten-2019, para. 10]", "para. 10", "para. 9"),
    # Negations, lost and added.
    # What is ahead is not taken for done by a noun.
    ("degree", "The return of two bells comes after an agreement on tolls, The Harbour Post wrote "
     "[@harbour-post-2015, para. 6]", "The return of two bells comes after an agreement on tolls",
     "Since the return of two bells there are tolls"),
    # What soured the relations is their cause, and no effect of theirs.
    ("degree", "Relations have soured for decades because of the dispute, The Harbour Post wrote "
     "[@harbour-post-2015, para. 8]", "Relations have soured for decades because of the dispute",
     "The dispute went on for decades because relations have soured"),
    ("degree", "There has been no progress on ownership, Ulvholt told lawmakers, by The Meridian "
     "[@meridian-2019, para. 2]", "no progress", "progress"),
    ("degree", "The panel's conclusions will not be binding, The Harbour Post reported "
     "[@harbour-post-2015, para. 9]", "will not be", "will be"),
    ("degree", "The dispute has not prevented trade, The Harbour Post reported "
     "[@harbour-post-2015, para. 8]", "has not prevented", "has prevented"),
    ("degree", "Kestria withdrew its experts, Osten reported [@osten-2019, para. 10]",
     "withdrew", "did not withdraw"),
    # Contraries.
    ("degree", "The dispute has soured relations, The Harbour Post reported "
     "[@harbour-post-2015, para. 8]", "soured", "improved"),
    ("degree", "58 percent opposed the return, The Meridian reported [@meridian-2019, para. 10]",
     "opposed", "supported"),
    ("degree", "The leaders agreed to step up talks, Osten reported [@osten-2019, para. 1]",
     "agreed", "refused"),
    # Order and certainty.
    ("stand-in", "It was the first meeting in six years, The Harbour Post reported "
     "[@harbour-post-2015, para. 2]", "first", "last"),
    ("degree", TREATY, "after", "before"),
    ("degree", TREATY, "will", "may"),
    ("degree", "They had waited for more than a century, Verelin said, by Osten's account "
     "[@osten-2019, para. 3]", "more than", "less than"),
    # Scope: what widens, narrows or compares has its like in the source.
    ("stand-in", TWO_OF_THREE, "Two of the three bells", "All bells"),
    ("stand-in", "The tolls are shared by the two countries, Voldsey said in The Meridian "
     "[@meridian-2019, para. 9]", "by the", "only by the"),
    ("stand-in", "Visitors had come to see the bell, The Harbour Post reported "
     "[@harbour-post-2015, para. 11]", "come", "come because they wanted"),
    ("stand-in", "Verelin invited her to visit Ilvany, Osten reported [@osten-2019, para. 4]",
     "Ilvany", "Ilvany sooner"),
    # What is ahead, asked for or tried in vain has not been done.
    ("degree", "Orlavia offered to pay for a hall, Dorsch said, by Osten's account "
     "[@osten-2019, para. 9]", "offered to pay", "paid"),
    ("degree", "Verelin invited her to visit Ilvany, Osten reported [@osten-2019, para. 4]",
     "invited her to visit", "visited"),
    ("degree", "The ministers failed to settle a quarrel, The Harbour Post reported "
     "[@harbour-post-2015, para. 1]", "failed to settle", "settled"),
    # Words of ours that stand for none of the article's.
    ("stand-in", "Verelin congratulated Ulvholt, Osten reported [@osten-2019, para. 4]",
     "Verelin congratulated", "Verelin generously congratulated"),
    ("stand-in", "The bell was cast in 1644, The Harbour Post reported "
     "[@harbour-post-2015, para. 3]", "The bell", "The mysterious bell"),
    # Absence: the start of a word counts, in any case; the inside of one does not.
    ("absence", 'A poll is not in this article by Osten [@osten-2019, no mention of "poll"]',
     'mention of "poll"', 'mention of "Toll"'),
    ("absence", 'Osten has no word of it in this article [@osten-2019, no mention of "elegation"]',
     'of "elegation"', 'of "elegation", "DELEGATION"'),
    # What the reader of the newspaper is asked to do is no part of the article.
    ("absence", "To subscribe is not what this Meridian article asks "
     '[@meridian-2019, no mention of "subscri"]', "subscri", "transcri"),
    # Quotations: verbatim, and not turned by what they leave out.
    ("quotation", 'Revnik said she was "not resigned", The Harbour Post reported '
     "[@harbour-post-2015, para. 4]", '"not resigned"', '"resigned"'),
    ("quotation", 'Brekken said that it "cannot be moved", The Meridian reported '
     "[@meridian-2019, para. 11]", '"cannot be moved"', 'would "be moved"'),
    ("quotation", 'Orlavia had offered to "pay 40 million crowns", Osten reported '
     "[@osten-2019, para. 9]", "had offered to", "had"),
    ("quotation", 'The Harbour Post wrote: "no such agreement has ever been reached" '
     "[@harbour-post-2015, para. 6]", "no such agreement has ever", "the agreement has"),
    # Whose account it is: what somebody says, state media alone, and labels.
    ("attribution", "There has been no progress, Ulvholt told lawmakers [@meridian-2019, para. 2]",
     ", Ulvholt told lawmakers", ""),
    ("attribution", "Kestria differs with Orlavia, which says that the treaty is still in force, "
     "The Harbour Post reported [@harbour-post-2015, para. 7]", "Kestria differs with Orlavia",
     "Orlavia differs with Kestria"),
    ("attribution", "The bell was not for sale, Holmvik said [@harbour-post-2015, para. 5]",
     ", Holmvik said", ""),
    ("attribution", CALL, ", Osten reported", ""),
    # What one side calls a deed is no word of ours.
    ("attribution", "Orlavia calls the bell, which it says was stolen, Saint Ilva's Bell, The "
     "Meridian wrote [@meridian-2019, para. 6]",
     "Orlavia calls the bell, which it says was stolen,", "Orlavia's name for the stolen bell is"),
    ("attribution", "In Orlavia's account the bell was stolen by sailors in 1911 "
     "[@meridian-2019, para. 6]", "In Orlavia's account the bell was", "Orlavia had the bell,"),
    ("attribution", "Osten, Orlavia's state news agency, put the call at 35 minutes "
     "[@osten-2019, para. 2]", "state news", "private news"),
    ("attribution", "The Meridian, published by Meridian Press, a private Kestrian company, put it "
     "at 35 minutes [@meridian-2019, para. 3]", "Kestrian", "Orlavian"),
    # The source's words, up to nine in a row.
    ("copied", 'Brekken said that it "cannot be moved until its cracked crown has been repaired", '
     "The Meridian reported [@meridian-2019, para. 11]", '"', ""),
    # Style.
    ("wording", "Kestria says that the bell was bought, The Meridian reported "
     "[@meridian-2019, para. 6]", "says", "claims"),
    ("wording", "Verelin invited Ulvholt, Osten reported [@osten-2019, para. 4]",
     "invited", "recently invited"),
    ("wording", CALL, "para. 2]", "para. 2; @osten-2019, para. 2; @osten-2019, para. 2; "
     "@osten-2019, para. 2]"),
    ("wording", CALL, "minutes", "minutes" + " and so on" * 10),
    # Whose something is, to whom it goes, who has which title, and who does it with whom.
    ("party", "A visit was told of by the Orlavian side, the Meridian reported "
     "[@meridian-2019, para. 4]", "Orlavian", "Kestrian"),
    ("party", "Lysvang, a former ambassador to Orlavia, spoke of ships, the Meridian reported "
     "[@meridian-2019, para. 12]", "Orlavia", "Kestria"),
    ("party", "A spokesman said that no date had been set, the Meridian reported "
     "[@meridian-2019, para. 4]", "spokesman", "president"),
    ("party", "Verelin's telephone conversation with Ulvholt lasted 35 minutes, Osten reported "
     "[@osten-2019, paras. 1-2]", "Ulvholt", "Verelin"),
    # A part of so many is not all of them.
    ("number", "Two of the bells are to be returned, Osten reported [@osten-2019, para. 5]", "Two",
     "Three"),
]  # fmt: skip


def problems_of(read_page: ReadPage, library: Library, text: str) -> list[Problem]:
    page = read_page(text)
    assert page.statements
    return [p for statement in page.statements for p in check_statement(statement, library)]


def codes_of(read_page: ReadPage, library: Library, text: str) -> set[str]:
    return {problem.code for problem in problems_of(read_page, library, text)}


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
    # Whoever must correct a number is told what is there.
    assert all(problem.hint for problem in found if problem.code == "number")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The call lasted 25 minutes, Osten reported [@osten-2019, para. 2].",
         ("number", 17, "there: 35 minutes")),
        ("The bell was seized by Orlavian sailors, Osten reported [@osten-2019, para. 6].",
         ("party", 24, "the statement says it of Orlavia")),
        ("Kestria withdrew its experts, Osten reported [@osten-2019, para. 9].",
         ("together", 60, "osten-2019, para. 10, has far more of its words")),
        ("The dispute has improved relations, The Harbour Post reported "
         "[@harbour-post-2015, para. 8].", ("degree", 17, "the best sentence there is")),
        ("Kestria withdrew its experts, Osten reported [@osten-2019, para. 8].",
         ("together", 60, "osten-2019, para. 10, has far more of its words")),
        ("The two discussed the students, Osten reported [@osten-2019, para. 2].",
         ("stand-in", 23, "osten-2019, para. 7, has “student”; osten-2019, para. 2 does not")),
        # "Only" is not what stands elsewhere as "on".
        ("Verelin thanked only Ulvholt, Osten reported [@osten-2019, para. 4].",
         ("stand-in", 17, "osten-2019, para. 4: no word there is known to be like it")),
        ("The talks on the tolls lasted 260 minutes, and were frank, Osten reported "
         "[@osten-2019, para. 2].", ("number", 31, "there: 35 minutes")),
        ("Ulvholt generously thanked him, Osten reported [@osten-2019, para. 4].",
         ("stand-in", 9, "osten-2019, para. 4: no word there is known to be like it")),
        # The likeliest word has its contraries in common with ours, or stands where ours does.
        ("The leaders upheld the 1923 treaty, Osten reported [@osten-2019, para. 5].",
         ("stand-in", 13, "osten-2019, para. 5: perhaps for “reaffirmed”")),
        ("Verelin described the conversation as brotherly and friendly, Osten reported "
         "[@osten-2019, para. 3].",
         ("stand-in", 39, "osten-2019, para. 3: in its place is “frank”")),
        ("Brekken said that the bell cannot be moved until its cracked crown has been repaired "
         "[@meridian-2019, para. 11].", ("copied", 1, "they stand in meridian-2019, para. 11")),
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
        "Two bells will be returned after an agreement of 10 May, Osten reported "
        "[@osten-2019, para. 5]."
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
    text = f"The leaders {word} to step up talks, Osten reported [@osten-2019, para. 1]."
    assert {"degree", "stand-in"} & {p.code for p in problems_of(read_page, library, text)}


def test_a_contrary_is_said_once(read_page: ReadPage, library: Library) -> None:
    """The check of degrees names the contrary; no stand-in is asked for."""
    text = "The dispute has improved relations, The Harbour Post reported "
    found = problems_of(read_page, library, f"{text}[@harbour-post-2015, para. 8].")
    assert [problem.code for problem in found] == ["degree"]


@pytest.mark.parametrize(
    ("texts", "code", "altered"),
    [
        # A journey leads where it leads in the article.
        (("Ulvholt travelled to Orlavia from Sollin in May.",
          "Ulvholt travelled to Orlavia"),
         "party", "Ulvholt travelled to Sollin"),
        # Who owns a body.
        (("The Orlavian presidential office spoke to Kestria of the bell.",
          "The Orlavian presidential office spoke of the bell"),
         "party", "The Kestrian presidential office spoke of the bell"),
        # One that stands joined to another does it as well.
        (("Orlavian President Verelin and Kestrian Prime Minister Ulvholt opened the tower "
          "that Dorsch praised.",
          "Verelin opened the tower"),
         "party", "Dorsch opened the tower"),
        # Of what two do with each other, no third is a doer.
        (("Verelin and Ulvholt met in Sollin, Dorsch said.",
          "Ulvholt and Verelin met in Sollin"),
         "party", "Ulvholt and Dorsch met in Sollin"),
        (("Verelin spoke with Dorsch. The two held nine meetings. Ulvholt left.",
          "Dorsch and Verelin held nine meetings"),
         "party", "Dorsch and Ulvholt held nine meetings"),
        # What is somebody's own is his doing.
        (("Verelin expressed his hope to open the tower with Ulvholt.",
          "Verelin hoped to open the tower"),
         "party", "Ulvholt hoped to open the tower"),
        # To whom it is said.
        (("Ulvholt asked Verelin to open the tower, and Dorsch left.",
          "Ulvholt asked Verelin to open the tower"),
         "party", "Ulvholt asked Dorsch to open the tower"),
        # Quoted words are not those of whoever they are about.
        (('Verelin said that Ulvholt "knows every tower", and Dorsch left.',
          'Verelin said that she "knows every tower"'),
         "party", 'Dorsch told Ulvholt that she "knows every tower"'),
        # A contrary denied.
        (("The tower is unchanged, Ulvholt will stay.",
          "The tower has not changed"),
         "degree", "The tower has changed"),
        # A passive is done by whoever follows "by".
        (("The tower was restored by Kestria, which Orlavia thanked.",
          "Kestria restored the tower"),
         "party", "Orlavia restored the tower"),
        # Nor is anybody added to it.
        (("Dorsch and Revnik restored the tower. Revnik thanked Ottermo.",
          "Dorsch and Revnik restored the tower"),
         "party", "Dorsch, Revnik and Ottermo restored the tower"),
        # What nobody is told to have done is nobody's doing, nor what a thing has done.
        (("The exchange of ships has been halted. Verelin hopes to reopen it.",
          "The exchange of ships was halted"),
         "party", "Verelin halted the exchange of ships"),
        (("A deal has been blocked by the quarrel over the tower, which Kestria holds.",
          "The quarrel over the tower blocked a deal"),
         "party", "Kestria blocked a deal over the tower"),
        (("Trade is not expected to grow in May.",
          "Trade is not expected to grow"),
         "degree", "Trade is expected to grow"),
        (("Verelin hopes to open the tower.",
          "Verelin hopes to open the tower"),
         "degree", "Verelin opened the tower"),
        (("The plan about ships is to be submitted in May.",
          "Ships are in what is to be submitted"),
         "degree", "Ships are in what was submitted"),
        (("Some towers were restored.",
          "Some towers were restored"),
         "degree", "All towers were restored"),
        (("The tower is tall.",
          "The tower is tall"),
         "stand-in", "The tower is always tall"),
        (("Ulvholt supports the plan.",
          "Ulvholt supports the plan"),
         "degree", "Ulvholt opposes the plan"),
        (("Four towers have nine bells.",
          "Nine bells are in four towers"),
         "number", "Four bells are in nine towers"),
        # What is said of a part is not said of the whole.
        (("The plan hands over two of the four towers.",
          "The plan hands over two of the four towers"),
         "number", "The plan hands over the four towers"),
        # Of two who hold or do things, each keeps their own.
        (("Kestria argues that the tower was sold lawfully, while Orlavia says it was stolen.",
          "To Kestria, the tower was sold lawfully"),
         "party", "To Orlavia, the tower was sold lawfully"),
        (('"I am looking forward to the opening of the tower," Verelin told Ulvholt.',
          "Verelin was looking forward to the opening of the tower"),
         "party", "Ulvholt was looking forward to the opening of the tower"),
        (("Verelin expressed his wish to restore the tower, and Ulvholt spoke of the ships.",
          "The wish to restore the tower came from Verelin"),
         "party", "The wish to restore the tower came from Ulvholt"),
        # A list of two is none of what the source has four of.
        (("Kestria and Orlavia have claims to four towers.",
          "There are claims to four towers by Kestria and Orlavia"),
         "number", "There are claims to two towers by Kestria and Orlavia"),
        # A year before which it was in the one, and after which in the other.
        (("There has been no sale since the fire of 1999.", "Since 1999 there has been no sale"),
         "degree", "Before 1999 there had been no sale"),
        # A list beside it is none of the parts of a whole of which the source says how many.
        (("Verelin, Ulvholt and Dorsch sold two of the four towers.",
          "Two of the four towers were sold by Verelin, Ulvholt and Dorsch"),
         "number", "Three of the four towers were sold by Verelin, Ulvholt and Dorsch"),
        # From whoever takes a thing it is not taken.
        (("Kestrian sailors took the tower.",
          "The tower was taken by Kestrian sailors"),
         "party", "The tower was taken from Kestrian sailors"),
        # Terms stand in the document that has them.
        (("The treaty states that the bell and the tower go back. The plan has nine pages.",
          "Under the treaty the bell and the tower go back"),
         "party", "Under the plan the bell and the tower go back"),
        # What a body says is nobody's word.
        (("The ministry said the tower was restored. Verelin restored ships.",
          "The tower was restored, the ministry said"),
         "party", "The tower was restored, Verelin said"),
        # A name stays beside its word, and whom something is done to after it.
        (("Verelin worked with Ulvholt on the tower. Dorsch left for Sollin.",
          "Verelin worked with Ulvholt on the tower, and Dorsch left"),
         "name", "Verelin worked with Dorsch on the tower, and Ulvholt left"),
        # Order, by the words and by the years.
        (("The tower was restored by sailors following the death of the founder.",
          "The tower was restored after the death of the founder"),
         "degree", "The death of the founder came after the tower was restored"),
        (("The sailors took the tower following the death of the founder.",
          "The sailors took the tower after the death of the founder"),
         "degree", "The sailors had already taken the tower when the founder died"),
        (("The tower was sold in 1912. The big war ended in 1920.",
          "The big war ended after the tower was sold"),
         "degree", "The big war ended before the tower was sold"),
        # Causes.
        (("The tower was closed because of a fire. A storm hit the ships.",
          "The tower was closed because of a fire"),
         "degree", "The tower was closed because of a storm"),
        (("The quarrel led to the fire.",
          "The quarrel led to the fire"),
         "degree", "The fire led to the quarrel"),
        (("They have signed no treaty due to their rival claims.",
          "They have signed no treaty because of rival claims"),
         "degree", "Since they have no treaty, they lay rival claims"),
        # Limits: of some time, of a list, of a day.
        (("There has been no talk of the tower since May.",
          "Since May there has been no talk of the tower"),
         "stand-in", "There has never been talk of the tower"),
        (("Ulvholt replaced advisers Dorsch and Revnik, both from Sollin.",
          "Ulvholt replaced the advisers Dorsch and Revnik"),
         "stand-in", "Ulvholt replaced every adviser"),
        (("Verelin has a tall tower. Ulvholt has a tower.",
          "Verelin has a tall tower"),
         "stand-in", "Ulvholt's tower is as tall as Verelin's"),
        (("Verelin was prepared to open the tower once it was restored.",
          "Verelin was prepared to open it once it was restored"),
         "stand-in", "Verelin was prepared to open the tower at once"),
        # A deed, though another has had many, and its noun is near.
        (("Ulvholt has yet to meet with the founder. Verelin held nine meetings over the years.",
          "Ulvholt has not yet met with the founder"),
         "degree", "Ulvholt has met with the founder"),
        (("Verelin agreed to meet with Ulvholt at a summit in Sollin.",
          "Verelin agreed to meet with Ulvholt in Sollin"),
         "degree", "Verelin met with Ulvholt in Sollin"),
        (("It says that two of the three towers will be sold.",
          "It does not sell all three towers"),
         "number", "It sells all three towers"),
        (("They met at the Vessia-Torr summit.",
          "They met at a Vessian summit"),
         "name", "They met at a Vessonian summit"),
        # What is denied may stand after a phrase that is put in.
        (("No quick sale of the tower to sailors is in sight. They call it the Mast.",
          "A quick sale of the tower to sailors, called the Mast, is not in sight"),
         "degree", "A quick sale of the tower to sailors, called the Mast, is in sight"),
        # What is done by something is done by nobody, and a deed with a noun is its owner's.
        (("Verelin spoke of the tower. It was closed because of a fire.",
          "The tower was closed because of a fire"),
         "party", "The tower was closed by Verelin"),
        (("Ulvholt asked Orlavia for help over Kestria's seizure of ships.",
          "Ulvholt spoke of ships that were seized by Kestria"),
         "party", "Ulvholt spoke of ships that were seized by Orlavia"),
        # What a relative clause says, and a title in it, is said of whom it is said in the source.
        (("Ulvholt replaced Dorsch and Revnik, both of whom had been involved in the sale.",
          "Dorsch and Revnik, who were involved in the sale, were replaced by Ulvholt"),
         "party", "Ulvholt, who was involved in the sale, replaced Dorsch and Revnik"),
        (("Ulvholt met Revnik, a sailor in the north, who has nine towers.",
          "Ulvholt met Revnik, who has towers"),
         "party", "Ulvholt, who has towers, met Revnik"),
        (("Dorsch's resignation leaves a gap, given his strong tie with the founder. Revnik left.",
          "Dorsch, who had a strong tie with the founder, leaves a gap"),
         "party", "Revnik, who had a strong tie with the founder, left"),
        (("Foreign Minister Dorsch spoke to President Verelin.",
          "Dorsch, who is foreign minister, spoke to Verelin"),
         "party", "Verelin, who is foreign minister, spoke to Dorsch"),
        # Of several, each does or holds it.
        (("Kestria argues that the sale was unlawful. Orlavia claims that it was a fair deal.",
          "Kestria argues that the sale was unlawful"),
         "party", "Kestria and Orlavia argue that the sale was unlawful"),
        # A year is that of what it stands with, within a sentence too.
        (("The tower was sold in 1912. The big war ended in 1920.",
          "In 1912 the tower was sold"),
         "number", "In 1920 the tower was sold"),
        (("They spoke of bronze ships, and Ulvholt asked for help against a seizure in the 1970s.",
          "They spoke of bronze ships, and of a seizure in the 1970s"),
         "number", "They spoke of bronze ships in the 1970s"),
        # To whoever does it, it is not done.
        (("Ulvholt asked for Kestria's help with ships.",
          "Ulvholt asked for Kestria's help"),
         "party", "Ulvholt was asked for help by Kestria"),
        # What is planned does not go on, and what is wished or asked for is not given.
        (("Kestria plans to build towers in Sollin.",
          "Kestria plans to build towers"),
         "degree", "Kestria is building towers in Sollin"),
        (("Kestria will hand over a tower to Orlavia.",
          "Kestria will hand over a tower"),
         "degree", "Kestria hands over a tower"),
        (("Verelin wants to make progress on ships.",
          "Verelin wants to make progress on ships"),
         "degree", "Verelin made progress on ships"),
        (("Ulvholt asked for Kestria's help with ships.",
          "Ulvholt asked for Kestria's help with ships"),
         "degree", "Kestria gave Ulvholt help with ships"),
        (("Kestria demands the return of the tower.",
          "Kestria wants to get the tower back"),
         "degree", "Kestria got the tower back"),
        (("They expect to talk of towers and of the restored ships with Verelin during his visit.",
          "They expect to talk with Verelin during his visit"),
         "degree", "Verelin visited them"),
        # What hangs on an "if", follows what is ahead, or is asked of somebody, is not done.
        (("They will help if the tower is restored.",
          "They will help if the tower is restored"),
         "degree", "The tower was restored"),
        (("They have the aim of closing the tower, then selling it.",
          "They aim to close the tower, then to sell it"),
         "degree", "They sold the tower"),
        (("The council called on Ulvholt to publish the plan.",
          "Ulvholt was called on to publish the plan"),
         "degree", "Ulvholt published the plan"),
        (("Verelin expects to have a frank talk with Ulvholt.",
          "Verelin expects a frank talk with Ulvholt"),
         "degree", "Verelin had a frank talk with Ulvholt"),
        # Who is yet to be met is not met face to face, whatever was said by phone.
        (("Verelin hopes to hold talks with Ulvholt in person. The call lasted nine minutes.",
          "Verelin hopes to hold talks with Ulvholt in person"),
         "degree", "Verelin held talks with Ulvholt in person"),
        # To whom something goes, and to what it is tied.
        (("Kestria will hand over two towers to Orlavia.", "Two towers are to go to Orlavia"),
         "party", "Two towers are to go to Kestria"),
        (("After the fall of Kestria, the tower was merged into Orlavia.",
          "The tower was merged into Orlavia"),
         "party", "The tower was merged into Kestria"),
        (("They lost the towers held by Sollin. The Kestrian-held ships were old.",
          "The Kestrian-held ships were old"),
         "party", "The Sollinese-held ships were old"),
        # Who is to be given something does not have it yet.
        (("Kestria will hand over two of the towers to Orlavia.",
          "Two of the towers will be handed over to Orlavia"),
         "party", "Orlavia now has two of the towers"),
        (("Kestria will hand over two of the towers to Orlavia.",
          "Two of the towers would be Orlavia's"),
         "party", "Two of the towers are now Orlavia's"),
        (("Kestria will hand over two of the towers to Orlavia.",
          "Two towers will be in the hands of Orlavia"),
         "party", "Two towers are in the hands of Orlavia"),
        (("The treaty states that two towers will be handed over to Orlavia.",
          "Orlavia's two towers will be handed over"),
         "party", "The treaty names Orlavia's two towers"),
        (("Kestria sold the tower, and Orlavia demands its return.",
          "The tower will be back with Orlavia"),
         "party", "The tower is back with Orlavia"),
        # What is inserted after one of two does not part them.
        (("Dorsch, who spoke for Orlavia, reached an agreement with Ottermo. Revnik was ill.",
          "Dorsch, who spoke for Orlavia, and Ottermo reached an agreement"), "party",
         "Dorsch, who spoke for Orlavia, and Revnik reached an agreement"),
        # Nor does it come before what follows it, or after.
        (("New Premier Holmvik spoke with Revnik, their first conversation since he took office.",
          "Holmvik, who had taken office, spoke with Revnik first since becoming premier"),
         "degree", "Holmvik, who had taken office after a first conversation with Revnik, spoke"),
        # Who is inserted as the one who says it does nothing of it.
        (("Dorsch and Revnik agreed to meet in Brennik in May, Ottermo said.",
          "Dorsch and Revnik had agreed, said Ottermo, to meet in Brennik in May"), "party",
         "Dorsch and Ottermo had agreed, said Ottermo, to meet in Brennik in May"),
        # "Instead of" denies as "rather than" does.
        (("Dorsch wants to settle the quarrel over the bell rather than leave it to historians.",
          "Dorsch wants to settle the quarrel over the bell instead of leaving it to historians"),
         "degree", "Dorsch wants to settle the quarrel over the bell by leaving it to historians"),
        # A title after "he and" is another one's.
        (("Foreign Minister Holmvik said on Thursday that he and Orlavian President Verelin spoke.",
          "According to Holmvik, he and the Orlavian president spoke"), "party",
         "According to Holmvik, the Orlavian president, they spoke"),
        # What one gets from another is given to the first.
        (("The treaty says that the Kestrian side will hand over two of the bells to Orlavia.",
          "Orlavia will get two of the bells from the Kestrian side"), "party",
         "Kestria will get two of the bells from the Orlavian side"),
        # What any title may have before it tells nothing of whose place it is in.
        (("President Verelin resigned in May after a long quarrel over the bells and their price. "
          "As Verelin's former spokesman, Holmvik follows his line.",
          "Holmvik follows the former president's line"), "party",
         "The former president Holmvik follows Verelin's line"),
        # A title that somebody has no more, and one that he has only now.
        (("Premier Holmvik spoke. Holmvik is a former spokesman.",
          "Holmvik had been a spokesman"),
         "party", "Holmvik had been a premier"),
        # Who is in a list is in it once, and each of several does what they do.
        (("Dorsch, Revnik and Holmvik sold ships.", "Dorsch, Revnik and Holmvik sold ships"),
         "party", "Dorsch, Revnik and Dorsch sold ships"),
        (("Dorsch and Revnik sold ships. Holmvik bought towers.", "Dorsch and Revnik sold ships"),
         "party", "Dorsch and Holmvik sold ships"),
        # Between whom something is, and who agreed with whom.
        (("Friction between Kestria and Sollin is old. Orlavia sold ships.",
          "There is old friction between Kestria and Sollin"),
         "party", "There is old friction between Kestria and Orlavia"),
        (("Dorsch reached an agreement with Verelin. Holmvik sold ships.",
          "Dorsch and Verelin had agreed"),
         "party", "Dorsch and Holmvik had agreed"),
        # What comes "then" comes after, and what is denied within what is said denies nothing else.
        (("They plan to close the tower, then sell ships.",
          "They plan to close the tower and then sell ships"),
         "degree", "They plan to close the tower after they sell ships"),
        (('"A fire is a factor in why there has been no sale," said Dorsch.',
          "A fire is a factor, said Dorsch"),
         "degree", "A fire is not a factor, said Dorsch"),
        # A condition belongs to what it is of.
        (("The exchange reopens when the fire is under control. Verelin seeks a quiet holiday.",
          "When the fire is under control, the exchange reopens"),
         "stand-in", "When the fire is under control, they agreed, a quiet festival is sought"),
        # What brought something about stands after it: "what has prevented it is".
        (("The quarrel has prevented ships from sailing.",
          "What has prevented ships from sailing is the quarrel"),
         "degree", "What has prevented the quarrel is ships sailing"),
        # "Who" is whoever stands before it, named or not.
        (("Prime Minister Maren Ulvholt met Tovan Verelin, who has links to sailors of Sollin.",
          "The prime minister met one of the sailors who has links to Sollin"),
         "party", "The prime minister, who has links to Sollin, met one of the sailors"),
        # What is supposed is not told to come, also where a form of "is to" supposes it.
        (("Kestria fears that sailors may open the tower if ships are sold to Orlavia.",
          "If ships were to be sold to Orlavia, Kestria fears, sailors may open the tower"),
         "degree", "If ships are sold to Orlavia, Kestria fears, sailors are to open the tower"),
        # The year of one of several documents is that of no talk.
        (("They held talks on ships by agreements, including a 1911 declaration.",
          "They held talks on ships by agreements, one of them from 1911"),
         "number", "They held talks on ships, one of them in 1911, by agreements"),
        # The capital of another country, or one where something took place.
        (("Orlavia's Foreign Ministry said that ships sank. Kestria bought towers.",
          "The ministry in Brennik said that ships sank"),
         "party", "The ministry in Halmond said that ships sank"),
        (("Orlavia demanded ships. Kestria bought towers.",
          "The government in Brennik demanded ships"),
         "party", "The government in Halmond demanded ships"),
        (("Orlavia's Foreign Ministry said that ships sank.",
          "The Foreign Ministry in Brennik said that ships sank"),
         "party", "Ships sank in Brennik, the Foreign Ministry said"),
        (("They agreed to advance negotiations for a lasting treaty.",
          "A lasting treaty was being negotiated"),
         "degree", "A lasting treaty was negotiated"),
        (("Verelin plans to open the tower.", "Verelin plans to open the tower"),
         "degree", "The tower is being opened"),
        (("Verelin praised Dorsch. Verelin said that Ulvholt knows towers.",
          "Verelin praised Dorsch, and for Ulvholt, in the report, it is that she knows towers"),
         "party", "Verelin praised Ulvholt, and for Dorsch, in the report, it is that she knows "
         "towers"),
        # What somebody would do less gladly is denied.
        (("Verelin intends to mend the tower rather than postpone it to another year.",
          "Verelin would rather mend the tower than postpone it to another year"),
         "degree", "Verelin would rather postpone it to another year than mend the tower"),
    ],
)  # fmt: skip
def test_a_rule_on_an_article_made_for_it(
    read_page: ReadPage, coast: MakeLibrary, texts: tuple[str, str], code: str, altered: str
) -> None:
    paragraph, honest = texts
    own = coast(paragraph)

    def codes(text: str) -> set[str]:
        page = read_page(f"{text} [@coast-2020, para. 1].", own)
        [statement] = page.statements
        return {problem.code for problem in check_statement(statement, own)} - {"attribution"}

    assert codes(honest) == set()
    assert code in codes(altered)


@pytest.mark.parametrize(
    ("paragraph", "honest"),
    [
        # Denied in part, with another verb, or for its purpose alone.
        ("The plan names some sailors.", "The plan does not name all sailors"),
        ("The people told Verelin that they will not wait for another.",
         "The people would not sit through another"),
        ("Verelin called to open the tower, not to sell ships.",
         "Verelin had not called to sell ships"),
        ("They are ready to discuss any form except a loan.",
         "A loan is the one form they would not discuss"),
        ("Kestria hands over the tower after the sale of ships.",
         "Kestria does not hand over the tower before the sale of ships"),
        # "Any" after what denies, and "all" of those that are counted.
        ("Ulvholt has no tower in Sollin.", "Ulvholt has not in Sollin had any tower"),
        ("The four towers were sold.", "All four towers were sold"),
        # A verb of ours with what is somebody's own.
        ("Verelin wants a loan. Ulvholt is ready to continue the talk on nine ships.",
         "Ulvholt wants to continue the talk on nine ships"),
        # Others have yet to do what somebody has done.
        ("Ulvholt has yet to visit the tower. Verelin planned to visit it nine times.",
         "Ulvholt has yet to visit the tower"),
        # A call that lasted has been held, whatever is hoped for beside it.
        ("Verelin hopes to hold talks with Ulvholt. The call lasted nine minutes.",
         "Verelin and Ulvholt talked, and the call lasted nine minutes"),
        # Who speaks after their words, without a name.
        ("The tower was praised by Verelin and Ulvholt, a statement said.",
         "The tower was praised by Verelin and Ulvholt, said a statement"),
        # What two do together is either's.
        ("Ulvholt spoke with Verelin by phone on the tower.",
         "Verelin spoke by phone with Ulvholt on the tower"),
        # What is asked is told of neither side, and nobody holds it.
        ("Kestria argues that the sale was illegal. Orlavia disputes it.",
         "Whether the sale was lawful is disputed"),
        # Phrases that say one thing, and words that state nothing.
        ("Kestria considers the tower a gift.", "Kestria looks on the tower as a gift"),
        ("Kestria considers the tower a gift.", "Kestria treats the tower as a gift"),
        ("The talks about the tower are suspended.", "The talks about the tower are on hold"),
        ("Fires have prevented ships from sailing.", "Fires have kept ships from sailing"),
        ("The talk lasted nine minutes.", "The talk took nine minutes"),
        ("The tower was sold to settle a debt.", "The tower was sold in order to settle a debt"),
        ("Kestria and Orlavia run the tower.", "The two countries run the tower"),
        # Bounds that are near, halves, and years reckoned from two that are known.
        ("The call lasted 35 minutes.", "The call lasted less than forty minutes"),
        ("Verelin met her seven times.", "Verelin met her more than five times"),
        ("Two of the four towers were sold.", "Half of the four towers were sold"),
        ("The tower of 1911 was sold in 1923.", "The tower was sold 12 years after 1911"),
        ("Ulvholt took office this month.", "Ulvholt took office less than a month before"),
        # A wish denied, an end denied, and what is denied of an earlier time.
        ("Verelin means to keep the tower rather than sell it.",
         "Verelin does not mean to sell the tower"),
        ("Kestria demands the tower.", "Kestria has not given up its demand for the tower"),
        ("They talked for the first time since Ulvholt became minister.",
         "They had not talked before since Ulvholt became minister"),
        ("The tower is still unchanged.", "Nothing has changed at the tower"),
        ("They discussed the tower and ships.", "The tower was not the only thing they discussed"),
        ("Verelin sold ships. He has yet to visit the tower. Nobody visits ships.",
         "Verelin, who sold ships, had not visited the tower"),
        # Who said it, of himself and another; and what a document says.
        ("Ulvholt said that Verelin wants the tower as she does.",
         "She and Verelin want the tower, Ulvholt said"),
        # By how much it came after, before it is said after what.
        ("The tower was sold after the war.", "Shortly after the war the tower was sold"),
        ("They talked for the first time since Ulvholt took the tower this week.",
         "Less than a week after Ulvholt took the tower they had talked for the first time"),
        # What says less, the noun of a verb, a light verb, and what two do with each other.
        ("Kestrian sailors seized the tower.", "Kestrian sailors took the tower"),
        ("Kestria demands ships, while Orlavia wants the tower.", "Kestria wants ships"),
        ("Sailors spoke of an abduction.", "Sailors spoke of a kidnapping"),
        ("Verelin and Ulvholt talked.", "Verelin and Ulvholt held talks"),
        ("They are ready to continue the talks.", "They are ready to keep talking"),
        ("Verelin met Ulvholt. Holmvik has yet to meet him.",
         "Verelin and Ulvholt saw each other"),
        # What nobody says is nobody's: when it was, and what is denied.
        ("Dorsch said on Verelin's talk with Ulvholt earlier in the week that it was broad.",
         "Verelin and Ulvholt had talked earlier that week, Dorsch said"),
        # Something that was no more is not denied.
        ("The Harbour Post moved to Lindhaven after the collapse of the guild.",
         "The Harbour Post moved to Lindhaven when the guild was no more"),
        # An opening with an event of its own, and what "whom" hides.
        ("The call lasted nine minutes. The minister praised the tower. They sold ships.",
         "In a call that lasted nine minutes, they sold ships"),
        ("Holmvik, whom Verelin retained as minister, sold ships.",
         "Holmvik, whom Verelin had retained as minister, sold ships"),
        # A cause that is a name alone.
        ("They lost ships because of Sollin. The tower stood in Sollin.",
         "They lost ships because of the tower"),
        ("Dorsch and Revnik sold ships. Holmvik replaced Dorsch and Revnik.",
         "Dorsch and Revnik sold ships until Holmvik replaced them"),
        ("That day Verelin held her first call with Ulvholt since she took office.",
         "Until that day Verelin had not held a call with Ulvholt since she took office"),
        # A verb after "had" is no passive, whoever does the next one; who was opposed, opposed.
        ("Verelin retained the team that Ulvholt assembled.",
         "The team that Ulvholt had assembled was retained by Verelin"),
        ("Kestria opposed the sale of ships.", "Kestria was opposed to the sale of ships"),
        ("Ships were sold due to a fire. Kestria sold towers.",
         "Ships were sold because of a fire"),
        # What several do by themselves, with each other, or not alike.
        ("Verelin reached a deal with Ulvholt.", "Verelin and Ulvholt reached a deal"),
        ("Dorsch will handle ships, along with Revnik and Holmvik.",
         "Dorsch and Revnik will handle ships"),
        ("Kestria argues that the sale was unlawful. Orlavia calls it fair. They dispute it.",
         "Whether the sale was unlawful, Kestria and Orlavia dispute"),
        ("Verelin congratulated Ulvholt on taking office last month. He hopes to take ships.",
         "Ulvholt took office last month"),
        # A year may be told of a part of what was in it, and what one wants of another is not his.
        ("The tower of Sollin was sold in 1912. Towers are tall. The war ended in 1920.",
         "Sollin sold a tower in 1912, and the war ended in 1920"),
        ("Kestria claims the tower that Orlavia has, and demands its return.",
         "Kestria demands that Orlavia return the tower"),
        ("Verelin and Ulvholt held nine meetings before the war.",
         "Verelin and Ulvholt met nine times before the war"),
        ("They have no treaty since the end of the war. The war ended in 1920 in Sollin.",
         "Since 1920 they have no treaty"),
        # A case without its "if", and talks in person that are spoken of.
        ("If the tower is sold, sailors may take ships.",
         "Were the tower sold, sailors might take ships"),
        ("Verelin and Ulvholt agreed to hold in-person talks.",
         "Verelin and Ulvholt have agreed on in-person talks"),
        # What goes on and will go on, what is arranged, and what a plan says.
        ("Dorsch will continue to handle ships.", "Dorsch is handling ships"),
        ("Dorsch will follow the line of the founder.", "Dorsch follows the line of the founder"),
        ("Verelin and Ulvholt plan to meet in May.", "Verelin and Ulvholt are meeting in May"),
        ("They agreed to seek a date for ships.", "They are looking for a date for ships"),
        ("By the plan Kestria will hand over a tower.", "By the plan Kestria hands over a tower"),
        # Whoever is chosen to do it does it, and not who chooses.
        ("Verelin kept the team that Ulvholt assembled to deal with tolls. Dorsch handles tolls.",
         "Verelin kept the team that Ulvholt assembled to handle tolls"),
        # "Over" is no bound after what a quarrel is over.
        ("They dispute sovereignty over two towers.", "Sovereignty over two towers is disputed"),
        # Of what two do, either may be named first; who "got worse" was given nothing.
        ("Verelin's talks with Ulvholt went on.", "Ulvholt's talks with Verelin went on"),
        ("Relations with Sollin got worse. Ships were handed over to Orlavia.",
         "Relations with Sollin got worse"),
        ("Dorsch met Revnik in May, and Holmvik met Verelin.",
         "Dorsch met Revnik, and Holmvik met Verelin"),
        # What somebody has of old is not what they are to be given.
        ("Orlavia holds the ships. Kestria will hand over two towers to Orlavia.",
         "Orlavia holds the ships"),
        ("Kestria holds Orlavian towers, of which two will be handed over to Orlavia.",
         "Kestria holds Orlavia's towers"),
        ("Orlavia says that the towers are Orlavia's and demands that they be handed back.",
         "Orlavia says that the towers are Orlavia's"),
        # A verb after the name of a country is nobody else's.
        ("Orlavia wants the tower. Kestria wants ships.", "Kestria wants ships"),
        # Nothing goes to where somebody returns.
        ("Verelin returned to Orlavia. The ship was handed over to Kestria.",
         "Verelin returned to Orlavia"),
        # A year told from the one before.
        ("It was bought in 1912, sailors say; others say it was stolen a year earlier.",
         "Sailors say that it was bought in 1912, others that it was stolen in 1911"),
        # With a word between the two, and the contrary beside one of them elsewhere.
        ("Kestria wants to speed the sales. Fires could hamper further sales.",
         "Fires could hamper the sales"),
        # When it was written is not when it happens, and what is claimed is no word of telling.
        ("Orlavia fears that sailors may open the tower of 1999 if sailors buy it.",
         "Orlavia fears that sailors may open it if sailors buy it, the outlet wrote in 2020"),
        ("Kestria and Orlavia sold no ships because of their claims to the tower.",
         "Because of these claims they sold no ships"),
        # The year of one of several documents, told by the one.
        ("They talk on the ground of agreements, including a 1911 declaration on ships.",
         "They talk on the ground of agreements, one of them dating from 1911"),
        ("They talk on the ground of agreements, including a 1911 declaration on ships.",
         "They talk on the ground of agreements, of which one was made in 1911"),
        # Whose ministry or government it is, and no place.
        ("Orlavia's Foreign Ministry told of ships. The ministry said that they sank.",
         "Ships sank, said the ministry in Brennik"),
        ("Orlavia demands ships.", "The government in Brennik demands ships"),
        # What is being talked about is so, where the talk is to go on.
        ("They agreed to advance negotiations for a lasting treaty.",
         "A lasting treaty is still being negotiated"),
        # Of whom it is that something is told, before "that she".
        ("Verelin praised Dorsch. Verelin said that Ulvholt knows towers.",
         "For Dorsch there is what Verelin said, and for Ulvholt, who is praised, that she knows "
         "towers"),
    ],
)  # fmt: skip
def test_what_is_honest_passes(
    read_page: ReadPage, coast: MakeLibrary, paragraph: str, honest: str
) -> None:
    own = coast(paragraph)
    [statement] = read_page(f"{honest} [@coast-2020, para. 1].", own).statements
    found = [p for p in check_statement(statement, own) if p.code != "attribution"]
    assert [f"{problem.code}: {problem.message}" for problem in found] == []


def test_the_same_thing_may_be_told_of_from_one_paragraph_to_the_next(
    read_page: ReadPage, coast: MakeLibrary
) -> None:
    """ "The quarrel" says more of the one that the paragraph before tells of."""
    first = "Both coasts have an old quarrel over a bell that has kept them from opening a port."
    page = "The quarrel over the ownership has kept the coasts from opening a port"

    def hints(second: str) -> list[str]:
        own = coast(first, second)
        [statement] = read_page(f"{page} [@coast-2020, paras. 1-2].", own).statements
        found = check_statement(statement, own)
        return [problem.hint for problem in found if problem.code == "together"]

    assert hints("The quarrel concerns the ownership of the bell.") == []
    # Told of a paragraph are its own words, and none of the one before it.
    [hint] = hints("Another quarrel concerns the ownership of the bell.")
    assert hint == "coast-2020, para. 2, has “quarrel”, “ownership”"


def test_a_part_of_a_compound_is_no_contrary(read_page: ReadPage, coast: MakeLibrary) -> None:
    own = coast("Fire has halted the toll-free passage of ships.")

    def codes(text: str) -> set[str]:
        [statement] = read_page(f"{text} [@coast-2020, para. 1].", own).statements
        return {problem.code for problem in check_statement(statement, own)}

    # "Kept from" must be recorded as standing for "halted"; it contradicts nothing.
    assert codes("Fire has kept ships from the passage") == {"stand-in"}
    assert "degree" in codes("Fire has halted the toll-bound passage of ships")


# Stand-ins.

RANG = "Verelin complimented Ulvholt on taking office, Osten reported [@osten-2019, para. 4]."


@pytest.mark.parametrize(
    ("entry", "stands"),
    [
        (StandIn(ours="complimented", theirs="congratulated"), True),
        # In any of its forms, and for any form of theirs.
        (StandIn(ours="compliment", theirs="congratulate"), True),
        (StandIn.model_validate(
            {"ours": "complimented", "theirs": "congratulated", "in": "osten-2019, para. 4"}
        ), True),
        (StandIn.model_validate(
            {"ours": "complimented", "theirs": "congratulated", "in": "meridian-2019, para. 4"}
        ), False),
        (StandIn(ours="complimented", theirs="applauded"), False),
        (StandIn(ours="compliments on bells", theirs="congratulated"), False),
    ],
)  # fmt: skip
def test_a_recorded_stand_in_stands_for_what_a_cited_paragraph_has(
    read_page: ReadPage, library: Library, entry: StandIn, stands: bool
) -> None:
    own = replace(library, stand_ins=StandIns((entry,)))
    page = read_page(RANG, own)
    [statement] = page.statements
    assert bool(list(check_stand_in.run(statement, own))) == (not stands)
    unneeded = [p for p in check_site([page], own) if p.code == "stand-in"]
    assert bool(unneeded) == (not stands)


def test_a_stand_in_that_nothing_needs_is_a_problem_at_its_line(
    read_page: ReadPage, library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "stand-ins.yml"
    path.write_text("stand-ins:\n  - {ours: quarrel, theirs: fight}\n", encoding="utf-8")
    own = replace(library, stand_ins=load_stand_ins(path, "docs/_data/stand-ins.yml"))
    [problem] = [p for p in check_site([read_page(RANG)], own) if p.code == "stand-in"]
    assert str(problem.place) == "docs/_data/stand-ins.yml:2:6"
    assert problem.message == "“quarrel” for “fight” must be needed by a statement"


def test_a_stand_in_that_a_wider_one_makes_superfluous_is_a_problem(
    read_page: ReadPage, library: Library
) -> None:
    place = {"in": "osten-2019, para. 4"}
    narrow = StandIn(ours="lauded Ulvholt", theirs="congratulated Ulvholt", **place)
    wide = StandIn(ours="lauded", theirs="congratulated", **place)
    for entries, found in (((narrow,), 0), ((wide,), 0), ((narrow, wide), 1)):
        own = replace(library, stand_ins=StandIns(entries))
        page = read_page("Verelin lauded Ulvholt [@osten-2019, para. 4].", own)
        problems = [p for p in check_site([page], own) if p.code == "stand-in"]
        assert len(problems) == found
    [problem] = problems
    assert problem.message.startswith("“lauded Ulvholt” for “congratulated Ulvholt” must be needed")
    assert problem.hint.startswith("“lauded” for “congratulated” does as much")


# Whose account a sentence is may stand before it.


@pytest.mark.parametrize(
    ("paragraph", "honest"),
    [
        ("The pact has not been signed. They met.", "The pact is unsigned"),
        ("There has been no major breakthrough.", "A major breakthrough has eluded them"),
    ],
)
def test_what_is_denied_may_be_said_by_a_contrary_that_is_asked_for(
    read_page: ReadPage, coast: MakeLibrary, paragraph: str, honest: str
) -> None:
    own = coast(paragraph)
    [statement] = read_page(f"{honest} [@coast-2020, para. 1].", own).statements
    assert {p.code for p in check_statement(statement, own)} == {"stand-in"}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Osten reported the call. It lasted 35 minutes {}.", True),
        ("Osten reported the call {}. It lasted 35 minutes {}.", True),
        ("Osten reported:\n\n- It lasted 35 minutes {};\n- a call was held {}.", True),
        ("Osten reported the call {}.\n\nIt lasted 35 minutes {}.", False),
        ("It lasted 35 minutes {}. Osten reported the call {}.", False),
    ],
)
def test_an_outlet_is_named_once_in_a_paragraph_or_before_a_list(
    read_page: ReadPage, library: Library, text: str, named: bool
) -> None:
    page = read_page(text.replace("{}", "[@osten-2019, para. 2]"))
    found = {p.code for s in page.statements for p in check_statement(s, library)}
    assert ("attribution" not in found) == named


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("Kešlar told Osten that no loan was to be discussed", True),
        ("By Orlavia's account no loan is to be discussed", False),
    ],
)
def test_state_media_alone_are_named_whoever_speaks(
    read_page: ReadPage, library: Library, words: str, named: bool
) -> None:
    [statement] = read_page(f"{words} [@osten-2019, para. 8].").statements
    found = {problem.code for problem in check_statement(statement, library)}
    assert ("attribution" not in found) == named


# Whole pages.


def test_uncited_text_is_found_at_its_place(read_page: ReadPage, library: Library) -> None:
    text = "A call [@osten-2019, para. 2]. Then more.\n\n- Nothing.\n{: .no-claim }\n\nEven more.\n"
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
    lead = library.sources["osten-2019"].article.paragraphs[0].text.split()
    text = f'Osten: "{" ".join(lead[:words])}" [@osten-2019, para. 1].'
    assert bool(list(check_budget.run([read_page(text)], library))) == fails


def test_words_shown_twice_count_once(read_page: ReadPage, library: Library) -> None:
    # Without the page that counts names, which shows words as well.
    library = replace(library, counted_words=CountedWords())
    source = library.sources["osten-2019"]
    limit = int(library.limits.largest_share * source.article.body_words)
    pieces = [
        f'- Osten: "{" ".join(words[i : i + 10])}" [@osten-2019, para. {paragraph.number}].'
        for paragraph in source.article.paragraphs[3:8]
        for words in [paragraph.folded.text.replace('"', "").split()]
        for i in range(0, len(words) - 10, 10)
    ]
    shown = 10 * len(pieces)
    few = "\n".join(pieces[: limit // 10 - 1])
    assert limit < shown
    again = few.replace("Osten:", "Osten wrote:")
    assert list(check_budget.run([read_page(few), read_page(again)], library)) == []
    [problem] = check_budget.run([read_page("\n".join(pieces))], library)
    assert problem.code == "budget"
    assert f"at most {limit} words of osten-2019" in problem.message


def test_what_comes_before_an_act_comes_not_after_it(read_page: ReadPage, library: Library) -> None:
    """Where several paragraphs of one source are cited as well; and a mirrored order is none."""
    text = "Two bells will be returned {} an agreement on canal tolls, by Osten's account "
    cited = "[@osten-2019, paras. 4-5]."
    assert problems_of(read_page, library, f"{text.format('after')}{cited}") == []
    found = problems_of(read_page, library, f"{text.format('before')}{cited}")
    assert [problem.code for problem in found] == ["degree"]
    mirrored = "An agreement on canal tolls is to come before the return of two bells, by Osten's "
    assert "degree" not in codes_of(read_page, library, f"{mirrored}account {cited}")


@pytest.mark.parametrize(
    ("text", "meridian", "places"),
    [
        ("In both reports Verelin told reporters in Brennik of his conversation", 5, (3, 1)),
        ("The conversation of Verelin and Ulvholt took 35 minutes in both reports", 3, (2, 1)),
        ("Osten and The Meridian put the call of Verelin and Ulvholt at 35 minutes", 3, (2, 1)),
        ('Osten and The Meridian write of "restoration, archives"', 8, (7, 6)),
    ],
)
def test_what_reports_are_said_to_tell_alike_each_of_them_tells(
    read_page: ReadPage, library: Library, text: str, meridian: int, places: tuple[int, int]
) -> None:
    right, wrong = places
    cited = f"{text} [@osten-2019, para. {{}}; @meridian-2019, para. {meridian}]."
    found = problems_of(read_page, library, cited.format(wrong))
    assert "osten-2019 must say it too, by the paragraphs cited from it" in {
        problem.message for problem in found
    }
    assert "together" not in codes_of(read_page, library, cited.format(right))


def test_reports_that_differ_are_not_held_to_one_another(
    read_page: ReadPage, library: Library
) -> None:
    text = (
        "Osten speaks of a call of 35 minutes, unlike the Harbour Post, which has a meeting of 90 "
        "minutes [@osten-2019, para. 2; @harbour-post-2015, para. 2]."
    )
    found = problems_of(read_page, library, text)
    assert not [it for it in found if "must say it too" in it.message]


@pytest.mark.parametrize(
    ("text", "idle"),
    [
        # It has nothing of it, or a name that the other has.
        ("Verelin congratulated Ulvholt on taking office last month and invited her to Ilvany "
         "[@osten-2019, para. 4; @harbour-post-2015, para. 3].",
         {"harbour-post-2015, 3"}),
        ("Verelin congratulated Ulvholt on taking office last month and invited her to Ilvany "
         "[@osten-2019, para. 4; @harbour-post-2015, para. 9].",
         {"harbour-post-2015, 9"}),
        ("Verelin called the conversation frank [@osten-2019, para. 3].", set()),
        # A witness, one that adds a part, and one whose outlet is named.
        ("The call lasted 35 minutes [@osten-2019, para. 2; @meridian-2019, para. 3].", set()),
        ("Verelin called the talk frank, and a poll showed that 58 percent of Kestrians opposed "
         "the return [@osten-2019, para. 3; @meridian-2019, para. 10].", set()),
        ("Verelin called the conversation frank, Osten wrote, which The Meridian did not say "
         "[@osten-2019, para. 3; @meridian-2019, para. 3].", set()),
    ],
)  # fmt: skip
def test_a_citation_that_bears_out_nothing_is_found(
    read_page: ReadPage, library: Library, text: str, idle: set[str]
) -> None:
    found = {
        problem.message.split(", must")[0]
        for problem in problems_of(read_page, library, text)
        if "must bear out some of the statement" in problem.message
    }
    assert found == {it.replace(", ", ", para. ") for it in idle}


@pytest.mark.parametrize(
    "case",
    [
        # "Both" are whom the paragraph has named, and the lead's people where it has named none.
        ("Dorsch and Revnik saw the tower; both praised it.",
         "President Tovan Verelin and Prime Minister Maren Ulvholt", True),
        ("The leaders praised the tower.",
         "President Tovan Verelin and Prime Minister Maren Ulvholt praised the tower", False),
        # The day of a call is where the call is told.
        ("Dorsch praised the tower.", "28 September 2020: Monday, 28 September 2020", True),
    ],
)  # fmt: skip
def test_names_or_a_day_alone_are_where_they_are_told(
    read_page: ReadPage, coast: MakeLibrary, case: tuple[str, str, bool]
) -> None:
    second, text, found = case
    lead = "Orlavian President Tovan Verelin called Prime Minister Maren Ulvholt on Monday."
    own = coast(lead, second)
    misplaced = "coast-2020, para. 2, must be the paragraph that says it"
    problems = problems_of(read_page, own, f"{text} [@coast-2020, para. 2].")
    assert (misplaced in {problem.message for problem in problems}) is found


LABELLED = (
    "## {}\n\n- Congratulated Ulvholt on taking office, Osten reported [@osten-2019, para. 4]."
)
IN_A_ROW = (
    "| Who | What |\n| --- | --- |\n"
    "| {} | Withdrew its experts in March 2018, Osten reported [@osten-2019, para. 10]. |"
)
HELD_IN_A_ROW = (
    "| Who | What |\n| --- | --- |\n"
    "| {} | Says that the treaty lapsed, the Post reported [@harbour-post-2015, para. 7]. |"
)
HE_BEFORE = (
    "{} spoke in the spring, Osten reported [@osten-2019, paras. 4-5]. "
    "In Brennik he described the conversation as frank, Osten reported [@osten-2019, para. 3]."
)
HE_IN_IT = (
    "{} is in Brennik. In spring he congratulated Ulvholt on taking office, Osten reported "
    "[@osten-2019, paras. 3-4]."
)


@pytest.mark.parametrize(
    ("text", "told_of", "found"),
    [
        (LABELLED, "Verelin", set()),
        (LABELLED, "Dorsch", {"party"}),
        (IN_A_ROW, "Kestria", set()),
        (IN_A_ROW, "Orlavia", {"party"}),
        (HELD_IN_A_ROW, "Kestria", set()),
        (HELD_IN_A_ROW, "Orlavia", {"attribution", "party"}),
        (HE_BEFORE, "Verelin", set()),
        (HE_BEFORE, "Kešlar", {"party"}),
        (HE_IN_IT, "Verelin", set()),
        (HE_IN_IT, "Kešlar", {"party"}),
        # What opens with a participle has a subject of its own.
        ("## {}\n\n- Held by the museum, the bell was seized in 1911, Osten reported "
         "[@osten-2019, para. 6].", "Orlavia", set()),
    ],
)  # fmt: skip
def test_what_stands_before_names_who_does_it(
    read_page: ReadPage, library: Library, text: str, told_of: str, found: set[str]
) -> None:
    codes = codes_of(read_page, library, text.format(told_of))
    assert codes & {"party", "attribution"} == found


def test_a_country_of_the_owner_is_no_outlet(read_page: ReadPage, library: Library) -> None:
    """What a clause says of Orlavia is not given to Orlavia's news agency."""
    text = (
        "Delegations had met seven times before March 2018. Orlavia wants the bell's return, and "
        "the quarrel has soured relations [@osten-2019, para. 10; @harbour-post-2015, paras. 3, 8]."
    )
    assert "together" not in codes_of(read_page, library, text)


def test_reports_may_tell_alike_of_the_country_of_an_owner(
    read_page: ReadPage, library: Library
) -> None:
    text = (
        "In both reports the museum has the bell that Orlavia calls Saint Ilva's "
        "[@osten-2019, para. 6; @harbour-post-2015, para. 11]."
    )
    assert "must say it too" not in " ".join(
        problem.message for problem in problems_of(read_page, library, text)
    )


@pytest.mark.parametrize("denied", ["did not reaffirm", "did not agree", "have not reaffirmed"])
def test_a_negation_is_looked_for_in_every_sentence_that_has_the_verb(
    read_page: ReadPage, library: Library, denied: str
) -> None:
    said = f"The leaders {denied} the 1923 Treaty of Sollin as the basis for negotiations"
    found = problems_of(read_page, library, f"{said}, Dorsch said [@osten-2019, paras. 1, 4-5].")
    assert "degree" in {problem.code for problem in found}


# The paragraph, the honest statement and the false one, and the check that must catch it.
HELD_TO_ONE = [
    # What is inserted parts a negation from nothing.
    ("Ulvholt told Verelin that she wanted to close the matter rather than leave it to the next "
     "mayor.",
     ("Ulvholt told Verelin that she did not want to leave it, she said, to the next mayor",
      "Ulvholt told Verelin that she wanted to leave it, she said, to the next mayor"), "degree"),
    # How soon is no order.
    ("Ulvholt spoke with Verelin in May for the first time since taking office earlier that month.",
     ("Ulvholt took office in May and spoke with Verelin before the month was over",
      "Ulvholt spoke with Verelin in May before taking office"), "degree"),
    # Two countries are whoever has bilateral relations.
    ("Verelin spoke with Ulvholt of relations between Kestria and Orlavia.",
     ("Verelin spoke with Ulvholt of relations between the two nations",
      "Verelin spoke with Ulvholt of relations between the three nations"), "number"),
    # Whoever it is may have done what another is yet to do, but not that other.
    ("Dorsch's resignation leaves a gap, given his ties with Verelin. The two held nine meetings. "
     "Ulvholt, who has yet to meet with Verelin, faces the task of forming ties.",
     ("Dorsch's resignation leaves a gap: he met Verelin nine times",
      "Ulvholt faces a gap: Ulvholt met Verelin nine times"), "degree"),
    # Next to none is none; "a little" is some.
    ("Ulvholt faces no prospects of a deal on the tolls, the panel said.",
     ("Ulvholt had few prospects of a deal on the tolls, the panel said",
      "Ulvholt had a few prospects of a deal on the tolls, the panel said"), "degree"),
    # Of what two do with each other: who does it, and with whom.
    ("Dorsch visited Kestria in May to meet with Ulvholt and Holmvik.",
     ("Ulvholt met Dorsch in Kestria",
      "Verelin met Ulvholt in Kestria"), "party"),
    ("Verelin and Ulvholt agreed to step up talks, Dorsch said.",
     ("Verelin agreed with Ulvholt to step up talks, Dorsch said",
      "Verelin agreed with Dorsch to step up talks, Dorsch said"), "party"),
    # Whoever leads a country, by its name, where the sentence begins.
    ("Kestrian Prime Minister Maren Ulvholt called Orlavian President Tovan "
     "Verelin. Verelin touched on the tolls.",
     ("The Orlavian leader touched on the tolls",
      "The Kestrian leader touched on the tolls"), "party"),
    ("Kestrian Prime Minister Maren Ulvholt called Orlavian President Tovan "
     "Verelin. Verelin touched on the tolls.",
     ("Orlavia's leader touched on the tolls",
      "Kestria's leader touched on the tolls"), "party"),
    # "He" may be whoever was told, or whoever told.
    ("Verelin told Holmvik that he wants progress on the tolls.",
     ("Holmvik was told by Verelin that he wants progress on the tolls",
      "Verelin was told by Holmvik that he wants progress on the tolls"), "party"),
    # What was asked for, talked of as possible or is expected has not been done.
    ("Verelin asked for Kestria's help in raising the bell.",
     ("Verelin asked for Kestria's help in raising the bell",
      "Kestria helped in raising the bell"), "degree"),
    ("Verelin and Ulvholt discussed possible cooperation on the canal.",
     ("Verelin and Ulvholt discussed possible cooperation on the canal",
      "Verelin and Ulvholt cooperated on the canal"), "degree"),
    ("Ahead of talks expected in May, Dorsch said Verelin and Ulvholt plan to "
     "discuss the canal.",
     ("Verelin and Ulvholt planned to discuss the canal, Dorsch said",
      "Verelin and Ulvholt discussed the canal, Dorsch said"), "degree"),
    # To agree on something is not to settle a quarrel over it, and "that" before "all" is no "at".
    ("Verelin and Ulvholt discussed the bell, and ways of resolving the quarrel.",
     ("Verelin and Ulvholt discussed the bell",
      "Verelin and Ulvholt agreed on the bell"), "stand-in"),
    ("Dorsch said that two of the three bells will be returned.",
     ("Dorsch said that two of the three bells will be returned",
      "Dorsch said that all the bells will be returned"), "stand-in"),
    # A bound is no bound of what is about so many.
    ("The call lasted about 35 minutes.",
     ("The call lasted around 35 minutes",
      "The call lasted at least 35 minutes"), "number"),
    ("The call lasted about 35 minutes.",
     ("The call lasted around 35 minutes",
      "The call lasted under 35 minutes"), "number"),
    ("The call lasted nearly 35 minutes.",
     ("The call lasted under 35 minutes",
      "The call lasted over 35 minutes"), "number"),
    ("The quarrel has lasted over 70 years.",
     ("The quarrel has lasted more than 70 years",
      "The quarrel has lasted nearly 70 years"), "number"),
    # A document has its own year, and what was done has not that of a document.
    ("In 2018 Verelin and Ulvholt agreed to speed negotiations based on a 1923 joint treaty.",
     ("In 2018 Verelin and Ulvholt agreed to speed negotiations",
      "In 1923 Verelin and Ulvholt agreed to speed negotiations"), "number"),
    ("In 2018 Verelin and Ulvholt agreed to speed negotiations based on a 1923 joint treaty.",
     ("In 2018 Verelin and Ulvholt based negotiations on the 1923 treaty",
      "Verelin and Ulvholt based negotiations on the 2018 treaty"), "number"),
    # Whoever left the talk with another is who speaks, and "he and Verelin" is not Verelin alone.
    ("Kešlar left a call with Verelin, and said the two would press on with talks.",
     ("Kešlar left a call with Verelin saying that the two would press on with talks",
      "Kešlar left a call, with Verelin saying that the two would press on with talks"), "party"),
    # A document has its makers.
    ("Orlavia agreed to speed talks with Kestria based on a 1923 treaty by Orlavia and Sollin.",
     ("Orlavia and Sollin made the treaty", "Kestria and Sollin made the treaty"), "party"),
    # A wish is no promise.
    ("Verelin expressed hope to visit Ilvany before the end of the year.",
     ("Verelin hoped to visit Ilvany in the year", "Verelin promised to visit Ilvany in the year"),
     "degree"),
    # Whom "who" follows has what it tells: nobody known, or the one named right before it.
    ("Verelin met a senator, Karin Voldsey, who keeps ties to the museum and to Ilvany.",
     ("Verelin met a senator who keeps ties to the museum",
      "Verelin, who keeps ties to the museum, met a senator"), "party"),
    # What is not wanted of another is denied; a signing before a return is a return after it.
    ("Verelin wants to end the quarrel rather than leave it to the next president.",
     ("Verelin does not want the next president to leave the quarrel",
      "Verelin does not want the president to end the quarrel"), "degree"),
    ("The treaty states that Ilvany would be handed to Orlavia after a paper is signed.",
     ("A paper would be signed before Ilvany is handed to Orlavia",
      "Ilvany would be handed to Orlavia before a paper is signed"), "degree"),
    # One of so many is no count; an office in the capital is the country's, and no place.
    ("The sides drew up a plan in five areas, of which one is tourism and others are archives.",
     ("Tourism is one of the five areas", "Tourism is one of the four areas"), "number"),
    ("The Orlavian presidential office said that the bell will be returned.",
     ("The presidential office in Brennik said that the bell will be returned",
      "The presidential office said that the bell will be returned in Brennik"), "party"),
    # Short of a span of time is no denial, nor is that something is not alone.
    ("Dorsch spoke after less than a month in office.",
     ("Dorsch had not been in office for a month when he spoke",
      "Dorsch had not been in office when he spoke"), "degree"),
    ("The bell is only one of the matters that the leaders will discuss.",
     ("The bell will not be the only matter that the leaders discuss",
      "The leaders will not discuss the bell"), "degree"),
    ("The treaty states that two bells will be returned to Orlavia following a vote on tolls.",
     ("Without a vote on tolls there will be no return of two bells to Orlavia",
      "There will be no return of two bells to Orlavia"), "degree"),
    ("The president met his Kestrian counterpart in Ilvany.",
     ("The president saw his Kestrian counterpart in Ilvany",
      "The president and his Kestrian counterpart came to terms in Ilvany"), "stand-in"),
    ("Dorsch has been in Ilvany this week.",
     ("Dorsch has been in Ilvany", "Dorsch has not been in Ilvany this week"), "degree"),
    # Whoever gets something back has it handed over by another.
    ("The treaty states that the Kestrian side will hand over two bells to Orlavia.",
     ("Orlavia would get back two bells", "Kestria would get back two bells"), "party"),
    # What two say to each other, each says.
    ("Verelin and Ulvholt reaffirmed the treaty. Ulvholt said he values it.",
     ("Verelin and Ulvholt said to each other that they value the treaty",
      "Verelin said that he values the treaty"), "party"),
    # Whoever was a minister had the ministry.
    ("Dorsch was foreign minister before.",
     ("Dorsch had the Foreign Ministry before", "Dorsch had the Trade Ministry before"), "name"),
    # What one did once does not lie ahead because another is yet to do it.
    ("Verelin and Ulvholt held 27 meetings. Dorsch is yet to meet Ulvholt.",
     ("Verelin and Ulvholt saw each other 27 times", "Dorsch has met Ulvholt"), "degree"),
    # No prospect promises nothing.
    ("Dorsch faces no prospect of progress on the bell, which may be lost.",
     ("There is no prospect that the bell will make progress", "The bell will be lost"), "degree"),
    # Whoever holds an office is meant by it, and not who held it before.
    ("Dorsch told reporters that the bell is safe, said the minister. Kešlar was Dorsch's "
     "predecessor as minister.",
     ("Dorsch told reporters that the bell is safe",
      "Kešlar told reporters that the bell is safe"), "party"),
    # What is set aside or forbidden keeps what sets it aside, in reported words too.
    ("I intend to mend the tower rather than put it off for the next generation, Dorsch said.",
     ("Dorsch intends to mend the tower, and not to put it off for the next generation",
      "Dorsch intends to put the tower off for the next generation"), "degree"),
    ("The town enacted rules that include a ban on giving away any bells.",
     ("The rules ban giving away any bells", "The rules include giving away any bells"), "degree"),
    # An accord is a paper, and no contrary.
    ("The leaders disagree on tolls, and an old accord did not help.",
     ("There is disagreement between the leaders on tolls", "The leaders agree on tolls"),
     "degree"),
    # What is compared is compared there.
    ("Verelin has strong ties with Ulvholt and held 27 meetings.",
     ("Verelin has strong ties with Ulvholt", "Verelin has stronger ties with Ulvholt"),
     "stand-in"),
    # Whose predecessor somebody was, he is not.
    ("Ulvholt's predecessor, Kešlar, agreed with Verelin in 2018 to speed talks.",
     ("Ulvholt's predecessor agreed with Verelin to speed talks",
      "Ulvholt agreed with Verelin to speed talks"), "party"),
    # A title between commas is whoever has it.
    ("Kešlar and the Orlavian president, Verelin, agreed to speed talks in 2018.",
     ("Kešlar and Orlavia's president, Verelin, agreed to speed talks in 2018",
      "Kešlar and Orlavia's president, Ulvholt, agreed to speed talks in 2018"), "name"),
    # What a side holds is said to be what that side holds.
    ("Orlavia argues that the sale was void, while Kestria says that it was lawful.",
     ("To Orlavia the sale was void, and to Kestria it was lawful",
      "To Kestria the sale was void, and to Orlavia it was lawful"), "attribution"),
    ("Orlavia argues that the sale was void, while Kestria says that it was lawful.",
     ("Orlavia says that the sale was void, and Kestria that it was lawful",
      "Kestria says that the sale was void and unlawful"), "attribution"),
    # Quoted words keep what they depend on, on either side.
    ("The treaty states that two bells will be returned to Orlavia following a vote on tolls.",
     ('Two bells "will be returned to Orlavia" after a vote',
      'Two bells "will be returned to Orlavia"'), "quotation"),
    ("Dorsch has concerns that tolls may rise if the bells are returned to Orlavia.",
     ('Dorsch has concerns over tolls if "the bells are returned to Orlavia"',
      'Dorsch has concerns over tolls: "the bells are returned to Orlavia"'), "quotation"),
    # What a country holds is not said in our own voice, not in one word either.
    ("The bell hung in Lindhaven in 1924. Orlavia says the seizure was unlawful.",
     ("Orlavia says the seizure was unlawful", "The seizure came before 1924"), "attribution"),
    # ", he said" means the speaker before, and none of two who are named together.
    ("Ottermo spoke of the call. Verelin and Ulvholt had a frank talk, Ottermo said.",
     ("The talk between Verelin and Ulvholt had been frank, he said",
      "The talk had been frank, Verelin said"), "party"),
    ("Dorsch told reporters of the call. Verelin wants to mend the tower, Dorsch said.",
     ("Dorsch told reporters of the call. Verelin wants to mend the tower, she said",
      "Verelin told reporters of the call. Verelin wants to mend the tower, he said"), "party"),
    # Quoted words are theirs who say them right after, whomever they are about.
    ('"I am looking forward to working with Ulvholt, who knows the bell well," Verelin said.',
     ('Ulvholt "knows the bell well", Verelin said', 'Verelin "knows the bell well", Ulvholt said'),
     "party"),
    # What is to be done by a phrase has not been done, by another word or another phrase.
    ("I intend to close the books on the tower, Dorsch said.",
     ("Dorsch wants to settle the matter of the tower",
      "Dorsch has settled the matter of the tower"), "degree"),
    ("I intend to close the books on the tower, Dorsch said.",
     ("Dorsch intends to put the tower to rest", "Dorsch has put the tower to rest"), "degree"),
    ("Dorsch asked for Kestria's help in mending the tower.",
     ("Dorsch wants Kestria's help in mending the tower",
      "Dorsch has Kestria's help in mending the tower"), "degree"),
    # Who has met somebody is not unmet because another is.
    ("Verelin met with Ulvholt 27 times. Dorsch has yet to meet with Ulvholt in person.",
     ("Verelin, unlike Dorsch, has met Ulvholt in person", "Dorsch has met Ulvholt in person"),
     "degree"),
    # Whose predecessor somebody was, did not precede him; and what is a country's is not another's.
    ("Ulvholt's predecessor, Dorsch, agreed with Verelin in 2018 to speed talks.",
     ("Dorsch preceded Ulvholt", "Dorsch agreed with Ulvholt in 2018 to speed talks"), "party"),
    ("Orlavia has aired concerns that Kestria may build army bases on the island.",
     ("Orlavia has concerns about Kestrian army bases on the island",
      "Orlavia may build army bases on the island"), "party"),
    # What two agree to do, both do.
    ("Verelin said that he agreed with Ulvholt to advance the talks.",
     ("Verelin said that Ulvholt agreed with him to advance the talks",
      "Verelin said that Dorsch agreed with Ulvholt to advance the talks"), "party"),
    # To leave something to others is no denial.
    ("I intend to mend the tower rather than leave it to the next generation, Dorsch said.",
     ("Dorsch intends to mend the tower, and not to leave it to the next generation",
      "Dorsch intends to leave the tower to the next generation"), "degree"),
    # Of two who have ties, each has them with the other.
    ("Dorsch's relations with Verelin worsened, and Ulvholt has concerns.",
     ("Verelin's relations with Dorsch worsened", "Dorsch's relations with Ulvholt worsened"),
     "party"),
    # Whom somebody serves does not speak.
    ("Lars Ottermo serves Ulvholt. The aim remains unchanged, Ottermo said.",
     ("Ottermo, who serves Ulvholt, said that the aim remains",
      "Ulvholt, whom Ottermo serves, said that the aim remains"), "party"),
    # What is like a deed is none of it, where the statement has the deed as well, as possible.
    ("Friction is why there is no progress. The ban could hamper the talks.",
     ("Friction has held up progress, and the ban could hamper the talks",
      "The ban has hampered the talks"), "degree"),
    # Time is reckoned from two that are told, where both halves stand in the article.
    ("Verelin and Ulvholt made an accord in 2018. Kestria annexed the canal in 2014.",
     ("The accord of 2018 came four years after Kestria annexed the canal",
      "The accord of 2018 came five years after Kestria annexed the canal"), "number"),
    ("The fair is on November 19-20, and the vote on February 1, 2021.",
     ("The fair takes two days", "The fair takes three days"), "number"),
    ("One call lasted 20 minutes, the other 40.",
     ("One call lasted a third of an hour", "One call lasted a quarter of an hour"), "number"),
    ("One call lasted 20 minutes, the other 40 minutes.",
     ("The other call was twice as long", "The other call was three times as long"), "number"),
    # Who is asked, and set off by commas, is not who asks; and the call is not the talks hoped for.
    ("Ulvholt asked for ships. Verelin hoped to talk of bells.",
     ("Verelin, asked for ships, hoped to talk of bells", "Verelin asked for ships"), "party"),
    ("Verelin expressed his hope to hold talks on bells. The call lasted 35 minutes.",
     ("The call, held in 2020, lasted 35 minutes", "The talks on bells were held"), "degree"),
    # "By" is of the participle right before it.
    ("Ulvholt retained the team that Verelin assembled.",
     ("Ulvholt kept the team assembled by Verelin", "Verelin kept the team"), "party"),
    # In whose words it is.
    ('"The talks were broad," Dorsch said after the call of Verelin.',
     ("The talks were broad, in the words of Dorsch", "The talks were broad, in the words of "
      "Verelin"), "party"),
    # What stands in a document is told "by which" of the one right before it.
    ("They agreed in 2018 to speed up talks based on the pact of 1923. The pact states that ships "
     "and bells will be returned.",
     ("In 2018 they agreed to speed up talks based on the pact of 1923, by which ships and bells "
      "will be returned", "In 2018 they agreed that ships and bells will be returned"), "party"),
    # Who had an office for so long at a time has it still, and who had it once does not.
    ("Prime Minister Ulvholt, who was formerly foreign minister, took office this week.",
     ("Ulvholt had been prime minister for less than a week",
      "Ulvholt has been prime minister"), "party"),
    # What came in between is told of another time.
    ("Ships were seized by Kestria following Orlavia's surrender in 1945.",
     ("Kestria seized ships in 1945 after Orlavia's surrender, and in 2020 it has ships",
      "Kestria seized ships in 1945 after Orlavia's surrender in 2020"), "degree"),
    # What "the two" did, and what somebody has yet to do.
    ("Ulvholt misses Dorsch. The two held 27 meetings. Verelin has yet to meet Dorsch.",
     ("The two met 27 times", "Verelin met Dorsch"), "degree"),
    # "The two" before a verb are no count.
    ("Ulvholt misses Dorsch. The two held 27 talks.",
     ("The two talked with each other 27 times", "The two armed guards had 27 talks"), "number"),
    # What was done for something, and what had that effect or came after it.
    ("Orlavia sold ships to settle a debt, a step that could hamper trade.",
     ("Orlavia sold ships in order to settle a debt",
      "Orlavia sold ships in order to hamper trade"),
     "degree"),
    ("Verelin met Dorsch before the call. The two discussed ships.",
     ("Verelin and Dorsch discussed ships", "Verelin met Dorsch so as to discuss ships"), "degree"),
    ("Verelin visited Sollin for talks. The fire there hampered trade.",
     ("Verelin visited Sollin with the aim of talking",
      "Verelin visited Sollin with the aim of hampering trade"), "degree"),
    # What was the first since then had not been before.
    ("It was their first talk since Ulvholt took office.",
     ("They had not talked since Ulvholt took office", "They have not talked"), "degree"),
    # The office after "and her" is that of the next one.
    ("Foreign Minister Kešlar and Finance Minister Voldsey were retained by Ulvholt.",
     ("Ulvholt kept her foreign minister, Kešlar, and her finance minister, Voldsey",
      "Ulvholt kept her foreign minister, Voldsey, and her finance minister, Kešlar"), "party"),
    # What two reaffirm, both say, and nothing else that one of them says.
    ("Ulvholt and Verelin on Tuesday reaffirmed the pact. Verelin said that he values the bell.",
     ("Ulvholt and Verelin said on Tuesday that the pact still stood",
      "Ulvholt and Verelin said on Tuesday that they value the bell"), "party"),
    # "Who" after two names may tell of the last one alone.
    ("It was the first talk of Verelin and Ulvholt since Ulvholt took office.",
     ("It was the first talk of Verelin and Ulvholt, who had just taken office",
      "It was the first talk of Ulvholt and Verelin, who had just taken office"), "party"),
    # "Her" in what is said of another may be hers who asks.
    ('Verelin was quoted as saying, "I look forward to working with Ulvholt, who knows it well." '
     "Ulvholt asked Verelin for the bell.",
     ("Ulvholt asked Verelin, who had touched on her knowledge, for the bell",
      "Verelin asked Ulvholt, who had touched on his knowledge, for the bell"),
     "party"),
    # Whom commas part from what is done to them keeps what others do not.
    ("Dorsch, the spokeswoman, also has been retained. Dorsch visited Ulvholt.",
     ("Dorsch has kept her post", "Ulvholt has kept her post"), "party"),
    # What two agree to do is no term of an agreement.
    ("They agreed in 2018 to speed up talks toward a peace treaty based on the pact of 1923. The "
     "pact states that ships will be returned after a peace treaty.",
     ("In 2018 they agreed to speed up talks toward a peace treaty, based on the pact of 1923, by "
      "which ships will be returned",
      "In 2018 they agreed that ships will be returned after a peace treaty"), "party"),
    # "Called" after a comma has its object after it too.
    ("Ulvholt rang Verelin after she took office. Ulvholt told Verelin that she wants "
     "progress on the bell.",
     ("Ulvholt, who had taken office, called Verelin and told him that she wanted progress on the "
      "bell",
      "Verelin called Ulvholt, who had taken office, and told her that he wanted progress on the "
      "bell"), "party"),
]  # fmt: skip


@pytest.mark.parametrize(("paragraph", "texts", "code"), HELD_TO_ONE)
def test_a_statement_is_held_to_its_one_paragraph(
    read_page: ReadPage, coast: MakeLibrary, paragraph: str, texts: tuple[str, str], code: str
) -> None:
    """Who leads what, whoever is asked and whatever is only planned is as the paragraph has it."""
    found = {
        text: codes_of(read_page, coast(paragraph), f"{text} [@coast-2020, para. 1].")
        for text in texts
    }
    honest, false = texts
    assert code in found[false]
    assert found[honest] <= {"attribution", "copied"}


@pytest.mark.parametrize(
    ("paragraph", "texts", "code"),
    [
        # A name with a number may be in other letters.
        ("Verelin and Ulvholt spoke of BELL-19 tolls.",
         ("Verelin and Ulvholt spoke of Bell-19 tolls",
          "Verelin and Ulvholt spoke of Bell-20 tolls"), "number"),
        # Next to none is a denial.
        ("Ulvholt faces no prospects of a deal on the tolls, the panel said.",
         ("Ulvholt had hardly any prospects of a deal on the tolls",
          "Ulvholt had many prospects of a deal on the tolls"), "degree"),
        ("The no-cost deal was signed in May.",
         ("The no-cost deal was signed in May", "The deal at a cost was signed in May"), "degree"),
        ("Dorsch opened the bell in May.",
         ("Dorsch opened the bell in May", "Dorsch opened the bell each May"), "stand-in"),
    ],
)  # fmt: skip
def test_a_check_refuses_the_second_alone(
    read_page: ReadPage, coast: MakeLibrary, paragraph: str, texts: tuple[str, str], code: str
) -> None:
    """Whatever other checks ask of both."""
    found = [
        codes_of(read_page, coast(paragraph), f"{text} [@coast-2020, para. 1].") for text in texts
    ]
    assert [code in codes for codes in found] == [False, True], found


def test_he_is_whom_the_sentence_before_is_about_whatever_is_cited_between(
    read_page: ReadPage, coast: MakeLibrary
) -> None:
    library = coast(
        "Dorsch and Verelin held nine meetings. Ulvholt has yet to meet Verelin. Prior to the "
        "call, Ulvholt met with Kestrian lawmaker Bena Holmvik, Osten reported."
    )
    cited = "[@coast-2020, para. 1]"
    before = (
        f"Dorsch held nine meetings with Verelin {cited}. NAME had yet to meet Verelin {cited}."
    )
    for name, right in (("Ulvholt", True), ("Dorsch", False)):
        text = f"{before.replace('NAME', name)} He met Holmvik {cited}."
        statement = read_page(text).statements[-1]
        codes = {it.code for it in check_statement(statement, library)}
        assert ("party" not in codes) is right


@pytest.mark.parametrize(("minutes", "reckoned"), [("five", True), ("ten", False)])
def test_by_how_much_two_differ_is_reckoned(
    read_page: ReadPage, coast: MakeLibrary, minutes: str, reckoned: bool
) -> None:
    own = coast("The call lasted 20 minutes and the talks lasted 25 minutes.")
    text = f"The talks lasted {minutes} minutes longer than the call [@coast-2020, para. 1]."
    assert ("number" not in codes_of(read_page, own, text)) == reckoned


@pytest.mark.parametrize(
    ("when", "counts"), [("could one day lose", False), ("could lose in one day", True)]
)
def test_some_day_is_no_count_of_days(
    read_page: ReadPage, coast: MakeLibrary, when: str, counts: bool
) -> None:
    found = codes_of(
        read_page,
        coast("Kestria could lose the bell."),
        f"Kestria {when} the bell [@coast-2020, para. 1].",
    )
    assert ("number" in found) == counts


def test_a_list_within_a_name_counts_nothing(
    read_page: ReadPage, library: Library, tmp_path: Path
) -> None:
    """The ministry of three things is no three advisers."""
    body = ("Ministry of Ports, Trade and Tolls",)
    file = library.names.file.model_copy(update={"bodies": (*library.names.file.bodies, body)})
    paragraph = (
        "Verelin replaced advisers Dorsch and Ottermo of the Ministry of Ports, Trade and Tolls."
    )
    write_source(tmp_path, "coast-2020", [paragraph])
    own = load_library(tmp_path, names=Names(file))
    found = {
        number: codes_of(
            read_page, own, f"Verelin replaced {number} advisers [@coast-2020, para. 1]."
        )
        for number in ("two", "three")
    }
    assert found == {"two": set(), "three": {"number"}}


def test_the_outlet_over_a_column_has_told_whose_account_it_is(
    read_page: ReadPage, library: Library
) -> None:
    """And no other outlet has."""
    row = "| Progress | There has been no progress on ownership [@meridian-2019, para. 2] |"
    codes = {
        outlet: codes_of(read_page, library, f"| What | {outlet} |\n| --- | --- |\n{row}")
        for outlet in ("The Meridian", "Osten")
    }
    assert codes == {"The Meridian": set(), "Osten": {"attribution"}}


@pytest.mark.parametrize(("holder", "word"), [("Kestria", "unlawful"), ("Orlavia", "legitimate")])
def test_what_somebody_takes_something_for_is_their_view(
    read_page: ReadPage, coast: MakeLibrary, holder: str, word: str
) -> None:
    own = coast(
        "Kestria argues that the annexation was unlawful. Orlavia claims that it was a legitimate "
        "outcome of the war."
    )

    def views(text: str) -> list[str]:
        [statement] = read_page(f"{text} [@coast-2020, para. 1].", own).statements
        found = [problem.message for problem in check_statement(statement, own)]
        return [message for message in found if "must be said to be what" in message]

    other = "Orlavia" if holder == "Kestria" else "Kestria"
    # In the second nobody says anything, and the country of the other view is named as well.
    assert views(f"{holder} rejects the annexation as {word}") == []
    assert views(f"{holder} looks on the annexation as {word}, whereas {other} wants more") == []
    assert views(f"{other} rejects the annexation as {word}") != []
    assert views(f"{other} looks on the annexation as {word}") != []
    assert views(f"{other} does not look on the annexation as {word}") == []
    # What is asked, nobody holds.
    assert views(f"{other} disputes whether the annexation was {word}") == []
    assert views(f"{holder} returns to the {word} annexation") != []


@pytest.mark.parametrize(
    ("minutes", "cited", "codes"),
    [
        ("35", "@meridian-2019, paras. 3, 8", set()),
        ("90", "@meridian-2019, para. 8; @harbour-post-2015, para. 2", {"together"}),
    ],
)
def test_how_long_a_talk_lasted_may_open_what_was_done_in_it(
    read_page: ReadPage, library: Library, minutes: str, cited: str, codes: set[str]
) -> None:
    """And of what one article tells, another tells no length."""
    text = f"In a call of {minutes} minutes the leaders agreed to draw up a plan of cooperation"
    assert codes_of(read_page, library, f"{text}, The Meridian reported [{cited}].") == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Verelin and Ulvholt had a broad and frank discussion", set()),
        ("Verelin and Ulvholt held consultations in Lindhaven in June", set()),
        ("Verelin and Ulvholt had a broad and frank discussion in Lindhaven in June", {"together"}),
    ],
)
def test_one_meeting_has_not_the_place_and_time_of_another(
    read_page: ReadPage, coast: MakeLibrary, text: str, codes: set[str]
) -> None:
    paragraphs = [
        "Verelin and Ulvholt had a broad and frank discussion earlier in the day.",
        "Ships sail.",
        "Verelin and Ulvholt held counter-piracy consultations in Lindhaven in June.",
    ]
    own = coast(*paragraphs)
    assert codes_of(read_page, own, f"{text} [@coast-2020, paras. 1, 3].") - {"copied"} == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Verelin hoped to hold talks with Ulvholt in person", set()),
        ("Verelin and Ulvholt discussed seamen", set()),
        ("The two countries held talks on tolls", set()),
        ("Verelin hoped to hold talks in person, and the leaders discussed seamen", set()),
        ("Verelin hoped to discuss seamen with Ulvholt in person", {"party"}),
        ("Verelin and Ulvholt discussed tolls", {"party"}),
    ],
)
def test_a_talk_is_about_what_it_was_about(
    read_page: ReadPage, coast: MakeLibrary, text: str, codes: set[str]
) -> None:
    paragraphs = [
        "Verelin hoped to hold talks with Ulvholt in person.",
        "The leaders Verelin and Ulvholt discussed seamen.",
        "The two countries have held talks on tolls.",
    ]
    own = coast(*paragraphs)
    found = codes_of(read_page, own, f"{text} [@coast-2020, paras. 1-3].")
    assert found - {"copied", "attribution"} == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        # Who agreed to do something wants to.
        ("Verelin told reporters that both want to repair the tower of the cathedral", set()),
        ("Verelin told reporters that they agreed to repair the tower of the cathedral", set()),
        (
            "Verelin told reporters that both want the repair of the tower of the cathedral to "
            "benefit relations",
            {"together"},
        ),
        ("Ulvholt told reporters that both want to repair the tower of the cathedral", {"party"}),
    ],
)
def test_what_two_agreed_to_do_both_want(
    read_page: ReadPage, coast: MakeLibrary, text: str, codes: set[str]
) -> None:
    """A part of a clause may be in another paragraph as a whole, in words that say more."""
    paragraphs = [
        "Verelin said he spoke with Ulvholt and they agreed to repair the tower of the cathedral.",
        "Verelin told reporters that he wants relations to benefit both sides.",
    ]
    own = coast(*paragraphs)
    found = codes_of(read_page, own, f"{text} [@coast-2020, paras. 1-2].")
    assert found - {"copied", "attribution"} == codes


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        # Eleven words in a row, of which three are a name and a title.
        ("Radomir Kešlar, director of the history of bells in the old town, left", False),
        (
            "He left Radomir Kešlar, director of the history of bells in the old town of Ilvany",
            True,
        ),
    ],
)
def test_names_and_titles_are_nobodys_own_words(
    read_page: ReadPage, coast: MakeLibrary, text: str, copied: bool
) -> None:
    own = coast(
        "Radomir Kešlar, director of the history of bells in the old town of Ilvany, left us."
    )
    [statement] = read_page(f"{text} [@coast-2020, para. 1].", own).statements
    assert ("copied" in {it.code for it in check_statement(statement, own)}) == copied


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Osten left a museum out of its report of the call", set()),
        ("A museum is missing in Osten's report", set()),
        ("Osten does not tell of Orlavia's museum in its report of the same call", set()),
        # Of the call it tells.
        ("Osten tells of no call and of no museum", {"absence"}),
    ],
)
def test_what_a_report_is_on_is_not_missing_in_it(
    read_page: ReadPage, coast: MakeLibrary, text: str, codes: set[str]
) -> None:
    own = coast("Verelin and Ulvholt had a call.")
    [statement] = read_page(f'{text} [@coast-2020, no mention of "museum"].', own).statements
    found = {it.code for it in check_statement(statement, own)}
    assert found - {"attribution", "name"} == codes


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Osten's report on the call relied on Dorsch", False),
        ("Osten drew on Dorsch for this", False),
        ("Verelin relied on Dorsch for the call", True),
    ],
)
def test_how_an_outlet_came_by_its_report_is_in_no_paragraph(
    read_page: ReadPage, library: Library, text: str, asked: bool
) -> None:
    [statement] = read_page(f"{text} [@osten-2019, para. 4].", library).statements
    found = [it for it in check_statement(statement, library) if it.code == "stand-in"]
    words = " ".join(it.message for it in found)
    assert ("relied" in words or "drew" in words) == asked
