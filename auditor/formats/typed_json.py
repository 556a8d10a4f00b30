"""Values as JSON and back: what is read is built field by field, each of the type it must have.

Values are frozen dataclasses, tuples with names or without, mappings, enumerations, places and what
JSON has. Nothing that is read is executed, and no type is built that was not asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from auditor.model.places import Place, kinds

Reading = Callable[[object], Any]


class OtherTypeError(ValueError):
    """What JSON has is not what a value of the type is written as."""


def plain(value: object) -> object:
    """What ``json.dumps`` takes: every object as the list of its fields."""
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return [[plain(key), plain(one)] for key, one in value.items()]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        listed = [plain(getattr(value, field.name)) for field in fields(value)]
        return [type(value).__name__, *listed] if Place in type.mro(type(value)) else listed
    return value


@cache
def reading(kind: Any) -> Reading:  # noqa: ANN401  # what stands behind a colon has no one type
    """How a value of that type is built from what was written; raises ValueError."""
    if get_origin(kind) in (Union, UnionType):
        (inner,) = (one for one in get_args(kind) if one is not NoneType)
        return _or_none(reading(inner))
    if get_origin(kind) is tuple:
        first, *others = get_args(kind)
        if others == [...]:
            return _many(reading(first))
        return _record(lambda *items: items, [reading(one) for one in (first, *others)])
    if get_origin(kind) is Mapping:
        pair = _record(lambda *items: items, [reading(one) for one in get_args(kind)])
        return lambda value: dict(_many(pair)(value))
    if kind is Place:
        return _place
    return _with_fields(kind) if is_dataclass(kind) or hasattr(kind, "_fields") else _simple(kind)


def _with_fields(kind: Any) -> Reading:  # noqa: ANN401  # likewise
    """Of a dataclass or a named tuple."""
    hints = get_type_hints(kind)
    made = cast("Callable[..., Any]", kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else kind._fields
    return _record(made, [reading(hints[name]) for name in names])


def _simple(kind: type) -> Reading:
    return kind if issubclass(kind, Enum) else _plainly(kind)


def _place(value: object) -> object:
    """A place of the kind that the list begins with."""
    if type(value) is not list or not value:
        raise OtherTypeError("a place expected")
    kind = next((one for one in kinds() if one.__name__ == value[0]), None)
    if kind is None:
        raise OtherTypeError("no kind of place")
    return _dataclass_of_place(kind)(value[1:])


@cache
def _dataclass_of_place(kind: type[Place]) -> Reading:
    return _with_fields(kind)


def _plainly(kind: type) -> Reading:
    def read(value: object) -> object:
        if type(value) is not kind and not (kind is float and type(value) is int):
            raise OtherTypeError(f"{kind.__name__} expected")
        return value

    return read


def _or_none(inner: Reading) -> Reading:
    return lambda value: None if value is None else inner(value)


def _many(inner: Reading) -> Reading:
    def read(value: object) -> tuple[object, ...]:
        if type(value) is not list:
            raise OtherTypeError("a list expected")
        return tuple([inner(one) for one in value])

    return read


def _record(made: Callable[..., Any], inner: list[Reading]) -> Reading:
    def read(value: object) -> object:
        if type(value) is not list or len(value) != len(inner):
            raise OtherTypeError(f"a list of {len(inner)} expected")
        return made(*[one(part) for one, part in zip(inner, value, strict=True)])

    return read
