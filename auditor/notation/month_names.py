"""Month names: those that texts are read for, with the numbers of their months."""

from __future__ import annotations

NUMBERS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9,
    "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
"""The month from 1 to 12 by its English name or short form in lower case."""
BEGINNINGS = tuple(dict.fromkeys(name[:3] for name in NUMBERS))
"""The three letters that English names begin with."""
_IN_ORDER = (
    "januar jänner janvier enero janeiro gennaio januari",
    "februar février fevereiro febrero febbraio februari",
    "märz mars marzo março maart",
    "avril abril aprile",
    "mai mayo maio maggio mei maj",
    "juni juin junio junho giugno",
    "juli juillet julio julho luglio",
    "août agosto augusti augustus",
    "septembre septiembre setembro settembre",
    "oktober octobre octubre outubro ottobre",
    "novembre noviembre novembro",
    "dezember décembre diciembre dezembro dicembre desember",
)
_SHORT = {
    "mär": 3, "okt": 10, "dez": 12, "janv": 1, "févr": 2, "avr": 4, "juil": 7, "déc": 12,
    "ene": 1, "abr": 4, "dic": 12, "fev": 2, "mrz": 3,
}  # fmt: skip
THAI = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน",
    "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
FOREIGN_NUMBERS = (
    _SHORT
    | {name: number for number, names in enumerate(_IN_ORDER, start=1) for name in names.split()}
    | {name: number for number, name in enumerate(THAI, start=1)}
)
"""The same in other languages; those that are English words, such as "set" and "out", only in
full."""
FOREIGN = tuple(FOREIGN_NUMBERS)
FOREIGN_BEGINNINGS = tuple(dict.fromkeys(name[:3] for name in FOREIGN if name[:3] not in NUMBERS))
"""The three letters that only names in other languages begin with."""


def month_number(printed: str) -> int:
    """The month from 1 to 12 of a name as printed, "Sept." too; raises KeyError for other words."""
    name = printed.removesuffix(".").lower()
    return NUMBERS[name] if name in NUMBERS else FOREIGN_NUMBERS[name]
