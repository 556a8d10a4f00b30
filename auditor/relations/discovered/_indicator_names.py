"""Names of well-known ratios, and of the rows that they are computed from."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor.notation.deferred import deferred

_NET_INCOME = (
    r"(?:親会社株主に帰属する|親会社の所有者に帰属する)?(?:当期純?利益|当期純損益)(?!率)(?:又は.*)?"
    r"|(?:net (?:income|profit|earnings|result)|profit)(?: for the (?:year|period))?"
    r"(?: attributable to (?:the )?(?:owners|shareholders|stockholders)\b.*)?(?: ?\(loss\))?"
    r"|(?:net )?(?:profit|earnings|income) after tax(?:es|ation)?|jahresüberschuss|konzernergebnis"
)
_EQUITY = (
    r"(?:純資産|自己資本|株主資本|株主持分)(?:額|合計)?|親会社の?所有者に?帰属する?持分(?:合計)?"
    r"|(?:total |closing |average )?(?:(?:share|stock)holders'? ?|net )?(?:equity|assets|funds)"
    r"(?<!^total assets)(?<!^assets)(?<!^average assets)(?<!^closing assets)"
    r"(?: attributable to (?:the )?owners\b.*)?"
    r"(?:,? at (?:the )?(?:(?:year|period)[- ]end|end of (?:the )?(?:year|period)))?"
)
_ASSETS = r"総資産額?|資産合計|資産総額|total assets|bilanzsumme"
_EARNINGS_PER_SHARE = (
    r"(?:基本的)?1株当たり(?:親会社株主に帰属する)?当期(?:純利益|利益|純損益)(?:金額)?(?:又は.*)?"
    r"|(?:basic )?(?:net )?(?:earnings|income|profit)(?: \(loss\))? per (?:common )?share"
    r"(?:[ ,-]+basic)?|(?:basic )?eps"
)
_DIVIDEND = (
    r"1株当たり(?:年間)?(?:配当額|配当金|年間配当金)(?:合計)?"
    r"|(?:annual |total |cash )*dividends?(?: declared| paid)? per (?:common )?share"
    r"|dps|(?:total|full[- ]year) dividends?(?: \((?:cents|pence)\))?"
)
_ASSETS_PER_SHARE = (
    r"1株当たり(?:純資産額?|親会社所有者帰属持分)"
    r"|(?:net assets|book value|equity)(?: attributable to owners\b.*)? per (?:common )?share|bps"
)
_RETURN = r"(?:rate of )?return on (?:average )?"


class Indicator(NamedTuple):
    """What rows of a name state: rows ``over`` those ``under``, which may be a year's average."""

    name: re.Pattern[str]
    over: re.Pattern[str]
    under: re.Pattern[str]
    title: str
    averaged: bool


def _at_the_end(name: str, over: str, under: str, title: str) -> Indicator:
    return Indicator(_pattern(name), _pattern(over), _pattern(under), title, averaged=False)


def _over_the_year(name: str, over: str, under: str, title: str) -> Indicator:
    return Indicator(_pattern(name), _pattern(over), _pattern(under), title, averaged=True)


def _pattern(text: str) -> re.Pattern[str]:
    return deferred(rf"(?:{text})", re.IGNORECASE)


INDICATORS = (
    _at_the_end(
        r"(?:連結)?配当性向|(?:dividend )?pay-?out ratio",
        _DIVIDEND,
        _EARNINGS_PER_SHARE,
        "The payout ratio is the dividend over the earnings, both per share",
    ),
    _at_the_end(
        r"(?:自己資本|株主資本|株主持分|純資産|親会社所有者帰属持分)比率"
        r"|(?:(?:share|stock)holders'? ?)?equity(?:[- ]to[- ]assets?)? ratio",
        _EQUITY,
        _ASSETS,
        "The equity ratio is equity over total assets",
    ),
    _over_the_year(
        r"(?:自己資本|株主資本|株主持分|純資産|親会社所有者帰属持分)(?:当期)?(?:純)?利益率|roe"
        rf"|{_RETURN}(?:(?:share|stock)holders'? ?)?equity(?: \(roe\))?",
        _NET_INCOME,
        _EQUITY,
        "Return on equity is profit over the average of the equity at both ends of the year",
    ),
    _over_the_year(
        rf"総資産(?:当期)?(?:純)?利益率|roa|{_RETURN}(?:total )?assets(?: \(roa\))?",
        _NET_INCOME,
        _ASSETS,
        "Return on assets is profit over the average of the assets at both ends of the year",
    ),
    _over_the_year(
        r"総資産経常利益率|(?:ratio of )?ordinary (?:profit|income) to total assets",
        r"経常利益(?:又は.*)?|ordinary (?:profit|income)",
        _ASSETS,
        "Ordinary profit is taken over the average of the assets at both ends of the year",
    ),
    _over_the_year(
        r"(?:純資産|自己資本|株主資本|親会社所有者帰属持分)配当率(?:\(doe\))?"
        r"|dividends? (?:on|to) equity(?: ratio)?(?: \(doe\))?|doe",
        _DIVIDEND,
        _ASSETS_PER_SHARE,
        "Dividends on equity are those per share over the average of the equity per share",
    ),
    _at_the_end(
        r"売上高営業利益率|営業利益率|operating (?:profit |income )?margin(?: ratio)?",
        r"営業利益(?:又は.*)?|operating (?:profit|income)(?: \(loss\))?",
        r"売上高|売上収益|営業収益|net sales|(?:total )?(?:net )?revenues?|sales",
        "The operating margin is operating profit over revenue",
    ),
)
