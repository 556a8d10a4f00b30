"""More invented data files, of other shapes, written after the code.

Each is made as those of ``invented_records`` are.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from itertools import product

from benchmarks.invented_records import Rows

YEARS = range(2019, 2026)
MONTHS = tuple(f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13))
QUARTERS = tuple(f"{quarter}Q{year}" for year in (23, 24, 25) for quarter in (1, 2, 3, 4))


def entities_wide(chance: random.Random) -> Rows:
    """Several entities, each in its currency; margins as numbers under one."""
    yield (
        "entity", "ccy", "fy", "net_sales", "cogs", "gross_profit", "sga", "rnd", "ebit",
        "interest", "tax", "net_income", "gross_margin",
    )  # fmt: skip
    of = ("Halcyon Ltd", "GBP"), ("Halcyon KK", "JPY"), ("Halcyon Inc", "USD")
    for (entity, currency), year in product(of, YEARS):
        sales, cogs = chance.randint(60_000, 90_000), chance.randint(30_000, 40_000)
        sga, rnd = chance.randint(4_000, 9_000), chance.randint(1_000, 5_000)
        interest, tax = chance.randint(100, 900), chance.randint(1_000, 3_000)
        gross = sales - cogs
        ebit = gross - sga - rnd
        figures = sales, cogs, gross, sga, rnd, ebit, interest, tax, ebit - interest - tax
        yield entity, currency, f"FY{year}", *figures, f"{gross / sales:.3f}"


def regions_and_countries(chance: random.Random) -> Rows:
    """A hierarchy: countries, their region, the world."""
    yield "region", "country", "year", "visitors"
    of = {
        "Nordics": "Iceland Norway Sweden",
        "Iberia": "Spain Portugal",
        "Baltics": "Latvia Estonia",
    }
    for year in YEARS:
        world = 0
        for region, countries in of.items():
            seen = {name: chance.randint(2_000, 90_000) for name in countries.split()}
            yield from ((region, name, year, number) for name, number in seen.items())
            yield region, "All", year, sum(seen.values())
            world += sum(seen.values())
        yield "World", "All", year, world


def stock(chance: random.Random) -> Rows:
    """What a store opens with, what comes and goes, what it closes with."""
    yield "store", "month", "opening", "received", "sold", "written_off", "closing"
    for store in ("Quayside", "Old Mill", "Station"):
        held = chance.randint(3_000, 5_000)
        for month in MONTHS:
            came, went, lost = (chance.randint(*one) for one in ((500, 900), (400, 800), (1, 60)))
            yield store, month, held, came, went, lost, (left := held + came - went - lost)
            held = left


def loans(chance: random.Random) -> Rows:
    """Loans by month, in cents; what is paid is interest and principal."""
    yield "loan_id", "due_date", "balance_start", "payment", "interest", "principal", "balance_end"
    for loan in ("L-2001", "L-2002", "L-2003", "L-2004"):
        owed = chance.randint(8_000_000, 30_000_000)
        payment = owed // 30
        for month in range(1, 13):
            interest = round(owed * 45 / 12_000)
            left = owed - (payment - interest)
            cents = owed, payment, interest, payment - interest, left
            yield loan, f"2025-{month:02}-28", *(f"{one / 100:.2f}" for one in cents)
            owed = left


def group_quarters(chance: random.Random) -> Rows:
    """Tidy: quarters and years, a group beside its divisions, growth as a number."""
    yield "company", "division", "period", "measure", "amount"
    for company in ("Tarn Group", "Fell Group"):
        before: dict[tuple[str, str], int] = {}
        for year in (2022, 2023, 2024, 2025):
            whole = dict.fromkeys(("Rail", "Road", "Sea", "Group"), 0)
            for period in (*(f"{year}-Q{quarter}" for quarter in (1, 2, 3, 4)), str(year)):
                sold = {name: chance.randint(3_000, 9_000) for name in ("Rail", "Road", "Sea")}
                sold["Group"] = sum(sold.values())
                if period == str(year):
                    sold = whole
                else:
                    whole = {name: whole[name] + sold[name] for name in whole}
                for name, amount in sold.items():
                    yield company, name, period, "Net sales", amount
                    if base := before.get((name, period[4:])):
                        yield company, name, period, "Growth %", f"{100 * (amount / base - 1):.1f}"
                    before[name, period[4:]] = amount


def fuels(chance: random.Random) -> Rows:
    yield "year", "fuel", "gwh", "share_of_total_pct"
    for year in YEARS:
        made = {
            fuel: chance.randint(900, 9_000) for fuel in ("Hydro", "Wind", "Gas", "Peat", "Sun")
        }
        total = sum(made.values())
        yield from ((year, fuel, f"{n:,}", f"{100 * n / total:.2f}") for fuel, n in made.items())
        yield year, "All fuels", f"{total:,}", "100.00"


def staff(chance: random.Random) -> Rows:
    """Movements of staff, a company beside its departments."""
    yield "quarter", "department", "at_start", "joined", "left", "at_end"
    heads = {name: chance.randint(100, 900) for name in ("Plant", "Office", "Field")}
    for quarter in QUARTERS:
        rows = []
        for name, start in heads.items():
            joined, left = chance.randint(5, 40), chance.randint(3, 30)
            rows.append((name, start, joined, left, start + joined - left))
        heads = {row[0]: int(row[4]) for row in rows}
        yield from ((quarter, *row) for row in rows)
        yield quarter, "Company", *(sum(int(row[i]) for row in rows) for i in (1, 2, 3, 4))


def pay(chance: random.Random) -> Rows:
    yield "employee", "month", "base", "overtime", "gross", "tax", "pension", "net"
    for employee, month in product(("E071", "E112", "E145", "E203"), MONTHS[:6]):
        base, over = chance.randint(210_000, 520_000), chance.randint(1_000, 60_000)
        tax, pension = round((base + over) * 0.23), round(base * 0.061)
        cents = base, over, base + over, tax, pension, base + over - tax - pension
        yield employee, month, *(f"{one / 100:.2f}" for one in cents)


def invoices(chance: random.Random) -> Rows:
    """Credit notes below nothing; what is net, its tax, and both."""
    yield "invoice", "customer", "currency", "net", "tax", "gross"
    for number in range(70_001, 70_041):
        net = chance.choice((1, 1, 1, -1)) * chance.randint(2_000, 900_000)
        tax = round(net * 0.19)
        currency, customer = chance.choice(("EUR", "CHF")), f"C{chance.randint(10, 19)}"
        cents = (f"{one / 100:.2f}" for one in (net, tax, net + tax))
        yield number, customer, currency, *cents


def price_and_volume(chance: random.Random) -> Rows:
    """Revenue is what was sold times its price; the price is printed to cents."""
    yield (
        "mine",
        "quarter",
        "ounces_sold",
        "revenue_usd_k",
        "price_usd_per_oz",
        "cost_usd_k",
        "profit_usd_k",
    )
    for mine, quarter in product(("Kestrel", "Merlin"), QUARTERS):
        ounces, price = chance.randint(9_000, 30_000), chance.uniform(1_700, 2_600)
        revenue, cost = round(ounces * price / 1_000), chance.randint(9_000, 14_000)
        shown = f"{revenue * 1_000 / ounces:.0f}"
        yield mine, quarter, ounces, revenue, shown, cost, revenue - cost


def to_date(chance: random.Random) -> Rows:
    """What was sold in a month, and since its year began."""
    yield "product", "month", "sold", "sold_to_date"
    for name in ("Kayaks", "Paddles", "Vests"):
        for year in (2024, 2025):
            since = 0
            for month in range(1, 13):
                since += (sold := chance.randint(300, 4_000))
                yield name, f"{year}-{month:02}", sold, since


def ledger(chance: random.Random) -> Rows:
    """A trial balance by month; both sides come to the same."""
    yield "period", "account", "debit", "credit", "net"
    names = ("1000 Cash", "1200 Receivables", "2000 Payables", "3000 Equity", "4000 Sales")
    for month in MONTHS[:10]:
        sums = [0, 0]
        for name in names:
            debit, credit = chance.randint(1_000, 99_000), chance.randint(1_000, 99_000)
            sums = [sums[0] + debit, sums[1] + credit]
            yield month, name, debit, credit, debit - credit
        yield month, "Total", *sums, sums[0] - sums[1]


HELD_OUT: Mapping[str, Callable[[random.Random], Rows]] = {
    f"{function.__name__}.csv": function
    for function in (
        entities_wide, regions_and_countries, stock, loans, group_quarters, fuels, staff, pay,
        invoices, price_and_volume, to_date, ledger,
    )
}  # fmt: skip
"""Files whose figures obey something."""


def stations(chance: random.Random) -> Rows:
    yield "station", "date", "low", "high", "rain_mm"
    for station, day in product(("Cape", "Ridge"), range(1, 29)):
        low = chance.randint(-3, 9)
        yield station, f"2025-03-{day:02}", low, low + chance.randint(1, 9), chance.randint(0, 9)


def ratings(chance: random.Random) -> Rows:
    """Small whole numbers, among which anything adds up now and then."""
    yield "reviewer", "product", "taste", "look", "smell", "overall"
    for reviewer, one in product("ABCDEFGH", ("P1", "P2", "P3", "P4")):
        yield reviewer, one, *(chance.randint(1, 5) for _ in range(4))


def rates(chance: random.Random) -> Rows:
    yield "date", "currency", "rate"
    for currency, month in product(("EUR", "JPY", "GBP", "SEK"), MONTHS):
        yield f"{month}-15", currency, f"{chance.uniform(0.5, 1.9):.4f}"


def overlapping(chance: random.Random) -> Rows:
    """A Total that counts what belongs to two once."""
    yield "year", "club", "members"
    for year in YEARS:
        members = [chance.randint(100, 900) for _ in range(4)]
        yield from (
            (year, club, n)
            for club, n in zip(("Chess", "Golf", "Choir", "Film"), members, strict=True)
        )
        yield year, "Total", sum(members) - chance.randint(40, 300)


def budgets_kept(chance: random.Random) -> Rows:
    """Restated last years: nothing obliges one year's opening to be the other's closing."""
    yield "fund", "year", "assets", "units", "fee_pct"
    for fund, year in product(("Alpha", "Beta", "Gamma"), YEARS):
        yield (
            fund,
            year,
            chance.randint(10_000, 90_000),
            chance.randint(500, 900),
            f"{chance.uniform(0.1, 2):.2f}",
        )


HELD_OUT_UNRELATED: Mapping[str, Callable[[random.Random], Rows]] = {
    f"{function.__name__}.csv": function
    for function in (stations, ratings, rates, overlapping, budgets_kept)
}
"""Files whose figures obey nothing."""
