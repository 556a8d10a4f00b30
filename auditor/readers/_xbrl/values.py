"""Values: the number that the text of a tag means in the tag's format."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from auditor.model.tagging import EXACT
from auditor.readers._xbrl.thresholds import LONGEST_NUMBER

_ZERO = frozenset((
    "fixedzero", "zerodash", "numdash", "nocontent", "fixedempty", "fixedfalse",
))  # fmt: skip
_COMMA = frozenset((
    "numcommadecimal", "numcommadecimalapos", "numspacecomma", "numdotcomma", "numcomma",
))  # fmt: skip
_POINT = frozenset((
    "", "numdotdecimal", "numdotdecimalapos", "numdotdecimalin", "numcommadot", "numspacedot",
    "numunitdecimal", "numunitdecimalin",
))  # fmt: skip
_WORDS = frozenset(("numwordsen", "numwordsin"))
_UNIT = frozenset(("numunitdecimal", "numunitdecimalin"))
_GROUPS = re.compile(r"[\s\u00a0\u2007\u2009\u202f'\u2019`´′]")
_PLAIN = re.compile(r"[0-9]*+\.?[0-9]*+")
_FLOAT = re.compile(r"([+-]?)([0-9]*+)\.?([0-9]*+)(?:[eE]([+-]?[0-9]{1,3}))?")
_TWO_UNITS = re.compile(r"([0-9]++(?:[,.\s]++[0-9]++)*)\D++([0-9]{1,2})\D*+")
_ONE_UNIT = re.compile(r"([0-9][0-9,.\s]*+)\D*+")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．，", "0123456789.,")

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = (
    dict(zip(_SMALL, range(20), strict=True))
    | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
    | {"no": 0, "none": 0, "nil": 0, "a": 1, "an": 1}
)
_MULTIPLES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}


class Digits(NamedTuple):
    """A number as its digits and the place of the last of them: ``value * 10**exponent``."""

    value: int
    exponent: int


def is_known(name: str) -> bool:
    """Whether a number's format, by its name without hyphens, is one that is read."""
    return name in _ZERO | _COMMA | _POINT | _WORDS


def displayed_digits(text: str, name: str) -> Digits | None:
    """The number that a displayed text means in a format of the transformation registries.

    ``name`` is the format's local name without hyphens, "" for none. None when it means none.
    """
    if name in _ZERO:
        return Digits(0, 0)
    if name in _WORDS:
        number = number_in_words(text)
        return None if number is None else Digits(number, 0)
    bare = _GROUPS.sub("", text.translate(_FULL_WIDTH))
    if name in _UNIT:
        return _of_two_units(text.translate(_FULL_WIDTH))
    if name in _COMMA:
        return _of_plain(bare.replace(".", "").replace(",", "."))
    return _of_plain(bare.replace(",", ""))


def written_digits(text: str) -> Digits | None:
    """The number that XML Schema's decimals, and floats, write so; None for anything else."""
    match = _FLOAT.fullmatch(text.strip())
    if match is None or not (match[2] or match[3]) or len(text) > LONGEST_NUMBER:
        return None
    sign, whole, part, power = match.groups()
    value, exponent = int(whole + part), int(power or 0) - len(part)
    if exponent > 0:
        value, exponent = value * 10**exponent, 0
    return Digits(-value if sign == "-" else value, exponent)


def accuracy(decimals: str | None, precision: str | None, value: Fraction) -> Fraction | None:
    """The unit that a value is said to be good to: EXACT, a power of ten, or None if unsaid.

    A precision of n counts n significant digits; a nought is exact. See ``is_no_digit_good``.
    """
    stated = (decimals or precision or "").strip()
    if stated == "INF":
        return EXACT
    if not re.fullmatch(r"[+-]?[0-9]{1,3}", stated):
        return None
    if decimals:
        return Fraction(10) ** -int(stated)
    if int(stated) < 1:
        return None
    if not value:
        return EXACT
    return Fraction(10) ** (_magnitude(value) - int(stated) + 1)


def is_no_digit_good(decimals: str | None, precision: str | None) -> bool:
    """Whether a value says of itself that nothing is known of it: a precision of nought.

    XBRL 2.1 lets no calculation hold with it (section 5.2.5.2), later standards refuse it.
    """
    return not decimals and bool(re.fullmatch(r"\s*+\+?0++\s*+", precision or ""))


def _magnitude(value: Fraction) -> int:
    """The power of ten of the leading digit."""
    size = abs(value)
    power = len(str(size.numerator)) - len(str(size.denominator))
    return power if Fraction(10) ** power <= size else power - 1


def number_in_words(text: str) -> int | None:
    """The number that English words mean, such as "one hundred and five"; None if none."""
    words = re.findall(r"[a-z]+|[0-9]+", text.lower().replace("-", " "))
    total = part = 0
    if not words or len(text) > LONGEST_NUMBER:
        return None
    for word in words:
        if word == "and":
            continue
        if word == "hundred":
            part = (part or 1) * 100
        elif word in _MULTIPLES:
            total, part = total + (part or 1) * _MULTIPLES[word], 0
        elif word in _NUMBERS:
            part += _NUMBERS[word]
        else:
            return None
    return total + part


def _of_plain(text: str) -> Digits | None:
    if not _PLAIN.fullmatch(text) or not text.strip(".") or len(text) > LONGEST_NUMBER:
        return None
    whole, _, part = text.partition(".")
    return Digits(int(whole + part), -len(part))


def _of_two_units(text: str) -> Digits | None:
    """The number that two units make together: 12.34 of "12 dollars and 34 cents"."""
    if len(text) > LONGEST_NUMBER:
        return None
    match = _TWO_UNITS.fullmatch(text.strip())
    if match:
        return Digits(int(re.sub(r"\D", "", match[1]) + match[2].zfill(2)), -2)
    one = _ONE_UNIT.fullmatch(text.strip())
    return Digits(int(re.sub(r"\D", "", one[1])), 0) if one else None
