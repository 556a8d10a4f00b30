"""The solver: it finds what bounds do not see, and is believed only when that is proven."""

from fractions import Fraction

import pytest

from auditor.solve.program import Program
from auditor.solve.solver import contradiction, proves
from tests.solve.ledger import NEAREST, Ledger, sum_of


def twice(first, second):
    """The same three parts with two totals."""
    figures = {"t": first, "u": second} | dict.fromkeys("abc", "5")
    ledger = Ledger(figures, [sum_of("t", "a b c"), sum_of("u", "a b c")])
    return Program(ledger.relations, NEAREST)


@pytest.mark.parametrize(
    "totals, relations",
    [
        (("15.0", "15.0"), None),
        (("15.0", "15.1"), None),
        (("15.0", "15.2"), {0, 1}),
        (("16", "14.0"), {0, 1}),
    ],
)
def test_cycles_are_decided(totals, relations):
    made = twice(*totals)
    found = contradiction(made, range(len(made.rows)))
    assert (found and found.relations) == relations


def test_a_released_total_settles_it():
    made = twice("15.0", "15.2")
    settled = {
        fact.label
        for fact in made.facts
        if contradiction(made, range(len(made.rows)), (fact.number,)) is None
    }
    assert settled == {"t", "u"}


@pytest.mark.parametrize(
    "multipliers, expected",
    [
        ((1, -1), False),
        ((-1, 1), True),  # t less u: the parts cancel, and it is below nothing
        ((-2, 2), True),
        ((-1, 2), False),
        ((1, 1), False),
    ],
)
def test_multipliers_are_believed_only_if_the_rows_add_up_to_less_than_nothing(
    multipliers, expected
):
    weights = {place: Fraction(weight) for place, weight in enumerate(multipliers)}
    assert proves(twice("15.0", "15.2"), weights) == expected


def test_a_released_figure_must_cancel():
    made, multipliers = twice("15.0", "15.2"), {0: Fraction(-1), 1: Fraction(1)}
    settled = {f.label for f in made.facts if not proves(made, multipliers, (f.number,))}
    assert settled == {"t", "u"}
