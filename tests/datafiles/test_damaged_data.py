"""Data files and examples that are not what their rule file says: told, never a crash."""

from pathlib import Path

import auditor
from auditor.auditing.examples import examples_outcome

SAMPLE = Path(__file__).parents[2] / "samples" / "data-segments.yaml"


def test_a_key_without_its_column_beside_a_record_too_short(tmp_path):
    file = tmp_path / "data-segments.csv"
    file.write_text(
        "period,segment,measure,value,unit\n2023-Q1,Ferries,Revenue,435.5,USD million\n2023-Q2\n",
        encoding="utf-8",
    )
    report = auditor.audit([str(file)], rules=[str(SAMPLE)])
    assert report.unread == ()
    assert any("column metric is missing" in f.message for f in report.findings)


def test_an_example_that_cannot_be_read(tmp_path):
    twice = SAMPLE.read_text("utf-8").replace(
        "period,segment,metric,value,unit", "period,segment,metric,value,value", 1
    )
    rules = tmp_path / "rules.yaml"
    rules.write_text(twice, encoding="utf-8")
    wrong = [one.got for one in examples_outcome([str(rules)]) if not one.ok]
    assert wrong == ["not readable: several of its columns are called value"]
