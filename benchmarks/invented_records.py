"""Invented data files as companies keep them, each right to the last digit it prints.

Every file is made by a function of a source of chance and is a list of records, the header first.
What a file's figures obey is in its arithmetic alone: no rule file goes with it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

Row = Sequence[object]
Rows = Iterator[Row]

YEARS = range(2020, 2026)
QUARTERS = tuple(f"{year}-Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4))


def segments(chance: random.Random) -> Rows:
    yield "period", "segment", "metric", "value", "unit"
    for period in QUARTERS:
        of = {s: (chance.randint(200, 900), chance.randint(20, 150)) for s in ("Cloud", "Devices")}
        sums = [sum(column) for column in zip(*of.values(), strict=True)]
        for name, (revenue, income) in (*of.items(), ("Total", sums)):
            yield period, name, "Revenue", revenue, "USD million"
            yield period, name, "Operating income", income, "USD million"
            yield period, name, "Operating margin", f"{100 * income / revenue:.1f}", "%"


def accounts(chance: random.Random) -> Rows:
    yield "company", "currency", "fiscal_year", "account", "amount"
    companies = ("Aldersyde Marine", "GBP"), ("Bexhill Rail", "EUR"), ("Corvane Foods", "USD")
    for (company, currency), year in product(companies, YEARS):
        for account, amount in income_statement(chance):
            yield company, currency, year, account, amount


def income_statement(chance: random.Random) -> Iterator[tuple[str, int]]:
    """Costs below nothing, each profit what is left."""
    revenue = chance.randint(40_000, 90_000)
    costs = -chance.randint(20_000, 30_000)
    expenses, tax = -chance.randint(3_000, 9_000), -chance.randint(500, 2_000)
    yield "Revenue", revenue
    yield "Cost of sales", costs
    yield "Gross profit", revenue + costs
    yield "Operating expenses", expenses
    yield "Operating profit", revenue + costs + expenses
    yield "Income tax", tax
    yield "Profit for the year", revenue + costs + expenses + tax


def in_brackets(chance: random.Random) -> Rows:
    yield "Entity", "Year", "Caption", "USD thousands"
    for entity, year in product(("Pelham", "Orton"), YEARS):
        for account, amount in income_statement(chance):
            yield entity, year, account, f"({-amount:,})" if amount < 0 else f"{amount:,}"


def quarters(chance: random.Random) -> Rows:
    yield "quarter", "revenue", "cost_of_revenue", "gross_profit", "opex", "income", "margin_pct"
    for period in QUARTERS:
        revenue, cost, opex = (
            chance.randint(*one) for one in ((5000, 9000), (2000, 3000), (9, 999))
        )
        income = revenue - cost - opex
        margin = f"{100 * income / revenue:.1f}"
        yield period, revenue, cost, revenue - cost, opex, income, margin


def regions(chance: random.Random) -> Rows:
    yield "year", "region", "product", "sales"
    places, products = ("Americas", "EMEA", "Asia Pacific"), ("Pumps", "Valves", "Filters")
    for year in YEARS:
        sales = {key: chance.randint(100, 999) for key in product(places, products)}
        for place in places:
            yield from ((year, place, one, sales[place, one]) for one in products)
            yield year, place, "All products", sum(sales[place, one] for one in products)
        for one in products:
            yield year, "All regions", one, sum(sales[place, one] for place in places)
        yield year, "All regions", "All products", sum(sales.values())


def months(chance: random.Random) -> Rows:
    yield "period", "hotel", "room_revenue"
    for hotel, year in product(("Seaview", "Northgate"), (2022, 2023, 2024)):
        rooms = [chance.randint(300, 800) for _ in range(12)]
        yield from ((f"{year}-{month:02}", hotel, sold) for month, sold in enumerate(rooms, 1))
        yield year, hotel, sum(rooms)


def growth(chance: random.Random) -> Rows:
    yield "product", "year", "sales", "growth_yoy_pct"
    for name in ("Kettles", "Toasters", "Mixers"):
        before = None
        for year in range(2018, 2026):
            sales = chance.randint(1000, 4000)
            yield name, year, sales, f"{100 * (sales / before - 1):.1f}" if before else "n/a"
            before = sales


def shares(chance: random.Random) -> Rows:
    yield "country", "year", "headcount", "share_pct"
    for year in YEARS:
        people = {c: chance.randint(100, 900) for c in ("Norway", "Sweden", "Denmark", "Finland")}
        total = sum(people.values())
        yield from ((c, year, n, f"{100 * n / total:.1f}") for c, n in people.items())
        yield "Total", year, total, "100.0"


def mix(chance: random.Random) -> Rows:
    yield "year", "channel", "orders", "mix"
    for year in YEARS:
        orders = [chance.randint(1000, 9000) for _ in range(4)]
        for channel, number in zip(("Web", "App", "Store", "Phone"), orders, strict=True):
            yield year, channel, number, f"{number / sum(orders):.3f}"


def balances(chance: random.Random) -> Rows:
    yield "entity", "date", "item", "value"
    days = (f"{year}-12-31" for year in YEARS)
    for entity, day in product(("Holding", "Subsidiary"), days):
        current, fixed = chance.randint(5000, 9999), chance.randint(9000, 20000)
        equity, owed = chance.randint(4000, 8000), chance.randint(500, 3000)
        total = current + fixed
        yield entity, day, "Current assets", current
        yield entity, day, "Non-current assets", fixed
        yield entity, day, "Total assets", total
        yield entity, day, "Equity", equity
        yield entity, day, "Current liabilities", owed
        yield entity, day, "Non-current liabilities", total - equity - owed
        yield entity, day, "Total equity and liabilities", total


def budget(chance: random.Random) -> Rows:
    yield "department", "quarter", "actual", "budget", "variance", "variance_pct"
    for name, period in product(("IT", "HR", "Legal", "Sales"), ("Q1 2025", "Q2 2025", "Q3 2025")):
        spent, planned = chance.randint(200, 900), chance.randint(200, 900)
        over = spent - planned
        yield name, period, spent, planned, over, f"{100 * over / planned:.1f}"


def printing(chance: random.Random) -> Rows:
    yield "Jahr", "Bereich", "Erlöse"
    for year in range(2016, 2026):
        tenths = [chance.randint(5_000, 30_000) for _ in range(3)]
        for name, sold in zip(("Druck", "Verlag", "Digital"), tenths, strict=True):
            yield year, name, german(sold)
        yield year, "Gesamt", german(sum(tenths))


def german(tenths: int) -> str:
    return f"{tenths // 10:,}".replace(",", ".") + f",{tenths % 10}"


def periods_and_years(chance: random.Random) -> Rows:
    yield "period", "segment", "revenue"
    names = ("Solar", "Wind", "Total")
    for year in (2022, 2023, 2024):
        whole = [0, 0, 0]
        for quarter in (1, 2, 3, 4):
            sold = [chance.randint(100, 900) for _ in range(2)]
            sold.append(sum(sold))
            whole = [a + b for a, b in zip(whole, sold, strict=True)]
            yield from ((f"Q{quarter} {year}", *one) for one in zip(names, sold, strict=True))
        yield from ((f"FY {year}", *one) for one in zip(names, whole, strict=True))


def orders(chance: random.Random) -> Rows:
    yield "order_id", "sku", "quantity", "unit_price", "amount", "vat", "total"
    for number in range(1000, 1050):
        pieces, price = chance.randint(1, 40), chance.randint(100, 9999)
        amount, sku = pieces * price, f"S{chance.randint(1, 9)}"
        vat = round(amount / 5)
        cents = (f"{one / 100:.2f}" for one in (price, amount, vat, amount + vat))
        yield number, sku, pieces, *cents


RELATED: Mapping[str, Callable[[random.Random], Rows]] = {
    f"{function.__name__}.csv": function
    for function in (
        segments, accounts, in_brackets, quarters, regions, months, growth, shares, mix, balances,
        budget, printing, periods_and_years, orders,
    )
}  # fmt: skip
"""Files whose figures obey something."""


def prices(chance: random.Random) -> Rows:
    yield "date", "ticker", "open", "close", "volume"
    for ticker, day in product(("AAA", "BBB", "CCC"), range(1, 29)):
        opening, closing = (f"{chance.uniform(80, 120):.2f}" for _ in range(2))
        yield f"2025-01-{day:02}", ticker, opening, closing, chance.randint(10**5, 10**6)


def survey(chance: random.Random) -> Rows:
    yield "country", "year", "gdp_bn", "population_m", "inflation_pct", "unemployment_pct"
    for country, year in product(("Norway", "Chile", "Kenya", "Japan"), YEARS):
        rates = (f"{chance.uniform(0, 9):.1f}" for _ in range(3))
        yield country, year, chance.randint(100, 5000), *rates


def levels(chance: random.Random) -> Rows:
    yield "period", "entity", "cash"
    for entity, year in product(("X", "Y"), (2022, 2023, 2024)):
        held = [chance.randint(1000, 9000) for _ in range(4)]
        yield from ((f"{year}-Q{quarter}", entity, one) for quarter, one in enumerate(held, 1))
        yield year, entity, held[-1]


def rounded(chance: random.Random) -> Rows:
    """Totals of what is not shown: a unit off, and right."""
    yield "year", "segment", "revenue_musd"
    for year in range(2010, 2026):
        sold = [chance.uniform(10, 900) for _ in range(5)]
        yield from ((year, name, round(one)) for name, one in zip("ABCDE", sold, strict=True))
        yield year, "Total", round(sum(sold))


UNRELATED: Mapping[str, Callable[[random.Random], Rows]] = {
    f"{function.__name__}.csv": function for function in (prices, survey, levels, rounded)
}
"""Files whose figures obey nothing, or only within rounding."""


def text_of(rows: Iterator[Row]) -> str:
    """The file as text; what holds a comma is set apart by semicolons."""
    lines = [[str(one) for one in row] for row in rows]
    delimiter = ";" if any("," in one for line in lines for one in line) else ","
    return "".join(delimiter.join(line) + "\n" for line in lines)
