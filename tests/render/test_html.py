"""The HTML report: the tick list in it, how tables are set, what was not checked."""

import io
import json
import re
from pathlib import Path

import openpyxl
import pytest

from auditor.auditing.many_files import audit
from auditor.findings.marks import marks
from auditor.findings.ticks import tick_list
from auditor.render import View, html, xlsx
from auditor.render import json as as_json
from auditor.render._html.pages import Names, blocks_shown
from auditor.render._html.sections import UNNAMED, sections_shown

ROOT = Path(__file__).parents[2]
SAMPLES = ("samples/iij-2q06.md", "samples/harbour-light-1h25.md")

STATEMENT = """\
We own 3 ships.

# Gannet Ferries

## Revenue

(JPY million)

| | note | 2025 | 2024 | 2023 |
|---|---|---|---|---|
| Fares | (a) | 8,412 | 7,377 | 7,001 |
| Freight | (b) | 2,238 | 2,109 | 1,950 |
| Charter | | 640 | 711 | 702 |
| Total | | 11,290 | 10,197 | 9,653 |

#### Outlook

We expect 12,000 million yen and 1,2,34 berths.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    path = tmp_path_factory.mktemp("html") / "a.md"
    path.write_text(STATEMENT, encoding="utf-8")
    return audit([str(path)], shown=True, joint=True)


def shown(report):
    (document,) = report.documents
    found = marks(document)
    return list(blocks_shown(document, found, Names(found, 1)))


def panel(written, document=1):
    """What the page's script knows of a document."""
    (data,) = re.findall(
        f'<script type="application/json" id="audit-{document}">(.*?)</script>', written, re.DOTALL
    )
    return json.loads(data)


@pytest.mark.parametrize("sample", SAMPLES)
def test_every_tied_figure_names_its_ties_in_html_xlsx_and_json_alike(sample, monkeypatch):
    monkeypatch.chdir(ROOT)
    report = audit([sample], shown=True)
    expected = report.documents[0].tied
    ties = [of(report) for of in (html_ties, xlsx_ties, json_ties)]
    assert ties[0] == ties[1] == ties[2]
    assert len(ties[0]) == expected > 50
    assert all(worked for _, worked in ties[0])


def html_ties(report):
    data = panel(html.render(report, View()))
    texts = dict(re.findall(r'id="f1-(\d+)"[^>]*>([^<]*)<', html.render(report, View())))
    return [
        (texts[number], [data["checks"][at][1] for at in known[3]])
        for number, known in data["figures"].items()
        if data["words"][known[0]] == "tied"
    ]


def xlsx_ties(report):
    book = openpyxl.load_workbook(io.BytesIO(xlsx.render(report, View())))
    titles, *rows = book["Tick list"].iter_rows(values_only=True)
    found = [dict(zip(titles, row, strict=True)) for row in rows]
    return [
        (row["Figure"], str(row["Tied to"]).split("\n")) for row in found if row["Tied"] == "tied"
    ]


def json_ties(report):
    (document,) = json.loads(as_json.render(report, View(show_checks=True)))["documents"]
    return [
        (one["text"], [document["checks"][number - 1]["working"] for number in one["checks"]])
        for one in document["tied"]
    ]


def test_no_text_of_a_document_can_end_the_data(tmp_path):
    hostile = STATEMENT.replace("Fares", "&lt;/script>&lt;script>alert(1)")
    (tmp_path / "a.md").write_text(hostile, encoding="utf-8")
    written = html.render(audit([str(tmp_path / "a.md")], shown=True), View())
    assert "<script>alert" not in written
    assert any("</script>" in word for word in panel(written)["words"])


def test_headings_leave_no_level_out(report):
    levels = [block.tag for block in shown(report) if block.tag not in ("p", "table")]
    assert levels == ["h2", "h3", "h4"]


def test_figures_stand_to_the_right_and_words_to_the_left(report):
    (table,) = (block for block in shown(report) if block.tag == "table")
    assert [cell.look for cell in table.rows[1].cells] == ["", "", "n", "n", "n"]
    assert [cell.look for cell in table.rows[0].cells] == ["", "", "n", "n", "n"]


def test_headings_and_totals_of_a_table_are_told_from_its_rows(report):
    (table,) = (block for block in shown(report) if block.tag == "table")
    assert [row.heading for row in table.rows] == [True, False, False, False, False]
    assert [row.total for row in table.rows] == [False, False, False, False, True]


def test_the_stars_of_a_bold_cell_are_not_shown(tmp_path):
    path = tmp_path / "a.md"
    path.write_text("| | 2025 | 2024 |\n|---|---|---|\n| **Fares** | **8,412** | 7,377** |\n")
    (table,) = shown(audit([str(path)], shown=True))
    row = ["".join(piece.text for piece in cell.pieces) for cell in table.rows[-1].cells]
    assert row == ["Fares", "8,412", "7,377**"]
    assert table.rows[-1].cells[1].pieces[0].state is not None


def test_a_sheet_has_its_letters_and_numbers(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Revenue"
    for _ in range(2):
        sheet.append([])
    sheet.append(["", "", 2025, 2024])
    sheet.append(["", "North", 120, 110])
    sheet.append(["", "South", 80, 75])
    sheet.append(["", "Total", 200, 185])
    book.save(tmp_path / "a.xlsx")
    blocks = shown(audit([str(tmp_path / "a.xlsx")], shown=True))
    (table,) = (block for block in blocks if block.tag == "table")
    assert "C" in table.letters
    assert table.rows[-1].label == "6"


def test_sections_say_what_was_tied_and_why_the_rest_was_not(report):
    (document,) = report.documents
    found = sections_shown(document, tick_list(document), Names(marks(document), 1))
    named = {section.name: section for section in found}
    assert (named["Revenue"].tied, named["Revenue"].per_cent) == (12, 100)
    assert named[UNNAMED].untied == 1
    outlook = {(one.what, item.text) for one in named["Outlook"].unchecked for item in one.items}
    assert ("not tied", "12,000 million yen") in outlook
    assert any(what == "not understood" for what, _ in outlook)
    assert sum(section.figures for section in found) == document.printed


def test_the_page_can_be_signed(report):
    written = html.render(report, View())
    for said in (report.documents[0].sha256, "Reviewed by", "statement-auditor", "Date, signature"):
        assert said in written


def test_a_figure_says_by_how_much_it_could_be_off(report):
    data = panel(html.render(report, View()))
    assert any(known[6] is not None for known in data["figures"].values())
