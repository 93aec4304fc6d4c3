"""A call or talks as a page's front matter has them: each fact typed, stated and cited."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from build_tools.english.numerals import minutes_in_words
from build_tools.files.models import Label, StrictModel, Text
from build_tools.files.yaml_places import KeyPath, LinedYaml
from build_tools.problems import Problem
from build_tools.text.dates import AnyDate, format_edtf
from build_tools.text.folding import has_words

CODE = "event"


class Fact(StrictModel):
    """A fact in words, with its citation; they must say the typed value in `is`."""

    stated: Text = Field(description="A cited sentence that says the value in the same words.")


class KindFact(Fact):
    """How those who took part spoke."""

    is_: Literal["call", "talks"] = Field(alias="is", description="`call` or `talks`.")


class DateFact(Fact):
    """When; EDTF."""

    is_: AnyDate = Field(
        alias="is", description="A year, a month, a day, or two of these with `/` between."
    )


class PlaceFact(Fact):
    """Where, in one name."""

    is_: Text = Field(alias="is", description="One name.")


class LengthFact(Fact):
    """For how many minutes."""

    is_: int = Field(alias="is", gt=0, description="Minutes.")


class NamesFact(Fact):
    """Who: names as the sentence has them."""

    is_: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        alias="is", description="Names, each as the sentence has it."
    )


# What readers see above each fact, in the order in which they are shown.
_LABELS = {
    "dates": "Date",
    "kind": "Kind",
    "place": "Place",
    "length": "Length",
    "participants": "Participants",
    "accounts": "Who gave the account",
}


class _NamedEvent(StrictModel):
    """What every table of events shows."""

    name: Label = Field(description="What the pages call it.")
    dates: DateFact = Field(description="When.")
    accounts: NamesFact = Field(description="Who told the press of it.")

    @property
    def facts(self) -> dict[str, str]:
        """The facts in words, by the labels that readers see, in their order."""
        known = {label: getattr(self, key, None) for key, label in _LABELS.items()}
        return {label: fact.stated for label, fact in known.items() if fact}


class EventFacts(_NamedEvent):
    """What the fact box shows of one call or meeting."""

    kind: KindFact = Field(description="How those who took part spoke.")
    place: PlaceFact | None = Field(default=None, description="Where.")
    length: LengthFact | None = Field(
        default=None, description="For how long; left out where no report tells."
    )
    participants: NamesFact = Field(description="Who took part.")


class EventPoints(_NamedEvent):
    """What the comparison sets side by side: cited statements by label."""

    points: dict[Label, Text] = Field(
        description="Cited statements by label; each event has the same labels. Where no report "
        "has a point, the absence."
    )


# More boxes in a row than this cannot be read on a telephone.
LONGEST_WAY = 4


class Way(Fact):
    """One way by which words came: from who spoke, over who passed them on, to the outlet.

    `stated` is a sentence on such words; it says each name in `by` but the last, which is the
    outlet of the source that it cites.
    """

    by: Annotated[tuple[Label, ...], Field(min_length=2, max_length=LONGEST_WAY)] = Field(
        description="Who spoke, who or what passed it on, and last the outlet of the one source "
        "that the sentence cites; the others as the sentence has them. Four at most."
    )


class EventWays(StrictModel):
    """What the picture of who told whom shows."""

    name: Label
    ways: Annotated[tuple[Way, ...], Field(min_length=1)]


class EventSummary(StrictModel):
    """What the timeline shows."""

    name: Label
    dates: DateFact
    summary: Text


class Event(EventPoints, EventFacts):
    """All that a page's front matter says of its event."""

    summary: Text = Field(description="A cited sentence for the timeline.")
    ways: tuple[Way, ...] = Field(
        default=(), description="The ways by which words came to the outlets."
    )


def check_event(event: Event, lined: LinedYaml, keys: KeyPath) -> Iterator[Problem]:
    """Yield a problem for each typed value that its sentence does not say in whole words.

    And one for each point that has the label of a fact, which it would hide.
    """
    values = {
        "kind": (event.kind.is_,),
        "dates": (format_edtf(event.dates.is_),),
        "place": (event.place.is_,) if event.place else (),
        "length": (minutes_in_words(event.length.is_),) if event.length else (),
        "participants": event.participants.is_,
        "accounts": event.accounts.is_,
    }
    for key, words in values.items():
        for word in words:
            if not has_words(getattr(event, key).stated, word):
                message = f"'{key}.stated' must say what '{key}.is' gives: “{word}”"
                yield Problem(lined.place_of((*keys, key, "is")), CODE, message)
    for label in sorted(event.facts.keys() & event.points.keys()):
        message = f"a point must not have the label of a fact: '{label}'"
        yield Problem(lined.place_of((*keys, "points", label)), CODE, message)
