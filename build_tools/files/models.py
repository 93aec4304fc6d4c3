"""Validate YAML with a pydantic model, and report every error in the project's own form."""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from rapidfuzz import process

from build_tools.expressions import expression
from build_tools.files.model_keys import models_in
from build_tools.files.yaml_places import KeyPath, LinedYaml
from build_tools.problems import InputProblems, Problem
from build_tools.text.words import split_words

# Control, format, half a character, and not assigned: nobody sees these. Private use is not among
# them: blocks have tags of positions of that kind, and pages are checked for it themselves.
_UNSEEN = frozenset(["Cc", "Cf", "Cs", "Cn"])


# No field is so long: the longest here has some hundred characters.
LONGEST_TEXT = 20_000
# Of a wrong value a hint shows no more.
_SHOWN = 200


def in_schemas(pattern: str) -> Any:
    """Put the pattern that a value must match in whole into JSON Schemas, for editors.

    A check says in words what must hold, so models do not use it.
    """
    return Field(json_schema_extra={"pattern": f"^({pattern})$"})


def _check_something(value: str) -> str:
    if not value.strip() or unicodedata.normalize("NFKC", value).isspace():
        raise ValueError("must say something: it is blank")
    return value


def _check_seen(value: str) -> str:
    if len(value) > LONGEST_TEXT:
        raise ValueError(f"must have at most {LONGEST_TEXT:,} characters")
    for sign in value:
        if unicodedata.category(sign) in _UNSEEN and sign not in "\n\t":
            raise ValueError(f"must not have invisible characters: U+{ord(sign):04X}")
    return value


def _check_plain(value: str) -> str:
    if marks := sorted(set("<>") & set(value)):
        raise ValueError(f"must not have “{marks[0]}”: the theme puts it into the page as it is")
    if html.unescape(value) != value:
        raise ValueError("must have each character as itself, such as & in place of &amp;")
    return value


_ID = "[a-z0-9]+(-[a-z0-9]+)*"


def check_id(value: str) -> str:
    """Return an id; raises ValueError for what may not be one."""
    if not re.fullmatch(_ID, value):
        raise ValueError("must be words of a-z and 0-9 joined by hyphens, such as osten-2019")
    if value in _RESERVED:
        raise ValueError(f"must not be “{value}”: that is the name of a file of another kind")
    return value


# Names of a folder's own page, and of what records are copied from.
_RESERVED = frozenset(["index", "readme", "template"])
# What stands in names of files and in addresses, so that no two systems take it differently.
Id = Annotated[str, AfterValidator(check_id), in_schemas(_ID)]
# Text, if any, in characters that are seen.
SeenText = Annotated[str, AfterValidator(_check_seen)]
# Text that says something.
Text = Annotated[SeenText, AfterValidator(_check_something)]
# Text that goes where the theme does not escape: titles, names in the menu.
PlainText = Annotated[Text, AfterValidator(_check_plain)]


class StrictModel(BaseModel):
    """A frozen model that refuses keys it does not know."""

    # Most programs use few of the models: each is built when it is first used.
    model_config = ConfigDict(
        extra="forbid", frozen=True, coerce_numbers_to_str=True, defer_build=True
    )


# Beside a mark of a picture there is room for so many letters.
LONGEST_CAPTION = 40
# A label of a row or a term names something; anything longer is text, and must be cited as such.
LONGEST_LABEL = 9


def _check_label(value: str) -> str:
    if len(split_words(html.unescape(value))) > LONGEST_LABEL:
        raise ValueError(f"must be a label of at most {LONGEST_LABEL} words: text needs a citation")
    return value


Label = Annotated[Text, AfterValidator(_check_label)]

# Pydantic's types in YAML's terms.
_MUST_BE = {
    "tuple_type": "a list",
    "list_type": "a list",
    "string_type": "text",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_parsing": "a number",
}

Model = TypeVar("Model", bound=StrictModel)
_MISSING = expression(r"the key '(?:[\w.-]+\.)?([\w-]+)' must be given")


def reason_of(error: ValueError) -> str:
    """Return what must hold where a value was refused, by one of these types or by a check."""
    return _said(error.errors()[0]) if isinstance(error, ValidationError) else str(error)


def _said(error: Mapping[str, Any]) -> str:
    return str(error["msg"]).removeprefix("Value error, ")


def validate(model: type[Model], lined: LinedYaml, code: str, template: str) -> Model:
    """Validate a YAML document.

    Raises InputProblems with all errors at once, each at its key; `template` names the file to
    copy from.
    """
    if not isinstance(lined.data, dict):
        message = "the YAML must be a mapping of keys to values"
        raise InputProblems([Problem(lined.place_of(()), code, message, f"copy {template}")])
    try:
        return model.model_validate(lined.data)
    except ValidationError as error:
        explained = [_explain(item, model, template) for item in _own(error)]
    # For a mistyped key, do not also report the right one as missing.
    meant = {(keys[:-1], hint) for keys, _, hint in explained}
    raise InputProblems(
        Problem(lined.place_of(keys), code, message, hint)
        for keys, message, hint in explained
        if not (
            (missing := _MISSING.fullmatch(message))
            and (keys, f"did you mean '{missing[1]}'?") in meant
        )
    )


def _own(error: ValidationError) -> Iterator[Any]:
    """Yield the errors, except a list too short only because an item of it is wrong."""
    places = [item["loc"] for item in error.errors()]
    for item in error.errors():
        own = item["loc"]
        inner = any(len(loc) > len(own) and loc[: len(own)] == own for loc in places)
        if not (inner and item["type"] == "too_short"):
            yield item


def _explain(error: Any, model: type[BaseModel], template: str) -> tuple[KeyPath, str, str]:
    """Turn one pydantic error (a dict with `type`, `loc`, `msg`) into keys, message and hint."""
    keys = tuple(part for part in error["loc"] if part != "[key]")
    name = ".".join(str(part) for part in keys) or "the mapping"
    if error["type"] == "missing":
        return keys[:-1], f"the key '{name}' must be given", f"copy it from {template}"
    if error["type"] == "extra_forbidden":
        return keys, f"the key '{name}' must be a known one", _nearest_key(keys, model)
    if error["type"] == "literal_error":
        expected = str(error["ctx"]["expected"])
        return keys, f"'{name}' must be one of {expected}", f"found '{error['input']}'"
    if error["type"] in _MUST_BE:
        return keys, f"'{name}' must be {_MUST_BE[error['type']]}", f"found {error['input']!r}"
    if error["type"] == "too_short":
        least, length = error["ctx"]["min_length"], error["ctx"]["actual_length"]
        return keys, f"'{name}' must have {least} or more items", f"found {length}"
    message = _said(error)
    found = error["input"] if isinstance(error["input"], str | int | float) else None
    hint = f"found '{str(found)[:_SHOWN]}'" if found is not None else ""
    message = f"{message[:1].lower()}{message[1:]}"
    return keys, f"'{name}': {message}" if keys else f"the mapping {message}", hint


def _nearest_key(keys: KeyPath, model: type[BaseModel]) -> str:
    """Suggest the known key nearest to an unknown one, in the same mapping."""
    for key in keys[:-1]:
        fields = {field.alias or name: field for name, field in model.model_fields.items()}
        if key in fields:
            model = next(models_in(fields[str(key)].annotation), model)
    known = [field.alias or name for name, field in model.model_fields.items()]
    best = process.extractOne(str(keys[-1]), known, processor=str.lower, score_cutoff=60)
    return f"did you mean '{best[0]}'?" if best else f"known keys: {', '.join(known)}"
