"""The keys of a model, as people write them: what the reference for contributors lists."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel


@dataclass(frozen=True)
class ModelKey:
    """A key, below the keys that it is within; `required` where the model has no other value."""

    path: tuple[str, ...]
    required: bool
    description: str


def keys_of(model: type[BaseModel], above: tuple[str, ...] = ()) -> Iterator[ModelKey]:
    """Yield the keys of a model in their order, each with those below it, in lists as well."""
    for name, field in model.model_fields.items():
        path = (*above, field.alias or name)
        yield ModelKey(path, field.is_required(), field.description or "")
        for inner in models_in(field.annotation):
            yield from keys_of(inner, path)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models of a type, those of its lists and mappings included."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, UnionType, tuple, list, dict, Annotated):
        for part in get_args(annotation):
            yield from models_in(part)
