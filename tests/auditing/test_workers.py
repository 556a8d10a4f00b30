import os
import signal
import time

import pytest

from auditor.auditing.workers import Late, Lost, results


def doubled(number):
    return 2 * number


def deadly(number):
    """Dies of three, however often it is tried."""
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def deadly_once(path):
    """Dies of a path that is not there, after making it."""
    if not os.path.exists(path):  # noqa: PTH110
        with open(path, "w", encoding="utf-8"):  # noqa: PTH123
            os._exit(7)
    return "done"


def endless(number):
    """Never comes back to Python from three: no alarm is heard, and no exception can be raised."""
    if number == 3:
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGALRM, signal.SIGTERM])
        time.sleep(60)
    return number


def failing(number):
    raise ValueError(number)


def slow_at_first(number):
    time.sleep(0.2 if number == 0 else 0)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_results_are_those_of_the_function_in_order(count, jobs):
    assert results(doubled, range(count), jobs, lambda _: None) == [2 * n for n in range(count)]


def test_order_does_not_depend_on_who_is_first():
    assert results(slow_at_first, range(6), 2, lambda _: None) == [*range(6)]


def test_an_item_that_kills_its_process_costs_no_other_its_result():
    found = results(deadly, range(12), 2, lambda _: None)
    assert found == [Lost(-signal.SIGKILL) if n == 3 else n for n in range(12)]


def test_an_item_is_tried_again(tmp_path):
    paths = [str(tmp_path / name) for name in "abc"]
    assert results(deadly_once, paths, 2, lambda _: None) == ["done"] * 3


def test_who_asked_is_told_of_each_item_once():
    told: list[int] = []
    results(deadly, range(6), 2, told.append)
    assert sorted(told) == [*range(6)]


def test_what_the_function_raises_is_raised():
    with pytest.raises(ValueError, match="0"):
        results(failing, [0, 0, 0], 2, lambda _: None)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_item_that_takes_too_long_costs_no_other_its_result(jobs):
    told: list[int] = []
    found = results(endless, range(6), jobs, told.append, timeout=0.5)
    assert found == [Late() if n == 3 else n for n in range(6)]
    assert sorted(told) == [*range(6)]
