"""What every kind of block has: a name, a model of its YAML, and how its HTML is made.

The HTML is a template whose text is Markdown: Python-Markdown reads the text of the elements, so
citations in a block become statements like any other.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from posixpath import dirname, relpath
from typing import Any, Generic, TypeVar

from build_tools.files.data_files import SiteData
from build_tools.files.models import StrictModel, validate
from build_tools.files.yaml_places import KeyPath, LinedYaml, parse_yaml
from build_tools.problems import InputProblems, Place, Problem
from build_tools.sources.library import Library
from build_tools.sources.records import Record
from build_tools.syntax.citations import Citation, CitationError, parse_citations
from build_tools.syntax.position_tags import strip_tags
from build_tools.templating import render

CODE = "block"
Model = TypeVar("Model", bound=StrictModel)


@dataclass(frozen=True)
class BlockContext:
    """Where a block is: the page's path below docs, and what it may draw from.

    `repeat` is how many blocks of its kind stand before it on the page.
    """

    library: Library
    data: SiteData
    uri: str
    sources_folder: str = "sources"
    repeat: int = 0

    def link(self, uri: str) -> str:
        """Return the relative link to another page, given by its path below docs."""
        return relpath(uri, dirname(self.uri) or ".")

    def anchor(self, name: str) -> str:
        """Return an id that no other block of the kind has on the page, where `name` is its own."""
        return f"{name}--{self.repeat + 1}" if self.repeat else name


@dataclass(frozen=True)
class BlockKind(Generic[Model]):
    """One kind of block, named by the word after its opening fence.

    `prepare` gives the template its values and raises InputProblems, with places in the YAML,
    for what the model alone cannot tell. Where the build supplies the YAML, `filled_from`
    says from what; a kind whose model has no keys takes none. `example` is valid
    YAML for the invented articles in `tests/library`. `finished` says that the HTML holds no
    Markdown; `folder` is that of its template.
    """

    name: str
    model: type[Model]
    prepare: Callable[[Model, LinedYaml, BlockContext], dict[str, Any]]
    purpose: str
    example: str
    filled_from: str = ""
    finished: bool = False
    folder: str = "blocks"

    def render(self, text: str, path: str, first_line: int, surroundings: BlockContext) -> str:
        """Return the block's HTML; raises InputProblems where the YAML is wrong.

        `text` may have tags of positions. Places are those in the text as it was written.
        """
        if self.filled_from and not text.strip():
            message = f"there must be something for the block '{self.name}' to show"
            hint = f"the build fills it from {self.filled_from}"
            raise InputProblems([Problem(Place(path, first_line), CODE, message, hint)])
        if not self.model.model_fields:
            return self._render_alone(text, path, first_line, surroundings)
        written = parse_yaml(strip_tags(text), path, first_line)
        lined = replace(written, data=parse_yaml(text, path, first_line).data)
        model = validate(
            self.model, lined, CODE, f"the example of {self.name} on the page Contributing"
        )
        return render(
            f"{self.folder}/{self.name}.html.j2", **self.prepare(model, lined, surroundings)
        )

    def _render_alone(self, text: str, path: str, first_line: int, around: BlockContext) -> str:
        place = Place(path, first_line)
        if text.strip():
            message = f"the block '{self.name}' must be empty: the build draws it"
            raise InputProblems([Problem(place, CODE, message, "remove the lines")])
        lined = LinedYaml(path, {}, {(): place})
        return render(
            f"{self.folder}/{self.name}.html.j2", **self.prepare(self.model(), lined, around)
        )


def citations_in(text: str) -> tuple[Citation, ...]:
    """Return the citations in text of a block, in order; raises CitationError on a wrong one."""
    return tuple(c for group in parse_citations(strip_tags(text)) for c in group.items)


def cited_records(text: str, around: BlockContext) -> dict[str, Record]:
    """Return the records of the sources whose paragraphs a text cites, by id, each once.

    What is wrong with a citation is reported where the statement is read.
    """
    try:
        keys = dict.fromkeys(c.key for c in citations_in(text) if c.locator)
    except CitationError:
        return {}
    sources = around.library.sources
    return {id_: sources[id_].record for id_ in keys if id_ in sources}


def wrong(lined: LinedYaml, keys: KeyPath, message: str, hint: str = "") -> Problem:
    """Make a problem at the place of `keys`."""
    return Problem(lined.place_of(keys), CODE, message, hint)


def refuse(problems: Iterable[Problem]) -> None:
    """Raise InputProblems if there are problems."""
    if found := list(problems):
        raise InputProblems(found)
