import csv
import io
from dataclasses import replace

import pytest

from auditor.model.frames import findings_columns
from auditor.model.report import Report
from auditor.render import View
from auditor.render.csv import render


def rows(report):
    return list(csv.DictReader(io.StringIO(render(report, View()))))


def test_a_row_for_each_figure_cited(report):
    found = rows(report)
    assert list(found[0]) == [*findings_columns()]
    assert [r["text"] for r in found if r["severity"] == "error"] == ["+5.6%", "26,444", "25,000"]


def test_without_findings_there_are_only_the_columns(make_document):
    assert (
        render(Report((make_document(findings=()),)), View()) == ",".join(findings_columns()) + "\n"
    )


@pytest.mark.parametrize("text, written", [
    ("=HYPERLINK(A1)", "'=HYPERLINK(A1)"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("-cmd", "'-cmd"),
    ("+5.6%", "+5.6%"),
    ("-1,204", "-1,204"),
    ("Total", "Total"),
])  # fmt: skip
def test_no_text_is_taken_for_a_formula(make_document, text, written):
    document = make_document()
    risky = replace(document.findings[-1], message=text)
    assert rows(Report((replace(document, findings=(risky,)),)))[0]["message"] == written
