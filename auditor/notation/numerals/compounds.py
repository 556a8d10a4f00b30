"""Compounds: one amount printed by its powers of ten, "1조 2,405억원", "246億2百万円"."""

from __future__ import annotations

from itertools import pairwise

from auditor.model.figure import Figure, SignStyle
from auditor.notation.deferred import deferred

_POWERS = {
    "兆": 12, "조": 12, "千億": 11, "천억": 11, "千亿": 11, "百億": 10, "백억": 10, "百亿": 10,
    "億": 8, "억": 8, "亿": 8, "千万": 7, "千萬": 7, "천만": 7, "百万": 6, "百萬": 6, "백만": 6,
    "万": 4, "萬": 4, "만": 4, "千": 3, "천": 3,
}  # fmt: skip
_UNITS = {
    "원": "KRW", "円": "JPY", "元": "CNY", "美元": "USD", "달러": "USD", "ドル": "USD", "人": "人",
    "名": "名", "명": "명", "株": "株", "股": "股", "주": "주", "台": "台", "대": "대",
}  # fmt: skip
_PART = r"(?:[0-9]{1,4}|[0-9],[0-9]{3})"
_FIRST = r"(?:[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,6})"
_POWER = "|".join(sorted(_POWERS, key=len, reverse=True))
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_COMPOUND = deferred(
    rf"(?P<sign>[-−△▲]?){_FIRST}[ ]?(?:[兆조億억亿万萬만])"
    rf"(?:[ ]?{_PART}[ ]?(?:{_POWER})){{0,3}}(?:[ ]?(?P<ones>{_PART})(?=[ ]?(?:{_UNIT})))?"
    rf"[ ]?(?P<unit>{_UNIT})?"
    r"(?![0-9兆조億억亿万萬만千천])"
)
_YEN_AND_SEN = deferred(
    r"(?P<sign>[-−△▲]?)(?P<yen>[0-9]{1,3}(?:,[0-9]{3}){1,3}|[0-9]{1,9})"
    r"[ ]?円[ ]?(?P<sen>[0-9]{2})[ ]?銭"
)
_STYLES = {
    "-": SignStyle.MINUS,
    "−": SignStyle.MINUS,
    "△": SignStyle.TRIANGLE,
    "▲": SignStyle.BLACK_TRIANGLE,
}
_NUMBER = deferred(r"[0-9][0-9,]{0,15}")
_MARK = deferred(rf"([0-9][0-9,]{{0,15}})[ ]?({_POWER}|(?={_UNIT}))")


def compound_at(text: str, plain: str, start: int) -> Figure | None:
    """The compound amount whose first digit stands at an offset, if one does."""
    if start and plain[start - 1] in _STYLES:
        start -= 1
    match = _COMPOUND.match(plain, start)
    if match is None:
        return _yen_and_sen(text, plain, start)
    parts = _parts(match[0])
    if len(parts) == 1 or any(small >= large for (_, large), (_, small) in pairwise(parts)):
        return None
    least = parts[-1][1]
    digits = sum(number * 10 ** (power - least) for number, power in parts)
    style = _STYLES.get(match["sign"], SignStyle.PLAIN)
    sign = 1 if style is SignStyle.PLAIN else -1
    printed = text[match.start() : match.end()]
    return Figure(
        printed, match.start(), sign * digits, 0, _UNITS.get(match["unit"], ""), least, style
    )


def _yen_and_sen(text: str, plain: str, start: int) -> Figure | None:
    """An amount in yen and hundredths of one, "28円41銭"."""
    match = _YEN_AND_SEN.match(plain, start)
    if match is None:
        return None
    style = _STYLES.get(match["sign"], SignStyle.PLAIN)
    digits = int(match["yen"].replace(",", "") + match["sen"])
    sign = 1 if style is SignStyle.PLAIN else -1
    return Figure(
        text[match.start() : match.end()], match.start(), sign * digits, -2, "JPY", 0, style
    )


def _parts(text: str) -> list[tuple[int, int]]:
    """Each number of a compound with its power of ten; the ones stand before the unit."""
    return [(int(m[1].replace(",", "")), _POWERS.get(m[2], 0)) for m in _MARK.finditer(text)]


def printed_compound(units: int, like: str) -> str | None:
    """So many of its smallest unit, printed as a compound like another; None if that is none."""
    if _COMPOUND.fullmatch(like) is None:
        return None
    powers = [power for _, power in _parts(like)]
    numbers = []
    for power in powers:
        number, units = divmod(units, 10 ** (power - powers[-1]))
        numbers.append(number)
    grouped = any("," in m[1] for m in _MARK.finditer(like)) or all(
        len(m[1]) < 4 for m in _MARK.finditer(like)
    )
    texts = iter(f"{number:,}" if grouped else str(number) for number in numbers)
    return _NUMBER.sub(lambda _: next(texts), like)
