"""Usage: the words, fiscal calendar and unit that a document's figures are read by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import NamedTuple

from auditor.facts.numbered_terms import Terms, numbered_terms
from auditor.facts.told_apart import with_labels_told_apart
from auditor.model.document import Cell, Document, Table
from auditor.model.grid import Band
from auditor.model.period import Calendar
from auditor.notation.numerals import cell_figure
from auditor.notation.numerals.prose_convention import (
    ENGLISH_CONVENTION,
    ProseConvention,
    convention_of,
    convention_within,
)
from auditor.notation.periods import calendar_of
from auditor.notation.prose_languages import usual_language
from auditor.notation.thresholds import CAPTION_ROWS, LAST_UNIT_ROW, TEXTS_THAT_TELL
from auditor.notation.units import Unit, stated_unit
from auditor.notation.vocabulary import Lexicon

_ONLY_A_UNIT = re.compile(r"[(（\[]|(?:in|en|em)\s|\S{1,7}\Z|\S{1,6}\s?[:：]", re.IGNORECASE)
"""How a caption begins that names a currency and no scale: "in EUR", "(CHF)", "单位：元"."""
_YEAR = re.compile(r"(?:19|20)\d\d(?:\.(?:0|0{3,9}))?")


class Usage(NamedTuple):
    """A document's words, its fiscal calendar, its usual unit and how its prose writes numbers.

    ``terms`` are the years of headings that only number them.
    """

    lexicon: Lexicon
    calendar: Calendar
    unit: Unit
    convention: ProseConvention = ENGLISH_CONVENTION
    terms: Terms = MappingProxyType({})


def usage_of(document: Document, lexicon: Lexicon) -> Usage:
    """The usage of this document under the words of a lexicon."""
    lexicon = with_labels_told_apart(lexicon, document.tables)
    texts = [p.text for p in document.passages]
    for table in document.tables:
        texts.extend(cell.text for row in table.rows for cell in row if cell and cell.text)
    units = Counter(u for t in document.tables if (u := table_unit(t)) is not None)
    usual = units.most_common(1)[0][0] if units else Unit()
    calendar = calendar_of(texts)
    terms = numbered_terms(texts, calendar)
    return Usage(lexicon, calendar, usual, _convention(document, texts), terms)


def _convention(document: Document, texts: Sequence[str]) -> ProseConvention:
    """How its prose writes numbers: more texts are asked where commas may open decimals."""
    prose = [passage.text for passage in document.passages]
    language = usual_language(prose)
    if language.decimal_comma:
        return convention_within(prose, texts, language)
    return convention_of(texts[:TEXTS_THAT_TELL], language)


def table_unit(table: Table) -> Unit | None:
    """The unit stated in the notes above a table, in its corner or in its nearest heading."""
    corners = [row[0].text for row in table.rows[:2] if row and row[0] and not _has_figures(row)]
    inner = [h.text for h in table.headings[-2:]][::-1]
    return stated_unit((*reversed(table.notes), *corners, *_bracketed(table), *inner))


def _bracketed(table: Table) -> Iterator[str]:
    """The notes in brackets that stand alone in a row under the headings: "(In thousands)"."""
    for row in table.rows[2:LAST_UNIT_ROW]:
        texts = [cell.text.strip() for cell in row if cell and cell.text.strip()]
        if len(texts) == 1 and texts[0].startswith("(") and texts[0].endswith(")"):
            yield texts[0]


def _has_figures(row: Sequence[Cell | None]) -> bool:
    """Whether a row states figures beside its label; years may head columns."""
    texts = [cell.text for cell in row[1:] if cell]
    return any(not _YEAR.fullmatch(t.strip()) and cell_figure(t) is not None for t in texts)


def unit_of(table: Table, band: Band, usual: Unit) -> Unit:
    """The unit of a band's figures: its own caption's, the table's, or the document's usual one."""
    return _unit_above(table, band) or table_unit(table) or band_unit(band) or usual


def _unit_above(table: Table, band: Band) -> Unit | None:
    """The unit that a caption right above a lower band states, as where a file holds two tables."""
    if not band.header or band.header[0] < LAST_UNIT_ROW:
        return None
    captions = []
    for row in reversed(table.rows[band.header[0] - CAPTION_ROWS : band.header[0]]):
        texts = [cell.text.strip() for cell in row if cell and cell.text.strip()]
        if len(texts) > 1 or (texts and cell_figure(texts[0]) is not None):
            break
        captions.extend(texts)
    units = ((stated_unit((text,)), text) for text in captions)
    return next((u for u, text in units if u and (u.scale or _ONLY_A_UNIT.match(text))), None)


def band_unit(band: Band) -> Unit | None:
    """The unit in a note among the headings, "(in thousands)", which holds for every column."""
    notes = (t for c in band.columns for t in c.headings if t.startswith("("))
    return next((u for note in notes if (u := stated_unit((note,))) and u.scale), None)
