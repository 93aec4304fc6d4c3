"""The files of data below `docs/_data`: read, parsed and validated, each in the same way."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path, PurePosixPath
from typing import Any, Generic, TypeVar

from build_tools.files.models import Model, StrictModel, validate
from build_tools.files.text_files import read_text
from build_tools.files.yaml_places import LinedYaml, parse_yaml
from build_tools.kept import KeptFile
from build_tools.problems import InputProblems, Problem

Value = TypeVar("Value")


@dataclass(frozen=True)
class DataFile(Generic[Value]):
    """A file that blocks and generated pages are made from, or a folder of such files.

    `path` is below the folder of pages, `empty` the value of a file that is missing or wrong.
    `load` takes the file, the path that problems name and the folder of pages; it returns the
    value and its problems, and raises nothing. `model` is what a file of YAML must be: for editors.
    """

    path: str
    empty: Value
    load: Callable[[Path, str, Path], tuple[Value, tuple[Problem, ...]]]
    model: type[StrictModel] | None = None

    @property
    def pattern(self) -> str:
        """The path, or of a folder what matches its files."""
        return self.path if PurePosixPath(self.path).suffix else f"{self.path}/*.yml"

    def files(self, docs: Path) -> list[Path]:
        """Return the file, or those of the folder, below the folder of pages."""
        path = docs / self.path
        return sorted(path.iterdir(), key=attrgetter("name")) if path.is_dir() else [path]


@dataclass(frozen=True, eq=False)
class SiteData:
    """What the data files of a site hold, and their problems.

    `unread` are the paths of those that hold nothing, for their problems.
    """

    values: Mapping[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    unread: frozenset[str] = frozenset()

    def of(self, file: DataFile[Value]) -> Value:
        """Return what a file holds; its `empty` where it was not loaded."""
        value: Value = self.values.get(file.path, file.empty)
        return value

    def is_unread(self, *files: DataFile[Any]) -> bool:
        """Tell whether any of some files holds nothing for its problems, which are told by it."""
        return any(file.path in self.unread for file in files)


def load_site_data(files: Iterable[DataFile[Any]], docs: Path, root: Path) -> SiteData:
    """Load data files below `docs`; problems name paths from `root`."""
    values: dict[str, Any] = {}
    problems: tuple[Problem, ...] = ()
    unread: set[str] = set()
    for file in files:
        path = docs / file.path
        values[file.path], found = file.load(path, path.relative_to(root).as_posix(), docs)
        problems += found
        if found and values[file.path] == file.empty:
            unread.add(file.path)
    return SiteData(values, problems, frozenset(unread))


def load_data(
    model: type[Model], path: Path, shown: str, code: str, template: str
) -> tuple[Model | None, LinedYaml | None, tuple[Problem, ...]]:
    """Load a file of YAML; return what it says, its places and its problems.

    `shown` is the path that problems name, `code` their code and `template` what their hints say
    to copy. A missing file is None without problems, a wrong one None with its problems. Nothing is
    raised.
    """
    if not path.exists():
        return None, None, ()
    try:
        text = read_text(path, shown, code)

        def make() -> tuple[Model, LinedYaml]:
            lined = parse_yaml(text, shown)
            return validate(model, lined, code, template), lined

        return *KeptFile.made_once((load_data.__name__, model.__name__, shown, text), make), ()
    except InputProblems as error:
        return None, None, error.problems
