"""Invented data files of a third kind, written after the code that was measured with the others.

Each is made as those of ``invented_records`` are: keys of whole numbers, weights without a total,
figures of the year so far in a column and as a basis, statements of several entities.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from itertools import product

from benchmarks.invented_records import Rows

YEARS = range(2020, 2026)
QUARTERS = tuple(f"{year}-Q{quarter}" for year in (2023, 2024, 2025) for quarter in (1, 2, 3, 4))


def year_so_far(chance: random.Random) -> Rows:
    """Wide: a quarter's figures beside those since the year began."""
    yield "entity", "quarter", "revenue", "costs", "result", "revenue_ytd", "result_ytd"
    for entity in ("Corrie GmbH", "Corrie SAS"):
        for period in QUARTERS:
            if period.endswith("Q1"):
                sold = kept = 0
            revenue, costs = chance.randint(20_000, 60_000), chance.randint(9_000, 19_000)
            sold, kept = sold + revenue, kept + revenue - costs
            yield entity, period, revenue, costs, revenue - costs, sold, kept


def basis(chance: random.Random) -> Rows:
    """Tidy: whether a figure is the quarter's or the year's so far stands in a column."""
    yield "division", "period", "basis", "item", "eur_k"
    items = ("Orders", "Sales", "Service")
    for division in ("Pumps", "Valves"):
        so_far: dict[str, int] = {}
        for period in QUARTERS:
            if period.endswith("Q1"):
                so_far = dict.fromkeys(items, 0)
            for item in items:
                amount = chance.randint(2_000, 30_000)
                so_far[item] += amount
                yield division, period, "Quarter", item, amount
                yield division, period, "YTD", item, so_far[item]


def weights(chance: random.Random) -> Rows:
    """Weights of a portfolio, which make a hundred; nowhere is their total."""
    yield "fund", "date", "holding", "weight_pct"
    holdings = ("Arbor", "Birch", "Cedar", "Dogwood", "Elm", "Fir")
    for fund, quarter in product(("Income", "Growth", "World"), QUARTERS[:8]):
        cuts = sorted(chance.sample(range(300, 9_700), len(holdings) - 1))
        parts = [b - a for a, b in zip((0, *cuts), (*cuts, 10_000), strict=True)]
        for holding, part in zip(holdings, parts, strict=True):
            yield fund, quarter, holding, f"{part / 100:.2f}"


def mix_across(chance: random.Random) -> Rows:
    """Wide: the shares of channels in what a brand sold; they make one."""
    yield "brand", "year", "stores_share", "online_share", "partners_share"
    for brand, year in product(("Oak", "Pine", "Yew", "Ash"), YEARS):
        a, b = sorted(chance.sample(range(50, 950), 2))
        parts = (f"{one / 1000:.3f}" for one in (a, b - a, 1000 - b))
        yield brand, year, *parts


def whole_keys(chance: random.Random) -> Rows:
    """Both columns that tell the records apart are whole numbers."""
    yield "store", "week", "cash", "card", "vouchers", "takings"
    for store, week in product((3, 7, 12, 15), range(1, 14)):
        cash, card, voucher = (chance.randint(900, 9_000) for _ in range(3))
        yield store, week, cash, card, voucher, cash + card + voucher


def plants(chance: random.Random) -> Rows:
    """Months as numbers beside years; a line's output and its scrap."""
    yield "year", "month", "line", "produced", "scrapped", "good"
    for year, month, line in product((2024, 2025), range(1, 13), (1, 2, 3)):
        made, lost = chance.randint(4_000, 9_000), chance.randint(20, 400)
        yield year, month, line, made, lost, made - lost


def statements(chance: random.Random) -> Rows:
    """Balance sheets in a tidy file, each entity in its currency."""
    yield "Company", "Currency", "Fiscal Year", "Line Item", "Amount"
    of = ("Sund AS", "NOK"), ("Sund Oy", "EUR"), ("Sund Ltd", "GBP")
    for (company, currency), year in product(of, YEARS):
        cash, due, stock, plant, rights = (chance.randint(3_000, 70_000) for _ in range(5))
        current, fixed = cash + due + stock, plant + rights
        owed = chance.randint(5_000, (current + fixed) // 2)
        loans = chance.randint(1_000, (current + fixed) // 3)
        lines = {
            "Cash": cash, "Receivables": due, "Inventories": stock, "Current assets": current,
            "Plant": plant, "Intangibles": rights, "Non-current assets": fixed,
            "Total assets": current + fixed, "Payables": owed, "Loans": loans,
            "Total liabilities": owed + loans, "Equity": current + fixed - owed - loans,
        }  # fmt: skip
        yield from ((company, currency, f"FY{year}", name, n) for name, n in lines.items())


def countries(chance: random.Random) -> Rows:
    """Totals as members, shares of them, growth by year, side by side."""
    yield "year", "country", "sales_m", "share_pct", "growth_pct"
    before: dict[str, float] = {}
    for year in YEARS:
        sold = {name: chance.randint(400, 9_000) for name in ("Chile", "Peru", "Kenya", "Ghana")}
        total = sum(sold.values())
        for name, amount in {**sold, "All countries": total}.items():
            grown = f"{100 * (amount / before[name] - 1):.1f}" if name in before else ""
            yield year, name, f"{amount / 10:.1f}", f"{100 * amount / total:.1f}", grown
            before[name] = amount


def budget_tidy(chance: random.Random) -> Rows:
    """Budget, actual and what lies between, by cost centre and quarter, and the year."""
    yield "cost_centre", "period", "budget", "actual", "variance", "variance_pct"
    for centre, year in product(("CC10 IT", "CC20 HR", "CC30 Legal"), (2024, 2025)):
        sums = [0, 0]
        for period in (*(f"Q{quarter} {year}" for quarter in (1, 2, 3, 4)), f"FY {year}"):
            plan, used = chance.randint(2_000, 8_000), chance.randint(2_000, 8_000)
            if period.startswith("FY"):
                plan, used = sums
            sums = [sums[0] + plan, sums[1] + used]
            yield centre, period, plan, used, used - plan, f"{100 * (used - plan) / plan:.1f}%"


def cash(chance: random.Random) -> Rows:
    """Cash flows in millions with one decimal, semicolons; each year opens as the last closed."""
    yield (
        "Gesellschaft", "Jahr", "Anfangsbestand", "operativ", "Investitionen", "Finanzierung",
        "Veränderung", "Endbestand",
    )  # fmt: skip
    for company in ("Nord AG", "Süd AG", "Mitte KG"):
        held = chance.randint(800, 4_000)
        for year in YEARS:
            flows = chance.randint(300, 2_000), -chance.randint(100, 900), -chance.randint(10, 400)
            left = held + sum(flows)
            figures = (held, *flows, sum(flows), left)
            yield company, year, *(f"{one / 10:.1f}".replace(".", ",") for one in figures)
            held = left


LATER: Mapping[str, Callable[[random.Random], Rows]] = {
    f"{function.__name__}.csv": function
    for function in (
        year_so_far, basis, weights, mix_across, whole_keys, plants, statements, countries,
        budget_tidy, cash,
    )
}  # fmt: skip
"""Files whose figures obey something."""


def scores(chance: random.Random) -> Rows:
    """Percentages that make no hundred, of whole-number keys."""
    yield "class", "term", "attendance_pct", "passed_pct", "pupils"
    for group, term in product((1, 2, 3, 4, 5), (1, 2, 3)):
        yield group, term, *(f"{chance.uniform(60, 99):.1f}" for _ in "ab"), chance.randint(18, 31)


def polls(chance: random.Random) -> Rows:
    """Several answers may be given; the shares come to more than a hundred."""
    yield "year", "region", "answer", "share_pct"
    for year, region in product(YEARS, ("North", "South")):
        for answer in ("Price", "Service", "Range", "Distance"):
            yield year, region, answer, f"{chance.uniform(12, 55):.1f}"


def dice(chance: random.Random) -> Rows:
    """Small whole numbers under small whole numbers."""
    yield "round", "player", "first", "second", "third"
    for turn, player in product(range(1, 11), range(1, 5)):
        yield turn, player, *(chance.randint(1, 6) for _ in range(3))


LATER_UNRELATED: Mapping[str, Callable[[random.Random], Rows]] = {
    f"{function.__name__}.csv": function for function in (scores, polls, dice)
}
"""Files whose figures obey nothing."""
