"""Which findings of an earlier report are gone, which are new, which are still there."""

from __future__ import annotations

from auditor.model.report import Changes, Report


def changes(earlier: Report, later: Report) -> Changes:
    """What became of the findings, by their ids: these outlast edits elsewhere in a document."""
    before, after = ({f.id: f for f in report.findings} for report in (earlier, later))
    return Changes(
        tuple(f for f in before.values() if f.id not in after),
        tuple(f for f in after.values() if f.id not in before),
        tuple(f for f in after.values() if f.id in before),
        tuple(u for u in later.unread if u not in earlier.unread),
        tuple(u for u in earlier.unread if u not in later.unread),
    )
