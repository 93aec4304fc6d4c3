"""The block `passage`: a short quotation drawn from a source by the build; nobody types it."""

from typing import Any

from pydantic import Field

from build_tools.blocks.block import CODE, BlockContext, BlockKind, refuse, wrong
from build_tools.files.models import SeenText, StrictModel, Text
from build_tools.files.yaml_places import KeyPath, LinedYaml
from build_tools.lexicon.names import PEOPLE
from build_tools.problems import InputProblems
from build_tools.sources.library import Passage
from build_tools.syntax.citations import CitationError, CitationGroup, parse_citations
from build_tools.syntax.position_tags import strip_tags
from build_tools.text.quotations import find_quotation, nearest_passage, select_between


class PassageModel(StrictModel):
    """The paragraph cited, and the words with which the passage begins and ends.

    Without `to`, the passage is the words of `from` alone. Without a speaker, the outlet speaks.
    """

    cite: Text = Field(description="The citation of one paragraph.")
    from_: Text = Field(alias="from", description="The words with which the passage begins.")
    to: SeenText = Field(
        default="", description="The words with which it ends; without them it is `from` alone."
    )
    speaker: SeenText = Field(
        default="", description="Who speaks, where the source has the words in quotation marks."
    )
    occasion: SeenText = Field(default="", description="When, where and by whose account.")


def cited_group(text: str, lined: LinedYaml, keys: KeyPath) -> CitationGroup:
    """Read the one citation that `text` must be; raises InputProblems."""
    message = "'cite' must be one citation of one paragraph, in quotation marks"
    hint = 'cite: "[@osten-2019, para. 6]"'
    try:
        groups = list(parse_citations(strip_tags(text).strip()))
    except CitationError as error:
        raise InputProblems([wrong(lined, keys, f"{message}: {error}", hint)]) from None
    alone = [(0, len(strip_tags(text).strip()), 1, False)]
    if [(g.start, g.end, len(g.items), g.narrative) for g in groups] != alone:
        raise InputProblems([wrong(lined, keys, message, hint)])
    return groups[0]


def draw(
    model: PassageModel, lined: LinedYaml, keys: KeyPath, around: BlockContext
) -> dict[str, Any]:
    """Draw the words from the source, and say where they are from; raises InputProblems."""
    citation = cited_group(model.cite, lined, (*keys, "cite")).items[0]
    if citation.key in around.library.broken:
        place = lined.place_of((*keys, "cite"))
        raise InputProblems([around.library.must_load(citation.key, place).under(CODE)])
    passages = around.library.passages([citation])
    if len(passages) != 1:
        # An unknown source or paragraph has a hint of its own where the citation is checked.
        nearest = around.library.nearest_id(citation.key)
        message = "'cite' must name one paragraph that exists"
        hint = f"did you mean '{nearest}'?" if nearest and nearest != citation.key else ""
        raise InputProblems([wrong(lined, (*keys, "cite"), message, hint)])
    words = _between(model, lined, keys, passages[0])
    known = not around.library.names.problems
    if known and model.speaker and not _is_person(model.speaker, around):
        message = "'speaker' must be a person on the list of names"
        name = strip_tags(model.speaker)
        hint = f"add '- [{name}]' under 'people' in docs/_data/names.yml"
        raise InputProblems([wrong(lined, (*keys, "speaker"), message, hint)])
    return {
        "words": words,
        "speaker": model.speaker,
        "occasion": model.occasion,
        "outlet": passages[0].source.record.outlet,
        "cite": model.cite,
    }


def _is_person(name: str, around: BlockContext) -> bool:
    mentions = around.library.names.mentions(strip_tags(name))
    return any((mention.kind, mention.text) == (PEOPLE, strip_tags(name)) for mention in mentions)


def _between(model: PassageModel, lined: LinedYaml, keys: KeyPath, passage: Passage) -> str:
    paragraph = passage.paragraph.folded
    problems = []
    for key, words in (("from", model.from_), ("to", model.to)):
        if words and not find_quotation(words, paragraph):
            message = f"'{key}' must be words of the paragraph, verbatim"
            hint = f"the nearest there: “{nearest_passage(words, paragraph).text}”"
            problems.append(wrong(lined, (*keys, key), message, hint))
    refuse(problems)
    found = select_between(model.from_, model.to, paragraph)
    if found is None:
        message = "'to' must come after 'from' in the paragraph"
        raise InputProblems([wrong(lined, (*keys, "to"), message)])
    if '"' in found.exact:
        message = "a passage must lie within one speech, or outside it"
        hint = "it holds a quotation mark: begin or end at the mark"
        raise InputProblems([wrong(lined, (*keys, "from"), message, hint)])
    before = paragraph.text[: paragraph.text.index(found.prefix + found.exact) + len(found.prefix)]
    if (before.count('"') % 2 == 1) != bool(model.speaker):
        message = "'speaker' must be given where the words are in quotation marks, and only there"
        hint = "for reported speech, say whose account it is under 'occasion'"
        raise InputProblems([wrong(lined, (*keys, "speaker"), message, hint)])
    return found.exact


def _prepare(model: PassageModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:
    return {"passage": draw(model, lined, (), around)}


PASSAGE = BlockKind(
    "passage",
    PassageModel,
    _prepare,
    "A short quotation that the build draws from the source, with its speaker and occasion. It "
    "lies within one speech, or outside all.",
    """\
cite: "[@harbour-post-2015, para. 4]"
from: I am patient
to: not resigned
speaker: Danica Revnik
occasion: to reporters on 8 October 2015
""",
)
