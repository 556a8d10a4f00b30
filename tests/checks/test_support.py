"""Support: general rules are believed in company only; a habit of rounding is no error."""

from fractions import Fraction

import pytest

from auditor.checks.support import (
    ROUNDING_HABIT,
    SIGN_STYLE,
    UNSUPPORTED,
    loosely_rounded,
    supported,
)
from auditor.checks.verdict import verdict
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.places.line import LinePlace
from auditor.model.relation import Kind, Origin, Relation, Role, Severity, Term
from auditor.model.verdict import Status
from auditor.notation.numerals import cell_figure

GENERAL = frozenset({"core.sum"})
NEAREST = Rounding.NEAREST
PROSE = None

RIGHT, WRONG = ("900", "400", "500"), ("800", "400", "500")
NEAR = ("902", "400", "500")  # rounding explains a gap of 1.5, not of 2


def fact(number, text, table, column, row=None):
    figure = cell_figure(text)
    assert figure is not None, text
    source = Source("x.md", LinePlace(number), table=table, row=row or number, col=column)
    return Fact(number, figure, source, "", "")


def sums(*places, rule="core.sum", kind=Kind.SUM, origin=Origin.DECLARED):
    """A verdict for each (figures, table, column): the first figure is said to be the others."""
    roles = {Kind.GROWTH: (Role.LATER, Role.EARLIER), Kind.TIE: (Role.SAME,)}
    found = []
    for at, (figures, table, column) in enumerate(places):
        target, *parts = (fact(10 * at + i, f, table, column) for i, f in enumerate(figures))
        played = roles.get(kind, (Role.PART,) * len(parts))
        terms = tuple(Term(p, 1, role) for p, role in zip(parts, played, strict=True))
        relation = Relation(kind, target, terms, rule, origin=origin, severity=Severity.ERROR)
        found.append(verdict(relation, NEAREST))
    return found


def in_columns(*columns):
    """A verdict for each (total, part, part), column by column of the same three rows."""
    found = []
    for at, figures in enumerate(columns):
        total, *parts = (fact(10 * at + i, f, 1, at, row=i + 1) for i, f in enumerate(figures))
        terms = tuple(Term(p, 1, Role.PART) for p in parts)
        relation = Relation(Kind.SUM, total, terms, "core.sum", severity=Severity.ERROR)
        found.append(verdict(relation, NEAREST))
    return found


def statuses(verdicts):
    return [v.status.name for v in verdicts]


@pytest.mark.parametrize(
    "places, expected",
    [
        ([(WRONG, 1, 2)], ["NOT_CHECKABLE"]),  # alone
        ([(WRONG, 1, 2), (RIGHT, 1, 2)], ["NOT_CHECKABLE", "HOLDS"]),
        ([(WRONG, 1, 2), *[(RIGHT, 1, 2)] * 2], ["NOT_CHECKABLE", *["HOLDS"] * 2]),
        ([(WRONG, 1, 2), *[(RIGHT, 1, 2)] * 3], ["VIOLATED", *["HOLDS"] * 3]),
        ([*[(WRONG, 1, 2)] * 2, *[(RIGHT, 1, 2)] * 3], ["NOT_CHECKABLE"] * 2 + ["HOLDS"] * 3),
        ([*[(WRONG, 1, 2)] * 2, *[(RIGHT, 1, 2)] * 6], ["VIOLATED"] * 2 + ["HOLDS"] * 6),
        # another column or table is no company, prose is
        ([(WRONG, 1, 2), *[(RIGHT, 1, 3)] * 3], ["NOT_CHECKABLE", *["HOLDS"] * 3]),
        ([(WRONG, 1, 2), *[(RIGHT, 2, 2)] * 3], ["NOT_CHECKABLE", *["HOLDS"] * 3]),
        ([(WRONG, PROSE, None), *[(RIGHT, PROSE, None)] * 3], ["VIOLATED", *["HOLDS"] * 3]),
        ([(WRONG, PROSE, None), *[(RIGHT, 1, 2)] * 3], ["NOT_CHECKABLE", *["HOLDS"] * 3]),
    ],
)
def test_a_general_rule_that_fails_counts_among_companions_that_hold(places, expected):
    assert statuses(supported(sums(*places), GENERAL)) == expected


@pytest.mark.parametrize("origin", Origin)
def test_other_rules_mean_what_they_say(origin):
    (alone,) = supported(sums((WRONG, 1, 2), rule="gannet.sum", origin=origin), GENERAL)
    assert alone.status is Status.VIOLATED


def test_another_rule_s_relations_are_no_company():
    others = sums(*[(RIGHT, 1, 2)] * 3, rule="gannet.sum")
    first, *_ = supported([*sums((WRONG, 1, 2)), *others], GENERAL)
    assert first.status is Status.NOT_CHECKABLE


def test_percentages_in_tables_are_left_to_discovery():
    right, wrong = ("5.0%", "105.0", "100.0"), ("9.0%", "105.0", "100.0")
    in_tables = sums((wrong, 1, 2), *[(right, 1, 2)] * 9, kind=Kind.GROWTH)
    in_prose = sums((wrong, PROSE, None), *[(right, PROSE, None)] * 9, kind=Kind.GROWTH)
    assert statuses(supported(in_tables, GENERAL))[0] == "NOT_CHECKABLE"
    assert statuses(supported(in_prose, GENERAL))[0] == "VIOLATED"


def test_ties_are_judged_by_the_pair_of_tables():
    same, other = ("900", "900"), ("900", "980")
    places = [(other, 1, 2), *[(same, 1, column) for column in (3, 4, 5)]]
    assert statuses(supported(sums(*places, kind=Kind.TIE), GENERAL))[0] == "VIOLATED"


def ties(*pairs):
    """A verdict for each (figure, figure) of the same two rows, column by column."""
    found = []
    for at, texts in enumerate(pairs):
        one, other = (fact(10 * at + i, t, 1 + i, at, row=3) for i, t in enumerate(texts))
        terms = (Term(other, 1, Role.SAME),)
        relation = Relation(Kind.TIE, one, terms, "core.sum", severity=Severity.ERROR)
        found.append(verdict(relation, NEAREST))
    return found


@pytest.mark.parametrize(
    "pairs, expected",
    [
        ([("154.2", "164.2"), ("151.9", "151.9")], Severity.WARNING),
        ([("146.2", "164.2"), ("151.9", "151.9")], Severity.WARNING),
        ([("171.4", "164.2"), ("151.9", "151.9")], None),  # no slip
        ([("15", "25"), ("17", "17")], None),  # soon so by chance
        ([("154.2", "164.2")], None),  # nothing agrees
        ([("154.2", "164.2"), ("151.9", "151.9"), ("143.1", "143.7")], None),  # as many do not
    ],
)
def test_a_slip_in_rows_that_agree_elsewhere_is_a_doubt(pairs, expected):
    first = supported(ties(*pairs), GENERAL)[0]
    told = first.relation.severity if first.status is Status.VIOLATED else None
    assert told is expected


def test_what_is_set_aside_says_why_and_keeps_no_residual():
    (aside,) = supported(sums((WRONG, 1, 2)), GENERAL)
    assert (aside.reason, aside.residual) == (UNSUPPORTED, None)


def test_the_verdicts_given_are_left_as_they_are():
    given = sums((WRONG, 1, 2))
    supported(given, GENERAL)
    assert given[0].status is Status.VIOLATED
    assert given[0].residual is not None
    assert given[0].residual.high < Fraction(900)


@pytest.mark.parametrize(
    "figures, expected",
    [
        ([NEAR], ["VIOLATED"]),
        ([NEAR] * 2, ["VIOLATED"] * 2),
        ([NEAR] * 3, ["NOT_CHECKABLE"] * 3),
        ([WRONG] * 3, ["VIOLATED"] * 3),
        ([*[NEAR] * 2, WRONG], ["VIOLATED"] * 3),  # a large error makes no habit
        ([*[NEAR] * 3, WRONG], [*["NOT_CHECKABLE"] * 3, "VIOLATED"]),  # nor hides in one
        ([*[NEAR] * 3, RIGHT], [*["NOT_CHECKABLE"] * 3, "HOLDS"]),
    ],
)
def test_several_last_digits_off_are_the_document_s_way_of_rounding(figures, expected):
    found = sums(*[(f, 1, 2) for f in figures], rule="sum", origin=Origin.DISCOVERED)
    judged = loosely_rounded(found, NEAREST)
    assert statuses(judged) == expected
    assert {v.reason for v in judged if v.status is Status.NOT_CHECKABLE} <= {ROUNDING_HABIT}


POINT_OFF = ("4.3%", "5.0%", "0.9%")  # rounding explains a gap of 0.15, not of 0.2


@pytest.mark.parametrize("count, expected", [(2, "VIOLATED"), (3, "NOT_CHECKABLE")])
def test_points_have_a_habit_of_their_own(count, expected):
    loose = sums(*[(NEAR, 1, 2)] * 3, rule="sum", origin=Origin.DISCOVERED)
    points = [differing(1000 * n) for n in range(1, count + 1)]
    assert statuses(loosely_rounded([*loose, *points], NEAREST))[3:] == [expected] * count


def test_one_figure_off_is_no_habit_however_often_it_is_related():
    points = [differing(1000), differing(1000), differing(1000)]
    assert statuses(loosely_rounded(points, NEAREST)) == ["VIOLATED"] * 3


def differing(number):
    """A change in points that is not quite the difference of two percentages."""
    target, later, earlier = (fact(number + i, text, 1, i) for i, text in enumerate(POINT_OFF))
    terms = (Term(later, 1, Role.LATER), Term(earlier, -1, Role.EARLIER))
    relation = Relation(Kind.POINTS, target, terms, "points", origin=Origin.DISCOVERED)
    return verdict(relation, NEAREST)


@pytest.mark.parametrize(
    "figures, origin, expected",
    [
        (("$540", "(540)", "$-"), Origin.DISCOVERED, "NOT_CHECKABLE"),  # insured, not lost
        (("(540)", "540", "0", "0"), Origin.DISCOVERED, "NOT_CHECKABLE"),
        (("$540", "(540)", "20"), Origin.DISCOVERED, "VIOLATED"),
        (("$540", "450", "$-"), Origin.DISCOVERED, "VIOLATED"),
        (("$540", "(540)", "$-"), Origin.DECLARED, "VIOLATED"),
    ],
)
def test_the_sign_of_the_only_part_is_a_matter_of_style(figures, origin, expected):
    (judged,) = supported(sums((figures, 1, 2), rule="sum", origin=origin), GENERAL)
    assert statuses([judged]) == [expected]
    assert (judged.reason == SIGN_STYLE) is (expected == "NOT_CHECKABLE")


def test_declared_rules_know_no_habit():
    found = sums(*[(NEAR, 1, 2)] * 5, origin=Origin.DECLARED)
    assert statuses(loosely_rounded(found, NEAREST)) == ["VIOLATED"] * 5


@pytest.mark.parametrize(
    "columns, expected",
    [
        # costs are printed in brackets, but for one that lost them
        ([("900", "(400)", "500"), ("900", "400", "500")], ["NOT_CHECKABLE", "NOT_CHECKABLE"]),
        ([("900", "400", "500"), ("800", "300", "500")], ["HOLDS", "HOLDS"]),
        (
            [("900", "400", "500"), ("800", "300", "500"), ("900", "440", "500")],
            ["HOLDS", "HOLDS", "NOT_CHECKABLE"],
        ),
    ],
)
def test_a_reading_that_fails_in_other_columns_confirms_nothing(columns, expected):
    assert statuses(supported(in_columns(*columns), GENERAL)) == expected
