import gc
import os
import signal
import threading
import time
from contextlib import suppress

import pytest

from auditor.auditing.deadline import TookTooLongError, in_time, is_heard_by, within
from auditor.readers import UnreadableError

TEXT, ARCHIVE = b"| | 2024", b"PK\x03\x04"
LATE = "it was not finished within 0.2 s, and given up; --timeout allows more"


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


def seven():
    return 7


def asleep():
    time.sleep(60)


def failing():
    raise KeyError("a")


def deadly():
    os._exit(9)


@pytest.mark.parametrize("opening", [TEXT, ARCHIVE])
@pytest.mark.parametrize("seconds", [0, 30])
def test_what_the_work_comes_to(opening, seconds):
    assert within(seconds, seven, opening) == 7
    with pytest.raises(KeyError):
        within(seconds, failing, opening)


@pytest.mark.parametrize("opening", [TEXT, ARCHIVE])
def test_a_document_that_takes_too_long_is_unreadable(opening):
    with pytest.raises(UnreadableError, match=LATE):
        within(0.2, asleep, opening)


def test_a_document_that_kills_its_process_is_unreadable():
    with pytest.raises(UnreadableError, match="died, twice"):
        within(30, deadly, ARCHIVE)


def test_where_the_work_failed_is_told_from_a_process_of_its_own():
    with pytest.raises(KeyError) as raised:
        within(30, failing, ARCHIVE)
    assert "in failing" in "".join(raised.value.__notes__)
