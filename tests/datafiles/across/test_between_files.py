"""Rules between files: one wrong figure or missing record is told once, in the file it is in."""

import pytest

from auditor.auditing.examples import outcomes
from auditor.auditing.explain import explained
from auditor.auditing.many_files import audit
from auditor.model.relation import Kind, Severity
from auditor.model.verdict import Status
from auditor.render import View, rendering
from auditor.rulebook.files.loading import parsed_pack

RULES = """\
pack: filing
title: Segments and statements
groups:
  segments:
    files: "segments*.csv"
    columns:
      period: period
      segment: {type: text, values: [Cloud, Devices, Total]}
      metric: text
      value: {type: figure, unit: USD million}
    key: [period, segment, metric]
    rules:
      - id: total
        title: The segments add up
        sum: {segment: Total}
        of: {segment: others}
  statements:
    files: "statements*.csv"
    columns:
      quarter: period
      line: text
      amount: {type: figure, unit: USD thousand}
    key: [quarter, line]
across:
  - id: revenue
    title: The segments' revenue is that of the statements
    tie: {in: statements, line: Revenue}
    with: {in: segments, segment: Total, metric: Revenue}
    by: {segments: period, statements: quarter}
  - id: parts
    title: The segments' revenues add up to that of the statements
    sum: {in: statements, line: Revenue}
    of: {in: segments, segment: [Cloud, Devices], metric: Revenue}
    by: {segments: period, statements: quarter}
"""
SEGMENTS = """\
period,segment,metric,value
2025-Q1,Cloud,Revenue,801
2025-Q1,Devices,Revenue,402
2025-Q1,Total,Revenue,1203
2025-Q2,Cloud,Revenue,811
2025-Q2,Devices,Revenue,412
2025-Q2,Total,Revenue,1223
2025-Q3,Cloud,Revenue,901
2025-Q3,Devices,Revenue,411
2025-Q3,Total,Revenue,1312
"""
STATEMENTS = """\
quarter,line,amount
Q1 2025,Revenue,1203012
Q2 2025,Revenue,1223400
Q3 2025,Revenue,1311900
Q3 2025,Cost,17
"""
QUARTERLY = """\
pack: quarterly
title: A file a quarter
groups:
  results:
    files: "results-*.csv"
    columns: {period: period, line: text, amount: {type: figure, unit: EUR million}}
    key: [period, line]
across:
  - id: comparatives
    title: What a later file shows again is what the earlier one said
    again: {in: results}
"""
QUARTERS = {
    "results-1.csv": (
        "period,line,amount\n2025-Q1,Cloud,12.3\n2025-Q1,Devices,4.5\n2025-Q1,Cost,3\n"
    ),
    "results-2.csv": (
        "period,line,amount\n2025-Q2,Cloud,13.3\n2025-Q2,Devices,4.7\n2025-Q2,Cost,3.1\n"
        "2025-Q1,Cloud,12.3\n2025-Q1,Devices,4.5\n2025-Q1,Cost,3.0\n"
    ),
    "results-3.csv": (
        "period,line,amount\n2025-Q3,Cloud,14.0\n2025-Q3,Devices,4.9\n2025-Q3,Cost,3.3\n"
        "2025-Q2,Cloud,13.3\n2025-Q2,Devices,4.7\n2025-Q2,Cost,3.1\n"
    ),
}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def written(files, rules):
        for name, text in files.items():
            (tmp_path / name).write_text(text, encoding="utf-8")
        (tmp_path / "rules.yml").write_text(rules, encoding="utf-8")
        return tmp_path

    return written


@pytest.fixture
def checked(folder):
    """The audit of a folder of files by one rule file."""

    def run(files, rules=RULES, **options):
        folder(files, rules)
        paths = options.pop("paths", ["."])
        return audit(paths, rules=["rules.yml"], exclude=["*.yml"], **options)

    return run


def both(segments=SEGMENTS, statements=STATEMENTS):
    return {"segments.csv": segments, "statements.csv": statements}


def replaced(files, name, old, new):
    assert old in files[name]
    return {**files, name: files[name].replace(old, new)}


def shown(report):
    return [
        (one.citations[0].source.path, one.citations[0].source.line, one.printed, one.expected)
        for one in report.findings
    ]


@pytest.mark.parametrize(
    ("files", "rules"),
    [
        (both(), RULES),
        (QUARTERS, QUARTERLY),
        ({**both(), "segments-2.csv": SEGMENTS.replace("2025", "2024"),
          "statements-2.csv": STATEMENTS.replace("2025", "2024")}, RULES),
    ],
)  # fmt: skip
def test_where_files_agree_nothing_is_said(checked, files, rules):
    report = checked(files, rules)
    assert (report.findings, report.unread) == ((), ())
    assert all(one.count(Status.HOLDS) for one in report.documents if "results-1" not in one.path)


@pytest.mark.parametrize(
    ("files", "rules", "told"),
    [
        # the segments' own sum and the statements tell together which figure is wrong
        (replaced(both(), "segments.csv", "Q2,Cloud,Revenue,811", "Q2,Cloud,Revenue,881"), RULES,
         ("segments.csv", 5, "881", "811")),
        (replaced(both(), "segments.csv", "1223", "1232"), RULES,
         ("segments.csv", 7, "1232", "1223")),
        (replaced(both(), "statements.csv", "1311900", "1321900"), RULES,
         ("statements.csv", 4, "1321900", "1312000")),
        (replaced(QUARTERS, "results-3.csv", "Q2,Devices,4.7", "Q2,Devices,7.4"), QUARTERLY,
         ("results-3.csv", 6, "7.4", "4.7")),
        (replaced(QUARTERS, "results-1.csv", "12.3", "13.2"), QUARTERLY,
         ("results-1.csv", 2, "13.2", "12.3")),
    ],
)  # fmt: skip
def test_one_wrong_figure_is_one_finding_in_its_file(checked, files, rules, told):
    report = checked(files, rules)
    assert shown(report) == [told]
    (finding,) = report.findings
    assert {one.source.path for one in finding.citations} > {told[0]}
    assert "in " + told[0] in finding.message or finding.kind is Kind.SUM


def test_each_file_says_in_words_where_its_figures_stand(checked):
    files = replaced(both(), "statements.csv", "1311900", "1321900")
    (finding,) = checked(files).findings
    assert "1321900 in statements.csv at line 4, but 1312 in segments.csv at line 10" in (
        finding.message
    )
    files = replaced(both(), "segments.csv", "Total", "Whole").pop("segments.csv")
    sums = RULES.replace("values: [Cloud, Devices, Total]", "pattern: '.*'")
    (finding,) = (
        one
        for one in checked(
            both(files.replace("901", "991"), STATEMENTS),
            sums.replace("        sum: {segment: Total}", "        sum: {segment: Whole}"),
            selection=_only("filing.parts"),
        ).findings
    )
    assert "against 2 figures in segments.csv at lines 8 to 9" in finding.message
    assert "Most likely wrong is 991 in segments.csv at line 8" in finding.message


def _only(rule):
    from auditor.model.selection import Selection

    return Selection(select=(rule,))


@pytest.mark.parametrize(
    ("files", "rules", "said", "severity"),
    [
        (replaced(both(), "statements.csv", "Q2 2025,Revenue,1223400\n", ""), RULES,
         ("There is no record for quarter 2025-Q2 in statements.csv; segments.csv has one for"
         " period 2025-Q2, segment Total, metric Revenue (1223 at line 7)."), Severity.ERROR),
        (replaced(both(), "statements.csv", "Q3 2025,Revenue,1311900\n", ""), RULES,
         ("There is no record for quarter 2025-Q3, line Revenue in statements.csv; segments.csv has"
         " one for period 2025-Q3, segment Total, metric Revenue (1312 at line 10)."),
         Severity.WARNING),  # the file may end there
        (replaced(QUARTERS, "results-2.csv", "2025-Q1,Cost,3.0\n", ""), QUARTERLY,
         ("There is no record for period 2025-Q1, line Cost in results-2.csv; results-1.csv has one"
         " for period 2025-Q1, line Cost (3 at line 4)."), Severity.ERROR),
        (replaced(QUARTERS, "results-3.csv", "Q2,Devices", "Q2,Device"), QUARTERLY,
         ("There is no record for period 2025-Q2, line Devices in results-3.csv; results-2.csv has"
         " one for period 2025-Q2, line Devices (4.7 at line 3). Is it line Device at line 6?"),
         Severity.ERROR),
    ],
)  # fmt: skip
def test_a_record_on_one_side_only_is_told_once_with_its_key(checked, files, rules, said, severity):
    (finding,) = checked(files, rules).findings
    assert (finding.message, finding.severity) == (said, severity)
    assert finding.kind is Kind.COMPLETENESS


def test_a_record_that_its_own_file_misses_is_not_told_again(checked):
    files = replaced(both(), "segments.csv", "2025-Q2,Cloud,Revenue,811\n", "")
    (finding,) = checked(files).findings
    assert finding.rule == "filing.segments.total"


PARTS = """\
pack: balance
title: Balance and notes
groups:
  balance: {files: b.csv, columns: {date: date, line: text, amount: figure}, key: [date, line]}
  notes: {files: n.csv, columns: {as of: date, part: text, amount: figure}, key: [as of, part]}
across:
  - id: debt
    title: Debt is its parts
    sum: {in: balance, line: Debt}
    of: {in: notes}
    by: {balance: date, notes: as of}
"""
NOTES = "as of,part,amount\n" + "".join(
    f"2025-{month},{part},{amount}\n"
    for month in ("03-31", "06-30", "09-30")
    for part, amount in (("Bonds", 200), ("Loans", 140))
)
BALANCE = "date,line,amount\n2025-03-31,Debt,340\n20250630,Debt,340\n2025-09-30,Debt,340\n"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (
            "2025-06-30",
            "There is no record for as of 20250630, part Loans in n.csv. date 20250630,",
        ),
        ("2025-09-30", "A figure is wrong, or a record missing: there is no record for as of"),
    ],
)
def test_a_part_that_its_neighbours_in_time_have_is_missing(checked, day, said):
    assert checked({"b.csv": BALANCE, "n.csv": NOTES}, PARTS).findings == ()
    files = {"b.csv": BALANCE, "n.csv": NOTES.replace(f"{day},Loans,140\n", "")}
    (finding,) = checked(files, PARTS).findings
    assert finding.message.startswith(said)
    assert finding.kind is Kind.COMPLETENESS
    assert finding.suspects == ()


def test_records_that_need_no_counterpart(checked):
    files = replaced(both(), "statements.csv", "Q2 2025,Revenue,1223400\n", "")
    one_sided = RULES.replace("    by: {seg", "    one-sided: true\n    by: {seg")
    assert checked(files, one_sided).findings == ()


@pytest.mark.parametrize(
    ("files", "said"),
    [
        (both(statements=STATEMENTS.replace("Revenue", "Net sales")),
         "filing.revenue looked for line Revenue; no record has it. The file has Cost or"),
        (both(statements=STATEMENTS.replace("2025", "2024")),
         ("filing.revenue checks nothing: segments.csv has no period that statements.csv has, such"
         " as Q1 2024; it has 2025-Q1, 2025-Q2 or 2025-Q3.")),
    ],
)  # fmt: skip
def test_a_rule_that_relates_nothing_is_an_error(checked, files, said):
    found = checked(files).findings
    assert any(one.message.startswith(said) for one in found)
    assert all(one.severity is Severity.ERROR for one in found)


def test_a_group_without_a_file_is_told_with_the_nearest_name(checked):
    report = checked({"segments.csv": SEGMENTS, "statment.csv": STATEMENTS})
    said = (
        "no file that is audited is one of statements (called statements*.csv); is it statment.csv?"
    )
    assert any(said in one.reason and "filing.revenue" in one.reason for one in report.unread)


def test_a_first_file_has_none_to_repeat(checked):
    report = checked({"results-1.csv": QUARTERS["results-1.csv"]}, QUARTERLY)
    (finding,) = report.findings
    assert finding.severity is Severity.WARNING
    assert "only one file of results is audited" in finding.message


def test_the_same_report_whatever_the_number_of_processes(checked):
    files = replaced(both(), "segments.csv", "901", "991") | {"other.csv": "a,b\n1,2\n"}
    assert checked(files).findings == checked(files, jobs=2).findings


def test_figures_tied_by_another_file_count(checked):
    statements = next(d for d in checked(both()).documents if d.path == "statements.csv")
    assert (statements.printed, statements.tied) == (4, 3)


def test_files_that_take_too_long_are_each_told(checked):
    report = checked(both(), timeout=0.000_001)
    assert {one.path for one in report.unread} == {"segments.csv", "statements.csv"}


def test_explain_reads_the_files_beside(checked):
    files = replaced(QUARTERS, "results-3.csv", "Q2,Devices,4.7", "Q2,Devices,7.4")
    (finding,) = checked(files, QUARTERLY).findings
    assert explained(finding.id, "results-3.csv", rules=["rules.yml"]).finding == finding


def test_files_without_lines(checked, folder):
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    where = folder({}, RULES)
    names = ("quarter", "line", "amount")
    columns = [["Q1 2025", "Q2 2025", "Q3 2025"], ["Revenue"] * 3, [1203012, 1223400, 1321900]]
    parquet.write_table(
        pa.table(dict(zip(names, columns, strict=True))), where / "statements.parquet"
    )
    rules = RULES.replace("statements*.csv", "statements*.parquet")
    report = checked({"segments.csv": SEGMENTS}, rules)
    (finding,) = report.findings
    assert (finding.printed, finding.citations[0].source.path) == ("1321900", "statements.parquet")


EXAMPLES = """\
    examples:
      - holds:
          segments: |
            period,segment,metric,value
            2025-Q1,Total,Revenue,1203
          statements: |
            quarter,line,amount
            Q1 2025,Revenue,1203012
      - violated:
          segments: |
            period,segment,metric,value
            2025-Q1,Total,Revenue,1203
          statements: |
            quarter,line,amount
            Q1 2025,Revenue,1230012
      - violated:
          segments: |
            period,segment,metric,value
            2025-Q1,Total,Revenue,1203
            2025-Q2,Total,Revenue,1203
          statements: |
            quarter,line,amount
            Q1 2025,Revenue,1203012
            Q2 2025,Cost,1203012
"""


def test_examples_are_a_file_for_each_group():
    rules = RULES.replace("    by: {seg", f"{EXAMPLES}    by: {{seg", 1)
    pack, mistakes = parsed_pack(rules, "p.yaml")
    assert pack is not None, mistakes
    assert [(one.expected, one.got) for one in outcomes([pack])] == [
        ("holds", "holds"),
        ("violated", "violated"),
        ("violated", "violated"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "mistake"),
    [
        ("in: segments, segment: Total", "in: segmens, segment: Total",
         "no group `segmens`; did you mean `segments`?"),
        ("{segments: period, statements: quarter}", "period",
         ("no column `period`: expected quarter or line (in statements; where names differ, write"
         " {statements: ..., segments: ...})")),
        ("segment: Total, metric", "segment: Totl, metric",
         "`Totl` is none of the values of segment; did you mean `Total`?"),
        ("    by: {segments: period, statements: quarter}\n", "",
         ("`by`: in which columns the records of statements and segments agree must be said, as the"
         " key tells of no common one")),
        ("in: statements, line", "line",
         "expected a mapping with the key `in` that names a group of files"),
        ("id: parts", "id: segments", "`segments` is the name of a group of files"),
        ("tie: {", "tye: {", "unknown key `tye`; did you mean `tie`?"),
        ("across:", "acros:", "unknown key `acros`; did you mean `across`?"),
        ("with: {in: segments, segment: Total, metric", "with: {in: statements, line",
         "all its figures stand in one group of files: write it under the `rules` of statements"),
        ("segments: period, s", "segments: perod, s", "no column `perod`; did you mean `period`?"),
        ("line: Revenue}", "lin: Revenue}", "no column `lin`; did you mean `line`?"),
    ],
)  # fmt: skip
def test_mistakes_in_the_rule_file(old, new, mistake):
    assert old in RULES
    _, mistakes = parsed_pack(RULES.replace(old, new, 1), "p.yaml")
    assert mistake in [one.message for one in mistakes]


def test_a_folder_of_many_records_is_related_at_once(checked):
    def rows(make):
        return "".join(make(q, n) for q in range(1, 5) for n in range(2_000))

    files = {
        "a.csv": "period,name,amount\n" + rows(lambda q, n: f"2025-Q{q},n{n},{q * n + 10}\n"),
        "b.csv": "period,name,amount\n"
        + rows(lambda q, n: f"2025-Q{q},n{n},{q * n + 10 + (n == 1_777 and q == 3) * 9}\n"),
    }
    rules = """\
pack: two
title: Two files
groups:
  a: {files: a.csv, columns: {period: period, name: text, amount: integer}, key: [period, name]}
  b: {files: b.csv, columns: {period: period, name: text, amount: integer}, key: [period, name]}
across:
  - {id: same, title: The same, tie: {in: a}, with: {in: b}}
"""
    (finding,) = checked(files, rules).findings
    assert {one.text for one in finding.citations} == {"5341", "5350"}


def test_a_file_that_only_others_are_checked_against_was_checked(checked):
    files = {
        "parts.csv": "period,segment,value\n2025-Q1,Cloud,801\n2025-Q1,Devices,402\n",
        "whole.csv": "period,line,amount\n2025-Q1,Revenue,1203\n2025-Q1,Cost,7\n",
    }
    report = checked(files, TWO_FILES)
    for format_ in ("terminal", "markdown", "html"):
        assert "no relation between them" not in rendering(format_)(report, View())


TWO_FILES = """\
pack: two
title: Parts and wholes
groups:
  parts:
    files: "parts.csv"
    columns: {period: period, segment: text, value: {type: figure}}
    key: [period, segment]
  whole:
    files: "whole.csv"
    columns: {period: period, line: text, amount: {type: figure}}
    key: [period, line]
across:
  - id: revenue
    title: The parts add up
    sum: {in: whole, line: Revenue}
    of: {in: parts}
    by: period
"""
