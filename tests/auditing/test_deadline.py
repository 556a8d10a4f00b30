import gc
import signal
import threading
import time
from contextlib import suppress

import pytest

from auditor.auditing.deadline import TookTooLongError, in_time, is_heard_by


class Spoilsport:
    """Takes so long to be cleared away that the first ring comes where nothing can be raised."""

    def __del__(self):
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            pass


def busy():
    while True:
        with suppress(Exception):  # as readers guard against whatever a library raises
            sum(range(1000))


def busy_after_a_lost_ring():
    Spoilsport()
    gc.collect()
    busy()


def test_work_done_in_time_is_returned():
    assert in_time(lambda: 7, 5) == 7


@pytest.mark.parametrize("work", [busy, lambda: time.sleep(60)])
def test_work_that_takes_too_long_is_interrupted(work):
    with pytest.raises(TookTooLongError):
        in_time(work, 0.1)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_ring_that_is_lost_is_repeated():
    with pytest.raises(TookTooLongError):
        in_time(busy_after_a_lost_ring, 0.1)


def test_nothing_rings_afterwards():
    before = signal.getsignal(signal.SIGALRM)
    in_time(lambda: 7, 0.1)
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)
    assert signal.getsignal(signal.SIGALRM) is before


@pytest.mark.parametrize(
    "opening, heard",
    [(b"| | 2024", True), (b"<html>", True), (b"%PDF-1.7", False), (b"PK\x03\x04", False)],
)
def test_what_libraries_read_hears_no_alarm(opening, heard):
    assert is_heard_by(opening) is heard


def test_only_the_main_thread_hears_alarms():
    told = []
    thread = threading.Thread(target=lambda: told.append(is_heard_by(b"| | 2024")))
    thread.start()
    thread.join()
    assert told == [False]
