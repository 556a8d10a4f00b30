"""Units that a note, heading or label states for the figures under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from auditor.model.figure import PERCENT, Figure
from auditor.notation.currencies import CODES, SYMBOLS, WORDS
from auditor.notation.deferred import deferred
from auditor.notation.scales import IN_CAPTIONS, POWERS, longest_first, power_of
from auditor.notation.thresholds import LABELS_REMEMBERED, LARGEST_PER_CENT

_ISO = "|".join(CODES)
_MONEY_WORDS = r"eur|€|reais|pesos|d[óo]lar|soles|milion|millones|tl\b|zł|kr\b|kč|rupiah"
_MONEY_AFTER = (
    r"(?=\s?(?:[円元圓원株人名주명]|米?ドル|美[元金]|港[元幣币]|人民|[欧歐日]元"
    r"|달러|유로|엔|ユーロ))"
)
_SCALE = deferred(
    rf"(?P<eastern>万亿|萬億|十[億亿]|[百千][万萬]|[億亿]|십억|백만|천만|[억조](?=\s?[원달유엔]|\W|\Z)"
    rf"|[万萬千仟만천兆]{_MONEY_AFTER})"
    r"|\b(?P<word>lakh crore|billion|million|thousand|crore|lakh)s?\b"
    r"|\b(?P<short>bn|mn|mm|mio|mrd|mln|tsd)\b|(?<![0-9,.])(?P<zeros>000)['’]?s?\b"
    rf"|(?:\A\W{{0,2}}|\b(?:in|i|x|en|em|à)\s|\bunits?:\s?)(?:(?-i:{_ISO})\s?|(?:\bR)?[€£$¥₹]\s?)?"
    r"1[,.'’´ʼ‘ \u00a0\u2009\u202f]?(?P<thousand>000)\b"
    r"(?![,.][0-9])"
    rf"|(?:(?<=[€£$¥￥₩₹])|(?<=[€£$¥￥₩₹]\s)|(?-i:(?<=\b(?:{_ISO}))|(?<=\b(?:{_ISO})\s)))(?P<letter>m|k|bn|mn)\b"
    rf"|\b(?P<foreign>{longest_first(IN_CAPTIONS)})s?\b"
    rf"|\b(?P<before>(?-i:[TtkKM]|[Mm]ds?))(?=\s?[€£$¥]|(?-i:{_ISO})\b)"
    r"|\b(?P<czech>mil)\.?(?=\sKč)"
    rf"|\b(?P<of>miles|mil|mila|mille|tys|tis|bin|ribu|juta)\.?(?=\s(?:d[ei]\s)?(?:{_MONEY_WORDS}))"
    r"|(?<=R\$)\s?(?P<reais>mil)\b"
    r"|(?:(?<=\bin\s)|(?<=₹\s)|(?<=₹)|(?<=\bRs\.\s)|(?<=\bRs\s))(?P<rupees>lacs?|(?-i:Crs?|CR))\b"
    r"|(?P<ezer>\bezer)(?=\s(?:ft|forint|huf)\b)|\b(?P<mii>mii)(?=\s(?:de\s)?(?:lei|ron)\b)"
    r"|\b(?P<hiljada>хил)\.?(?=\s)",
    re.IGNORECASE,
)
_SIGNS = {symbol.lower(): code for symbol, code in SYMBOLS.items()} | WORDS | {
    "￥": "JPY", "rupee": "INR", "r": "ZAR",
}  # fmt: skip
_CURRENCY = deferred(
    rf"(?<![A-Za-z])[TtkKmM]?(?P<code>{_ISO})(?!(?!(?:m|k|bn|mn)\b)[A-Za-z])"
    r"|(?P<sign>(?:(?<![A-Za-z])(?i:[A-Z]{1,2}))?\$|[€£¥￥₩₹]|円|ユーロ|米?ドル|美元|港[元幣币]|新台幣|新臺幣"
    r"|台幣|人民[币幣]|欧元|歐元|日[元圓]|달러|유로|(?<=[万萬亿億千百仟])元|(?<=[억만천백조])\s?원|Kč|zł|(?<![A-Za-z])Rs\.?(?![A-Za-z])"
    r"|(?<![A-Za-z])R(?=\s?['’´]000|\s?(?:m|bn|million|billion)\b))"
    r"|\b(?P<word>(?i:rmb|yen|euro|rupee|reais|franken|francs suisses|franchi|pounds sterling|"
    r"dólares|dollari))(?=s?a?\b)"
    r"|\b(?i:U\.?S\.?\s+|(?P<foreign>Australian|Canadian|Hong\s+Kong|New\s+Zealand|Singapore)\s+)?"
    r"(?P<dollars>(?i:dollar))s?\b"
)
_FOREIGN = {
    "australian": "AUD", "canadian": "CAD", "hong kong": "HKD", "new zealand": "NZD",
    "singapore": "SGD",
}  # fmt: skip
_OTHER_DOLLARS = frozenset((*_FOREIGN.values(), "TWD"))
_SPACES = deferred(r"\s+")
_SCALE_OF_COUNTS = deferred(r"\bshares\s+in\s+(thousand|million|billion)s\b", re.IGNORECASE)
"""Filings state it beside that of money: "shares in Thousands, $ in Millions"."""
_COUNTS = deferred(r"\(in shares\)", re.IGNORECASE)
_EXCEPTED = deferred(
    r"per[\s-](?:\w+\s)?(?:share|unit|ads|adr)|/\s?(?:share|unit|ads)\b|\b(?:eps|dps)\b|1株|一株"
    r"|\bje (?:\w+)?aktie|\bpar action\b|\bpor acci[oó]n\b|\bpor a[cç][aã]o\b|\bper azione\b"
    r"|\bper aandeel\b|주당|每股|employees|headcount|従業員|\bmitarbeit(?:er|ende)|\bempleados\b"
    r"|\((?:\w+ )?(?:cents?|pence)\)",
    re.IGNORECASE,
)
_PRICE = deferred(r"\d\.\d\d")
_PER_CENT = deferred(
    r"[%％]|per ?cent|増減率|伸び?率|成長率|構成比|\A率\Z|增减率|增长率|变动率|占比|佔比|比重"
    r"|증감[률율]|구성비|비중",
    re.IGNORECASE,
)
_EXCEPT_PER_CENT = deferred(r"\b(?:except|other than|excluding)\b[^)）]*", re.IGNORECASE)
_ROW_PER_CENT = deferred(
    r"[(（]\s*(?:in\s+)?(?:%|％|percent)|(?<![\d.])[%％]\s*+(?:[)）]\s*+)?$|^\s*[%％]"
    r"|\bpercent(?:age)?s?\s+(?:of|change)\b|\bas an? (?:%|percent)",
    re.IGNORECASE,
)


class Unit(NamedTuple):
    """A currency ("" when not stated) and the power of ten that amounts are stated in.

    ``counts`` is that of numbers of shares, where it is stated apart.
    """

    currency: str = ""
    scale: int = 0
    counts: int | None = None


def stated_unit(texts: Iterable[str]) -> Unit | None:
    """The unit that the first text which states one states; its first where it states several."""
    return next(filter(None, map(_unit_in, texts)), None)


@lru_cache(maxsize=LABELS_REMEMBERED)
def _unit_in(text: str) -> Unit | None:
    scale, currency = _scale(text), _currency(text)
    if scale is None and currency is None:
        return None
    return Unit(currency or "", scale or 0, _scale_of_counts(text))


def _scale(text: str) -> int | None:
    found, of_counts = _SCALE.search(text), _SCALE_OF_COUNTS.search(text)
    if of_counts is not None:
        found = _SCALE.search(_SCALE_OF_COUNTS.sub(" ", text)) or found
    if found is None:
        return None
    return POWERS["million"] if found["czech"] else power_of(next(filter(None, found.groups())))


def _scale_of_counts(text: str) -> int | None:
    found = _SCALE_OF_COUNTS.search(text)
    return power_of(found[1]) if found else None


def _currency(text: str) -> str | None:
    found = _CURRENCY.search(text)
    if found is None:
        return None
    if found["dollars"]:
        return _FOREIGN[_SPACES.sub(" ", found["foreign"]).lower()] if found["foreign"] else "USD"
    named: str = found["code"] or found["sign"] or found["word"]
    return _SIGNS.get(named.strip().lower(), "USD") if found["code"] is None else named


def in_unit(figure: Figure, unit: Unit, label: str) -> Figure:
    """The figure with what its surroundings say of its unit, where it does not say so itself."""
    figure = in_own_dollars(figure, unit.currency)
    if figure.unit in (PERCENT, "points", "x") or _is_excepted(label):
        return figure
    if figure.unit == "" and unit.counts is not None and _COUNTS.search(label):
        return figure._replace(scale=figure.scale or unit.counts)
    if figure.unit == "":
        scale = figure.scale or unit.scale
        known = unit.currency == "" and scale == figure.scale
        return figure if known else figure._replace(unit=unit.currency, scale=scale)
    if figure.scale == 0 and _is_currency(figure.unit) and unit.currency in ("", figure.unit):
        return figure._replace(scale=unit.scale)
    return figure


def in_own_dollars(figure: Figure, currency: str) -> Figure:
    """The figure in the dollars that its surroundings are in, where it says no more than "$"."""
    if figure.unit != "USD" or currency not in _OTHER_DOLLARS or "$" not in figure.text:
        return figure
    return figure if "U" in figure.text else figure._replace(unit=currency)


@lru_cache(maxsize=LABELS_REMEMBERED)
def _is_excepted(label: str) -> bool:
    """Whether a label names what is counted in ones, whatever the unit of the table."""
    return _EXCEPTED.search(label) is not None and not names_its_price(label)


@lru_cache(maxsize=LABELS_REMEMBERED)
def names_its_price(label: str) -> bool:
    """Whether a label says itself what one share got: "Dividends ($0.95 per share)" are amounts."""
    return _EXCEPTED.search(label) is not None and _PRICE.search(label) is not None


def _is_currency(unit: str) -> bool:
    return len(unit) == 3 and unit.isupper()


def in_per_cent(figure: Figure) -> Figure:
    """The figure read as a percentage, where it shows no unit of its own."""
    return figure._replace(unit=PERCENT) if figure.unit == "" else figure


def signed_once(figures: Sequence[Figure]) -> bool:
    """Whether a column's figures are percentages of which only the first shows its sign.

    Currencies are shown so too. Whole numbers may be anything: there the last, the total, must
    show it again. The others have no unit, and as many decimals as the first.
    """
    stated = [f for f in figures if not f.nil]
    bare = [f for f in stated if f.unit == ""]
    if not bare or not stated[0].is_percent or any(f.unit not in ("", PERCENT) for f in stated):
        return False
    first = stated[0]
    if first.exponent == 0 and not stated[-1].is_percent:
        return False
    return all(f.exponent == first.exponent and abs(f.value) < LARGEST_PER_CENT for f in bare)


@lru_cache(maxsize=LABELS_REMEMBERED)
def says_per_cent(text: str) -> bool:
    """Whether a heading says that its figures are percentages, "except percentages" not."""
    if _PER_CENT.search(text) is None:
        return False
    return _PER_CENT.search(_EXCEPT_PER_CENT.sub("", text)) is not None


@lru_cache(maxsize=LABELS_REMEMBERED)
def row_says_per_cent(label: str) -> bool:
    """Whether a row's label says so; "6.50% notes due 2027" names a rate and states an amount."""
    return _ROW_PER_CENT.search(label) is not None
