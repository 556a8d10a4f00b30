"""What a data file lacks: records that should be there, each with the one nearest to its place."""

from __future__ import annotations

from typing import NamedTuple

from auditor.model.dataset import Completeness

Key = tuple[tuple[str, str], ...]
"""Columns with their values, by which records are told."""


class Lacking(NamedTuple):
    """A record that should be there; ``near`` is the one it is missed beside."""

    key: Key
    near: int


class Rare(NamedTuple):
    """A combination that stands in so few groups ``of`` all that it may not belong there."""

    key: Key
    near: int
    groups: int
    of: int


class Miscounted(NamedTuple):
    """A group of records that are not as many as there should be."""

    key: Key
    near: int
    number: int


Told = Lacking | Rare | Miscounted


class Missed(NamedTuple):
    """What is not as a rule says, and the other rules that say the same."""

    rule: Completeness
    told: Told
    others: tuple[str, ...] = ()


def in_words(key: Key) -> str:
    """A key as it is told: "period 2025-Q2, segment Devices"."""
    return ", ".join(f"{name} {value}" for name, value in key)
