"""Names of margins, of the results they are of, and of the revenue they are taken over."""

from __future__ import annotations

import re

from auditor.notation.deferred import deferred, sought
from auditor.notation.vocabulary import normal

REVENUES = frozenset((
    "revenue", "revenues", "net revenue", "net revenues", "total revenue", "total revenues",
    "total net revenue", "total net revenues", "operating revenue", "operating revenues",
    "total operating revenues", "revenue from operations", "revenues from operations",
    "revenue from contracts with customers", "total income from operations", "sales", "net sales",
    "total sales", "total net sales", "net sales revenue", "turnover", "net turnover",
    "umsatz", "umsatzerlöse", "umsatzerlös", "gesamtumsatz", "nettoumsatz", "konzernumsatz",
    "umsatz gesamt", "umsatzerlöse gesamt", "total umsatz", "nettoerlös", "nettoerlöse",
    "betriebsertrag", "gesamtleistung",
    "chiffre d'affaires", "chiffre d'affaires net", "chiffre d'affaires total",
    "chiffre d'affaires consolidé", "total chiffre d'affaires", "ca", "ventes", "ventes nettes",
    "produits d'exploitation",
    "ventas", "ventas netas", "ventas totales", "ingresos", "ingresos totales", "ingresos netos",
    "ingresos de explotación", "ingresos por ventas", "ingresos ordinarios",
    "importe neto de la cifra de negocios", "cifra de negocios",
    "receita", "receitas", "receita líquida", "receita total", "receita bruta",
    "receita operacional líquida", "receita líquida de vendas", "vendas", "vendas líquidas",
    "volume de negócios",
    "ricavi", "ricavi totali", "ricavi netti", "fatturato", "omzet", "netto-omzet", "netto omzet",
    "売上高", "売上収益", "営業収益", "収益", "매출액", "매출", "매출 합계", "매출합계", "총매출",
    "영업수익", "수익(매출액)", "营业收入", "营业总收入", "收入", "总收入", "收入合计", "收入总额",
    "營業收入", "收益", "總收入",
))  # fmt: skip
"""What a row is called that states revenue, in normal form, in every language."""
_RESULT = deferred(
    r"profit|income|earnings|\bresult|ebit|gewinn|ergebnis|überschuss|ertrag\b|résultat|bénéfice"
    r"|resultado|beneficio|utilidad|lucro|utile|risultato|resultaat|winst|利益|損益|이익|损益|利润|毛利"
    r"|溢利|利潤",
    re.IGNORECASE,
)
_NO_RESULT = deferred(
    r"other|financial|interest|tax\b|taxes|comprehensive|per share|finanz|sonstig|financier"
    r"|financeiro|otros|outr|cash",
    re.IGNORECASE,
)
_AFTER = deferred(r"(?:[ -](?:margins?|marge)(?: ratio)?|(?<=[^\W\d_])marge)\Z", re.IGNORECASE)
_BEFORE = deferred(
    r"\A(?:taux de )?(?:marge|margen|margem|margine|margin)"
    r"(?: de | d'| do | da | del | di | of | )",
    re.IGNORECASE,
)
_RATE = deferred(
    r"(?:(?<=利益)|(?<=毛利)|(?<=净利)|(?<=淨利)|(?<=利润)|(?<=利潤))率\Z|(?<=이익)[률율]\Z"
)
_OVER = sought(
    r"(?: ?\bas)?(?: ?\ban?)?(?: ?\b(?:in|en|em))? ?(?:%|percent|percentage|per cent)"
    r" (?:of|to|vom|des|der|du|de|del|da|do|sobre|s/) ?(?:the |la |le )?",
    "%", "percent", "per cent",
)  # fmt: skip
_IN_PER_CENT = deferred(r"(?:,? in)? ?[%％]\Z|\A[%％] ?")
_OF_SALES = deferred(r"\A売上高?(?:対)?(?=.*利益率)")
_WORD = re.compile(r"[^\W\d_]+")
_FIRST_EASTERN = "\u2e80"
_GENITIVES = ("es", "s")
"""What German sets behind the name of a whole: "in % des Nettoerlöses"."""
STEM = 3
"""Letters (a count) that a word of a margin and of its result share at least: "nette" and "net"."""


def is_revenue(label: str) -> bool:
    """Whether a row is called revenue and nothing else."""
    return normal(label) in REVENUES


def result_of_margin(label: str) -> str:
    """What a row's label says that it is the margin of; "" where it names no margin."""
    form = normal(label)
    over = _over_revenue(form)
    if over:
        return form[: over.start()]
    form = _OF_SALES.sub("", _IN_PER_CENT.sub("", form))
    after = _AFTER.search(form) or _RATE.search(form)
    if after:
        return form[: after.start()]
    before = _BEFORE.match(form)
    return form[before.end() :] if before else ""


def is_margin_of_row_above(label: str) -> bool:
    """Whether a row's label says only what it is a percentage of: "in % of revenue"."""
    over = _over_revenue(normal(label))
    return over is not None and over.start() == 0


def _over_revenue(form: str) -> re.Match[str] | None:
    """Where a label goes on to say that revenue is what it is taken of."""
    over = _OVER.search(form)
    named = form[over.end() :] if over else ""
    return over if {named, *map(named.removesuffix, _GENITIVES)} & REVENUES else None


def states_result(label: str, name: str) -> bool:
    """Whether a row states the result of a margin's name, by that name or in the stems of it.

    The margin called "net" is that of "net income", "operating" that of "operating profit".
    """
    form = normal(label)
    if form == name:
        return True
    if _RESULT.search(form) is None or _NO_RESULT.search(form) or result_of_margin(label):
        return False
    words, wanted = _WORD.findall(form), _WORD.findall(name)
    return bool(wanted) and all(any(_alike(one, own) for own in words) for one in wanted)


def _alike(word: str, own: str) -> bool:
    if word == own or (word[0] >= _FIRST_EASTERN and own.startswith(word)):
        return True
    shorter = min(len(word), len(own))
    return (
        shorter >= STEM
        and own.isalpha()
        and word[:shorter].startswith(own[: max(STEM, shorter - 2)])
    )
