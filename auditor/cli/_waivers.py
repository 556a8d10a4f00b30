"""What a run accepts: its waivers, and the day on which they are looked at."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from auditor.cli._shared import refuse
from auditor.model.report import Report
from auditor.model.settings import Settings

TODAY = "AUDITOR_TODAY"
NARROWING = ("select", "ignore", "discover")


def with_waivers(
    report: Report, settings: Settings, *, isolated: bool, without: Path | None = None
) -> Report:
    """The report with its waivers applied, but those of the file ``without``."""
    if isolated:
        return report
    from auditor.configuration import ConfigurationError
    from auditor.review.reviewed import reviewed

    try:
        return reviewed(
            report, settings.waivers, today(), without=without, whole=asks_everything(settings)
        )
    except ConfigurationError as wrong:
        refuse(*wrong.mistakes)


def asks_everything(settings: Settings) -> bool:
    """Whether no option leaves rules out that another run would ask."""
    return not any(settings.origin(name).startswith("-") for name in NARROWING)


def today() -> date:
    """The day where the reader is, unless the environment says another."""
    written = os.environ.get(TODAY, "").strip()
    return day(written, TODAY) if written else date.today()  # noqa: DTZ011  # their day, not Greenwich's


def day(written: str, said_by: str) -> date:
    """A day as it is written: 2027-03-31; anything else ends the run."""
    try:
        found = date.fromisoformat(written)
    except ValueError:
        found = None
    if found is None or found.isoformat() != written:
        refuse(f"{said_by}: expected a day such as 2027-03-31, not {written!r}")
    return found
