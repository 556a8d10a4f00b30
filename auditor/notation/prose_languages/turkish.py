"""Turkish: the words by which it is told, and how its numbers are written."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "turkish",
    frozenset((
        "ve", "ile", "için", "milyon", "tl", "dönem", "yılı", "kâr", "bir", "olarak", "gelirler",
        "toplam",
    )),
    decimal_comma=True,
    groups_by_spaces=False,
    scales=(
        "bin", "milyon", "milyar",
    ),
    units={
        "tl": "TRY", "türk lirası": "TRY", "avro": "EUR", "dolar": "USD",
    },
)  # fmt: skip
