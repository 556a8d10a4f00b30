"""Figures beside: further figures in the cell of another, "100.0 (45.5)", "40.5 / 8.8%".

Japanese filings print so what part of a figure is of a kind: "28,575 〔1,834〕", "(0.42) 81.24".
"""

from __future__ import annotations

from auditor.notation.deferred import deferred

_NUMBER = r"(?:[0-9][0-9,.]{0,20}+%?|[-―—–─－])"
_BRACKETED = rf"(?:[(\[〔][ ]?{_NUMBER}[ ]?[)\]〕]|[※□][ ]?{_NUMBER}(?![^\s]))"
_WITH_OTHERS = deferred(
    rf"\s*(?P<before>(?:{_BRACKETED}\s{{0,3}}){{0,2}})"
    r"[※□]?[^\s()\[\]〔〕※□][^(\[〔※□]{0,30}"
    rf"(?P<behind>(?:{_BRACKETED}\s{{0,3}}){{0,2}})(?:\(注[0-9]{{0,2}}\)[0-9]{{0,2}})?\s*"
)
_SHARE_BEHIND = deferred(
    r"\s*[^\s/%][^/%]{0,30}(?P<behind>/\s{0,3}[-−–(△▲]?[0-9][0-9,.]{0,20}\)?\s?%\)?)\s*"
)
_MARKS = "※□"

Span = tuple[int, int]


def beside(plain: str) -> tuple[Span, ...]:
    """Where the further figures of a cell stand, before and behind its own; () for no such cell."""
    if "/" in plain and (share := _SHARE_BEHIND.fullmatch(plain)):
        return (share.span("behind"),)
    found = _WITH_OTHERS.fullmatch(plain)
    if found is None:
        return ()
    return tuple(found.span(name) for name in ("before", "behind") if found[name])


def alone(text: str, plain: str) -> str | None:
    """A cell's text with those and a mark in front blanked; None where it has neither."""
    spans = beside(plain)
    marked = plain.lstrip()[:1] in _MARKS and plain.strip()
    if not spans and not marked:
        return None
    shown = list(text)
    for start, end in spans:
        shown[start:end] = " " * (end - start)
    return "".join(" " if character in _MARKS else character for character in shown)
