"""Data files without a rule file: is one digit that is altered found, and blamed.

    .venv/bin/python -m benchmarks.undeclared --each 10 [--held-out | --later] [--show]

Invented files (``invented_records``) whose figures obey sums, shares, margins and growth, and some
that obey nothing, are audited as they are, which must say nothing, and then with one digit of one
figure altered.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from auditor.auditing.many_files import audit
from auditor.model.report import DocumentReport
from benchmarks.held_out_records import HELD_OUT, HELD_OUT_UNRELATED
from benchmarks.invented_records import RELATED, UNRELATED, text_of
from benchmarks.later_records import LATER, LATER_UNRELATED

SEED = 20_261_129


class Altered(NamedTuple):
    """A file with one figure altered, and on which line."""

    text: str
    line: int


def main() -> None:
    assert __doc__
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--each", type=int, default=10, help="figures altered in each file")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--held-out", action="store_true", help="files of other shapes")
    parser.add_argument("--later", action="store_true", help="files of a third kind")
    parser.add_argument("--show", action="store_true", help="every figure that is not found")
    given = parser.parse_args()
    related, unrelated = RELATED, UNRELATED
    if given.held_out:
        related, unrelated = HELD_OUT, HELD_OUT_UNRELATED
    if given.later:
        related, unrelated = LATER, LATER_UNRELATED
    sums = [0, 0, 0, 0]
    with tempfile.TemporaryDirectory() as folder:
        for name, made in {**related, **unrelated}.items():
            chance = random.Random(f"{given.seed}:{name}")  # noqa: S311  # no secret
            text = text_of(made(chance))
            clean = report_on(text, Path(folder, name))
            each = given.each if name in related else 0
            told = []
            for one in altered(text, each, chance):
                told.append(verdict_on(one, Path(folder, name)))
                if given.show and not told[-1][0]:
                    print(f"  line {one.line}: {one.text.splitlines()[one.line - 1]}")
            found, first = sum(f for f, _ in told), sum(s for _, s in told)
            false = len(clean.findings)
            tied = f"{clean.tied} of {clean.printed} tied"
            print(f"{name:<22} {tied:<20} {false} false, {found} of {each} found, {first} first")
            sums = [a + b for a, b in zip(sums, (false, each, found, first), strict=True)]
    false, each, found, first = sums
    print(f"{false} false; {found} of {each} found, {first} of them named first")


def report_on(text: str, path: Path) -> DocumentReport:
    path.write_text(text, "utf-8")
    return audit([str(path)]).documents[0]


def verdict_on(one: Altered, path: Path) -> tuple[bool, bool]:
    """Whether a finding cites the altered record, and whether it is the likeliest to be wrong."""
    citing = [
        finding
        for finding in report_on(one.text, path).findings
        if one.line
        in {c.source.line for c in (*finding.citations, *(s.citation for s in finding.suspects))}
    ]
    first = any(f.suspects and f.suspects[0].citation.source.line == one.line for f in citing)
    return bool(citing), first


def altered(text: str, number: int, chance: random.Random) -> Iterator[Altered]:
    """The file with one digit of a figure altered, of so many figures."""
    lines = text.splitlines()
    delimiter = ";" if ";" in lines[0] else ","
    rows = [line.split(delimiter) for line in lines]
    figures = [
        (line, place)
        for line, row in enumerate(rows[1:], 1)
        for place, cell in enumerate(row)
        if place > 1 and any(c.isdecimal() for c in cell) and not cell[0].isalpha()
        and rows[0][place] not in {"year", "fiscal_year", "period", "quarter", "date"}
    ]  # fmt: skip
    for line, place in chance.sample(figures, min(number, len(figures))):
        row = [*rows[line]]
        row[place] = with_another_digit(row[place], chance)
        changed = [*lines[:line], delimiter.join(row), *lines[line + 1 :]]
        yield Altered("\n".join(changed) + "\n", line + 1)


def with_another_digit(cell: str, chance: random.Random) -> str:
    """One of its digits, by two or more, for what rounding hides nobody can find."""
    places = [place for place, character in enumerate(cell) if character.isdecimal()]
    place = chance.choice(places)
    away = (int(cell[place]) + chance.randint(2, 8)) % 10
    if not away and place == places[0]:  # no number begins with a nought
        away = 5 if cell[place] != "5" else 7
    digit = str(away)
    return cell[:place] + digit + cell[place + 1 :]


if __name__ == "__main__":
    main()
