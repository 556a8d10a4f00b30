"""Owners: no digit of a document without an owner, in whatever format it comes, none with two."""

import io
import re
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.auditing.facts import document_facts
from auditor.facts.owners import MARKUP, owners
from auditor.model.document import Table
from auditor.readers import read

DIGITS = re.compile("[0-9]+")
CELLS = st.text("0123456789.,()%-–$€ OFYQab年", max_size=9).map(str.strip)
TABLES = st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=2, max_size=6)
SENTENCES = st.text("0123456789.,()%-–$€ OFYQab年", max_size=60)


def markdown(rows, sentence):
    table = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join(["# Part 1", "", sentence, "", table[0], "|---|---|---|", *table[1:], ""])


def html(rows, sentence):
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f"<html><body><p>{sentence}</p><table>{cells}</table></body></html>"


def csv(rows, _sentence):
    return "\n".join(",".join(f'"{cell}"' for cell in row) for row in rows) + "\n"


def workbook(rows, sentence):
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.create_sheet("Statement", 0)
    for row in [(sentence,), *rows]:
        sheet.append([f"{cell}" for cell in row])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def owned(data, name):
    """Runs of digits of the texts of a document's blocks, and how many owners each has."""
    document = read(data.encode() if isinstance(data, str) else data, name)
    facts = document_facts(document, ())
    rest = owners(document, facts.grids, facts.facts)
    return document, facts, rest


@pytest.mark.parametrize(
    ("form", "name"),
    [(markdown, "a.md"), (csv, "a.csv"), (html, "a.html"), (workbook, "a.xlsx")],
    ids=lambda one: getattr(one, "__name__", one),
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(rows=TABLES, sentence=SENTENCES)
def test_every_run_of_digits_has_an_owner(form, name, rows, sentence):
    data = form([("Part", "2025", "2024"), *rows, ("End", "1", "2")], f"It is 12. {sentence}")
    document, facts, rest = owned(data, name)
    printed: Counter[str] = Counter()
    for block in document.blocks:
        texts = (
            [cell.text for row in block.rows for cell in row if cell]
            if isinstance(block, Table)
            else [block.text]
        )
        printed.update(run for text in texts for run in DIGITS.findall(text))
    told = [c.text for c in (*rest.not_understood, *rest.other) if "markup" not in c.reason]
    stated = {(f.block, f.source.row, f.source.col, f.figure.start): f.text for f in facts.facts}
    held = Counter(run for text in (*told, *stated.values()) for run in DIGITS.findall(text))
    assert held == printed


@given(rows=TABLES, sentence=SENTENCES)
def test_in_a_file_of_lines_every_place_with_digits_is_cited_once(rows, sentence):
    text = markdown([("Part", "2025", "2024"), *rows], f"[link 3](http://a.b/4) {sentence}")
    _document, facts, rest = owned(text, "a.md")
    cited = {f.source for f in facts.facts}
    cited |= {c.source for c in (*rest.not_understood, *rest.other)}
    for number, line in enumerate(text.split("\n"), start=1):
        for run in DIGITS.finditer(line):
            over = [
                s
                for s in cited
                if s.line == number
                and (s.column or 1) <= run.start() + 1
                and run.end() + 1 <= (s.end_column or 1)
            ]
            assert len(over) == 1, (line, run, over)


def test_what_stands_in_no_block_is_markup():
    _document, _facts, rest = owned("```python3\nx\n```\n", "a.md")
    assert [(c.text, c.source.line, c.reason) for c in rest.other] == [("3", 1, MARKUP)]
