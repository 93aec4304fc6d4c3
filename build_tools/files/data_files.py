"""The files of data below `docs/_data`: read, parsed and validated, each in the same way."""

from pathlib import Path

from build_tools.files.models import Model, validate
from build_tools.files.text_files import read_text
from build_tools.files.yaml_places import LinedYaml, parse_yaml
from build_tools.problems import InputProblems, Problem


def load_data(
    model: type[Model], path: Path, shown: str, code: str, template: str
) -> tuple[Model | None, LinedYaml | None, tuple[Problem, ...]]:
    """Load a file of YAML; return what it says, its places and its problems.

    `shown` is the path that problems name, `code` their code and `template` what their hints say
    to copy. A missing file is None and no problem; a wrong one is None with its problems. Nothing
    is raised.
    """
    if not path.exists():
        return None, None, ()
    try:
        lined = parse_yaml(read_text(path, shown, code), shown)
        return validate(model, lined, code, template), lined, ()
    except InputProblems as error:
        return None, None, error.problems
