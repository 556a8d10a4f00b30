"""Czech: the words by which it is told, and how its numbers are written."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "czech",
    frozenset((
        "a", "v", "na", "za", "z", "roku", "se", "je", "tis", "mil", "kč", "výnosy", "zisk",
        "celkem",
    )),
    decimal_comma=True,
    groups_by_spaces=True,
    scales=(
        "tis", "tis.", "mil", "mil.", "mld", "mld.", "milionů", "miliony", "milionu", "miliard",
        "miliardy",
    ),
    units={
        "kč": "CZK", "korun": "CZK", "eur": "EUR", "procent": "%",
    },
)  # fmt: skip
