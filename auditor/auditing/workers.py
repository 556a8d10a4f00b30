"""Workers: the results of one function for many items, from processes that may die.

A process takes one item at a time, so that what killed it is known: that item is tried once more
in a new process, then given up. One that takes too long is killed, and its item given up at once.
No other item loses its result.
"""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from time import monotonic
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


@dataclass(frozen=True, slots=True)
class Late:
    """The item took too long."""


class _Answer(NamedTuple):
    """What a worker sends: a result, or the exception that its function raised."""

    result: object
    error: BaseException | None


def results(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int,
    reported: Callable[[Item], None],
    timeout: float = 0,
) -> list[Result | Lost | Late]:
    """The function's result for every item, in order; ``reported`` is told each as it is done.

    An item has so many seconds, or with 0 however many it takes. Raises what the function raises.
    """
    pool = _WorkerPool(function, items, reported, timeout)
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
    timeout: float
    done: dict[int, Result | Lost | Late] = field(default_factory=dict)
    tries: dict[int, int] = field(default_factory=dict)
    busy: dict[Connection, tuple[_Worker, int]] = field(default_factory=dict)
    due: dict[int, float] = field(default_factory=dict)

    def work(self, jobs: int) -> None:
        """Until every item is done, or given up."""
        from multiprocessing.connection import wait

        waiting = iter(range(len(self.items)))
        for index in islice(waiting, jobs):
            self._give(self._hired(), index)
        while self.busy:
            answered = [cast("Connection", one) for one in wait(list(self.busy), self._left())]
            for pipe in answered or self._late():
                worker, index = self.busy.pop(pipe)
                worker = self._heard(worker, index) if answered else self._given_up(worker, index)
                following = next(waiting, None) if index in self.done else index
                if following is None:
                    _send_away(worker)
                else:
                    self._give(worker, following)

    def _left(self) -> float | None:
        """Seconds until the first item is late; None where none ever is."""
        if not self.timeout:
            return None
        return max(0.0, min(self.due[index] for _, index in self.busy.values()) - monotonic())

    def _late(self) -> list[Connection]:
        """The pipes of the workers that have taken too long."""
        now = monotonic()
        return [pipe for pipe, (_, index) in self.busy.items() if self.due[index] <= now]

    def _heard(self, worker: _Worker, index: int) -> _Worker:
        """The worker that gave its answer, or another in its place if it died over it."""
        try:
            answer = cast("_Answer", worker.pipe.recv())
        except (EOFError, OSError):
            return self._replaced(worker, index)
        self._keep(index, answer)
        return worker

    def _given_up(self, worker: _Worker, index: int) -> _Worker:
        """A new process for one that took too long."""
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self.done[index] = Late()
        self.reported(self.items[index])
        return self._hired()

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
        self.due[index] = monotonic() + self.timeout
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

    A fork copies only the thread that forks: with others about, one of them may hold a lock. Then a
    process without any forks, which can have imported what is needed (``prepare``).
    """
    from multiprocessing import get_context

    if sys.platform != "linux":
        return get_context("spawn")
    return get_context("fork" if threading.active_count() == 1 else "forkserver")


def prepare(modules: Sequence[str]) -> None:
    """Begins to import modules once for all processes of a program with several threads."""
    from multiprocessing import get_context

    if sys.platform == "linux":
        from multiprocessing.forkserver import ensure_running

        get_context("forkserver").set_forkserver_preload(list(modules))
        ensure_running()


def end_all() -> None:
    """Kills the processes that still work, as where the program ends before they do."""
    from multiprocessing import active_children

    for process in active_children():
        process.kill()
        process.join()


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
            error.add_note(f"in a process of its own:\n{traceback.format_exc()}")
            answer = _Answer(None, error)
        with contextlib.suppress(BrokenPipeError):
            pipe.send(answer)


def _send_away(worker: _Worker) -> None:
    """Told so: a process forked later holds this end of the pipe too, and keeps it open."""
    worker.pipe.send(())
    worker.process.join()
    worker.pipe.close()
