"""The blocks made of events: the fact box of one, and the comparison of all."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Field

from build_tools.blocks.block import BlockContext, BlockKind, refuse, wrong
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
    around: BlockContext,  # noqa: ARG001
) -> dict[str, Any]:
    return {"name": model.event.name, "facts": model.event.facts}


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
    rows = [
        {
            "label": label,
            "cells": [(page.event.facts | page.event.points).get(label, "") for page in pages],
        }
        for label in dict.fromkeys([*labels, *points])
    ]
    columns = [{"name": page.event.name, "href": around.link(page.page)} for page in pages]
    return {"columns": columns, "rows": rows}


EVENT = BlockKind(
    "event",
    EventModel,
    _prepare_event,
    "The fact box of one contact of leaders.",
    """\
event:
  name: Suga and Putin, 2020
  kind:
    is: call
    stated: It was a telephone call [@xinhua-2020, para. 1; @nikkei-2020, para. 3].
  dates:
    is: 2020-09-29
    stated: It was on Tuesday, 29 September 2020, Nikkei Asia reported [@nikkei-2020, para. 1].
  length:
    is: 20
    stated: It lasted 20 minutes, Nikkei Asia reported [@nikkei-2020, para. 3].
  participants:
    is: [Yoshihide Suga, Vladimir Putin]
    stated: Yoshihide Suga spoke with Vladimir Putin, Xinhua reported [@xinhua-2020, para. 1].
  accounts:
    is: [Suga]
    stated: Suga told reporters about it, Xinhua reported [@xinhua-2020, para. 2].
""",
    filled_from="the event in the front matter of the page",
)
COMPARISON = BlockKind(
    "comparison",
    ComparisonModel,
    _prepare_comparison,
    "The events of all pages side by side: their facts, then their points.",
    """\
events:
- page: contacts/kishida-putin-2021.md
  event:
    name: Kishida and Putin, 2021
    kind:
      is: call
      stated: It was a phone call, Kyodo reported [@kyodo-2021, para. 1].
    dates:
      is: 2021-10-07
      stated: It was on 7 October 2021, Kyodo reported [@kyodo-2021, para. 1].
    length:
      is: 25
      stated: It lasted about 25 minutes, Kyodo reported [@kyodo-2021, para. 7].
    participants:
      is: [Fumio Kishida, Vladimir Putin]
      stated: Kyodo names Fumio Kishida and Vladimir Putin [@kyodo-2021, para. 1].
    accounts:
      is: [Kishida]
      stated: Kishida told reporters about it, Kyodo reported [@kyodo-2021, para. 2].
    points:
      The 1956 declaration: It was among the agreements taken as a basis, Kyodo reported [@kyodo-2021, para. 6].
""",  # noqa: E501
    filled_from="the events in the front matter of all pages",
)
