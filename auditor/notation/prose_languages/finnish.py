"""Finnish: the words by which it is told, and how its numbers are written."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "finnish",
    frozenset((
        "ja", "sekä", "oyj", "tuhatta", "euroa", "miljoonaa", "oli", "vuonna", "liikevaihto",
        "tulos", "tilikauden", "on",
    )),
    decimal_comma=True,
    groups_by_spaces=True,
    scales=(
        "tuhatta", "miljoonaa", "miljoona", "miljardia", "milj.", "milj", "mrd", "mrd.",
    ),
    units={
        "euroa": "EUR", "euron": "EUR", "euro": "EUR", "prosenttia": "%",
        "prosenttiyksikköä": "points",
    },
)  # fmt: skip
