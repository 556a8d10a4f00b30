"""Proposals: rules as the families of candidates make them."""

from __future__ import annotations

from auditor.model.dataset import Cells, DataRule
from auditor.model.relation import Kind


def rule_of(  # noqa: PLR0913, PLR0917  # what a rule consists of
    name: str,
    kind: Kind,
    title: str,
    target: Cells,
    plus: tuple[Cells, ...],
    minus: tuple[Cells, ...] = (),
    *,
    by: tuple[str, ...],
    per_cent: bool | None = None,
) -> DataRule:
    """A rule that no file need have anything for; its ``name`` may be that of another as well."""
    return DataRule(
        name, kind, title, target, plus, minus, by=by, per_cent=per_cent, required=False
    )


def named(cells: Cells) -> str:
    """What an operand is called in a title."""
    named = next((v[0] for _, v in cells.where if v), cells.column)
    return f"{named} of every {cells.every[0]}" if cells.every else named
