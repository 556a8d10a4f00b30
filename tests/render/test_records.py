"""Failing records: one row each; many findings are told by what they share."""

import io
import json

import pandas as pd
import pytest

from auditor.auditing.many_files import audit
from auditor.model.record_frames import record_columns
from auditor.model.report import Report
from auditor.render import View, endings, html, lists_records, markdown, terminal
from auditor.render.records import render

RULES = """\
pack: stores
title: Stores
columns: {month: period, store: text, kind: {type: text, values: [A, B, All]}, amount: figure}
key: [month, store, kind]
rules:
  - {id: all, title: Kinds add up, sum: {kind: All}, of: {kind: [A, B]}}
"""
HEAD = "month,store,kind,amount\n"


@pytest.fixture
def audited(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "r.yaml").write_text(RULES)

    def run(text, **options):
        (tmp_path / "s.csv").write_text(HEAD + text)
        return audit(["s.csv"], rules=["r.yaml"], **options)

    return run


def listed(report, ending=""):
    """What is written, as bytes."""
    written = render(report, View(ending=ending))
    return written if isinstance(written, bytes) else written.encode()


def frame(report):
    return pd.read_csv(io.BytesIO(listed(report)), dtype=str, keep_default_na=False)


def group(store, a, b, whole):
    return f"2025-01,{store},A,{a}\n2025-01,{store},B,{b}\n2025-01,{store},All,{whole}\n"


def test_schema_and_arithmetic_stand_in_one_frame(audited):
    text = group("x", 1, 2, 3) + group("y", 14, 20, 43) + group("z", "n.a.", 2, 3)
    text += "2025-01,v,C,1\n" + group("w", 1, 2, 3) + "2025-01,w,All,3\n"
    found = frame(audited(text))
    assert list(found) == [*record_columns()]
    shown = found[["line", "key", "schema_context", "check", "printed", "expected"]]
    key = "month 2025-01, store {}, kind {}".format
    assert sorted(map(tuple, shown.to_numpy().tolist())) == sorted(
        [
            ("7", key("y", "All"), "Arithmetic", "sum", "43", "34"),
            ("8", key("z", "A"), "Column", "figure", "n.a.", ""),
            ("11", key("v", "C"), "Column", "values", "C", ""),
            ("14", key("w", "All"), "Column", "schema", "All", ""),
            ("15", key("w", "All"), "Column", "schema", "All", ""),
        ]
    )


@pytest.mark.parametrize("ending", ["", ".csv", ".json", ".parquet"])
def test_the_files_name_tells_the_format(audited, ending):
    report = audited(group("y", 14, 20, 43))
    written = listed(report, ending)
    if ending == ".parquet":
        pytest.importorskip("pyarrow")
        found = pd.read_parquet(io.BytesIO(written)).to_dict("records")
    elif ending == ".json":
        found = json.loads(written)
    else:
        found = pd.read_csv(io.BytesIO(written)).to_dict("records")
    assert [(row["path"], int(row["line"]), str(row["printed"])) for row in found] == [
        ("s.csv", 4, "43")
    ]
    assert lists_records("records")
    assert ending in endings("records")


def test_without_findings_there_are_only_the_columns(audited):
    report = audited(group("x", 1, 2, 3))
    assert render(report, View()) == ",".join(record_columns()) + "\n"
    assert render(Report(()), View(ending=".json")) == "[]\n"


MANY = "".join(group(f"s{n}", 10 + n, 20, 43 + n) for n in range(620)) + "".join(
    f"2025-02,t{n},D,1\n" for n in range(130)
)


def test_all_that_fails_is_listed_where_it_is_asked_for(audited):
    first, every = audited(MANY), audited(MANY, every=True)
    assert (len(first.findings), len(every.findings)) == (600, 750)
    assert any("the first 500 are explained" in one for one in first.documents[0].remarks)
    assert not any("explained" in one for one in every.documents[0].remarks)
    assert len(frame(every)) == 750


def test_many_findings_are_told_by_rule_and_key(audited):
    report = audited(MANY)
    told = terminal.render(report, View())
    assert "600 findings by rule" in told
    assert "500 stores.all  month 2025-01 in 500, kind All in 500" in told
    assert "550 more findings are not shown one by one; `--format records:FILE.csv`" in told
    text = markdown.render(report, View())
    assert "**600 findings by rule:**" in text
    assert "| ❌ 500 | stores.all |" in text
    page = html.render(report, View())
    assert "<h3>600 findings by rule</h3>" in page
    assert (
        '<code>stores.all</code> <span class="where">month 2025-01 in 500, kind All in 500' in page
    )


def test_few_findings_are_each_shown(audited):
    told = terminal.render(audited(group("y", 14, 20, 43)), View())
    assert "findings by rule" not in told
    assert "not shown" not in told
    assert "findings by rule" not in html.render(audited(group("y", 14, 20, 43)), View())
