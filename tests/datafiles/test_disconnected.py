"""Data files that are no longer what their rule file looks for: each is told, none passes."""

import pytest

from auditor.auditing.many_files import audit
from auditor.datafiles import data_report
from auditor.model.relation import Severity
from auditor.rulebook.files.loading import parsed_pack

RULES = """\
pack: segments
title: Segments
files: "segments*.csv"
columns:
  period: period
  segment: text
  metric: text
  value: figure
key: [period, segment, metric]
rules:
  - id: total
    title: t
    sum: {segment: Total, metric: [Sales, Profit]}
    of: {segment: others}
  - id: parts
    title: t
    sum: {segment: Total, metric: Sales}
    of: {segment: [Café, Bar]}
  - id: margin
    title: t
    ratio: {metric: Margin}
    of: {metric: Profit}
    to: {metric: Sales}
    as: per cent
  - id: growth
    title: t
    growth: {metric: Growth}
    of: {metric: Sales}
    over: {metric: Sales, when: a year before}
"""
VALUES = "metric: {type: text, values: [Sales, Profit, Margin, Growth]}"


def data_text():
    lines = ["period,segment,metric,value"]
    for year in (2024, 2025):
        for quarter in (1, 2):
            for segment, sales, profit in (("Café", 100, 10), ("Bar", 60, 12), ("Total", 160, 22)):
                key = f"{year}-Q{quarter},{segment}"
                lines += [f"{key},Sales,{sales}", f"{key},Profit,{profit}"]
                lines += [f"{key},Margin,{profit / sales * 100:.1f}"]
                lines += [f"{key},Growth,0.0"] if year == 2025 else []
    return "\n".join(lines) + "\n"


DATA = data_text()


def told(folder, text=DATA, name="segments.csv", rules=RULES, encoding="utf-8"):
    """Every error and every path that could not be audited, in words."""
    (folder / name).write_bytes(text.encode(encoding))
    (folder / "rules.yaml").write_text(rules, encoding="utf-8")
    report = audit([str(folder / name)], rules=[str(folder / "rules.yaml")])
    errors = [f.message for f in report.findings if f.severity is Severity.ERROR]
    return errors + [one.reason for one in report.unread]


def test_a_file_that_is_what_its_rules_look_for(tmp_path):
    assert told(tmp_path) == []


def renamed(old, new):
    return DATA.replace(old, new)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": "figures.csv"}, ["no file is called segments*.csv"]),
        (
            {"name": "figures.csv", "rules": RULES.replace('files: "segments*.csv"\n', ""),
             "text": renamed("period,segment", "period,division")},
            ["no file has all its columns: period, segment, metric, value"],
        ),
        ({"text": renamed("metric", "metrics")}, ["column metric is missing; is it metrics?"]),
        (
            {"text": renamed("metric", "line")},
            ["column metric is missing; the file has line."],
        ),
        ({"text": renamed("value", "Value")}, ["column value is missing; is it Value?"]),
        (
            {"text": renamed("Total", "Group total")},
            [("segments.total and segments.parts looked for segment Total; no record has it. "
             "The file has Group total.")],
        ),
        (
            {"text": renamed("Profit", "EBIT")},
            [("segments.total and segments.margin looked for metric Profit; no record has it. "
             "The file has EBIT.")],
        ),
        ({"text": renamed("Bar", "Pub")}, ["segments.parts looked for segment Bar;", "has Pub."]),
        (
            {"text": renamed("Margin", "margin"),
             "rules": RULES.replace("metric: text",
                                    VALUES)},
            ["metric: margin is none of Sales, Profit, Margin or Growth", "Did you mean Margin?"],
        ),
        ({"text": renamed("segment,metric", "metric,segment")}, ["looked for segment Total"]),
        ({"text": renamed("-Q", ".q")}, ["no period"]),
        (
            {"text": "\n".join(line.replace("-Q", "Q") if "Total" in line else line
                               for line in DATA.split("\n"))},
            [("segments.total checks nothing. Not one of its 8 checks could be carried out: what "
             "period 2024Q1, segment Total, metric Sales follows from is not in the file.")],
        ),
        ({"text": ""}, ["empty"]),
        ({"text": "period,segment,metric,value\n"}, ["The file has no records"]),
        ({"text": renamed("é", "\u00c3\u00a9")}, ["looked for segment Café"]),
    ],
)  # fmt: skip
def test_what_disconnects_a_rule_is_told(tmp_path, change, words):
    found = told(tmp_path, **change)
    assert found
    for word in words:
        assert any(word in one for one in found), (word, found)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_another_encoding_disconnects_nothing(tmp_path, encoding):
    assert told(tmp_path, encoding=encoding) == []


def test_one_rule_file_of_a_folder_that_applies_to_nothing_is_told(tmp_path):
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "a.yaml").write_text(RULES, encoding="utf-8")
    (rules / "b.yaml").write_text(
        RULES.replace("pack: segments", "pack: others").replace("segments*", "others*"),
        encoding="utf-8",
    )
    (tmp_path / "segments.csv").write_text(DATA, encoding="utf-8")
    alone = audit([str(tmp_path / "segments.csv")], rules=[str(rules)])
    assert alone.unread == ()  # one file of a commit: the others are audited elsewhere
    report = audit([str(tmp_path)], rules=[str(rules)])
    assert [(one.path, one.reason) for one in report.unread] == [
        (
            (rules / "b.yaml").as_posix(),
            "its rules applied to nothing: no file is called others*.csv",
        )
    ]


def test_rules_for_data_files_are_not_missed_where_only_documents_are_audited(tmp_path):
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "a.yaml").write_text(RULES, encoding="utf-8")
    (rules / "b.yaml").write_text(
        "pack: acme\ntitle: Acme\nrules:\n  - id: profit\n    title: t\n"
        "    difference: Profit\n    of: Sales\n    less: Cost\n",
        encoding="utf-8",
    )
    text = "| | 2025 |\n|---|---|\n| Sales | 10 |\n| Cost | 4 |\n| Profit | 6 |\n"
    (tmp_path / "acme.md").write_text(text, encoding="utf-8")
    report = audit([str(tmp_path / "acme.md")], rules=[str(rules)])
    assert report.unread == ()
    (tmp_path / "figures.csv").write_text(DATA, encoding="utf-8")
    report = audit([str(tmp_path)], rules=[str(rules)])
    assert [one.path for one in report.unread] == [(rules / "a.yaml").as_posix()]


@pytest.mark.parametrize(
    ("rule", "severities"),
    [
        ("sum: {metric: Rent}\n    of: {metric: [Sales, Profit]}", [Severity.ERROR]),
        ("sum: {metric: Rent}\n    of: {metric: [Sales, Profit]}\n    required: false", []),
        ("tie: {segment: Total, metric: Cost}\n    with: {metric: Sales}", [Severity.ERROR]),
        (
            (
                "growth: {metric: Growth}\n    of: {metric: Sales}\n"
                "    over: {metric: Sales, when: the period before}"
            ),
            [Severity.WARNING],
        ),
    ],
)
def test_how_severe_a_rule_is_that_checks_nothing(rule, severities):
    head = RULES[: RULES.index("rules:")].replace('files: "segments*.csv"\n', "")
    pack, mistakes = parsed_pack(f"{head}rules:\n  - id: r\n    title: t\n    {rule}\n", "p.yaml")
    assert pack is not None, mistakes
    lines = [line for line in DATA.split("\n") if "2024-Q2" not in line and "2025-Q1" not in line]
    records = "\n".join(lines) + "2025-Q2,Bar,Cost,5\n"
    report = data_report("-", [pack], stdin=records.encode())
    assert report is not None
    assert [finding.severity for finding in report.findings] == severities


ALLOWED = RULES.replace("segment: text", "segment: {type: text, values: [Café, Bar, Kiosk, Total]}")
ALLOWED = ALLOWED[: ALLOWED.index("  - id: parts")]


WITHOUT = (
    "No record has segment Bar or Kiosk, which segments.total adds up: without, all of its 8 checks"
    " fail. period 2024-Q1, segment Total, metric Sales is printed as 160, but its parts give 100:"
    " 100 = 100."
)


@pytest.mark.parametrize(
    "left_out, said",
    [
        (",Kiosk,", []),  # which no record has: the file does without it, and everything holds
        (",Bar,", [WITHOUT]),
    ],
)
def test_a_member_that_no_record_has_is_missing_where_every_sum_fails(tmp_path, left_out, said):
    kept = "".join(line for line in DATA.splitlines(keepends=True) if left_out not in line)
    assert told(tmp_path, kept, rules=ALLOWED) == said


@pytest.mark.parametrize("periods", [4, 1])
def test_a_figure_is_wrong_where_other_sums_hold_or_there_are_none(tmp_path, periods):
    wrong = DATA.replace("2024-Q1,Total,Sales,160", "2024-Q1,Total,Sales,180")
    if periods == 1:
        lines = wrong.splitlines(keepends=True)
        wrong = lines[0] + "".join(one for one in lines if "2024-Q1" in one and "Profit" not in one)
    said = told(tmp_path, wrong, rules=ALLOWED)
    assert any("2024-Q1, segment Total, metric Sales is printed as 180" in one for one in said)
