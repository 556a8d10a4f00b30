"""Number words: how many months, and which part of a year, words name."""

from __future__ import annotations

import re

from auditor.notation.periods.pieces import GAP

COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "sixteen": 16, "twenty": 20, "twenty-four": 24,
    "twenty-six": 26, "twenty-seven": 27, "twenty-eight": 28, "thirty-six": 36, "thirty-nine": 39,
    "forty": 40, "forty-eight": 48, "fifty-two": 52, "fifty-three": 53,
}  # fmt: skip
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    "1": 1, "2": 2, "3": 3, "4": 4, "一": 1, "二": 2, "三": 3, "四": 4,
}  # fmt: skip
LENGTHS = {"q": 3, "quarter": 3, "h": 6, "half": 6, "year": 12}
COUNT = rf"(?:[0-9]{{1,2}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))})"
_ORDINAL = "(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
PART = rf"{_ORDINAL}(?:{GAP}|-)(?:fiscal{GAP})?(?:(?P<kind>quarter|half)s?)"


def count_of(text: str) -> int:
    """The count that digits or a word state; raises KeyError for other words."""
    return int(text) if text.isdigit() else COUNTS[text.lower()]


def length_of(match: re.Match[str]) -> int:
    """Months of a "three months", "26 weeks" or "year" that ended; weeks to the nearest month."""
    if match["kind"]:
        return LENGTHS[match["kind"].lower()]
    count = count_of(match["count"])
    return count if match["unit"].lower() == "month" else (count * 12 + 26) // 52


def part_of(match: re.Match[str]) -> tuple[int, int]:
    """Which part of a year a match names (from 1), and how many months such a part has."""
    return ORDINALS[match["ordinal"].lower()], LENGTHS[match["kind"].lower()]
