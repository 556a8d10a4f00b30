"""Releases in words beside a table: every figure of the words follows from the table, by name.

A placeholder names what it prints: ``{a|Net sales}`` the row in the first column, ``{b|...}`` in
the second, ``{g|...}`` its growth, ``{c|...}`` its change, ``{s|Row|Of}`` and ``{t|Row|Of}`` the
share of one row in another in the first and the second column, ``{p|Row|Of}`` the basis points
between the two as they are printed, ``{q|...}`` the same in points. Behind the name, ``:2`` gives
the digits after the point, ``/1000`` a divisor. ``{=61.5}`` is a figure as it stands. Each
placeholder may be printed wrong by a slip that no rounding hides; ``{!...}`` is never altered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

_PLACE = re.compile(
    r"\{(!?)(?:=([^{}]+)|([abgcstpq])\|([^{}|:/]+)(?:\|([^{}|:/]+))?(?::(\d))?(?:/(\d+))?)\}"
)


@dataclass(frozen=True, slots=True)
class Release:
    """Words with placeholders, and the rows of the table behind them, as printed."""

    name: str
    wording: str
    heads: tuple[str, ...]
    rows: Mapping[str, tuple[str, ...]]
    corner: str = "(in millions)"
    comma: bool = False

    @property
    def words(self) -> str:
        """The wording with its lines joined, but where a blank line or a bullet parts them."""
        return re.sub(r"(?<!\n)\n(?![\n#|-])", " ", self.wording)

    @property
    def table(self) -> str:
        lines = [
            f"| {self.corner} | " + " | ".join(self.heads) + " |",
            "|---|" + "---:|" * len(self.heads),
        ]
        lines += [f"| {label} | " + " | ".join(cells) + " |" for label, cells in self.rows.items()]
        return "\n".join(lines) + "\n"

    def amount(self, row: str, column: int) -> Decimal:
        """The amount of a row, without its sign."""
        text = re.sub(r"[^\d.,]", "", self.rows[row][column])
        text = text.replace(".", "").replace(",", ".") if self.comma else text.replace(",", "")
        return Decimal(text)


@dataclass(frozen=True, slots=True)
class Printed:
    """A release as it is printed, right or with one figure altered at an offset."""

    name: str
    text: str
    right: str = ""
    wrong: str = ""
    at: int = 0

    @property
    def line(self) -> int:
        return self.text.count("\n", 0, self.at) + 1

    @property
    def column(self) -> int:
        return self.at - self.text.rfind("\n", 0, self.at)


def right(release: Release) -> Printed:
    """The release with every figure as it should be."""
    return Printed(release.name, _text(release, None)[0])


def altered(release: Release) -> Iterator[Printed]:
    """The release with one of its figures wrong, each in turn."""
    for number, found in enumerate(_PLACE.finditer(release.words)):
        if not found[1]:
            text, at, meant, wrong = _text(release, number)
            yield Printed(f"{release.name}: {meant} as {wrong}", text, meant, wrong, at)


def _text(release: Release, wrong: int | None) -> tuple[str, int, str, str]:
    """(text, offset of the wrong figure, as it should be, as it is printed)."""
    pieces, end, told = [], 0, (0, "", "")
    for number, found in enumerate(_PLACE.finditer(release.words)):
        pieces.append(release.words[end : found.start()])
        meant = _figure(release, found)
        shown = slipped(meant) if number == wrong else meant
        if number == wrong:
            told = (sum(map(len, pieces)), meant, shown)
        pieces.append(shown)
        end = found.end()
    text = "".join([*pieces, release.words[end:], "\n\n", release.table])
    return text, *told


def _figure(release: Release, found: re.Match[str]) -> str:
    _, as_it_stands, what, row, of, decimals, divisor = found.groups()
    if as_it_stands:
        return as_it_stands
    printed = release.rows[row][0 if what != "b" else 1]
    if what in "ab" and not decimals and not divisor:
        return re.sub(r"[^\d.,]", "", printed)
    mark = "," if release.comma else "."
    own = len(re.sub(r"[^\d.,]", "", printed).rpartition(mark)[2]) if mark in printed else 0
    after = {"g": 1, "s": 1, "t": 1, "p": 0, "q": 1}.get(what, own)
    value = _value(release, what, row, of) / int(divisor or 1)
    return _written(value, int(decimals) if decimals else after, comma=release.comma)


def _value(release: Release, what: str, row: str, of: str | None) -> Decimal:
    later, earlier = release.amount(row, 0), release.amount(row, 1)
    if of is None:
        return {
            "a": later,
            "b": earlier,
            "g": abs(later / earlier - 1) * 100,
            "c": abs(later - earlier),
        }[what]
    now = _rounded(later / release.amount(of, 0) * 100, 1)
    then = _rounded(earlier / release.amount(of, 1) * 100, 1)
    return {
        "s": later / release.amount(of, 0) * 100,
        "t": earlier / release.amount(of, 1) * 100,
        "p": abs(now - then) * 100,
        "q": abs(now - then),
    }[what]


def _rounded(value: Decimal, decimals: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def _written(value: Decimal, decimals: int, *, comma: bool) -> str:
    text = f"{_rounded(value, decimals):,}"
    return text.translate(str.maketrans(",.", ".,")) if comma else text


def slipped(text: str) -> str:
    """The figure with two of its first digits swapped where that tells, else with one altered."""
    digits = [i for i, mark in enumerate(text) if mark.isdigit()]
    for first, second in pairwise(digits[:3]):
        a, b = text[first], text[second]
        if abs(int(a) - int(b)) > 1 and b != "0":
            return text[:first] + b + text[first + 1 : second] + a + text[second + 1 :]
    at = digits[0] if len(digits) < 3 else digits[1]
    return text[:at] + str((int(text[at]) + 4) % 10 or 4) + text[at + 1 :]
