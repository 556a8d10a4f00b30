"""Statuses: all checks of a file at once come to what ``auditor.checks.verdict`` says of each."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.checks.verdict import verdict
from auditor.datafiles.columns.delimited import coded_column
from auditor.datafiles.columns.locations import NOWHERE
from auditor.datafiles.columns.records import Records, printed_column
from auditor.datafiles.verdicts.audit import audited, status_of
from auditor.datafiles.verdicts.checks import checks_of
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.datafiles.verdicts.outcomes import Outcome
from auditor.datafiles.verdicts.overlaps import overlapping
from auditor.model.dataset import Cells, ColumnType, DataRule, DataSet, DeclaredColumn
from auditor.model.figure import Rounding
from auditor.model.relation import Kind
from auditor.model.verdict import Status

FIGURE = ColumnType.FIGURE
HOLDS, VIOLATED = Outcome.HOLDS, Outcome.VIOLATED


def wide(kind, plus, minus=(), per_cent=None, **columns):
    """A data set of one rule on the columns of each record; "t" is the target."""
    names = ("t", *plus, *minus)
    declared = tuple(DeclaredColumn(name, FIGURE, nullable=True, **columns) for name in names)
    added, taken = (tuple(Cells(name) for name in side) for side in (plus, minus))
    rule = DataRule("p.r", kind, "", Cells("t"), added, taken, per_cent=per_cent)
    return DataSet(declared, rules=(rule,))


def records_of(data, rows):
    names = tuple(column.name for column in data.columns)
    texts = zip(*rows, strict=True) if rows else [[] for _ in names]
    printed = {n: printed_column(list(t)) for n, t in zip(names, texts, strict=True)}
    return Records(len(rows), names, {}, printed)


def found_and_expected(data, records, rounding):
    """What became of each check at once, and one by one."""
    audit = audited(data, records, rounding)
    file = DataFile(data, records, NOWHERE, "x.csv")
    found, expected = [], []
    for one in audit.checked:
        for target, check in enumerate(checks_of(one.bound, np.arange(len(one.outcomes)))):
            found.append(status_of(Outcome(int(one.outcomes[target]))))
            expected.append(_arithmetic(verdict(file.relation(check), rounding)))
    return found, expected


def _arithmetic(said):
    """Figures in different units are told apart when a violated check is put into words."""
    units = said.reason.startswith(("the figures are in different", "the unit of"))
    return Status.VIOLATED if units else said.status


PARTS = ("a", "b", "c")
CASES = [
    (Kind.SUM, PARTS, (), None),
    (Kind.SUM, ("a", "b"), ("c",), None),
    (Kind.DIFFERENCE, ("a",), ("b",), None),
    (Kind.POINTS, ("a",), ("b",), None),
    (Kind.AVERAGE, PARTS, (), None),
    (Kind.TIE, ("a",), (), None),
    (Kind.RATIO, ("a",), ("b",), None),
    (Kind.RATIO, ("a", "b"), ("c",), True),
    (Kind.RATIO, ("a",), ("b",), False),
    (Kind.GROWTH, ("a",), ("b",), None),
    (Kind.GROWTH, ("a", "b"), ("c",), False),
]
plain = st.decimals(-99, 99, places=1).map(str) | st.integers(-30, 30).map(str)
mixed = plain | st.sampled_from(
    ["—", "", "(5)", "△12", "1,204.50", "12%", "5.8%", "0", "0.0", "-0.5", "n/a", "1e-3", "2.5e4"]
)
huge = mixed | st.sampled_from(
    ["9" * 25, "-" + "8" * 19, "0.30000000000000004", "123456789012.3456", "1e30", "1e-30"]
)


@pytest.mark.parametrize("rounding", Rounding)
@pytest.mark.parametrize(("kind", "plus", "minus", "per_cent"), CASES)
@settings(max_examples=60)
@given(data=st.data())
def test_all_at_once_is_one_by_one(kind, plus, minus, per_cent, rounding, data):
    count = 1 + len(plus) + len(minus)
    cells = data.draw(st.sampled_from([plain, mixed, huge]))
    rows = data.draw(st.lists(st.tuples(*[cells] * count), min_size=1, max_size=8))
    said = data.draw(
        st.sampled_from([{}, {"unit": "%"}, {"decimals": 0}, {"decimals": -1, "unit": "%"},
                         {"exact": True}, {"unit": "USD million"}])
    )  # fmt: skip
    declared = wide(kind, plus, minus, per_cent, **said)
    found, expected = found_and_expected(declared, records_of(declared, rows), rounding)
    assert found == expected


@pytest.mark.parametrize(
    ("kind", "row", "outcome"),
    [
        (Kind.SUM, ("1,204", "801", "402", "0"), HOLDS),  # within rounding
        (Kind.SUM, ("1,206", "801", "402", "0"), VIOLATED),
        (Kind.SUM, ("1.10", "1.1", "0", "0"), HOLDS),
        (Kind.SUM, ("1.10", "1.00", "0.00", "0.00"), VIOLATED),  # the last digit counts
        (Kind.SUM, ("12", "—", "12", "—"), HOLDS),  # a dash is zero
        (Kind.SUM, ("12", "—", "—", "—"), Outcome.ALL_NIL),
        (Kind.SUM, ("—", "1", "2", "3"), Outcome.TARGET_NIL),
        (Kind.SUM, ("12", "", "12", "0"), Outcome.FIGURE_MISSING),  # a blank is not
        (Kind.SUM, ("(5)", "△3", "-2", "0"), HOLDS),
        (Kind.AVERAGE, ("2", "1", "2", "3"), HOLDS),
        (Kind.AVERAGE, ("4", "1", "2", "3"), VIOLATED),
    ],
)
def test_a_check_comes_to(kind, row, outcome):
    data = wide(kind, PARTS)
    (one,) = audited(data, records_of(data, [row]), Rounding.NEAREST).checked
    assert one.outcomes.tolist() == [outcome]


@pytest.mark.parametrize(
    ("kind", "row", "outcome"),
    [
        (Kind.GROWTH, ("5.8", "26,444", "25,000"), HOLDS),
        (Kind.GROWTH, ("5.6", "26,444", "25,000"), VIOLATED),
        (Kind.GROWTH, ("900", "120", "(15)"), Outcome.BASE_NOT_POSITIVE),
        (Kind.RATIO, ("9.1%", "120", "1,312"), HOLDS),
        (Kind.RATIO, ("0.091", "120", "1,312"), HOLDS),  # a number unless it says per cent
        (Kind.RATIO, ("9.1", "120", "1,312"), VIOLATED),
        (Kind.RATIO, ("9.1%", "120", "0"), Outcome.DIVISOR_MAY_BE_ZERO),
        (Kind.RATIO, ("5%", "50000000000000000000", "1000000000000000000000"), HOLDS),
        (Kind.RATIO, ("6%", "50000000000000000000", "1000000000000000000000"), VIOLATED),
    ],
)
def test_a_quotient_comes_to(kind, row, outcome):
    data = wide(kind, ("a",), ("b",))
    (one,) = audited(data, records_of(data, [row]), Rounding.NEAREST).checked
    assert one.outcomes.tolist() == [outcome]


def test_a_figure_that_enters_twice_is_one_value():
    """Parts 60 and 40 leave a share of 60 % little room, as both move with the first."""
    columns = (DeclaredColumn("s"), DeclaredColumn("m"), DeclaredColumn("v", FIGURE))
    rule = DataRule(
        "p.share",
        Kind.RATIO,
        "",
        Cells("v", (("m", ("share",)),)),
        (Cells("v", (("m", ("amount",)),)),),
        tuple(Cells("v", (("m", ("amount",)), ("s", (name,)))) for name in "AB"),
        by=("s",),
        per_cent=True,
    )  # fmt: skip
    data = DataSet(columns, key=("s", "m"), rules=(rule,))
    rows = [("A", "amount", "6"), ("B", "amount", "4"), ("A", "share", "66"), ("B", "share", "40")]
    names, texts = ("s", "m", "v"), [*zip(*rows, strict=True)]
    coded = {n: coded_column(t) for n, t in zip(names, texts[:2], strict=False)}
    records = Records(4, names, coded, {"v": printed_column([*texts[2]])})
    audit = audited(data, records, Rounding.NEAREST)
    assert overlapping(audit.checked[0].bound).tolist() == [0, 1]
    assert audit.checked[0].outcomes.tolist() == [VIOLATED, HOLDS]
    found, expected = found_and_expected(data, records, Rounding.NEAREST)
    assert found == expected


@settings(max_examples=60)
@given(
    values=st.lists(
        st.tuples(*[st.decimals(-10000, 10000, places=6)] * 3), min_size=1, max_size=20
    ),
    places=st.integers(0, 4),
    cut=st.booleans(),
)
def test_what_comes_from_unrounded_values_is_never_violated(values, places, cut):
    step = 10**-places
    how = "ROUND_DOWN" if cut else "ROUND_HALF_UP"

    def shown(value):
        return str(value.quantize(type(value)(step).quantize(type(value)(1).scaleb(-places)), how))

    data = wide(Kind.SUM, PARTS)
    rows = [(shown(sum(row)), *map(shown, row)) for row in values]
    rounding = Rounding.TRUNCATE if cut else Rounding.NEAREST
    (one,) = audited(data, records_of(data, rows), rounding).checked
    assert VIOLATED not in one.outcomes.tolist()
