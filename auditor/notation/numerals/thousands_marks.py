"""Thousands marks: how digits are grouped, where decimals begin, and what whole number they are.

Every pattern is bounded, so that time is linear in the text.
"""

from __future__ import annotations

import re

_POINTS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6},[0-9]{1,12}"
_COMMAS_OR_APOSTROPHES = (
    r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){1,6}|(?:['’][0-9]{3}){1,6})(?:\.[0-9]{1,12})?"
)
_SPACES = r"[1-9][0-9]{0,2}(?:[ ][0-9]{3}){1,6}(?:\.[0-9]{1,12})?"
PAIRS = r"[1-9][0-9]?(?:,[0-9]{2}){1,6},[0-9]{3}(?:\.[0-9]{1,12})?"
"""A number in lakhs and crores, "14,28,000.00", which only India groups so."""
_NO_MARKS = r"(?:0|[1-9][0-9]{0,20})(?:\.[0-9]{1,12})?|\.[0-9]{1,12}"
_WHOLE = r"(?![0-9]|[.,][0-9])"
NUMBER = rf"(?:{_POINTS}|{_COMMAS_OR_APOSTROPHES}|{_NO_MARKS}){_WHOLE}"
# In a cell a leading zero is a slip of the pen, "03,267" for "30,267", and the figure is still one.
CELL_NUMBER = (
    rf"(?:{_POINTS}|{_COMMAS_OR_APOSTROPHES}|{PAIRS}|{_SPACES}|{_NO_MARKS}"
    r"|0[0-9]{1,2}(?:,[0-9]{3})+(?:\.[0-9]{1,12})?|0,[0-9]{3}(?:,[0-9]{3})*(?:\.[0-9]{1,12})?"
    rf"|0(?=[0-9]*[1-9])[0-9]{{1,20}}(?:\.[0-9]{{1,12}})?){_WHOLE}"
)
NO_BREAK_GROUPS = re.compile(
    r"(?<![0-9])[0-9]{1,3}(?:[\u00a0\u2007\u2009\u202f][0-9]{3})+(?![0-9])"
)
# One number, or several in a row: "1 234 567" cannot be told apart with ordinary spaces.
ORDINARY_SPACE_GROUPS = re.compile(r"[0-9]{1,3}(?: [0-9]{3}(?![0-9]))+(?![,.][0-9])")


def digits_of(number: str) -> tuple[int, int]:
    """A number's digits as one integer, and the exponent of the last of them."""
    whole, _, part = number.partition(".")
    if "," in part:  # 1.234,56
        whole, _, part = number.replace(".", "").partition(",")
    whole = whole.replace(",", "")
    if not whole.isdigit():
        whole = "".join(c for c in whole if c.isdigit())
    return int(whole + part), -len(part)
