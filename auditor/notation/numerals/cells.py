"""Cells: the one figure that a table cell consists of.

What a text was found to be is remembered, since a text is asked about many times: by readers while
they look for columns, by the grid, and by each stage that meets it elsewhere in the document.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from auditor.model.figure import DECIMAL_POINTS, Cr, Figure, NumeralConvention, SignStyle
from auditor.notation.deferred import deferred
from auditor.notation.numerals.cell_words import (
    BEHIND,
    CELL_SCALE,
    CELL_UNIT,
    CREDIT,
    CREDIT_BEFORE,
    RISES,
    TRIANGLES,
    TURN_BEFORE,
    TURN_BEHIND,
)
from auditor.notation.numerals.compounds import compound_at
from auditor.notation.numerals.figure_pattern import figure_of, nil_of, notation
from auditor.notation.numerals.money_names import spelt_money
from auditor.notation.numerals.narrowing import narrowed, visible, visible_places
from auditor.notation.numerals.thousands_marks import CELL_NUMBER, PAIRS, without_binary_noise
from auditor.notation.thresholds import TEXTS_REMEMBERED

_CELL_GAP = r"\s{0,20}"
_FOOTNOTES = (
    r"(?P<footnotes>(?:(?<=[,'’ ][0-9]{3})[abdefgij](?![A-Za-z]))?"
    r"(?:\s{0,9}(?:[¹²³⁰⁴-⁹†‡§#]{1,9}+⁾?|※[0-9]?|\[[0-9a-z]{1,2}\]|\[\^[^\]\s]{1,20}\]"
    r"|\^(?:[0-9a-z]{1,2}\^)?"
    r"|\((?:[0-9]{1,2}|[a-z]{1,2}|[A-Z])\)|\(注[0-9]{0,2}\)[0-9]{0,2}(?:[、,・][0-9]{1,2}){0,4})"
    r"|\s{1,9}(?:[0-9]{1,2}|[a-z])\))*+)"
)
# Japanese statements set the mark of a note before the figure: "※1,※2 13,987".
NOTES_BEFORE = (
    r"(?:(?:※[0-9]{1,2}(?:\s?[,、・]\s?※?[0-9]{1,2}){0,9}|\(注[0-9]{0,2}\)[0-9]{0,2})\s{1,9})?"
)
CELL = deferred(
    rf"\s*{NOTES_BEFORE}(?P<notation>{CREDIT_BEFORE}{TURN_BEFORE}"
    rf"{notation(CELL_NUMBER, _CELL_GAP, BEHIND, CELL_SCALE, CELL_UNIT)}{CREDIT}{TURN_BEHIND})"
    rf"{_FOOTNOTES}\s*"
)
_DASH = r"(?<![-−–—‐‑‒])(?:-{1,2}|[—–―−‐‑‒ー]{1,2}|(?i:nil)(?![A-Za-z]))"
NIL = deferred(rf"\s*{NOTES_BEFORE}(?P<notation>{notation(_DASH, _CELL_GAP)}){_FOOTNOTES}\s*")
_LONE_NOTE = deferred(r"\([0-9]{1,2}\)")
_IN_PAIRS = deferred(PAIRS)
_APOSTROPHES = deferred(r"(?<=[0-9])[´`ʼ′‘](?=[0-9]{3})")
_POINT_OR_COMMA = deferred(r"[.,](?=[0-9])")
_SWAPPED = {".": ",", ",": "."}
_FIRST_DIGIT = deferred(r"[0-9]")
_STARRED = deferred(r"(?<![(*])\*{1,3}\)")
_CREDITS = frozenset(("CR", "H", "C"))
_FEWEST_FLOATED = 13  # decimals that no person prints
_FEWEST_COMPUTED = 10  # digits, and
_FEWEST_DECIMALS = 8  # decimals among them, that only a program prints
_SINGLE_DIGITS = 7
DECIMAL_COMMAS = NumeralConvention(",", ".")
_ANY = (
    DECIMAL_POINTS,
    DECIMAL_COMMAS,
    NumeralConvention(pairs=True, behind=True, words=True, cr=Cr.CREDIT, sides="SHDC"),
)


@lru_cache(maxsize=TEXTS_REMEMBERED)
def cell_figure(text: str, convention: NumeralConvention = DECIMAL_POINTS) -> Figure | None:
    """The one figure that a table cell consists of; None for words, dates, ranges and nothing."""
    seen = visible(text)
    figure = _read(canonical(seen, convention), convention)
    if figure is None:
        return None
    start, end = figure.start, figure.end
    if seen is not text:
        places = visible_places(text)
        start, end = places[start], places[end - 1] + 1
    shown = text[start:end]
    if shown == figure.text and start == figure.start and convention == figure.convention:
        return figure
    return figure._replace(text=shown, start=start, convention=convention)


def states_figure(text: str) -> bool:
    """Whether a cell states a figure, in whichever convention its table may be written."""
    return any(cell_figure(text, convention) is not None for convention in _ANY)


def canonical(text: str, convention: NumeralConvention) -> str:
    """A cell's text with points for decimals, character for character.

    Blanks and apostrophes that group digits stay; points and commas change places where a table
    writes decimal commas.
    """
    if "*)" in text and text.count(")") > text.count("("):
        text = _STARRED.sub(lambda match: "†" * len(match[0]), text)
    plain = narrowed(text)
    if not plain.isascii() or "`" in plain:
        plain = _APOSTROPHES.sub("'", plain)
    if convention.decimal == ",":
        return _POINT_OR_COMMA.sub(lambda match: _SWAPPED[match[0]], plain)
    return plain


@lru_cache(maxsize=TEXTS_REMEMBERED)
def _tried(plain: str) -> re.Match[str] | None:
    """The notation of a figure or of a dash that a canonical text consists of."""
    return CELL.fullmatch(plain) or NIL.fullmatch(plain)


@lru_cache(maxsize=TEXTS_REMEMBERED)
def _read(plain: str, convention: NumeralConvention) -> Figure | None:
    """The figure of a canonical text."""
    match = _tried(plain)
    if match is None and convention.units:
        return _in_own_unit(plain, convention)
    if match is None:
        return None if plain.isascii() else _compound(plain) or _spelt(plain, convention)
    if "minus" not in match.re.groupindex:
        return nil_of(plain, match)
    if match["open"] and match["sign"]:
        match = CELL.fullmatch(_unwrapped(plain, match)) or match
    if match["footnotes"] and _LONE_NOTE.fullmatch(match["notation"]):
        return None  # "(1)(2)" refers to two notes
    if not _is_usual(match, convention):
        return None
    figure = figure_of(plain, match)
    return figure and _turned(_as_meant(figure), match, convention)


def _in_own_unit(plain: str, convention: NumeralConvention) -> Figure | None:
    """The figure of a cell whose number a unit follows that its table alone knows."""
    bare = replace(convention, units=())
    whole = plain.rstrip()
    unit = next((u for u in convention.units if whole.endswith(u)), "")
    figure = _read(whole.removesuffix(unit), bare) if unit else _read(plain, bare)
    if not unit or figure is None or figure.unit or figure.nil:
        return None if unit else figure
    return figure._replace(text=whole[figure.start :], unit=unit)


def _compound(plain: str) -> Figure | None:
    """The amount of a cell that consists of its powers of ten, "36億6,237万", or of yen and sen."""
    digit = _FIRST_DIGIT.search(plain)
    found = compound_at(plain, plain, digit.start()) if digit else None
    if found is None or found.text.strip() != plain.strip():
        return None
    return found._replace(text=plain.strip())


def _spelt(plain: str, convention: NumeralConvention) -> Figure | None:
    """The figure of a cell that spells out its currency in Japanese."""
    money = spelt_money(plain)
    figure = _read(money.rest, convention) if money else None
    if money is None or figure is None or figure.unit or (figure.scale and money.scale):
        return None
    start = len(plain) - len(plain.lstrip())
    scale = figure.scale or money.scale
    return figure._replace(text=plain.strip(), start=start, unit=money.unit, scale=scale)


def _as_meant(figure: Figure) -> Figure:
    """The figure without the digits that a program's binary arithmetic left behind."""
    meant = without_binary_noise(figure.digits, figure.exponent)
    if meant is None or figure.exponent > -_FEWEST_FLOATED:
        return _in_single_precision(figure) if _is_computed(figure) else figure
    digits, exponent, good = meant
    if len(str(abs(digits))) >= _FEWEST_COMPUTED:
        return _in_single_precision(figure)
    accuracy = Fraction(10) ** (good + figure.scale)
    return figure._replace(digits=digits, exponent=exponent, accuracy=accuracy)


def _is_computed(figure: Figure) -> bool:
    """Whether a figure has so many decimals that a program computed it.

    Behind a whole number fewer are enough: a fraction of one may be a rate that is quoted so.
    """
    digits = str(abs(figure.digits))
    behind = -figure.exponent
    is_long = len(digits) >= _FEWEST_COMPUTED and behind >= _FEWEST_DECIMALS
    is_told = len(digits) > behind or behind >= _FEWEST_FLOATED
    return is_long and is_told and not digits.endswith("0" * (behind // 2))


def _in_single_precision(figure: Figure) -> Figure:
    """The figure to seven digits, in which it may have been computed, or what it is made of."""
    excess = len(str(abs(figure.digits))) - _SINGLE_DIGITS
    kept = (abs(figure.digits) + 10**excess // 2) // 10**excess
    exponent = figure.exponent + excess
    if exponent > 0:
        kept, exponent = kept * 10**exponent, 0
    return figure._replace(digits=-kept if figure.digits < 0 else kept, exponent=exponent)


def _is_usual(match: re.Match[str], convention: NumeralConvention) -> bool:
    """Whether a notation is one that its table uses."""
    if not _has_usual_sign(match, convention):
        return False
    if match["unit"] == "p" and not convention.coins:
        return False
    return convention.pairs or _IN_PAIRS.fullmatch(match["number"]) is None


def _has_usual_sign(match: re.Match[str], convention: NumeralConvention) -> bool:
    """Whether the words and marks that give a number its sign are those of its table."""
    unusual = (
        match["minus"] and not convention.behind,
        (match["cr"] or match["account"]) and convention.cr is None,
        match["side"] and match["side"] not in convention.sides,
        match["turned"] in TRIANGLES and not convention.arrows,
        (match["turn"] or match["turned"]) and not convention.words,
    )
    return not any(unusual)


def _turned(figure: Figure, match: re.Match[str], convention: NumeralConvention) -> Figure | None:
    """The figure with the sign that stands behind it or that a word gives it."""
    word = match["turn"] or match["turned"]
    side = match["cr"] or match["account"] or match["side"]
    if convention.arrows and match["sign"] and match["sign"][0] in TRIANGLES:
        return figure._replace(digits=-figure.digits, sign_style=SignStyle.PLUS)
    if not (word or match["minus"] or side):
        return figure
    if figure.sign_style is not SignStyle.PLAIN or (match["turn"] and match["turned"]):
        return None
    if word:
        sign = 1 if word.lower() in RISES else -1
        return figure._replace(digits=sign * figure.digits, sign_style=SignStyle.WORD)
    if match["minus"]:
        return figure._replace(digits=-figure.digits, sign_style=SignStyle.BEHIND)
    return _on_its_side(figure, side.upper(), convention)


def _on_its_side(figure: Figure, side: str, convention: NumeralConvention) -> Figure | None:
    """The figure as a debit or a credit, or in crores."""
    if side == "CR" and convention.cr is Cr.CRORE:
        return None if figure.scale else figure._replace(scale=7)
    sign = -1 if side in _CREDITS else 1
    return figure._replace(digits=sign * figure.digits, sign_style=SignStyle.CREDIT)


def _unwrapped(plain: str, match: re.Match[str]) -> str:
    """The cell with its parentheses blanked: "(-5%)" shows its sign already."""
    opened, closed = match.start("open"), max(match.end("tail"), match.end("close")) - 1
    return "".join(" " if i in (opened, closed) else c for i, c in enumerate(plain))
