"""Exact linear programming: a contradiction is proven, and none is seen where values exist."""

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.solve.exact import Inequality, contradiction


def rows(*texts):
    """Inequalities such as "x + 2y <= 3", in figures 0 (x), 1 (y) and 2 (z)."""
    found = []
    for text in texts:
        left, limit = text.split("<=")
        factors = {}
        for sign, weight, name in re.findall(r"(-?) ?(\d*)([xyz])", left):
            factors["xyz".index(name)] = Fraction(f"{sign}{weight or 1}")
        found.append(Inequality(factors, Fraction(limit.strip())))
    return found


@pytest.mark.parametrize(
    "texts, expected",
    [
        ([], None),
        (["x <= 3"], None),
        (["x <= 3", "- x <= -3"], None),
        (["x <= 3", "- x <= -4"], {0, 1}),
        (["x <= 3", "y <= 5", "- x <= -4"], {0, 2}),  # what has nothing to do with it is left out
        (["x + y <= 3", "- x <= -2", "- y <= -2"], {0, 1, 2}),
        (["x + y <= 4", "- x <= -2", "- y <= -2"], None),
        (["x - y <= -1", "y - z <= -1", "z - x <= -1"], {0, 1, 2}),
        (["x - y <= -1", "y - z <= -1", "z - x <= 2"], None),
        (["2x + 3y <= 1", "- 4x - 6y <= -3"], {0, 1}),
        (["x <= 1/3", "- 3x <= -1"], None),  # exactly met
    ],
)
def test_rows_that_contradict_each_other_are_named(texts, expected):
    found = contradiction(rows(*texts))
    assert (found and set(found)) == expected


FACTORS = st.dictionaries(st.integers(0, 4), st.integers(-5, 5).map(Fraction), min_size=1)


@given(
    st.lists(st.tuples(FACTORS, st.integers(0, 9)), max_size=40),
    st.lists(st.fractions(-9, 9, max_denominator=7), min_size=5, max_size=5),
)
def test_rows_that_some_values_satisfy_never_contradict_each_other(spare, values):
    met = [
        Inequality(factors, sum(f * values[n] for n, f in factors.items()) + more)
        for factors, more in spare
    ]
    assert contradiction(met) is None


@given(
    st.lists(st.tuples(FACTORS, st.integers(-20, 20)), min_size=1, max_size=12),
    st.lists(st.integers(1, 4), min_size=12, max_size=12),
)
def test_rows_that_add_up_to_less_than_nothing_contradict_each_other(stated, times):
    given_rows = [Inequality(factors, Fraction(limit)) for factors, limit in stated]
    total: dict[int, Fraction] = {}
    limit = Fraction(0)
    for row, often in zip(given_rows, times, strict=False):
        limit += often * row.limit
        for number, factor in row.factors.items():
            total[number] = total.get(number, Fraction(0)) + often * factor
    last = Inequality({n: -f for n, f in total.items()}, -limit - 1)
    found = contradiction([*given_rows, last])
    assert found
    assert contradiction([[*given_rows, last][i] for i in sorted(found)]) is not None


def test_many_rows_on_many_figures_are_decided():
    chain = [Inequality({n: Fraction(1), n + 1: Fraction(-1)}, Fraction(0)) for n in range(60)]
    ends = [Inequality({60: Fraction(1)}, Fraction(1)), Inequality({0: Fraction(-1)}, Fraction(-1))]
    assert contradiction([*chain, *ends]) is None
    wrong = [Inequality({60: Fraction(1)}, Fraction(0)), ends[1]]
    assert len(contradiction([*chain, *wrong]) or ()) == 62
