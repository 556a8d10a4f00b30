"""Waivers: findings that somebody accepted, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from auditor.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Waiver:
    """One finding accepted: by its id, why, by whom, and until which day if not for good.

    ``path`` and ``line`` are where it is written. ``document`` is the file that the finding is in,
    as seen from the working folder, if that is written too.
    """

    finding: str
    reason: str
    owner: str = ""
    expires: date | None = None
    path: str = ""
    line: int = 0
    document: str = ""


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding with the waiver that accepts it."""

    finding: Finding
    waiver: Waiver


class Standing(StrEnum):
    """What a waiver came to in an audit."""

    USED = "used"
    EXPIRED = "expired"  # its finding is there, and counts again
    UNUSED = "unused"  # its finding is gone, or was never there


@dataclass(frozen=True, slots=True)
class WaiverStanding:
    """A waiver and what it came to."""

    waiver: Waiver
    standing: Standing
