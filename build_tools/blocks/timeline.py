"""The block `timeline`: the events of all pages and the dated entries, to scale and as a list."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from operator import itemgetter
from typing import Annotated, Any

from pydantic import Field, model_validator

from build_tools.blocks.block import BlockContext, BlockKind, refuse, wrong
from build_tools.blocks.year_scale import WIDTH, Mark, draw_scales, lies_within
from build_tools.files.models import LONGEST_CAPTION, Label, StrictModel, Text
from build_tools.files.yaml_places import KeyPath, LinedYaml
from build_tools.pages.events import EventSummary
from build_tools.problems import Problem
from build_tools.site_data.background import BACKGROUND, BACKGROUND_PAGE, OutsideFact
from build_tools.syntax.position_tags import strip_tags
from build_tools.templating import make_anchor
from build_tools.text.dates import AnyDate, first_day, format_edtf
from build_tools.text.folding import has_words

# An entry as the template takes it, or a fact from outside.
_Told = dict[str, Any] | OutsideFact


class Era(StrictModel):
    """A heading over all entries from a date on."""

    from_: AnyDate = Field(alias="from")
    title: Label


class DatedEntry(StrictModel):
    """One dated statement. `shown` is for a date that the sources give in words alone.

    Without `when`, an entry stays after the one before it, or where `after` puts it, which is not
    shown. `label` are words of the statement that stand beside the date in the picture, where there
    is little room.
    """

    when: AnyDate | None = None
    after: AnyDate | None = None
    shown: str = ""
    label: str = Field(default="", max_length=LONGEST_CAPTION)
    stated: Text

    @model_validator(mode="after")
    def _some_date(self) -> "DatedEntry":
        if self.when is None and not self.shown:
            raise ValueError("must have 'when', 'shown' or both")
        if self.when and self.after:
            raise ValueError("must have 'after' only without 'when'")
        return self


class DatedEvent(StrictModel):
    """An event with the page that describes it, as a path below docs."""

    page: Text
    event: EventSummary


class TimelineFile(StrictModel):
    """`docs/_data/timeline.yml`; its head explains the keys.

    `enlarged` is an interval, which the picture shows again on a larger scale.
    """

    eras: Annotated[tuple[Era, ...], Field(min_length=1)]
    enlarged: AnyDate | None = None
    entries: tuple[DatedEntry, ...] = ()


class TimelineModel(TimelineFile):
    """The file with the events of all pages, which the build adds."""

    events: tuple[DatedEvent, ...] = ()


def _eras_out_of_order(model: TimelineModel, lined: LinedYaml) -> Iterator[Problem]:
    for index, (era, later) in enumerate(pairwise(model.eras)):
        if first_day(later.from_) <= first_day(era.from_):
            message = f"'eras' must be in order: {later.from_} must be later than {era.from_}"
            yield wrong(lined, ("eras", index + 1, "from"), message)


def _before_eras(model: TimelineModel, lined: LinedYaml) -> Iterator[Problem]:
    start = first_day(model.eras[0].from_)
    dates: list[tuple[KeyPath, str | None]] = [
        (("entries", index, "when"), entry.when) for index, entry in enumerate(model.entries)
    ]
    dates += [
        (("events", index, "event", "dates", "is"), page.event.dates.is_)
        for index, page in enumerate(model.events)
    ]
    for keys, when in dates:
        if when and first_day(when) < start:
            message = f"{when} must be in an era: the first one starts in {model.eras[0].from_}"
            yield wrong(lined, keys, message, "add an earlier era")


def _labels_not_stated(model: TimelineModel, lined: LinedYaml) -> Iterator[Problem]:
    for index, entry in enumerate(model.entries):
        label = strip_tags(entry.label)
        if label and not has_words(strip_tags(entry.stated), label):
            message = f"'label' must be words of 'stated', in their order: “{label}”"
            yield wrong(lined, ("entries", index, "label"), message)
        elif label and entry.when is None:
            message = "'label' must stand with 'when': without a date it is not in the picture"
            yield wrong(lined, ("entries", index, "label"), message)


def _nothing_enlarged(model: TimelineModel, lined: LinedYaml) -> Iterator[Problem]:
    dates = [entry.when for entry in model.entries if entry.when]
    dates += [page.event.dates.is_ for page in model.events]
    if model.enlarged and not any(lies_within(when, model.enlarged) for when in dates):
        message = f"'enlarged' must hold a date of the timeline, which {model.enlarged} does not"
        yield wrong(lined, ("enlarged",), message)


def _date_read(shown: str, when: str) -> str:
    """Return the date that a statement must bear out: as shown, and as sorted.

    `when` is added unless `shown` gives each of its years, as it is or as its decade.
    """
    years = (point[:4] for point in when.split("/") if point)
    told = all(year in shown or f"{year[:3]}0s" in shown for year in years)
    return shown if told else f"{shown}, {format_edtf(when)}"


def _prepare(model: TimelineModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:
    refuse(
        [
            *_eras_out_of_order(model, lined),
            *_before_eras(model, lined),
            *_labels_not_stated(model, lined),
            *_nothing_enlarged(model, lined),
        ]
    )
    dated: list[tuple[datetime.date, _Told]] = sorted(_dated(model, around), key=itemgetter(0))
    entries = [entry for _, entry in dated if isinstance(entry, dict)]
    _give_anchors(entries, around)
    starts = [first_day(era.from_) for era in model.eras]

    def era_of(pair: tuple[datetime.date, _Told]) -> int:
        return max((i for i, start in enumerate(starts) if start <= pair[0]))

    marks = [_mark(entry) for entry in entries if entry["when"]]
    outside = _outside(starts[0], around) if marks else []
    marks += [_outside_mark(fact) for fact in outside]
    scales = draw_scales(marks, model.enlarged or "") if marks else ()
    dated += [(first_day(fact.when), fact) for fact in outside]
    eras = [
        {"title": model.eras[index].title, "runs": _runs(told for _, told in pairs)}
        for index, pairs in groupby(sorted(dated, key=itemgetter(0)), key=era_of)
    ]
    background = around.link(BACKGROUND_PAGE) if outside else ""
    return {"eras": eras, "scales": scales, "width": WIDTH, "background": background}


def _runs(told: Iterable[_Told]) -> list[dict[str, Any]]:
    """Put together what stands in a row, in the list or in a box of facts from outside."""
    groups = groupby(told, key=lambda it: isinstance(it, OutsideFact))
    return [{"outside": outside, "items": list(items)} for outside, items in groups]


def _dated(
    model: TimelineModel, around: BlockContext
) -> Iterator[tuple[datetime.date, dict[str, Any]]]:
    """Yield the entries and the events as the template takes them, with the days to sort by."""
    day = first_day(model.eras[0].from_)
    for entry in model.entries:
        known = entry.when or entry.after
        day = first_day(known) if known else day
        shown = entry.shown or format_edtf(entry.when or "")
        shown_entry = {
            "shown": shown,
            "when": entry.when,
            "context": _date_read(shown, entry.when or ""),
            "text": entry.stated,
            "label": entry.label,
            "event": None,
        }
        yield day, shown_entry
    for page in model.events:
        when = page.event.dates.is_
        event = {"name": page.event.name, "href": around.link(page.page)}
        shown_event = {
            "shown": format_edtf(when),
            "when": when,
            "context": page.event.name,
            "text": page.event.summary,
            "label": page.event.name,
            "event": {**event, "dated": page.event.dates.stated},
        }
        yield first_day(when), shown_event


def _give_anchors(entries: list[dict[str, Any]], around: BlockContext) -> None:
    """Name each dated entry by its date, so that a link to it outlives others that are added."""
    seen: Counter[str] = Counter()
    for entry in entries:
        name = f"when-{make_anchor(entry['when'] or '')}"
        seen[name] += 1
        entry["anchor"] = around.anchor(name if seen[name] == 1 else f"{name}_{seen[name]}")


def _outside(start: datetime.date, around: BlockContext) -> list[OutsideFact]:
    """Return what of the facts outside the evidence has a label, from the first day on."""
    facts = around.data.of(BACKGROUND).facts
    return [fact for fact in facts if fact.label and first_day(fact.when) >= start]


def _outside_mark(fact: OutsideFact) -> Mark:
    return Mark(fact.when, fact.date, fact.label, f"#{fact.anchor}", form="outside")


def _mark(entry: dict[str, Any]) -> Mark:
    label = strip_tags(entry["label"])
    return Mark(
        entry["when"],
        strip_tags(entry["shown"]),
        f"{label[:1].upper()}{label[1:]}",
        f"#{entry['anchor']}",
        "event" if entry["event"] else "entry",
    )


TIMELINE = BlockKind(
    "timeline",
    TimelineModel,
    _prepare,
    "All dated entries, and the events of all pages, in order.",
    """\
eras:
  - from: 1911
    title: From the Strait War on
entries:
  - shown: After the Strait War
    stated: The town council sold the bell, by Kestria's account in The Harbour Post [@harbour-post-2015, para. 3].
  - when: 1923
    label: Treaty of Sollin
    stated: The Treaty of Sollin was made, according to The Harbour Post [@harbour-post-2015, para. 6].
""",  # noqa: E501
    filled_from="docs/_data/timeline.yml and the events in the front matter of all pages",
)
