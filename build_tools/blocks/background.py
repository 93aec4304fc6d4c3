"""The block `background`: chosen facts from outside the articles, in a box that says so."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field
from rapidfuzz import process

from build_tools.blocks.block import BlockContext, BlockKind, refuse, wrong
from build_tools.files.models import StrictModel, Text
from build_tools.files.yaml_places import KeyPath, LinedYaml
from build_tools.site_data.background import BACKGROUND, BACKGROUND_PAGE, OutsideFact


class BackgroundModel(StrictModel):
    """The ids of the facts, in the order in which they are shown, and which one stands for all."""

    facts: Annotated[tuple[Text, ...], Field(min_length=1)] = Field(
        description="Ids of facts in docs/_data/background.yml, in the order of reading."
    )
    lead: Text | None = Field(
        None,
        description="Id of a fact of them: it is shown, and the others are folded below it, with "
        "the documents of all; of the only one its first sentence, with a link to the page of all.",
    )


def _prepare(model: BackgroundModel, lined: LinedYaml, around: BlockContext) -> dict[str, Any]:
    facts = find_facts(
        {("facts", index): id_ for index, id_ in enumerate(model.facts)}, lined, around
    )
    if model.lead and model.lead not in model.facts:
        refuse([wrong(lined, ("lead",), f"'lead' must be one of 'facts', not '{model.lead}'")])
    lead = next((fact for fact in facts if fact.id == model.lead), None)
    return {
        "facts": facts,
        "lead": lead,
        "is_alone": len(facts) == 1,
        "page": around.link(BACKGROUND_PAGE),
        "is_at_home": around.uri == BACKGROUND_PAGE,
    }


def find_facts(
    ids: Mapping[KeyPath, str], lined: LinedYaml, around: BlockContext
) -> list[OutsideFact]:
    """Return the facts that have some ids, given by their keys in a block; refuses unknown ones.

    There are none where the file of them is wrong: that is told of the file.
    """
    if around.data.is_unread(BACKGROUND):
        return []
    known = {fact.id: fact for fact in around.data.of(BACKGROUND).facts}
    problems = []
    for keys, id_ in ids.items():
        if id_ not in known:
            best = process.extractOne(id_, tuple(known))
            message = f"'{id_}' must be the id of a fact in docs/{BACKGROUND.path}"
            hint = f"did you mean '{best[0]}'?" if best else "the file has none"
            problems.append(wrong(lined, keys, message, hint))
    refuse(problems)
    return [known[id_] for id_ in ids.values()]


BACKGROUND_BLOCK = BlockKind(
    "background",
    BackgroundModel,
    _prepare,
    "Dated facts from outside the articles, each with the document to look for; none is checked, "
    "and no statement may rest on one.",
    """\
facts: [sollin-1923]
""",
)
