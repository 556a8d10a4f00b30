"""Programs: relations as rows over figures counted in grid steps."""

import pytest

from auditor.model.relation import Kind
from auditor.solve.program import Program, components
from auditor.solve.thresholds import STEPS
from tests.solve.ledger import NEAREST, TRUNCATE, Ledger, Line, sum_of


def program(figures, *lines, rounding=NEAREST, stretch=0):
    return Program(Ledger(figures, lines).relations, rounding, stretch)


@pytest.mark.parametrize(
    "text, rounding, stretch, low, high",
    [
        ("7", NEAREST, 0, 6.5, 7.5),
        ("7.0", NEAREST, 0, 69.5, 70.5),  # in units of its last digit
        ("7", NEAREST, STEPS // 2, 6, 8),
        ("7", TRUNCATE, 0, 7, 8),
        ("-7", TRUNCATE, 0, -8, -7),
        ("0", TRUNCATE, 0, -1, 1),
        ("-", NEAREST, STEPS // 2, 0, 0),  # a dash is nothing at all
    ],
)
def test_printed_intervals_are_bounds(text, rounding, stretch, low, high):
    made = program({"t": text, "a": "1"}, sum_of("t", "a"), rounding=rounding, stretch=stretch)
    assert (made.low[0], made.high[0]) == (low * STEPS, high * STEPS)


@pytest.mark.parametrize(
    "figures, line, rows",
    [
        ({"t": "7", "a": "4", "b": "3"}, sum_of("t", "a b"), [((-1, 1, 1), True, True)]),
        ({"t": "7", "a": "4", "b": "3"}, sum_of("t", "a -b"), [((-1, 1, -1), True, True)]),
        ({"t": "7", "a": "4.0", "b": "3"}, sum_of("t", "a b"), [((-10, 1, 10), True, True)]),
        (
            {"m": "7", "a": "4", "b": "9"},
            Line(Kind.AVERAGE, "m", ("a", "b")),
            [((-2, 1, 1), True, True)],
        ),
        (
            {"g": "50%", "a": "3", "b": "2"},  # 1.495 to 1.505
            Line(Kind.GROWTH, "g", ("a", "b")),
            [((200, -299), True, False), ((200, -301), False, True)],
        ),
        (
            {"g": "50%", "a": "-1", "b": "-2"},
            Line(Kind.RATIO, "g", ("a", "b")),
            [((200, -99), False, True), ((200, -101), True, False)],
        ),
        ({"g": "100%", "a": "3"}, Line(Kind.RATIO, "g", ("a", "a")), [((1,), True, False)] * 2),
    ],
)
def test_a_relation_is_one_row_or_two(figures, line, rows):
    found = [(row.factors, row.floor, row.ceiling) for row in program(figures, line).rows]
    if line.inputs == ("a", "a"):  # x - 0.995 x and x - 1.005 x
        rows = [((1,), True, False), ((-1,), False, True)]
    assert found == rows


def test_a_base_that_may_be_zero_asks_for_nothing():
    assert program({"g": "5%", "a": "0", "b": "0"}, Line(Kind.RATIO, "g", ("a", "b"))).rows == ()


def test_a_figure_read_in_two_scales_is_two_columns():
    relations = Ledger({"a": "5", "b": "5"}, [sum_of("a", "b")]).relations
    thousands = Ledger({"a": "5 thousand", "b": "5 thousand"}, [sum_of("a", "b")]).relations
    made = Program([*relations, *thousands], NEAREST)
    assert (len(made.facts), made.columns((0,))) == (4, [0, 2])


@pytest.mark.parametrize(
    "lines, expected",
    [
        (["a b", "b c", "d e"], [[0, 1], [2]]),
        (["a b", "c d", "b c"], [[0, 1, 2]]),
        (["a n", "c n"], [[0], [1]]),  # dashes join nothing
    ],
)
def test_relations_that_share_figures_stand_together(lines, expected):
    figures = dict.fromkeys("abcde", "1") | {"n": "-"}
    ledger = Ledger(figures, [sum_of(line[0], line[2:]) for line in lines])
    assert components(ledger.relations) == expected


@pytest.mark.parametrize(
    "lines, expected",
    [
        ([sum_of("t", "a b"), sum_of("a", "c d")], True),
        ([sum_of("t", "a b"), sum_of("u", "a b")], False),
        ([Line(Kind.GROWTH, "g", ("a", "b")), sum_of("t", "a c")], True),
        ([Line(Kind.GROWTH, "g", ("a", "b")), sum_of("t", "a b")], False),
    ],
)
def test_a_tree_has_no_cycle_of_rows_and_columns(lines, expected):
    figures = dict.fromkeys("abcdtu", "5") | {"g": "5%"}
    assert program(figures, *lines).is_tree == expected


def test_a_released_percentage_takes_its_rows_with_it():
    made = program(
        {"g": "50%", "a": "3", "b": "2", "t": "5"},
        Line(Kind.GROWTH, "g", ("a", "b")),
        sum_of("t", "a b"),
    )
    assert (made.rows_without((0,)), made.rows_without((1,))) == ([2], [0, 1, 2])
