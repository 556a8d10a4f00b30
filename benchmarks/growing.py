"""Growing documents: the same invented kind of document, as long or as wide as asked.

Each is what a person really sends: a price history, a ledger, a model of many rows, a table of
nothing but zeros. Seeded, so that a size always gives the same bytes.
"""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import xlsxwriter

from benchmarks.companies import SEED, document

WIDE_ROWS = 12
"""Rows of the tables that grow in columns."""
COLUMNS = ("Opened", "Sold", "Price", "Closed")
REGIONS = ("North", "South", "East", "West", "Islands")
ITEMS = ("Net sales", "Cost of sales", "Gross profit", "Staff", "Tax")


class Shape(NamedTuple):
    """A kind of document that grows: what is counted, how it is written, and the sizes to try."""

    counts: str
    suffix: str
    written: Callable[[int], bytes]
    sizes: tuple[int, ...]


def _rng() -> random.Random:
    return random.Random(SEED)  # noqa: S311 - an invented document is no secret


def _table(columns: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> bytes:
    lines = [("", *columns), ("---",) * (len(columns) + 1), *((n, *r) for n, r in rows)]
    return ("# Report\n\n" + "\n".join(f"| {' | '.join(cells)} |" for cells in lines)).encode()


def _month(number: int) -> str:
    return f"{1 + number % 12:02}/{1990 + number // 12}"


def series(rows: int) -> bytes:
    """One table of months that nothing adds up."""
    rng = _rng()
    return _table(
        COLUMNS,
        (
            (_month(n), [f"{rng.randint(100, 99_999):,}" for _ in COLUMNS[1:]] + ["12.5"])
            for n in range(rows)
        ),
    )


def decimals(rows: int) -> bytes:
    """One table of names and decimals, in which everything could be the mean of anything."""
    rng = _rng()
    return _table(
        COLUMNS,
        ((f"Item {n}", [f"{rng.uniform(1, 999):.2f}" for _ in COLUMNS]) for n in range(rows)),
    )


def subtotals(rows: int) -> bytes:
    """One long table with a total over every ten rows."""
    rng = _rng()
    table: list[tuple[str, list[str]]] = []
    block: list[list[int]] = []
    for n in range(rows):
        if len(block) == 10:
            name, values = f"Total of group {n // 11}", [sum(c) for c in zip(*block, strict=True)]
            block = []
        else:
            name, values = f"Item {n}", [rng.randint(100, 99_999) for _ in COLUMNS]
            block.append(values)
        table.append((name, [f"{v:,}" for v in values]))
    return _table(COLUMNS, table)


def identical(rows: int) -> bytes:
    """The same row over and over."""
    return _table(COLUMNS, ((f"Item {n}", ["1,200", "300", "4.5", "900"]) for n in range(rows)))


def zeros(rows: int) -> bytes:
    """Nothing but zeros."""
    return _table(COLUMNS, ((f"Item {n}", ["0", "0", "0", "0.0"]) for n in range(rows)))


def statements(rows: int) -> bytes:
    """One table in which the same small statement with its margins comes over and over."""
    rng = _rng()
    return _table(("2025", "2024", "Change", "Change (%)"), islice(_statements(rng), rows))


def spoilt(rows: int) -> bytes:
    """The same with a total that nothing adds up to, so that every way is tried."""
    rng = _rng()
    lines = ((name, cells) for name, cells in _statements(rng) if name != "Licences")
    return _table(("2025", "2024", "Change", "Change (%)"), islice(lines, rows))


def _statements(rng: random.Random) -> Iterator[tuple[str, list[str]]]:
    while True:
        pairs = [(rng.randint(100, 9_999), rng.randint(100, 9_999)) for _ in range(3)]
        later, earlier = (sum(column) for column in zip(*pairs, strict=True))
        for name, (now, then) in zip(
            ("Products", "Services", "Licences", "Total revenue"),
            (*pairs, (later, earlier)),
            strict=True,
        ):
            yield name, _compared(now, then)
        yield "Operating profit", _compared(later // 7, earlier // 9)
        margins = [
            f"{100 * (whole // by) / whole:.1f}%" for whole, by in ((later, 7), (earlier, 9))
        ]
        yield "Operating margin", [*margins, "", ""]


def _compared(now: int, then: int) -> list[str]:
    return [f"{now:,}", f"{then:,}", f"{now - then:,}", f"{100 * (now - then) / then:.1f}%"]


def columns(count: int) -> bytes:
    """Few rows of many months."""
    rng = _rng()
    return _table(
        [_month(n) for n in range(count)],
        (
            (f"Item {r}", [f"{rng.uniform(1, 99_999):,.1f}" for _ in range(count)])
            for r in range(WIDE_ROWS)
        ),
    )


def per_cent_columns(count: int) -> bytes:
    """Few rows in which every second column states percentages."""
    rng = _rng()
    return _table(
        [f"{'Change' if n % 2 else 'Sales'} {n}" for n in range(count)],
        (
            (
                f"Item {r}",
                [
                    f"{rng.uniform(-20, 20):.1f}%" if n % 2 else f"{rng.randint(100, 99_999):,}"
                    for n in range(count)
                ],
            )
            for r in range(WIDE_ROWS)
        ),
    )


def identical_columns(count: int) -> bytes:
    """The same column over and over."""
    return _table(
        [f"Site {n}" for n in range(count)],
        ((f"Item {r}", [f"{1_000 + 37 * r:,}"] * count) for r in range(WIDE_ROWS)),
    )


def wide_records(count: int) -> bytes:
    """Two records of many fields, as a CSV file."""
    rng = _rng()
    head = ",".join(f"field_{n}" for n in range(count))
    rows = (",".join(f"{rng.uniform(1, 9_999):.2f}" for _ in range(count)) for _ in range(2))
    return "\n".join((head, *rows, "")).encode()


def broken_export(count: int) -> bytes:
    """A file whose last line lost its ends: all that followed stands in it."""
    head = "(USD million),2025,2024,Change\nFerries,412.4,400.1,12.3\n"
    return (head + "Total," + ",".join(f"{n % 97}.{n % 10}" for n in range(count))).encode()


def tidy(records: int) -> bytes:
    """Records of a period, an item, a region and a value, as a CSV file nobody declared."""
    rng, lines = _rng(), ["period,item,region,value"]
    for n in range(records):
        group, item = divmod(n, len(ITEMS))
        year, region = divmod(group, len(REGIONS))
        period = f"{1990 + year % 35}-12-31"
        lines.append(f"{period},{ITEMS[item]},{REGIONS[region]},{rng.randint(100, 99_999)}")
    return "\n".join((*lines, "")).encode()


def paragraphs(count: int) -> bytes:
    """Sentences, each an amount with its growth."""
    rng = _rng()
    found = ["# Half year"]
    for n in range(count):
        now, before = rng.randint(100, 9_999), rng.randint(100, 9_999)
        verb = "rose" if now > before else "fell"
        change = abs(100 * (now / before - 1))
        found.append(f"Ferry {n} fares {verb} {change:.1f}% to ${now:,} million from ${before:,}.")
    return "\n\n".join(found).encode()


def companies(tables: int) -> bytes:
    """Company after company: many small tables with totals, growth and sentences about them."""
    return document(tables).encode()


def workbook(rows: int) -> bytes:
    """A sheet of as many rows of numbers, none computed."""
    return _workbook(rows, formulas=False)


def formulas(rows: int) -> bytes:
    """The same with a difference, a share and a total of its own group in every row."""
    return _workbook(rows, formulas=True)


def _workbook(rows: int, *, formulas: bool) -> bytes:
    rng, out = _rng(), io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("Model")
    sheet.write_row(0, 0, ["", "2024", "2023", "Change", "Share"])
    for n in range(1, rows + 1):
        now, before = rng.randint(100, 99_999), rng.randint(100, 99_999)
        sheet.write_row(n, 0, [f"Item {n}", now, before])
        change, share = now - before, now / (now + before)
        if formulas:
            sheet.write_formula(n, 3, f"=B{n + 1}-C{n + 1}", None, change)
            sheet.write_formula(n, 4, f"=B{n + 1}/(B{n + 1}+C{n + 1})", None, share)
        else:
            sheet.write_row(n, 3, [change, share])
    book.close()
    return bytes(out.getvalue())


ROWS = (100, 1_000, 5_000, 20_000)
WIDE = (10, 30, 100, 300)
SHAPES = {
    "tables": Shape("tables", ".md", companies, (50, 500, 5_000)),
    "series": Shape("rows", ".md", series, ROWS),
    "decimals": Shape("rows", ".md", decimals, ROWS),
    "subtotals": Shape("rows", ".md", subtotals, ROWS),
    "identical": Shape("rows", ".md", identical, ROWS),
    "zeros": Shape("rows", ".md", zeros, ROWS),
    "statements": Shape("rows", ".md", statements, ROWS),
    "spoilt": Shape("rows", ".md", spoilt, ROWS),
    "columns": Shape("columns", ".md", columns, WIDE),
    "percent": Shape("columns", ".md", per_cent_columns, WIDE),
    "same columns": Shape("columns", ".md", identical_columns, WIDE),
    "two records": Shape("columns", ".csv", wide_records, WIDE),
    "broken export": Shape("columns", ".csv", broken_export, (100, 1_000, 10_000)),
    "tidy": Shape("records", ".csv", tidy, ROWS),
    "paragraphs": Shape("paragraphs", ".md", paragraphs, ROWS),
    "workbook": Shape("rows", ".xlsx", workbook, ROWS),
    "formulas": Shape("rows", ".xlsx", formulas, ROWS),
}
