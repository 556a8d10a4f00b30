"""Smallest: what of a failing case is needed for it to fail in the same way."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.fuzzing.cases import Case
from benchmarks.fuzzing.mutations import packed, unpacked
from benchmarks.fuzzing.trial import Problem, problem

MOST_TRIES = {"crash": 120, "status": 120, "memory": 8, "slow": 8}
"""By what is wrong: one that is slow takes its seconds each time."""

Fails = Callable[[bytes], bool]


def smallest(case: Case, found: Problem) -> Case:
    """The case with all removed from the mutated file that can be."""
    tries = MOST_TRIES[found.what]

    def fails(data: bytes) -> bool:
        nonlocal tries
        tries -= 1
        with tempfile.TemporaryDirectory() as folder:
            now = problem(case.holding(data), Path(folder)) if tries >= 0 else None
        return now is not None and (now.what, now.where) == (found.what, found.where)

    members = unpacked(case.data) if case.data[:2] == b"PK" else []
    return case.holding(_members_needed(members, fails) if members else _needed(case.data, fails))


def _members_needed(members: list[tuple[str, bytes]], fails: Fails) -> bytes:
    """The archive without the members, and their parts, that it can do without."""
    for name, _ in list(members):
        fewer = [one for one in members if one[0] != name]
        if fewer and fails(packed(fewer)):
            members = fewer
    for at, (name, held) in enumerate(members):
        before, after = members[:at], members[at + 1 :]
        less = _needed(held, lambda d, b=before, n=name, a=after: fails(packed([*b, (n, d), *a])))  # type: ignore[misc]
        members = [*before, (name, less), *after]
    return packed(members)


def _needed(data: bytes, fails: Fails) -> bytes:
    """The data without pieces that it can do without: halves first, then ever smaller ones."""
    size = len(data) // 2
    while size:
        at = 0
        while at < len(data):
            shorter = data[:at] + data[at + size :]
            if fails(shorter):
                data = shorter
            else:
                at += size
        size //= 2
    return data
