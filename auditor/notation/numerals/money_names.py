"""Money names: currencies that a Japanese cell spells out beside its number, "千米ドル 51,000"."""

from __future__ import annotations

from typing import NamedTuple

from auditor.notation.currencies import CODES, WORDS
from auditor.notation.deferred import deferred
from auditor.notation.scales import power_of

_NAMES = {
    "香港ドル": "HKD", "シンガポールドル": "SGD", "豪ドル": "AUD", "オーストラリアドル": "AUD",
    "カナダドル": "CAD", "ニュージーランドドル": "NZD", "台湾ドル": "TWD", "米国ドル": "USD",
    "ポンド": "GBP", "英ポンド": "GBP", "スターリングポンド": "GBP", "バーツ": "THB",
    "タイバーツ": "THB", "ルピア": "IDR", "インドネシアルピア": "IDR", "ドン": "VND",
    "ベトナムドン": "VND", "ウォン": "KRW", "韓国ウォン": "KRW", "リンギット": "MYR",
    "マレーシアリンギット": "MYR", "レアル": "BRL", "ブラジルレアル": "BRL", "スイスフラン": "CHF",
    "ルピー": "INR", "インドルピー": "INR", "人民元": "CNY", "中国元": "CNY",
}  # fmt: skip
_ENDS = (
    "ドル|ポンド|バーツ|ルピア|ドン|ウォン|ペソ|リンギット|レアル|フラン|ルピー|ルーブル|ディルハム|ランド|リラ"
    "|クローネ|クローナ|ズロチ|フォリント|コルナ|ユーロ|人民元|元"
)
_MONEY = (
    rf"(?:[ァ-ヶー米豪加英国香港台湾中韓]{{0,12}}[ ]?(?:{_ENDS})|[A-Z][A-Za-z]{{0,3}}\$"
    rf"|{'|'.join(CODES)})"
)
_SCALE = "千|百万|千万|十億|億|万"
_BEFORE = deferred(
    rf"\s*(?P<scale>{_SCALE})?[ ]?(?P<money>{_MONEY})\s{{0,3}}(?P<rest>[0-9].{{0,30}})"
)
_BEHIND = deferred(rf"\s*(?P<rest>[0-9][^ァ-ヶA-Z]{{0,30}}?)\s{{0,3}}(?P<money>{_MONEY})\s*")
_DOLLARS = {"US$": "USD", "HK$": "HKD", "S$": "SGD", "A$": "AUD", "C$": "CAD", "NT$": "TWD"}


class Spelt(NamedTuple):
    """The currency and power of ten that are spelt out, and the text with them blanked."""

    unit: str
    scale: int
    rest: str


def spelt_money(plain: str) -> Spelt | None:
    """What a cell spells out beside its number; None where it does not."""
    match = _BEFORE.fullmatch(plain) or _BEHIND.fullmatch(plain)
    if match is None:
        return None
    start, end = match.span("rest")
    rest = " " * start + plain[start:end] + " " * (len(plain) - end)
    word = "".join(match["money"].split())
    unit = _NAMES.get(word) or WORDS.get(word) or _DOLLARS.get(word) or word
    scale = match.groupdict().get("scale")
    return Spelt(unit, power_of(scale) if scale else 0, rest)
