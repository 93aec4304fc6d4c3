"""The block `glossary`: every term that the site explains, below its heading."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from build_tools.blocks.block import BlockContext, BlockKind, refuse, wrong
from build_tools.files.yaml_places import LinedYaml
from build_tools.lexicon.glossary import GlossaryFile
from build_tools.problems import Problem


def _prepare(
    model: GlossaryFile,
    lined: LinedYaml,
    around: BlockContext,  # noqa: ARG001 - as every kind of block is given
) -> dict[str, Any]:
    refuse(_told_apart(model, lined))
    return {"groups": model.groups}


def _told_apart(model: GlossaryFile, lined: LinedYaml) -> Iterator[Problem]:
    terms = [term for group in model.groups for term in group.terms]
    uses = Counter(form for term in terms for form in term.written)
    anchors = Counter(term.anchor for term in terms)
    for g, group in enumerate(model.groups):
        for t, term in enumerate(group.terms):
            keys = ("groups", g, "terms", t)
            if anchors[term.anchor] > 1 or term.anchor == "term-":
                message = f"'{term.term}' must have letters that no other term has in this order"
                yield wrong(lined, keys, message, "two terms cannot share an address")
            for form in term.written:
                if uses[form] > 1:
                    message = f"'{form}' must be a form of one term"
                    yield wrong(lined, keys, message, "give the other 'forms'")


GLOSSARY = BlockKind(
    "glossary",
    GlossaryFile,
    _prepare,
    "Every term that the site explains, with its definition.",
    """\
groups:
  - title: Words of the articles
    terms:
      - term: the Tenor
        says: A smaller bell, removed from Ilvany, The Harbour Post writes [@harbour-post-2015, para. 6].
  - title: Words of this site
    terms:
      - term: record
        says: What is known of a source, in a file of its own.
        claims: none
""",  # noqa: E501
    filled_from="docs/_data/glossary.yml",
)
