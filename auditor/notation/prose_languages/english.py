"""English: the words of its sentences about figures, by which Japanese releases are read too."""

from __future__ import annotations

from auditor.notation.prose_languages.language import Language

LANGUAGE = Language(
    "english",
    frozenset((
        "million", "revenue", "income", "sales", "net", "ended", "the", "of", "and", "to", "in",
        "for", "was", "were", "is", "are", "with", "by", "from", "our", "or", "on", "that",
        "this", "an", "at", "we", "which", "year", "has", "have", "be", "its", "as", "other",
        "profit", "expenses",
    )),
    scales=(
        "lakh crore", "lakh crores", "lakh", "lakhs", "crore", "crores", "lac", "lacs", "cr", "cr.",
    ),
    about=(
        "約", "およそ", "about", "around", "approximately", "roughly", "some", "approx.", "circa",
    ),
    bound=(
        "more than", "less than", "at least", "at most", "up to", "as much as", "nearly",
        "almost", "just over", "just under", "well over", "in excess of", "fewer than",
        "no more than", "slightly over", "slightly under", "close to", "by over", "by under",
        "of over", "of under", "to over", "to under", "was over", "was under", "were over",
        "is over", "grew over", "rose over", "increased over", "fell over", "a little over",
        "a little under", "exceeding", "or more than", "a little more than",
    ),
    about_after=("or so",),
)  # fmt: skip
