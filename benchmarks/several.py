"""Several errors at once: whether each is found, blamed on the right figure, and set right.

    python benchmarks/several.py FOLDER --seed 1 --runs 4

Takes a folder of Markdown documents that are right. In figures that at least two holding checks
cover, it plants 1 to 5 errors at a time: a digit, two neighbouring digits, the sign, a factor of
ten. Only errors that the auditor finds alone are used, and how many it does is said. Errors are
``apart`` when no check covers two of the figures, ``together`` when some check does. Everything is
read from ``auditor check --format json --show-checks``.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

AUDITOR = str(Path(sys.executable).with_name("auditor"))
MOST_ERRORS = 5
POOL = 24
"""Errors tried alone in each document, to draw from."""
FEWEST_CHECKS = 2

Place = tuple[int, int]
"""The line and column where a figure starts."""
Json = Any


class Figure(NamedTuple):
    """A printed figure and the checks that cover it."""

    at: Place
    text: str
    checks: frozenset[int]


class Plant(NamedTuple):
    """A figure and what is printed in its stead."""

    figure: Figure
    text: str


class Outcome(NamedTuple):
    """What became of the errors planted in one copy of a document."""

    errors: int
    apart: bool
    found: int
    exact: bool
    corrected: int
    findings: int


def figures(report: Json) -> list[Figure]:
    """The figures that enough holding checks and no violated ones cover, in document order.

    Checks of the very same figures count once: the second adds nothing that tells them apart.
    """
    holding: dict[tuple[Place, str], set[int]] = defaultdict(set)
    spoilt: set[tuple[Place, str]] = set()
    known: dict[frozenset[tuple[Place, str]], int] = {}
    for check in report["checks"]:
        cited = (check["target"], *check["inputs"])
        covers = {(place(c), c["text"]) for c in cited if place(c)[0] and digits_of(c["text"])}
        number = known.setdefault(frozenset(covers), len(known))
        for one in covers:
            if check["status"] == "holds":
                holding[one].add(number)
            elif check["status"] == "violated":
                spoilt.add(one)
    return [
        Figure(at, text, frozenset(checks))
        for (at, text), checks in sorted(holding.items())
        if len(checks) >= FEWEST_CHECKS and (at, text) not in spoilt
    ]


def misprinted(text: str, chance: random.Random) -> str:
    """The text with one misprint, or the text as it is where that kind of misprint cannot be."""
    return chance.choice((wrong_digit, swapped, turned, scaled))(text, chance)


def digits_of(text: str) -> list[int]:
    """Where the digits of the text's first number stand."""
    places = [i for i, c in enumerate(text) if c in "0123456789"]
    return [i for i in places if not text[places[0] : i].strip("0123456789,.")]


def wrong_digit(text: str, chance: random.Random) -> str:
    at = chance.choice(digits_of(text))
    leads = at == digits_of(text)[0]
    others = [d for d in "0123456789" if d != text[at] and not (leads and d == "0")]
    return text[:at] + chance.choice(others) + text[at + 1 :]


def swapped(text: str, chance: random.Random) -> str:
    places = digits_of(text)
    pairs = [
        (i, j)
        for i, j in pairwise(places)
        if text[i] != text[j] and not (i == places[0] and text[j] == "0")
    ]
    if not pairs:
        return text
    i, j = chance.choice(pairs)
    return text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]


def turned(text: str, _chance: random.Random) -> str:
    for opening, closing in (("(", ")"), ("-", ""), ("+", "")):
        if text.startswith(opening) and text.endswith(closing):
            rest = text[len(opening) : len(text) - len(closing)]
            return f"-{rest}" if opening == "+" else rest
    return f"({text})" if text.replace(",", "").replace(".", "").isdigit() else text


def scaled(text: str, chance: random.Random) -> str:
    """Ten times as large, or a tenth, in the number's own grouping."""
    places = digits_of(text)
    number = text[places[0] : places[-1] + 1]
    if "." in number or len(places) < 2:
        return text
    plain = number.replace(",", "")
    plain = plain + "0" if chance.random() < 1 / 2 else plain[:-1]
    grouped = f"{int(plain):,}" if "," in number or len(plain) > 3 else plain
    return text[: places[0]] + grouped + text[places[-1] + 1 :]


def planted(lines: Sequence[str], plants: Iterable[Plant]) -> tuple[str, dict[Place, Plant]]:
    """The document with these errors, and where each now stands."""
    changed = list(lines)
    at: dict[Place, Plant] = {}
    shift: dict[int, int] = defaultdict(int)
    for plant in sorted(plants):
        line, column = plant.figure.at
        start = column - 1 + shift[line]
        old = changed[line - 1]
        end = start + len(plant.figure.text)
        changed[line - 1] = old[:start] + plant.text + old[end:]
        shift[line] += len(plant.text) - len(plant.figure.text)
        at[line, start + 1] = plant
    return "\n".join(changed), at


def chosen(
    pool: Sequence[Plant], errors: int, *, apart: bool, chance: random.Random
) -> list[Plant]:
    """So many errors, no two of them under one check, or each under one with another before it."""
    kept: list[Plant] = []
    for plant in chance.sample(pool, len(pool)):
        covered = frozenset[int]().union(*(p.figure.checks for p in kept))
        meets = bool(plant.figure.checks & covered)
        if all(p.figure.at != plant.figure.at for p in kept) and (not kept or meets is not apart):
            kept.append(plant)
        if len(kept) == errors:
            return kept
    return []


def audited(texts: Mapping[str, str]) -> dict[str, Json]:
    """The report on each document, by name."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / f"{name}.md").write_text(text, encoding="utf-8", newline="")
        command = [AUDITOR, "check", folder, "--format", "json"]
        run = subprocess.run(
            [*command, "--show-checks", "--fail-on", "never"], capture_output=True, check=False
        )
        report = json.loads(run.stdout)
    return {Path(document["path"]).stem: document for document in report["documents"]}


def outcome(
    report: Json, known: frozenset[str], at: Mapping[Place, Plant], *, apart: bool
) -> Outcome:
    """What the findings that the right document has not say of the errors planted."""
    fresh = [f for f in report["findings"] if f["id"] not in known]
    cited = {place(c) for f in fresh for c in f["citations"]}
    blamed = {place(f["suspects"][0]): f["suspects"][0] for f in fresh if f["suspects"]}
    right = sum(
        here in blamed and blamed[here]["suggestion"] == plant.figure.text
        for here, plant in at.items()
    )
    exact = blamed.keys() == at.keys()
    return Outcome(len(at), apart, len(cited & at.keys()), exact, right, len(fresh))


def place(citation: Json) -> Place:
    source = citation["source"]
    return source.get("line", 0), source.get("column", 0)


def outcomes(document: Path, seed: str, runs: int) -> Iterator[Outcome]:
    """The outcomes of all runs on one document; prints how many single errors it finds."""
    text = document.read_text(encoding="utf-8")
    lines = text.split("\n")
    clean = audited({"clean": text})["clean"]
    known = frozenset(finding["id"] for finding in clean["findings"])
    chance = random.Random(f"{seed} {document.name}")  # noqa: S311  # not for secrets
    covered = figures(clean)
    tried = [
        Plant(figure, changed)
        for figure in chance.sample(covered, min(POOL, len(covered)))
        if (changed := misprinted(figure.text, chance)) != figure.text
    ]
    single = {f"single{i}": planted(lines, [plant]) for i, plant in enumerate(tried)}
    reports = audited({name: changed for name, (changed, _) in single.items()}) if single else {}
    pool = [
        plant
        for (name, (_, at)), plant in zip(single.items(), tried, strict=True)
        if outcome(reports[name], known, at, apart=True).found
    ]
    print(f"{document.name}: {len(pool)} of {len(tried)} single errors found", flush=True)
    drawn = {
        f"{errors}-{apart}-{run}": (plants, apart)
        for errors in range(1, MOST_ERRORS + 1)
        for apart in ((True, False) if errors > 1 else (True,))
        for run in range(runs)
        if (plants := chosen(pool, errors, apart=apart, chance=chance))
    }
    copies = {name: planted(lines, plants) for name, (plants, _) in drawn.items()}
    reports = audited({name: changed for name, (changed, _) in copies.items()}) if copies else {}
    for name, (_, at) in copies.items():
        yield outcome(reports[name], known, at, apart=drawn[name][1])


def table(found: Sequence[Outcome]) -> Iterator[str]:
    """One row for each number of errors, apart and together."""
    yield "| errors | runs | all found | exactly those blamed | set right | findings per error |"
    yield "|---|---|---|---|---|---|"
    groups: list[tuple[str, Callable[[Outcome], bool]]] = [
        (f"{n} {'apart' if apart else 'together'}", _picker(n, apart=apart))
        for apart in (True, False)
        for n in range(1, MOST_ERRORS + 1)
    ]
    groups += [("all apart", lambda o: o.apart), ("all together", lambda o: not o.apart)]
    for name, belongs in groups:
        mine = [o for o in found if belongs(o)]
        if mine:
            planted_ = sum(o.errors for o in mine)
            shares = (
                sum(o.found == o.errors for o in mine) / len(mine),
                sum(o.exact for o in mine) / len(mine),
                sum(o.corrected for o in mine) / planted_,
            )
            cells = " | ".join(f"{share:.1%}" for share in shares)
            per_error = sum(o.findings for o in mine) / planted_
            yield f"| {name} | {len(mine)} | {cells} | {per_error:.2f} |"


def _picker(errors: int, *, apart: bool) -> Callable[[Outcome], bool]:
    return lambda o: o.errors == errors and o.apart is apart


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="a folder of Markdown documents")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--runs", type=int, default=4, help="of each number of errors")
    options = parser.parse_args()
    found = [
        one
        for document in sorted(options.folder.glob("*.md"))
        for one in outcomes(document, options.seed, options.runs)
    ]
    print("\n".join(table(found)))


if __name__ == "__main__":
    main()
