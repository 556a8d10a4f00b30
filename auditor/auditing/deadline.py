"""Deadlines: work that is given up once it has taken too long.

Two ways. In this process an alarm interrupts Python code, at no cost. A library that computes for
minutes without coming back to Python does not hear it, so that such work is done in a process of
its own, which can be killed.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from typing import NoReturn, TypeVar

Result = TypeVar("Result")

RING_AGAIN = 1.0
"""Seconds until the alarm rings again: where nothing can be raised, as while objects are cleared
away, the first ring is lost."""
LIBRARY_FORMATS = (b"%PDF", b"PK", b"PAR1")
"""How the formats begin that are read by libraries: PDF, archives, Parquet."""


class TookTooLongError(BaseException):
    """Raised wherever the work is; no ``except Exception`` on the way may take it for its own."""


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
