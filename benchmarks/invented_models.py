"""Invented workbooks that are models: sheets of rows, each typed or calculated across periods."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

WHOLE, SHARE, PRICE = "#,##0;(#,##0)", "0.0%", "#,##0.00"


class Row(NamedTuple):
    """A row: numbers that are typed, or else a formula.

    {c} in a formula is its column, {p} the one before, {y} that of four before.
    ``first`` is what stands in the first period instead: a formula, a number, or "" for nothing;
    ``at`` what stands in others, by their place.
    """

    label: str
    numbers: Sequence[float] = ()
    formula: str = ""
    first: str | float | None = None
    shape: str = WHOLE
    at: Sequence[tuple[int, str | float]] = ()

    def typed(self, place: int) -> str | float | None:
        """What the cell of a period holds; None for nothing."""
        given = self.first if place == 0 else None
        given = dict(self.at).get(place, given)
        if given is not None:
            return given.format(c="B") if isinstance(given, str) and given else given or None
        if self.formula:
            return self.formula.format(c=chr(66 + place), p=chr(65 + place), y=chr(62 + place))
        return self.numbers[place] if self.numbers else None


class Sheet(NamedTuple):
    """A sheet: a title, its periods, then its rows from row 3 on."""

    name: str
    title: str
    periods: Sequence[str]
    rows: Sequence[Row]


class Model(NamedTuple):
    """A workbook."""

    sheets: Sequence[Sheet]

    @property
    def formats(self) -> frozenset[str]:
        return frozenset(row.shape for sheet in self.sheets for row in sheet.rows)


YEARS = ("FY2021", "FY2022", "FY2023", "FY2024", "FY2025", "FY2026")
QUARTERS = ("1Q24", "2Q24", "3Q24", "4Q24", "1Q25", "2Q25", "3Q25", "4Q25")
MONTHS = ("Jan-25", "Feb-25", "Mar-25", "Apr-25", "May-25", "Jun-25")
R = Row


def _grown(first: float, *steps: float) -> tuple[float, ...]:
    found = [first]
    for step in steps:
        found.append(round(found[-1] * step))
    return tuple(found)


FIVE = (1.06, 1.04, 1.09, 1.03, 1.05)
SEVEN = (1.02, 1.05, 0.97, 1.04, 1.03, 1.06, 0.99)

STATEMENTS = Model((
    Sheet("Income", "Ravelin Mills income statement (USD thousand)", YEARS, (
        R("Cloth sales", _grown(41_200, *FIVE)),  # 3
        R("Yarn sales", _grown(18_730, *FIVE)),
        R("Other revenue", _grown(2_115, *FIVE)),
        R("Revenue", (), "=SUM({c}3:{c}5)"),  # 6
        R("Cost of goods sold", _grown(37_480, *FIVE)),
        R("Gross profit", (), "={c}6-{c}7"),  # 8
        R("Selling expenses", _grown(7_306, *FIVE)),
        R("Administrative expenses", _grown(5_241, *FIVE)),
        R("Depreciation", _grown(2_980, *FIVE)),
        R("Operating expenses", (), "=SUM({c}9:{c}11)"),  # 12
        R("Operating income", (), "={c}8-{c}12"),  # 13
        R("Interest expense", _grown(612, *FIVE)),
        R("Income before tax", (), "={c}13-{c}14"),  # 15
        R("Income tax", _grown(1_702, *FIVE)),
        R("Net income", (), "={c}15-{c}16"),  # 17
        R("Gross margin", (), "={c}8/{c}6", shape=SHARE),
        R("Revenue growth", (), "={c}6/{p}6-1", first="", shape=SHARE),
    )),
    Sheet("Balance", "Ravelin Mills balance sheet (USD thousand)", YEARS, (
        R("Cash", (), "=Cash!{c}12"),  # 3
        R("Receivables", _grown(8_204, *FIVE)),
        R("Inventories", _grown(9_911, *FIVE)),
        R("Current assets", (), "=SUM({c}3:{c}5)"),  # 6
        R("Property and equipment", _grown(30_450, *FIVE)),
        R("Total assets", (), "={c}6+{c}7"),  # 8
        R("Payables", _grown(6_120, *FIVE)),
        R("Debt", _grown(11_300, *FIVE)),
        R("Other liabilities", _grown(1_940, *FIVE)),
        R("Total liabilities", (), "=SUM({c}9:{c}11)"),  # 12
        R("Equity", (), "={c}8-{c}12"),  # 13
        R("Total liabilities and equity", (), "={c}12+{c}13"),
        R("Balance check", (), "={c}8-{c}14"),
    )),
    Sheet("Cash", "Ravelin Mills cash flow (USD thousand)", YEARS, (
        R("Net income", (), "=Income!{c}17"),  # 3
        R("Depreciation", (), "=Income!{c}11"),
        R("Working capital", (-410, -380, -525, -290, -333, -402)),
        R("Operating cash flow", (), "=SUM({c}3:{c}5)"),  # 6
        R("Capital expenditure", (-3_900, -4_100, -4_350, -4_020, -4_410, -4_600)),
        R("Dividends", (-900, -950, -1_000, -1_050, -1_100, -1_150)),
        R("Debt drawn", (250, 300, -200, 410, -120, 90)),
        R("Net change in cash", (), "=SUM({c}6:{c}9)"),  # 10
        R("Opening cash", (), "={p}12", first=5_310),
        R("Closing cash", (), "={c}10+{c}11"),
    )),
))  # fmt: skip

BUDGET = Model((
    Sheet("Budget", "Town of Ellery operating budget (USD)", MONTHS, (
        R("Property tax", (210_400, 198_250, 204_310, 251_900, 240_115, 233_700)),
        R("Permits", (12_310, 14_220, 15_890, 17_005, 18_430, 19_215)),
        R("Grants", (30_000, 30_000, 45_500, 30_000, 30_000, 51_250)),
        R("Total income", (), "=SUM({c}3:{c}5)"),  # 6
        R("Salaries", (122_600, 122_600, 124_050, 124_050, 125_310, 125_310)),
        R("Road repair", (18_400, 16_900, 22_350, 31_200, 35_610, 37_480)),
        R("Utilities", (9_820, 9_410, 8_760, 7_930, 7_205, 6_990)),
        R("Library", (11_050, 11_120, 11_340, 11_400, 11_515, 11_630)),
        R("Total spending", (), "=SUM({c}7:{c}10)"),  # 11
        R("Surplus", (), "={c}6-{c}11"),
        R("Opening balance", (), "={p}14", first=402_110),
        R("Closing balance", (), "={c}12+{c}13"),
    )),
    Sheet("Actual", "Town of Ellery actual (USD)", MONTHS, (
        R("Property tax", (208_912, 199_004, 203_877, 250_413, 241_020, 231_956)),
        R("Permits", (11_904, 14_870, 15_233, 17_612, 18_041, 19_777)),
        R("Grants", (30_000, 30_000, 45_500, 29_400, 30_000, 50_110)),
        R("Total income", (), "=SUM({c}3:{c}5)"),
        R("Salaries", (123_411, 122_087, 124_660, 123_902, 126_015, 125_004)),
        R("Road repair", (17_950, 17_660, 21_904, 32_817, 34_902, 38_116)),
        R("Utilities", (9_905, 9_377, 8_812, 7_846, 7_311, 6_842)),
        R("Library", (11_020, 11_208, 11_290, 11_477, 11_466, 11_702)),
        R("Total spending", (), "=SUM({c}7:{c}10)"),
        R("Surplus", (), "={c}6-{c}11"),
    )),
    Sheet("Variance", "Town of Ellery variance (USD)", MONTHS, (
        R("Income over budget", (), "=Actual!{c}6-Budget!{c}6"),
        R("Spending over budget", (), "=Actual!{c}11-Budget!{c}11"),
        R("Surplus over budget", (), "={c}3-{c}4"),
        R("Check against surpluses", (), "={c}5-(Actual!{c}12-Budget!{c}12)"),
    )),
))  # fmt: skip

FACT_BOOK = Model((
    Sheet("Segments", "Osprey Telecom fact book: segments (EUR million)", QUARTERS, (
        R("Mobile", _grown(812, *SEVEN)),
        R("Fixed line", _grown(431, *SEVEN)),
        R("Wholesale", _grown(118, *SEVEN)),
        R("Television", _grown(96, *SEVEN)),
        R("Segment revenue", (), "=SUM({c}3:{c}6)"),
        R("Eliminations", (-21, -22, -20, -24, -23, -25, -22, -26)),
        R("Group revenue", (), "={c}7+{c}8"),
        R("Mobile share", (), "={c}3/{c}7", shape=SHARE),
        R("Growth on quarter", (), "={c}9/{p}9-1", first="", shape=SHARE),
    )),
    Sheet("Costs", "Osprey Telecom fact book: costs (EUR million)", QUARTERS, (
        R("Network", _grown(302, *SEVEN)),
        R("Personnel", _grown(214, *SEVEN)),
        R("Marketing", _grown(88, *SEVEN)),
        R("Interconnection", _grown(131, *SEVEN)),
        R("Operating costs", (), "=SUM({c}3:{c}6)"),
        R("EBITDA", (), "=Segments!{c}9-{c}7"),
        R("EBITDA margin", (), "={c}8/Segments!{c}9", shape=SHARE),
        R("Depreciation", _grown(171, *SEVEN)),
        R("Operating profit", (), "={c}8-{c}10"),
    )),
    Sheet("Customers", "Osprey Telecom fact book: customers (thousand)", QUARTERS, (
        R("Customers at start", (), "={p}6", first=9_120),
        R("Gained", (412, 398, 441, 407, 455, 420, 466, 431)),
        R("Lost", (-301, -322, -310, -335, -318, -340, -327, -351)),
        R("Customers at end", (), "=SUM({c}3:{c}5)"),
        R("Check of customers", (), "={c}6-{c}3-{c}4-{c}5"),
    )),
))  # fmt: skip

SUBSCRIPTIONS = Model((
    Sheet("Revenue", "Quillnote plan: subscriptions (USD thousand)", QUARTERS, (
        R("Recurring revenue at start", (), "={p}7", first=12_400),
        R("New", (1_310, 1_402, 1_388, 1_521, 1_604, 1_655, 1_733, 1_802)),
        R("Expansion", (402, 431, 415, 466, 480, 512, 533, 560)),
        R("Churn", (-511, -540, -566, -571, -602, -633, -640, -688)),
        R("Recurring revenue at end", (), "=SUM({c}3:{c}6)"),
        R("Services", (210, 190, 240, 260, 255, 270, 281, 290)),
        R("Total revenue", (), "={c}7+{c}8"),
        R("Services share", (), "={c}8/{c}9", shape=SHARE),
    )),
    Sheet("Spending", "Quillnote plan: spending (USD thousand)", QUARTERS, (
        R("Engineering", _grown(4_120, *SEVEN)),
        R("Sales", _grown(3_310, *SEVEN)),
        R("Support", _grown(1_204, *SEVEN)),
        R("Overheads", _grown(966, *SEVEN)),
        R("Total spending", (), "=SUM({c}3:{c}6)"),
        R("Result", (), "=Revenue!{c}9-{c}7"),
        R("Engineering per cent of spending", (), "={c}3/{c}7", shape=SHARE),
    )),
    Sheet("Runway", "Quillnote plan: cash (USD thousand)", QUARTERS, (
        R("Opening cash", (), "={p}6", first=31_500),
        R("Result", (), "=Spending!{c}8"),
        R("Collected in advance", (300, 280, 310, 295, 330, 320, 340, 335)),
        R("Closing cash", (), "=SUM({c}3:{c}5)"),
        R("Control", (), "={c}6-{c}5-{c}4-{c}3"),
    )),
))  # fmt: skip

PROJECT = Model((
    Sheet("Loans", "Skerry Wind Park loans (GBP thousand)", YEARS, (
        R("Senior loan at start", (), "={p}6", first=88_000),
        R("Drawn", (4_000, 2_500, 0, 0, 1_500, 0)),
        R("Repaid", (-6_100, -6_400, -6_750, -7_010, -7_300, -7_550)),
        R("Senior loan at end", (), "=SUM({c}3:{c}5)"),
        R("Junior loan at start", (), "={p}9", first=14_000),
        R("Repaid, junior", (-900, -950, -1_000, -1_050, -1_100, -1_150)),
        R("Junior loan at end", (), "={c}7+{c}8"),
        R("Loans at end", (), "={c}6+{c}9"),
    )),
    Sheet("Energy", "Skerry Wind Park revenue (GBP thousand)", YEARS, (
        R("Northern array", _grown(9_410, *FIVE)),
        R("Southern array", _grown(7_766, *FIVE)),
        R("Certificates", _grown(2_204, *FIVE)),
        R("Revenue", (), "=SUM({c}3:{c}5)"),
        R("Maintenance", _grown(2_310, *FIVE)),
        R("Seabed lease", _grown(812, *FIVE)),
        R("Insurance", _grown(455, *FIVE)),
        R("Operating costs", (), "=SUM({c}7:{c}9)"),
        R("Cash for debt service", (), "={c}6-{c}10"),
        R("Debt service", (), "=-Loans!{c}5-Loans!{c}8"),
        R("Cover", (), "={c}11/{c}12", shape=PRICE),
        R("Cash after debt service", (), "={c}11-{c}12"),
        R("Check", (), "={c}6-{c}10-{c}12-{c}14"),
    )),
))  # fmt: skip

PAYROLL = Model((
    Sheet("Heads", "Corbel Clinics headcount plan", MONTHS, (
        R("Doctors", (112, 114, 115, 118, 118, 121)),
        R("Nurses", (340, 344, 351, 352, 360, 366)),
        R("Technicians", (87, 87, 88, 90, 91, 91)),
        R("Reception", (64, 65, 65, 66, 66, 68)),
        R("Total heads", (), "=SUM({c}3:{c}6)"),
        R("Change in month", (), "={c}7-{p}7", first=""),
    )),
    Sheet("Pay", "Corbel Clinics pay (EUR)", MONTHS, (
        R("Pay of doctors", (), "=Heads!{c}3*7350"),
        R("Pay of nurses", (), "=Heads!{c}4*3120"),
        R("Pay of technicians", (), "=Heads!{c}5*2880"),
        R("Pay of reception", (), "=Heads!{c}6*2305"),
        R("Basic pay", (), "=SUM({c}3:{c}6)"),
        R("Overtime", (41_200, 39_850, 44_310, 40_775, 46_020, 45_118)),
        R("Social charges", (212_400, 215_310, 219_004, 222_871, 225_630, 230_415)),
        R("Total pay", (), "=SUM({c}7:{c}9)"),
        R("Pay per head", (), "={c}10/Heads!{c}7", shape=PRICE),
        R("Budget", (1_800_000, 1_820_000, 1_840_000, 1_870_000, 1_900_000, 1_930_000)),
        R("Left of budget", (), "={c}12-{c}10"),
        R("Check of pay", (), "={c}10+{c}13-{c}12"),
    )),
))  # fmt: skip

MODELS = {
    "statements": STATEMENTS,
    "budget": BUDGET,
    "fact-book": FACT_BOOK,
    "subscriptions": SUBSCRIPTIONS,
    "project": PROJECT,
    "payroll": PAYROLL,
}


def _renamed(model: Model, words: dict[str, str], factor: float) -> Model:
    """A model of another company, in other words and figures."""

    def other(text: str) -> str:
        for old, new in words.items():
            text = text.replace(old, new)
        return text

    def row(one: Row) -> Row:
        first = round(one.first * factor) if isinstance(one.first, int | float) else one.first
        numbers = tuple(round(n * factor + 7 * i) for i, n in enumerate(one.numbers))
        return one._replace(label=other(one.label), numbers=numbers, first=first)

    return Model(
        tuple(s._replace(title=other(s.title), rows=tuple(map(row, s.rows))) for s in model.sheets)
    )


HELD_OUT = {
    f"{name}-2": _renamed(
        model,
        {
            "Total": "Sum of", "Ravelin Mills": "Ostrava Glass", "sales": "deliveries",
            "Opening": "Brought forward", "Closing": "Carried forward", "Gained": "Added",
            "check": "control", "Check": "Difference", "Control": "Proof", "at start": "1 January",
            "at end": "31 December", "Salaries": "Wages", "revenue": "turnover",
            "Revenue": "Turnover", "costs": "charges", "Pay of": "Wages of",
        },
        1.37,
    )
    for name, model in MODELS.items()
}  # fmt: skip
