"""The block `ways`: by which ways the words of an event came to the outlets."""

from collections.abc import Iterator
from typing import Any

from build_tools.blocks.block import CODE, BlockContext, BlockKind, refuse, wrong
from build_tools.blocks.way_picture import WIDTH, draw_ways
from build_tools.files.models import StrictModel
from build_tools.files.yaml_places import KeyPath, LinedYaml
from build_tools.pages.events import EventWays, Way
from build_tools.problems import Problem
from build_tools.sources.library import Source
from build_tools.syntax.citations import CitationError, parse_citations
from build_tools.syntax.position_tags import strip_tags
from build_tools.text.folding import has_words


class WaysModel(StrictModel):
    """The event of the page itself, with its ways."""

    event: EventWays


def _cited(way: Way) -> set[str]:
    """Return the sources whose paragraphs a way cites; none where a citation is wrong."""
    try:
        groups = list(parse_citations(strip_tags(way.stated)))
    except CitationError:
        return set()  # Reported where the statement is read.
    return {citation.key for group in groups for citation in group.items if citation.locator}


def _problems(model: WaysModel, lined: LinedYaml, around: BlockContext) -> Iterator[Problem]:
    for index, way in enumerate(model.event.ways):
        keys: KeyPath = ("event", "ways", index)
        yield from _end_problems(way, keys, lined, around)
        for step, name in enumerate(way.by[:-1]):
            if not has_words(strip_tags(way.stated), strip_tags(name)):
                message = f"'stated' must say each step of the way before the outlet: “{name}”"
                yield wrong(lined, (*keys, "by", step), message)


def _end_problems(
    way: Way, keys: KeyPath, lined: LinedYaml, around: BlockContext
) -> Iterator[Problem]:
    cited = _cited(way)
    if len(cited) != 1:
        message = "a way must cite paragraphs of one source, whose outlet is its end"
        yield wrong(lined, (*keys, "stated"), message, "[@osten-2019, para. 2]")
        return
    [id_] = cited
    if id_ in around.library.broken:
        yield around.library.must_load(id_, lined.place_of((*keys, "stated"))).under(CODE)
        return
    source = around.library.sources.get(id_)
    if source is None:
        nearest = around.library.nearest_id(id_)
        message = f"a way must end at the outlet of a source; there is no '{id_}'"
        hint = f"did you mean '{nearest}'?" if nearest else ""
        yield wrong(lined, (*keys, "stated"), message, hint)
    elif strip_tags(way.by[-1]) != source.record.outlet:
        message = f"a way must end at the outlet of the source that it cites, not “{way.by[-1]}”"
        hint = f"the outlet of {id_} is {source.record.outlet}"
        yield wrong(lined, (*keys, "by", len(way.by) - 1), message, hint)


def _prepare(model: WaysModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:
    refuse(_problems(model, lined, around))
    outlets = list(dict.fromkeys(way.by[-1] for way in model.event.ways))
    ways = sorted(model.event.ways, key=lambda way: outlets.index(way.by[-1]))
    sources = {id_: around.library.sources[id_] for way in ways for id_ in _cited(way)}
    follows = list(_followers(sources, around))
    pairs = {follower["outlet"]: follower["other"] for follower in follows}
    return {
        "name": model.event.name,
        "ways": ways,
        "picture": draw_ways([way.by for way in ways], pairs),
        "width": WIDTH,
        "follows": follows,
    }


def _followers(sources: dict[str, Source], around: BlockContext) -> Iterator[dict[str, str]]:
    """Yield each outlet here that follows another here, as its record says."""
    for source in sources.values():
        derived = source.record.derived_from
        if derived and derived.id in sources:
            yield {
                "outlet": source.record.outlet,
                "href": around.link(f"{around.sources_folder}/{source.id}.md"),
                "other": sources[derived.id].record.outlet,
            }


WAYS = BlockKind(
    "ways",
    WaysModel,
    _prepare,
    "Who told whom: the ways by which words came to the outlets, as a picture and in words.",
    """\
event:
  name: Verelin and Ulvholt, 2019
  ways:
    - by: [presidential office, Osten News Agency]
      stated: The leaders agreed to step up talks, the presidential office said in Osten's report [@osten-2019, para. 1].
    - by: [Ulvholt, lawmakers, Meridian]
      stated: There had been no progress on ownership, Ulvholt told lawmakers, by The Meridian's account [@meridian-2019, para. 2].
""",  # noqa: E501
    filled_from="the ways of the event in the front matter of the page",
)
