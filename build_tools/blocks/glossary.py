"""The block `glossary`: every term that the site explains, below its heading."""

from collections import Counter
from typing import Any

from build_tools.blocks.block import BlockKind, Surroundings, refuse, wrong
from build_tools.vocabulary import VocabularyFile
from build_tools.yaml_lines import LinedYaml


def _prepare(
    model: VocabularyFile,
    lined: LinedYaml,
    around: Surroundings,  # noqa: ARG001 - as every kind of block is given
) -> dict[str, Any]:
    uses = Counter(form for group in model.groups for term in group.terms for form in term.written)
    refuse(
        wrong(
            lined,
            ("groups", g, "terms", t),
            f"'{form}' must be a form of one term",
            "give the other 'forms'",
        )
        for g, group in enumerate(model.groups)
        for t, term in enumerate(group.terms)
        for form in term.written
        if uses[form] > 1
    )
    return {"groups": model.groups}


GLOSSARY = BlockKind(
    "glossary",
    VocabularyFile,
    _prepare,
    "Every term that the site explains, with its definition.",
    """\
groups:
  - title: Words of the articles
    terms:
      - term: the 1956 declaration
        says: Japan and the Soviet Union made it, Nikkei Asia writes [@nikkei-2020, para. 4].
  - title: Words of this site
    terms:
      - term: record
        says: What is known of a source, in a file of its own.
        claims: none
""",
    filled_from="docs/_data/terms.yml",
)
