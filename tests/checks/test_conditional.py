"""What holds in a case is not told as what will come, nor what will come as a case."""

import pytest
from fixture_types import CodesOn

IF = "Orlavia may sell ships to Kestria if the bell is returned to Ilvany."
SHOULD = "Should the bell be returned to Ilvany, Orlavia may sell ships to Kestria."
HINGES = "Orlavia's sale of ships to Kestria hinges on the return of the bell to Ilvany."
ONCE = "Orlavia will sell ships to Kestria once the bell is returned to Ilvany."
AFTER = "Orlavia will sell ships to Kestria after the return of the bell."
COULD = '"If Kestria returned the bell, Orlavia could sell ships," Verelin said.'
WOULD = "Verelin said that Orlavia would sell ships if Kestria returned the bell."


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (IF, "Orlavia may sell ships to Kestria when the bell is returned"),
        (IF, "Once the bell is returned, Orlavia may sell ships to Kestria"),
        (IF, "Orlavia may sell ships to Kestria after the return of the bell"),
        (IF, "Orlavia may sell ships to Kestria as soon as Ilvany has the bell"),
        (SHOULD, "When the bell is returned, Orlavia may sell ships to Kestria"),
        (HINGES, "Orlavia will sell ships to Kestria after the return of the bell"),
        (ONCE, "Orlavia will sell ships to Kestria if the bell is returned"),
        (AFTER, "Orlavia will sell ships to Kestria if the bell is returned"),
        (COULD, "Orlavia will sell ships if Kestria returns the bell, Verelin said"),
        (COULD, "Orlavia could sell ships when Kestria returns the bell, Verelin said"),
    ],
)
def test_a_case_is_no_time_and_a_time_no_case(codes_on: CodesOn, paragraph: str, text: str) -> None:
    assert "degree" in codes_on(paragraph, text)


@pytest.mark.parametrize(
    ("paragraph", "text"),
    [
        (IF, "Orlavia may sell ships to Kestria if the bell is returned"),
        (IF, "Should the bell be returned, Orlavia may sell ships to Kestria"),
        (IF, "In the event of the return of the bell, Orlavia may sell ships to Kestria"),
        (IF, "Orlavia may sell ships to Kestria provided that the bell is returned"),
        (IF, "Orlavia may sell ships to Kestria if and when the bell is returned"),
        # "A return" supposes one.
        (IF, "Orlavia may sell ships to Kestria after a return of the bell"),
        (SHOULD, "Orlavia may sell ships to Kestria if the bell is returned"),
        (HINGES, "Orlavia will sell ships to Kestria if the bell is returned"),
        (ONCE, "When the bell is returned, Orlavia will sell ships to Kestria"),
        (AFTER, "Orlavia will sell ships to Kestria once the bell is returned"),
        (COULD, "Orlavia could sell ships if Kestria returned the bell, Verelin said"),
        # What is said in the past has "would" for "will".
        (WOULD, "Orlavia will sell ships if Kestria returns the bell, Verelin said"),
    ],
)
def test_a_case_may_be_told_in_other_words(codes_on: CodesOn, paragraph: str, text: str) -> None:
    assert codes_on(paragraph, text) == set()
