"""Names of quotients, and of the two rows that each name says it is computed from."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor.notation.deferred import deferred
from auditor.notation.vocabulary import normal


class NamedQuotient(NamedTuple):
    """What a row of a name states: a row called ``over`` divided by one called ``under``."""

    name: re.Pattern[str]
    over: re.Pattern[str]
    under: re.Pattern[str]
    title: str


def _quotient(name: str, over: str, under: str, title: str) -> NamedQuotient:
    return NamedQuotient(_pattern(name), _pattern(over), _pattern(under), title)


def _pattern(text: str) -> re.Pattern[str]:
    return deferred(rf"(?:{text})", re.IGNORECASE)


_TAX = (
    r"(?:total )?(?:(?:provision|benefit|\(benefit\)|\(provision\)|expense|charge)(?: from| for|/)?"
    r" ?){0,2}(?:income )?tax(?:es)?"
    r"(?: (?:expense|charge|provision|benefit|\(benefit\)|on income)){0,2}"
    r"|taxation|(?:ertrag|einkommen)steuern?(?: vom einkommen und ertrag)?"
    r"|(?:charge d')?impôts? (?:sur (?:les )?(?:bénéfices|résultats?|le résultat))"
    r"|impuestos? sobre (?:beneficios|las ganancias|sociedades)|法人税等(?:合計)?|法人所得税費用"
)
_BEFORE_TAX = (
    r"(?:net )?(?:income|profit|earnings|loss)(?: ?\(loss\))?(?: from continuing operations)?"
    r",? before (?:(?:provision for )?income )?tax(?:es|ation)?"
    r"|pre-?tax (?:income|profit|earnings)|ergebnis vor (?:ertrag)?steuern"
    r"|résultat avant impôts?|resultado antes de impuestos|税引前(?:当期純?|四半期|中間)?利益"
    r"|税金等調整前(?:当期純|四半期純|中間純)?利益"
)
_COSTS = r"(?:total )?(?:non-?interest|operating) (?:expenses?|costs?)|total (?:expenses|costs)"
_INCOME = r"(?:total )?(?:net )?(?:operating )?(?:revenues?|income)"
QUOTIENTS = (
    _quotient(
        r"(?:(?:share|stock)holders'? )?equity ratio|eigenkapitalquote|自己資本比率|純資産比率",
        r"(?:total )?(?:(?:share|stock)holders'? )?equity|(?:summe )?eigenkapital|自己資本額?",
        r"total assets|bilanzsumme|gesamtkapital|総資産額?|資産合計|資産(?:の部)?合計",
        "The equity ratio is equity over total assets",
    ),
    _quotient(
        r"(?:effective )?(?:income )?tax rate|(?:effektive )?steuerquote"
        r"|taux (?:effectif d'imposition|d'imposition effectif)|tipo (?:impositivo )?efectivo"
        r"|(?:税効果会計適用後の)?(?:法人税等の負担率|実効税率)|法人税等負担率",
        _TAX,
        _BEFORE_TAX,
        "The effective tax rate is the tax over the income before it",
    ),
    _quotient(
        r"efficiency ratio|cost[-/ ](?:to[- ])?income(?: ratio)?|aufwand-ertrag-relation",
        _COSTS,
        _INCOME,
        "The efficiency ratio is expenses over revenue",
    ),
    _quotient(
        r"current ratio",
        r"total current assets|current assets",
        r"total current liabilities|current liabilities",
        "The current ratio is current assets over current liabilities",
    ),
    _quotient(
        r"(?:net )?loans?[- ](?:to[- ])?deposits?(?: ratio)?",
        r"(?:total|net) loans(?: and leases)?|loans",
        r"(?:total )?(?:customer )?deposits",
        "The loan-to-deposit ratio is loans over deposits",
    ),
    _quotient(
        r"(?:free )?cash (?:flow )?conversion(?: ratio| rate)?",
        r"(?:adjusted )?free cash flow",
        r"(?:adjusted )?net (?:income|profit|earnings)",
        "Cash conversion is free cash flow over net income",
    ),
    *(
        _quotient(
            rf"{capital}(?: (?:risk-based )?capital)? ratio",
            rf"{capital}(?: (?:risk-based )?capital)?",
            r"(?:total )?risk[- ]weighted assets(?: \(rwas?\))?|rwas?",
            "The capital ratio is the capital over risk-weighted assets",
        )
        for capital in (r"(?:cet ?1|common equity tier 1)", r"tier 1", r"total(?: risk-based)?")
    ),
    _quotient(
        r"book[- ]to[- ]bill(?: ratio)?",
        r"(?:net |new |total )?orders?(?: intake| received| bookings?| inflow)?"
        r"|(?:net |new |total )?bookings|auftragseingang",
        r"(?:net |total )?(?:revenues?|sales|billings?|turnover|shipments)|umsatz(?:erlöse)?",
        "Book-to-bill is the orders over the revenue",
    ),
    _quotient(
        r"loan[- ]to[- ]value(?: ratio)?|ltv(?: ratio)?",
        r"(?:total )?net debt|total loans",
        r"(?:total )?(?:property|portfolio|gross asset) value|(?:investment )?properties",
        "The loan-to-value ratio is net debt over the value of the properties",
    ),
)
"""Ratios of one table's rows that their names leave no doubt about."""
_PER_SHARE = deferred(
    r"(?P<of>.{2,60}?),? (?:per|/) ?(?:(?:basic|diluted|common|ordinary|limited partnership|and|&)"
    r" ){0,4}(?:share|unit|ads|stapled security|security)(?:s|es)?"
    r"(?: ?[-–—,(] ?(?:(?:basic|diluted|and|&)\)? ?){1,3})?",
)
_OF_OTHER_SHARES = deferred(
    r"dividend|distribution(?! income)|book value|net assets?\b|price|nav\b"
)
"""What is stated per share at a date, or is declared per share in the first place."""


def amount_per_share(label: str) -> str:
    """What a label says that it states per share, in normal form: "ffo"; "" where it does not."""
    found = _PER_SHARE.fullmatch(normal(label))
    if found is None or _OF_OTHER_SHARES.search(found["of"]):
        return ""
    return found["of"].strip()


def is_called(name: str, label: str) -> bool:
    """Whether a label in normal form is a name, or gives it as its abbreviation in brackets."""
    before, bracket, rest = label.partition(" (")
    return label == name or (bool(bracket) and name in (before, rest.removesuffix(")")))
