"""Workers: the results of one function for many items, from processes that may die.

A process takes one item at a time, so that what killed it is known: that item is tried once more
in a new process, then given up. No other item loses its result.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar, cast

from auditor.auditing.thresholds import TRIES

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.process import BaseProcess

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost:
    """The process that had the item died each time; ``status`` is how, as processes tell it."""

    status: int | None


class _Answer(NamedTuple):
    """What a worker sends: a result, or the exception that its function raised."""

    result: object
    error: BaseException | None


def results(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int,
    reported: Callable[[Item], None],
) -> list[Result | Lost]:
    """The function's result for every item, in order; ``reported`` is told each as it is done.

    Raises what the function raises.
    """
    pool = _WorkerPool(function, items, reported)
    try:
        pool.work(jobs)
    finally:
        pool.dismiss()
    return [pool.done[index] for index in range(len(items))]


class _Worker(NamedTuple):
    process: BaseProcess
    pipe: Connection


@dataclass
class _WorkerPool(Generic[Item, Result]):
    """The processes at work, which item each has, and what is done."""

    function: Callable[[Item], Result]
    items: Sequence[Item]
    reported: Callable[[Item], None]
    done: dict[int, Result | Lost] = field(default_factory=dict)
    tries: dict[int, int] = field(default_factory=dict)
    busy: dict[Connection, tuple[_Worker, int]] = field(default_factory=dict)

    def work(self, jobs: int) -> None:
        """Until every item is done, or given up."""
        from multiprocessing.connection import wait

        waiting = iter(range(len(self.items)))
        for index in islice(waiting, jobs):
            self._give(self._hired(), index)
        while self.busy:
            for ready in wait(list(self.busy)):
                pipe = cast("Connection", ready)
                worker, index = self.busy.pop(pipe)
                try:
                    answer = cast("_Answer", pipe.recv())
                except (EOFError, OSError):
                    worker = self._replaced(worker, index)
                    if index not in self.done:
                        self._give(worker, index)
                        continue
                else:
                    self._keep(index, answer)
                following = next(waiting, None)
                if following is None:
                    _send_away(worker)
                else:
                    self._give(worker, following)

    def _keep(self, index: int, answer: _Answer) -> None:
        if answer.error is not None:
            raise answer.error
        self.done[index] = cast("Result", answer.result)
        self.reported(self.items[index])

    def _replaced(self, worker: _Worker, index: int) -> _Worker:
        """A new process for one that died, its item given up if it has done that before."""
        worker.process.join()
        worker.pipe.close()
        if self.tries[index] >= TRIES:
            self.done[index] = Lost(worker.process.exitcode)
            self.reported(self.items[index])
        return self._hired()

    def _give(self, worker: _Worker, index: int) -> None:
        self.tries[index] = self.tries.get(index, 0) + 1
        self.busy[worker.pipe] = worker, index
        try:
            worker.pipe.send((self.items[index],))
        except OSError:
            return  # it died idle: its pipe is at its end, which is seen when it is waited for

    def _hired(self) -> _Worker:
        context = _context()
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(self.function, theirs), daemon=True)  # type: ignore[attr-defined]  # every context has it
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def dismiss(self) -> None:
        """Ends the processes that still work, as after an exception."""
        for worker, _ in self.busy.values():
            worker.process.terminate()
            worker.process.join()


def _context() -> BaseContext:
    """Forked where that is safe, so that nothing is imported anew; spawned elsewhere.

    A fork copies only the thread that forks: with others about, one of them may hold a lock.
    """
    from multiprocessing import get_context

    alone = threading.active_count() == 1
    return get_context("fork" if sys.platform == "linux" and alone else "spawn")


def _serve(function: Callable[[Item], Result], pipe: Connection) -> None:
    """What a process does: answers one item after the other until it is sent away.

    An interruption is for the process that hired it to heed: a terminal tells them all. When that
    process is gone nobody waits for answers, although others may hold an end of the pipe.
    """
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    while parent is None or pipe in wait([pipe, parent.sentinel]):
        try:
            (item,) = pipe.recv()
        except (EOFError, OSError, ValueError):
            return
        try:
            answer = _Answer(function(item), None)
        except Exception as error:  # noqa: BLE001  # raised again where the results are wanted
            answer = _Answer(None, error)
        with contextlib.suppress(BrokenPipeError):
            pipe.send(answer)


def _send_away(worker: _Worker) -> None:
    """Told so: a process forked later holds this end of the pipe too, and keeps it open."""
    worker.pipe.send(())
    worker.process.join()
    worker.pipe.close()
