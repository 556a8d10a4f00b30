"""Roles: what an operand does in its relation, by the kind of its rule."""

from __future__ import annotations

from auditor.model.relation import Kind, Role


def role_of(kind: Kind, sign: int) -> tuple[Role, int]:
    """(role, sign in the relation) of an operand that its rule adds (1) or takes away (-1)."""
    if kind is Kind.GROWTH:
        return (Role.LATER, 1) if sign > 0 else (Role.EARLIER, 1)
    if kind is Kind.RATIO:
        return (Role.NUMERATOR, 1) if sign > 0 else (Role.DENOMINATOR, 1)
    if kind in (Kind.DIFFERENCE, Kind.POINTS):
        return (Role.LATER, 1) if sign > 0 else (Role.EARLIER, -1)
    return (Role.SAME, 1) if kind is Kind.TIE else (Role.PART, sign)
