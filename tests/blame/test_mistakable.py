"""Mistakable: the figures that may be taken for another, and where the one meant is sought."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.blame.evidence import fitting, with_input
from auditor.blame.mistakable import Mistakable, value_of
from auditor.checks.verdict import agrees_to_the_digit
from auditor.model.document import Source
from auditor.model.fact import Fact, Measure
from auditor.model.interval import Interval
from auditor.model.period import Period
from auditor.model.places.line import LinePlace
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.notation.numerals import cell_figure

YEAR = Period(24_000, 24_011)


def fact(number: int, text: str, **told: Any) -> Fact:
    figure = cell_figure(text)
    assert figure is not None, text
    source = Source("x.md", LinePlace(number + 1), table=1)
    return Fact(number, figure, source, "Sales", "sales", period=YEAR)._replace(**told)


@pytest.mark.parametrize(
    ("told", "mistakable"),
    [
        ({"period": YEAR.year_before}, True),
        ({"scenario": "forecast"}, True),
        ({"segment": "Asia"}, True),
        ({"scope": "parent", "segment": "Asia"}, True),  # both say whose figure it is
        ({}, False),  # the same fact
        ({"period": YEAR.year_before, "scenario": "forecast"}, False),
        ({"period": YEAR.year_before, "concept": "costs"}, False),
        ({"period": YEAR.year_before, "measure": Measure.SHARE}, False),
    ],
)
def test_one_thing_tells_them_apart(told, mistakable):
    own, other = fact(0, "100"), fact(1, "120", **told)
    found = Mistakable([own, other]).for_(own).within(None, set())
    assert found == ([other] if mistakable else [])


def test_each_value_once_in_the_documents_order_and_none_that_is_known():
    own = fact(0, "100")
    texts = ("130", "120", "130", "110", "90")
    others = [fact(n, text, scenario="forecast") for n, text in enumerate(texts, start=1)]
    found = Mistakable([own, *others]).for_(own)
    known = {value_of(others[3])}
    assert found.count(known) == 3
    near = Interval(others[3].value, others[0].value)
    assert [f.number for f in found.within(near, known)] == [1, 2]
    assert [f.number for f in found.within(None, known)] == [1, 2, 5]


ROLES = {
    Kind.GROWTH: (Role.LATER, Role.EARLIER),
    Kind.RATIO: (Role.NUMERATOR, Role.DENOMINATOR),
    Kind.DIFFERENCE: (Role.LATER, Role.EARLIER),
}
SMALL = st.integers(-30, 30)
SIGNS = st.sampled_from((1, -1))


@given(
    st.sampled_from(list(ROLES)),
    st.tuples(SMALL, SIGNS),
    st.sampled_from(("%", ".0%", "", ".5")),
    st.lists(st.tuples(SMALL, SIGNS), min_size=3, max_size=3),
    st.integers(0, 1),
)
def test_what_agrees_to_the_digit_lies_where_it_is_looked_for(kind, stated, end, given_, swapped):
    target = fact(0, f"{stated[0]}{end}", sign=stated[1])
    first, second, other = (fact(n, str(v), sign=s) for n, (v, s) in enumerate(given_, start=1))
    later, earlier = ROLES[kind]
    sign = -1 if kind is Kind.DIFFERENCE else 1
    inputs = (Term(first, 1, later), Term(second, sign, earlier))
    relation = Relation(kind, target, inputs, "rule")
    term = relation.inputs[swapped]
    if agrees_to_the_digit(with_input(relation, term, other)):
        interval = fitting(relation, term)
        assert interval is None or other.value in interval
