"""Slack: by how many printed units a figure could be off unseen."""

import pytest

from auditor.model.relation import Kind
from auditor.solve.slack import slacks
from tests.solve.ledger import DESCRIBED, Ledger, Line, sum_of


def slack(figures, *lines):
    found = slacks(Ledger(figures, lines).verdicts(), DESCRIBED)
    return {list(figures)[(s.citation.source.line or 0) - 1]: s.units for s in found}


@pytest.mark.parametrize(
    "figures, lines, expected",
    [
        # a tie of equal precision hides one unit: both may lie at the end that they share
        ({"a": "7", "b": "7"}, [Line(Kind.TIE, "a", ("b",))], {"a": 1, "b": 1}),
        # a finer figure pins a coarser one, and could itself be anything that prints as that
        ({"a": "7", "b": "7.2"}, [Line(Kind.TIE, "a", ("b",))], {"a": 0, "b": 7}),
        # half a unit for each figure
        ({"t": "7", "a": "3", "b": "4"}, [sum_of("t", "a b")], {"t": 1, "a": 1, "b": 1}),
        (
            {"t": "20", "a": "5", "b": "5", "c": "5", "d": "5"},
            [sum_of("t", "a b c d")],
            dict.fromkeys("tabcd", 2),
        ),
        # together they leave less than each: 5.0 leaves the sum no more than that
        (
            {"t": "15", "a": "5", "b": "6", "c": "4", "e": "5.0"},
            [sum_of("t", "a b c"), sum_of("a", "e")],
            {"t": 1, "a": 0, "b": 1, "c": 1, "e": 5},
        ),
        # what no relation that holds covers has none
        ({"a": "7", "b": "7", "c": "9"}, [Line(Kind.TIE, "a", ("b",))], {"a": 1, "b": 1}),
        ({"a": "7", "b": "9"}, [Line(Kind.TIE, "a", ("b",))], {}),
        # a percentage is pinned where its base is fine enough
        (
            {"g": "50%", "a": "3,000", "b": "2,000"},
            [Line(Kind.GROWTH, "g", ("a", "b"))],
            {"g": 0, "a": 11, "b": 7},
        ),
    ],
)
def test_slack_is_counted_in_units_of_the_last_digit(figures, lines, expected):
    assert slack(figures, *lines) == expected
