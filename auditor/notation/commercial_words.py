"""Commercial words: those of statements in languages that open decimals with a comma.

A table has no sentences, and so no function words that would tell its language; what its lines are
called tells it as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from auditor.notation.deferred import sought
from auditor.notation.thresholds import TELLING_LINES, TEXTS_THAT_TELL

_OF_DECIMAL_COMMAS = sought(
    r"umsatz|erlös|anlagevermögen|fremdkapital|eigenkapital|bilanzsumme|verbindlichkeit|abschreibung"
    r"|\b(?:gesamt|insgesamt|summe|ergebnis|aufwand|vermögen|forderungen|vorräte|davon|übrige)\b"
    r"|\bmio\.? ?(?:€|eur)|\btsd\.? ?(?:€|eur)"
    r"|chiffre d['’]affaires|\brésultat|immobilisations|créances|trésorerie|capitaux propres"
    r"|milliers d['’]euros|\b(?:ventas|ingresos|gastos|beneficio|patrimonio|miles de euros)\b"
    r"|\b(?:receitas?|vendas|despesas|lucro|patrimônio|r\$ milhões)\b|\br\$ milhões"
    r"|\b(?:ricavi|costi|utile|ammortamenti|crediti|debiti|migliaia di euro|milioni di euro)\b"
    r"|\b(?:omzet|winst|eigen vermogen|voorraden|vorderingen)\b",
    "umsatz", "erlös", "vermögen", "kapital", "summe", "verbindlich", "abschreib", "gesamt",
    "ergebnis", "aufwand", "forderungen", "vorräte", "davon", "übrige", "mio", "tsd", "chiffre",
    "résultat", "immobilisations", "créances", "trésorerie", "capitaux", "milliers", "ventas",
    "ingresos", "gastos", "beneficio", "patrim", "miles de", "receita", "vendas", "despesas",
    "lucro", "milhões", "ricavi", "costi", "utile", "ammortamenti", "crediti", "debiti", "di euro",
    "omzet", "winst", "eigen vermogen", "voorraden", "vorderingen",
)  # fmt: skip


def speaks_of_decimal_commas(texts: Iterable[str]) -> bool:
    """Whether several of the texts are names of lines in such a language."""
    told = (text for text in islice(texts, TEXTS_THAT_TELL) if _OF_DECIMAL_COMMAS.search(text))
    return len(list(islice(told, TELLING_LINES))) == TELLING_LINES
