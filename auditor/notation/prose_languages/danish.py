"""Danish and Norwegian: the words by which they are told, and how their numbers are written."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "danish",
    frozenset((
        "og", "af", "til", "fra", "på", "som", "med", "er", "for", "i", "mio", "året", "kvartal",
        "resultat", "omsætning", "driftsinntekter", "inntekter", "millioner", "ikke",
    )),
    decimal_comma=True,
    groups_by_spaces=False,
    scales=(
        "mio", "mio.", "mia", "mia.", "million", "millioner", "milliard", "milliarder", "mill.",
        "mrd.", "tusinde", "t.kr.", "mkr",
    ),
    units={
        "kroner": "kr", "kr": "kr", "kr.": "kr", "euro": "EUR", "procent": "%", "prosent": "%",
        "procentpoint": "points", "prosentpoeng": "points",
    },
)  # fmt: skip
