"""Indonesian: the words by which it is told, and how its numbers are written."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "indonesian",
    frozenset((
        "dan", "yang", "untuk", "pada", "dari", "dengan", "juta", "miliar", "rupiah", "tahun",
        "laba", "pendapatan",
    )),
    decimal_comma=True,
    groups_by_spaces=False,
    scales=(
        "ribu", "juta", "miliar", "triliun",
    ),
    units={
        "rupiah": "IDR", "dolar": "USD", "persen": "%",
    },
)  # fmt: skip
