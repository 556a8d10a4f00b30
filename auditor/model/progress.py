"""Progress: who is told which files an audit reads, and of each as it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """``begin`` is called once with all the files, ``done`` with each that is finished."""

    begin: Callable[[Sequence[str]], None]
    done: Callable[[str], None]


def _nothing(_: object) -> None:
    return


NO_PROGRESS = Progress(_nothing, _nothing)
"""Nobody is told."""
