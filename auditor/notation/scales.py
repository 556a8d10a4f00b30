"""Scales: the words for powers of ten that multiply a figure."""

from __future__ import annotations

_LATIN = {
    3: "thousand tsd tausend millier milliers miles milhares migliaia duizend duizenden tusen"
       " tusental tusinde tuhatta tys tysięcy tyś tisíc bin ribu ribuan тыс tkr k t",
    5: "lakh lac",
    6: "million mio mn mm mln millionen millón millones milhão milhões milioni milione miljoen"
       " miljoenen miljoner miljon miljoona millioner miljoonaa milj milionów miliony miliona"
       " milionu milionů milyon juta jutaan млн mkr mnkr mill m",
    7: "crore",
    9: "billion bn b mrd milliarde milliarden milliard md miliardi miliardo mld miljard miljarder"
       " milliarder mdkr mia miljardia miliardów miliardy miliarda miliard"
       " milyar miliar млрд bilhão bilhões",
    12: "trillion tn billionen billones triliun",
}  # fmt: skip
_EASTERN = {
    3: "千 仟 천", 4: "万 萬 만", 6: "百万 百萬 백만", 7: "千万 千萬 천만", 8: "億 亿 억",
    9: "十億 十亿 십억", 12: "兆 조 万亿 萬億",
}  # fmt: skip
POWERS = (
    {
        "000": 3,
        "ezer": 3,
        "mii": 3,
        "хил": 3,
        "lakh crore": 12,
        "mil": 3,
        "mila": 3,
        "mille": 3,
        "tis": 3,
        "mi": 6,
        "cr": 7,
        "t.kr": 3,
        "bi": 9,
    }
    | dict.fromkeys(("mil millones", "miles de millones", "mil milhões"), 9)
    | {word: power for power, words in _LATIN.items() for word in words.split()}
    | {word: power for power, words in _EASTERN.items() for word in words.split()}
)
"""The power of ten of each word in lower case; the patterns say where a word may stand."""
IN_CELLS = (
    "lakh crore",
    "mil millones",
    "miles de millones",
    *(word for words in _LATIN.values() for word in words.split() if len(word) > 1),
)
"""Words of letters that are a scale behind a number, whatever the language around them."""
_SHORT_OR_COMMON = frozenset((
    "bn", "mn", "mm", "tn", "mia", "bin", "ribu", "juta", "tys", "tis", "tyś", "miles", "lac",
    "mill",
))  # fmt: skip
IN_CAPTIONS = tuple(w for w in IN_CELLS if w not in _SHORT_OR_COMMON and w != "md")
"""Those that a heading may say without a number before them and mean a scale."""
EASTERN = tuple(w for words in _EASTERN.values() for w in words.split())
"""Those of Chinese, Japanese and Korean, which need no blank around them."""


def power_of(word: str) -> int:
    """The power of ten of a word as printed: "Mio.", "Billions"."""
    plain = word.lower().removesuffix(".")
    return POWERS[plain] if plain in POWERS else POWERS[plain.removesuffix("s")]


def longest_first(words: tuple[str, ...]) -> str:
    """The words as one alternative of a pattern, so that none hides a longer one."""
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
