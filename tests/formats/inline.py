"""Inline XBRL: the page of a filing whose amounts are tagged, each with a concept of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from tests.formats import web
from tests.formats.statement import Grid, Note, Statement

opened = web.opened

_SCALE = re.compile(r"(?P<thousands>thousand)|million|百万円")
_ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
_NUMBER = re.compile(
    r'(<td colspan="[12]"[^>]*><font[^>]*>)(|[-+(△]|&#x2212;)(\d[\d.,]*(?:&#8239;[\d,]+)?)'
    r"(</font></td><td[^>]*>(?!<font[^>]*>%))"
)
"""The cell of a number, its sign and the number, unless the next cell says per cent."""
_NO_AMOUNT = re.compile(r"(?i)share|employees|ratio|margin")
"""Rows that are not stated in the unit of their table."""

HEAD = """\
<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"
 xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"
 xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:own="http://example.com/own/2025"
 xmlns:iso4217="http://www.xbrl.org/2003/iso4217">
<head><title>Report</title></head>
<body>
<div style="display:none"><ix:header><ix:resources>
<xbrli:context id="c"><xbrli:entity>
<xbrli:identifier scheme="http://example.com">1</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:instant>2025-06-30</xbrli:instant></xbrli:period></xbrli:context>
<xbrli:unit id="u"><xbrli:measure>iso4217:{currency}</xbrli:measure></xbrli:unit>
</ix:resources></ix:header></div>
"""
NEGATIVE = ' sign="-"'
NUMERIC = {"&mdash;": "&#8212;", "&rsquo;": "&#8217;"}
"""Entities that XML does not know by name."""


def written(statement: Statement) -> bytes:
    """The page; its tables are tagged where a note or their corner says in what unit they are."""
    page = HEAD.format(currency=_currency(statement)) + "\n".join(_pieces(statement))
    for named, numeric in NUMERIC.items():
        page = page.replace(named, numeric)
    return (page + "\n</body>\n</html>\n").encode()


def _pieces(statement: Statement) -> Iterator[str]:
    numbers = count(1)
    above = ""
    for block in statement.blocks:
        if isinstance(block, Grid):
            scale = _scale(above or block.rows[0][0])
            typeset = web.typeset(block)
            yield typeset if scale is None else _tagged(typeset, scale, numbers)
        else:
            above = block.text if isinstance(block, Note) else ""
            yield web.typeset(block)


def _currency(statement: Statement) -> str:
    texts = "".join(f"{b}" for b in statement.blocks)
    return "EUR" if "EUR" in texts else "JPY" if "円" in texts or "JPY" in texts else "USD"


def _scale(text: str) -> int | None:
    found = _SCALE.search(text)
    return None if found is None else 3 if found["thousands"] else 6


def _tagged(table: str, scale: int, numbers: Iterator[int]) -> str:
    """A typeset table with a tag around each amount, its sign in an attribute."""
    if "％" in table:
        return table

    def tag(match: re.Match[str]) -> str:
        before, sign, number, after = match.groups()
        name = next(numbers)
        comma = re.search(r",\d$", number) is not None
        places = 1 if comma else len(number.partition(".")[2])
        return (
            f'{before}{sign}<ix:nonFraction id="f{name}" name="own:Figure{name}" contextRef="c"'
            f' unitRef="u" scale="{scale}" decimals="{places - scale}"'
            f' format="ixt:num-{"comma" if comma else "dot"}-decimal"'
            f"{NEGATIVE if sign not in ('', '+') else ''}>{number}</ix:nonFraction>{after}"
        )

    def row(match: re.Match[str]) -> str:
        return match[0] if _NO_AMOUNT.search(match[0]) else _NUMBER.sub(tag, match[0])

    return _ROW.sub(row, table)
