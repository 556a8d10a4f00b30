"""Whether slips in workbooks that are models are found, at their cell, and clean ones left alone.

    python -m benchmarks.models [--held-out | --other-shapes] [--show]

Six invented models (``--held-out``: those again in other words and figures; ``--other-shapes``:
five of ``held_out_models``) in several sheets of formulas: every row is copied across its years.
In each, ten slips are planted one at a time: a sum that leaves out its last line, a formula that
looks elsewhere than its neighbours, a number typed where neighbours calculate (the same or
another), a total typed over that is off by one, a check that is not zero, a #REF!. All else is
calculated again, as a spreadsheet program does. Prints by kind how many are found and how many of
these name the cell, and what is said of the clean models.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from auditor.auditing.many_files import audit
from benchmarks.held_out_models import HELD_OUT_2
from benchmarks.invented_models import HELD_OUT, MODELS, Model

REFERENCE = re.compile(r"(?:(?:'([^']+)'|(\w+))!)?\$?([A-Z])\$?(\d+)(?::\$?([A-Z])\$?(\d+))?")
BROKEN = "#REF!"
CHECKING = re.compile("check|control|difference|proof")


class At(NamedTuple):
    """A cell of a workbook."""

    sheet: str
    col: str
    row: int

    def __str__(self) -> str:
        return f"{self.sheet}!{self.col}{self.row}"


Cells = dict[At, str | float]
Values = dict[At, str | float]


def cells_of(model: Model) -> Cells:
    """Every cell of a model as it is typed."""
    found: Cells = {}
    for sheet in model.sheets:
        found[At(sheet.name, "A", 1)] = sheet.title
        for place, period in enumerate(sheet.periods):
            found[At(sheet.name, chr(66 + place), 2)] = period
        for number, row in enumerate(sheet.rows, 3):
            found[At(sheet.name, "A", number)] = row.label
            for place in range(len(sheet.periods)):
                if (typed := row.typed(place)) is not None:
                    found[At(sheet.name, chr(66 + place), number)] = typed
    return found


def calculated(cells: Cells) -> Values:
    """What each cell shows."""
    values: Values = {}

    def value(at: At) -> str | float:
        if at not in values:
            typed = cells.get(at, 0)
            formula = isinstance(typed, str) and typed.startswith("=")
            values[at] = _result(str(typed)[1:], at.sheet, value) if formula else typed
        return values[at]

    for at in cells:
        value(at)
    return values


def _result(formula: str, sheet: str, value: Callable[[At], str | float]) -> str | float:
    if BROKEN in formula:
        return BROKEN
    used: list[str | float] = []

    def number(found: re.Match[str]) -> str:
        quoted, plain, col, row, last_col, last_row = found.groups()
        where = quoted or plain or sheet
        inside = [
            At(where, chr(c), r)
            for c in range(ord(col), ord(last_col or col) + 1)
            for r in range(int(row), int(last_row or row) + 1)
        ]
        shown = [value(at) for at in inside]
        used.extend(shown)
        numbers = [f"({one!r})" if isinstance(one, float | int) else "0" for one in shown]
        return ",".join(numbers) if last_col else numbers[0]

    python = REFERENCE.sub(number, formula).replace("SUM(", "add(").replace("ROUND(", "near(")
    if BROKEN in used:
        return BROKEN
    names = {"add": lambda *n: sum(n), "near": lambda n, d: round(n + 1e-9, int(d))}
    return float(eval(python, {"__builtins__": {}}, names))  # noqa: S307  # our own formulas


def write(model: Model, cells: Cells, file: Path) -> None:
    """The workbook as a spreadsheet program would store it."""
    import xlsxwriter

    values = calculated(cells)
    with xlsxwriter.Workbook(file) as book:
        formats = {text: book.add_format({"num_format": text}) for text in model.formats}
        plain = book.add_format()
        for sheet in model.sheets:
            page = book.add_worksheet(sheet.name)
            page.set_column(0, 0, 34)
            for at, typed in cells.items():
                if at.sheet == sheet.name:
                    row = sheet.rows[at.row - 3] if at.row >= 3 else None
                    shape = formats[row.shape] if row and at.col != "A" else plain
                    _put(page, at, typed, values[at], shape)


def _put(page: Any, at: At, typed: str | float, value: str | float, shape: Any) -> None:  # noqa: ANN401
    place = f"{at.col}{at.row}"
    if isinstance(typed, str) and typed.startswith("="):
        page.write_formula(place, typed, shape, value)
    else:
        page.write(place, typed, shape)


class Plant(NamedTuple):
    """A slip: its kind, the cell that is at fault, the cells that show it, what is typed there."""

    kind: str
    at: At
    typed: str | float
    shown: frozenset[At] = frozenset()


def plants(model: Model) -> Iterator[Plant]:
    """Ten slips of a model, spread over its sheets."""
    cells = cells_of(model)
    values = calculated(cells)
    found: dict[str, list[Plant]] = defaultdict(list)
    for at, typed in cells.items():
        if isinstance(typed, str) and typed.startswith("=") and _inside(at, cells):
            for one in _of(at, typed, values, cells):
                found[one.kind].append(one)
    for turn, (kind, number) in enumerate(WANTED.items()):
        kinds = found[kind]
        step = max(1, len(kinds) // (number + 1))
        yield from (kinds[(turn + (i + 1) * step) % len(kinds)] for i in range(number) if kinds)


WANTED = {
    "range cut short": 2,
    "looks elsewhere": 2,
    "typed, the same": 1,
    "typed, another": 2,
    "total off by one": 1,
    "check not zero": 1,
    "#REF!": 1,
}


def _inside(at: At, cells: Cells) -> bool:
    """Whether both neighbours calculate too."""
    beside = (at._replace(col=chr(ord(at.col) + step)) for step in (-1, 1))
    return all(str(cells.get(one, "")).startswith("=") for one in beside)


def _of(at: At, typed: str, values: Values, cells: Cells) -> Iterator[Plant]:
    value = values[at]
    assert isinstance(value, float)
    if found := re.fullmatch(r"=SUM\(([A-Z])(\d+):[A-Z](\d+)\)", typed):
        col, first, last = found[1], int(found[2]), int(found[3])
        if last - first >= 2:
            yield Plant("range cut short", at, f"=SUM({col}{first}:{col}{last - 1})")
        if value == int(value):
            yield Plant("total off by one", at, value + 1)
    if _is_check(at, cells):
        for other in _typed_above(typed, at.sheet, cells):
            yield Plant("check not zero", other[0], other[1], frozenset({at}))
        return
    moved = re.sub(r"(?<![A-Z!'])([A-Z])(\d+)", lambda m: _other_row(m, typed, at), typed, count=1)
    if "SUM" not in typed and "!" not in typed and moved != typed:
        yield Plant("looks elsewhere", at, moved)
    yield Plant("typed, the same", at, value)
    yield Plant("typed, another", at, round(value * 1.07 + 2, 4 if abs(value) < 2 else 0))
    yield Plant("#REF!", at, re.sub(r"[A-Z]\d+", BROKEN, typed, count=1))


def _is_check(at: At, cells: Cells) -> bool:
    return CHECKING.search(str(cells[at._replace(col="A")]).lower()) is not None


def _typed_above(typed: str, sheet: str, cells: Cells) -> Iterator[tuple[At, float]]:
    """The cells that a check looks at, their results typed over by another number."""
    for found in [*REFERENCE.finditer(typed)][:1]:
        at = At(found[1] or found[2] or sheet, found[3], int(found[4]))
        yield at, _number(at, cells) + 40


def _number(at: At, cells: Cells) -> float:
    value = calculated(cells)[at]
    assert isinstance(value, float | int)
    return value


def _other_row(found: re.Match[str], typed: str, at: At) -> str:
    """The same column, a row further up than the formula looks, but never at itself."""
    rows = {at.row, *(int(row) for row in re.findall(r"[A-Z](\d+)", typed))}
    row = int(found[2])
    other = next((r for r in (row - 1, row + 1) if r >= 3 and r not in rows), row)
    return f"{found[1]}{other}"


def told(file: Path) -> list[tuple[str, frozenset[str], str]]:
    """(severity, the cells blamed first or cited first, message) of every finding."""
    (report,) = audit([str(file)], rules=[]).documents or (None,)
    found = []
    for finding in report.findings if report else ():
        first = finding.suspects[0].citation if finding.suspects else finding.primary
        primary = [one for one in (first, finding.primary) if one is not None]
        names = frozenset(_name(one.source.known) for one in primary)
        found.append((finding.severity.value, names, finding.message))
    return found


def _name(known: Iterator[tuple[str, object]]) -> str:
    place = dict(known)
    return f"{place.get('sheet')}!{place.get('cell')}"


def measured(models: Mapping[str, Model], folder: Path, *, show: bool) -> None:
    """Prints what becomes of every plant, by kind."""
    counts: Counter[tuple[str, str]] = Counter()
    for name, model in models.items():
        file = folder / f"{name}.xlsx"
        write(model, cells_of(model), file)
        clean = told(file)
        counts["clean models", "findings"] += len(clean)
        for severity, names, message in clean:
            sys.stdout.write(f"CLEAN {name} {severity} {sorted(names)} {message}\n")
        known = {message for *_, message in clean}
        for plant in plants(model):
            write(model, cells_of(model) | {plant.at: plant.typed}, file)
            new = [one for one in told(file) if one[2] not in known]
            fits = {str(plant.at), *map(str, plant.shown)}
            named = any(names & fits for _, names, _ in new)
            counts[plant.kind, "planted"] += 1
            counts[plant.kind, "found"] += bool(new)
            counts[plant.kind, "named"] += named
            counts[plant.kind, "findings"] += len(new)
            if show and not named:
                sys.stdout.write(f"{name} {plant.kind} {plant.at} {plant.typed}: {new[:2]}\n")
    for kind in WANTED:
        words = (f"{counts[kind, what]:3} {what}" for what in ("planted", "found", "named"))
        sys.stdout.write(f"{kind:18} {'  '.join(words)}  {counts[kind, 'findings']} findings\n")
    total = {
        what: sum(n for (_, said), n in counts.items() if said == what)
        for what in ("planted", "found", "named")
    }
    sys.stdout.write(f"all {total}; clean: {counts['clean models', 'findings']} findings\n")


def main() -> None:
    """Measures the models, or those held out."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--held-out", action="store_true")
    parser.add_argument("--other-shapes", action="store_true")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    chosen = HELD_OUT_2 if asked.other_shapes else HELD_OUT if asked.held_out else MODELS
    with tempfile.TemporaryDirectory() as folder:
        measured(chosen, Path(folder), show=asked.show)


if __name__ == "__main__":
    main()
