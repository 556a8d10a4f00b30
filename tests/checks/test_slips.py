"""Slips of the pen: which values a figure may have meant, and by what slip."""

import pytest

from auditor.checks.slips import (
    ADDED,
    DIGIT,
    DOUBLED,
    DROPPED,
    MILLIONS,
    SIGN,
    SWAPPED,
    TENFOLD,
    THOUSANDS,
    meant,
    slip_ways,
    slip_ways_as_read,
)
from auditor.notation.numerals import cell_figure


def figure(text):
    found = cell_figure(text)
    assert found is not None
    return found


def slip(printed, true):
    """The slip that turned one text into the other, "" if none did."""
    value = figure(true).digits
    return next((m.slip for m in meant(figure(printed)) if m.value == value), "")


@pytest.mark.parametrize(
    "printed, true, expected",
    [
        ("(1,204)", "1,204", SIGN),
        ("1,240", "1,204", SWAPPED),
        ("1,294", "1,204", DIGIT),
        ("5.6%", "5.8%", DIGIT),
        ("120", "1,204", DROPPED),
        ("124", "1,204", DROPPED),
        ("12,204", "1,204", DOUBLED),
        ("12,004", "1,204", DOUBLED),
        ("12,040", "1,204", TENFOLD),
        ("12,045", "1,204", ADDED),
        ("0.6", "0.0", ""),  # less its last digit it is no figure of tenths
        ("1,204,000", "1,204", THOUSANDS),
        ("1,204", "1,204,000", MILLIONS),
        ("03,267", "30,267", SWAPPED),  # the nought in front tells what stood there
        ("03,267", "13,267", DIGIT),
        ("1,204", "1,204", ""),
        ("1,402", "1,204", ""),  # digits that are not neighbours
        ("1,299", "1,204", ""),  # two digits
    ],
)
def test_a_slip_is_named(printed, true, expected):
    assert slip(printed, true) == expected


@pytest.mark.parametrize("text", ["7", "0", "(12)", "1,204", "99.5%"])
def test_no_value_is_named_twice_and_the_printed_one_never(text):
    values = [m.value for m in meant(figure(text))]
    assert len(values) == len(set(values))
    assert figure(text).digits not in values


@pytest.mark.parametrize("printed", [0, 7, -7, 10, 55, 100, 120, 1000, -1204, 11000, 30267])
def test_the_ways_of_two_figures_are_those_that_their_list_has(printed):
    listed = {one.value: one.ways for one in meant(figure(f"{printed:,}".replace("-", "−")))}
    others = range(-400, 1500) if abs(printed) < 100 else (0, 1, printed + 1, printed * 11, 267)
    for true in {*listed, *others} - {printed}:
        assert slip_ways_as_read(printed, true) == listed.get(true, 0), true


@pytest.mark.parametrize("text", ["1,204", "5.6%", "(77)"])
def test_the_ways_agree_with_those_that_discovery_counts(text):
    digits = figure(text).digits
    for one in meant(figure(text)):
        ways = slip_ways(digits, one.value)
        assert one.slip not in (SIGN, SWAPPED, DIGIT) or not ways or ways == one.ways
