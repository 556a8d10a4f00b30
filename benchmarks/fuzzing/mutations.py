"""Mutations: bytes to other bytes, by what the bytes are of."""

from __future__ import annotations

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable

Mutation = Callable[[str, random.Random], str]

ODD_TEXTS = (
    "", " ", "\x00", "\x0b", "\x0c", "\x1b[31m", "\x85", "\xa0", "\xad", "\u0301" * 40, "\u200b",
    "\u200d", "\u202e", "\u2028", "\u3000", "\ufeff", "\ufffd", "\ufffe", "\U0001f4b6", "０１２",
    "１，２０４", "٣٤٥", "٫", "①", "½", "²", "Ⅳ", "三", "△", "▲1,204", "(1,204", "1,204)", "((5))",
    "-", "--", "\u2013", "—", "－", "n/a", "%", "pp", "$", "€", "¥1.2bn", "1e3", "1e999999", "-0",
    "0", "00", "0.0", "1/0", "0x1F", "nan", "inf", "9" * 400, "1" + ",000" * 300, "." * 200,
    "1.204,00", "1'204", "1 204", "12,34,567", "1,20", "1..2", "+-5", "5%%", "Q9 2099", "2Q06",
    "FY0000", "31 February 2024", "9999-99-99", "平成元年", "令和99年3月期", "year ended", "Total",
    "total total", "of which", "compared to", "|", "||", "\t", ",", ";", '"', '""', "'", "`", "```",
    "#", "*", "**", "_", "\\", "<", ">", "&", "&#0;", "&#x110000;", "&amp;" * 50, "]]>", "<!--",
    "<![CDATA[", "<?x", "{", "}", "${x}", "{{x}}", "=1+1", "=SUM(A1:A9)", "A1:XFD1048576", "~", ":",
    "- ", "!!python/object", "&a", "*a", "null", "true", "[]", "{}", "[[", '"""', "1979-05-27",
)  # fmt: skip
NESTING = (
    "(",
    "[",
    "{",
    "<div>",
    "<table><tr><td>",
    ">",
    "- ",
    "*",
    "**",
    "_",
    '"',
    "a:\n ",
    "((",
    "=(",
)
ENCODINGS = (
    "utf-16",
    "utf-16-le",
    "utf-32",
    "utf-8-sig",
    "shift_jis",
    "latin-1",
    "cp1252",
    "utf-7",
)
ATTRIBUTES = (
    "0",
    "-1",
    "1",
    "65536",
    "99999999999",
    "INF",
    "1e9",
    "",
    " ",
    "x",
    "1.5",
    "&lt;",
    "é",
)

_NUMBER = re.compile(r"\d[\d.,]{0,40}")
_WORD = re.compile(r"[^\W\d]{2,40}")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,400}>")
_ATTRIBUTE = re.compile(r'="[^"<>]{0,400}"')
_MARK = re.compile(r"[|,;:\t=\[\](){}#]")


def mutated(data: bytes, name: str, chance: random.Random) -> bytes:
    """Other bytes, by chance nearly of the format that the name says."""
    if data[:2] == b"PK" and chance.random() < 0.85:
        return _archive(data, chance)
    if name.endswith((".pdf", ".parquet")):
        return _bytes(data, chance) if chance.random() < 0.4 else _latin(data, chance)
    if chance.random() < 0.12:
        return _bytes(data, chance)
    if chance.random() < 0.05:
        return _encoded(data, chance)
    return _text(data, name, chance)


def _bytes(data: bytes, chance: random.Random) -> bytes:
    """Some bytes are lost, others, doubled or set among the rest."""
    at = chance.randrange(len(data) + 1)
    to = min(len(data), at + chance.choice((1, 2, 8, 64, 512)))
    match chance.randrange(6):
        case 0:
            return data[:at] + data[to:]
        case 1:
            return data[:to] + data[at:]
        case 2:
            return data[:at] + chance.randbytes(to - at) + data[to:]
        case 3:
            return data[:at]
        case 4:
            return data[:at] + data[at:to] * chance.choice((3, 50, 1000)) + data[to:]
        case _:
            return data[:at] + bytes([chance.choice((0, 0xFF, 0x80, 0x22, 0x3C))]) + data[at + 1 :]


def _encoded(data: bytes, chance: random.Random) -> bytes:
    text = data.decode("utf-8", "replace")
    return text.encode(chance.choice(ENCODINGS), "replace")


def _latin(data: bytes, chance: random.Random) -> bytes:
    """As a text of one byte a character, which gives every byte back."""
    text = chance.choice((_number, _spot, _lines, _word))(data.decode("latin-1"), chance)
    return text.encode("latin-1", "replace")


def _text(data: bytes, name: str, chance: random.Random) -> bytes:
    mutations: tuple[Mutation, ...] = (_number, _word, _spot, _lines, _mark, _nested, _long)
    if name.endswith((".html", ".htm", ".xml", ".xbrl", ".xsd", ".rels", ".vml")):
        mutations += (_tag, _tag, _attribute, _attribute, _declared)
    text = chance.choice(mutations)(data.decode("utf-8", "surrogateescape"), chance)
    return text.encode("utf-8", "surrogateescape")


def _replaced(text: str, pattern: re.Pattern[str], by: str, chance: random.Random) -> str:
    """The text with another in place of one that the pattern finds, if there is any."""
    found = list(pattern.finditer(text))
    if not found:
        return text + by
    match = chance.choice(found)
    return text[: match.start()] + by + text[match.end() :]


def _number(text: str, chance: random.Random) -> str:
    digits = str(chance.randrange(10 ** chance.choice((1, 3, 6, 12))))
    return _replaced(text, _NUMBER, chance.choice((digits, chance.choice(ODD_TEXTS))), chance)


def _word(text: str, chance: random.Random) -> str:
    words = _WORD.findall(text) or [""]
    other = chance.choice((chance.choice(words), chance.choice(ODD_TEXTS)))
    return _replaced(text, _WORD, other, chance)


def _mark(text: str, chance: random.Random) -> str:
    return _replaced(text, _MARK, chance.choice(ODD_TEXTS), chance)


def _spot(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD_TEXTS) + text[at:]


def _nested(text: str, chance: random.Random) -> str:
    """Openings that nothing closes, or that something does."""
    at = chance.randrange(len(text) + 1)
    count = chance.choice((3, 40, 2_000))
    opening = chance.choice(NESTING)
    closing = {"(": ")", "[": "]", "{": "}"}.get(opening, "") if chance.random() < 0.5 else ""
    return text[:at] + opening * count + closing * count + text[at:]


def _lines(text: str, chance: random.Random) -> str:
    """Lines are lost, doubled, swapped, joined or repeated."""
    lines = text.splitlines(keepends=True) or [""]
    at, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    low, high = sorted((at, other))
    match chance.randrange(6):
        case 0:
            del lines[low : min(high, low + 5) + 1]
        case 1:
            lines[at:at] = lines[low : high + 1]
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[low : high + 1] = [line.rstrip("\r\n") for line in lines[low : high + 1]]
        case 4:
            lines[at : at + 1] = [lines[at]] * chance.choice((2, 30, 600))
        case _:
            lines[at:at] = ["\n"] * chance.choice((1, 50))
    return "".join(lines)


def _long(text: str, chance: random.Random) -> str:
    """A short piece of the text, again and again."""
    at = chance.randrange(len(text) + 1)
    piece = text[at : at + chance.choice((1, 2, 5, 30, 200))]
    return text[:at] + piece * chance.choice((10, 300, 5_000)) + text[at:]


def _tag(text: str, chance: random.Random) -> str:
    tags = _TAG.findall(text) or ["<td>"]
    other = chance.choice(("", chance.choice(tags), chance.choice(tags) * 3, "<br/>", "<tr>"))
    return _replaced(text, _TAG, other, chance)


def _attribute(text: str, chance: random.Random) -> str:
    values = _ATTRIBUTE.findall(text) or ['=""']
    other = chance.choice((chance.choice(values), f'="{chance.choice(ATTRIBUTES)}"'))
    if chance.random() < 0.3:
        span = chance.choice(("colspan", "rowspan", "scale", "decimals", "sign", "id", "style"))
        return _replaced(text, _ATTRIBUTE, f'{other} {span}="{chance.choice(ATTRIBUTES)}"', chance)
    return _replaced(text, _ATTRIBUTE, other, chance)


def _declared(text: str, chance: random.Random) -> str:
    """A declaration of entities before the rest, and one of them somewhere."""
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 9}">' for n in range(1, 9))
    at = chance.randrange(len(text) + 1)
    head = f'<!DOCTYPE x [<!ENTITY e0 "9">{entities}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    return head + text[:at] + chance.choice(("&e8;", "&e1;", "&f;")) + text[at:]


def _archive(data: bytes, chance: random.Random) -> bytes:
    """An archive with one member other, gone, twice, elsewhere or very large."""
    members = unpacked(data)
    if not members:
        return _bytes(data, chance)
    at = chance.randrange(len(members))
    name, held = members[at]
    match chance.randrange(12):
        case 0:
            del members[at]
        case 1:
            members.append((name, mutated(held, name, chance)))
        case 2:
            members[at] = (chance.choice(members)[0] + chance.choice(ODD_TEXTS[2:]), held)
        case 3:
            members[at] = (name, held + b" " * chance.choice((10**5, 10**7)))
        case 4:
            members[at] = (name, chance.choice(members)[1])
        case _:
            members[at] = (name, mutated(held, name, chance))
    return packed(members)


def unpacked(data: bytes) -> list[tuple[str, bytes]]:
    """The members of an archive in order; none if it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return [(one.filename, archive.read(one)) for one in archive.infolist()]
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError, zlib.error):
        return []
    except RuntimeError:  # a member is marked as encrypted
        return []


def packed(members: list[tuple[str, bytes]]) -> bytes:
    """An archive with these members, its bytes always the same."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        written: set[str] = set()
        for name, held in members:
            safe = name.encode("utf-8", "replace").decode()
            if safe not in written:  # twice is what no program writes, and Python warns of
                info = zipfile.ZipInfo(safe, (2025, 1, 1, 0, 0, 0))
                archive.writestr(info, held, zipfile.ZIP_DEFLATED)
            written.add(safe)
    return made.getvalue()
