"""Decoding: the text that a file's bytes stand for."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder

from auditor.readers import UnreadableError

OPENING = 65_536
"""Bytes by which an encoding is told; even, so that it holds whole units of UTF-16."""

_EIGHT_BITS = ("utf-8-sig", "cp932")
_OTHER_FORMATS = (b"%PDF", b"PK\x03\x04")
_NO_SHIFT_JIS = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
"""What Python's cp932 makes of the five bytes that mean nothing in Shift_JIS."""

_CONTROLS = re.compile("[\x00-\x08\x0e-\x19\x1c-\x1f]")


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
        if encoding != "cp932" or not _NO_SHIFT_JIS.search(text):
            return _with_newlines(text)
    if encodings == _EIGHT_BITS:
        raise UnreadableError("its text is neither UTF-8 nor Shift_JIS")
    raise UnreadableError("its text is broken UTF-16" if encodings else "it holds binary data")


def opening(data: bytes) -> str:
    """The text that the first bytes stand for, or "" when they are no text."""
    for encoding in _encodings(data):
        try:
            return _with_newlines(getincrementaldecoder(encoding)().decode(data[:OPENING]))
        except UnicodeDecodeError:
            continue
    return ""


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
    if max(even, odd) < 3 * min(even, odd) or 40 * max(even, odd) < len(start):
        return ()
    encoding = "utf-16-be" if even > odd else "utf-16-le"
    text = start.decode(encoding, errors="replace")
    return () if _CONTROLS.search(text) else (encoding,)
