from fractions import Fraction

import pytest

from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.interval import Interval
from auditor.model.relation import Kind, Relation, Role, Term, forms, stated_quotient, value_range
from auditor.notation.numerals import cell_figure

F = Fraction
LATER, EARLIER = Role.LATER, Role.EARLIER


def fact(number, text, sign=1):
    figure = cell_figure(text)
    assert figure is not None
    return Fact(number, figure, Source("x.md"), "", "", sign=sign)


def relation(kind, target, *terms):
    return Relation(kind, target, terms, "test")


@pytest.mark.parametrize(
    "made, expected",
    [
        (
            relation(Kind.SUM, fact(0, "3"), Term(fact(1, "1")), Term(fact(2, "2"))),
            [{0: -1, 1: 1, 2: 1}],
        ),
        (
            relation(Kind.DIFFERENCE, fact(0, "1"), Term(fact(1, "3")), Term(fact(2, "2"), -1)),
            [{0: -1, 1: 1, 2: -1}],
        ),
        (
            relation(Kind.AVERAGE, fact(0, "2"), Term(fact(1, "1")), Term(fact(2, "3"))),
            [{0: -2, 1: 1, 2: 1}],
        ),
        (relation(Kind.TIE, fact(0, "3"), Term(fact(1, "3"))), [{0: -1, 1: 1}]),
        # words that turn a figure round turn its coefficient round
        (relation(Kind.TIE, fact(0, "3", -1), Term(fact(1, "(3)"))), [{0: 1, 1: 1}]),
        # a figure has one unrounded value wherever it enters
        (
            relation(Kind.SUM, fact(0, "6"), Term(fact(1, "3")), Term(fact(1, "3"))),
            [{0: -1, 1: 2}],
        ),
        # a percentage gives one form for each end of what it may have been
        (
            relation(
                Kind.GROWTH,
                fact(0, "10%"),
                Term(fact(1, "11"), role=LATER),
                Term(fact(2, "10"), role=EARLIER),
            ),
            [{1: 1, 2: -F("1.095")}, {1: 1, 2: -F("1.105")}],
        ),
        (
            relation(
                Kind.RATIO,
                fact(0, "0.5"),
                Term(fact(1, "1"), role=Role.NUMERATOR),
                Term(fact(2, "2"), role=Role.DENOMINATOR),
            ),
            [{1: 1, 2: -F("0.45")}, {1: 1, 2: -F("0.55")}],
        ),
    ],
)
def test_every_relation_is_linear_in_the_unrounded_values(made, expected):
    assert list(forms(made, Rounding.NEAREST)) == expected


@pytest.mark.parametrize("kind", [Kind.LABEL, Kind.SCHEMA])
def test_a_relation_of_words_has_no_arithmetic(kind):
    with pytest.raises(ValueError, match="no arithmetic"):
        forms(relation(kind, fact(0, "1")), Rounding.NEAREST)


@pytest.mark.parametrize(
    "kind, printed, expected",
    [
        (Kind.RATIO, "50%", Interval(F("0.495"), F("0.505"))),
        (Kind.RATIO, "0.5", Interval(F("0.45"), F("0.55"))),
        (Kind.GROWTH, "-20%", Interval(F("0.795"), F("0.805"))),
        (Kind.GROWTH, "0.0%", Interval(F("0.9995"), F("1.0005"))),
    ],
)
def test_a_printed_percentage_says_what_one_figure_over_another_is(kind, printed, expected):
    target = fact(0, printed)
    assert stated_quotient(relation(kind, target), target.interval(Rounding.NEAREST)) == expected


@pytest.mark.parametrize(
    "form, expected",
    [
        ({0: F(1)}, Interval(F(1), F(2))),
        ({0: F(-1)}, Interval(F(-2), F(-1))),
        ({0: F(1), 1: F(-1)}, Interval(F(-9), F(-3))),
        ({0: F(2), 1: F(1, 5)}, Interval(F(3), F(6))),
        ({}, Interval(F(0), F(0))),
    ],
)
def test_the_range_of_a_form_is_exact(form, expected):
    intervals = {0: Interval(F(1), F(2)), 1: Interval(F(5), F(10))}
    assert value_range(form, intervals) == expected


def test_a_relation_s_facts_are_its_target_and_then_its_inputs():
    parts = [fact(1, "1"), fact(2, "2")]
    made = relation(Kind.SUM, fact(0, "3"), *map(Term, parts))
    assert [f.number for f in made.facts] == [0, 1, 2]
