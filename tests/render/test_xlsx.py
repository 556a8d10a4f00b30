"""The report as a workbook, as a spreadsheet program reads it."""

import io
from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from auditor.auditing.many_files import audit
from auditor.model.report import Report
from auditor.model.waiver import Waived, Waiver
from auditor.render import View, endings, shows_documents
from auditor.render._workbook import Column, Sheet, workbook
from auditor.render.xlsx import render

STATEMENT = """\
# Gannet Ferries

(JPY million)

| | 2025 | 2024 | 2023 |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 7,001 |
| Freight | 2,238 | 2,109 | 1,950 |
| Charter | 640 | 711 | 702 |
| Total | {total} | 10,197 | 9,653 |
| Ships | 41 | 37 | 36 |
"""


def sheets(written):
    book = openpyxl.load_workbook(io.BytesIO(written))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def rows(written, sheet):
    """The sheet's rows as dicts by the titles of its columns."""
    titles, *found = sheets(written)[sheet]
    return [dict(zip(titles, row, strict=True)) for row in found]


@pytest.fixture
def audited(tmp_path):
    def audits(**values):
        (tmp_path / "a.md").write_text(STATEMENT.format(**values), encoding="utf-8")
        return audit([str(tmp_path / "a.md")], shown=True)

    return audits


def test_a_finding_is_a_row(audited):
    (row,) = rows(render(audited(total="11,920"), View()), "Findings")
    assert (row["Severity"], row["Printed"], row["Expected"]) == ("error", "11,920", "11,290")
    assert (row["Section"], row["Status"]) == ("Gannet Ferries", "open")
    assert "should read 11,290" in row["Most likely wrong"]
    assert row["Figures"].startswith("11,920 at 10:")


def test_a_figure_is_a_row_with_what_it_was_tied_to(audited):
    found = {
        row["Figure"]: row for row in rows(render(audited(total="11,290"), View()), "Tick list")
    }
    assert len(found) == 15
    fares = found["7,377"]
    assert (fares["Tied"], fares["Checks"], fares["Section"]) == ("tied", 1, "Gannet Ferries")
    assert fares["Tied to"] == "10,197 = 7,377 + 2,109 + 711, to the digit"
    assert fares["Places"] == "10:20, 8:21, 9:19"
    assert (found["37"]["Tied"], found["37"]["Checks"]) == ("not tied", 0)
    assert found["37"]["Why not tied"].startswith("no check covers it")


def test_the_tick_list_counts_as_the_report_does(audited):
    report = audited(total="11,920")
    found = [row["Tied"] for row in rows(render(report, View()), "Tick list")]
    (document,) = report.documents
    assert found.count("tied") == document.tied
    assert found.count("contradicted") == document.contradicted
    assert len(found) == document.printed


def test_what_was_accepted_is_a_row_with_its_reason(report):
    (document,) = report.documents
    waiver = Waiver("aa00", "Rounded up on purpose.", "Finance", date(2027, 3, 31))
    waived = replace(document, waived=(Waived(document.findings[1], waiver),))
    found = rows(render(Report((waived,)), View()), "Findings")
    assert found[-1]["Status"] == "accepted"
    assert found[-1]["Reason"] == "Rounded up on purpose."


def test_what_was_not_read_is_told(report):
    found = rows(render(report, View()), "Not checked")
    assert (found[0]["Document"], found[0]["What"]) == ("scan.pdf", "not read")


def test_the_summary_has_what_a_reviewer_signs(report):
    found = {row[0]: row[1] for row in sheets(render(report, View()))["Summary"] if row[0]}
    assert found["SHA-256"] == "0" * 64
    assert (found["Figures printed"], found["tied"], found["errors"]) == (5, 3, 1)
    assert {"Reviewed by", "Date", "Signature"} <= found.keys()


def test_notes_are_for_the_strict(report):
    count = [len(rows(render(report, View(strict=strict)), "Findings")) for strict in (False, True)]
    assert count == [2, 3]


def test_the_same_report_gives_the_same_bytes(report):
    assert render(report, View()) == render(report, View())


def test_it_needs_the_documents_and_is_called_xlsx():
    assert shows_documents("xlsx")
    assert endings("xlsx") == (".xlsx",)


@pytest.mark.parametrize("text, shown", [
    ("=1+1", "=1+1"),
    ("a\x00\x1bb", "a\\x00\\x1bb"),
    ('<b> & "c"', '<b> & "c"'),
    (" two\nlines ", " two\nlines "),
    ("売上高", "売上高"),
    ("x" * 40_000, f"{'x' * 32_765} …"),
])  # fmt: skip
def test_whatever_a_text_holds_is_a_text(text, shown):
    written = workbook([Sheet("List", (Column("Text", 10),), [[text]])])
    cell = openpyxl.load_workbook(io.BytesIO(written))["List"]["A2"]
    assert (cell.value, cell.data_type) == (shown, "s")


def test_a_list_is_headed_filtered_and_printed_with_its_heading():
    listed = Sheet("A & 'B' on C", (Column("One", 10), Column("Two", 20)), [["x", 1], ["y", 2]])
    sheet = openpyxl.load_workbook(io.BytesIO(workbook([listed]))).worksheets[0]
    assert (sheet.auto_filter.ref, sheet.freeze_panes) == ("A1:B3", "A2")
    assert (sheet.print_title_rows, sheet.page_setup.orientation) == ("$1:$1", "landscape")
    assert sheet["B3"].value == 2
