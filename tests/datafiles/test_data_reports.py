"""Data files from the command's view: what is found, on which line, in which words."""

import sys
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.auditing.examples import examples_outcome
from auditor.auditing.explain import explained
from auditor.auditing.many_files import audit
from auditor.datafiles import data_report, statuses_in
from auditor.model.relation import Severity
from auditor.model.selection import Selection
from auditor.model.verdict import Status
from auditor.readers import UnreadableError
from auditor.render import View, derivation
from auditor.rulebook.files.loading import parsed_pack

TIDY = """\
pack: seg
title: Segments
columns:
  period: period
  segment: text
  metric: {type: text, values: [Revenue, Income, Margin, Growth]}
  value: {type: figure, unit-in: unit, nullable: true}
  unit: {type: text, values: [USD million, USD, EUR, "%"]}
key: [period, segment, metric]
rules:
  - id: total
    title: t
    sum: {segment: Total, metric: [Revenue, Income]}
    of: {segment: others}
  - id: margin
    title: t
    ratio: {metric: Margin}
    of: {metric: Income}
    to: {metric: Revenue}
  - id: growth
    title: t
    growth: {metric: Growth}
    of: {metric: Revenue}
    over: {metric: Revenue, when: a year before}
"""
HEADER = "period,segment,metric,value,unit\n"
GOOD = (
    HEADER
    + """\
2024-Q1,Cloud,Revenue,801,USD million
2024-Q1,Retail,Revenue,402,USD million
2024-Q1,Total,Revenue,"1,203",USD million
2025-Q1,Cloud,Revenue,901,USD million
2025-Q1,Retail,Revenue,411,USD million
2025-Q1,Total,Revenue,"1,312",USD million
2025-Q1,Cloud,Growth,12.5,%
2025-Q1,Total,Growth,9.1,%
2025-Q1,Total,Income,131,USD million
2025-Q1,Cloud,Income,131,USD million
2025-Q1,Retail,Income,—,USD million
2025-Q1,Total,Margin,10.0,%
"""
)


def pack_of(text):
    pack, mistakes = parsed_pack(text, "p.yaml")
    assert pack is not None, mistakes
    return pack


NEEDING_NOTHING = TIDY.replace("    title: t\n", "    title: t\n    required: false\n")
"""The rules for a file in which not all that they check need be there."""


def report_on(text, rules=TIDY, **options):
    report = data_report("-", [pack_of(rules)], stdin=text.encode(), **options)
    assert report is not None
    return report


def told(report):
    """(rule, line, printed, expected) of every finding."""
    return [
        (f.rule, f.primary.source.line, f.printed, f.expected) for f in report.findings if f.primary
    ]


def test_a_file_in_which_all_is_right():
    report = report_on(GOOD)
    assert report.findings == ()
    assert (report.count(Status.HOLDS), report.count(Status.VIOLATED)) == (6, 0)
    assert (report.printed, report.tied) == (11, 11)
    assert report.packs == ("seg",)


@pytest.mark.parametrize(
    ("old", "new", "findings"),
    [
        ('"1,312"', '"1,302"', [("seg.total", 7, "1,302", "1,312")]),
        ("Q1,Cloud,Revenue,901", "Q1,Cloud,Revenue,910", [("seg.total", 5, "910", "901")]),
        ("Cloud,Growth,12.5", "Cloud,Growth,15.2", [("seg.growth", 8, "15.2", "12.5")]),
        ("Margin,10.0", "Margin,11.0", [("seg.margin", 13, "11.0", "10.0")]),
        ("Margin,10.0", "Margn,10.0", [("seg.columns", 13, "Margn", "Margin")]),
        ("Margin,10.0", "Margin,n/a", [("seg.columns", 13, "n/a", "")]),
        ("Margin,10.0,%", "Margin,10.0,pct", [("seg.columns", 13, "pct", "")]),
        ("2024-Q1,Cloud", "2024-Q5,Cloud", [("seg.columns", 2, "2024-Q5", "")]),
        ("2024-Q1,Cloud,Rev", "2024-Q1,Cloud,Rvn", [("seg.columns", 2, "Rvnenue", "Revenue")]),
        ("12.5,%\n", "12.5,%\n2025-Q1,Cloud,Growth,12.5,%\n", [("seg.key", 9, "Growth", "")]),
        ("12.5,%\n", "12.5\n", [("seg.columns", 8, "2025-Q1", "")]),
        ("12.5,%\n", "12.5,%\n\n\n2026-Q1,,Growth,1.0,%\n", [("seg.columns", 11, "", "")]),
        ("131,USD million\n2025-Q1,Retail,Inc", "131,EUR\n2025-Q1,Retail,Inc", []),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found_on_its_line(old, new, findings):
    assert GOOD.count(old) == 1
    assert told(report_on(GOOD.replace(old, new))) == findings


@pytest.mark.parametrize(
    ("new", "rules"),
    [
        ('2025-Q1,"Cloud,Revenue,901', ["seg.columns"]),
        ("2025-Q1,,Cloud,Revenue,901", ["seg.columns"]),
        ("2026-Q1,,Cloud,Revenue,901", ["seg.columns", "seg.total"]),
    ],
)
def test_a_total_may_lack_a_record_whose_fields_cannot_be_told_apart(new, rules):
    report = report_on(GOOD.replace("2025-Q1,Cloud,Revenue,901", new))
    assert [f.rule for f in report.findings] == rules


@pytest.mark.parametrize(
    ("old", "new", "line", "text"),
    [
        ("Retail,Revenue,411", 'Retail,Revenue,"411', 6, '"411,USD million'),
        ("2025-Q1,Cloud,Growth", '"2025-Q1,Cloud,Growth', 8, '"2025-Q1,Cloud,Growth,12.5,%'),
        ("Margin,10.0,%", 'Margin,10.0,"%', 13, '"%'),
        ("period,seg", 'period,"seg', 1, '"segment,metric,value,unit'),
    ],
)
def test_a_stray_quotation_mark_is_told_where_it_opens(old, new, line, text):
    report = report_on(
        GOOD.replace(old, new), TIDY.replace("title: Seg", "files: ['-']\ntitle: Seg")
    )
    told_of = [f for f in report.findings if "quotation mark" in f.message]
    assert [(f.primary.source.line, f.primary.text) for f in told_of] == [(line, text)]
    assert told_of[0].message == (
        "A quotation mark opens here and is never closed: which field belongs to which cannot be "
        "told."
    )


def test_checks_of_records_that_stand_many_times_are_counted_and_not_listed():
    report = report_on(GOOD + "2025-Q1,Total,Revenue,1,USD million\n" * 400)
    again = report_on(GOOD + "2025-Q1,Total,Income,1,USD million\n2025-Q1,Total,Margin,1,%\n" * 400)
    assert not [one for one in report.remarks if "listed" in one]
    assert [one for one in again.remarks if "listed" in one]


def test_a_finding_names_the_key_and_shows_the_line():
    report = report_on(GOOD.replace('"1,312"', '"1,302"'))
    (finding,) = report.findings
    assert finding.message.startswith(
        "period 2025-Q1, segment Total, metric Revenue is printed as 1,302, but its parts give"
        " 1,312: 901 + 411 = 1,312."
    )
    source = finding.primary.source
    assert (source.row, source.col, source.column, source.end_column) == (7, 4, 24, 29)
    assert (source.row_label, source.column_label) == (
        "period 2025-Q1, segment Total, metric Revenue", "value",
    )  # fmt: skip
    shown = report.shown[source, "1,302"]
    assert (shown.label, shown.text[shown.start : shown.end]) == ("7", "1,302")
    assert finding.broken == ("seg.growth",)


def test_a_finding_keeps_its_id_when_records_are_added_before_it():
    wrong = GOOD.replace('"1,312"', '"1,302"')
    more = wrong.replace(HEADER, HEADER + "2023-Q1,Cloud,Revenue,700,USD million\n")
    (before,), (after,) = report_on(wrong).findings, report_on(more).findings
    assert before.id == after.id
    other = report_on(wrong.replace('"1,302"', '"1,303"')).findings[0]
    assert other.id != before.id


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("2025-Q1,Total,Growth,9.1,%\n", "seg.growth: 1 check was not carried out: a figure is"),
        ("2025-Q1,Total,Revenue,9,USD\n", "seg.total: 1 check was not carried out: a figure is"),
        (
            "2024-Q1,Cloud,Revenue,-5,USD\n2025-Q1,Cloud,Revenue,5,USD\n2025-Q1,Cloud,Growth,9,%\n",
            "seg.growth: 1 check was not carried out: the figure that it grew from may be zero",
        ),
        (
            "2025-Q1,Total,Revenue,9,USD\n2025-Q1,A,Revenue,4,USD\n2025-Q1,A,Revenue,5,USD\n",
            "seg.total: 1 check was not carried out: a record stands more than once",
        ),
    ],
)
def test_what_is_absent_is_no_zero_and_is_told(text, remark):
    report = report_on(HEADER + text, NEEDING_NOTHING)
    assert report.count(Status.NOT_CHECKABLE) == 1
    assert [f.rule for f in report.findings] in ([], ["seg.key"])
    assert any(one.startswith(remark) for one in report.remarks), report.remarks


WIDE = """\
pack: wide
title: A column each
files: "*.csv"
columns:
  quarter: period
  a: figure
  b: figure
  total: {type: figure, nullable: true}
  yoy: {type: figure, nullable: true}
  staff: {type: integer, required: false}
key: quarter
rules:
  - {id: total, title: t, sum: total, of: [a, b]}
  - id: yoy
    title: t
    growth: yoy
    of: total
    over: {column: total, when: a year before}
    as: a number
  - {id: year, title: t, sum: {column: total}, of: {when: its quarters}}
"""


@pytest.mark.parametrize(
    ("text", "findings"),
    [
        ("quarter,a,b,total,yoy\n2024-Q1,1.1,2.2,3.3,\n2025-Q1,2.2,2.2,4.4,0.33\n", []),
        (
            "quarter,a,b,total,yoy\n2024-Q1,11,22,33,\n2025-Q1,22,22,44,0.43\n",
            [("wide.yoy", 3, "0.43", "0.33")],
        ),
        ("quarter;a;b;total;yoy\n2024-Q1;1.1;2.2;5.3;\n", [("wide.total", 2, "5.3", "3.3")]),
        ("quarter\ta\tb\ttotal\tyoy\n2024\t1\t2\t\t\n", []),  # nothing to check is no error
        (
            "quarter,a,b,total,yoy\n" + "".join(f"2024-Q{q},10,0,10,\n" for q in (1, 2, 3, 4))
            + "2024,40,0,44,\n",
            [("wide.total", 6, "44", "40")],
        ),
        (
            "quarter,a,b,total\n2024-Q1,1,2,3\n",
            [("wide.columns", 1, "quarter, a, b, total", "yoy")],
        ),
        (
            "quarter,a,b,total,yoy,staff\n2024-Q1,1,2,3,,4.5\n",
            [("wide.columns", 2, "4.5", "")],
        ),
    ],
)  # fmt: skip
def test_wide_files(tmp_path, text, findings):
    path = tmp_path / "x.csv"
    path.write_text(text, encoding="utf-8")
    report = data_report(str(path), [pack_of(WIDE)])
    assert report is not None
    assert told(report) == findings


@pytest.mark.parametrize(
    ("name", "text", "declared"),
    [
        ("a.csv", "quarter,a,b,total,yoy\n", True),
        ("a.txt", "quarter,a,b,total,yoy\n2024,1,2,3,\n", False),
        ("a.csv", "", False),
        ("a.csv", "Revenue,12\nCost,5\n", True),  # its name says so: its columns are missing
    ],
)
def test_which_files_are_data_files(tmp_path, name, text, declared):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert (data_report(str(path), [pack_of(WIDE)]) is not None) is declared


def test_without_a_name_the_required_columns_tell():
    pack = pack_of(WIDE.replace('files: "*.csv"\n', ""))
    for header, declared in (("quarter,a,b,total,yoy\n", True), ("quarter,a,b,total\n", False)):
        assert (data_report("-", [pack], stdin=header.encode()) is not None) is declared


def test_a_file_that_two_rule_files_declare_is_refused():
    with pytest.raises(UnreadableError, match="more than one rule file"):
        data_report("-", [pack_of(TIDY), pack_of(TIDY)], stdin=GOOD.encode())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp932"])
def test_any_encoding_is_read(encoding):
    text = GOOD.replace("Retail", "小売部門").replace("Cloud", "クラウド").replace("—", "-")
    text = text.replace('"1,312"', '"1,302"')
    report = data_report("-", [pack_of(TIDY)], stdin=text.encode(encoding))
    assert report is not None
    assert told(report) == [("seg.total", 7, "1,302", "1,312")]


def test_without_pyarrow_all_is_the_same(monkeypatch):
    text = GOOD.replace('"1,312"', '"1,302"').replace("Margin,10.0", "Margn,10.0")
    usual = report_on(text)
    for name in ("pyarrow", "pyarrow.csv"):
        monkeypatch.setitem(sys.modules, name, None)
    assert report_on(text) == usual


@pytest.mark.parametrize("jobs", [1, 2])
def test_data_files_and_statements_are_audited_together(tmp_path, jobs):
    (tmp_path / "data.csv").write_text(GOOD.replace('"1,312"', '"1,302"'), encoding="utf-8")
    (tmp_path / "notes.md").write_text("Revenue was 12 million.\n", encoding="utf-8")
    rules = tmp_path / "seg.yaml"
    rules.write_text(TIDY, encoding="utf-8")
    report = audit([str(tmp_path)], rules=[str(rules)], jobs=jobs)
    assert [len(document.findings) for document in report.documents] == [1, 0]


def test_a_csv_file_that_no_rule_file_declares_stays_a_statement(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("Item,2025\nRevenue,10\nCost,4\nProfit,6\n", encoding="utf-8")
    rules = tmp_path / "seg.yaml"
    rules.write_text(TIDY, encoding="utf-8")
    (document,) = audit([str(path)], rules=[str(rules)]).documents
    assert "seg" not in document.packs


def test_the_sample_is_right_and_its_rules_pass_their_examples():
    samples = Path(__file__).parents[2] / "samples"
    rules = str(samples / "data-segments.yaml")
    (document,) = audit([str(samples / "data-segments.csv")], rules=[rules]).documents
    assert (document.findings, document.printed - document.tied) == ((), 0)
    outcomes = examples_outcome([rules])
    assert len(outcomes) == 5
    assert all(outcome.ok for outcome in outcomes)


def test_the_sample_of_files_that_belong_together_has_one_wrong_figure():
    folder = Path(__file__).parents[2] / "samples" / "data-filing"
    report = audit([str(folder)], rules=[str(folder / "filing.yaml")])
    (found,) = report.findings
    assert (report.unread, len(report.documents)) == ((), 6)
    assert (found.rule, found.printed, found.expected) == ("filing.segments.total", "881", "811")


def test_only_the_rules_that_are_asked_are_carried_out():
    wrong = GOOD.replace('"1,312"', '"1,302"').replace("Margin,10.0", "Margn,10.0")
    asked = {
        "select": Selection(select=("seg.growth",)),
        "ignore": Selection(ignore=("seg.total", "seg.columns")),
        "severity": Selection(severity=(("seg", Severity.WARNING),)),
    }
    found = {name: report_on(wrong, selection=one).findings for name, one in asked.items()}
    assert {f.rule for f in found["select"]} == {f.rule for f in found["ignore"]} == {"seg.growth"}
    assert {f.severity for f in found["severity"]} == {Severity.WARNING}


def test_a_finding_is_explained(tmp_path):
    data, rules = tmp_path / "data.csv", tmp_path / "seg.yaml"
    data.write_text(GOOD.replace('"1,312"', '"1,302"'), encoding="utf-8")
    rules.write_text(TIDY, encoding="utf-8")
    (document,) = audit([str(data)], rules=[str(rules)]).documents
    text = derivation(*explained(document.findings[0].id, str(data), rules=[str(rules)]), View())
    assert "901 + 411 = 1,312" in text


def test_rules_are_tried_on_their_examples():
    pack = pack_of(TIDY)
    assert pack.data is not None
    total, margin, _ = pack.data.rules
    assert statuses_in(GOOD, pack, total) == {Status.HOLDS}
    assert statuses_in(HEADER + "2025,A,Margin,5,%\n", pack, margin) == {Status.NOT_CHECKABLE}


def test_parquet_keeps_scales_and_has_no_lines(tmp_path):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "x.parquet"
    columns = {
        "quarter": ["2024-Q1", "2024-Q2"],
        "a": pa.array([Decimal("1.10"), Decimal("2.00")], pa.decimal128(12, 2)),
        "b": [2.2, 0.1],
        "total": pa.array([Decimal("3.30"), Decimal("2.90")], pa.decimal128(12, 2)),
        "yoy": pa.array([None, None], pa.float64()),
        "staff": pa.array([12, 13], pa.int64()),
    }
    parquet.write_table(pa.table(columns), path)
    pack = pack_of(WIDE.replace("*.csv", "*.parquet"))
    report = data_report(str(path), [pack])
    assert report is not None
    (finding,) = report.findings
    source = finding.citations[0].source
    assert (source.line, source.row, source.table) == (None, 2, 1)
    assert {citation.text for citation in finding.citations} == {"2.90", "2.00", "0.1"}
    (unread,) = audit([str(path)]).unread
    assert "rule file" in unread.reason


@pytest.mark.parametrize("start, end", [(4, 64), (-40, -8)], ids=["a page", "what it holds"])
def test_a_damaged_parquet_file_is_told(tmp_path, start, end):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "x.parquet"
    columns = {name: ["2024-Q1"] for name in ("quarter", "a", "b", "total", "yoy", "staff")}
    parquet.write_table(pa.table(columns), path)
    data = bytearray(path.read_bytes())
    data[start:end] = b"\xff" * (end - start)
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match="no Parquet file, or a broken one"):
        data_report(str(path), [pack_of(WIDE.replace("*.csv", "*.parquet"))])


amount = st.decimals(500, 5000, places=6)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_data_from_unrounded_values_is_never_accused_and_one_error_is(data):
    text = HEADER
    years = data.draw(st.lists(st.tuples(amount, amount, amount), min_size=2, max_size=5))

    def shown(value, places):
        return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)

    before = None
    for number, parts in enumerate(years):
        total = sum(parts)
        for segment, value in (*zip("ABC", parts, strict=True), ("Total", total)):
            text += f"{2010 + number},{segment},Revenue,{shown(value, 2)},USD\n"
        if before:
            text += f"{2010 + number},Total,Growth,{shown((total / before - 1) * 100, 1)},%\n"
        before = total
    report = report_on(text, NEEDING_NOTHING)
    assert report.findings == ()
    assert report.count(Status.HOLDS) == 2 * len(years) - 1
    lines = text.split("\n")
    wrong = data.draw(st.integers(0, len(years) - 2))
    place = next(n for n, line in enumerate(lines) if line.startswith(f"{2011 + wrong},Total,Gr"))
    cells = lines[place].split(",")
    cells[3] = str(Decimal(cells[3]) + 7)
    lines[place] = ",".join(cells)
    assert [line for _, line, _, _ in told(report_on("\n".join(lines), NEEDING_NOTHING))] == [
        place + 1
    ]
