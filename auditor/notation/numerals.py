"""Numerals: the notation of printed numbers, from text to figures or back.

Longer than most modules because cells, prose and printing share one grammar.
Arithmetic is on integers only; every pattern is bounded, so that time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from auditor.model.figure import PERCENT, POINTS, Figure, SignStyle

# Full-width and small forms. Superscripts have narrow forms too, but they are footnote marks.
_ODD = "￠￡￥￦﹣﹪﹢﹐﹒"
_ODD_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200C), 0x202F, 0x205F, 0x2060)))
_ODD_SPACES += "\u3000\ufeff"
_WIDE = str.maketrans({chr(0xFF01 + i): chr(0x21 + i) for i in range(94)})
_NARROW = _WIDE | str.maketrans(_ODD, "¢£¥₩-%+,.") | dict.fromkeys(map(ord, _ODD_SPACES), " ")
_FULL_WIDTH = str.maketrans({chr(0x21 + i): chr(0xFF01 + i) for i in range(94)})
_UNUSUAL = re.compile(f"[{_ODD_SPACES}{_ODD}\uff01-\uff5e]")
_MARKUP = re.compile(
    r"\*+|\\(?=[!-/:-@\[-`{-~])"
    r"|(?<![A-Za-z0-9_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![A-Za-z0-9_])"
)

_CODES = (
    "USD", "JPY", "EUR", "GBP", "CHF", "KRW", "CNY", "INR", "CAD", "AUD", "HKD", "SGD", "NZD",
    "TWD", "BRL", "MXN", "ZAR", "SEK", "NOK", "DKK", "THB", "IDR", "MYR", "PHP", "VND", "TRY",
    "PLN", "CZK", "HUF", "ILS", "AED", "SAR",
)  # fmt: skip
_CURRENCIES = {code: code for code in _CODES} | {
    "$": "USD", "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD",
    "HK$": "HKD", "S$": "SGD", "NZ$": "NZD", "NT$": "TWD", "R$": "BRL", "¥": "JPY",
    "€": "EUR", "£": "GBP", "₩": "KRW", "₹": "INR", "Rs.": "INR", "Rs": "INR", "RMB": "CNY",
}  # fmt: skip
_MONEY_WORDS = {
    "yen": "JPY", "円": "JPY", "dollar": "USD", "dollars": "USD", "ドル": "USD", "米ドル": "USD",
    "euro": "EUR", "euros": "EUR", "ユーロ": "EUR",
} | _CURRENCIES  # fmt: skip
_UNITS = {
    "%": PERCENT, "percent": PERCENT, "per cent": PERCENT, "pct": PERCENT,
    "x": "x", "times": "x", "倍": "x",
} | dict.fromkeys((
    "percentage point", "percentage points", "point", "points", "pt", "pts", "ppt", "ppts", "pp",
    "% point", "% points", "% pt", "% pts", "%point", "%points", "%pt", "%pts", "ポイント",
    "%ポイント",
), POINTS)  # fmt: skip
_SCALES = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mn": 6, "bn": 9, "tn": 12,
    "k": 3, "m": 6, "mm": 6, "b": 9, "千": 3, "万": 4, "百万": 6, "億": 8, "十億": 9, "兆": 12,
}  # fmt: skip
_FITTING_STYLES = {  # by the sign of the value that they can show
    -1: frozenset(SignStyle) - {SignStyle.PLAIN, SignStyle.PLUS},
    0: {SignStyle.PLAIN},
    1: {SignStyle.PLAIN, SignStyle.PLUS},
}
_SCALES_OF_MONEY = {"k", "m", "mm", "b"}  # 5m may be metres; $5m may not
_SCALES_OF_DECIMALS = {"k", "K", "M", "MM", "B"}  # nor may 5.2M, as spreadsheets show millions
_SIGNS = dict.fromkeys("-−–—‐‑‒", SignStyle.MINUS) | {
    style.value: style for style in (SignStyle.PLUS, SignStyle.TRIANGLE, SignStyle.BLACK_TRIANGLE)
}

_CURRENCY = rf"[A-Z]{{0,2}}[$€£¥₩₹]|(?=[A-Z])(?:{'|'.join(_CODES)}|RMB|Rs\.?)(?![A-Z])"
_EUROPEAN = r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,6},[0-9]{1,12}"
_GROUPED = r"[1-9][0-9]{0,2}(?:(?:,[0-9]{3}){1,6}|(?:['’][0-9]{3}){1,6})(?:\.[0-9]{1,12})?"
_SPACED = r"[1-9][0-9]{0,2}(?:[ ][0-9]{3}){1,6}(?:\.[0-9]{1,12})?"
_UNGROUPED = r"(?:0|[1-9][0-9]{0,20})(?:\.[0-9]{1,12})?|\.[0-9]{1,12}"
_WHOLE = r"(?![0-9]|[.,][0-9])"
_NUMBER = rf"(?:{_EUROPEAN}|{_GROUPED}|{_UNGROUPED}){_WHOLE}"
# In a cell a leading zero is a slip of the pen, "03,267" for "30,267", and the figure is still one.
_CELL_NUMBER = (
    rf"(?:{_EUROPEAN}|{_GROUPED}|{_SPACED}|{_UNGROUPED}"
    r"|0[0-9]{1,2}(?:,[0-9]{3})+(?:\.[0-9]{1,12})?|0,[0-9]{3}(?:,[0-9]{3})*(?:\.[0-9]{1,12})?"
    rf"|0(?=[0-9]*[1-9])[0-9]{{1,20}}(?:\.[0-9]{{1,12}})?){_WHOLE}"
)
_SCALE = (
    r"(?=[A-Za-z千百十億万兆])(?:(?i:thousand|million|billion|trillion)(?i:s)?(?![A-Za-z])"
    r"|(?i:mn|bn|tn)(?![A-Za-z0-9])|(?<=[0-9)])(?:MM|mm|[kKmMbB])(?![A-Za-z0-9])"
    r"|千|百万|十億|億|万|兆)"
)
_UNIT = (
    r"%(?:[ -]?(?:points?|pts?)(?![A-Za-z])|ポイント)?|[$€£¥₩₹](?!\s?\(?[0-9.])"
    r"|(?=[A-Za-z])(?:(?i:percentage[ \n-]points?|percent|per[ \n]cent|pct|ppts?|pp|pts?|points?"
    r"|basis[ \n]points?|bps?|times|x(?!\s?[0-9])|yen|dollars?|euros?)(?![A-Za-z0-9])"
    rf"|(?:[KkMGTP](?:bps|Bps|Wh?|B|Hz)|{'|'.join(_CODES)})(?![A-Za-z0-9])"
    r"|(?<=[0-9])(?!(?:st|nd|rd|th|am|pm|and|or|to|of|in|days?|weeks?|months?|years?|yrs?|hrs?)(?![A-Za-z]))"
    r"(?![A-Z][a-z]{2})(?=[A-Z]{0,3}[a-z])[A-Za-z]{2,8}(?![A-Za-z0-9]))"
    r"|(?=[円米ド株人名件社台店口戸個倍ポユ])"
    r"(?:円|米?ドル|ユーロ|ポイント|株(?![当あ])|[倍人名件社台店口戸個])"
)


def _notation(number: str, gap: str) -> str:
    """The pattern of a figure whose parts stand at most ``gap`` apart."""
    return (
        rf"(?:(?P<before>{_CURRENCY}){gap})?(?P<open>\({gap})?(?P<sign>[-+−–—‐‑‒△▲]{gap})?"
        rf"(?:(?P<inside>{_CURRENCY}){gap})?(?P<number>{number})(?(open)(?P<tail>{gap}\))?)"
        rf"(?:{gap}-?(?P<scale>{_SCALE}))?(?:{gap}(?P<unit>{_UNIT}))?"
        rf"(?(tail)|(?(open)(?P<close>{gap}\))?))"
    )


_DECIMAL_COMMA = re.compile(
    rf"\s*(?:(?:{_CURRENCY})\s?)?[-−–+(]?\s?\d{{1,3}}(?: ?\d{{3}})*,\d{{1,2}}\s?\)?\s?(?:%|€)?\s*"
)
_CELL_GAP = r"\s{0,20}"
_FOOTNOTES = (
    r"(?P<footnotes>(?:\s{0,9}(?:[¹²³⁰⁴-⁹†‡§#]|※[0-9]?|\[[0-9a-z]{1,2}\]|\[\^[^\]\s]{1,20}\]"
    r"|\((?:[0-9]{1,2}|[a-z]{1,2}|[A-Z])\)))*)"
)
# Japanese statements set the mark of a note before the figure: "※1,※2 13,987".
_NOTES_BEFORE = (
    r"(?:(?:※[0-9]{1,2}(?:\s?[,、・]\s?※?[0-9]{1,2}){0,9}|\(注[0-9]{0,2}\)[0-9]{0,2})\s{1,9})?"
)
_CELL = re.compile(
    rf"\s*{_NOTES_BEFORE}(?P<notation>{_notation(_CELL_NUMBER, _CELL_GAP)}){_FOOTNOTES}\s*"
)
_DASH = r"(?<![-−–—‐‑‒])(?:-{1,2}|[—–―−‐‑‒ー]{1,2}|(?i:nil)(?![A-Za-z]))"
_NIL = re.compile(rf"\s*{_NOTES_BEFORE}(?P<notation>{_notation(_DASH, _CELL_GAP)}){_FOOTNOTES}\s*")
_PARTS = ("before", "open", "sign", "inside", "number", "scale", "unit")
_LONE_NOTE = re.compile(r"\([0-9]{1,2}\)")

# Prose: what surrounds a number decides whether it is a figure at all.
_PROSE_GAP = r"[ \n]{0,3}"
_PROSE = re.compile(f"(?P<notation>{_notation(_NUMBER, _PROSE_GAP)})")
_PROSE_NUMBER = re.compile(_NUMBER)
_RUN = re.compile(r"[0-9]+(?:[-–−.,/:'’~〜][0-9]+)*")
_WORD_REST = re.compile(r"[A-Za-z0-9_]*(?:[-–.'’/][A-Za-z0-9_]+)*")
_HEAD = re.compile(
    rf"(?:(?<![A-Za-z0-9$])(?:{_CURRENCY}){_PROSE_GAP})?(?:\([ ]?)?"
    r"(?:(?<![A-Za-z0-9%).])[-+−–‐‑‒]|[△▲][ ]?)?"
    rf"(?:(?<![A-Za-z0-9$])(?:{_CURRENCY}){_PROSE_GAP})?(?:(?<![A-Za-z0-9])\.)?\Z"
)
_GLUED_BEFORE = frozenset("#§_@/\\&'’.-–−‐‑‒+~〜第兆億万")
_GLUED_AFTER = re.compile(
    r"[A-Za-z0-9_¼½¾²³]|[-–−~〜/][A-Za-z0-9$€£¥(]|\([A-Za-z]{1,2}\)| [-–−~〜] [0-9$€£¥(]"
    r"| [0-9]{1,2}/[0-9]"
)
_COUNTED_TIME = re.compile(
    r"(?:[ \n](?:to|and|or)[ \n][0-9]{1,4}(?:\.[0-9]{1,2})?)?(?:"
    r"[ \n-]?(?i:weeks?|months?|days?|years?|quarters?|[ap]\.?m\b|CFR|U\.S\.C)(?![A-Za-z])"
    r"|\s?(?:[年月日期週]|時間|四半期|[ヶケカか箇]月|株[当あ]))"
)
_RANGE_ENDS = frozenset("0123456789%")
_SPACED_RANGES = (" - ", " – ", " − ", " ~ ", " 〜 ")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_MONTH_AFTER = re.compile(
    r"[ \n](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}(?![A-Za-z])"
)
_TELEPHONE = re.compile(r"\([0-9]{2,4}\)[ ]?[0-9]{2,4}[-–.][0-9]{3,4}")
_REFERENCE_CHAIN = re.compile(
    r"[0-9.]{1,9}(?:\([0-9A-Za-z]{1,4}\)){0,4}"
    r"(?:(?:,|,? and|,? or| to| through| &|[-–])[ \n]?[0-9]{1,2}"
    r"(?![0-9%]|[.,][0-9]|\s?(?:%|[mb]illion))(?:\([0-9A-Za-z]{1,4}\)){0,4}){0,12}"
)
# After a number that opens a line: a list item, a street, a page header, or nothing at all.
_LIST_TEXT = re.compile(
    r"[.)](?![0-9])|[ \t]{0,9}(?:[A-Z(【〔<]|\n|\Z)|[ \t]{1,9}[\u300c\u3041-\u30ff\u4e00-\u9fff]"
)
_PLACE_BEFORE = re.compile(r",\s(?:[A-Z][A-Za-z.]{1,12}\s){1,2}\Z")
_JOINER = re.compile(r",?[ \n](?:to|and|or)[ \n]")
_ADDRESS = re.compile(r"[!-~]+")
_ADDRESS_MARKS = ("://", "@", "www.")
_SPACE_GROUPS = re.compile(r"(?<![0-9])[0-9]{1,3}(?:[\u00a0\u2007\u2009\u202f][0-9]{3})+(?![0-9])")
# One number, or several in a row: "1 234 567" cannot be told with ordinary spaces.
_ORDINARY_SPACE_GROUPS = re.compile(r"[0-9]{1,3}(?: [0-9]{3}(?![0-9]))+(?![,.][0-9])")
_MONTHS = frozenset((
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep",
    "Sept", "Oct", "Nov", "Dec",
))  # fmt: skip
_REFERENCES = frozenset((
    "note", "notes", "footnote", "footnotes", "section", "sections", "sec", "item", "items", "rule",
    "rules", "form", "forms", "article", "articles", "part", "parts", "no", "nos", "exhibit",
    "exhibits", "page", "pages", "p", "pp", "asc", "asu", "ifrs", "ias", "ifric", "sfas", "fas",
    "sab", "fin", "eitf", "topic", "topics", "subtopic", "level", "levels", "chapter", "appendix",
    "schedule", "schedules", "table", "tables", "figure", "figures", "fig", "annex", "clause",
    "paragraph", "paragraphs", "para", "step", "phase", "tier", "version", "release", "series",
    "floor", "suite", "room", "box", "fiscal", "fy", "cy", "quarter", "week", "day", "stage",
    "category", "column", "line", "row", "type", "class", "basel", "iso", "covid", "fortune", "s&p",
    "nikkei", "russell", "topix", "stoxx", "cac", "dax", "ftse", "route", "statement", "opinion",
    "bulletin",
))  # fmt: skip


def narrowed(text: str) -> str:
    """The text with full-width forms and odd spaces narrowed and emphasis marks blanked.

    Also blanks the backslash of Markdown escapes. Length and offsets stay the same.
    """
    if not text.isascii() and _UNUSUAL.search(text):
        text = text.translate(_NARROW)
    if "*" in text or "_" in text or "\\" in text:
        return _MARKUP.sub(_blank, text)
    return text


def cell_figure(text: str) -> Figure | None:
    """The one figure that a table cell consists of; None for words, dates, ranges and nothing."""
    plain = narrowed(text)
    match = _CELL.fullmatch(plain)
    if match is None:
        nil = _NIL.fullmatch(plain)
        return None if nil is None else _nil_figure(text, nil)
    if match["open"] and match["sign"]:
        match = _CELL.fullmatch(_unwrapped(plain, match)) or match
    if match["footnotes"] and _LONE_NOTE.fullmatch(match["notation"]):
        return None  # "(1)(2)" refers to two notes
    return _figure(text, match)


def figures(text: str) -> tuple[Figure, ...]:
    """The figures in running prose, in order; dates, years, references and durations are none."""
    plain = _prose(text)
    found: list[Figure] = []
    at = 0
    while run := _RUN.search(plain, at):
        figure, at = _reading(text, plain, run)
        if figure is not None:
            found.append(figure)
    return _stated_in_full(plain, found)


def printed(value: Fraction, like: Figure, sign_style_hint: SignStyle = SignStyle.MINUS) -> str:
    """The text that prints a value in another figure's notation.

    ``value`` is in base units, and is rounded half away from zero at the last digit of ``like``.
    ``sign_style_hint`` is how to show a negative value when ``like`` is positive. Raises
    ValueError when the text of ``like`` is no notation that ``cell_figure`` reads.
    """
    if value == like.value:
        return like.text
    plain = narrowed(like.text)
    match = _CELL.fullmatch(plain) or _NIL.fullmatch(plain)
    if match is None:
        return _printed_with_comma(value, like, sign_style_hint)
    units = int(abs(value) / like.last_unit + Fraction(1, 2))
    start, end = match.span("number")
    number = _number_text(units, like.text[start:end], like)
    shown = -units if value < 0 else units
    edits = _sign_edits(match, like, shown, sign_style_hint)
    return _edited(like.text, [(start, end, number), *edits])


def _printed_with_comma(value: Fraction, like: Figure, sign_style_hint: SignStyle) -> str:
    pointed = _pointed(like.text)
    if not is_decimal_comma(like.text) or not _CELL.fullmatch(narrowed(pointed)):
        raise ValueError(f"not a figure: {like.text!r}")
    return printed(value, replace(like, text=pointed), sign_style_hint).replace(".", ",")


def is_decimal_comma(text: str) -> bool:
    """Whether a cell, such as "1 234,5" or "(0,3) %", can only be read with a decimal comma."""
    return _DECIMAL_COMMA.fullmatch(narrowed(text)) is not None


def states_figure(text: str) -> bool:
    """Whether a cell states a figure, in a table of decimal points or of decimal commas."""
    return cell_figure(text) is not None or is_decimal_comma(text)


def decimal_comma_figure(text: str) -> Figure | None:
    """What ``cell_figure`` finds where decimals follow a comma; its text is as printed."""
    figure = cell_figure(_pointed(text) if is_decimal_comma(text) else text)
    return figure and replace(figure, text=text[figure.start : figure.end])


def _pointed(text: str) -> str:
    return text.replace(",", ".")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    """The figure of a matched notation, or None when its currency, scale and unit clash."""
    before, opened, sign, inside, number, scale_word, unit_word = match.group(*_PARTS)
    unit, scale = "", 0
    if before or inside or scale_word or unit_word:
        bare = "." in number and scale_word in _SCALES_OF_DECIMALS
        meaning = _meaning(before, inside, scale_word, unit_word, bare=bare)
        if meaning is None:
            return None
        unit, scale = meaning
    style = SignStyle.PLAIN
    if opened:
        style = SignStyle.PARENTHESES
    elif sign:
        style = _SIGNS[sign[0]]
    digits, exponent = _digits(number)
    if style is not SignStyle.PLAIN and style is not SignStyle.PLUS:
        digits = -digits
    start, end = match.span("notation")
    return Figure(text[start:end], start, digits, exponent, unit, scale, style)


def _nil_figure(text: str, match: re.Match[str]) -> Figure | None:
    meaning = _meaning(*match.group("before", "inside", "scale", "unit"))
    if meaning is None or match["sign"]:
        return None
    start, end = match.span("notation")
    style = SignStyle.PARENTHESES if match["open"] else SignStyle.PLAIN
    return Figure(text[start:end], start, 0, 0, *meaning, style, nil=True)


def _unwrapped(plain: str, match: re.Match[str]) -> str:
    """The cell with its parentheses blanked: "(-5%)" shows its sign already."""
    opened, closed = match.start("open"), max(match.end("tail"), match.end("close")) - 1
    return "".join(" " if i in (opened, closed) else c for i, c in enumerate(plain))


def _digits(number: str) -> tuple[int, int]:
    """A number's digits as one integer, and the exponent of the last of them."""
    whole, _, part = number.partition(".")
    if "," in part:  # 1.234,56
        whole, _, part = number.replace(".", "").partition(",")
    whole = whole.replace(",", "")
    if not whole.isdigit():
        whole = "".join(c for c in whole if c.isdigit())
    return int(whole + part), -len(part)


@lru_cache(maxsize=4096)
def _meaning(
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
    symbol = before or inside
    currency = _CURRENCIES.get(symbol) if symbol else ""
    words = " ".join(re.split(r"[\s-]+", unit_word.lower())) if unit_word else ""
    money = _MONEY_WORDS.get(words) or _CURRENCIES.get(unit_word or "")
    scale = _SCALES[scale_word.lower().removesuffix("s")] if scale_word else 0
    if currency is None or (currency and words and not money):
        return None
    if scale_word and scale_word.lower() in _SCALES_OF_MONEY and not (currency or money or bare):
        return None
    if words.startswith(("bp", "basis")):
        return None if scale_word else (POINTS, -2)
    return currency or money or _UNITS.get(words, unit_word or ""), scale


def _prose(text: str) -> str:
    """Narrowed text in which no-break spaces group digits visibly and addresses are blank."""
    if not text.isascii():
        text = _SPACE_GROUPS.sub(lambda m: re.sub(r"[^0-9]", "'", m[0]), text)
    plain = narrowed(text)
    if any(mark in plain for mark in _ADDRESS_MARKS):
        return _ADDRESS.sub(_blank_address, plain)
    return plain


def _blank_address(match: re.Match[str]) -> str:
    return _blank(match) if any(mark in match[0] for mark in _ADDRESS_MARKS) else match[0]


def _reading(text: str, plain: str, run: re.Match[str]) -> tuple[Figure | None, int]:
    """The figure around a run of digits, if it is one, and where to read on."""
    start, end = run.span()
    spaced = _ORDINARY_SPACE_GROUPS.match(plain, start)
    if spaced:
        return None, spaced.end()
    match = _notation_around(plain, start) if _PROSE_NUMBER.fullmatch(plain, start, end) else None
    if match is None or match.end("number") != end or _is_glued(plain, match):
        return None, _word_end(plain, end)
    mention_end = _mention_end(plain, match)
    return (_figure(text, match), match.end()) if mention_end is None else (None, mention_end)


def _mention_end(plain: str, match: re.Match[str]) -> int | None:
    """Where a number that is no amount (a reference, a date, a duration) ends; None for amounts."""
    if _is_bare(match):
        if _is_reference(plain, match.start("number")):
            chain = _REFERENCE_CHAIN.match(plain, match.start("number"))
            return _word_end(plain, chain.end() if chain else match.end())
        if _is_date_or_mark(plain, match):
            return match.end()
    if any(match.group("before", "inside", "scale", "unit")):
        return None
    counted = _COUNTED_TIME.match(plain, match.end())
    return counted.end() if counted else None


def _word_end(plain: str, at: int) -> int:
    """Where the word ends that goes on at an offset: "12b-2" is one word."""
    rest = _WORD_REST.match(plain, at)
    return rest.end() if rest else at


def _notation_around(plain: str, start: int) -> re.Match[str] | None:
    """The widest notation whose number starts at an offset (a leading point may precede it)."""
    head = _HEAD.search(plain, max(0, start - 12), start)
    match = _PROSE.match(plain, head.start() if head else start)
    if match and match["open"] and not _is_enclosed(match):
        return _PROSE.match(plain, match.end("open"))
    return match


def _is_enclosed(match: re.Match[str]) -> bool:
    """Whether parentheses hold the figure and nothing else, as those that mean minus do."""
    if match["sign"] or not (match["tail"] or match["close"]):
        return False
    return bool(match["before"]) or not (match["close"] and match["scale"])


def _is_glued(plain: str, match: re.Match[str]) -> bool:
    """Whether a number is part of a word, an identifier, a range or a fraction."""
    start, end = match.span()
    before = plain[start - 1] if start else " "
    if before in _GLUED_BEFORE or (before.isascii() and before.isalnum()):
        return True
    if start > 3 and plain[start - 3 : start] in _SPACED_RANGES and plain[start - 4] in _RANGE_ENDS:
        return True
    return _GLUED_AFTER.match(plain, end) is not None


def _is_bare(match: re.Match[str]) -> bool:
    """Whether a number has nothing that makes it an amount: no unit, sign or separator."""
    before, sign, inside, scale, unit = match.group("before", "sign", "inside", "scale", "unit")
    return not (before or sign or inside or scale or unit) and "," not in match["number"]


def _is_reference(plain: str, start: int) -> bool:
    """Whether the word before an offset announces a note, a section, a standard or the like."""
    words = plain[max(0, start - 20) : start].split()
    return bool(words) and words[-1].strip('(.,:[“"').lower() in _REFERENCES


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
        return len(number) == 5 and bool(_PLACE_BEFORE.search(plain, max(0, start - 24), start))
    return bool(match["open"]) or _is_day(plain, start, end)


def _is_day(plain: str, start: int, end: int) -> bool:
    words = plain[max(0, start - 20) : start].split()
    named = bool(words) and words[-1].strip("(.,") in _MONTHS
    return named or _MONTH_AFTER.match(plain, end) is not None


def _opens_line(plain: str, start: int) -> bool:
    """Whether only blanks stand between the start of the line and an offset."""
    _, newline, indent = plain[max(0, start - 8) : start].rpartition("\n")
    return not indent.strip(" \t(-注)") and (bool(newline) or start <= 8)


def _stated_in_full(plain: str, found: list[Figure]) -> tuple[Figure, ...]:
    """The figures less those that borrow the next one's unit: "$1.2 to $1.5 billion"."""
    borrowing = {
        a.start
        for a, b in pairwise(found)
        if a.scale == 0 <= b.scale
        and ((b.scale and a.unit in ("", b.unit)) or _lacks_per_cent(a, b))
        and _JOINER.fullmatch(plain, a.end, b.start)
    }
    return tuple(f for f in found if f.start not in borrowing)


def _lacks_per_cent(a: Figure, b: Figure) -> bool:
    return not a.unit and abs(a.value) < 1000 and b.unit in (PERCENT, POINTS, "x")


Edit = tuple[int, int, str]


def _number_text(units: int, number: str, like: Figure) -> str:
    """So many units of the last digit, in the separators and digit forms of a printed number."""
    narrow = narrowed(number)
    whole, part = divmod(units, 10**-like.exponent)
    whole_end = max(narrow.rfind(mark) for mark in ".,") if like.exponent else len(number)
    separator = next((c for c in number[:whole_end] if not c.isdigit()), "")
    if like.nil or (not separator and whole_end < 4):
        separator = ","
    text = f"{whole:,}".replace(",", separator)
    if like.exponent:
        leading = "" if whole_end == 0 and not whole else text
        text = f"{leading}{number[whole_end]}{part:0{-like.exponent}}"
    if like.nil or number.isascii() or not any("０" <= c <= "９" for c in number):
        return text
    return "".join(c.translate(_FULL_WIDTH) if c.isdigit() else c for c in text)


def _sign_edits(match: re.Match[str], like: Figure, value: int, hint: SignStyle) -> list[Edit]:
    """The edits that make a notation show the sign of a value: none where it does already."""
    if like.sign_style in _FITTING_STYLES[(value > 0) - (value < 0)]:
        return []
    groups = ("open", "sign", "tail", "close")
    removals: list[Edit] = [(*match.span(name), "") for name in groups if match[name]]
    return removals if value >= 0 else removals + _minus_edits(match, hint)


def _minus_edits(match: re.Match[str], style: SignStyle) -> list[Edit]:
    """The edits that add a minus: before a currency symbol, but between a code and its number."""
    start, end = match.span("number")
    if style is SignStyle.PARENTHESES:
        end += match.string.startswith("%", end)
        return [(start, start, "("), (end, end, ")")]
    symbol = "inside" if match["inside"] else "before"
    if match[symbol] and not match[symbol][-1].isalpha() and match[symbol][-1] != ".":
        start = match.start(symbol)
    sign = style.value if style in (SignStyle.TRIANGLE, SignStyle.BLACK_TRIANGLE) else "-"
    return [(start, start, sign)]


def _edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with some spans, none of which overlap, replaced."""
    pieces, at = [], 0
    for start, end, replacement in sorted(edits):
        pieces += [text[at:start], replacement]
        at = end
    return "".join(pieces) + text[at:]
