"""Display: the text that a spreadsheet program shows for a stored value."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from auditor.notation.numerals import cell_figure
from auditor.readers._xlsx.codes import GENERAL, TEXT, Section, chosen, sections
from auditor.readers._xlsx.dates import shown_date
from auditor.readers._xlsx.numbers import general, layout, shown

_NEGATIVE = re.compile(r"[-−–—‐‑‒△▲]|\([^()]*+\)|\b(?:CR|DR)\b", re.DOTALL)
_LETTER_OF_SCALE = re.compile(r"(?<=[0-9])\s*(?:K|k|M|MM|mm|B|T)(?=\)?$)")
_SCALE_WORDS = {3: "thousand", 6: "mn", 9: "bn", 12: "tn"}


class Shown(NamedTuple):
    """A value's text, and how its figure relates to what is stored.

    The figure is the stored number over ``10**shift``, and without its minus where ``unsigned``.
    ``by_colour``: it would be, had the minus that only a colour shows not been written.
    """

    text: str
    shift: int = 0
    by_colour: bool = False
    unsigned: bool = False


def shown_text(text: str, code: str) -> str:
    """A text in the section for texts, if the code has one."""
    section = next((s for s in reversed(sections(code)) if TEXT in s.kinds), None)
    if section is None:
        found = sections(code)
        return text if len(found) < 4 else "".join(part.text for part in found[3].parts)
    return "".join(text if part.kind == TEXT else part.text for part in section.parts)


def shown_number(number: Decimal, code: str, *, since_1904: bool) -> Shown:
    """A number under a format code."""
    section, minus = chosen(code, number)
    if section.is_date:
        date = shown_date(number, section, since_1904=since_1904)
        return Shown(general(number) if date is None else date.strip())
    text = shown(abs(number), section).strip()
    if not text:
        return Shown("")
    if number >= 0:
        return _readable(text, section)
    if minus:
        text = "-" + text
    elif not _NEGATIVE.search(text):
        return _without_minus(text, section)
    return _readable(text, section)


def _without_minus(text: str, section: Section) -> Shown:
    """A negative number shown without a sign: by its colour, or not at all."""
    if section.coloured:
        return _readable("-" + text, section)._replace(by_colour=True)
    return _readable(text, section)._replace(unsigned=True)


def _readable(text: str, section: Section) -> Shown:
    """A number's text, a lone letter such as K that scales it read as the format means it."""
    if GENERAL in section.kinds:
        return Shown(text)
    shift = -layout(section).shift
    figure = cell_figure(text)
    if figure is None and shift in _SCALE_WORDS:
        worded = _LETTER_OF_SCALE.sub(" " + _SCALE_WORDS[shift], text)
        figure = cell_figure(worded)
        text = text if figure is None else worded
    return Shown(text, shift - figure.scale if figure else shift)
