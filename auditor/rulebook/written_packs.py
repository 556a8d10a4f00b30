"""Packs as JSON and back: what is read is built field by field, each of the type it must have."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from auditor.model.rule import Pack

Reading = Callable[[object], Any]


class NotPacksError(ValueError):
    """A text that no packs were written as."""


def as_json(packs: tuple[Pack, ...]) -> str:
    """The packs on one line of ASCII, every object as the list of its fields."""
    return json.dumps(_plain(packs), separators=(",", ":"))


def from_json(text: str) -> tuple[Pack, ...]:
    """The packs that a text was written from; raises NotPacksError."""
    from auditor.model.rule import Pack

    try:
        return cast("tuple[Pack, ...]", _reading(tuple[Pack, ...])(json.loads(text)))
    except (ValueError, RecursionError) as wrong:
        raise NotPacksError(str(wrong)) from wrong


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    return value


@cache
def _reading(kind: Any) -> Reading:  # noqa: ANN401  # what stands behind a colon has no one type
    """How a value of that type is built from what JSON has for it; raises NotPacksError."""
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (one for one in get_args(kind) if one is not NoneType)
        return _or_none(_reading(inner))
    if get_origin(kind) is tuple:
        first, *others = get_args(kind)
        if others == [...]:
            return _many(_reading(first))
        return _record(lambda *items: items, [_reading(one) for one in (first, *others)])
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        made = cast("Callable[..., Any]", kind)
        return _record(made, [_reading(hints[field.name]) for field in fields(kind)])
    return kind if issubclass(kind, Enum) else _plainly(kind)


def _plainly(kind: type) -> Reading:
    def read(value: object) -> object:
        if type(value) is not kind:
            raise NotPacksError(f"{kind.__name__} expected")
        return value

    return read


def _or_none(inner: Reading) -> Reading:
    return lambda value: None if value is None else inner(value)


def _many(inner: Reading) -> Reading:
    def read(value: object) -> tuple[object, ...]:
        if type(value) is not list:
            raise NotPacksError("a list expected")
        return tuple([inner(one) for one in value])

    return read


def _record(made: Callable[..., Any], inner: list[Reading]) -> Reading:
    def read(value: object) -> object:
        if type(value) is not list or len(value) != len(inner):
            raise NotPacksError(f"a list of {len(inner)} expected")
        return made(*[one(part) for one, part in zip(inner, value, strict=True)])

    return read
