"""Batches: some of many files, audited on a worker of a cluster by a process of their own.

The process is a new one for each batch: what a file does to it, or a library to its memory, ends
with the batch, and a worker that is a thread among others can give it a deadline.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from auditor.auditing.deadline import died, late
from auditor.auditing.items import Item
from auditor.auditing.journal import code_digest
from auditor.auditing.workers import Late, Lost, results
from auditor.auditing.written_results import Result
from auditor.formats.stores import fetch, is_address
from auditor.formats.thresholds import AT_A_TIME
from auditor.formats.writing import passing_folder
from auditor.model.report import Unread

MODULE = "auditor.auditing.batch_process"


class OtherAuditorError(Exception):
    """The worker has not the auditor that the batch comes from."""


class BatchDiedError(Exception):
    """The process of a batch ended without an answer, with this status."""


class Outcome(NamedTuple):
    """What became of an item; None where its content is as it is known.

    ``content`` is the digest of its files; "" where what came of it may be another next time.
    """

    path: str
    content: str
    result: Result | None


class Batch(NamedTuple):
    """Some items, how ``one`` is audited in how many seconds, seen from which ``folder``."""

    one: Callable[[str], Result]
    items: tuple[Item, ...]
    timeout: float
    folder: str
    code: str
    collected: tuple[int, int, int]

    @property
    def halves(self) -> tuple[Batch, Batch]:
        """The same in two."""
        middle = len(self.items) // 2
        return self._replace(items=self.items[:middle]), self._replace(items=self.items[middle:])


def batches(
    one: Callable[[str], Result], items: Sequence[Item], size: int, timeout: float
) -> Iterator[Batch]:
    """Batches of so many; what is in stores apart from what is in folders."""
    stored = [item for item in items if is_address(item.path)]
    apart = [item for item in items if not is_address(item.path)]
    for some in (apart, stored):
        for start in range(0, len(some), size):
            chosen = tuple(some[start : start + size])
            yield Batch(one, chosen, timeout, str(Path.cwd()), code_digest(), gc.get_threshold())


def outcomes_elsewhere(batch: Batch) -> tuple[Outcome, ...]:
    """What became of every item, from a process of its own.

    Raises BatchDiedError where the process dies, OtherAuditorError where the code differs.
    """
    if batch.code != code_digest():
        raise OtherAuditorError
    if not is_address(batch.items[0].path):
        return _answer(batch)
    with passing_folder() as folder:
        missing = tuple(_fetched(batch.items, folder))
        told = {one.path for one in missing}
        there = tuple(item for item in batch.items if item.path not in told)
        return (
            missing + _answer(batch._replace(items=there, folder=str(folder))) if there else missing
        )


def _fetched(items: Sequence[Item], folder: Path) -> Iterator[Outcome]:
    """Puts all files into the folder; what became of an item of which one could not be."""
    for item in items:
        try:
            for file in item.files:
                fetch(file, folder)
        except OSError as error:
            unread = Unread(item.path, error.strerror or "it cannot be fetched")
            yield Outcome(item.path, "", ((), (unread,)))


def _answer(batch: Batch) -> tuple[Outcome, ...]:
    package = str(Path(__file__).parents[2])
    paths = os.pathsep.join(filter(None, (package, os.environ.get("PYTHONPATH", ""))))
    ended = subprocess.run(  # noqa: S603  # this very interpreter
        [sys.executable, "-P", "-m", MODULE],  # -P: what was fetched is no code
        input=pickle.dumps(batch),
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths},
        check=False,
    )
    if ended.returncode or not ended.stdout:
        raise BatchDiedError(ended.returncode)
    answer: tuple[Outcome, ...] = pickle.loads(ended.stdout)  # noqa: S301  # from our own process
    return answer


def outcomes(batch: Batch) -> tuple[Outcome, ...]:
    """What became of every item, audited here one after the other, each in a process to kill."""
    os.chdir(batch.folder)
    gc.set_threshold(*batch.collected)
    contents = {item.path: _digest(item.files) for item in batch.items}
    asked = [one.path for one in batch.items if not one.known or contents[one.path] != one.known]
    came = results(batch.one, asked, 1, _unless_alone(), batch.timeout)
    found = dict(zip(asked, came, strict=True))
    return tuple(
        _outcome(item.path, contents[item.path], found.get(item.path), batch.timeout)
        for item in batch.items
    )


def _outcome(path: str, content: str, result: Result | Lost | Late | None, limit: float) -> Outcome:
    """What died or took too long may come out another time."""
    if isinstance(result, Late | Lost):
        return Outcome(path, "", given_up(path, result, limit))
    return Outcome(path, content, result)


def given_up(path: str, result: Lost | Late, timeout: float) -> Result:
    """What is told of a file that killed its process, or took too long."""
    why = late(timeout) if isinstance(result, Late) else died(result.status)
    return (), (Unread(path, why),)


def _digest(files: Sequence[str]) -> str:
    """Of the content of files; "" where one cannot be read."""
    digest = hashlib.sha256()
    try:
        for file in files:
            if not Path(file).is_file():
                return ""  # what is read of a pipe is gone
            with Path(file).open("rb") as opened:
                while piece := opened.read(AT_A_TIME):
                    digest.update(piece)
            digest.update(b"\0" + file.encode("utf-8", "surrogateescape") + b"\0")
    except (OSError, ValueError):
        return ""
    return digest.hexdigest()


def _unless_alone() -> Callable[[str], None]:
    """Called after each file: ends the process when the worker that waits for it is gone."""
    asking = os.getppid()

    def check(_path: str) -> None:
        if os.getppid() != asking:
            raise SystemExit(1)

    return check
