"""Spellings: how a row may spell a name otherwise than a sentence does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.notation.deferred import deferred

_SPELLINGS = tuple(
    (needed, deferred(pattern, re.IGNORECASE), instead)
    for needed, pattern, instead in (
        (" & ", r" & ", " and "),
        (" and ", r" and ", " & "),
        (" and ", r",? and ", ", and "),
        (", and ", r", and ", " and "),
        ("s", r"(?<=[a-z]{3})s\Z", ""),
        ("", r"(?<=[a-rt-z])\Z", "s"),
        (" ", r" (?:expenses?|costs?|spending|expenditures?|charges?)\Z", ""),
        (" ", r" (?:costs?|spending|expenditures?|charges?)\Z", " expenses"),
        ("", r"(?<=[a-z])\Z", " expense"),
        ("", r"(?<=[a-z])\Z", " expenses"),
        ("", r"\A(?=\w)", "total "),
        ("total ", r"\Atotal ", ""),
        ("net ", r"\Anet ", ""),
        ("", r"\A(?=\w)", "net "),
        (" for the ", r" for the (?:year|period)\Z", ""),
        ("number of ", r"\A(?:total )?number of ", ""),
        ("", r"\A(?=\w)", "number of "),
        ("", r"\A(?:(?:total|group|year-end) )?(?:headcount|workforce)\Z", "employees"),
        ("", r"\A(?:(?:total|group|year-end) )?(?:headcount|workforce)\Z", "number of employees"),
    )
)
"""What a name must hold in small letters, how a row may spell it otherwise, and what stands there
instead."""
_IN_FULL = {
    "sg&a": "selling, general and administrative",
    "g&a": "general and administrative",
    "s&m": "sales and marketing",
    "r&d": "research and development",
    "cogs": "cost of goods sold",
    "d&a": "depreciation and amortization",
    "capex": "capital expenditures",
    "pat": "profit after tax",
    "npat": "net profit after tax",
    "pbt": "profit before tax",
    "fcf": "free cash flow",
    "cfo": "cash flow from operations",
    "ffo": "funds from operations",
    "nii": "net interest income",
    "nim": "net interest margin",
}
_SHORT = deferred(
    r"(?:sg&a|g&a|s&m|r&d|cogs|d&a|capex|n?pat|pbt|fcf|cfo|ffo|nii|nim)(?![\w&])", re.IGNORECASE
)
"""What statements of many companies are abbreviated to."""


def spelt_otherwise(text: str) -> Iterator[str]:
    """The name as rows may spell it: with "expense", "&", "total" or without."""
    lowered = text.lower()
    for needed, pattern, instead in _SPELLINGS:
        other, count = pattern.subn(instead, text) if needed in lowered else (text, 0)
        if count:
            yield other


def in_full(text: str) -> str | None:
    """The name with its first abbreviation written out; None where it begins with none."""
    short = _SHORT.match(text)
    return None if short is None else _IN_FULL[short[0].casefold()] + text[short.end() :]
