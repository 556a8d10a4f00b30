"""Whole numbers: the quick reckoning says what the general one says, to the last fraction."""

from fractions import Fraction
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.verdict import agrees_to_the_digit, target_is_rounded
from auditor.checks.whole_numbers import (
    LINEAR,
    QUOTIENTS,
    left_by,
    residual_of,
    residual_of_quotient,
)
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import Figure, Rounding
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Relation, Role, Term, forms, value_range

ROLES = {
    Kind.RATIO: (Role.NUMERATOR, Role.DENOMINATOR),
    Kind.GROWTH: (Role.LATER, Role.EARLIER),
}
FIGURES = st.builds(
    lambda digits, exponent, scale, nil: (
        Figure("-", 0, 0, 0, nil=True)
        if nil
        else Figure(str(digits), 0, digits, exponent, "", scale)
    ),
    st.integers(-99_999, 99_999),
    st.integers(-4, 1),
    st.sampled_from((0, 0, 3, 6)),
    st.sampled_from((False, False, False, True)),
)


def fact(number, figure, sign=1):
    return Fact(number, figure, Source("x.md"), "", "", sign=sign)


@st.composite
def relations(draw, kinds):
    """A relation, now and then with a fact that enters it twice."""
    kind = draw(st.sampled_from(sorted(kinds)))
    facts = [
        fact(number, draw(FIGURES), draw(st.sampled_from((1, 1, -1))))
        for number in range(draw(st.integers(3, 6)))
    ]
    target, *inputs = facts
    repeated = draw(st.lists(st.sampled_from(facts), max_size=2)) if kind in LINEAR else []
    roles = ROLES.get(kind, (Role.PART,))
    terms = tuple(
        Term(one, draw(st.sampled_from((1, -1))), roles[place % len(roles)])
        for place, one in enumerate((*inputs, *repeated))
    )
    if draw(st.booleans()):
        target = target._replace(figure=target.figure._replace(unit="%"))
    return Relation(kind, target, terms, "test")


def in_general(relation):
    """The residual by intervals and fractions."""
    intervals = {f.number: f.figure.interval(Rounding.NEAREST) for f in relation.facts}
    return reduce(
        Interval.hull,
        (value_range(form, intervals) for form in forms(relation, Rounding.NEAREST)),
    )


@given(relations(LINEAR))
def test_both_ways_give_the_same_of_a_linear_relation(relation):
    plainly = residual_of(relation, Rounding.NEAREST)
    assert plainly is not None
    assert plainly.interval == in_general(relation)
    within = plainly.is_within(relation.target.figure.place)
    agrees = within if target_is_rounded(relation) else plainly.middle == 0
    assert agrees == agrees_to_the_digit(relation)


@given(relations(LINEAR))
def test_both_ways_leave_a_figure_the_same(relation):
    (form,) = forms(relation, Rounding.NEAREST)
    intervals = {f.number: f.figure.interval(Rounding.NEAREST) for f in relation.facts}
    for number, weight in form.items():
        rest = {n: c for n, c in form.items() if n != number}
        left = left_by(relation, number, Rounding.NEAREST)
        assert (left is None) == (abs(weight) != 1)
        if left is not None:
            assert left == value_range(rest, intervals).times(Fraction(-1) / weight)


@given(relations(QUOTIENTS))
def test_both_ways_give_the_same_of_a_quotient(relation):
    assert residual_of_quotient(relation, Rounding.NEAREST) == in_general(relation)


def test_a_share_of_itself_is_left_to_the_general_way():
    whole, share = fact(0, Figure("40", 0, 40, 0)), fact(1, Figure("100%", 0, 100, 0, "%"))
    terms = Term(whole, 1, Role.NUMERATOR), Term(whole, 1, Role.DENOMINATOR)
    assert (
        residual_of_quotient(Relation(Kind.RATIO, share, terms, "test"), Rounding.NEAREST) is None
    )


@pytest.mark.parametrize(
    ("kind", "rounding", "changed"),
    [
        (Kind.SUM, Rounding.TRUNCATE, {}),
        (Kind.SUM, Rounding.EXACT, {}),
        (Kind.AVERAGE, Rounding.NEAREST, {}),
        (Kind.GROWTH, Rounding.NEAREST, {}),
        (Kind.SUM, Rounding.NEAREST, {"accuracy": Fraction(5)}),
        (Kind.SUM, Rounding.NEAREST, {"beside": (Figure("7", 0, 7, 0),)}),
    ],
)
def test_what_is_not_plain_is_left_to_the_general_way(kind, rounding, changed):
    plain = fact(0, Figure("7", 0, 7, 0))
    own = fact(1, plain.figure._replace(**changed))
    assert residual_of(Relation(kind, plain, (Term(own),), "test"), rounding) is None


def test_a_weight_that_is_no_whole_number_is_left_to_the_general_way():
    plain, other = fact(0, Figure("7", 0, 7, 0)), fact(1, Figure("14", 0, 14, 0))
    halved = Relation(Kind.SUM, plain, (Term(other, weight=Fraction(1, 2)),), "test")
    assert residual_of(halved, Rounding.NEAREST) is None
