"""Whether the figures of documents in one format are found again in another.

    python benchmarks/renderings.py FOLDER OTHER [--shown 20]

For each document of FOLDER that OTHER holds too, under another ending: how many figures its tables
have, how many of these stand in a table of the other, and how many there in a row of the same
name; and some of those that do not. Signs and units count: "(5)" is found by "-5" and not by "5".
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from auditor.auditing.facts import facts_of
from auditor.auditing.pipeline import read
from auditor.findings.places import place
from auditor.model.fact import Fact
from auditor.notation.vocabulary import normal
from auditor.readers import suffixes


class Found(NamedTuple):
    """Figures of tables, those found again at all, and those not found in a row so named."""

    figures: int = 0
    again: int = 0
    missed: tuple[Fact, ...] = ()


def pairs(folder: Path, other: Path) -> Iterator[tuple[Path, Path]]:
    """The documents that both folders hold."""
    ours, theirs = ({p.stem: p for p in _files(one)} for one in (folder, other))
    yield from ((ours[stem], theirs[stem]) for stem in sorted(ours.keys() & theirs.keys()))


def _files(folder: Path) -> Iterable[Path]:
    return (p for p in sorted(folder.iterdir()) if p.suffix in suffixes())


def found(ours: Path, theirs: Path) -> Found:
    """What of the tables of a document is found again in another rendering of it."""
    mine, other = _figures(ours), _figures(theirs)
    missed = list(_missed(mine, other, _named))
    again = len(mine) - sum(1 for _ in _missed(mine, other, _stated))
    return Found(len(mine), again, tuple(missed))


def _figures(path: Path) -> list[Fact]:
    facts = facts_of(read(str(path)))
    return [fact for fact in facts if fact.in_table and not fact.figure.nil]


def _missed(
    mine: Iterable[Fact], other: Iterable[Fact], key: Callable[[Fact], object]
) -> Iterator[Fact]:
    left = Counter(map(key, other))
    for fact in mine:
        if left[key(fact)]:
            left[key(fact)] -= 1
        else:
            yield fact


def _stated(fact: Fact) -> object:
    figure = fact.figure
    return figure.digits, figure.exponent, figure.unit == "%"


def _named(fact: Fact) -> object:
    label = normal(fact.source.row_label or "")
    return "".join(filter(str.isalnum, label)), _stated(fact)


def main() -> None:
    """Prints the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--shown", type=int, default=20)
    asked = parser.parse_args()
    every = Found()
    for ours, theirs in pairs(asked.folder, asked.other):
        one = found(ours, theirs)
        _tell(ours.stem, one, asked.shown)
        every = Found(
            every.figures + one.figures, every.again + one.again, every.missed + one.missed
        )
    _tell("all", every, 0)


def _tell(name: str, of: Found, shown: int) -> None:
    whole = max(of.figures, 1)
    named = of.figures - len(of.missed)
    sys.stdout.write(
        f"{name:50} {of.figures:>6,} {100 * of.again / whole:>7.2f} % found"
        f" {100 * named / whole:>7.2f} % in a row so named\n"
    )
    for fact in of.missed[:shown]:
        sys.stdout.write(f"    {place(fact.source)}: {fact.source.row_label!r} {fact.text!r}\n")


if __name__ == "__main__":
    main()
