"""The settings that there are, and how the values of each are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from auditor.model.mistake import likely, listed
from auditor.model.relation import Severity
from auditor.model.settings import FailOn, RoundingChoice, Verbosity

YES, NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")
MOST_JOBS = 1024
"""Documents audited at the same time. By judgement: more than any machine has processors for."""

MOST_SECONDS = 1_000_000
"""Seconds that a document may be given: more than a week, and less than timers can count."""


class WrongValueError(ValueError):
    """A value that its setting cannot have; the message says what was expected."""


class Setting(NamedTuple):
    """A setting: its field, its values in TOML and in text, and what it is for.

    ``read`` and ``parsed`` raise WrongValueError.
    """

    name: str
    read: Callable[[object], object]
    parsed: Callable[[str], object]
    about: str

    @property
    def key(self) -> str:
        """What it is called in a file."""
        return self.name.replace("_", "-")

    @property
    def option(self) -> str:
        """What gives it on the command line."""
        return OPTIONS.get(self.name, f"--{self.key}")


OPTIONS = {"discover": "--discover/--no-discover", "verbosity": "--quiet/--verbose"}


def _words(value: object) -> tuple[str, ...]:
    """One text, or a list of them."""
    written = value if isinstance(value, list) else [value]
    words = [word.strip() for word in written if isinstance(word, str)]
    if len(words) < len(written) or not all(words):
        raise WrongValueError("expected text or a list of texts, in quotes")
    return tuple(words)


def _split(text: str) -> tuple[str, ...]:
    return tuple(word for part in text.split(",") if (word := part.strip()))


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise WrongValueError("expected true or false, without quotes")
    return value


def _switched(text: str) -> bool:
    if text.lower() not in (*YES, *NO):
        raise WrongValueError(f"expected {listed((*YES[:2], *NO[:2]))}, not {text!r}")
    return text.lower() in YES


def _count(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= MOST_JOBS:
        raise WrongValueError(f"expected a whole number from 1 to {MOST_JOBS}")
    return value


def _counted(text: str) -> int:
    return _count(int(text) if text.isdecimal() else text)


def _percentage(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:
        raise WrongValueError("expected a whole number from 0 to 100")
    return value


def _percentage_parsed(text: str) -> int:
    return _percentage(int(text) if text.isdecimal() else text)


def _seconds(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_SECONDS:
        raise WrongValueError(f"expected whole seconds from 0 (no end) to {MOST_SECONDS}")
    return value


def _seconds_parsed(text: str) -> int:
    return _seconds(int(text) if text.isdecimal() else text)


def _choice(words: type[StrEnum]) -> Callable[[object], StrEnum]:
    def chosen(value: object) -> StrEnum:
        if isinstance(value, str) and value in tuple(words):
            return words(value)
        raise WrongValueError(_unknown(value, tuple(words)))

    return chosen


def _unknown(value: object, words: Iterable[str]) -> str:
    meant = likely(str(value), words)
    guess = f"; did you mean `{meant}`?" if meant else ""
    return f"expected {listed(f'`{word}`' for word in words)}, not `{value}`{guess}"


_level = _choice(Severity)
Severities = tuple[tuple[str, object], ...]


def _severities(value: object) -> Severities:
    """A table of rules with a level each; ``core.tie`` may stand there without quotes."""
    if not isinstance(value, Mapping):
        raise WrongValueError('expected a table, such as {"core.tie" = "warning"}')
    return tuple(_flat(value, ""))


def _flat(table: Mapping[str, object], above: str) -> Iterable[tuple[str, object]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{above}{key}.")
        else:
            try:
                yield above + key, _level(value)
            except WrongValueError as wrong:
                raise WrongValueError(f"{above}{key}: {wrong}") from None


def _severities_parsed(text: str) -> Severities:
    return tuple(_severity_parsed(part) for part in _split(text))


def _severity_parsed(text: str) -> tuple[str, object]:
    rule, equals, level = (part.strip() for part in text.partition("="))
    if not rule or not equals:
        raise WrongValueError(f"expected RULE=LEVEL, such as core.tie=warning, not {text!r}")
    return rule, _level(level)


def _one_of(words: type[StrEnum]) -> tuple[Callable[[object], object], Callable[[str], object]]:
    return _choice(words), _choice(words)


SETTINGS = (
    Setting("rules", _words, _split, "Rule files or folders, besides the built-in packs."),
    Setting("exclude", _words, _split, "What folders hold and is not read, as in a .gitignore."),
    Setting("discover", _switch, _switched, "Whether relations that no rule declares are sought."),
    Setting("select", _words, _split, "The only rules to ask: ids, packs, or kinds of discovery."),
    Setting("ignore", _words, _split, "Rules not to ask."),
    Setting("severity", _severities, _severities_parsed, "How severe a rule's findings are."),
    Setting("rounding", *_one_of(RoundingChoice), "How printed figures were rounded."),
    Setting("joint", _switch, _switched, "Whether all relations are searched together."),
    Setting("format", _words, _split, "The formats of the report, each FORMAT or FORMAT:FILE."),
    Setting("show_checks", _switch, _switched, "Whether every check and untied figure is listed."),
    Setting("strict", _switch, _switched, "Whether what is off only within rounding is shown."),
    Setting("verbosity", *_one_of(Verbosity), "How much the report on the terminal says."),
    Setting("fail_on", *_one_of(FailOn), "The least severity that makes the exit status 1."),
    Setting("exit_zero", _switch, _switched, "Whether findings leave the exit status 0."),
    Setting("min_tied", _percentage, _percentage_parsed, "The least share of figures tied, in %."),
    Setting("allow_unchecked", _switch, _switched, "Whether a run without a check may pass."),
    Setting("jobs", _count, _counted, "How many documents are audited at the same time."),
    Setting("timeout", _seconds, _seconds_parsed, "Seconds that one document may take, 0: any."),
)
