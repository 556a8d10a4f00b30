"""Conventions: how the numbers of a document are usually written."""

from __future__ import annotations

from auditor.facts.layout import body_texts
from auditor.model.document import Document
from auditor.model.figure import DECIMAL_POINTS, NumeralConvention
from auditor.notation.commercial_words import speaks_of_decimal_commas
from auditor.notation.numerals import DECIMAL_COMMAS, document_convention
from auditor.notation.prose_languages import usual_language


def usual_convention(document: Document) -> NumeralConvention:
    """What a table's numbers are read by where the table itself does not tell."""
    told = document_convention(map(body_texts, document.tables))
    if told is not None:
        return told
    labels = (row[0].text for t in document.tables for row in t.rows if row and row[0])
    texts = (*(passage.text for passage in document.passages), *labels)
    if usual_language(texts).decimal_comma:
        return DECIMAL_COMMAS
    named = (c.text for t in document.tables for row in t.rows for c in row if c and c.text)
    return DECIMAL_COMMAS if speaks_of_decimal_commas((*texts, *named)) else DECIMAL_POINTS
