"""How a country prints numbers: a number in English, written as it is written there."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = re.compile(r"\d[\d,]*(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Notation:
    """The marks between groups of digits and before decimals; ``in_pairs`` as in lakhs.

    ``per_cent`` is what stands for the sign of a percentage.
    """

    groups: str = ","
    decimal: str = "."
    per_cent: str = "%"
    in_pairs: bool = False

    def written(self, english: str) -> str:
        """A text whose numbers are English, with numbers as they are written here."""
        return _NUMBER.sub(self._number, english).replace("%", self.per_cent)

    def _number(self, found: re.Match[str]) -> str:
        whole, _, part = found[0].replace(",", "").partition(".")
        grouped = _pairs(whole) if self.in_pairs else f"{int(whole):,}"
        return grouped.replace(",", self.groups) + (self.decimal + part if part else "")


def _pairs(whole: str) -> str:
    """Digits grouped as in lakhs and crores: 12,34,567."""
    head, last = whole[:-3], whole[-3:]
    return ",".join((*re.findall(r"\d{1,2}(?=(?:\d\d)*$)", head), last))


ENGLISH = Notation()
