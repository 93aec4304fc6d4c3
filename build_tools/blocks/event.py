"""The blocks made of events: the fact box of one, and the comparison of all."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

from pydantic import Field

from build_tools.blocks.block import BlockContext, BlockKind, cited_records, refuse, wrong
from build_tools.files.models import StrictModel, Text
from build_tools.files.yaml_places import LinedYaml
from build_tools.pages.events import EventFacts, EventPoints
from build_tools.problems import Problem
from build_tools.text.dates import first_day


class EventModel(StrictModel):
    """The event of the page itself."""

    event: EventFacts


class ComparedEvent(StrictModel):
    """An event with the page that describes it, as a path below docs."""

    page: Text
    event: EventPoints


class ComparisonModel(StrictModel):
    """The events of all pages."""

    events: Annotated[tuple[ComparedEvent, ...], Field(min_length=1)]


def _prepare_event(
    model: EventModel,
    lined: LinedYaml,  # noqa: ARG001 - as every kind of block is given
    around: BlockContext,
) -> dict[str, Any]:
    event = model.event
    outlets = _outlets(event.facts.values(), around)
    return {"name": event.name, "facts": event.facts, "outlets": outlets}


def _outlets(texts: Iterable[str], around: BlockContext) -> list[str]:
    """Return the outlets whose paragraphs texts cite, each once: the head of a table names them."""
    cited = (record.outlet for text in texts for record in cited_records(text, around).values())
    return list(dict.fromkeys(cited))


def _missing_points(model: ComparisonModel, lined: LinedYaml) -> Iterator[Problem]:
    first_page = {label: p.page for p in reversed(model.events) for label in p.event.points}
    for index, page in enumerate(model.events):
        for label in sorted(first_page.keys() - page.event.points.keys()):
            message = f"'points' must have '{label}', as the event of {first_page[label]} has"
            hint = "where no report has it, state the absence with the terms searched for"
            yield wrong(lined, ("events", index, "event", "points"), message, hint)


def _prepare_comparison(
    model: ComparisonModel, lined: LinedYaml, around: BlockContext
) -> dict[str, Any]:
    refuse(_missing_points(model, lined))
    pages = sorted(model.events, key=lambda page: first_day(page.event.dates.is_))
    labels = [label for page in pages for label in page.event.facts]
    points = [label for page in pages for label in page.event.points]
    told = [page.event.facts | page.event.points for page in pages]
    rows = [
        {"label": label, "cells": [texts.get(label, "") for texts in told]}
        for label in dict.fromkeys([*labels, *points])
    ]
    years = [str(first_day(page.event.dates.is_).year) for page in pages]
    columns = [
        {
            "name": page.event.name,
            # Said in front of each cell on a narrow screen.
            "short": year if years.count(year) == 1 else page.event.name,
            "href": around.link(page.page),
            "account": _account(page.event, _outlets(texts.values(), around)),
        }
        for page, texts, year in zip(pages, told, years, strict=True)
    ]
    return {"columns": columns, "rows": rows}


def _account(event: EventPoints, outlets: Sequence[str]) -> tuple[str, ...]:
    """Return whose account all points of an event are, the outlet last; nothing if it has more."""
    if len(outlets) != 1:
        return ()
    names = event.accounts.is_
    return (*names, *outlets) if len(names) == 1 else tuple(outlets)


EVENT = BlockKind(
    "event",
    EventModel,
    _prepare_event,
    "The fact box of one event.",
    """\
event:
  name: Verelin and Ulvholt, 2019
  kind:
    is: call
    stated: It was a telephone call, Osten reported [@osten-2019, para. 1].
  dates:
    is: 2019-05-16
    stated: It was on Thursday, 16 May 2019, Osten reported [@osten-2019, para. 1].
  length:
    is: 35
    stated: It lasted 35 minutes, The Meridian reported [@meridian-2019, para. 3].
  participants:
    is: [Tovan Verelin, Maren Ulvholt]
    stated: Tovan Verelin spoke with Maren Ulvholt, Osten reported [@osten-2019, para. 1].
  accounts:
    is: [presidential office]
    stated: The presidential office told of it, Osten reported [@osten-2019, para. 1].
""",
    filled_from="the event in the front matter of the page",
)
COMPARISON = BlockKind(
    "comparison",
    ComparisonModel,
    _prepare_comparison,
    "The events of all pages side by side: their dates, who told of them, and their points.",
    """\
events:
- page: talks/verelin-ulvholt-2019.md
  event:
    name: Verelin and Ulvholt, 2019
    dates:
      is: 2019-05-16
      stated: It was on 16 May 2019, Osten reported [@osten-2019, para. 1].
    accounts:
      is: [presidential office]
      stated: The presidential office told of it, Osten reported [@osten-2019, para. 1].
    points:
      The Treaty of Sollin: It remains the basis for negotiations, Dorsch said, Osten reported [@osten-2019, para. 5].
""",  # noqa: E501
    filled_from="the events in the front matter of all pages",
)
