"""Units that a note, heading or label states for the figures under it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from auditor.figure import PERCENT, Figure

_SCALES = (
    (re.compile(r"十億"), 9),
    (re.compile(r"百万"), 6),
    (re.compile(r"億"), 8),
    (re.compile(r"兆"), 12),
    (re.compile(r"万(?=円|株|人)"), 4),
    (re.compile(r"千(?=円|株|人|ドル)"), 3),
    (re.compile(r"\bbillions?\b|\bbn\b", re.IGNORECASE), 9),
    (re.compile(r"\bmillions?\b|\bmn\b|\bmm\b", re.IGNORECASE), 6),
    (re.compile(r"\bthousands?\b|\b000'?s\b|'000", re.IGNORECASE), 3),
)
_CURRENCIES = (
    (re.compile(r"\bJPY\b|\byen\b|円|¥|￥", re.IGNORECASE), "JPY"),
    (re.compile(r"\bEUR\b|\beuros?\b|€", re.IGNORECASE), "EUR"),
    (re.compile(r"\bGBP\b|£"), "GBP"),
    (re.compile(r"\bCHF\b"), "CHF"),
    (re.compile(r"\bUSD\b|\bU\.?S\.? dollars?\b|\bdollars?\b|\$|米ドル", re.IGNORECASE), "USD"),
)
_EXCEPTED = re.compile(
    r"per[\s-](?:\w+\s)?(?:share|unit|ads|adr)|1株|一株|employees|headcount|従業員", re.IGNORECASE
)
_PER_CENT = re.compile(r"[%％]|per ?cent", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """A currency ("" when not stated) and the power of ten that amounts are stated in."""

    currency: str = ""
    scale: int = 0


def stated_unit(texts: Iterable[str]) -> Unit | None:
    """The unit that the first text which states one states."""
    for text in texts:
        scale = next((power for words, power in _SCALES if words.search(text)), None)
        currency = next((code for sign, code in _CURRENCIES if sign.search(text)), None)
        if scale is not None or currency is not None:
            return Unit(currency or "", scale or 0)
    return None


def in_unit(figure: Figure, unit: Unit, label: str) -> Figure:
    """The figure with what its surroundings say of its unit, where it does not say so itself."""
    if figure.unit in (PERCENT, "points", "x") or _EXCEPTED.search(label):
        return figure
    if figure.unit == "":
        return replace(figure, unit=unit.currency, scale=figure.scale or unit.scale)
    if figure.unit == unit.currency and figure.scale == 0:
        return replace(figure, scale=unit.scale)
    return figure


def in_per_cent(figure: Figure) -> Figure:
    """The figure read as a percentage, where it shows no unit of its own."""
    return replace(figure, unit=PERCENT) if figure.unit == "" else figure


def says_per_cent(text: str) -> bool:
    """Whether a heading or label says that its figures are percentages."""
    return _PER_CENT.search(text) is not None
