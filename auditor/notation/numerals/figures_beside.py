"""Figures beside: a second figure in brackets in the cell of another, "100.0 (45.5)".

Japanese filings print so what part of a figure is of a kind: "28,575 〔1,834〕", "(0.42) 81.24".
"""

from __future__ import annotations

import re

from auditor.notation.deferred import deferred

_NUMBER = r"(?:[0-9][0-9,.]{0,20}%?|[-―—–─－])"
_BRACKETED = rf"(?:[(\[〔][ ]?{_NUMBER}[ ]?[)\]〕]|[※□][ ]?{_NUMBER})"
_BEHIND = deferred(
    rf"\s*[^\s(\[〔※□][^(\[〔※□]{{0,30}}(?P<beside>(?:\s{{0,3}}{_BRACKETED}){{1,2}})\s*"
)
_BEFORE = deferred(rf"\s*(?P<beside>(?:{_BRACKETED}\s{{0,3}}){{1,2}})[^\s(\[〔][^(\[〔]{{0,30}}")


def beside(plain: str) -> re.Match[str] | None:
    """The figures in brackets beside that of a cell, as ``beside`` of the match."""
    if not plain.isascii() or "(" in plain or "[" in plain:
        return _BEHIND.fullmatch(plain) or _BEFORE.fullmatch(plain)
    return None


def without_beside(text: str, plain: str) -> str | None:
    """A cell's text with those blanked, character for character; None where there are none."""
    found = beside(plain)
    if found is None:
        return None
    start, end = found.span("beside")
    return text[:start] + " " * (end - start) + text[end:]
