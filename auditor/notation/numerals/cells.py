"""Cells: the one figure that a table cell consists of.

What a text was found to be is remembered, since a text is asked about many times: by readers while
they look for columns, by the grid, and by each stage that meets it elsewhere in the document.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from auditor.model.figure import Figure
from auditor.notation.numerals.figure_pattern import figure_of, nil_of, notation
from auditor.notation.numerals.narrowing import narrowed
from auditor.notation.numerals.thousands_marks import CELL_NUMBER, DECIMAL_COMMA_NUMBER
from auditor.notation.numerals.unit_words import CURRENCY
from auditor.notation.thresholds import TEXTS_REMEMBERED

_DECIMAL_COMMA = re.compile(
    rf"\s*(?:(?:{CURRENCY})\s?)?[-−–+(]?\s?{DECIMAL_COMMA_NUMBER}\s?\)?\s?(?:%|€)?\s*"
)
_CELL_GAP = r"\s{0,20}"
_FOOTNOTES = (
    r"(?P<footnotes>(?:\s{0,9}(?:[¹²³⁰⁴-⁹†‡§#]|※[0-9]?|\[[0-9a-z]{1,2}\]|\[\^[^\]\s]{1,20}\]"
    r"|\((?:[0-9]{1,2}|[a-z]{1,2}|[A-Z])\)))*)"
)
# Japanese statements set the mark of a note before the figure: "※1,※2 13,987".
_NOTES_BEFORE = (
    r"(?:(?:※[0-9]{1,2}(?:\s?[,、・]\s?※?[0-9]{1,2}){0,9}|\(注[0-9]{0,2}\)[0-9]{0,2})\s{1,9})?"
)
CELL = re.compile(
    rf"\s*{_NOTES_BEFORE}(?P<notation>{notation(CELL_NUMBER, _CELL_GAP)}){_FOOTNOTES}\s*"
)
_DASH = r"(?<![-−–—‐‑‒])(?:-{1,2}|[—–―−‐‑‒ー]{1,2}|(?i:nil)(?![A-Za-z]))"
NIL = re.compile(rf"\s*{_NOTES_BEFORE}(?P<notation>{notation(_DASH, _CELL_GAP)}){_FOOTNOTES}\s*")
_LONE_NOTE = re.compile(r"\([0-9]{1,2}\)")


@lru_cache(maxsize=TEXTS_REMEMBERED)
def cell_figure(text: str) -> Figure | None:
    """The one figure that a table cell consists of; None for words, dates, ranges and nothing."""
    plain = narrowed(text)
    match = CELL.fullmatch(plain)
    if match is None:
        nil = NIL.fullmatch(plain)
        return None if nil is None else nil_of(text, nil)
    if match["open"] and match["sign"]:
        match = CELL.fullmatch(_unwrapped(plain, match)) or match
    if match["footnotes"] and _LONE_NOTE.fullmatch(match["notation"]):
        return None  # "(1)(2)" refers to two notes
    return figure_of(text, match)


@lru_cache(maxsize=TEXTS_REMEMBERED)
def is_decimal_comma(text: str) -> bool:
    """Whether a cell, such as "1 234,5" or "(0,3) %", can only be read with a decimal comma."""
    return _DECIMAL_COMMA.fullmatch(narrowed(text)) is not None


def states_figure(text: str) -> bool:
    """Whether a cell states a figure, in a table of decimal points or of decimal commas."""
    return cell_figure(text) is not None or is_decimal_comma(text)


@lru_cache(maxsize=TEXTS_REMEMBERED)
def decimal_comma_figure(text: str) -> Figure | None:
    """What ``cell_figure`` finds where decimals follow a comma; its text is as printed."""
    figure = cell_figure(pointed(text) if is_decimal_comma(text) else text)
    return figure and replace(figure, text=text[figure.start : figure.end])


def pointed(text: str) -> str:
    """The text with points for its commas."""
    return text.replace(",", ".")


def _unwrapped(plain: str, match: re.Match[str]) -> str:
    """The cell with its parentheses blanked: "(-5%)" shows its sign already."""
    opened, closed = match.start("open"), max(match.end("tail"), match.end("close")) - 1
    return "".join(" " if i in (opened, closed) else c for i, c in enumerate(plain))
