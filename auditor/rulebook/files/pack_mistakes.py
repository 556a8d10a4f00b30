"""Mistakes in a rule file about documents that no schema sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.model.mistake import Mistake, listed
from auditor.model.rule import When
from auditor.rulebook.files.messages import shortened
from auditor.rulebook.files.nodes import keys_of, operands, repeated_ids, under
from auditor.rulebook.files.schema import PLACE_KEYS, SIGNS, kind_meant
from auditor.rulebook.files.tree import Entries, Items, Node, Place, Scalar

MIXED = "a rule names its figures either all by concept or all by row, column or passage"
SEVERAL_PERIODS = (When.ITS_QUARTERS, When.ITS_HALVES)

Complaints = Iterator[tuple[Place, str]]


def pack_mistakes(root: Node, path: str) -> Iterator[Mistake]:
    """What no schema sees: rules without a kind, with too few operands, with an id used twice."""
    rules = [*_rules(root)]
    complaints = [one for rule in rules for one in (*_kind_lacks(rule), *_places_unlike(rule))]
    for place, message in (*complaints, *_repeated(rules)):
        yield Mistake(path, place.line, place.column, message)


def _rules(root: Node) -> Iterator[Entries]:
    rules = under(root, "rules")
    if isinstance(rules, Items):
        yield from (rule for rule in rules.nodes if isinstance(rule, Entries))


def _kind_lacks(rule: Entries) -> Complaints:
    kind = kind_meant(keys_of(rule))
    if kind is None:
        yield rule.place, f"a rule needs one of the keys {listed(SIGNS)}"
    if kind in ("sum", "average") and (first := under(rule, "of")):
        found = [node for key in SIGNS[kind] for node in operands(under(rule, key))]
        if len(found) == 1 and not _is_several(found[0]):
            several = listed(f"`{when}`" for when in SEVERAL_PERIODS)
            yield first.place, f"`of`: expected two operands, or one whose when is {several}"


def _places_unlike(rule: Entries) -> Complaints:
    """Operands that do not go with their target: a concept with a place, so many rows with others.

    A label's target is no figure.
    """
    kind = kind_meant(keys_of(rule))
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
    keys = set(keys_of(operand))
    return "concept" not in keys and any(keys & places for places in PLACE_KEYS.values())


def _is_several(operand: Node) -> bool:
    """Whether one operand stands for the figures of several periods."""
    when = under(operand, "when")
    return isinstance(when, Scalar) and when.text in SEVERAL_PERIODS


def _repeated(rules: Iterable[Entries]) -> Complaints:
    for identity, first in repeated_ids(rules):
        message = f"rule id `{shortened(identity.text or '')}` is already used at line {first.line}"
        yield identity.place, message
