"""Numbers as a format section shows them, digit by digit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from auditor.readers._xlsx.codes import (
    COMMA,
    DATE,
    DIGIT,
    EXPONENT,
    GENERAL,
    LITERAL,
    PER_CENT,
    POINT,
    SLASH,
    Part,
    Section,
)

SIGNIFICANT = Context(prec=15, rounding=ROUND_HALF_UP)
"""Spreadsheet programs show fifteen significant digits of a number and no more."""

WIDE = Context(prec=400, rounding=ROUND_HALF_UP, Emax=999, Emin=-999)
LARGEST_EXPONENT = 308
GENERAL_WIDTH = 11
"""Characters that a number without a format has room for."""
THOUSANDS = 3


def stored_number(text: str) -> Decimal | None:
    """The number that a cell stores, to fifteen significant digits; None for anything else."""
    try:
        number = SIGNIFICANT.create_decimal(text.strip())
    except ArithmeticError:
        return None
    small_enough = number.is_finite() and (not number or abs(number.adjusted()) <= LARGEST_EXPONENT)
    return number if small_enough else None


def decimal(value: Fraction) -> Decimal:
    """A number to the digits that are shown at most."""
    return SIGNIFICANT.divide(Decimal(value.numerator), Decimal(value.denominator))


def general(number: Decimal) -> str:
    """A number without a format: as many digits as eleven characters hold."""
    size = abs(number)
    sign = "-" if number < 0 else ""
    if not size:
        return "0"
    exponent = size.adjusted()
    decimals = GENERAL_WIDTH - 1 - max(exponent + 1, 1)
    plain = _plain(size if exponent < -4 else _rounded(size, max(decimals, 0)))
    return sign + (plain if len(plain) <= GENERAL_WIDTH else _scientific(size))


def _scientific(size: Decimal) -> str:
    short = Context(prec=6, rounding=ROUND_HALF_UP).plus(size)
    digits = _plain(short.scaleb(-short.adjusted()))
    exponent = short.adjusted()
    return f"{digits}E{'-' if exponent < 0 else '+'}{abs(exponent):02d}"


def _plain(size: Decimal) -> str:
    """Without exponent and without trailing zeros."""
    text = f"{size:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _rounded(size: Decimal, decimals: int) -> Decimal:
    """Rounded half away from zero, as programs that show numbers do."""
    return size.quantize(Decimal(1).scaleb(-decimals), context=WIDE)


class Layout(NamedTuple):
    """A section's parts by what they do: indices of digit placeholders and powers of ten."""

    whole: tuple[int, ...]
    decimals: tuple[int, ...]
    exponent: tuple[int, ...]
    grouped: bool
    shift: int


def layout(section: Section) -> Layout:
    """Which placeholders stand before and after the point; ``shift`` is what % and commas do."""
    parts = section.parts
    digits = [i for i, part in enumerate(parts) if part.kind == DIGIT]
    power = _first(parts, EXPONENT)
    point = min(_first(parts, POINT), power)
    whole = tuple(i for i in digits if i < point)
    commas = [i for i, part in enumerate(parts) if part.kind == COMMA and whole and i > whole[0]]
    mantissa = [i for i in digits if i < power]
    scaling = [i for i in commas if i > whole[-1] and (i < point or i > max(mantissa, default=-1))]
    return Layout(
        whole,
        tuple(i for i in digits if point < i < power),
        tuple(i for i in digits if i > power),
        any(i < whole[-1] for i in commas),
        2 * sum(part.kind == PER_CENT for part in parts) - THOUSANDS * len(scaling),
    )


def _first(parts: Sequence[Part], kind: int) -> int:
    return next((i for i, part in enumerate(parts) if part.kind == kind), len(parts))


def shown(size: Decimal, section: Section) -> str:
    """A number that is not negative as a section shows it, padding included."""
    if GENERAL in section.kinds:
        return "".join(
            general(size) if part.kind == GENERAL else part.text for part in section.parts
        )
    laid = layout(section)
    if SLASH in section.kinds and laid.whole and not laid.decimals:
        return _as_fraction(size, section.parts)
    scaled = size.scaleb(laid.shift, context=WIDE)
    if laid.exponent and laid.whole:
        return _with_exponent(scaled, section.parts, laid)
    return "".join(_written(section.parts, laid, scaled))


def _written(parts: Sequence[Part], laid: Layout, size: Decimal) -> Iterator[str]:
    """What each part shows; a point that nothing follows is left out."""
    whole, _, fraction = f"{_rounded(size, len(laid.decimals)):f}".partition(".")
    whole = whole.lstrip("0")
    digits = _whole_digits(whole, parts, laid) | _decimal_digits(fraction, parts, laid)
    has_decimals = any(digits[i].strip() for i in laid.decimals)
    for i, part in enumerate(parts):
        if part.kind == DIGIT:
            yield digits.get(i, "")
        elif part.kind == POINT:
            yield ("" if laid.whole else whole) + ("." if has_decimals else "")
        elif part.kind in (LITERAL, PER_CENT, SLASH, DATE):  # a letter of dates among digits
            yield part.text


_PADDING = {"0": "0", "#": "", "?": " "}


def _whole_digits(whole: str, parts: Sequence[Part], laid: Layout) -> dict[int, str]:
    """Digits from the right; the first placeholder takes all that are left over."""
    places = laid.whole
    lacking = [_PADDING[parts[i].text] for i in places[: max(len(places) - len(whole), 0)]]
    digits = [*lacking, *whole]
    if laid.grouped:
        last = len(digits) - 1
        digits = [
            digit + "," if digit.isdigit() and last > i and (last - i) % THOUSANDS == 0 else digit
            for i, digit in enumerate(digits)
        ]
    over = len(digits) - len(places)
    return {
        i: "".join(digits[: over + 1]) if n == 0 else digits[over + n] for n, i in enumerate(places)
    }


def _decimal_digits(fraction: str, parts: Sequence[Part], laid: Layout) -> dict[int, str]:
    """Digits from the left; zeros at the end only where a 0 asks for them."""
    found: dict[int, str] = {}
    trailing = True
    for i, digit in reversed(list(zip(laid.decimals, fraction, strict=True))):
        trailing = trailing and digit == "0" and parts[i].text != "0"
        found[i] = _PADDING[parts[i].text] if trailing else digit
    return found


def _with_exponent(size: Decimal, parts: Sequence[Part], laid: Layout) -> str:
    """Scientific notation; several placeholders before the point step the exponent by as many."""
    step = len(laid.whole)
    exponent = size.adjusted() // step * step if size else 0
    if _rounded(size.scaleb(-exponent, context=WIDE), len(laid.decimals)).adjusted() >= step:
        exponent += step
    sign = next(part.text[1] for part in parts if part.kind == EXPONENT)
    shown_sign = "-" if exponent < 0 else sign.replace("-", "")
    mantissa = _written(parts[: laid.exponent[0] - 1], laid, size.scaleb(-exponent, context=WIDE))
    rest = (part.text for part in parts[laid.exponent[-1] + 1 :] if part.kind == LITERAL)
    power = f"{abs(exponent):0{len(laid.exponent)}d}"
    return "".join((*mantissa, "E", shown_sign, power, *rest))


def _as_fraction(size: Decimal, parts: Sequence[Part]) -> str:
    """Such as "1 1/2": the nearest fraction with as many digits below as there is room for."""
    slash = _first(parts, SLASH)
    places = sum(part.kind == DIGIT for part in parts[slash:])
    fixed = "".join(part.text for part in parts[slash + 1 :] if part.kind == LITERAL).strip()
    apart = " " in "".join(part.text for part in parts[:slash]).strip()
    below = int(fixed) if not places and fixed.isdecimal() and int(fixed) else 1
    if places:
        below = Fraction(size).limit_denominator(10 ** min(places, 7) - 1).denominator
    units = (Fraction(size) * below * 2 + 1) // 2
    whole, rest = divmod(units, below) if apart else (0, units)
    fraction = f"{rest}/{below}" if rest or not apart else ""
    return " ".join(filter(None, (str(whole) if whole or not fraction else "", fraction)))
