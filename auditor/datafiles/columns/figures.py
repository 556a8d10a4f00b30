"""Figures of data files: the text of one cell to a figure, with what its column says of it.

The notation is that of ``auditor.notation.numerals``. Data files also hold what no person
prints: more decimals, powers of ten such as 1e-05, and sums made in binary floating point such as
0.30000000000000004, of which only fifteen digits mean anything.
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from auditor.datafiles.thresholds import MOST_UNITS_REMEMBERED
from auditor.model.dataset import DeclaredColumn
from auditor.model.figure import PERCENT, POINTS, Figure, SignStyle
from auditor.notation.numerals import FLOATING_DIGITS, cell_figure
from auditor.notation.units import says_per_cent, stated_unit

_DECIMAL = re.compile(r"([+-]?)([0-9]{1,40})(?:\.([0-9]{1,40}))?(?:[eE]([+-]?[0-9]{1,3}))?")
_LEADING_ZERO = re.compile(r"[+-]?0[0-9]")
_GROUPED = re.compile(r"(\(?)(-?)([1-9][0-9]{0,2}(?:,[0-9]{3}){1,6})(?:\.([0-9]{1,12}))?(\)?)")
_POINTS_FOR_COMMAS = str.maketrans(".,", ",.")
_SIGNS = {"": SignStyle.PLAIN, "+": SignStyle.PLUS, "-": SignStyle.MINUS}


def data_figure(text: str, point: str = ".") -> Figure | None:
    """The figure that a cell holds; None for words and nothing. ``point`` opens decimals."""
    if point == ".":
        return _decimal(text) or _grouped(text) or cell_figure(text)
    found = data_figure(text.translate(_POINTS_FOR_COMMAS))
    return found and found._replace(text=text[found.start : found.end])


def _decimal(text: str) -> Figure | None:
    """A plain decimal number, of any length."""
    match = _DECIMAL.fullmatch(text)
    if match is None or _LEADING_ZERO.match(text):
        return None
    sign, whole, part, power = match.groups()
    digits = int(whole + (part or ""))
    exponent = int(power or 0) - len(part or "")
    figure = Figure(text, 0, -digits if sign == "-" else digits, exponent, sign_style=_SIGNS[sign])
    excess = len(str(digits)) - FLOATING_DIGITS
    if excess > 0 and part:
        return figure._replace(accuracy=_power(exponent + excess))
    return figure


def _grouped(text: str) -> Figure | None:
    """A number with a comma before every three digits: what ``cell_figure`` reads, in less time."""
    match = _GROUPED.fullmatch(text)
    if match is None or bool(match[1]) != bool(match[5]) or (match[1] and match[2]):
        return None
    part = match[4] or ""
    digits = int(match[3].replace(",", "") + part)
    negative = match[1] or match[2]
    style = SignStyle.PARENTHESES if match[1] else _SIGNS[match[2]]
    return Figure(text, 0, -digits if negative else digits, -len(part), sign_style=style)


@lru_cache(maxsize=MOST_UNITS_REMEMBERED)
def unit_named(text: str) -> tuple[str, int]:
    """The unit and the power of ten that a unit's name says: "USD million" is ("USD", 6)."""
    named = text.strip().casefold()
    if named in ("pp", "pt", "pts", "ppt", "points", "percentage points", "ポイント"):
        return POINTS, 0
    if named in ("pct", "percent") or says_per_cent(text):
        return PERCENT, 0
    stated = stated_unit([text])
    return (stated.currency, stated.scale) if stated else (text.strip(), 0)


def in_column(figure: Figure, column: DeclaredColumn, unit: str = "") -> Figure:
    """The figure with what its column says: its unit (or that of its record), its accuracy."""
    named = unit or column.unit
    if named and not figure.nil and (figure.unit == "" or not figure.scale):
        stated, scale = unit_named(named)
        if figure.unit in ("", stated):
            figure = figure._replace(unit=stated, scale=figure.scale or scale)
    if column.is_exact:
        return figure._replace(accuracy=Fraction(0))
    if column.decimals is not None and not figure.nil:
        return figure._replace(accuracy=_power(figure.scale - column.decimals))
    if figure.accuracy and figure.scale:
        return figure._replace(accuracy=figure.accuracy * _power(figure.scale))
    return figure


def _power(exponent: int) -> Fraction:
    return Fraction(10) ** exponent
