"""Parsed once: whoever asks, what a cell's text states is worked out once in a run."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.notation import units
from auditor.notation.numerals import cell_figure, cells
from auditor.notation.periods import mentions
from auditor.rulebook.packs import rule_packs

HEADING = "Results for the three months ended June 30, 2020"
TITLE = "(in thousands of USD)"
ROWS = (
    ("", "June 30, 2020", "June 30, 2019", "% change"),
    ("Services", "1,801", "1,700", "5.9%"),
    ("Goods", "402", "(400)", "n/m"),
    ("Other income", "—", "402", "-"),
    ("Revenue", "2,203", "1,702", "29.4%"),
    ("Goods in shares (%)", "18.2", "23.5", "(5.3) pts"),
)
TEXTS = tuple(text for row in ROWS for text in row if text)
DECIMAL_COMMAS = (("", "2020", "2019"), ("Ventes", "1 234,5", "1 100,2"), ("Marge", "0,3", "0,4"))
PROSE = "Revenue rose 29.4% to $2,203 thousand in the three months ended June 30, 2020."


def markdown():
    tables = ["\n".join(_piped(rows)) for rows in (ROWS, DECIMAL_COMMAS)]
    return "\n\n".join((f"# {HEADING}", TITLE, tables[0], PROSE, tables[1])).encode()


def html():
    tables = [
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{t}</td>" for t in row) + "</tr>" for row in rows)
        + "</table>"
        for rows in (ROWS, DECIMAL_COMMAS)
    ]
    return f"<h1>{HEADING}</h1><p>{TITLE}</p>{tables[0]}<p>{PROSE}</p>{tables[1]}".encode()


def xlsx():
    import xlsxwriter

    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Results")
        sheet.write(0, 0, HEADING)
        sheet.write(1, 0, TITLE)
        for r, row in enumerate(ROWS, start=3):
            for c, text in enumerate(row):
                sheet.write_string(r, c, text)
        amounts = book.add_format({"num_format": "#,##0"})
        for c, formula in enumerate(("=801+402", "=700+402"), start=1):
            sheet.write_formula(12, c, formula, amounts, 1203 - 101 * (c - 1))
        sheet.write(12, 0, "Orders")
    return data.getvalue()


FILES = {"a.md": markdown, "a.html": html, "a.xlsx": xlsx}


def _piped(rows):
    for number, row in enumerate(rows):
        yield "| " + " | ".join(row) + " |"
        if number == 0:
            yield "|" + "---|" * len(row)


@dataclass(frozen=True)
class Counting:
    """A pattern that counts the texts which it is tried on."""

    pattern: re.Pattern[str]
    tried: Counter[object]

    def fullmatch(self, text):
        self.tried[text] += 1
        return self.pattern.fullmatch(text)

    def search(self, text):
        self.tried[text] += 1
        return self.pattern.search(text)


@pytest.fixture
def tried(monkeypatch):
    """How often each text is tried, by what is asked of it, from nothing remembered on."""
    counts: dict[str, Counter[object]] = {"periods": Counter()}
    for module, name in (
        (cells, "CELL"),
        (cells, "NIL"),
        (units, "_CURRENCY"),
        (units, "_ROW_PER_CENT"),
        (units, "_EXCEPTED"),
    ):
        counting = Counting(getattr(module, name), counts.setdefault(name, Counter()))
        monkeypatch.setattr(module, name, counting)
    read = mentions._read

    def counted(plain, calendar):
        counts["periods"][plain, calendar] += 1
        return read(plain, calendar)

    monkeypatch.setattr(mentions, "_read", counted)
    forget()
    return counts


def forget():
    for remembering in (
        cell_figure,
        cells._tried,
        cells._read,
        mentions.mentioned,
        units._unit_in,
        units._is_excepted,
        units.row_says_per_cent,
    ):
        remembering.cache_clear()


def more_than_once(tried):
    return {
        name: [text for text, count in counts.items() if count > 1]
        for name, counts in tried.items()
        if max(counts.values(), default=0) > 1
    }


@pytest.mark.parametrize("path", FILES)
def test_a_text_is_parsed_once_from_reading_to_the_report(path, tried):
    packs = rule_packs()
    document = readers.read(FILES[path](), path)
    report = document_report(document, packs)
    assert report.facts
    stated = {cell.text for table in document.tables for row in table.rows for cell in row if cell}
    assert set(TEXTS) <= stated
    assert set(TEXTS) <= set(tried["CELL"])
    assert tried["periods"]
    assert not more_than_once(tried)


@pytest.mark.parametrize("path", FILES)
def test_another_draft_of_a_document_parses_what_is_new_in_it(path, tried):
    packs = rule_packs()
    first = readers.read(FILES[path](), path)
    document_report(first, packs)
    document_report(readers.read(FILES[path](), path), packs)
    assert not more_than_once(tried)


def test_a_text_that_is_parsed_again_is_seen(tried):
    document = readers.read(markdown(), "a.md")
    forget()
    document_report(document, rule_packs())
    forget()
    document_report(document, rule_packs())
    assert "1,801" in more_than_once(tried)["CELL"]
    assert "periods" in more_than_once(tried)
