"""Times written as a data file writes its own: to name one that is not there."""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import product

from auditor.datafiles.columns.periods import Day, Time, time_of


def written_like(text: str, time: Time) -> str:
    """A time as a cell would write it that writes ``text``, or else by year and number."""
    first = first_month(time)
    year, number = divmod(first, 12)
    own = time_of(text)
    if own is not None:
        options = [_runs(run, own, time) for run in re.split(r"([0-9]+)", text)]
        for pieces in product(*options):
            if time_of("".join(pieces)) == time:
                return "".join(pieces)
    if isinstance(time, Day):
        return f"{year}-{number + 1:02}-{_days(time)}"
    mark = {3: f"-Q{number // 3 + 1}", 6: f"-H{number // 6 + 1}", 12: ""}
    return f"{year}{mark.get(time.months, f'-{number + 1:02}')}"


def _runs(run: str, own: Time, time: Time) -> tuple[str, ...]:
    """What may stand in place of a run of digits, or of what is between, if the time is another."""
    if not run.isdecimal():
        return (run,)
    (old_year, old_month), (year, number) = (divmod(first_month(t), 12) for t in (own, time))
    found = [run]
    if len(run) >= 4 and run.startswith(f"{old_year:04}"):
        rest = run[4:]
        days = _days(time) if len(rest) == 4 else ""
        found.append(f"{year:04}" + (f"{number + 1:02}{days}" if rest else ""))
    if len(run) == 2 and int(run) == old_year % 100:
        found.append(f"{year % 100:02}")
    parts = (step for step in (1, 3, 6) if int(run) == old_month // step + 1)
    found += [f"{number // step + 1:0{len(run)}}" for step in parts]
    if isinstance(own, Day) and run == _days(own):
        found.append(_days(time))
    return tuple(dict.fromkeys(found))


def first_month(time: Time) -> int:
    if isinstance(time, Day):
        return time.month
    return time.last if time.first is None else time.first


def _days(time: Time) -> str:
    """The day of a month as it is written."""
    if not isinstance(time, Day):
        return ""
    year, number = divmod(time.month, 12)
    return f"{min(time.day, monthrange(year, number + 1)[1]):02}"
