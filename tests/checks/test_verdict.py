"""Verdicts: exact, and silent about everything that rounding explains."""

from fractions import Fraction
from itertools import count

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from auditor.checks.verdict import allowed, verdict
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import Rounding
from auditor.model.relation import Kind, Relation, Role, Term
from auditor.model.verdict import Status
from auditor.notation.numerals import cell_figure

NEAREST, TRUNCATE = Rounding.NEAREST, Rounding.TRUNCATE
HOLDS, VIOLATED, NOT_CHECKABLE = Status.HOLDS, Status.VIOLATED, Status.NOT_CHECKABLE

ROLES = {
    Kind.GROWTH: (Role.LATER, Role.EARLIER),
    Kind.RATIO: (Role.NUMERATOR, Role.DENOMINATOR),
    Kind.POINTS: (Role.LATER, Role.EARLIER),
    Kind.DIFFERENCE: (Role.LATER, Role.EARLIER),
    Kind.TIE: (Role.SAME,),
}
SUBTRACTS = (Kind.POINTS, Kind.DIFFERENCE)


def relation(kind, target, *inputs):
    """A relation between printed texts; an input led by "less " is subtracted."""
    numbers = count()

    def fact(text):
        shown = cell_figure(text)
        assert shown is not None, text
        return Fact(next(numbers), shown, Source("x.md"), "", "")

    whole = fact(target)
    terms = []
    for place, text in enumerate(inputs):
        role = ROLES.get(kind, (Role.PART,) * len(inputs))[place]
        minus = text.startswith("less ") or (kind in SUBTRACTS and place == 1)
        terms.append(Term(fact(text.removeprefix("less ")), -1 if minus else 1, role))
    return Relation(kind, whole, tuple(terms), "test")


@pytest.mark.parametrize(
    ("kind", "target", "inputs", "expected"),
    [
        (Kind.SUM, "1,204", ("801", "402"), HOLDS),  # within three half-units
        (Kind.SUM, "1,204", ("801", "401"), VIOLATED),
        (Kind.SUM, "1,204.0", ("801", "402.0"), VIOLATED),  # finer figures bind tighter
        (Kind.SUM, "811", ("2,559", "less 1,747"), HOLDS),
        (Kind.SUM, "—", ("5", "7"), NOT_CHECKABLE),
        (Kind.SUM, "12", ("—", "—"), NOT_CHECKABLE),
        (Kind.SUM, "12", ("12", "—"), HOLDS),
        (Kind.GROWTH, "+5.8%", ("26,444", "25,000"), HOLDS),
        (Kind.GROWTH, "+5.6%", ("26,444", "25,000"), VIOLATED),
        (Kind.GROWTH, "+81.8%", ("1,370", "754"), HOLDS),  # recomputed from the print: 81.7
        (Kind.GROWTH, "+111.9%", ("2,120", "1,001"), HOLDS),
        (Kind.GROWTH, "+900.0%", ("120", "(15)"), NOT_CHECKABLE),
        (Kind.GROWTH, "+900.0%", ("120", "0"), NOT_CHECKABLE),
        (Kind.RATIO, "81.6%", ("21,582", "26,444"), HOLDS),
        (Kind.RATIO, "81.7%", ("21,582", "26,444"), VIOLATED),
        (Kind.RATIO, "(1.2%)", ("(100)", "8,675"), HOLDS),
        (Kind.RATIO, "0.5", ("1", "2"), HOLDS),
        (Kind.RATIO, "0.5", ("1", "0"), NOT_CHECKABLE),
        (Kind.POINTS, "1.5 points", ("5.8%", "4.3%"), HOLDS),
        (Kind.POINTS, "2.5 points", ("5.8%", "4.3%"), VIOLATED),
        (Kind.POINTS, "150 bps", ("5.8%", "4.3%"), HOLDS),
        (Kind.DIFFERENCE, "-867", ("12,860", "13,727"), HOLDS),
        (Kind.DIFFERENCE, "—", ("16,834", "16,834"), HOLDS),
        (Kind.DIFFERENCE, "—", ("16,834", "16,843"), VIOLATED),
        (Kind.AVERAGE, "4", ("3", "4", "5"), HOLDS),
        (Kind.AVERAGE, "6", ("3", "4", "5"), VIOLATED),
        (Kind.TIE, "$61.5 million", ("$61,478 thousand",), HOLDS),
        (Kind.TIE, "$61.4 million", ("$61,478 thousand",), VIOLATED),
    ],
)
def test_written_precision_decides(kind, target, inputs, expected):
    assert verdict(relation(kind, target, *inputs), NEAREST).status is expected


@pytest.mark.parametrize(
    ("kind", "target", "inputs", "exact"),
    [
        (Kind.SUM, "1,203", ("801", "402"), True),
        (Kind.SUM, "1,204", ("801", "402"), False),
        (Kind.SUM, "1.2", ("0.81", "0.42"), True),  # the total is coarser: 1.23 prints as 1.2
        (Kind.GROWTH, "+5.8%", ("26,444", "25,000"), True),
        (Kind.GROWTH, "+81.8%", ("1,370", "754"), False),
    ],
)
def test_agreement_to_the_digit_is_told_from_agreement_within_rounding(kind, target, inputs, exact):
    found = verdict(relation(kind, target, *inputs), NEAREST)
    assert (found.status, found.exact) == (HOLDS, exact)


def test_what_a_figure_may_be_follows_from_the_others():
    found = relation(Kind.SUM, "1,204", "801", "401")
    bounds = allowed(found, found.target.number, NEAREST)
    assert bounds is not None
    assert (bounds.low, bounds.high) == (Fraction(1201), Fraction(1203))


# --- for any unrounded statement -------------------------------------------------------------

amounts = st.integers(min_value=-(10**9), max_value=10**9).map(lambda n: Fraction(n, 1000))


def shown(value, decimals, rounding):
    """The text that prints the value, as a person's spreadsheet would."""
    steps = abs(value) * 10**decimals
    whole = steps.numerator // steps.denominator
    if rounding is NEAREST and (steps - whole) * 2 >= 1:
        whole += 1
    digits = str(whole).rjust(decimals + 1, "0")
    text = f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits
    return f"-{text}" if value < 0 else text


@given(
    st.lists(amounts, min_size=1, max_size=8),
    st.integers(0, 3),
    st.sampled_from([NEAREST, TRUNCATE]),
)
def test_a_true_sum_printed_at_any_precision_is_never_found_wrong(values, decimals, rounding):
    texts = [shown(v, decimals, rounding) for v in (sum(values), *values)]
    assert verdict(relation(Kind.SUM, *texts), rounding).status is HOLDS


@given(
    st.lists(amounts, min_size=1, max_size=8),
    st.integers(0, 3),
    st.sampled_from([NEAREST, TRUNCATE]),
    st.integers(1, 10**6),
)
def test_a_change_beyond_rounding_is_always_found(values, decimals, rounding, extra):
    unit = Fraction(1, 10**decimals)
    moved = sum(values) + (len(values) + 1 + extra) * unit * (2 if rounding is TRUNCATE else 1)
    texts = [shown(moved, decimals, rounding), *(shown(v, decimals, rounding) for v in values)]
    assert verdict(relation(Kind.SUM, *texts), rounding).status is VIOLATED


@given(
    amounts,
    amounts,
    st.integers(0, 2),
    st.integers(0, 2),
    st.sampled_from([Kind.GROWTH, Kind.RATIO]),
)
def test_a_true_percentage_printed_at_any_precision_is_never_found_wrong(
    later, earlier, decimals, places, kind
):
    assume(earlier > 0)
    quotient = later / earlier - (1 if kind is Kind.GROWTH else 0)
    per_cent = shown(quotient * 100, places, NEAREST) + "%"
    texts = [per_cent, shown(later, decimals, NEAREST), shown(earlier, decimals, NEAREST)]
    assert verdict(relation(kind, *texts), NEAREST).status is not VIOLATED
