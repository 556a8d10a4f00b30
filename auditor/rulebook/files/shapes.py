"""The shapes of values in rule files, as core schemas that carry words for what they want."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import PydanticCustomError
from pydantic_core import core_schema as cs

from auditor.model.mistake import listed

Shape = cs.CoreSchema
CUSTOM = "custom"  # the type of errors whose message is ready to be read

ONE = "<one>"
MANY = "<many>"


def words_for(shape: Shape) -> str:
    """What a shape wants, in words."""
    words: str = shape["metadata"]["pydantic_js_updates"]["description"]
    return words


def text(words: str) -> Shape:
    return cs.str_schema(strip_whitespace=True, pattern=r"\S", metadata=described(words))


def lines(words: str) -> Shape:
    """Text whose first and last spaces count."""
    return cs.str_schema(pattern=r"\S", metadata=described(words))


def one_line(words: str) -> Shape:
    pattern = r"^[^\n]*\S[^\n]*$"
    return cs.str_schema(strip_whitespace=True, pattern=pattern, metadata=described(words))


def short_name(owner: str) -> Shape:
    words = f"a short name for the {owner} in lower-case letters, digits and hyphens"
    return cs.str_schema(pattern="^[a-z0-9][a-z0-9-]*$", metadata=described(words))


def text_except(words: str, reserved: tuple[str, ...], reason: str) -> Shape:
    """Text other than some reserved words; ``reason`` continues a sentence that begins with one."""

    def unreserved(value: str) -> str:
        if value in reserved:
            raise PydanticCustomError(CUSTOM, f"`{value}` {reason}")
        return value

    return cs.no_info_after_validator_function(unreserved, text(words), metadata=described(words))


def one_of(*words: str) -> Shape:
    quoted = listed(f"`{word}`" for word in words)
    return cs.literal_schema([str(word) for word in words], metadata=described(quoted))


def whole(words: str, most: int) -> Shape:
    """A whole number from 1 on."""
    return cs.int_schema(ge=1, le=most, metadata=described(words))


def between(least: int, most: int) -> Shape:
    """A whole number within bounds."""
    words = f"a whole number from {least} to {most}"
    return cs.int_schema(ge=least, le=most, metadata=described(words))


def truth(words: str) -> Shape:
    return cs.bool_schema(metadata=described(words))


def some(item: Shape, words: str) -> Shape:
    return cs.list_schema(item, metadata=described(words))


def one_or_many(item: Shape, words: str) -> Shape:
    """An item (text, or a mapping where the item may be one), or a list of at least one."""
    many = cs.list_schema(item, min_length=1, metadata=described(words))
    kinds: dict[type, str] = {str: ONE, list: MANY}
    if item["type"] == "definition-ref":
        kinds[dict] = ONE
    return alternatives({ONE: item, MANY: many}, kinds, words)


def alternatives(
    choices: Mapping[str, Shape], kinds: Mapping[type, str], words: str, ref: str | None = None
) -> Shape:
    """One of several shapes, told apart by the type of the value."""
    return tagged_choice(choices, lambda value: kinds.get(type(value)), words, ref)


def tagged_choice(
    choices: Mapping[str, Shape],
    choice: Callable[[object], str | None],
    words: str,
    ref: str | None = None,
) -> Shape:
    """One of several shapes, ``choice`` saying which a value is meant to have."""
    return cs.tagged_union_schema(
        dict(choices), discriminator=choice, metadata=described(words), ref=ref
    )


def named(ref: str, words: str) -> Shape:
    """A shape that is defined once and used in many places."""
    return cs.definition_reference_schema(ref, metadata=described(words))


def synonyms(name: Shape) -> Shape:
    """A mapping of names to other ways of writing them."""
    words = "a mapping of names to other ways of writing them"
    return cs.dict_schema(name, ways_of_writing(), metadata=described(words))


def ways_of_writing() -> Shape:
    words = "another way of writing it, a list of these, or nothing"
    shape = one_or_many(text("text"), words)
    return cs.nullable_schema(shape, metadata=described(words))


def record(
    words: str,
    required: Mapping[str, Shape],
    optional: Mapping[str, Shape],
    extra: cs.ExtraBehavior = "forbid",
) -> Shape:
    """A mapping with known keys."""
    fields = {key: cs.typed_dict_field(shape) for key, shape in required.items()}
    fields |= {key: cs.typed_dict_field(s, required=False) for key, s in optional.items()}
    # said again for editors: older pydantic leaves it out of their schema
    metadata = described(words, additionalProperties=extra != "forbid")
    return cs.typed_dict_schema(fields, extra_behavior=extra, metadata=metadata)


def one_key_record(words: str, fields: Mapping[str, Shape]) -> Shape:
    """A mapping with exactly one of several keys."""

    def with_one_key(value: dict[str, Any]) -> dict[str, Any]:
        if len(value) != 1:
            raise PydanticCustomError(CUSTOM, f"expected {words}")
        return value

    metadata = described(words, minProperties=1, maxProperties=1)
    inner = record(words, {}, fields)
    return cs.no_info_after_validator_function(with_one_key, inner, metadata=metadata)


def described(words: str, **constraints: int) -> dict[str, Any]:
    """Words for what a shape wants, as its metadata; constraints are for editors."""
    return {"pydantic_js_updates": {"description": words, **constraints}}
