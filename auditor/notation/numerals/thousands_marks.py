"""Thousands marks: how digits are grouped, where decimals begin, and what whole number they are.

Every pattern is bounded, so that time is linear in the text.
"""

from __future__ import annotations

from auditor.notation.deferred import deferred

FLOATING_DIGITS = 15
"""Decimal digits that a binary floating-point number holds."""

_POINTS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6},[0-9]{1,12}"
_COMMAS_OR_APOSTROPHES = (
    r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){1,6}|(?:['’][0-9]{3}){1,6})(?:\.[0-9]{1,12})?"
)
_SPACES = r"[1-9][0-9]{0,2}(?:[ ][0-9]{3}){1,6}(?:\.[0-9]{1,12})?"
PAIRS = r"[1-9][0-9]?(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]{1,12})?"
"""A number in lakhs and crores, "14,28,000.00", which only India groups so."""
_NO_MARKS = r"(?:0|[1-9][0-9]{0,20})(?:\.[0-9]{1,12})?|\.[0-9]{1,12}"
_FLOATING = r"(?:0|[1-9][0-9]{0,16})\.[0-9]{13,20}"
_WHOLE = r"(?![0-9]|[.,][0-9])"
NUMBER = rf"(?:{_POINTS}|{_COMMAS_OR_APOSTROPHES}|{_NO_MARKS}){_WHOLE}"
# In a cell a leading zero is a slip of the pen, "03,267" for "30,267", and the figure is still one.
CELL_NUMBER = (
    rf"(?:{_POINTS}|{_COMMAS_OR_APOSTROPHES}|{PAIRS}|{_SPACES}|{_NO_MARKS}"
    r"|0[0-9]{1,2}(?:,[0-9]{3})+(?:\.[0-9]{1,12})?|0,[0-9]{3}(?:,[0-9]{3})*(?:\.[0-9]{1,12})?"
    rf"|0(?=[0-9]*[1-9])[0-9]{{1,20}}(?:\.[0-9]{{1,12}})?|{_FLOATING}){_WHOLE}"
)
NO_BREAK_GROUPS = deferred(r"(?<![0-9])[0-9]{1,3}(?:[\u00a0\u2007\u2009\u202f][0-9]{3})+(?![0-9])")
# One number, or several in a row: "1 234 567" cannot be told apart with ordinary spaces.
ORDINARY_SPACE_GROUPS = deferred(r"[0-9]{1,3}(?: [0-9]{3}(?![0-9]))+(?![,.][0-9])")


def digits_of(number: str) -> tuple[int, int]:
    """A number's digits as one integer, and the exponent of the last of them."""
    whole, _, part = number.partition(".")
    if "," in part:  # 1.234,56
        whole, _, part = number.replace(".", "").partition(",")
    whole = whole.replace(",", "")
    if not whole.isdigit():
        whole = "".join(c for c in whole if c.isdigit())
    return int(whole + part), -len(part)


def without_binary_noise(digits: int, exponent: int) -> tuple[int, int, int] | None:
    """Digits that binary floating point made, as the decimal that was meant.

    With its exponent and that of the last digit that means anything. 0.30000000000000004 means
    0.3, good to fifteen digits; None for numbers that have no more.
    """
    excess = len(str(abs(digits))) - FLOATING_DIGITS
    if exponent >= 0 or excess <= 0 or digits % 10**excess == 0:
        return None
    good = exponent + excess
    meant = (abs(digits) + 10**excess // 2) // 10**excess
    last = good
    while meant and meant % 10 == 0 and last < 0:
        meant, last = meant // 10, last + 1
    return (-meant if digits < 0 else meant), last, good
