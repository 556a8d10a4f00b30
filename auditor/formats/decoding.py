"""Decoding: the text that a file's bytes stand for."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder

from auditor.formats.thresholds import NUL_SHARE, ODD_SHARE, ONE_SIDE, OPENING
from auditor.formats.unreadable import UnreadableError
from auditor.notation.deferred import deferred

_EIGHT_BITS = ("utf-8-sig", "cp1252", "cp932")
_TOLD_BY_WORDS = {
    "euc_jp": deferred(r"売上|合計|単位|万円|億円|年度|利益|資産|科目"),
    "gb18030": deferred(r"合计|单位|万元|亿元|收入|利润|资产|金额|项目|负债"),
    "big5": deferred(r"合計|單位|萬元|億元|仟元|收入|利潤|資產|金額|項目|負債"),
    "cp949": deferred(r"합계|단위|만원|억원|매출|이익|자산|구분|금액|부채"),
    "cp1251": deferred(r"(?i:итого|всего|тыс\b|млн\b|руб\b|выручка|прибыль|активы)"),
}
"""Encodings that take each other's text, with words of tables that tell in which it is."""
_OTHER_FORMATS = (b"%PDF", b"PK\x03\x04")
_NO_SHIFT_JIS = deferred("[\x80\xa0\uf8f0-\uf8f3]")
"""What Python's cp932 makes of the five bytes that mean nothing in Shift_JIS."""

_LETTERS = "À-ÖØ-öø-ÿŠšŽžŒœŸ"
_SIGNS = "£€¥¢§©®°±²³´·ªº¹¼½¾«»‘’“”–—•…™†‡¡¿×\\xa0\\xad"
_NO_WESTERN = deferred(
    rf"[^\x00-\x7f{_LETTERS}{_SIGNS}„]"
    rf"|(?<![A-Za-z{_LETTERS}])[{_LETTERS}](?![A-Za-z\s'’.,;:)])"
    rf"|[{_LETTERS}]{{4}}"
    rf"|([{_SIGNS}])(?!\1)[{_SIGNS}]{{2}}"
    rf"|„(?![A-Za-z{_LETTERS}])"
)
"""What does not stand in Western European text: there letters are parts of words, signs are few.

Shift_JIS read as Windows-1252 is full of it.
"""

_UTF_8 = deferred(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}")
"""A character of two or three bytes."""

_CONTROLS = deferred("[\x00-\x08\x0e-\x19\x1c-\x1f]")


def is_text(data: bytes) -> bool:
    """Whether the first bytes can be text at all; which they are is not yet certain."""
    return bool(_encodings(data))


def decoded(data: bytes) -> str:
    """The text, each line break a newline; raises UnreadableError when no encoding fits."""
    encodings = _encodings(data)
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _fits(text, encoding):
            return _with_newlines(text)
    if encodings == _EIGHT_BITS:
        told = _told_by_words(data)
        if told is not None:
            return _with_newlines(told)
        raise UnreadableError("its text is neither UTF-8 nor Shift_JIS nor Windows-1252")
    raise UnreadableError("its text is broken UTF-16" if encodings else "it holds binary data")


def _told_by_words(data: bytes) -> str | None:
    """The text in the one encoding in which it has words of tables, None where none or several."""
    found = []
    for encoding, words in _TOLD_BY_WORDS.items():
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if words.search(text):
            found.append(text)
    return found[0] if len(found) == 1 else None


def opening(data: bytes) -> str:
    """The text that the first bytes stand for, or "" when they are no text."""
    for encoding in _encodings(data):
        try:
            text = getincrementaldecoder(encoding)().decode(data[:OPENING])
        except UnicodeDecodeError:
            continue
        if _fits(text, encoding):
            return _with_newlines(text)
    return _with_newlines(_told_by_words(data) or "") if _encodings(data) == _EIGHT_BITS else ""


def _fits(text: str, encoding: str) -> bool:
    """Whether the bytes that decode so were meant so: these two encodings take almost any."""
    if encoding == "cp932":
        return not _NO_SHIFT_JIS.search(text)
    return encoding != "cp1252" or _is_western(text)


def _is_western(text: str) -> bool:
    """Whether a text read as Windows-1252 makes sense, and is no UTF-8 that is broken somewhere."""
    unusual = len(text) - len(text.encode("ascii", errors="ignore"))
    odd = sum(1 for _ in _NO_WESTERN.finditer(text))
    utf8 = sum(len(found[0]) for found in _UTF_8.finditer(text.encode("cp1252")))
    return ODD_SHARE * odd <= unusual and 2 * utf8 <= unusual


def _with_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _encodings(data: bytes) -> tuple[str, ...]:
    """The encodings to try, likeliest first; none for binary data."""
    start = data[:OPENING]
    if start.startswith(_OTHER_FORMATS):
        return ()
    if start.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return ("utf-16",)
    return _unmarked_utf16(start) if b"\x00" in start else _EIGHT_BITS


def _unmarked_utf16(start: bytes) -> tuple[str, ...]:
    """UTF-16 by its NUL bytes: every digit, delimiter and line break has one, on the same side.

    Not quite all stand on one side: the ideograph for "one" has its zero byte on the other.
    """
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) < ONE_SIDE * min(even, odd) or NUL_SHARE * max(even, odd) < len(start):
        return ()
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text = start.decode(encoding, errors="replace")
    return () if _CONTROLS.search(text) else (encoding,)
