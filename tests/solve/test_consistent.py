"""Truth: what was printed from unrounded values is never found inconsistent, nor what fits some."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.blame import joint_findings
from auditor.model.figure import PERCENT
from auditor.model.relation import Kind
from auditor.model.verdict import Status
from auditor.solve.components import Terms
from tests.solve.ledger import NEAREST, TRUNCATE, Ledger, Line, sum_of, written

MANY = settings(max_examples=250)
SOME = settings(max_examples=60)  # the oracle takes its time
ROUNDINGS = st.sampled_from([NEAREST, TRUNCATE])


@st.composite
def statements(draw, rounding):
    """Two periods of nested totals, with growth, shares of the total and a difference.

    Names are a row and a period: "t0". Rows p, q, r add up to s; s and u to t.
    """
    decimals = draw(st.integers(0, 1))
    cents = st.integers(200, 90_000)
    exact: dict[str, Fraction] = {}
    for period in "01":
        for row in "pqru":
            exact[row + period] = Fraction(draw(cents), 100)
        exact["s" + period] = sum((exact[row + period] for row in "pqr"), Fraction(0))
        exact["t" + period] = exact["s" + period] + exact["u" + period]
    exact["d"] = exact["t1"] - exact["t0"]
    lines = [sum_of("d", "t1 -t0")]
    for period in "01":
        lines += [sum_of(f"s{period}", f"p{period} q{period} r{period}")]
        lines += [sum_of(f"t{period}", f"s{period} u{period}")]
        lines += [Line(Kind.AVERAGE, f"m{period}", tuple(row + period for row in "pqr"))]
        exact["m" + period] = exact["s" + period] / 3
    figures = {name: written(value, decimals, rounding) for name, value in exact.items()}
    for row in "pqrsut":
        later, earlier = row + "1", row + "0"
        figures["g" + row] = written(
            100 * (exact[later] / exact[earlier] - 1), 1, rounding, PERCENT
        )
        lines.append(Line(Kind.GROWTH, "g" + row, (later, earlier)))
        for period in "01":
            share = 100 * exact[row + period] / exact["t" + period]
            figures["h" + row + period] = written(share, 1, rounding, PERCENT)
            lines.append(Line(Kind.RATIO, "h" + row + period, (row + period, "t" + period)))
    return Ledger(figures, [line for line in lines if not _divides_by_nothing(line, figures)])


def _divides_by_nothing(line, figures):
    return line.kind in (Kind.GROWTH, Kind.RATIO) and float(figures[line.inputs[1]]) < 1


def conflicts(ledger, rounding):
    audience = Terms(rounding, frozenset(), described=True)
    return joint_findings(ledger.verdicts(rounding), audience, asked=True)


@MANY
@given(st.data(), ROUNDINGS)
def test_what_was_printed_from_unrounded_values_is_consistent(data, rounding):
    ledger = data.draw(statements(rounding))
    assert conflicts(ledger, rounding) == []


@SOME
@given(st.data(), ROUNDINGS)
def test_a_conflict_is_found_exactly_where_no_values_fit_the_figures_it_cites(data, rounding):
    ledger = data.draw(statements(rounding))
    name = data.draw(st.sampled_from([n for n in ledger.figures if n[0] in "pqrstud"]))
    off = data.draw(st.integers(1, 4))
    unit = Fraction(1, 10 ** len(ledger.figures[name].partition(".")[2]))
    value = Fraction(ledger.figures[name]) + off * unit
    decimals = 1 if unit < 1 else 0
    wrong = Ledger(ledger.figures | {name: written(value, decimals, NEAREST)}, ledger.lines)
    found = conflicts(wrong, rounding)
    if all(v.status is Status.HOLDS for v in wrong.verdicts(rounding)):
        assert bool(found) != wrong.is_consistent(rounding)
    for finding in found:
        cited = {citation.source.line for citation in finding.citations}
        names = {n for i, n in enumerate(wrong.figures, start=1) if i in cited}
        among = [x for x in wrong.lines if names >= {x.target, *(i.lstrip("-") for i in x.inputs)}]
        assert not Ledger(wrong.figures, among).is_consistent(rounding)


@pytest.mark.parametrize(
    "figures, consistent",
    [
        ({"t": "7", "a": "3", "b": "3"}, True),
        ({"t": "8", "a": "3", "b": "3"}, False),
        ({"t": "4", "a": "1", "b": "2", "c": "1", "d": "2"}, True),
        ({"t": "4", "a": "1", "b": "2", "c": "1.0", "d": "2.0"}, False),
        ({"m": "2", "a": "1", "b": "3"}, True),
        ({"m": "3", "a": "1", "b": "3"}, True),
        ({"m": "4", "a": "1", "b": "3"}, False),
        ({"g": "50%", "a": "3.0", "b": "2.0"}, True),
        ({"g": "42%", "a": "3.0", "b": "2.0"}, False),
    ],
)
def test_the_oracle_knows_what_fits(figures, consistent):
    of_m, of_g = Line(Kind.AVERAGE, "m", ("a", "b")), Line(Kind.GROWTH, "g", ("a", "b"))
    lines = [x for x in (sum_of("t", "a b"), of_m, of_g) if x.target in figures]
    if "c" in figures:
        lines += [Line(Kind.TIE, "a", ("c",)), Line(Kind.TIE, "b", ("d",))]
    assert Ledger(figures, lines).is_consistent() == consistent
