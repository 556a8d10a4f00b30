"""Unit words: the currencies, units and scales printed around a number, and what they mean."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.model.figure import PERCENT, POINTS
from auditor.notation.currencies import CODES, SYMBOLS, WORDS
from auditor.notation.scales import power_of
from auditor.notation.thresholds import WORDS_REMEMBERED

_CURRENCIES = {code: code for code in CODES} | SYMBOLS
_MONEY_WORDS = WORDS | _CURRENCIES
_PENCE = {"p", "pence"}
_CONNECTED = re.compile(r"(?:d['’]|d[ei] |of )")  # "millions d'euros"
_UNITS = {
    "%": PERCENT, "percent": PERCENT, "per cent": PERCENT, "pct": PERCENT,
    "x": "x", "times": "x", "倍": "x",
} | dict.fromkeys((
    "percentage point", "percentage points", "point", "points", "pt", "pts", "ppt", "ppts", "pp",
    "% point", "% points", "% pt", "% pts", "%point", "%points", "%pt", "%pts", "ポイント",
    "%ポイント", "pp.", "p.p.", "p. p.", "%p", "%포인트", "퍼센트포인트", "个百分点", "個百分點",
    "百分点", "百分點", "% punkte", "% punkt", "%punkte", "% pkt.", "% pkt", "%pkt.",
    "prozentpunkt", "prozentpunkte", "prozentpunkten", "puntos porcentuales", "punto porcentual",
    "pontos percentuais", "ponto percentual", "points de pourcentage", "point de pourcentage",
    "punti percentuali",
), POINTS)  # fmt: skip
_SCALES_OF_MONEY = {"k", "m", "mm", "b"}  # 5m may be metres; $5m may not
_SCALES_OF_REAIS = {"mil", "mi", "bi"}  # $5 mil may be millions
SCALES_OF_DECIMALS = {"k", "K", "M", "MM", "B"}  # nor may 5.2M, as spreadsheets show millions
_ISO = "|".join(CODES)
CURRENCY = rf"[A-Z]{{0,2}}[$€£¥₩₹]|(?=[A-Zk])(?:[TKMk]?(?:{_ISO})|RMB|Rs\.?)(?![A-Z])|k[€$£]"
_LETTERS_OF_SCALE = {"T": 3, "K": 3, "k": 3, "M": 6}
"""As in "TEUR 12.405", "MSEK 1,240" and "1,240 kEUR"."""
SCALE = (
    r"(?=[A-Za-z千百十億万兆])(?:(?i:thousand|million|billion|trillion)(?i:s)?(?![A-Za-z])"
    r"|(?i:mn|bn|tn)(?![A-Za-z0-9])|(?<=[0-9)])(?:MM|mm|[kKmMbB])(?![A-Za-z0-9])"
    rf"|[TKMk](?=(?:{_ISO})(?![A-Za-z0-9]))|千|百万|十億|億|万|兆)"
)
UNIT = (
    r"%(?:[ -]?(?:points?|pts?)(?![A-Za-z])|ポイント)?|[$€£¥₩₹](?!\s?\.?[0-9]"
    r"|\s?\(\.?[0-9][0-9.,'\s]{0,20}\))"
    r"|(?=[A-Za-z])(?:(?i:percentage[ \n-]points?|percent|per[ \n]cent|pct|ppts?|pp|pts?|points?"
    r"|basis[ \n]points?|bps?|times|x(?!\s?[0-9])|yen|dollars?|euros?)(?![A-Za-z0-9])"
    rf"|(?:[KkMGTP](?:bps|Bps|Wh?|B|Hz)|{'|'.join(CODES)})(?![A-Za-z0-9])"
    r"|(?<=[0-9])(?!(?:st|nd|rd|th|er|re|e|eme|am|pm|and|or|to|of|in|days?|weeks?|months?|years?|yrs?|hrs?)(?![A-Za-z]))"
    r"(?![A-Z][a-z]{2})(?=[A-Z]{0,3}[a-z])[A-Za-z]{2,8}(?![A-Za-z0-9]))"
    r"|(?=[円米ド株人名件社台店口戸個倍ポユ])"
    r"(?:円|米?ドル|ユーロ|ポイント|株(?![当あ])|[倍人名件社台店口戸個])"
)


def _named(symbol: str) -> tuple[str | None, int]:
    """The currency in front of a number, and the power of ten of the letter that leads it."""
    if not symbol or symbol in _CURRENCIES:
        return _CURRENCIES.get(symbol, ""), 0
    led = _LETTERS_OF_SCALE.get(symbol[0], 0)
    return _CURRENCIES.get(symbol[1:]) if led else None, led


def _needs_money(scale_word: str, currency: str, *, bare: bool) -> bool:
    """Whether a scale means nothing without a currency that is not there."""
    if scale_word in _SCALES_OF_REAIS:
        return currency != "BRL"
    return scale_word.lower() in _SCALES_OF_MONEY and not (currency or bare)


@lru_cache(maxsize=WORDS_REMEMBERED)
def unit_and_scale(
    before: str | None,
    inside: str | None,
    scale_word: str | None,
    unit_word: str | None,
    *,
    bare: bool = False,
) -> tuple[str, int] | None:
    """The unit and power of ten that the words around a number give it; None if they clash.

    ``bare`` scales need no money beside them.
    """
    if before and inside:
        return None
    currency, led = _named(before or inside or "")
    words = " ".join(re.split(r"[\s-]+", unit_word.lower())) if unit_word else ""
    connected = _CONNECTED.match(words)
    words = words[connected.end() :] if connected else words
    words = words.removesuffix(".") if words == "kr." else words
    money = _MONEY_WORDS.get(words) or _CURRENCIES.get(unit_word or "")
    scale = power_of(scale_word) if scale_word else led
    if currency is None or (currency and words and not money):
        return None
    if scale_word and (led or _needs_money(scale_word, currency, bare=bool(money) or bare)):
        return None
    if words.startswith(("bp", "basis")):
        return None if scale_word else (POINTS, -2)
    if words in _PENCE:
        return None if scale_word or currency not in ("", "GBP") else ("GBP", -2)
    return currency or money or _UNITS.get(words, unit_word or ""), scale
