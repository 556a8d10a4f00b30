"""More invented models, of other shapes, written after the code.

Their formulas look at rates that stand once, at a year ago, at rows of other sheets and at totals
over the periods, as those of working models do.
"""

from __future__ import annotations

from benchmarks.invented_models import PRICE, QUARTERS, SHARE, WHOLE, Model, Row, Sheet

R = Row
RATE = "0.00%"
MONTHS = ("Jan-26", "Feb-26", "Mar-26", "Apr-26", "May-26", "Jun-26", "Jul-26", "Aug-26")
WITH_YEAR = (*MONTHS[:6], "1H26")
ROUNDS = ("Founding", "Seed", "Series A", "Series B", "Series C", "Series D")


def _half_year(row: int) -> tuple[tuple[int, str], ...]:
    """The last column adds up the six before it."""
    return ((6, f"=SUM(B{row}:G{row})"),)


def _blank(first: int) -> tuple[tuple[int, str], ...]:
    """Nothing in the first periods, which have no year before."""
    return tuple((place, "") for place in range(first))


THREE_STATEMENTS = Model((
    Sheet("Inputs", "Larkfield Tools quarterly model: drivers", QUARTERS, (
        R("Units sold", (4_210, 4_388, 4_902, 5_310, 4_477, 4_690, 5_121, 5_566)),  # 3
        R("Price a unit", (2.10, 2.10, 2.12, 2.12, 2.15, 2.15, 2.18, 2.18), shape=PRICE),
        R("Material a unit", (0.81, 0.82, 0.80, 0.83, 0.84, 0.82, 0.85, 0.84), shape=PRICE),
        R("Days of receivables", (41, 43, 42, 40, 44, 42, 41, 43)),
        R("Tax rate", (0.24,) * 8, shape=RATE),
        R("Interest rate a quarter", (0.0125,) * 8, shape=RATE),
    )),
    Sheet("Assets", "Larkfield Tools: plant and debt schedules (USD thousand)", QUARTERS, (
        R("Plant, opening", (), "={p}6", first=21_400),  # 3
        R("Additions", (610, 595, 702, 688, 640, 655, 730, 712)),
        R("Depreciation", (), "=-{c}3*0.025"),
        R("Plant, closing", (), "=SUM({c}3:{c}5)"),  # 6
        R("Term loan, opening", (), "={p}10", first=9_600),
        R("Drawn", (0, 400, 0, 0, 250, 0, 0, 300)),
        R("Repaid", (-300, -300, -320, -320, -340, -340, -360, -360)),
        R("Term loan, closing", (), "=SUM({c}7:{c}9)"),  # 10
        R("Interest on the opening loan", (), "={c}7*Inputs!{c}8"),
    )),
    Sheet("PL", "Larkfield Tools: income statement (USD thousand)", QUARTERS, (
        R("Net sales", (), "=Inputs!{c}3*Inputs!{c}4"),  # 3
        R("Material", (), "=Inputs!{c}3*Inputs!{c}5"),
        R("Wages", (1_902, 1_933, 1_951, 2_010, 2_044, 2_050, 2_071, 2_099)),
        R("Gross profit", (), "={c}3-{c}4-{c}5"),  # 6
        R("Selling", (611, 590, 642, 660, 633, 650, 671, 702)),
        R("General", (402, 411, 405, 420, 418, 431, 440, 437)),
        R("Depreciation", (), "=-Assets!{c}5"),
        R("Total overheads", (), "=SUM({c}7:{c}9)"),  # 10
        R("Operating profit", (), "={c}6-{c}10"),
        R("Interest", (), "=Assets!{c}11"),
        R("Profit before tax", (), "={c}11-{c}12"),  # 13
        R("Tax", (), "={c}13*Inputs!{c}7"),
        R("Net profit", (), "={c}13-{c}14"),  # 15
        R("Gross margin", (), "={c}6/{c}3", shape=SHARE),
        R("Sales growth on the year", (), "={c}3/{y}3-1", at=_blank(4), shape=SHARE),
    )),
    Sheet("BS", "Larkfield Tools: balance sheet (USD thousand)", QUARTERS, (
        R("Cash", (), "=CF!{c}14"),  # 3
        R("Receivables", (), "=PL!{c}3*Inputs!{c}6/90"),
        R("Plant", (), "=Assets!{c}6"),
        R("Total assets", (), "=SUM({c}3:{c}5)"),  # 6
        R("Term loan", (), "=Assets!{c}10"),
        R("Share capital", (12_000,) * 8),
        R("Retained earnings", (), "={p}9+PL!{c}15+CF!{c}11", first="=10000+PL!{c}15+CF!{c}11"),
        R("Total equity", (), "={c}8+{c}9"),  # 10
        R("Total equity and liabilities", (), "={c}7+{c}10"),
    )),
    Sheet("CF", "Larkfield Tools: cash flow (USD thousand)", QUARTERS, (
        R("Net profit", (), "=PL!{c}15"),  # 3
        R("Depreciation", (), "=PL!{c}9"),
        R("Change in receivables", (), "=BS!{p}4-BS!{c}4", first="=4000-BS!{c}4"),
        R("Cash from operations", (), "=SUM({c}3:{c}5)"),  # 6
        R("Additions to plant", (), "=-Assets!{c}4"),
        R("Loan drawn", (), "=Assets!{c}8"),
        R("Loan repaid", (), "=Assets!{c}9"),
        R("Cash from lending", (), "={c}8+{c}9"),  # 10
        R("Dividends", (-200, -200, -200, -200, -220, -220, -220, -220)),
        R("Net change in cash", (), "={c}6+{c}7+{c}10+{c}11"),  # 12
        R("Opening cash", (), "={p}14", first=6_200),
        R("Closing cash", (), "={c}12+{c}13"),
    )),
))  # fmt: skip

HEADCOUNT = Model((
    Sheet("Staff", "Corrie Design: headcount budget", WITH_YEAR, (
        R("Studio", (31, 31, 33, 34, 34, 36), at=((6, "=G3"),)),
        R("Workshop", (54, 55, 55, 57, 58, 58), at=((6, "=G4"),)),
        R("Sales", (17, 17, 18, 18, 19, 19), at=((6, "=G5"),)),
        R("Office", (12, 12, 12, 12, 13, 13), at=((6, "=G6"),)),
        R("Total staff", (), "=SUM({c}3:{c}6)"),
    )),
    Sheet("Cost", "Corrie Design: cost of staff (EUR)", WITH_YEAR, (
        R("Studio", (), "=Staff!{c}3*4310", at=_half_year(3)),  # 3
        R("Workshop", (), "=Staff!{c}4*3120", at=_half_year(4)),
        R("Sales", (), "=Staff!{c}5*3655", at=_half_year(5)),
        R("Office", (), "=Staff!{c}6*2840", at=_half_year(6)),
        R("Salaries", (), "=SUM({c}3:{c}6)"),  # 7
        R("Social security", (), "={c}7*0.205"),
        R("Bonus", (0, 0, 41_000, 0, 0, 44_500), at=_half_year(9)),
        R("Cost of staff", (), "=SUM({c}7:{c}9)"),  # 10
        R("Budget", (412_000, 415_000, 470_000, 432_000, 441_000, 490_000), at=_half_year(11)),
        R("Under budget", (), "={c}11-{c}10"),
        R("Cost a head", (), "={c}10/Staff!{c}7", shape=PRICE, at=((6, "=H10/Staff!H7/6"),)),
        R("Check of salaries", (), "={c}7-{c}3-{c}4-{c}5-{c}6"),
    )),
))  # fmt: skip

AMORTISATION = Model((
    Sheet("Terms", "Loans of Ness Harbour: terms", ("Loan A", "Loan B"), (
        R("Rate a month", (0.00375, 0.0042), shape=RATE),
        R("Instalment", (41_250, 22_400)),
    )),
    Sheet("Schedule", "Loans of Ness Harbour: schedule (GBP)", MONTHS, (
        R("Loan A, opening", (), "={p}7", first=1_440_000),  # 3
        R("Interest on A", (), "=ROUND({c}3*Terms!$B$3,2)"),
        R("Instalment of A", (), "=Terms!$B$4"),
        R("Repaid of A", (), "={c}5-{c}4"),
        R("Loan A, closing", (), "={c}3-{c}6"),  # 7
        R("Loan B, opening", (), "={p}12", first=810_000),
        R("Interest on B", (), "=ROUND({c}8*Terms!$C$3,2)"),
        R("Instalment of B", (), "=Terms!$C$4"),
        R("Repaid of B", (), "={c}10-{c}9"),
        R("Loan B, closing", (), "={c}8-{c}11"),  # 12
        R("Total interest", (), "={c}4+{c}9"),
        R("Total repaid", (), "={c}6+{c}11"),
        R("Total owed", (), "={c}7+{c}12"),  # 15
        R("Paid since January", (), "={p}16+{c}5+{c}10", first="=B5+B10"),
        R("Check of instalments", (), "={c}5+{c}10-{c}13-{c}14"),
    )),
))  # fmt: skip

CAP_TABLE = Model((
    Sheet("Shares", "Tessel Robotics: shares by round", ROUNDS, (
        R("Founders", (), "={p}3", first=6_000_000),  # 3
        R("Option pool", (600_000, 900_000, 1_150_000, 1_400_000, 1_400_000, 1_650_000)),
        R("Seed investors", (), "={p}5", first=0, at=((1, 1_320_000),)),
        R("Series A investors", (0, 0, 2_410_000, 2_410_000, 2_410_000, 2_410_000)),
        R("Later investors", (0, 0, 0, 1_980_000, 3_655_000, 5_120_000)),
        R("Fully diluted shares", (), "=SUM({c}3:{c}7)"),  # 8
        R("Price a share", (0.10, 0.91, 2.49, 5.05, 8.95, 12.30), shape=PRICE),
        R("Post-money value", (), "={c}8*{c}9"),
    )),
    Sheet("Stakes", "Tessel Robotics: ownership by round", ROUNDS, (
        R("Founders", (), "=Shares!{c}3/Shares!{c}8", shape=RATE),
        R("Option pool", (), "=Shares!{c}4/Shares!{c}8", shape=RATE),
        R("Seed investors", (), "=Shares!{c}5/Shares!{c}8", shape=RATE),
        R("Series A investors", (), "=Shares!{c}6/Shares!{c}8", shape=RATE),
        R("Later investors", (), "=Shares!{c}7/Shares!{c}8", shape=RATE),
        R("Total", (), "=SUM({c}3:{c}7)", shape=RATE),
        R("Value of founders' stake", (), "={c}3*Shares!{c}10", shape=WHOLE),
    )),
))  # fmt: skip

KEY_FIGURES = Model((
    Sheet("KPIs", "Moorland Mobile: key figures (EUR million)", QUARTERS, (
        R("Postpaid (thousand)", (3_102, 3_140, 3_188, 3_215, 3_260, 3_301, 3_333, 3_390)),
        R("Prepaid (thousand)", (1_410, 1_395, 1_371, 1_366, 1_340, 1_322, 1_310, 1_287)),
        R("Subscribers (thousand)", (), "={c}3+{c}4"),  # 5
        R("Net additions (thousand)", (), "={c}5-{p}5", first=""),
        R("Postpaid revenue", (171, 174, 178, 180, 182, 186, 190, 193)),
        R("Prepaid revenue", (33, 32, 32, 31, 31, 30, 30, 29)),
        R("Equipment revenue", (40, 38, 41, 59, 42, 40, 44, 63)),
        R("Revenue", (), "=SUM({c}7:{c}9)"),  # 10
        R("Direct costs", (88, 86, 90, 104, 91, 90, 94, 110)),
        R("Indirect costs", (74, 75, 73, 78, 75, 76, 76, 80)),
        R("EBITDA", (), "={c}10-{c}11-{c}12"),  # 13
        R("EBITDA margin", (), "={c}13/{c}10", shape=SHARE),
        R("Capital expenditure", (31, 28, 30, 44, 33, 29, 31, 46)),
        R("EBITDA less capex", (), "={c}13-{c}15"),
        R("Revenue a subscriber a month (EUR)", (), "=({c}7+{c}8)*1000/{c}5/3", shape=PRICE),
    )),
))  # fmt: skip

HELD_OUT_2 = {
    "three-statements": THREE_STATEMENTS,
    "headcount": HEADCOUNT,
    "amortisation": AMORTISATION,
    "cap-table": CAP_TABLE,
    "key-figures": KEY_FIGURES,
}
