"""Format codes: what the sections of a number format say, part by part.

The grammar is that of ECMA-376, part 1, 18.8.31, as spreadsheet programs read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from auditor.readers._xlsx.thresholds import LONGEST_CODE

LITERAL, DIGIT, POINT, COMMA, PER_CENT, EXPONENT, SLASH, DATE, TEXT, GENERAL = range(10)

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|\\(?P<escaped>.)|_(?P<padding>.)|\*(?P<fill>.)'
    r"|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<general>General)|(?P<text>@)|(?P<exponent>E[+-])"
    r"|(?P<digit>[0#?])|(?P<point>\.)|(?P<comma>,)|(?P<per_cent>%)|(?P<slash>/)"
    r"|(?P<noon>AM/PM|A/P)|(?P<date>y+|m+|d+|h+|s+|g+|e+|b+)|(?P<end>;)|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_COLOUR = re.compile(
    r"(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)", re.IGNORECASE
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?(?:E[+-]?\d+)?)", re.IGNORECASE)
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)


class Part(NamedTuple):
    """One piece of a section: a literal's text, a placeholder, a letter run of a date."""

    kind: int
    text: str


class Condition(NamedTuple):
    sign: str
    than: Decimal

    def holds(self, value: Decimal) -> bool:
        """Whether a value is shown by the section that states the condition."""
        return (
            ("<" in self.sign and value < self.than)
            or (">" in self.sign and value > self.than)
            or ("=" in self.sign and value == self.than)
        )

    @property
    def only_negative(self) -> bool:
        """Whether no other than negative values meet it."""
        return self.sign[0] == "<" and self.sign != "<>" and not self.holds(Decimal(0))


class Section(NamedTuple):
    """``kinds`` are those of its parts; ``is_date`` if it shows dates or times."""

    parts: tuple[Part, ...]
    kinds: frozenset[int]
    is_date: bool
    condition: Condition | None = None
    coloured: bool = False


@lru_cache(maxsize=1024)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format code, four at most, the one for text among them."""
    found: list[Section] = []
    current: list[re.Match[str]] = []
    for token in _TOKEN.finditer(code[:LONGEST_CODE]):
        if token["end"]:
            found.append(_section(current))
            current = []
        else:
            current.append(token)
    return (*found, _section(current))[:4]


def _section(tokens: list[re.Match[str]]) -> Section:
    brackets = [token["bracket"] for token in tokens if token["bracket"]]
    condition = next((c for b in brackets if (c := _CONDITION.fullmatch(b.strip()))), None)
    parts = tuple(_parts(tokens))
    return Section(
        parts,
        frozenset(part.kind for part in parts),
        _is_date(parts),
        Condition(condition[1], Decimal(condition[2])) if condition else None,
        any(_COLOUR.fullmatch(b.strip()) for b in brackets),
    )


def _is_date(parts: tuple[Part, ...]) -> bool:
    """Whether parts have the letters of dates or times, and no digits but a second's decimals."""
    decimals = dated = False
    for part in parts:
        dated = dated or part.kind == DATE
        decimals = part.kind == POINT or (decimals and part.kind == DIGIT)
        if part.kind == DIGIT and not decimals:
            return False
    return dated


_KINDS = {
    "quoted": LITERAL, "escaped": LITERAL, "literal": LITERAL, "general": GENERAL, "text": TEXT,
    "exponent": EXPONENT, "digit": DIGIT, "point": POINT, "comma": COMMA, "per_cent": PER_CENT,
    "slash": SLASH, "noon": DATE, "date": DATE,
}  # fmt: skip


def _parts(tokens: list[re.Match[str]]) -> Iterator[Part]:
    for token in tokens:
        name = token.lastgroup or "literal"
        if name == "padding":
            yield Part(LITERAL, " ")
        elif name == "bracket":
            yield from _bracketed(token["bracket"])
        elif name in _KINDS and token[name]:
            yield Part(_KINDS[name], token[name])


def _bracketed(text: str) -> Iterator[Part]:
    """A currency, "[$EUR-407]", or hours that count on beyond a day, "[h]"."""
    if text.startswith("$"):
        symbol = text[1:].rpartition("-")[0] if "-" in text else text[1:]
        if symbol:
            yield Part(LITERAL, symbol)
    elif _ELAPSED.fullmatch(text):
        yield Part(DATE, f"[{text}]")


def chosen(code: str, value: Decimal) -> tuple[Section, bool]:
    """The section that shows a number, and whether it shows a negative one's minus by itself."""
    of_numbers = _of_numbers(code)
    if any(s.condition for s in of_numbers[:2]):
        return _conditional(of_numbers, value)
    if len(of_numbers) == 1 or value > 0:
        return of_numbers[0], len(of_numbers) == 1
    if value < 0:
        return of_numbers[1], False
    return of_numbers[2 if len(of_numbers) > 2 else 0], False


@lru_cache(maxsize=1024)
def _of_numbers(code: str) -> tuple[Section, ...]:
    """The sections for numbers; a code that has none shows them as they are."""
    return tuple(s for s in sections(code) if TEXT not in s.kinds)[:3] or sections("General")


def _conditional(of_numbers: Sequence[Section], value: Decimal) -> tuple[Section, bool]:
    """The first section whose condition holds; the last without one shows the rest.

    A second section without a condition shows negative values, where a third shows the rest.
    """
    for at, section in enumerate(of_numbers):
        condition = section.condition
        if condition is None and at == 1 and len(of_numbers) > 2:
            condition = Condition("<", Decimal(0))
        if condition is None or condition.holds(value):
            return section, not (condition and condition.only_negative)
    return of_numbers[-1], True
