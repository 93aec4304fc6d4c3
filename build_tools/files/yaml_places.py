"""YAML that remembers where each key is, and refuses a key given twice.

PyYAML's `compose` keeps the marks that `load` throws away, so one pass gives both the data and
the places: https://pyyaml.org/wiki/PyYAMLDocumentation (low-level API).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import yaml

from build_tools.expressions import expression
from build_tools.problems import InputProblems, Place, Problem

KeyPath = tuple[str | int, ...]
# Line breaks to YAML 1.1, but to no editor: they would shift every line after them.
_NO_BREAKS = str.maketrans(dict.fromkeys("\x85\u2028\u2029", " "))
# What neither HTML nor a terminal can show; escapes in double quotation marks may make it.
_NOT_SHOWN = expression(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _PlainLoader(yaml.SafeLoader):
    """SafeLoader, except that dates and numbers stay text, as they were written.

    YAML knows only a part of EDTF, and reads `12:30` as 750 and `010` as 8. Models make numbers.
    """


class _QuickLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """The same with libyaml, where PyYAML was built with it: ten times as fast."""


_AS_WRITTEN = {f"tag:yaml.org,2002:{kind}" for kind in ("timestamp", "int", "float")}
_PlainLoader.yaml_implicit_resolvers = _QuickLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in _AS_WRITTEN]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
# What PyYAML raises: also on `!!int` without a value, `!!bool maybe`, and an alias that leads
# back into itself.
YAML_ERRORS = (yaml.YAMLError, ValueError, LookupError, AttributeError, RecursionError)


_HINT = "quote a value that holds ': ' or starts with a special character"
# By phrases of PyYAML's messages.
_HINTS = (
    ("quoted scalar", "a quotation mark above is not closed, or one within is not doubled"),
    ("expected <block end>", "line up what belongs together; an item of a list begins with '- '"),
    ("could not find expected ':'", "put ': ' after a key, and line up what belongs together"),
    (
        "that cannot start any token",
        "indent with spaces, and quote a value that starts with a special character",
    ),
    ("but got ':'", "put a value that holds ': ' in quotation marks"),
    ("flow ", "close each bracket; quote a value that starts with '[' or '{'"),
)
# A value in quotation marks that one of its own marks has ended, up to the text that follows.
_ENDED = expression(
    r"""(?:[-:,]\s|[\[{,])\s*(?:"(?:[^"\\]|\\.)*(?P<double>")|'(?:[^']|'')*(?P<single>'))[ \t]*$"""
)
_WRITTEN = {"double": '\\"', "single": "''"}
# What follows where it is not such a mark: the `:` of a key, or a second value, as in `["a" "b"]`.
_OTHER_FAULT = expression(r":|(?<=\s)[\"']")


# No file here is a fraction as deep; what composes YAML calls itself once for each level.
DEEPEST = 50


@dataclass(frozen=True, eq=False)
class LinedYaml:
    """`data` as plain Python values; `place_of` leads from a path of keys back to the file.

    `places` has the places of keys and items, `values` those of the first character of values.
    """

    path: str
    data: Any
    places: dict[KeyPath, Place]
    values: dict[KeyPath, Place] = field(default_factory=dict)

    def place_of(self, keys: KeyPath) -> Place:
        """Return the place of `keys`, or else of its nearest parent in the file."""
        while keys and keys not in self.places:
            keys = keys[:-1]
        return self.places.get(keys, Place(self.path))


def parse_yaml(text: str, path: str, first_line: int = 1) -> LinedYaml:
    """Parse one YAML document.

    `first_line` is the line of `path` on which `text` starts, for a block inside a larger file.
    Raises InputProblems (code `yaml`) for a syntax error, for duplicate keys, for characters that
    cannot be shown, and for what `check_shape` finds.
    """
    if refused := list(check_shape(text, path, first_line)):
        raise InputProblems(refused)
    text = text.translate(_NO_BREAKS)
    try:
        found, problems = _read(_QuickLoader(text), path, first_line)
    except YAML_ERRORS:
        # The messages of PyYAML's own parser say more.
        found, problems = _read_explained(text, path, first_line)
    if problems:
        raise InputProblems(problems)
    return found


def check_shape(text: str, path: str, first_line: int = 1) -> Iterator[Problem]:
    """Find the first alias, or nesting beyond `DEEPEST`, before anything is made of the text.

    A few lines of aliases stand for gigabytes, and deep nesting ends the process. A syntax error
    before either is left to whoever parses the text.
    """
    depth = 0
    try:
        for event in yaml.parse(text.translate(_NO_BREAKS), _QuickLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth <= DEEPEST and not isinstance(event, yaml.AliasEvent):
                continue
            mark = event.start_mark
            assert mark
            place = Place(path, mark.line + first_line, mark.column + 1)
            if depth > DEEPEST:
                message = f"the YAML must not be nested more than {DEEPEST} levels deep"
                yield Problem(place, "yaml", message, "close each bracket; indent less")
            else:
                message = "the YAML must have no alias: it could stand for any amount of text"
                yield Problem(place, "yaml", message, "write it out; put a text with * in quotes")
            return
    except YAML_ERRORS:
        return


def _read(loader: Any, path: str, first_line: int) -> tuple[LinedYaml, list[Problem]]:
    try:
        node = loader.get_single_node()
        found = LinedYaml(path, None, {(): Place(path, first_line)})
        problems = [] if node is None else list(_walk(node, (), first_line, found))
        data = None if node is None else loader.construct_document(node)
    finally:
        loader.dispose()
    return replace(found, data=data), problems


def _read_explained(text: str, path: str, first_line: int) -> tuple[LinedYaml, list[Problem]]:
    start = Place(path, first_line)
    try:
        loader = _PlainLoader(text)
    except yaml.reader.ReaderError as error:
        before = text[: error.position]
        column = len(before) - before.rfind("\n")
        place = Place(path, before.count("\n") + first_line, column)
        message = f"the YAML must parse: {error.reason}: U+{error.character:04X}"
        raise InputProblems([Problem(place, "yaml", message, "remove the character")]) from None
    try:
        return _read(loader, path, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(path, mark.line + first_line, mark.column + 1) if mark else start
        if mark and (problem := _mark_within(text, mark, place)):
            raise InputProblems([problem]) from None
        message = f"the YAML must parse: {error.problem or error}"
        said = f"{error.context or ''} {error.problem or ''}"
        hint = next((hint for words, hint in _HINTS if words in said), _HINT)
        raise InputProblems([Problem(place, "yaml", message, hint)]) from None
    except YAML_ERRORS as error:
        message = f"the YAML must parse: {(str(error).splitlines() or ['no value'])[0]}"
        raise InputProblems([Problem(start, "yaml", message)]) from None


def _mark_within(text: str, mark: yaml.Mark, place: Place) -> Problem | None:
    """Find the quotation mark within a value right before the text at which YAML stops parsing."""
    before = text[: mark.index].rpartition("\n")[2]
    ended = _ENDED.search(before)
    if not ended or _OTHER_FAULT.match(text, mark.index):
        return None
    kind, other = ("double", "single") if ended["double"] else ("single", "double")
    message = f"a {kind} quotation mark within {kind} ones must be written {_WRITTEN[kind]}"
    hint = f"or put the whole value in {other} quotation marks"
    place = replace(place, column=place.column - len(before) + ended.start(kind))
    return Problem(place, "yaml", message, hint)


# Of the settings, which nearly every build of a preview finds as they were.
@lru_cache(maxsize=4)
def find_places(text: str, path: str) -> LinedYaml:
    """Return the places of the keys of a YAML document that has tags of its own, without its data.

    The text must already have been parsed by its own loader.
    """
    found = LinedYaml(path, None, {})
    try:
        node = yaml.compose(text, _QuickLoader)
    except YAML_ERRORS:
        node = yaml.compose(text, yaml.SafeLoader)
    if node is not None:
        list(_walk(node, (), 1, found))
    return found


def _walk(node: yaml.Node, keys: KeyPath, first_line: int, found: LinedYaml) -> Iterator[Problem]:
    """Record the places of all below `node` in `found`; yield its problems.

    One for each duplicate key, and for each text with a character that cannot be shown.
    """
    if isinstance(node, yaml.ScalarNode) and (wrong := _NOT_SHOWN.search(node.value)):
        message = f"the YAML must hold only characters that can be shown: U+{ord(wrong[0]):04X}"
        yield Problem(_place(node, first_line, found.path), "yaml", message, "remove it")
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            name = str(key_node.value)
            inner = (*keys, name)
            if _NOT_SHOWN.search(name):
                yield from _walk(key_node, inner, first_line, found)
                continue
            place = _place(key_node, first_line, found.path)
            if inner in found.places:
                message = f"the key '{key_node.value}' must appear once"
                yield Problem(place, "yaml", message, "remove one of the two")
            else:
                found.places[inner] = place
                found.values[inner] = _place(value_node, first_line, found.path)
            yield from _walk(value_node, inner, first_line, found)
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            found.places[(*keys, index)] = _place(item, first_line, found.path)
            yield from _walk(item, (*keys, index), first_line, found)


def _place(node: yaml.Node, first_line: int, path: str) -> Place:
    """Return where the text of a node starts, after its quotation mark if it has one."""
    quoted = isinstance(node, yaml.ScalarNode) and node.style in ("'", '"')
    mark = node.start_mark
    return Place(path, mark.line + first_line, mark.column + 1 + quoted)
