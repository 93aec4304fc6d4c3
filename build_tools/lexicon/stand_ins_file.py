"""Write an entry into the file of stand-ins, and leave all else in it as it is."""

import json
import os
import re
import shutil
from pathlib import Path

from pydantic import ValidationError

from build_tools.expressions import expression
from build_tools.files.text_files import read_bytes
from build_tools.files.yaml_places import LinedYaml, parse_yaml
from build_tools.lexicon.stand_ins import CODE, StandIn, StandInsFile, load_stand_ins
from build_tools.problems import InputProblems, Place, Problem
from build_tools.templating import render

# A value that YAML reads as it stands, unless it is a word for true, false or nothing.
_PLAIN = expression(r"[^\W_](?:[\w '’.-]*[\w'’])?")
_NO_ITEMS = expression(r"^stand-ins:[ \t]*\[[ \t]*\][ \t]*(#.*)?$", re.MULTILINE)


def add_entry(path: Path, shown: str, entry: StandIn) -> str:
    """Add an entry to the file, after the last of its kind, and return the line written.

    A missing file is made, with the comment that explains it. Raises InputProblems where the file
    is wrong, or of a form that no line can be added to; then nothing has been written.
    """
    before = load_stand_ins(path, shown)
    if before.problems:
        raise InputProblems(before.problems)
    line = _line(entry)
    if not path.exists():
        _write(path, shown, render("stand-ins.yml.j2") + f"  {line}\n")
        return line
    old = read_bytes(path, shown, CODE).decode("utf-8")
    new = with_entry(old.replace("\r\n", "\n"), shown, entry)
    _write(path, shown, new.replace("\n", "\r\n") if "\r\n" in old else new)
    return line


def with_entry(text: str, shown: str, entry: StandIn) -> str:
    """Return the text of the file with one more entry; `shown` is its name in messages.

    Raises InputProblems where the text is wrong, or of a form that no line can be added to.
    """
    lined = parse_yaml(text, shown)
    before = _entries_of(lined)
    new = None if before is None else _insert(text, _line(entry), entry, before, lined)
    if new is None or before is None or not _holds(new, shown, entry, before):
        message = "the file must list its entries one to a line, so that another can be added"
        raise InputProblems(
            [Problem(Place(shown), CODE, message, f"add it by hand: {_line(entry)}")]
        )
    return new


def _entries_of(lined: LinedYaml) -> list[StandIn] | None:
    """Return the entries of a file that was parsed; None where it is none of the kind."""
    try:
        return list(StandInsFile.model_validate(lined.data or {}).stand_ins)
    except ValidationError:
        return None


def _line(entry: StandIn) -> str:
    pairs = {"ours": entry.ours, "theirs": entry.theirs, "in": entry.only or ""}
    shown = (f"{key}: {_scalar(key, value)}" for key, value in pairs.items() if value)
    return f"- {{{', '.join(shown)}}}"


def _scalar(key: str, value: str) -> str:
    if key != "in" and _PLAIN.fullmatch(value):
        data = parse_yaml(f"{{a: {value}}}", "").data
        if data == {"a": value}:
            return value
    return json.dumps(value, ensure_ascii=False)


def _insert(text: str, line: str, entry: StandIn, before: list[StandIn], lined: LinedYaml) -> str:
    """Put the line after the last entry that is, like the new one, of one paragraph or of all."""
    lines = text.split("\n")
    alike = [
        index for index, other in enumerate(before) if (other.only is None) is (entry.only is None)
    ]
    if not before:
        return _NO_ITEMS.sub(r"stand-ins: \1", text).rstrip() + f"\n  {line}\n"
    after = alike[-1] if alike else len(before) - 1
    starts = [lined.place_of(("stand-ins", index)).line - 1 for index in range(len(before))]
    first = starts[after]
    last = starts[after + 1] if after + 1 < len(starts) else len(lines)
    while last > first + 1 and not lines[last - 1].split("#")[0].strip():
        last -= 1  # A blank line or a comment, which belongs to what follows it.
    margin = lines[first][: len(lines[first]) - len(lines[first].lstrip())]
    inserted = [*lines[:last], margin + line, *lines[last:]]
    return "\n".join(inserted).rstrip("\n") + "\n"


def _holds(text: str, shown: str, entry: StandIn, before: list[StandIn]) -> bool:
    """Tell whether a text has all entries that were there, in their order, and the new one."""
    try:
        found = _entries_of(parse_yaml(text, shown))
    except InputProblems:
        return False
    if found is None or len(found) != len(before) + 1 or entry not in found:
        return False
    found.remove(entry)
    return found == before


def _write(path: Path, shown: str, text: str) -> None:
    """Put the text in the file's place at once: nothing can be lost in the middle."""
    path = path.resolve()
    new = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(text.encode())
        if path.exists():
            shutil.copymode(path, new)
        os.replace(new, path)  # noqa: PTH105 - it replaces in one step on every system
    except OSError as error:
        new.unlink(missing_ok=True)
        message = f"the file must be one that can be written: {error.strerror}"
        raise InputProblems([Problem(Place(shown), CODE, message)]) from None
