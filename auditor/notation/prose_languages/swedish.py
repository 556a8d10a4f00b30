"""Swedish: the words by which it is told, and how its numbers are written."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "swedish",
    frozenset((
        "och", "av", "för", "till", "ett", "på", "som", "från", "med", "har", "är", "under",
        "miljoner", "mkr", "året", "kvartalet", "resultat", "omsättning",
    )),
    decimal_comma=True,
    groups_by_spaces=True,
    scales=(
        "miljon", "miljoner", "miljard", "miljarder", "tusen", "tkr", "mkr", "mdkr", "mnkr",
    ),
    units={
        "kronor": "SEK", "svenska kronor": "SEK", "kr": "kr", "euro": "EUR", "procent": "%",
        "procentenheter": "points", "procentenhet": "points",
    },
)  # fmt: skip
