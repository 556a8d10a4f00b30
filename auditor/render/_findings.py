"""The findings that a reader of a report wants to see."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.model.finding import Finding
from auditor.model.relation import Severity
from auditor.render import View

GRAVITY = tuple(Severity)
"""The severities, the gravest first."""


def findings_shown(findings: Iterable[Finding], view: View) -> list[Finding]:
    """Errors first, else as they come; notes only for the strict."""
    kept = (f for f in findings if view.strict or f.severity is not Severity.NOTE)
    return sorted(kept, key=lambda finding: GRAVITY.index(finding.severity))


def interval_words(finding: Finding) -> str:
    """Between what the right figure lies, in the marks of the document, "" where nothing tells.

    Decimals that are nought at both ends say nothing; the numbers themselves stand in JSON.
    """
    if finding.expected_interval is None:
        return ""
    low, high = _shortened(*finding.expected_interval)
    group, point = _marks(finding.expected or finding.printed)
    low, high = (_marked(end, group, point) for end in (low, high))
    return f"exactly {low}" if low == high else f"between {low} and {high}"


def _shortened(low: str, high: str) -> tuple[str, str]:
    """Both without the decimals that are nought in both."""
    while all("." in end and end[-1] in "0." for end in (low, high)):
        low, high = low[:-1], high[:-1]
    return low, high


def _marks(printed: str) -> tuple[str, str]:
    """The marks that group a figure's digits, "" for none, and that open its decimals."""
    grouped = _GROUPED.search(printed)
    group = grouped[1] if grouped else ""
    comma = group == "." or (group != "," and _COMMA.search(printed) is not None)
    return group, "," if comma else "."


_GROUPED = re.compile(r"(?<![0-9])[1-9][0-9]{0,2}([,.\u2019' \u00a0\u202f])[0-9]{3}(?![0-9])")
_COMMA = re.compile(r"[0-9],[0-9]{1,2}(?![0-9])")


def _marked(end: str, group: str, point: str) -> str:
    """A decimal number with these marks."""
    whole, _, decimals = end.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = f"{int(whole or 0):,}".removeprefix("-") if group else whole.removeprefix("-")
    return f"{sign}{digits.replace(',', group)}{point if decimals else ''}{decimals}"


def steps_shown(finding: Finding) -> tuple[str, ...]:
    """The working, without what the message says already."""
    return tuple(step for step in finding.working if step not in finding.message)


def likelihood(confidence: float) -> int:
    """A suspect's confidence (0 to 1) in per cent: certain is said of nothing that is not."""
    per_cent = round(100 * confidence)
    return per_cent if confidence in (0, 1) else min(max(per_cent, 1), 99)
