"""Deadlines: work that is given up once it has taken too long.

Two ways. In this process an alarm interrupts Python code, at no cost. A library that computes for
minutes without coming back to Python does not hear it, so that such work is done in a process of
its own, which can be killed.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from functools import partial
from typing import NoReturn, TypeVar

from auditor.formats.unreadable import UnreadableError

Result = TypeVar("Result")

RING_AGAIN = 1.0
"""Seconds until the alarm rings again: where nothing can be raised, as while objects are cleared
away, the first ring is lost."""
LIBRARY_FORMATS = (b"%PDF", b"PK", b"PAR1")
"""How the formats begin that are read by libraries: PDF, archives, Parquet."""


class TookTooLongError(BaseException):
    """Raised wherever the work is; no ``except Exception`` on the way may take it for its own."""


def within(seconds: float, work: Callable[[], Result], opening: bytes = b"") -> Result:
    """What the work on a document comes to, in so many seconds, or with 0 in however many it takes.

    ``opening`` is how the document begins. Work that would hear no alarm is done in a process of
    its own: what it comes to, or raises, must be such as can be sent. Raises
    UnreadableError where the work takes longer, or kills its process.
    """
    if not seconds:
        return work()
    if not is_heard_by(opening):
        return _elsewhere(seconds, work)
    try:
        return in_time(work, seconds)
    except TookTooLongError:
        raise UnreadableError(late(seconds)) from None


def within_of(
    named: str, seconds: float, work: Callable[[], Result], opening: bytes = b""
) -> Result:
    """The same; UnreadableError says which document it was, by how it is ``named``."""
    try:
        return within(seconds, work, opening)
    except UnreadableError as reason:
        raise UnreadableError(f"{named}: {reason}") from reason


def _elsewhere(seconds: float, work: Callable[[], Result]) -> Result:
    """The same from another process."""
    from auditor.auditing.workers import Late, Lost, results

    (result,) = results(partial(_done, work), [0], 1, _unreported, seconds)
    if isinstance(result, Late):
        raise UnreadableError(late(seconds))
    if isinstance(result, Lost):
        raise UnreadableError(died(result.status))
    return result


def _done(work: Callable[[], Result], _number: int) -> Result:
    return work()


def _unreported(_number: int) -> None:
    pass


def late(seconds: float) -> str:
    """Why a document that takes too long is not read."""
    return f"it was not finished within {seconds:g} s, and given up; --timeout allows more"


def died(status: int | None) -> str:
    """Why a document that kills its process is not read; ``status`` is as processes tell it."""
    how = f"signal {-status}" if status is not None and status < 0 else f"status {status}"
    return f"the process that audited it died, twice ({how}): it may be too large for the memory"


def is_heard_by(opening: bytes) -> bool:
    """Whether an alarm interrupts the audit of a document that begins so, here and now."""
    on_main = threading.current_thread() is threading.main_thread()
    return on_main and hasattr(signal, "setitimer") and not opening.startswith(LIBRARY_FORMATS)


def in_time(work: Callable[[], Result], seconds: float) -> Result:
    """What the work comes to, done in this process; raises TookTooLongError."""

    def ring(*_: object) -> NoReturn:
        raise TookTooLongError

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, RING_AGAIN)
        return work()
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
