"""Links to folders below the folder of pages: MkDocs follows each, however it leads in circles."""

import os
from pathlib import Path

from build_tools.problems import InputProblems, Place, Problem

CODE = "published"


def require_tree(docs: Path, root: Path) -> None:
    """Refuse links to folders that lead out of the project, or to a folder that they lie in.

    MkDocs follows them before it asks anybody. Raises InputProblems.
    """
    problems = []
    for folder, names, _ in os.walk(docs):
        for name in names:
            path = Path(folder, name)
            if not path.is_symlink():
                continue
            to, shown = Path(os.path.realpath(path)), path.relative_to(root).as_posix()
            if to in path.absolute().parents or not to.is_relative_to(root.resolve()):
                message = (
                    "a link to a folder must lead to one within the project, and not around it"
                )
                problems.append(Problem(Place(shown), CODE, message, "delete the link"))
            elif docs.resolve().is_relative_to(to) or any(it.is_symlink() for it in to.rglob("*")):
                message = "a link to a folder must not lead to further links"
                problems.append(Problem(Place(shown), CODE, message, "delete the link"))
    if problems:
        raise InputProblems(problems)
