"""Companies: the invented reports of a group's companies, one after the other.

Statements with totals, growth and changes, segments, quarters, figures repeated from table to
table, sentences that state them again, and a misprint in a table now and then. The seed makes the
documents; a longer one begins like a shorter one.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import NamedTuple

SEED = 20_250_331
MISPRINTS = 1 / 20
"""The share of tables with one wrong digit."""
DRIFT = (0.85, 1.2)
"""How far a figure may lie from its usual size."""

FIRST = ("Amber", "Birch", "Cobalt", "Dune", "Ember", "Fjord", "Granite", "Harbour")
SECOND = ("Ferries", "Mills", "Quarries", "Breweries", "Telecom", "Optics", "Trams")
KINDS = ("Premium", "Standard", "Marine", "Coastal", "Rural", "Urban", "Overseas")
GOODS = ("freight", "leasing", "pulp", "glass", "tools", "cider", "fibre", "repairs")
SELECTED = ("Net sales", "Operating profit", "Net income", "Total assets", "Cash")
SEGMENTS = ("North", "South", "East", "West", "Islands", "Delta", "Highlands", "Lakes")

Row = list[int]
Rows = Mapping[str, Row]


class Company(NamedTuple):
    """A chapter's company: its latest year, and its figures for that year and the one before."""

    name: str
    year: int
    sales: Rows
    income: Rows
    balance: Rows


def document(tables: int, seed: int = SEED) -> str:
    """A Markdown document of so many tables."""
    rng = random.Random(seed)  # noqa: S311 - an invented document is no secret
    pieces = ["# Reports of the group's companies"]
    for piece in _chapters(rng):
        if piece.startswith("| |"):
            tables -= 1
            piece = _misprinted(piece, rng) if rng.random() < MISPRINTS else piece  # noqa: PLW2901
        pieces.append(piece)
        if not tables:
            break
    return "\n\n".join(pieces) + "\n"


def _chapters(rng: random.Random) -> Iterator[str]:
    for number in count(1):
        yield from _chapter(_company(number, rng), rng)


def _chapter(company: Company, rng: random.Random) -> Iterator[str]:
    """A company's headings, sentences and tables."""
    sales, income, balance = company.sales, company.income, company.balance
    years = [f"Year ended December 31, {year}" for year in (company.year, company.year - 1)]
    ends = [f"December 31, {year}" for year in (company.year, company.year - 1)]
    segments = rng.sample(SEGMENTS, rng.randint(2, 4))
    yield f"# {company.name}"
    yield _movement("Net sales", income["Net sales"])
    yield "## Results of operations"
    yield _table([*years, "Change", "% Change"], _with_change(income))
    yield _movement("Operating profit", income["Operating profit"])
    yield "## Net sales by product"
    yield _table(years, _in_thousands(sales))
    yield "## Segments"
    yield _table([*segments, "Total"], _divided(income, len(segments), rng))
    yield "## Balance sheet"
    yield _table(ends, _in_thousands(balance))
    yield f"Total assets were ${balance['Total assets'][0]:,} thousand at {ends[0]}."
    yield "## Quarters"
    yield _table(["1Q", "2Q", "3Q", "4Q", f"{company.year}"], _divided(income, 4, rng))
    yield "## Selected figures"
    yield _table(years, _in_thousands({name: {**income, **balance}[name] for name in SELECTED}))


def _company(number: int, rng: random.Random) -> Company:
    lines = [f"{kind} {rng.choice(GOODS)}" for kind in rng.sample(KINDS, rng.randint(3, 6))]
    sales = _with_total("Total net sales", {name: _leaf(rng, 9_000) for name in lines})
    return Company(
        f"{rng.choice(FIRST)} {rng.choice(SECOND)} {number}",
        rng.randint(2012, 2025),
        sales,
        _income(sales["Total net sales"], rng),
        _balance(rng),
    )


def _income(sales: Row, rng: random.Random) -> Rows:
    cost, selling, general, tax = (_leaf(rng, sales[0] * s) for s in (0.5, 0.1, 0.08, 0.06))
    gross = _less(sales, cost)
    profit = _less(gross, selling, general)
    return {
        "Net sales": sales,
        "Cost of sales": cost,
        "Gross profit": gross,
        "Selling expenses": selling,
        "Administrative expenses": general,
        "Operating profit": profit,
        "Income taxes": tax,
        "Net income": _less(profit, tax),
    }


def _balance(rng: random.Random) -> Rows:
    current = {name: _leaf(rng, 7_000) for name in ("Cash", "Receivables", "Inventories")}
    fixed = {name: _leaf(rng, 11_000) for name in ("Property and equipment", "Goodwill")}
    current = _with_total("Total current assets", current)
    fixed = _with_total("Total non-current assets", fixed)
    totals = current["Total current assets"], fixed["Total non-current assets"]
    return {**current, **fixed, "Total assets": _sum(totals)}


def _leaf(rng: random.Random, size: float) -> Row:
    return [round(size * rng.uniform(*DRIFT)) for _ in range(2)]


def _sum(rows: Iterable[Row]) -> Row:
    return [sum(column) for column in zip(*rows, strict=True)]


def _less(whole: Row, *parts: Row) -> Row:
    return [a - b for a, b in zip(whole, _sum(parts), strict=True)]


def _with_total(name: str, rows: Rows) -> dict[str, Row]:
    return {**rows, name: _sum(rows.values())}


def _with_change(rows: Rows) -> dict[str, list[str]]:
    return {
        name: [f"{a:,}", f"{b:,}", f"{a - b:,}", f"{100 * (a / b - 1):.1f}%"]
        for name, (a, b) in rows.items()
    }


def _divided(income: Rows, parts: int, rng: random.Random) -> dict[str, list[str]]:
    """The latest sales and costs in so many parts beside the whole, with what is left of them."""
    rows = {name: _parts(income[name][0], parts, rng) for name in ("Net sales", "Cost of sales")}
    return _in_thousands({**rows, "Gross profit": _less(*rows.values())})


def _parts(whole: int, parts: int, rng: random.Random) -> Row:
    """So many parts of a figure, and the figure."""
    found = [round(whole / parts * rng.uniform(*DRIFT)) for _ in range(parts - 1)]
    return [*found, whole - sum(found), whole]


def _in_thousands(rows: Rows) -> dict[str, list[str]]:
    return {name: [f"{value:,}" for value in row] for name, row in rows.items()}


def _table(columns: Sequence[str], rows: Mapping[str, Sequence[str]]) -> str:
    lines = [("", *columns), ("---",) * (len(columns) + 1), *((n, *r) for n, r in rows.items())]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines).replace("|  |", "| |", 1)


def _movement(name: str, row: Row) -> str:
    now, before = row
    verb = "increased" if now > before else "decreased"
    per_cent = abs(100 * (now / before - 1))
    return f"{name} {verb} {per_cent:.1f}% to ${now:,} thousand from ${before:,} thousand."


def _misprinted(table: str, rng: random.Random) -> str:
    """The table with one digit of its body changed."""
    body = table.index("\n", table.index("---"))
    at = rng.choice([i for i, mark in enumerate(table) if i > body and mark.isdigit()])
    wrong = rng.choice([digit for digit in "123456789" if digit != table[at]])
    return table[:at] + wrong + table[at + 1 :]
