"""Bounds: tightening is exact, and never loses a value."""

import pytest

from auditor.model.relation import Kind
from auditor.solve.bounds import has_witness, printed_bounds, tightened
from auditor.solve.program import Program
from auditor.solve.thresholds import STEPS
from tests.solve.ledger import NEAREST, Ledger, Line, sum_of


def program(figures, *lines):
    return Program(Ledger(figures, lines).relations, NEAREST)


def rows(made):
    return range(len(made.rows))


@pytest.mark.parametrize(
    "figures, lines, needed",
    [
        ({"t": "7", "a": "3", "b": "3"}, [sum_of("t", "a b")], None),
        ({"t": "8", "a": "3", "b": "3"}, [sum_of("t", "a b")], {0}),
        # 3 + 3 = 7 needs both at their upper end, where 3.4 and 3.1 cannot be
        (
            {"t": "7", "a": "3", "b": "3", "c": "3.4"},
            [sum_of("t", "a b"), sum_of("a", "c")],
            None,
        ),
        (
            {"t": "7", "a": "3", "b": "3", "c": "2.9"},
            [sum_of("t", "a b"), sum_of("a", "c")],
            {0, 1},
        ),
        # a chain: what the first sum leaves, growth carries to the second
        (
            {"t": "10", "a": "4", "b": "5", "g": "100.0%", "c": "9", "u": "16", "d": "7"},
            [sum_of("t", "a b"), Line(Kind.GROWTH, "g", ("c", "a")), sum_of("u", "c d")],
            None,
        ),
        (
            {"t": "10", "a": "4", "b": "5", "g": "100.0%", "c": "9", "u": "15.0", "d": "7.0"},
            [sum_of("t", "a b"), Line(Kind.GROWTH, "g", ("c", "a")), sum_of("u", "c d")],
            {1, 2},
        ),
    ],
)
def test_a_contradiction_names_the_relations_that_show_it(figures, lines, needed):
    made = program(figures, *lines)
    found = tightened(made, printed_bounds(made), rows(made))
    assert (found and found.relations) == needed


def test_what_is_left_of_a_range():
    made = program({"t": "7", "a": "3", "b": "3"}, sum_of("t", "a b"))
    bounds = printed_bounds(made)
    assert tightened(made, bounds, rows(made)) is None
    assert [low / STEPS for low in bounds.low] == [6.5, 3.0, 3.0]
    assert [high / STEPS for high in bounds.high] == [7.0, 3.5, 3.5]


def test_a_released_figure_may_be_anything_its_relations_allow():
    made = program({"t": "99", "a": "3", "b": "4"}, sum_of("t", "a b"))
    bounds = printed_bounds(made, (0,))
    assert tightened(made, bounds, rows(made)) is None
    assert (bounds.low[0], bounds.high[0]) == (6 * STEPS, 8 * STEPS)


@pytest.mark.parametrize(
    "totals, expected",
    [
        # the same parts add up to two totals, which bounds of one figure at a time cannot see
        (("15", "15"), True),
        (("16.3", "16.3"), True),
        (("15.0", "15.1"), True),
        (("15.0", "15.2"), False),
    ],
)
def test_a_witness_is_a_choice_of_values_for_all(totals, expected):
    figures = dict.fromkeys("abc", "5") | dict(zip("tu", totals, strict=True))
    made = program(figures, sum_of("t", "a b c"), sum_of("u", "a b c"))
    bounds = printed_bounds(made)
    assert tightened(made, bounds, rows(made)) is None
    assert has_witness(made, bounds, rows(made)) == expected
