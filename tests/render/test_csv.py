import csv
import io
from dataclasses import replace

import pytest

from auditor.model.frames import findings_columns
from auditor.model.report import Report
from auditor.render import View
from auditor.render.csv import inert, render


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
    ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
    ("+1 A1", "'+1 A1"),
    ("  =1", "'  =1"),
    ("\t=1", "' =1"),
    ("\r=1", "'\\r=1"),
    ("＝1", "'＝1"),
    ("::error::x", "'::error::x"),
    ("\x1b[31mTotal", "\\x1b[31mTotal"),
    ("Total\n=1", "Total =1"),
    ("-", "-"),
    ("-3.4 points", "-3.4 points"),
    ("-$1,204", "-$1,204"),
    ("% of sales", "% of sales"),
    ("+5.6%", "+5.6%"),
    ("-1,204", "-1,204"),
    ("Total", "Total"),
])  # fmt: skip
def test_no_text_is_taken_for_a_formula(make_document, text, written):
    document = make_document()
    risky = replace(document.findings[-1], message=text)
    assert rows(Report((replace(document, findings=(risky,)),)))[0]["message"] == written


@pytest.mark.parametrize("path", ["=cmd.md", "+1+2.md", "@a.md", "::error::.md"])
def test_no_path_is_taken_for_a_formula(make_document, path):
    (first, *_) = rows(Report((replace(make_document(), path=path),)))
    assert first["path"] == f"'{path}"


def test_a_signed_number_is_read_back_in_no_time():
    assert inert("+" + "1 " * 100_000 + "x!").startswith("'")
