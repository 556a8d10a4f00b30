"""Scripts: the decimal digits of other scripts, and the marks that go with them, in ASCII.

Only digits that Unicode calls decimal are known: what they are worth is never in doubt. Their
number is grouped as any other is. Of other marks those of Arabic are known: the thousands mark,
which nothing else is, and the decimal one.
"""

from __future__ import annotations

_ZEROS = (
    "\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50"
    "\u0ed0\u0f20\u1040\u1090\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50"
    "\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10\U000104a0\U00010d30\U00011066\U000110f0"
    "\U00011136\U000111d0\U000112f0\U00011450\U000114d0\U00011650\U000116c0\U00011730"
    "\U000118e0\U00011950\U00011c50\U00011d50\U00011da0\U00016a60\U00016ac0\U00016b50"
    "\U0001d7ce\U0001d7d8\U0001d7e2\U0001d7ec\U0001d7f6\U0001e140\U0001e2f0\U0001e950"
    "\U0001fbf0"
)
"""The noughts of all scripts, each before its nine other digits."""
_MARKS = {"\u066c": ",", "\u066b": ".", "\u066a": "%"}

DIGITS = {chr(ord(zero) + n): str(n) for zero in _ZEROS for n in range(10)}
IN_ASCII = str.maketrans(DIGITS | _MARKS)
"""Each digit and mark in ASCII, one character for one."""


def in_script_of(ascii_digits: str, like: str) -> str:
    """A text with its ASCII digits as another prints them."""
    other = next((c for c in like if c in DIGITS), None)
    if other is None:
        return ascii_digits
    zero = ord(other) - int(DIGITS[other])
    return ascii_digits.translate({ord("0") + n: zero + n for n in range(10)})
