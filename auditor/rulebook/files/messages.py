"""Validation errors to mistakes that say, at the exact place, what was expected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.model.mistake import Mistake, likely, listed
from auditor.model.rule import When
from auditor.rulebook.files.nodes import operands, under
from auditor.rulebook.files.schema import PLACE_KEYS, SIGNS, definition, file_shape, kind_meant
from auditor.rulebook.files.shapes import CUSTOM, Shape, words_for
from auditor.rulebook.files.tree import Entries, Items, Node, Place, Scalar

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

LONGEST_QUOTE = 40
MOST_SHOWN = 200
MIXED = "a rule names its figures either all by concept or all by row, column or passage"
SEVERAL_PERIODS = (When.ITS_QUARTERS, When.ITS_HALVES)


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
    shown = errors[:MOST_SHOWN]
    misspelt = {(*e["loc"][:-1], meant) for e in shown if (meant := _meant(e, root))}
    for error in shown:
        if error["type"] != "missing" or error["loc"] not in misspelt:
            place, message = _explained(error, root)
            yield Mistake(path, place.line, place.column, message)
    if len(errors) > MOST_SHOWN:
        place = _spot(root, errors[MOST_SHOWN]["loc"][:-1]).place
        message = f"{len(errors) - MOST_SHOWN:,} more mistakes, which are not listed"
        yield Mistake(path, place.line, place.column, message)


def rule_mistakes(root: Node, path: str) -> Iterator[Mistake]:
    """What no schema sees: rules without a kind, with too few operands, with an id used twice."""
    seen: dict[str, Place] = {}
    for rule in _rules(root):
        told = (*_kind_lacks(rule), *_places_unlike(rule), *_repeated_id(rule, seen))
        for place, message in told:
            yield Mistake(path, place.line, place.column, message)


def _rules(root: Node) -> Iterator[Entries]:
    rules = under(root, "rules")
    if isinstance(rules, Items):
        yield from (rule for rule in rules.nodes if isinstance(rule, Entries))


def _kind_lacks(rule: Entries) -> Iterator[tuple[Place, str]]:
    kind = kind_meant(_keys(rule))
    if kind is None:
        yield rule.place, f"a rule needs one of the keys {listed(SIGNS)}"
    if kind in ("sum", "average") and (first := under(rule, "of")):
        found = [node for key in SIGNS[kind] for node in operands(under(rule, key))]
        if len(found) == 1 and not _is_several(found[0]):
            several = listed(f"`{when}`" for when in SEVERAL_PERIODS)
            yield first.place, f"`of`: expected two operands, or one whose when is {several}"


def _places_unlike(rule: Entries) -> Iterator[tuple[Place, str]]:
    """Operands that do not go with their target: a concept with a place, so many rows with others.

    A label's target is no figure.
    """
    kind = kind_meant(_keys(rule))
    target = under(rule, kind) if kind else None
    if kind is None or target is None or kind == "label":
        return
    for operand in (node for key in SIGNS[kind] for node in operands(under(rule, key))):
        if _is_placed(operand) != _is_placed(target):
            yield operand.place, MIXED
        for key in ("row", "column"):
            own, wanted = (operands(under(node, key)) for node in (operand, target))
            if len(own) not in {0, 1, len(wanted)}:
                count = (
                    f"{len(wanted)} as in the target" if wanted else "one, as the target has none"
                )
                yield operand.place, f"`{key}`: expected {count}, found {len(own)}"


def _is_placed(operand: Node) -> bool:
    keys = set(_keys(operand))
    return "concept" not in keys and any(keys & places for places in PLACE_KEYS.values())


def _is_several(operand: Node) -> bool:
    """Whether one operand stands for the figures of several periods."""
    when = under(operand, "when")
    return isinstance(when, Scalar) and when.text in SEVERAL_PERIODS


def _repeated_id(rule: Entries, seen: dict[str, Place]) -> Iterator[tuple[Place, str]]:
    """A mistake if the rule's id is among those seen; ``seen`` gains it otherwise."""
    identity = under(rule, "id")
    if not isinstance(identity, Scalar) or not identity.text:
        return
    if first := seen.get(identity.text):
        message = f"rule id `{_short(identity.text)}` is already used at line {first.line}"
        yield identity.place, message
    else:
        seen[identity.text] = identity.place


def _meant(error: ErrorDetails, root: Node) -> str | None:
    """The key that an unknown key seems to misspell."""
    if error["type"] != "extra_forbidden":
        return None
    holder = _spot(root, error["loc"][:-1])
    unused = set(holder.inside["fields"]).difference(_keys(holder.node))
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
        return place, f"unknown key `{_short(key)}`; did you mean `{meant}`?"
    return place, f"unknown key `{_short(key)}`: expected {listed(fields)}"


def _unexpected(found: object, spot: Spot) -> str:
    key = f"`{_short(spot.key)}`: " if spot.key else ""
    message = f"{key}expected {words_for(spot.shape)}, found {_shown(found)}"
    choices = spot.inside.get("expected", ())  # the words of a literal
    meant = likely(found, choices) if isinstance(found, str) else None
    return f"{message}; did you mean `{meant}`?" if meant else message


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return "a mapping" if isinstance(value, dict) else f'"{_short(str(value))}"'


def _short(text: str) -> str:
    text = text.strip().replace("\n", " ")
    return text if len(text) <= LONGEST_QUOTE else text[: LONGEST_QUOTE - 1] + "…"


def _keys(node: Node) -> tuple[str, ...]:
    return tuple(key.text or "" for key, _ in node.pairs) if isinstance(node, Entries) else ()


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
