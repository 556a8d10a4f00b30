"""Not amounts: the numbers of running text that are no figures, such as references and dates."""

from __future__ import annotations

import re

from auditor.notation.deferred import deferred
from auditor.notation.month_names import BEGINNINGS, FOREIGN, NUMBERS
from auditor.notation.thresholds import INDENT, PLACE_BEFORE, WORD_BEFORE

_WORD_REST = deferred(r"[A-Za-z0-9_]*(?:[-–.'’/][A-Za-z0-9_]+)*")
_GLUED_BEFORE = frozenset("#§_@/\\&'’.-–−‐‑‒+~〜第兆億万")
_GLUED_AFTER = deferred(
    r"[A-Za-z0-9_¼½¾²³]|[-–−~〜/][A-Za-z0-9$€£¥(]|\([A-Za-z]{1,2}\)| [-–−~〜] [0-9$€£¥(]"
    r"| [0-9]{1,2}/[0-9]|—[0-9]{1,2}月"
)
_COUNTED_TIME = deferred(
    r"(?:[ \n](?:to|and|or)[ \n][0-9]{1,4}(?:\.[0-9]{1,2})?)?(?:"
    r"[ \n-]?(?i:weeks?|months?|days?|years?|quarters?|[ap]\.?m\b|CFR|U\.S\.C)(?![A-Za-z])"
    r"|\.?[ \n](?i:Quartals?|Halbjahr(?:es)?|Monat(?:en?|s)?|Jahr(?:en?|es)?|Tag(?:en?)?|Wochen"
    r"|trimestres?|semestres?|mois|ans|années|jours|meses|años|anos|días|dias|mesi|anni|giorni"
    r"|maanden|jaar|dagen)(?![^\W\d_])"
    r"|\s?(?:[年月日期週년월일]|時間|四半期|季度|[ヶケカか箇]月|个月|個月|개월|분기|기(?![가-힣])|말(?![가-힣])|末|株[当あ]))"
)
_RANGE_ENDS = frozenset("0123456789%")
_SPACED_RANGES = (" - ", " – ", " − ", " ~ ", " 〜 ")
_YEAR = deferred(r"(?:19|20)[0-9]{2}")
_AMOUNT_AFTER = deferred(r"[ \n]?[-+−–(]?[0-9]")
_FOREIGN_MONTHS = "|".join((*map(str.capitalize, FOREIGN), *(n for n in FOREIGN if len(n) > 3)))
_MONTH_AFTER = deferred(
    rf"[ \n](?:{'|'.join(map(str.capitalize, BEGINNINGS))})[a-z]{{0,6}}(?![A-Za-z])"
    rf"|\.?[ \n](?:d[ei] )?(?:{_FOREIGN_MONTHS})(?![^\W\d_])"
    r"|\.[ \n](?:April|August|September|November)[ \n](?:19|20)[0-9]{2}(?![0-9])"  # German too
)
_TELEPHONE = deferred(r"\([0-9]{2,4}\)[ ]?[0-9]{2,4}[-–.][0-9]{3,4}")
_INTERNATIONAL = deferred(
    r"(?!\+[0-9]{1,3}(?:[ .][0-9]{3})++(?![0-9 ]))"
    r"\+[1-9][0-9]{0,2}(?:[ ]?\(0\))?(?:[ ./-][0-9]{1,8}){2,6}(?![0-9])"
)
"""A telephone number with its country; "+1 234 567" is an amount."""
_REFERENCE_CHAIN = deferred(
    r"[0-9.]{1,9}(?:\([0-9A-Za-z]{1,4}\)){0,4}"
    r"(?:(?:,|,? and|,? or| to| through| &|[-–])[ \n]?[0-9]{1,2}"
    r"(?![0-9%]|[.,][0-9]|\s?(?:%|[mb]illion))(?:\([0-9A-Za-z]{1,4}\)){0,4}){0,12}"
)
# After a number that opens a line: a list item, a street, a page header, or nothing at all.
_LIST_TEXT = deferred(
    r"[.)](?![0-9])|[ \t]{0,9}(?:[A-Z(【〔<]|\n|\Z)|[ \t]{1,9}[\u300c\u3041-\u30ff\u4e00-\u9fff]"
)
_PLACE_BEFORE = deferred(r",\s(?:[A-Z][A-Za-z.]{1,12}\s){1,2}\Z")
_ONLY_MONTHS = frozenset((
    "january", "february", "april", "june", "july", "august", "september", "october", "november",
    "december",
))  # fmt: skip
"""English months that are no other word, as texts without capitals print them."""
_MONTHS = frozenset(name.capitalize() for name in (*NUMBERS, *FOREIGN)) - {"Mars", "Mei"}
REFERENCES = frozenset((
    "note", "notes", "footnote", "footnotes", "section", "sections", "sec", "item", "items",
    "rule", "rules", "form", "forms", "article", "articles", "part", "parts", "no", "nos",
    "exhibit", "exhibits", "page", "pages", "p", "pp", "asc", "asu", "ifrs", "ias", "ifric",
    "sfas", "fas", "sab", "fin", "eitf", "topic", "topics", "subtopic", "level", "levels",
    "chapter", "appendix", "schedule", "schedules", "table", "tables", "figure", "figures", "fig",
    "annex", "clause", "paragraph", "paragraphs", "para", "step", "phase", "tier", "version",
    "release", "series", "floor", "suite", "room", "box", "fiscal", "fy", "cy", "quarter", "week",
    "day", "stage", "period", "category", "column", "line", "row", "type", "class", "basel",
    "iso", "covid", "fortune", "s&p", "nikkei", "russell", "topix", "stoxx", "cac", "dax", "ftse",
    "route", "statement", "opinion", "bulletin", "code", "wkn", "isin", "hrb", "hra", "bse",
    "nse", "zip", "plz", "postfach", "siren", "siret", "cnpj", "cin", "abn", "acn", "tel",
    "telefon", "telephone", "phone", "fax", "nr", "nº", "n°", "コード番号", "証券コード",
    "銘柄コード", "登録番号", "股票代码", "证券代码", "股份代号", "股份代號", "종목코드",
    "등록번호", "사업자등록번호", "고유번호",
))  # fmt: skip


def is_glued(plain: str, match: re.Match[str]) -> bool:
    """Whether a number is part of a word, an identifier, a range or a fraction."""
    start, end = match.span()
    before = plain[start - 1] if start else " "
    if before in _GLUED_BEFORE or (before.isascii() and before.isalnum()):
        return True
    if start > 3 and plain[start - 3 : start] in _SPACED_RANGES and plain[start - 4] in _RANGE_ENDS:
        return True
    return _GLUED_AFTER.match(plain, end) is not None


def mention_end(plain: str, match: re.Match[str]) -> int | None:
    """Where a number that is no amount (a reference, a date, a duration) ends; None for amounts."""
    if match["sign"] and (telephone := _INTERNATIONAL.match(plain, match.start())):
        return telephone.end()
    if _is_bare(match):
        if _is_reference(plain, match.start("number")):
            chain = _REFERENCE_CHAIN.match(plain, match.start("number"))
            return word_end(plain, chain.end() if chain else match.end())
        if _is_date_or_mark(plain, match):
            return match.end()
    if _is_year_before_money(plain, match):
        return match.end("number")
    if any(match.group("before", "inside", "scale", "unit")):
        return None
    counted = _COUNTED_TIME.match(plain, match.end())
    return counted.end() if counted else None


def is_time_at(text: str, at: int = 0) -> bool:
    """Whether what follows a number there makes it a length of time or the day of a month."""
    return bool(_COUNTED_TIME.match(text, at) or _MONTH_AFTER.match(text, at))


def word_end(plain: str, at: int) -> int:
    """Where the word ends that goes on at an offset: "12b-2" is one word."""
    rest = _WORD_REST.match(plain, at)
    return rest.end() if rest else at


def _is_bare(match: re.Match[str]) -> bool:
    """Whether a number has nothing that makes it an amount: no unit, sign or separator."""
    before, sign, inside, scale, unit = match.group("before", "sign", "inside", "scale", "unit")
    return not (before or sign or inside or scale or unit) and "," not in match["number"]


def _is_year_before_money(plain: str, match: re.Match[str]) -> bool:
    """Whether a number is a year, and the currency behind it that of the next amount.

    "trugen 2025 CHF 249,1 Mio. bei".
    """
    is_bare = not any(match.group("before", "sign", "inside", "scale"))
    return bool(
        is_bare
        and match["unit"]
        and _YEAR.fullmatch(match["number"])
        and _AMOUNT_AFTER.match(plain, match.end())
    )


def _is_reference(plain: str, start: int) -> bool:
    """Whether the word before an offset announces a note, a section, a standard or the like."""
    words = plain[max(0, start - WORD_BEFORE) : start].split()
    return bool(words) and words[-1].strip('(.,:[“"').lower() in REFERENCES


def _is_date_or_mark(plain: str, match: re.Match[str]) -> bool:
    """Whether a bare number is a year, a day, a footnote mark, a page, or part of an address."""
    number, start, end = match["number"], match.start("number"), match.end()
    if _TELEPHONE.match(plain, match.start()) or _YEAR.fullmatch(number):
        return True
    if not number.isdigit():
        return False
    if _opens_line(plain, start) and _LIST_TEXT.match(plain, end):
        return True
    if len(number) > 2:
        return len(number) == 5 and bool(
            _PLACE_BEFORE.search(plain, max(0, start - PLACE_BEFORE), start)
        )
    return bool(match["open"]) or _is_day(plain, start, end)


def _is_day(plain: str, start: int, end: int) -> bool:
    words = plain[max(0, start - WORD_BEFORE) : start].split()
    last = words[-1].strip("(.,") if words else ""
    named = last in _MONTHS or last in _ONLY_MONTHS
    return named or _MONTH_AFTER.match(plain, end) is not None


def _opens_line(plain: str, start: int) -> bool:
    """Whether only blanks stand between the start of the line and an offset."""
    _, newline, indent = plain[max(0, start - INDENT) : start].rpartition("\n")
    return not indent.strip(" \t(-注)") and (bool(newline) or start <= INDENT)
