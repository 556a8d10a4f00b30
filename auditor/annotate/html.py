"""HTML: findings as numbered links to notes at the end of the page, ticks after what tied."""

from __future__ import annotations

import re
from html import escape

from auditor.annotate import TICK, notes, ticked
from auditor.annotate._insertions import Insertion, inserted
from auditor.formats.html_encoding import page_text
from auditor.model.report import DocumentReport

READERS, SUFFIXES = ("html", "inline_xbrl"), (".html", ".htm", ".xhtml")
TICKS = True
WRONG = "background:#fbe4e1;color:#b3261e;font-weight:bold;font-size:smaller"
GOOD = "color:#1c6b3c;font-size:smaller"
_STATED = re.compile(
    r"""(<meta\b(?:[^<>]|<(?!meta\b))*?\bcharset\s*=\s*["']?"""
    r"""|<\?xml\b(?:[^<>]|<(?!\?xml\b))*?\bencoding\s*=\s*["'])[\w:.-]+""",
    re.IGNORECASE,
)
_END = re.compile(r"</body\s*>", re.IGNORECASE)


def annotated(data: bytes, report: DocumentReport, ticks: bool) -> bytes:
    """The page with a mark at each finding, explained at its end; in UTF-8."""
    lines = page_text(data).text.split("\n")
    found = notes(report)
    marks = [(n.mark, _link(n.number)) for n in found]
    marks += [(m, f'<span style="{GOOD}">{TICK}</span>') for m in ticked(report)] if ticks else []
    places = [
        Insertion(mark.source.line, mark.source.end_column, text)
        for mark, text in marks
        if mark.source.line and mark.source.end_column
    ]
    page = "\n".join(inserted(lines, places))
    listed = "".join(f'<li id="audit-{n.number}">{escape(n.text)}</li>' for n in found)
    if listed:
        end = _last(page)
        page = f'{page[:end]}<hr/><ol class="audit">{listed}</ol>{page[end:]}'
    return _in_utf8(page).encode("utf-8", errors="replace")


def _link(number: int) -> str:
    return f'<a href="#audit-{number}" style="{WRONG}">[{number}]</a>'


def _last(page: str) -> int:
    """Where the notes go: before the body ends."""
    ends = [match.start() for match in _END.finditer(page)]
    return ends[-1] if ends else len(page)


def _in_utf8(page: str) -> str:
    """The page with every encoding that it states made UTF-8."""
    return _STATED.sub(r"\g<1>utf-8", page)
