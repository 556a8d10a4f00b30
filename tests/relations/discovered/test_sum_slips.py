"""Slips of the pen: what misprints turn one figure into another, and how rare each is."""

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.slips import slip_ways
from auditor.relations.discovered._matrix import Entry
from auditor.relations.discovered._sum_slips import round_to, slip_bits
from auditor.relations.discovered._thresholds import MOST_TRIED

WHOLE = st.integers(-(10**9), 10**9)


@pytest.mark.parametrize(
    "printed, true, ways",
    [
        (1204, 1204, 0),  # no slip at all
        (-1204, 1204, 1),  # the sign
        (12040, 1204, 2),  # a factor of ten
        (1204, 12040, 2),
        (1240, 1204, 4),  # two neighbouring digits
        (2104, 1204, 4),
        (1294, 1204, 36),  # one digit
        (9204, 1204, 36),
        (7, 4, 9),
        (267, 30267, 45),  # a first digit turned into zero
        (4, 904, 27),
        (1402, 1204, 0),  # digits that are not neighbours
        (1299, 1204, 0),  # two digits
        (-1240, 1204, 0),  # two slips at once
        (120400, 1204, 0),
        (120, 1204, 2),  # the last digit lost
        (0, 0, 0),
    ],
)
def test_a_slip_can_happen_in_so_many_ways(printed, true, ways):
    assert slip_ways(printed, true) == ways


@given(WHOLE)
def test_nothing_slips_into_itself(value):
    assert slip_ways(value, value) == 0


@given(WHOLE, WHOLE)
def test_a_slip_is_the_same_for_negative_figures(printed, true):
    assert slip_ways(-printed, -true) == slip_ways(printed, true)


@given(WHOLE, st.integers(1, 1000))
def test_the_nearest_multiple_is_within_half_a_unit(value, unit):
    rounded = round_to(value, unit)
    assert rounded % unit == 0
    assert abs(rounded - value) * 2 <= unit


def entry(printed, half=1):
    return Entry(2 * printed * half, half, nil=False)


@pytest.mark.parametrize(
    "printed, gap, half, ways",
    [
        (1240, 36, 1, 4),  # 1,204 with two digits swapped
        (1294, 90, 1, 36),
        (-1204, -2408, 1, 1),  # the sign
        (12040, 10836, 1, 2),
        (1240, 37, 4, 4),  # rounding of the others leaves room
        (1240, 40, 8, 4),  # 1,200 is reached by one digit, 1,204 by a swap: the cheaper counts
        (1299, 95, 1, None),
        (1204, 0, 1, None),
    ],
)
def test_the_likeliest_slip_within_rounding_is_charged(printed, gap, half, ways):
    expected = None if ways is None else log2(4 * ways)
    assert slip_bits(entry(printed), 2 * gap, half) == expected


def test_figures_of_coarser_units_slip_in_their_own_digits():
    assert slip_bits(entry(1240, half=100), 2 * 36 * 100, 100) == log2(4 * 4)


def test_wide_rounding_is_not_searched_without_end():
    assert slip_bits(entry(1240), 2 * 100, 10**12) == log2(4 * 36)  # a digit, near what is missing
    assert MOST_TRIED < 100
