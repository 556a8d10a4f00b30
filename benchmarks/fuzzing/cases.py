"""Cases: a folder of files, what is run on it, and which of the files is to be mutated."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.fuzzing.mutations import mutated

LARGEST = 100_000
"""Bytes of a mutated file: what a promise of time is given for."""
MOST_MUTATIONS = 4


@dataclass(frozen=True, slots=True)
class Case:
    """``document`` is audited, with the ``options`` of ``auditor check``; ``target`` is mutated."""

    document: str
    target: str
    files: Mapping[str, bytes]
    options: tuple[str, ...] = ()

    @property
    def data(self) -> bytes:
        """What the mutated file holds."""
        return self.files[self.target]

    def holding(self, data: bytes) -> Case:
        """The same with other contents of the mutated file."""
        return replace(self, files={**self.files, self.target: data})

    def written(self, folder: Path) -> None:
        """Put the files into a folder."""
        for name, data in self.files.items():
            (folder / name).write_bytes(data)


def case(seeds: Sequence[Case], seed: int, number: int, largest: int = LARGEST) -> Case:
    """The numbered case of a seed: one of the ``seeds``, mutated a few times; always the same."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311  # for mutations, not for secrets
    chosen = seeds[number % len(seeds)]
    data = chosen.data
    for _ in range(chance.randint(1, MOST_MUTATIONS)):
        data = mutated(data, chosen.target, chance)[:largest]
    return chosen.holding(data)
