"""Names in sums: which lines are totals, which are parts of none, which columns do not add up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from auditor.model.figure import REMEMBERED
from auditor.notation.deferred import deferred
from auditor.notation.units import says_per_cent
from auditor.notation.vocabulary import normal
from auditor.relations.discovered._additivity import never_added
from auditor.relations.discovered._matrix import CALLED_DIFFERENCE

_TOTAL = deferred(
    r"\A(?:all|alle|tous|todos)\Z|\Aall (?:the )?(?!others?\b)[a-z]+s\Z"
    r"|\Aalle (?!übrigen|anderen|sonstigen|weiteren)[^\W\d_]+\Z"
    r"|\A(?:tous les|toutes les|todos los|todas las) (?!autres|demás|otr[oa]s)[^\W\d_]+s\Z"
    r"|\Afull[- ]year dividends?\b|\A(?:grand |sub-?)?totals?\b|\b(?:sub-?|grand )?totals?\Z"
    r"|合計|総計|小計|\A計\Z"
    r"|\A(?:gesamt|summe|insgesamt|zwischensumme|bilanzsumme)\b|\b(?:gesamt|summe|insgesamt)\Z"
    r"|\A(?:sous-)?total(?:es?)?\b|\A(?:totale|totaal|celkem|razem|suma)\b"
    r"|\A(?:sum|overall|altogether|in all)\Z|\Asum of\b|\Aall (?!others?\b)\w+s\Z",
    re.IGNORECASE,
)
_OVERLAPS = deferred(r"\bunique|unduplicated|counted once|overlap|without duplic|重複|延べ|実数")
_BARE = deferred(
    r"(?:grand )?totals?|overall total|sum|overall|altogether|in all|合計|総計|計|総合計"
    r"|summe|gesamt|insgesamt|total général"
)
_SUBTOTAL = deferred(
    r"(?:non-?current|current|fixed|long-term|other non-?current) (?:assets|liabilities)"
    r"|(?:actifs|passifs) (?:non )?courants|actif (?:immobilisé|circulant)|anlagevermögen"
    r"|umlaufvermögen|(?:lang|kurz)fristige (?:vermögenswerte|schulden)|(?:流動|固定)(?:資産|負債)"
    r"|(?:activos?|pasivos?) (?:no )?corrientes?|(?:attività|passività) (?:non )?correnti"
)
_QUARTER = deferred(
    r"\b(?:q[1-4]|[1-4]q|(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:fiscal )?quarter)\b"
    r"|第[1-4]四半期|\b[1-4]\. quartal\b|\b[1-4][eo]?r?\.? (?:trimestre|kwartaal)\b|\bt[1-4]\b"
)
_YEAR = deferred(
    r"(?:total |full |fiscal |whole )?(?:year|fy)?(?: ended)?(?: ?(?:19|20)\d\d)?(?: total)?"
    r"|(?:twelve|12) months(?: ended)?(?: (?:19|20)\d\d)?|full-year|通期|年間(?:合計)?|gesamtjahr"
    r"|(?:jahr|geschäftsjahr|année|exercice|año|anno|ano)(?: (?:19|20)\d\d)?"
)
_CALENDAR_YEAR = deferred(r"(?:19|20)\d\d(?!\d)")
_AMOUNT = deferred(r"\d[,.]\d{3}(?!\d)")
_NO_PART = deferred(
    r"\bof which\b|\bthereof\b|\A\W*includ(?:ing|es?)\b|内訳|\Aうち|\(うち|\bdavon\b|\bdont\b"
    r"|\bmemo\b|supplement|\bper\b|\bshares\b|\bunits\b|\bnumber of\b|\bemployees\b|headcount"
    r"|\brates?\b|\bratios?\b|\bmargins?\b|\bgrowth\b|\byields?\b|\bdays\b|\byears\b|%|％|率"
    r"|\bmaximum\b|\bminimum\b|\bmax\b|\bmin\b|\bhighest\b|\blowest\b|\bunweighted\b|\bstandard dev"
    r"|\bas (?:previously )?reported\b|\bbalances?\b|\bbeginning\b|\bend(?:ing)? of\b"
    r"|\bproportion\b|\bpercent|\bconstant currency\b|\bannuali[sz]ed\b|\bpro.?forma\b",
    re.IGNORECASE,
)
_NO_COLUMN = deferred(
    r"\brates?\b|\bratios?\b|\bmargins?\b|\byields?\b|\brank|\bno\.|#|\bindex\b|%|％|率"
    r"|\bnumber\b(?! of shares (?:re)?purchased)|\bshares\b(?! (?:re)?purchased)"
    r"|\bli(?:fe|ves)\b|\byears\b|\bmonths?\)|\bmatur|\bduration\b|\bterm\b|\bnotes?\b|注記|番号|順位"
    r"|\bmay yet\b|\bremaining\b|\bcumulative\b|\brunning\b|\bbalances?\b|累計|残高|\bprices?\b"
    r"|\bper\b|\bdays\b|\bage\b|\bmultiple|\bfactor\b|\bscores?\b|\bweight|\bpercent"
    r"|\blevel\b|\bdate\b|\bpeak\b|\bhigh\b|\blow\b|\bq\.?o\.?q|\by\.?o\.?y",
    re.IGNORECASE,
)
_TAKEN = deferred(
    r"\Aless\b|\bless:|\(less\)|\Adeduct|\bdeductions?\b|控除|\Aabzüglich\b|\Aminus\b|\Amoins\b",
    re.IGNORECASE,
)


@lru_cache(REMEMBERED)
def is_named_total(label: str) -> bool:
    """Whether a line is called a total of what stands above it, and nothing else."""
    text = normal(label)
    return _TOTAL.search(text) is not None and _OVERLAPS.search(text) is None


def is_called_subtotal(label: str) -> bool:
    """Whether a line is called what balance sheets add up to, without the word total."""
    return _SUBTOTAL.fullmatch(normal(label)) is not None


def is_quarter(heading: str) -> bool:
    """Whether a heading names a quarter."""
    return _QUARTER.search(normal(heading)) is not None


def is_year_of(heading: str, quarters: Sequence[str]) -> bool:
    """Whether a heading names a whole year, and these quarters are none of other years."""
    named = {int(year) for text in (heading, *quarters) for year in _CALENDAR_YEAR.findall(text)}
    together = not named or max(named) - min(named) <= 1
    return together and _YEAR.fullmatch(normal(heading)) is not None


def is_bare_total(label: str) -> bool:
    """Whether a total does not say of what: of whatever stands above it."""
    return _BARE.fullmatch(normal(label)) is not None


def shows_amount(heading: str) -> bool:
    """Whether a heading contains an amount: then it is a row that was taken for one."""
    return _AMOUNT.search(heading) is not None


@lru_cache(REMEMBERED)
def is_no_part(label: str) -> bool:
    """Whether a line states something else than a part: an "of which", a rate, a count."""
    return never_added(label) or _NO_PART.search(label) is not None


@lru_cache(REMEMBERED)
def adds_down(heading: str) -> bool:
    """Whether a column's heading leaves it possible that its amounts add up."""
    if never_added(heading) or says_per_cent(heading) or CALLED_DIFFERENCE.search(heading):
        return False
    return _NO_COLUMN.search(heading) is None


def is_taken(label: str) -> bool:
    """Whether a line says of itself that it is subtracted."""
    return _TAKEN.search(normal(label)) is not None
