"""Encoding: the text that an HTML file's bytes stand for."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import NamedTuple

from auditor.formats.decoding import decoded
from auditor.formats.thresholds import FEWEST_HIRAGANA, OPENING

_LABEL = re.compile(
    rb"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w:.-]+)|<\?xml\b[^>]{0,300}?\bencoding\s*=\s*["']([\w:.-]+)""",
    re.IGNORECASE,
)
_SHIFT_JIS = "cp932"
_WESTERN = "cp1252"  # the standard reads ISO-8859-1 and ASCII so, too
_CODECS = (
    dict.fromkeys(("utf-8", "utf8", "unicode-1-1-utf-8"), "utf-8")
    | dict.fromkeys(
        ("shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "windows-31j", "cp932", "ms932"),
        _SHIFT_JIS,
    )
    | dict.fromkeys(("euc-jp", "x-euc-jp"), "euc_jp")
    | {"iso-2022-jp": "iso2022_jp_2", "iso-8859-2": "iso8859-2", "iso-8859-15": "iso8859-15"}
    | dict.fromkeys(
        ("us-ascii", "ascii", "iso-8859-1", "iso8859-1", "latin1", "windows-1252", "cp1252"),
        _WESTERN,
    )
    | {f"windows-125{n}": f"cp125{n}" for n in (0, 1, 3, 4, 5, 6, 7, 8)}
    | dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030")
    | dict.fromkeys(("big5", "big5-hkscs"), "big5hkscs")
    | dict.fromkeys(("euc-kr", "ks_c_5601-1987"), "cp949")
)
_HIRAGANA = re.compile("[\u3041-\u3096]")
_NOT_ASCII = re.compile("[^\x00-\x7f]")


class PageText(NamedTuple):
    """The text, each line break a newline, and what a person should know of its decoding."""

    text: str
    remarks: tuple[str, ...] = ()


def page_text(data: bytes) -> PageText:
    """The text of a page; raises UnreadableError for binary data.

    A byte order mark decides, then what the file says, then what fits. Bytes that mean nothing in
    the encoding become replacement characters, as browsers show them, and a remark counts them.
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\x00" in data[:OPENING]:
        return PageText(decoded(data))
    data = data.removeprefix(BOM_UTF8)
    encoding = _declared(data) or _guessed(data)
    text = data.decode(encoding, errors="replace")
    bad = text.count("\ufffd")
    remarks = (f"{bad:,} characters could not be decoded from {encoding}",) if bad else ()
    return PageText(text.replace("\r\n", "\n").replace("\r", "\n"), remarks)


def _declared(data: bytes) -> str | None:
    """The encoding that the file says it has, unless its bytes deny it."""
    label = _LABEL.search(data, 0, OPENING)
    codec = _CODECS.get((label[1] or label[2]).decode("ascii").lower()) if label else None
    if codec == _WESTERN and _decodes(data, "utf-8"):
        return "utf-8"  # Western text is hardly ever UTF-8 by chance
    if codec == "utf-8" and not _decodes(data, "utf-8"):
        return None
    return codec


def _guessed(data: bytes) -> str:
    """UTF-8, Shift_JIS or Windows' Western encoding."""
    if _decodes(data, "utf-8"):
        return "utf-8"
    if _decodes(data, _SHIFT_JIS):
        text = data.decode(_SHIFT_JIS)
        if FEWEST_HIRAGANA * len(_HIRAGANA.findall(text)) >= len(_NOT_ASCII.findall(text)):
            return _SHIFT_JIS
    return _WESTERN


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
