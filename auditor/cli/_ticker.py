"""Ticker: how far an audit has come, on a terminal's stderr, once it takes longer than a second."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TextIO

from auditor.cli._thresholds import PATIENCE
from auditor.model.progress import NO_PROGRESS, Progress
from auditor.notation.text_columns import visible

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


@contextmanager
def ticker(stream: TextIO | None) -> Iterator[Progress]:
    """Shows progress while the block runs, and leaves nothing behind; on a terminal only."""
    if stream is None or not stream.isatty():
        yield NO_PROGRESS
        return
    shown = _Shown(stream)
    try:
        yield Progress(shown.begin, shown.done)
    finally:
        shown.end()


@dataclass
class _Shown:
    """The bar, once there is one. A single file has nothing to count: it is named by a thread."""

    stream: TextIO
    started: float = field(default_factory=time.monotonic)
    total: int = 0
    finished: int = 0
    bar: tuple[Bar, TaskID] | None = None
    timer: threading.Timer | None = None

    def begin(self, paths: Sequence[str]) -> None:
        self.total = len(paths)
        if len(paths) == 1:
            self.timer = threading.Timer(PATIENCE, self._name, [paths[0]])
            self.timer.daemon = True
            self.timer.start()

    def done(self, path: str) -> None:
        self.finished += 1
        if self.total > 1 and time.monotonic() - self.started > PATIENCE:
            self._draw(path)

    def _name(self, path: str) -> None:
        self.stream.write(f"auditing {visible(path)} ...\r")
        self.stream.flush()

    def _draw(self, path: str) -> None:
        bar, task = self.bar = self.bar or _bar(self.stream, self.total)
        bar.update(task, completed=self.finished, description=visible(path))
        bar.refresh()

    def end(self) -> None:
        if self.timer is not None:
            self.timer.cancel()
            self.timer.join()
            self.stream.write("\x1b[2K\r")
            self.stream.flush()
        if self.bar is not None:
            self.bar[0].stop()


def _bar(stream: TextIO, total: int) -> tuple[Bar, TaskID]:
    """A bar that no thread redraws: processes may be forked while it is shown."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}", markup=False))
    bar = Bar(*columns, console=Console(file=stream), auto_refresh=False, transient=True)
    bar.start()
    return bar, bar.add_task("", total=total)
