"""Seeds: small right documents of every format, with the files that are read beside them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.fuzzing.cases import LARGEST, Case
from benchmarks.fuzzing.mutations import packed, unpacked
from tests import filings

ROOT = Path(__file__).parents[2]
MADE = dt.datetime(2025, 1, 1, tzinfo=dt.UTC)

ROWS = (
    ("(USD million)", "2025", "2024", "Change", "Change (%)"),
    ("Terminals", "412.4", "400.1", "12.3", "3.1%"),
    ("Ferries", "(61.7)", "(58.2)", "(3.5)", "6.0%"),
    ("Repairs", "23.9", "-", "23.9", "n/a"),
    ("Total revenue", "374.6", "341.9", "32.7", "9.6%"),
    ("Operating margin", "12.5%", "11.9%", "0.6pt", ""),
)
RECORDS = 20
"""Lines of the data file: as a document it would be a long table."""
PROSE = (
    "Total revenue rose by 9.6% to USD 374.6 million from USD 341.9 million in 2024, and the "
    "operating margin by 0.6 percentage points to 12.5%."
)
RULES = b"""\
pack: harbour
title: Harbour statements
rules:
  - id: total
    title: The parts add up
    sum: Total revenue
    of: [Terminals, Ferries, Repairs]
    examples:
      - violated: |
          | (USD million) | 2025 |
          |---|---|
          | Terminals | 4.0 |
          | Ferries | 2.0 |
          | Repairs | 1.0 |
          | Total revenue | 9.0 |
"""
SETTINGS = b"""\
fail-on = "warning"
strict = true
rounding = "nearest"
ignore = ["core.heading-period"]
format = ["terminal"]

[[waiver]]
finding = "34d128510907"
reason = "Rounded up on purpose"
owner = "Investor relations"
expires = 2027-03-31
"""
WAIVERS = SETTINGS[SETTINGS.index(b"[[waiver]]") :]


def seeds(folders: Sequence[Path] = ()) -> list[Case]:
    """The project's own, and each file of the folders that is not too large."""
    given = sorted(f for folder in folders for f in folder.rglob("*") if f.is_file())
    small = [f for f in given if f.stat().st_size <= LARGEST]
    return [*_documents(), *_beside(), *(_alone(f.name, f.read_bytes()) for f in small)]


def _alone(name: str, data: bytes) -> Case:
    return Case(name, name, {name: data})


def _documents() -> Iterator[Case]:
    """Each format by itself."""
    sample = (ROOT / "samples/harbour-light-1h25.md").read_bytes()
    yield _alone("release.md", sample)
    yield _alone("table.md", markdown().encode())
    yield _alone("report.txt", fixed_width().encode())
    yield _alone("page.html", web_page().encode())
    yield _alone("table.csv", separated(",").encode())
    yield _alone("table.tsv", separated("\t").encode())
    yield _alone("book.xlsx", workbook())
    yield _alone("report.docx", word())
    yield _alone("report.pdf", pdf())
    yield _alone("release2.md", (ROOT / "samples/iij-2q06.md").read_bytes()[:4_000])
    beside = {"tern.xsd": filings.schema("cal.xml").encode(), "cal.xml": linkbase().encode()}
    inline = {"page.htm": inline_page().encode(), **beside}
    plain = {"tern.xml": instance().encode(), **beside}
    yield Case("page.htm", "page.htm", inline)
    for target in ("tern.xml", "cal.xml", "tern.xsd"):
        yield Case("tern.xml", target, plain)
    folder = packed([(f"filing/{name}", data) for name, data in inline.items()])
    yield _alone("filing.zip", folder)


def _beside() -> Iterator[Case]:
    """What is read beside a document: rules, settings, waivers, what data files hold."""
    doc = {"table.md": markdown().replace("374.6 |", "376.4 |").encode()}
    yield Case("table.md", "rules.yaml", {**doc, "rules.yaml": RULES}, ("--rules", "rules.yaml"))
    own = (ROOT / "rules/core.yaml").read_bytes().replace(b"pack: core", b"pack: other")
    yield Case("table.md", "core.yaml", {**doc, "core.yaml": own}, ("--rules", "core.yaml"))
    for name in ("auditor.toml", "table.md.waivers.toml", "auditor-baseline.toml"):
        yield Case("table.md", name, {**doc, name: SETTINGS if name == "auditor.toml" else WAIVERS})
    project = b"[tool.auditor]\n" + SETTINGS.replace(b"[[waiver]]", b"[[tool.auditor.waiver]]")
    yield Case("table.md", "pyproject.toml", {**doc, "pyproject.toml": project})
    earlier = {**doc, "earlier.md": markdown().replace("2025", "2024").encode()}
    yield Case("table.md", "earlier.md", earlier, ("--prior", "earlier.md"))
    records = b"".join(
        (ROOT / "samples/data-segments.csv").read_bytes().splitlines(keepends=True)[:RECORDS]
    )
    data = {
        "data-segments.csv": records,
        "data-segments.yaml": (ROOT / "samples/data-segments.yaml").read_bytes(),
    }
    for target in data:
        yield Case("data-segments.csv", target, data, ("--rules", "data-segments.yaml"))
    shape = data["data-segments.yaml"].replace(b"segments*.csv", b"segments*.parquet")
    kept = {"data-segments.parquet": parquet(records), "data-segments.yaml": shape}
    yield Case(
        "data-segments.parquet", "data-segments.parquet", kept, ("--rules", "data-segments.yaml")
    )


def markdown() -> str:
    """A heading, a table, and a sentence about it."""
    head, *rows = ("| " + " | ".join(row) + " |\n" for row in ROWS)
    return f"# Results of 2025\n\n{head}|{'---|' * len(ROWS[0])}\n{''.join(rows)}\n{PROSE}\n"


def fixed_width() -> str:
    """The same in columns told by blanks."""
    lines = (f"{row[0]:<24}" + "".join(f"{cell:>14}" for cell in row[1:]) for row in ROWS)
    return "RESULTS OF 2025\n\n" + "\n".join(lines) + f"\n\n{PROSE}\n"


def separated(mark: str) -> str:
    """The same with a mark between the cells."""
    return "".join(mark.join(row) + "\n" for row in ROWS)


def web_page() -> str:
    """The same as a page, a heading over two columns."""
    wide = '<tr><th rowspan="1"></th><th colspan="2">Year</th><th colspan="2">Growth</th></tr>'
    rows = "".join(
        "<tr>" + "".join(f'<td style="text-align:right">{c}</td>' for c in row) + "</tr>\n"
        for row in ROWS
    )
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>R</title></head><body>\n'
        f"<h1>Results of 2025</h1>\n<table>{wide}{rows}</table>\n<p>{PROSE}<sup>1</sup></p>\n"
        "<ul><li>One</li></ul></body></html>\n"
    )


def inline_page() -> str:
    """A page with three tagged figures in a table."""
    rows = [
        [label, filings.tag(f"gaap:{name}", text)]
        for label, name, text in (
            ("Cash", "Cash", "1,204"),
            ("Stock", "Inventory", "(801)"),
            ("Assets", "Assets", "403"),
        )
    ]
    return filings.page(filings.table(["USD million", "2025"], *rows) + f"<p>{PROSE}</p>")


def instance() -> str:
    """The same figures as a filing without a page."""
    return filings.instance(
        [
            filings.Fact("gaap:Cash", "1204"),
            filings.Fact("gaap:Inventory", "-801"),
            filings.Fact("gaap:Assets", "403"),
        ]
    )


def linkbase() -> str:
    """How they add up."""
    return filings.linkbase(
        filings.Arc("gaap:Assets", "gaap:Cash"), filings.Arc("gaap:Assets", "gaap:Inventory")
    )


def workbook() -> bytes:
    """A workbook with formats, formulas, a joined cell and a second sheet."""
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        book.set_properties({"created": MADE.replace(tzinfo=None)})
        page = book.add_worksheet("Results")
        page.merge_range("A1:E1", "Results of 2025")
        amount = book.add_format({"num_format": '#,##0.0_);[Red](#,##0.0);"-"'})
        for at, row in enumerate(ROWS[:1]):
            page.write_row(at + 1, 0, row)
        for at, (label, now, before) in enumerate(
            (("Terminals", 412.4, 400.1), ("Ferries", -61.7, -58.2), ("Repairs", 23.9, 0)), start=2
        ):
            page.write(at, 0, label)
            page.write(at, 1, now, amount)
            page.write(at, 2, before, amount)
            page.write_formula(at, 3, f"=B{at + 1}-C{at + 1}", amount, now - before)
        page.write(5, 0, "Total revenue")
        page.write_formula("B6", "=SUM(B3:B5)", amount, 374.6)
        page.write_formula("C6", "=SUM(C3:C5)", amount, 341.9)
        day = book.add_format({"num_format": "d mmm yyyy"})
        notes = book.add_worksheet("Notes")
        notes.write_datetime(0, 0, MADE.replace(tzinfo=None), day)
        notes.write_formula("B1", "=Results!B6", amount, 374.6)
    return packed(unpacked(made.getvalue()))


def word() -> bytes:
    """A Word document with a heading, a table, a sentence and a tabbed line."""
    import docx

    made = io.BytesIO()
    document = docx.Document()
    document.core_properties.created = document.core_properties.modified = MADE
    document.add_heading("Results of 2025", 1)
    table = document.add_table(len(ROWS), len(ROWS[0]))
    for at, row in enumerate(ROWS):
        for cell, text in zip(table.rows[at].cells, row, strict=True):
            cell.text = text
    document.add_paragraph(PROSE)
    document.add_paragraph("Total revenue\t374.6\t341.9")
    document.add_paragraph("Terminals", style="List Bullet")
    document.save(made)
    return packed(unpacked(made.getvalue()))


def pdf() -> bytes:
    """A page whose text can be read in the file."""
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, pageCompression=0, invariant=1)
    canvas.drawString(60, 790, "Results of 2025")
    for line, row in enumerate(ROWS):
        canvas.drawString(60, 760 - 14 * line, row[0])
        for column, cell in enumerate(row[1:]):
            canvas.drawRightString(260 + 80 * column, 760 - 14 * line, cell)
    for line, at in enumerate(range(0, len(PROSE), 70)):
        canvas.drawString(60, 600 - 14 * line, PROSE[at : at + 70])
    canvas.save()
    return made.getvalue()


def parquet(records: bytes) -> bytes:
    """The records of a CSV file, all as text."""
    import csv

    import pyarrow as pa
    from pyarrow import parquet as arrow

    head, *rows = csv.reader(records.decode().splitlines())
    columns = {name: [row[at] for row in rows] for at, name in enumerate(head)}
    made = io.BytesIO()
    arrow.write_table(pa.table(columns), made)
    return made.getvalue()
