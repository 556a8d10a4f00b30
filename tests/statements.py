"""Invented statements: consistent by construction, printed from unrounded values by a seed.

A sheet is a table whose rows and columns say how they follow from others:
"Revenue - Cost of sales" is a signed sum, "2025 over 2024" a growth, "2025 of Revenue" (of a
column) or "Operating profit % of Revenue" (of a row) a share.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from auditor.model.figure import Rounding
from auditor.model.interval import Interval
from auditor.notation.numerals import cell_figure
from tests.languages.notation import ENGLISH, Notation

Cell = tuple[int, int]
_PLACE = re.compile(r"\{([^{}|]+)\|([^{}|]+)(?:\|([^{}|]+)\|([^{}|]+))?\}")
SEED = 20_250_331
PLANTS_PER_STATEMENT = 6
DRIFT = (0.82, 1.19)
"""How far a leaf's value in one column may lie from its usual size."""


@dataclass(frozen=True, slots=True)
class Tie:
    """``target`` follows from ``inputs`` as ``kind`` says: sum, growth or share."""

    kind: str
    target: Cell
    inputs: tuple[tuple[Cell, int], ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        return (self.target, *(cell for cell, _ in self.inputs))


@dataclass(frozen=True)  # no slots: values are made once
class Sheet:
    """A table to be printed; ``rows`` and ``columns`` map labels to a size or a formula.

    A column's formula is "" where its leaves are random. ``above`` is the text before the table,
    ``negative`` the way of writing a negative amount, ``decimals`` the digits after the point.
    ``below`` is prose under the table, in which "{row|column}" stands for a figure without its
    sign and "{row|column|rose|fell}" for a word by its sign. ``notation`` is how numbers are
    written, where not as in English; ``corner`` what heads the labels.
    """

    name: str
    above: str
    columns: Mapping[str, str]
    rows: Mapping[str, float | str]
    negative: str = "({})"
    decimals: int = 0
    below: str = ""
    notation: Notation = ENGLISH
    corner: str = ""

    @cached_property
    def values(self) -> dict[Cell, float]:
        """The unrounded value behind every cell."""
        rng = random.Random(f"{self.name} {SEED}")  # noqa: S311 - a seeded table is no secret
        leaves = {
            (row, column): size * rng.uniform(*DRIFT)
            for row, size in enumerate(self.rows.values())
            for column, formula in enumerate(self.columns.values())
            if not formula and not isinstance(size, str)
        }
        for cell in self._cells:
            self._fill(cell, leaves)
        return leaves

    def _fill(self, cell: Cell, known: dict[Cell, float]) -> float:
        if cell not in known:
            tie = self._own_tie(cell)
            known[cell] = quotient(tie.kind, [s * self._fill(c, known) for c, s in tie.inputs])
        return known[cell]

    @property
    def _cells(self) -> list[Cell]:
        return [(r, c) for r in range(len(self.rows)) for c in range(len(self.columns))]

    def _own_tie(self, cell: Cell) -> Tie:
        """How a cell that is no leaf follows from others; the column's formula comes first."""
        across, down = self._across(cell), self._down(cell)
        tie = across or down
        if tie is None:
            raise ValueError(f"nothing says what stands at {cell} of {self.name}")
        return tie

    def _across(self, cell: Cell) -> Tie | None:
        row, column = cell
        formula = list(self.columns.values())[column]
        names = list(self.columns)
        if " over " in formula:
            later, earlier = (names.index(part) for part in formula.split(" over "))
            return Tie("growth", cell, (((row, later), 1), ((row, earlier), 1)))
        if " of " in formula:
            own, whole = formula.split(" of ")
            at = names.index(own)
            return Tie("share", cell, (((row, at), 1), ((list(self.rows).index(whole), at), 1)))
        parts = [(names.index(name), sign) for name, sign in signed(formula)]
        return Tie("sum", cell, tuple(((row, c), s) for c, s in parts)) if parts else None

    def _down(self, cell: Cell) -> Tie | None:
        row, column = cell
        formula = list(self.rows.values())[row]
        if not isinstance(formula, str):
            return None
        if " % of " in formula:
            inputs = [list(self.rows).index(name) for name in formula.split(" % of ")]
            return Tie("share", cell, tuple(((r, column), 1) for r in inputs))
        parts = [(list(self.rows).index(name), sign) for name, sign in signed(formula)]
        return Tie("sum", cell, tuple(((r, column), s) for r, s in parts))

    @cached_property
    def ties(self) -> tuple[Tie, ...]:
        """Everything that its printed figures must obey; percentages do not add up."""
        return tuple(
            tie
            for cell in self._cells
            if not self.is_blank(cell)
            for tie in (
                self._across(cell),
                None if self._across_in_per_cent(cell) else self._down(cell),
            )
            if tie is not None
        )

    def is_share(self, cell: Cell) -> bool:
        """Whether a cell states a percentage."""
        in_row = " % of " in str(list(self.rows.values())[cell[0]])
        return in_row or self._across_in_per_cent(cell)

    def _across_in_per_cent(self, cell: Cell) -> bool:
        return re.search(r" over | of ", list(self.columns.values())[cell[1]]) is not None

    def is_blank(self, cell: Cell) -> bool:
        """Whether nothing is printed in a cell: the change of a percentage."""
        return " % of " in str(list(self.rows.values())[cell[0]]) and bool(
            list(self.columns.values())[cell[1]]
        )

    def printed(self, cell: Cell) -> str:
        """A cell's value rounded and written as its table writes figures."""
        if self.is_blank(cell):
            return ""
        value = self.values[cell]
        if self.is_share(cell):
            return self._written(value, 1, "%")
        return "-" if value == 0 else self._written(value, self.decimals)

    def _written(self, value: float, decimals: int, unit: str = "") -> str:
        digits = f"{abs(value):,.{decimals}f}"
        inside = "(" in self.negative
        shown = digits + (unit if inside else "")
        signed_text = self.negative.format(shown) if value < 0 and digits.strip("0.,") else shown
        return signed_text + ("" if inside else unit)

    def text(self, changed: Mapping[Cell, str] | None = None) -> str:
        """The sheet in Markdown, with some cells printed otherwise."""
        wrong = changed or {}
        header = [
            f"| {self.corner} | {' | '.join(self.columns)} |",
            "|---" * (len(self.columns) + 1) + "|",
        ]
        body = [
            f"| {label} | "
            + " | ".join(
                self.notation.written(wrong.get((r, c)) or self.printed((r, c)))
                for c in range(len(self.columns))
            )
            + " |"
            for r, label in enumerate(self.rows)
        ]
        below = _PLACE.sub(self._told, self.below)
        return "\n".join([self.above, "", *header, *body, "", *([below, ""] if below else [])])

    def _told(self, place: re.Match[str]) -> str:
        """What stands in prose for a figure of the table, or a word by its sign."""
        cell = list(self.rows).index(place[1]), list(self.columns).index(place[2])
        if place[3]:
            return place[3] if self.values[cell] >= 0 else place[4]
        return self.notation.written(re.sub(r"[^\d.,%]", "", self.printed(cell)))

    def holds(self, tie: Tie, changed: Mapping[Cell, str]) -> bool:
        """Whether some unrounded values print as the tie's figures and satisfy it."""
        target, *inputs = (self._range(cell, changed) for cell in tie.cells)
        if tie.kind == "sum":
            parts = [i.times(sign) for i, (_, sign) in zip(inputs, tie.inputs, strict=True)]
            return 0 in sum(parts, start=-target)
        over, under = inputs
        if not (over.positive and under.positive):
            return True
        stated = over.divided_by(under).times(100)
        least = Interval(stated.low - 100, stated.high - 100) if tie.kind == "growth" else stated
        return least.overlap(target) is not None

    def _range(self, cell: Cell, changed: Mapping[Cell, str]) -> Interval:
        figure = cell_figure(changed.get(cell) or self.printed(cell))
        assert figure is not None, cell
        return figure.interval(Rounding.NEAREST)


@dataclass(frozen=True, slots=True)
class Plant:
    """One misprint of one figure that no rounding explains."""

    sheet: Sheet
    cell: Cell
    slip: str
    printed: str

    @property
    def text(self) -> str:
        return self.sheet.text({self.cell: self.printed})

    @property
    def name(self) -> str:
        row, column = list(self.sheet.rows)[self.cell[0]], list(self.sheet.columns)[self.cell[1]]
        meant = self.sheet.printed(self.cell)
        return f"{self.sheet.name}: {row} ({column}) {meant} printed as {self.printed}"


def signed(formula: str) -> list[tuple[str, int]]:
    """The names in "A + B - C", each with its sign."""
    pieces = re.split(r" ([+-]) ", formula)
    signs = [1, *(1 if sign == "+" else -1 for sign in pieces[1::2])]
    return list(zip(pieces[::2], signs, strict=True)) if formula else []


def quotient(kind: str, inputs: Sequence[float]) -> float:
    """What a tie's signed inputs come to; growths and shares in per cent."""
    if kind == "sum":
        return sum(inputs)
    over, under = inputs
    return 100 * (over / under - 1) if kind == "growth" else 100 * over / under


def plants(sheet: Sheet, wanted: int = PLANTS_PER_STATEMENT) -> Iterator[Plant]:
    """So many misprints of different figures of a sheet; kinds of ties take turns."""
    rng = random.Random(f"{sheet.name} plants {SEED}")  # noqa: S311 - likewise
    taken: set[Cell] = set()
    for cell in _candidates(sheet, rng):
        if len(taken) == wanted:
            return
        slip = rng.choice(list(SLIPS))
        printed = SLIPS[slip](sheet.printed(cell), rng)
        if cell in taken or not _is_wrong(sheet, cell, printed):
            continue
        taken.add(cell)
        yield Plant(sheet, cell, slip, printed)


def _candidates(sheet: Sheet, rng: random.Random) -> list[Cell]:
    by_kind: dict[str, list[Cell]] = {}
    for tie in sheet.ties:
        by_kind.setdefault(tie.kind, []).extend(tie.cells)
    for cells in by_kind.values():
        rng.shuffle(cells)
    return [c for turn in zip_longest(*by_kind.values()) for c in turn if c is not None]


def _is_wrong(sheet: Sheet, cell: Cell, printed: str) -> bool:
    meant, figure = cell_figure(sheet.printed(cell)), cell_figure(printed)
    if meant is None or figure is None or meant.nil or meant.value == figure.value:
        return False
    near = [tie for tie in sheet.ties if cell in tie.cells]
    return not all(sheet.holds(tie, {cell: printed}) for tie in near)


def _other_digit(text: str, rng: random.Random) -> str:
    at = rng.choice([i for i, mark in enumerate(text) if mark.isdigit()])
    return text[:at] + rng.choice([d for d in "0123456789" if d != text[at]]) + text[at + 1 :]


def _swapped(text: str, rng: random.Random) -> str:
    pairs = [m.start() for m in re.finditer(r"(?=\d\d)", text)]
    if not pairs:
        return text
    at = rng.choice(pairs)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _turned(text: str, rng: random.Random) -> str:  # noqa: ARG001 - a sign turns in one way
    bare = re.sub(r"[()△-]", "", text)
    return bare if bare != text else f"({text})"


def _rescaled(text: str, rng: random.Random) -> str:
    found = re.search(r"\d[\d,]*(?![\d,.])", text)
    if found is None or "%" in text:
        return text
    value = int(found[0].replace(",", ""))
    wrong = value * 10 if rng.random() < 1 / 2 else value // 10
    return text[: found.start()] + f"{wrong:,}" + text[found.end() :] if wrong else text


SLIPS = {"digit": _other_digit, "swap": _swapped, "sign": _turned, "scale": _rescaled}

YEARS = {"2025": "", "2024": ""}
THREE_YEARS = {**YEARS, "2023": ""}
WITH_CHANGE = {**YEARS, "Change": "2025 - 2024"}
QUARTERS = {f"{quarter}Q25": "" for quarter in range(1, 5)}

STATEMENTS = (
    Sheet(
        "ferry income statement",
        "# Gannet Lines Ltd\n\n## Consolidated income statement\n\n(USD million)",
        THREE_YEARS,
        {
            "Revenue": 48_210,
            "Cost of sales": 31_040,
            "Gross profit": "Revenue - Cost of sales",
            "Selling expenses": 6_120,
            "Administrative expenses": 4_870,
            "Operating profit": "Gross profit - Selling expenses - Administrative expenses",
            "Finance income": 412,
            "Finance costs": -1_204,
            "Profit before tax": "Operating profit + Finance income + Finance costs",
            "Income tax expense": -1_130,
            "Profit for the year": "Profit before tax + Income tax expense",
        },
    ),
    Sheet(
        "brewery income with growth",
        "# Alder Brewing Co\n\n## Results of operations\n\n(USD thousand)",
        {**YEARS, "Growth %": "2025 over 2024"},
        {
            "Lagers": 318_400,
            "Ales": 127_900,
            "Ciders": 64_250,
            "Total net sales": "Lagers + Ales + Ciders",
            "Cost of goods sold": 287_600,
            "Gross profit": "Total net sales - Cost of goods sold",
        },
    ),
    Sheet(
        "foundry balance sheet",
        "# Harrow Foundry plc\n\n## Balance sheet at 31 December\n\n(GBP million)",
        THREE_YEARS,
        {
            "Cash and cash equivalents": 1_318,
            "Trade receivables": 2_427,
            "Inventories": 3_061,
            "Total current assets": "Cash and cash equivalents + Trade receivables + Inventories",
            "Property, plant and equipment": 8_263,
            "Goodwill": 1_644,
            "Other non-current assets": 517,
            "Total non-current assets": "Property, plant and equipment + Goodwill"
            " + Other non-current assets",
            "Total assets": "Total current assets + Total non-current assets",
        },
    ),
    Sheet(
        "orchard liabilities",
        "# Orchard Holdings\n\n## Liabilities and equity\n\n(EUR thousand)",
        THREE_YEARS,
        {
            "Trade payables": 41_870,
            "Short-term borrowings": 12_340,
            "Accrued expenses": 9_115,
            "Total current liabilities": "Trade payables + Short-term borrowings"
            " + Accrued expenses",
            "Long-term borrowings": 58_200,
            "Pension obligations": 7_730,
            "Total non-current liabilities": "Long-term borrowings + Pension obligations",
            "Total liabilities": "Total current liabilities + Total non-current liabilities",
            "Share capital": 20_400,
            "Retained earnings": 66_310,
            "Total equity": "Share capital + Retained earnings",
            "Total liabilities and equity": "Total liabilities + Total equity",
        },
    ),
    Sheet(
        "tram cash flow",
        "# Quayside Trams\n\n## Cash flow statement\n\n(EUR million)",
        THREE_YEARS,
        {
            "Profit for the year": 1_812,
            "Depreciation and amortization": 2_204,
            "Change in working capital": -371,
            "Net cash from operating activities": "Profit for the year"
            " + Depreciation and amortization + Change in working capital",
            "Purchases of equipment": -1_927,
            "Proceeds from disposals": 214,
            "Net cash used in investing activities": "Purchases of equipment"
            " + Proceeds from disposals",
            "Repayment of borrowings": -803,
            "Dividends paid": -566,
            "Net cash used in financing activities": "Repayment of borrowings + Dividends paid",
            "Net increase in cash": "Net cash from operating activities"
            " + Net cash used in investing activities + Net cash used in financing activities",
        },
    ),
    Sheet(
        "mill segments",
        "# Millrace Paper\n\n## Segment information\n\n(USD million)",
        {
            "Pulp": "",
            "Board": "",
            "Tissue": "",
            "Eliminations": "",
            "Total": "Pulp + Board + Tissue + Eliminations",
        },
        {
            "External revenue": 4_130,
            "Operating costs": 3_120,
            "Segment profit": "External revenue - Operating costs",
            "Depreciation": 618,
            "Capital expenditure": 744,
        },
    ),
    Sheet(
        "quarry tax reconciliation",
        "# Slate Quarries Ltd\n\n## Income tax\n\n(GBP million)",
        THREE_YEARS,
        {
            "Tax at the statutory rate of 25%": 317.3,
            "Non-deductible expenses": 42.4,
            "Tax-exempt income": -28.6,
            "Effect of foreign tax rates": -15.9,
            "Adjustments of prior years": 7.7,
            "Income tax expense": "Tax at the statutory rate of 25% + Non-deductible expenses"
            " + Tax-exempt income + Effect of foreign tax rates + Adjustments of prior years",
        },
        decimals=1,
    ),
    Sheet(
        "lease maturities",
        "# Kestrel Air\n\n## Future lease payments\n\n(USD thousand)",
        {
            "Aircraft leases": "",
            "Property leases": "",
            "Total": "Aircraft leases + Property leases",
        },
        {
            "2026": 84_120,
            "2027": 71_455,
            "2028": 63_210,
            "2029": 48_870,
            "2030": 37_004,
            "Thereafter": 121_660,
            "Total lease payments": "2026 + 2027 + 2028 + 2029 + 2030 + Thereafter",
            "Less: imputed interest": 52_318,
            "Present value of lease liabilities": "Total lease payments - Less: imputed interest",
        },
    ),
    Sheet(
        "quarterly trend",
        "# Beacon Telecom\n\n## Quarterly revenue\n\n(EUR million)",
        QUARTERS,
        {
            "Fixed line": 2_210,
            "Mobile": 3_674,
            "Business services": 1_183,
            "Other revenue": 211,
            "Total revenue": "Fixed line + Mobile + Business services + Other revenue",
        },
    ),
    Sheet(
        "glass change columns",
        "# Prism Glass\n\n## Revenue by product\n\n(USD million)",
        WITH_CHANGE,
        {
            "Windows": 7_318,
            "Bottles": 4_427,
            "Optics": 2_061,
            "Fibre": 913,
            "Total revenue": "Windows + Bottles + Optics + Fibre",
        },
    ),
    Sheet(
        "bakery share columns",
        "# Rye and Daughters\n\n## Sales by channel\n\n(USD thousand)",
        {
            "2025": "",
            "% of 2025 sales": "2025 of Total sales",
            "2024": "",
            "% of 2024 sales": "2024 of Total sales",
        },
        {
            "Shops": 51_380,
            "Wholesale": 38_112,
            "Online": 12_947,
            "Catering": 8_326,
            "Total sales": "Shops + Wholesale + Online + Catering",
        },
    ),
    Sheet(
        "insurer growth and change",
        "# Northern Mutual\n\n## Premiums written\n\n(USD million)",
        {**WITH_CHANGE, "Change %": "2025 over 2024"},
        {
            "Motor": 3_318,
            "Home": 2_164,
            "Travel": 815,
            "Marine": 1_276,
            "Total premiums": "Motor + Home + Travel + Marine",
        },
    ),
    Sheet(
        "海運 損益計算書",
        "# 架空海運株式会社\n\n## 連結損益計算書\n\n(単位:百万円)",
        {
            "2025年3月期": "",
            "2024年3月期": "",
            "増減": "2025年3月期 - 2024年3月期",
        },
        {
            "売上高": 84_318,
            "売上原価": 61_940,
            "売上総利益": "売上高 - 売上原価",
            "販売費及び一般管理費": 19_505,
            "営業利益": "売上総利益 - 販売費及び一般管理費",
            "営業外収益": 1_271,
            "営業外費用": 1_846,
            "経常利益": "営業利益 + 営業外収益 - 営業外費用",
        },
        negative="△{}",
    ),
    Sheet(
        "電機 セグメント情報",
        "# 架空電機株式会社\n\n## セグメント別売上高\n\n(単位:百万円)",
        {
            "家電": "",
            "部品": "",
            "電力": "",
            "調整額": "",
            "合計": "家電 + 部品 + 電力 + 調整額",
        },
        {
            "外部顧客への売上高": 27_310,
            "セグメント間の内部売上高": 4_418,
            "計": "外部顧客への売上高 + セグメント間の内部売上高",
            "セグメント利益": 2_906,
            "減価償却費": 1_377,
        },
        negative="△{}",
    ),
)
