"""Titles: what a suggested rule says, in words that an accountant can check."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from auditor.model.relation import Kind, Relation
from auditor.model.rule import Place, Rule
from auditor.suggest.drafts import Draft
from auditor.suggest.placed_relations import CellPlace, PlacedFigure
from auditor.suggest.thresholds import LONGEST_ID, LONGEST_NAME, MOST_PARTS_NAMED

_NOT_IN_ID = re.compile(r"[^a-z0-9]+")

REASONS = {
    Kind.SUM: "The figures that are printed with a total add up to it",
    Kind.DIFFERENCE: "A figure that is printed as a difference is one figure less another",
    Kind.GROWTH: "A rate of growth follows from the two figures that it compares",
    Kind.RATIO: "A ratio follows from the two figures that it divides",
    Kind.POINTS: "Percentages are compared by subtraction, not by division",
    Kind.AVERAGE: "An average follows from the figures that it is taken of",
    Kind.TIE: "A reader who finds two values for one fact trusts neither",
}

CHANGES = (Kind.GROWTH, Kind.DIFFERENCE, Kind.POINTS)


def worded(draft: Draft, holds: Callable[[Relation], bool]) -> Rule:
    """The draft's rule with its title, its reason and the start of its id."""
    return replace(
        draft.rule,
        id=_id(draft),
        title=f"{_statement(draft)}{_extent(draft)}",
        why=f"{REASONS[draft.rule.kind]}. {_evidence(draft, holds)}",
    )


def _statement(draft: Draft) -> str:
    target, *inputs = draft.signature.first.figures
    said, *names = _names(draft)
    plus = _counted([name for name, figure in zip(names, inputs, strict=True) if figure.adds])
    minus = _counted([name for name, figure in zip(names, inputs, strict=True) if not figure.adds])
    if not isinstance(target.where, CellPlace) and draft.rule.kind in CHANGES:
        said = f"The change in {said}"
    follows = f"{plus} less {minus}" if minus else plus
    match draft.rule.kind:
        case Kind.GROWTH:
            follows = f"the growth from {minus} to {plus}"
        case Kind.RATIO:
            follows = f"{plus} over {minus}"
        case Kind.AVERAGE:
            follows = f"the average of {plus}"
        case Kind.TIE:
            follows = f"the same as {plus}"
    return f"{said} is {follows}"


def _names(draft: Draft) -> list[str]:
    """The rule's figures, the target first, by what distinguishes each from the others."""
    rule = draft.rule
    places = [o.place or Place() for o in (rule.target, *rule.plus, *rule.minus)]
    target, *operands = places
    figures = draft.signature.first.figures
    by_row = draft.signature.by_row
    own = target if by_row or len(target.rows) == 1 else replace(target, rows=())
    said = [_in_table(own, target, by_row=by_row, fixed=()) or f"{len(target.rows)} rows"]
    for place in operands:
        fixed = place.rows if by_row else place.columns
        where = f"in “{_short(place.table)}”" if place.table else ""
        words = _in_table(place, target, by_row=by_row, fixed=fixed)
        said.append(" ".join(filter(None, (words or "those", where))))
    return [
        name if isinstance(figure.where, CellPlace) else _in_text(figure)
        for name, figure in zip(said, figures, strict=True)
    ]


def _in_text(figure: PlacedFigure) -> str:
    """A figure of prose by what it is of, and of when."""
    when = f" ({figure.when})" if figure.when and figure.when not in figure.label else ""
    return f"{_short(figure.label) or 'a figure'}{when} in the text"


def _in_table(place: Place, target: Place, *, by_row: bool, fixed: Sequence[str]) -> str:
    """A row by its label, or along a row a column by its heading, with what else is fixed."""
    rows, columns = place.rows or target.rows, place.columns or target.columns
    along = columns if by_row else rows
    return " of ".join(_short(names[0]) for names in (along, fixed) if len(names) == 1)


def _counted(names: Sequence[str]) -> str:
    """The names as what is added up."""
    if len(names) <= MOST_PARTS_NAMED:
        return " plus ".join(names)
    shown = names[: MOST_PARTS_NAMED - 1]
    return f"{', '.join(shown)} and {len(names) - len(shown)} more together"


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1].rstrip() + "…"


def _extent(draft: Draft) -> str:
    """How far the rule reaches: everywhere, or to so many rows or columns."""
    place, lines = draft.rule.target.place or Place(), draft.signature.lines
    if len(draft.signature.instances) == 1:
        return ""
    rows = ("every row" if not place.rows else f"{len(lines)} rows") if len(lines) > 1 else ""
    width = len(lines[0])
    columns = ("every column" if not place.columns else f"{width} columns") if width > 1 else ""
    return f", in {' and '.join(filter(None, (rows, columns)))}"


def _evidence(draft: Draft, holds: Callable[[Relation], bool]) -> str:
    instances = draft.signature.instances
    held = sum(holds(i.relation) for i in instances)
    if len(instances) == 1:
        return "Here it holds." if held else "Here it FAILS."
    return f"Here it holds in {held} of {len(instances)} places."


def _id(draft: Draft) -> str:
    """Table, kind and name: t3-sum-total-revenues."""
    target = draft.signature.first.target
    place = draft.rule.target.place or Place()
    where = f"t{target.where.table}" if isinstance(target.where, CellPlace) else "text"
    names = place.columns if draft.signature.by_row else place.rows
    words = _NOT_IN_ID.sub("-", " ".join(names[:1] or (target.label,)).casefold())
    return "-".join(filter(None, (where, str(draft.rule.kind), words[:LONGEST_ID].strip("-"))))
