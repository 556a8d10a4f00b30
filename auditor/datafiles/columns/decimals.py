"""Plain decimal numbers of a column of figures, read all at once in integers.

Every other notation is left to be read by itself: "007" and "-07" too, as it is asked there whether
they are figures at all.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.columns.records import PrintedColumn
from auditor.notation.numerals import FLOATING_DIGITS

MOST_DIGITS = 18
"""Digits of a plain number: so many always fit into 64 bits."""

_MINUS, _POINT, _ZERO = b"-.0"

Int64 = NDArray[np.int64]
Int16 = NDArray[np.int16]
Bools = NDArray[np.bool_]


class Decimals(NamedTuple):
    """Some cells of a column: ``digits * 10**exponent``, 0 where that is no plain number.

    Of those that are ``cut`` only ``10**width`` means anything: they have more digits than floating
    point holds.
    """

    digits: Int64
    exponent: Int16
    width: Int16
    plain: Bools
    cut: Int64


class _Scanned(NamedTuple):
    """What the characters of each cell are; ``point`` is where it stands, -1 for nowhere."""

    digits: Int64
    digit_count: Int16
    point: Int16
    negative: Bools
    plain: Bools


def decimals(printed: PrintedColumn, start: int, stop: int) -> Decimals:
    """The plain decimal numbers among the cells from ``start`` to before ``stop``."""
    offsets = printed.offsets[start : stop + 1].astype(np.int64)
    first, length = offsets[:-1], np.diff(offsets)
    digits, count, point, negative, plain = _scanned(printed.data, first, length)
    plain &= (count > 0) & (count <= MOST_DIGITS) & (point != length - 1)
    exponent = np.where(plain & (point >= 0), point - length + 1, 0).astype(np.int16)
    cut, excess = _cut(digits, exponent, plain)
    width = exponent.copy()
    width[cut] += excess
    signed = np.where(plain, np.where(negative, -digits, digits), 0)
    return Decimals(signed, exponent, width, plain, cut)


def _scanned(data: NDArray[np.uint8], first: Int64, length: Int64) -> _Scanned:
    """The cells, character by character, the same one of all at a time."""
    size, longest = len(first), MOST_DIGITS + 2  # a sign and a point
    digits, count = np.zeros(size, np.int64), np.zeros(size, np.int16)
    point, negative = np.full(size, -1, np.int16), np.zeros(size, np.bool_)
    plain = (length > 0) & (length <= longest)
    last = max(len(data) - 1, 0)
    for at in range(int(min(length.max(initial=0), longest))):
        inside = at < length
        character = data[np.minimum(first + at, last)]
        digit = character - np.uint8(_ZERO)  # what is below "0" wraps to above 9
        is_digit = (digit < 10) & inside
        digits = np.where(is_digit, digits * 10 + digit, digits)
        is_point = (character == _POINT) & inside
        plain &= ~(is_point & ((point >= 0) | (count == 0)))
        point[is_point] = at
        if at in {1, 2}:
            behind_zero = (count == 1) & is_digit & (digits == digit) & (point < 0)
            plain &= ~(behind_zero if at == 1 else negative & behind_zero)
        count += is_digit
        if at == 0:
            negative = (character == _MINUS) & inside
            plain &= is_digit | negative | ~inside
        else:
            plain &= is_digit | is_point | ~inside
    return _Scanned(digits, count, point, negative, plain)


def _cut(digits: Int64, exponent: Int16, plain: Bools) -> tuple[Int64, Int16]:
    """The fractions with more digits than floating point holds, and how many more."""
    cut = np.flatnonzero(plain & (exponent < 0) & (digits >= 10**FLOATING_DIGITS))
    excess = np.zeros(len(cut), np.int16)
    for power in range(FLOATING_DIGITS, MOST_DIGITS):
        excess += digits[cut] >= 10**power
    return cut, excess
