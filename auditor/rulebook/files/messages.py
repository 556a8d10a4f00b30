"""Validation errors to mistakes that say, at the exact place, what was expected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.model.mistake import Mistake, likely, listed
from auditor.rulebook.files.nodes import keys_of
from auditor.rulebook.files.schema import SIGNS, definition, file_shape
from auditor.rulebook.files.shapes import CUSTOM, Shape, words_for
from auditor.rulebook.files.thresholds import LONGEST_QUOTE, MOST_MISTAKES
from auditor.rulebook.files.tree import Entries, Items, Node, Place

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an error's path leads, in the schema and in the file, and the last key on the way."""

    shape: Shape
    node: Node
    place: Place
    key: str = ""

    @property
    def inside(self) -> dict[str, Any]:
        """The shape that says what is inside: references followed, checks unwrapped."""
        shape: dict[str, Any] = dict(self.shape)
        while shape["type"] in ("definition-ref", "function-after", "nullable"):
            known = "schema" in shape
            shape = shape["schema"] if known else dict(definition(shape["schema_ref"]))
        return shape


def schema_mistakes(errors: Sequence[ErrorDetails], root: Node, path: str) -> Iterator[Mistake]:
    """Every mistake; a key is not missing if it is there under a misspelt name."""
    shown = errors[:MOST_MISTAKES]
    misspelt = {(*e["loc"][:-1], meant) for e in shown if (meant := _meant(e, root))}
    for error in shown:
        if error["type"] != "missing" or error["loc"] not in misspelt:
            place, message = _explained(error, root)
            yield Mistake(path, place.line, place.column, message)
    if len(errors) > MOST_MISTAKES:
        place = _spot(root, errors[MOST_MISTAKES]["loc"][:-1]).place
        message = f"{len(errors) - MOST_MISTAKES:,} more mistakes, which are not listed"
        yield Mistake(path, place.line, place.column, message)


def _meant(error: ErrorDetails, root: Node) -> str | None:
    """The key that an unknown key seems to misspell."""
    if error["type"] != "extra_forbidden":
        return None
    holder = _spot(root, error["loc"][:-1])
    unused = set(holder.inside["fields"]).difference(keys_of(holder.node))
    return likely(str(error["loc"][-1]), sorted(unused))


def _explained(error: ErrorDetails, root: Node) -> tuple[Place, str]:
    loc = error["loc"]
    match error["type"]:
        case "missing":
            return _missing(str(loc[-1]), _spot(root, loc[:-1]))
        case "extra_forbidden":
            return _unknown(str(loc[-1]), _spot(root, loc[:-1]), _meant(error, root))
    spot = _spot(root, loc)
    if error["type"] == CUSTOM:
        return spot.place, error["msg"]
    return spot.place, _unexpected(error["input"], spot)


def _missing(key: str, holder: Spot) -> tuple[Place, str]:
    wanted = holder.inside["fields"][key]["schema"]
    return holder.place, f"missing key `{key}`: expected {words_for(wanted)}"


def _unknown(key: str, holder: Spot, meant: str | None) -> tuple[Place, str]:
    assert isinstance(holder.node, Entries)
    place = holder.node.key_place(key)
    fields = holder.inside["fields"]
    kind = next((kind for kind in SIGNS if kind in fields and kind in holder.node), None)
    if kind and key in SIGNS:
        return place, f"a second kind `{key}`: the rule is a {kind} already"
    if meant:
        return place, f"unknown key `{shortened(key)}`; did you mean `{meant}`?"
    return place, f"unknown key `{shortened(key)}`: expected {listed(fields)}"


def _unexpected(found: object, spot: Spot) -> str:
    key = f"`{shortened(spot.key)}`: " if spot.key else ""
    message = f"{key}expected {words_for(spot.shape)}, found {_shown(found)}"
    choices = spot.inside.get("expected", ())  # the words of a literal
    meant = likely(found, choices) if isinstance(found, str) else None
    return f"{message}; did you mean `{meant}`?" if meant else message


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return "a mapping" if isinstance(value, dict) else f'"{shortened(str(value))}"'


def shortened(text: str) -> str:
    """What is written, on one line, as far as a message has room for it."""
    text = text.strip().replace("\n", " ")
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def _spot(root: Node, loc: Sequence[str | int]) -> Spot:
    """Follow an error's path, in which a choice among alternatives is a step like any other."""
    spot = Spot(file_shape(), root, root.place)
    for number, step in enumerate(loc):
        inside = spot.inside
        if inside["type"] == "dict" and loc[number + 1 :] == ("[key]",):
            return _key_spot(spot, inside["keys_schema"], str(step))
        spot = _next_spot(spot, inside, step)
    return spot


def _key_spot(spot: Spot, shape: Shape, key: str) -> Spot:
    assert isinstance(spot.node, Entries)
    return Spot(shape, spot.node, spot.node.key_place(key), spot.key)


def _next_spot(spot: Spot, inside: dict[str, Any], step: str | int) -> Spot:
    node = spot.node
    if inside["type"] == "tagged-union":
        return Spot(inside["choices"][step], node, spot.place, spot.key)
    if isinstance(node, Items):
        item = node.nodes[int(step)]
        return Spot(inside["items_schema"], item, item.place, spot.key)
    assert isinstance(node, Entries)
    key = str(step)
    shape = inside["fields"][key]["schema"] if "fields" in inside else inside["values_schema"]
    return Spot(shape, node[key], node[key].place, key)
