"""Settings: what a run of the auditor is asked to do, and who said so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from auditor.model.relation import Severity
from auditor.model.selection import Selection
from auditor.model.waiver import Waiver

DEFAULT = "default"
TIMEOUT = 300
"""Seconds that one document may take. By judgement: far more than any report of thousands of tables
needs, and little enough for a night's run to go on."""


class FailOn(StrEnum):
    """The least severity that makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class RoundingChoice(StrEnum):
    """How the document's figures were rounded."""

    AUTO = "auto"
    NEAREST = "nearest"
    TRUNCATE = "truncate"
    EXACT = "exact"


class Verbosity(StrEnum):
    """How much the terminal report says."""

    QUIET = "quiet"  # the findings and nothing else
    NORMAL = "normal"
    VERBOSE = "verbose"  # every check and every untied figure as well


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting, from wherever it was set; the fields are called as the options are.

    ``rules`` are paths from the working folder. ``waivers`` can only stand in the
    configuration file, which is ``file`` ("" if there is none). ``origins`` says of each setting,
    by the name of its field, where it was set: an option, a variable, or a file and line.
    """

    rules: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    discover: bool = True
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()
    rounding: RoundingChoice = RoundingChoice.AUTO
    joint: bool = False
    format: tuple[str, ...] = ("terminal",)
    show_checks: bool = False
    strict: bool = False
    verbosity: Verbosity = Verbosity.NORMAL
    fail_on: FailOn = FailOn.ERROR
    exit_zero: bool = False
    min_tied: int = 0
    allow_unchecked: bool = False
    jobs: int = 1
    timeout: int = TIMEOUT
    waivers: tuple[Waiver, ...] = ()
    file: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)

    @property
    def selection(self) -> Selection:
        """Which rules are asked, and how severe each is."""
        return Selection(self.select, self.ignore, self.severity)

    @property
    def fails_on(self) -> FailOn:
        """What makes the exit status 1, all told."""
        return FailOn.NEVER if self.exit_zero else self.fail_on

    def origin(self, name: str) -> str:
        """Where a setting was set."""
        return self.origins.get(name, DEFAULT)


DEFAULTS = Settings()
