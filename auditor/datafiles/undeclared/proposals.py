"""Proposals: rules as the families of candidates make them."""

from __future__ import annotations

from auditor.model.dataset import Cells, DataRule
from auditor.model.relation import Kind

PACK = "found"
"""The name of the pack of rules that a file's own figures show."""


def rule_of(  # noqa: PLR0913  # what a rule consists of
    kind: Kind,
    title: str,
    target: Cells,
    plus: tuple[Cells, ...],
    minus: tuple[Cells, ...] = (),
    *,
    by: tuple[str, ...],
    per_cent: bool | None = None,
) -> DataRule:
    """A rule without its name, which it gets when it is kept."""
    return DataRule("", kind, title, target, plus, minus, by=by, per_cent=per_cent, required=False)


def named(cells: Cells) -> str:
    """What an operand is called in a title."""
    return next((v[0] for _, v in cells.where if v), cells.column)
