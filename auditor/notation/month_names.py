"""Month names: those that texts are read for, with the numbers of their months."""

from __future__ import annotations

NUMBERS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""The month from 1 to 12 by its name or short form in lower case; other languages' go here."""
BEGINNINGS = tuple(dict.fromkeys(name[:3] for name in NUMBERS))
"""The three letters that names begin with."""
FOREIGN = (
    "januar", "jänner", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "jan",
    "feb", "mär", "okt", "dez", "janvier", "février", "mars", "avril", "juin", "juillet", "août",
    "septembre", "octobre", "novembre", "décembre", "janv", "févr", "avr", "juil", "déc", "enero",
    "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
    "noviembre", "diciembre", "janeiro", "fevereiro", "março", "maio", "junho", "julho",
    "setembro", "outubro", "dezembro", "gennaio", "febbraio", "aprile", "maggio", "giugno",
    "luglio", "settembre", "ottobre", "dicembre",
)  # fmt: skip
"""Names and short forms in other languages, in lower case, by which a day is known to be one; those
that are English words, such as "set" and "out", only in full."""


def month_number(printed: str) -> int:
    """The month from 1 to 12 of a name as printed, "Sept." too; raises KeyError for other words."""
    return NUMBERS[printed.removesuffix(".").lower()]
