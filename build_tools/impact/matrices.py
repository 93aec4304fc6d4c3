"""Matrices that compare reports of the event, and have no column for the new source."""

from collections.abc import Iterator

from build_tools.blocks.block import CODE
from build_tools.blocks.coverage import COVERAGE, CoverageModel, PointModel
from build_tools.files.models import validate
from build_tools.files.yaml_places import parse_yaml
from build_tools.impact.items import Item, read_at
from build_tools.impact.likeness import Likeness
from build_tools.impact.newcomer import Newcomer
from build_tools.pages.statements import PageText
from build_tools.problems import InputProblems, Place
from build_tools.syntax.citations import CitationError, without_citations
from build_tools.syntax.fences import find_fences

# So much of a cell must be in a paragraph for this to be on its point.
_LIKE = 0.3


def matrices(new: Newcomer, likeness: Likeness) -> tuple[Item, ...]:
    """List the matrices that could have a column for the new source, with the points it is on."""
    return tuple(
        _item(place, model, new, likeness)
        for page in new.ledger.pages.values()
        for place, model in _matrices(page.page)
        if (columns := model.points[0].reports.keys()) & new.partners.keys()
        and new.source.id not in columns
    )


def _matrices(page: PageText) -> Iterator[tuple[Place, CoverageModel]]:
    lines = page.text.split("\n")
    for fence in find_fences(lines):
        if fence.word != COVERAGE.name or fence.end is None:
            continue
        text = "\n".join(lines[fence.start + 1 : fence.end])
        try:
            lined = parse_yaml(f"{text}\n", page.path)
            model = validate(CoverageModel, lined, CODE, "")
        except InputProblems:
            continue  # `check` tells what is wrong with it.
        yield page.place_at(fence.start + 1, 1), model


def _item(place: Place, model: CoverageModel, new: Newcomer, likeness: Likeness) -> Item:
    paragraphs = new.source.article.paragraphs
    near = {
        point.point: max(
            (likeness.nearest(text, paragraphs) for text in _cells(point)),
            key=lambda pair: pair[0],
            default=(0.0, paragraphs[0]),
        )
        for point in model.points
    }
    told = [f"{name} (para. {it.number})" for name, (score, it) in near.items() if score >= _LIKE]
    _, best = max(near.values(), key=lambda pair: pair[0])
    why = f"no column for it{'; it seems to be on ' * bool(told)}{', '.join(told)}"
    return Item(model.caption, why, read_at(best), (place,))


def _cells(point: PointModel) -> Iterator[str]:
    """Yield each cell without its citations, after the name of its point."""
    for cell in point.reports.values():
        try:
            yield f"{point.point}: {without_citations(cell)}"
        except CitationError:
            continue  # `check` tells what is wrong with it.
