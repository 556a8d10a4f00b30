import pytest
from pandera.errors import SchemaError, SchemaErrors

from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.fact import Comparison, Fact, Measure
from auditor.model.figure import Figure
from auditor.model.finding import Finding, Suspect
from auditor.model.frames import facts_frame_of, facts_schema, findings_frame, findings_schema
from auditor.model.period import Period, month
from auditor.model.places.line import LinePlace
from auditor.model.relation import Kind, Origin, Severity
from auditor.model.report import DocumentReport, Report

CELL = Source(
    "a.md", LinePlace(5, 9, 14), table=1, row=3, col=2, row_label="Revenue", column_label="1H06"
)
PROSE = Source("a.md", LinePlace(2, 4, 9))
QUARTER = Period(month(2006, 7), month(2006, 9), "2Q06")
TOTAL = Citation("target", "1,204", CELL)
PART = Citation("part", "801", PROSE)


def fact(digits=1204, exponent=0, unit="JPY", scale=6, **changes):
    given = {"number": 7, "source": CELL, "label": "Revenue", "concept": "revenue", **changes}
    return Fact(figure=Figure("as printed", 0, digits, exponent, unit, scale), **given)


def finding(suspects=(), citations=(TOTAL, PART)):
    return Finding(
        id="f1",
        rule="sum",
        kind=Kind.SUM,
        origin=Origin.DISCOVERED,
        severity=Severity.ERROR,
        message="The total is wrong.",
        printed="1,204",
        expected="1,203",
        expected_interval=("1202.5", "1203.5"),
        suspects=suspects,
        citations=citations,
    )


def report(*findings):
    return Report((DocumentReport("a.md", "0" * 64, 2, 0, (), findings, ()),))


def values(frame, column):
    """The column as Python values, with None for what is missing."""
    pairs = zip(frame[column], frame[column].isna(), strict=True)
    return [None if missing else value for value, missing in pairs]


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("path", ["a.md", "a.md"]),
        ("finding", ["f1", "f1"]),
        ("kind", ["sum", "sum"]),
        ("severity", ["error", "error"]),
        ("role", ["target", "part"]),
        ("text", ["1,204", "801"]),
        ("line", [5, 2]),
        ("column", [9, 4]),
        ("table", [1, None]),
        ("row", [3, None]),
        ("col", [2, None]),
        ("row_label", ["Revenue", None]),
        ("column_label", ["1H06", None]),
        ("page", [None, None]),
        ("suspect_confidence", [0.9, None]),
        ("suggestion", ["1,203", None]),
    ],
)
def test_a_finding_has_one_row_a_citation(column, expected):
    frame = report(finding(suspects=(Suspect(TOTAL, 0.9, "1,203"),))).to_frame()
    assert values(frame, column) == expected


@pytest.mark.parametrize(
    ("made", "texts"),
    [
        (finding(citations=()), [None]),
        (finding(citations=(PART,), suspects=(Suspect(TOTAL, 0.5),)), ["801", "1,204"]),
        (finding(citations=(), suspects=(Suspect(TOTAL, 0.5),)), ["1,204"]),
    ],
)
def test_no_finding_and_no_suspect_is_lost(made, texts):
    assert values(findings_frame(report(made)), "text") == texts


def test_an_empty_report_has_the_same_columns_and_types():
    full = findings_frame(report(finding()))
    empty = findings_frame(Report(()))
    assert len(empty) == 0
    assert empty.dtypes.equals(full.dtypes)
    assert facts_frame_of([], "a.md").dtypes.equals(facts_frame_of([fact()], "a.md").dtypes)


@pytest.mark.parametrize(
    ("digits", "exponent", "scale", "sign", "expected"),
    [
        (1204, 0, 0, 1, "1204"),
        (1204, 0, 6, 1, "1204000000"),
        (615, -1, 6, 1, "61500000"),
        (180, -1, 0, 1, "18.0"),  # trailing zeros are digits
        (56, -1, 0, -1, "-5.6"),
        (0, 0, 0, 1, "0"),
        (10**30 + 1, -2, 0, 1, "10000000000000000000000000000.01"),  # beyond any float
    ],
)
def test_values_are_exact(digits, exponent, scale, sign, expected):
    frame = facts_frame_of([fact(digits, exponent, scale=scale, sign=sign)], "a.md")
    assert values(frame, "value") == [expected]


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (QUARTER, ["2Q06", "2006-07", "2006-09"]),
        (Period(None, month(2006, 12), "end of 2006"), ["end of 2006", None, "2006-12"]),
        (None, [None, None, None]),
    ],
)
def test_periods_are_spelt_in_months(period, expected):
    frame = facts_frame_of([fact(period=period)], "a.md")
    assert [values(frame, name)[0] for name in ("period", "first", "last")] == expected


def test_a_fact_keeps_what_it_is_compared_with():
    against = Comparison(QUARTER.year_before, text="compared to 2Q05")
    grown = fact(56, -1, "%", 0, measure=Measure.GROWTH, against=against)
    frame = facts_frame_of([grown, fact()], "a.md")
    assert values(frame, "against") == ["compared to 2Q05", None]
    assert values(frame, "measure") == ["growth", "amount"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda frame: frame.astype({"line": "float64"}),
        lambda frame: frame.astype({"line": "string"}),
        lambda frame: frame.assign(text=[1.5, 2.5]),
        lambda frame: frame.assign(text=["1", 2]),
        lambda frame: frame.assign(suspect_confidence=1.5),
        lambda frame: frame.assign(extra=1),
        lambda frame: frame.drop(columns="role"),
        lambda frame: frame[frame.columns[::-1]],
    ],
)
def test_a_wrong_findings_frame_is_refused(spoil):
    good = findings_frame(report(finding()))
    findings_schema().validate(good)
    with pytest.raises((SchemaError, SchemaErrors)):
        findings_schema().validate(spoil(good))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda frame: frame.assign(value=1204000000.0),
        lambda frame: frame.astype({"number": "int32"}),
        lambda frame: frame.rename(columns={"value": "amount"}),
    ],
)
def test_a_wrong_facts_frame_is_refused(spoil):
    with pytest.raises((SchemaError, SchemaErrors)):
        facts_schema().validate(spoil(facts_frame_of([fact()], "a.md")))


@pytest.mark.parametrize("schema", [findings_schema, facts_schema])
def test_every_column_says_what_it_holds(schema):
    assert all(column.description for column in schema().columns.values())
