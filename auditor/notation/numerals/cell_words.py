"""Cell words: what only a cell may say around its number, in any language.

Running text says more, so that there a letter or a short word proves nothing.
"""

from __future__ import annotations

from auditor.notation.currencies import CODES, WORDS
from auditor.notation.numerals.unit_words import SCALE, UNIT
from auditor.notation.scales import EASTERN, IN_CELLS, longest_first

_ISO = "|".join(CODES)
_LETTER = r"[A-Za-zÀ-ÖØ-öø-ÿА-я]"
_FOREIGN = tuple(word for word in WORDS if not word.isascii() or len(word) > 3)
_OF_MONEY = r"(?<=[0-9] )(?:MM|mm|[kKmMbB])(?![A-Za-z0-9])"
"""Behind a blank too, where a currency stands before the number: "$412 m"."""
_OF_REAIS = rf"(?:mil|mi|bi)(?!{_LETTER})"
"""As in "R$ 812 mil": of other currencies the short words mean something else, or nothing."""
CELL_SCALE = (
    rf"(?:(?:[Mm]ds?|MM|[TtkKmM])(?=\s?(?:[€£$¥]|{_ISO}|kr(?!{_LETTER})))"
    rf"|(?i:{longest_first(IN_CELLS)})s?(?!{_LETTER})\.?"
    rf"|{longest_first(EASTERN)}|{SCALE}"
    rf"|(?(before)(?:{_OF_MONEY}|{_OF_REAIS})|(?(inside){_OF_MONEY}|(?!))))"
)
_POINTS = (
    r"(?:%[ -]?(?i:punkte?|pkt\.?)|(?i:prozentpunkte?n?)|[Pp][Pp]\.|p\.[ ]?p\."
    r"|(?i:puntos? porcentuale?s?|pontos? percentua(?:l|is)|points? de pourcentage"
    r"|punti percentuali)|%p|%포인트|퍼센트포인트|[个個]?百分[点點])(?![A-Za-z])"
)
"""Points of a percentage, as other languages name them."""
CELL_UNIT = (
    rf"(?:{_POINTS}"
    rf"|(?:d['’]|d[ei] |of )?(?i:{longest_first(_FOREIGN)})(?!{_LETTER})|¢|p(?!{_LETTER})"
    rf"|pence(?!{_LETTER})|kr(?!{_LETTER})\.?|{UNIT})"
)
OPPOSITES = {
    "down": "up", "decreased": "increased", "decrease": "increase", "declined": "increased",
    "decline": "increase", "fell": "rose", "lower": "higher", "minus": "plus",
    "en baisse de": "en hausse de", "baisse de": "hausse de", "recul de": "hausse de",
    "rückgang": "anstieg", "descenso": "aumento", "calo": "aumento", "queda": "alta",
    "减少": "增加", "減少": "増加", "下降": "上升", "下跌": "上涨", "減": "増", "减": "增",
    "감소": "증가", "하락": "상승", "↓": "↑", "↘": "↗", "▼": "▲", "▽": "△",
}  # fmt: skip
"""Words and arrows for a fall, each with that for a rise."""
RISES = frozenset(OPPOSITES.values())
TRIANGLES = frozenset("▲△")
"""Arrows up beside others; alone they are a minus in Japan, which only their table can tell."""
_TURNS = longest_first((*OPPOSITES, *RISES))
_TURNS_BEFORE = longest_first((*OPPOSITES, *(RISES - TRIANGLES)))
TURN_BEFORE = rf"(?:(?P<turn>(?i:{_TURNS_BEFORE}))(?i: by| of| um| de)?\s{{0,3}}(?=[^\s]))?"
TURN_BEHIND = rf"(?:\s{{0,3}}(?P<turned>(?i:{_TURNS}))(?!{_LETTER}))?"
BEHIND = r"(?:(?(before)/[-–=](?![0-9A-Za-z])|(?!))|(?P<minus>[-−–])(?![0-9A-Za-z]))?"
_SIDE = r"(?:CR|DR|DB|Cr|Dr|Db|cr|dr)"
CREDIT_BEFORE = rf"(?:(?P<account>{_SIDE})\.?\s{{1,3}}(?=[^\s]))?"
CREDIT = (
    rf"(?:\s{{0,3}}\(?(?P<cr>{_SIDE})\.?\)?(?![A-Za-z])|\s{{1,3}}(?P<side>[SHDC])(?![A-Za-z]))?"
)
