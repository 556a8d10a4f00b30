"""HTML: as a content system writes it, on one line in a layout table, or as filings are typeset."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape, unescape
from itertools import groupby

from auditor.model.document import Source
from tests.formats import citing
from tests.formats.statement import (
    Block,
    Bullet,
    Grid,
    Heading,
    Statement,
    parts_of_figure,
    runs,
    unmarked,
)

_TAG = re.compile(r"<[^>]*>")
_NAMED = {"—": "&mdash;", "–": "&#8211;", "−": "&#x2212;", "’": "&rsquo;", "\u202f": "&#8239;"}
"""Characters that are written as entities."""

FONT = "font-family:'Times New Roman',sans-serif;font-size:10pt;font-weight:400;line-height:120%"
MENU = "<ul><li><a href='#'>Investors</a></li><li><a href='#'>Contact</a></li></ul>"


def opened(data: bytes, source: Source) -> str:
    """What a browser shows of the source between two columns."""
    return unescape(_TAG.sub("", citing.opened(data, source)))


def clean(statement: Statement) -> bytes:
    """One element a line, headings as headings, cells spanning columns."""
    return _page(statement, "\n".join(_elements(statement))).encode()


def one_line(statement: Statement) -> bytes:
    """All on one line, in the second cell of a layout table."""
    body = "".join(_elements(statement))
    layout = f"<table role='presentation'><tr><td>{MENU}</td><td>{body}</td></tr></table>"
    return _page(statement, layout).replace("\n", "").encode()


def filing(statement: Statement) -> bytes:
    """As filings are typeset: fonts everywhere, and cells for signs, units and gaps."""
    return _page(statement, "\n".join(map(typeset, statement.blocks))).encode()


def _page(statement: Statement, body: str) -> str:
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{statement.name}</title>\n<style>td {{ padding: 2px 10% }}</style>\n"
        f"</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _elements(statement: Statement) -> Iterator[str]:
    for is_list, blocks in groupby(statement.blocks, key=lambda b: isinstance(b, Bullet)):
        if is_list:
            yield from ("<ul>", *(f"<li>{_marked(b)}</li>" for b in blocks), "</ul>")
        else:
            yield from (line for b in blocks for line in _element(b))


def _element(block: Block) -> Iterator[str]:
    if isinstance(block, Grid):
        yield from ("<table>", "<thead>")
        for number in range(len(block.rows)):
            if number == block.headers:
                yield from ("</thead>", "<tbody>")
            yield f"<tr>{''.join(_cells(block, number))}</tr>"
        yield from ("</tbody>", "</table>")
    elif isinstance(block, Heading):
        yield f"<h{block.level}>{_marked(block)}</h{block.level}>"
    else:
        yield f"<p>{_marked(block)}</p>"


def _cells(grid: Grid, number: int) -> Iterator[str]:
    tag = "th" if number < grid.headers else "td"
    for first, count in grid.spans(number):
        over = f' colspan="{count}"' if count > 1 else ""
        yield f"<{tag}{over}>{_entities(grid.rows[number][first])}</{tag}>"


def _marked(block: Heading | Bullet | Block) -> str:
    assert not isinstance(block, Grid)
    pieces = (
        f"<b>{_entities(r.text)}</b>" if r.bold else _entities(r.text) for r in runs(block.text)
    )
    return "".join(pieces).replace("\n", "<br>")


def _entities(text: str) -> str:
    return "".join(_NAMED.get(c, c) for c in escape(text, quote=False))


def typeset(block: Block) -> str:
    if isinstance(block, Grid):
        return _typeset_table(block)
    shown = "<br/>".join(map(_font, _typeset_text(block).split("\n")))
    if isinstance(block, Heading):
        return f'<div style="text-align:center"><font style="font-weight:700">{shown}</font></div>'
    if isinstance(block, Bullet):
        return (
            f'<div style="padding-left:36pt;text-indent:-18pt">{_font("•")}'
            f'<font style="padding-left:14.5pt">{shown}</font></div>'
        )
    return f'<div style="margin-top:6pt">{shown}</div>'


def _typeset_text(block: Block) -> str:
    assert not isinstance(block, Grid)
    return unmarked(block.text)


def _font(text: str) -> str:
    return f'<font style="{FONT}">{_entities(text)}</font>'


def _typeset_table(grid: Grid) -> str:
    widths = '<td style="width:1.0%"></td>' * (3 * grid.width + grid.width - 1)
    rows = (f"<tr>{_typeset_row(grid, number)}</tr>" for number in range(len(grid.rows)))
    return (
        f"<table style='border-collapse:collapse'><tr>{widths}</tr>\n"
        + "\n".join(rows)
        + "</table>"
    )


def _typeset_row(grid: Grid, number: int) -> str:
    """Three cells a column (sign, number, closing mark), and one for the gap between columns."""
    gap = '<td colspan="1" style="padding:0 1pt"></td>'
    cells = (
        "".join(_typeset_cell(grid.rows[number][first], count, body=number >= grid.headers))
        for first, count in grid.spans(number)
    )
    return gap.join(cells)


def _typeset_cell(text: str, count: int, *, body: bool) -> Iterable[str]:
    figure = parts_of_figure(text) if body else None
    if figure is None:
        yield _cell(text, 3 * count + count - 1)
        return
    before = figure["currency"]
    after = figure["unit"] + figure["close"]
    if before:
        yield _cell(before, 1)
    yield _cell(figure["sign"] + figure["number"], 1 if before else 2)
    yield _cell(after, 1)


def _cell(text: str, columns: int) -> str:
    shown = _font(text) if text else ""
    return f'<td colspan="{columns}" style="vertical-align:bottom">{shown}</td>'
