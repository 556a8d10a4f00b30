"""Polish: the words by which it is told, and how its numbers are written."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "polish",
    frozenset((
        "oraz", "w", "na", "z", "roku", "do", "od", "za", "się", "jest", "przez", "zł", "tys",
        "mln", "przychody", "zysk",
    )),
    decimal_comma=True,
    groups_by_spaces=True,
    scales=(
        "tys", "tys.", "tysięcy", "mln", "mln.", "mld", "mld.", "miliona", "miliony", "milionów",
        "miliarda", "miliardy", "miliardów",
    ),
    units={
        "zł": "PLN", "złotych": "PLN", "złotego": "PLN", "euro": "EUR", "pkt proc.": "points",
        "p.p.": "points", "proc.": "%",
    },
)  # fmt: skip
