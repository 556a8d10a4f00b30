"""Imported once before the first audit: loads what audits load as they come to need it.

A process that is forked from the one that imported this has rules, words and renderings at hand,
and answers in half the time.
"""

from __future__ import annotations

from auditor.auditing.many_files import audit
from auditor.desk import audits
from auditor.render import View, rendering

STATEMENT = """\
# Example plc

Revenue rose 10% to 330 million in 2025.

(USD million)

| | 2025 | 2024 | change |
|---|---|---|---|
| North | 120 | 110 | 9% |
| South | 210 | 190 | 11% |
| Revenue | 331 | 300 | 10% |
"""


def _warmed() -> int:
    """The bytes of every report on a small statement; nothing else is made of them."""
    report = audit(["-"], stdin=STATEMENT.encode(), shown=True, timeout=0)
    return sum(len(rendering(name)(report, View(show_checks=True))) for name in audits.FORMATS)


WARMED = _warmed()
