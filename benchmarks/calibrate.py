"""Calibration: how often the figure that is blamed is the one that was altered, by what was said.

    python benchmarks/calibrate.py FOLDER [FOLDER ...] --seed 1 --per-document 3

Takes folders of Markdown documents that are right. In figures that a holding check covers, one
error is planted at a time: a digit that is not among the last two, or two neighbouring digits
swapped. Every copy is audited. Of the new errors and warnings that cite the altered figure the
first suspect is looked at: for each band of the likelihood that was said of it, how often it was
the altered figure. Last comes top-1: of all altered figures that were noticed, how many were
blamed first. Nothing is fitted here: fit on other folders than you measure.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

BANDS = (0.0, 0.5, 0.7, 0.9, 0.99)
"""The least likelihood (0 to 1) of each band."""
KEPT_DIGITS = 2
"""Last digits that are not altered, so that rounding hides nothing."""

Place = tuple[str, int, int]
"""A document's name, and the line and column where a figure starts."""
Json = Any


class Plant(NamedTuple):
    """A figure and what is printed in its stead."""

    at: Place
    printed: str
    text: str


class Blame(NamedTuple):
    """The likelihood said of the figure blamed first, and whether it was the altered one."""

    said: float
    right: bool


def audited(folder: Path) -> Mapping[str, Json]:
    """The report on each document of a folder, by its name."""
    command = [sys.executable, "-m", "auditor", "check", str(folder), "--isolated"]
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        options = ["--format", "json", "--show-checks", "--output", out.name]
        subprocess.run([*command, *options], capture_output=True, check=False)
        documents = json.loads(Path(out.name).read_text(encoding="utf-8"))["documents"]
    return {Path(document["path"]).name: document for document in documents}


def told(document: Json) -> list[Json]:
    """The errors and warnings of a document."""
    return [f for f in document["findings"] if f["severity"] in ("error", "warning")]


def place(name: str, citation: Json) -> Place:
    """Where a citation stands; the line is 0 where it has none."""
    source = citation["source"]
    return name, source.get("line", 0), source.get("column", 0)


def covered(name: str, document: Json) -> dict[Place, str]:
    """The figures that a holding check covers, as printed."""
    found = {}
    for check in document["checks"]:
        if check["status"] == "holds":
            for citation in (check["target"], *check["inputs"]):
                if citation["source"].get("line") and any(map(str.isdigit, citation["text"])):
                    found[place(name, citation)] = citation["text"]
    return found


def altered(text: str, chance: random.Random) -> str | None:
    """The figure with a digit wrong, or two swapped; None where no digit may be altered."""
    digits = [i for i, c in enumerate(text) if c.isdecimal()][:-KEPT_DIGITS]
    if not digits:
        return None
    at = chance.choice(digits)
    behind = next((i for i in range(at + 1, len(text)) if text[i].isdecimal()), at)
    if chance.random() < 0.5 and text[behind] != text[at] and text[behind] != "0":
        return text[:at] + text[behind] + text[at + 1 : behind] + text[at] + text[behind + 1 :]
    other = chance.choice([d for d in "123456789" if d != text[at]])
    return text[:at] + other + text[at + 1 :]


def plants(documents: Mapping[str, Json], count: int, chance: random.Random) -> Iterator[Plant]:
    """So many errors for each document."""
    for name, document in sorted(documents.items()):
        figures = sorted(covered(name, document).items())
        for at, printed in chance.sample(figures, min(count, len(figures))):
            text = altered(printed, chance)
            if text is not None:
                yield Plant(at, printed, text)


def copies(folder: Path, planted: Sequence[Plant], into: Path) -> None:
    """A copy of its document for each error, named by the number of the error."""
    for number, plant in enumerate(planted):
        name, line, column = plant.at
        lines = (folder / name).read_text(encoding="utf-8").split("\n")
        row, start = lines[line - 1], column - 1
        lines[line - 1] = row[:start] + plant.text + row[start + len(plant.printed) :]
        (into / f"{number}.md").write_text("\n".join(lines), encoding="utf-8")


def blames(folder: Path, count: int, seed: int) -> Iterator[Blame]:
    """Who is blamed first for each error that is noticed."""
    clean = audited(folder)
    before = {name: {f["message"] for f in told(document)} for name, document in clean.items()}
    planted = list(plants(clean, count, random.Random(seed)))  # noqa: S311  # no secret
    with tempfile.TemporaryDirectory() as scratch:
        copies(folder, planted, Path(scratch))
        dirty = audited(Path(scratch))
    for number, plant in enumerate(planted):
        name = f"{number}.md"
        fresh = [f for f in told(dirty[name]) if f["message"] not in before[plant.at[0]]]
        own = (name, *plant.at[1:])
        citing = [f for f in fresh if f.get("suspects") and own in _cited(name, f)]
        if citing:
            firsts = [finding["suspects"][0] for finding in citing]
            right = [s for s in firsts if place(name, s) == own]
            best = max(right or firsts, key=lambda suspect: suspect["confidence"])
            yield Blame(best["confidence"], bool(right))


def _cited(name: str, finding: Json) -> set[Place]:
    return {place(name, c) for c in (*finding["citations"], *finding["suspects"])}


def table(found: Sequence[Blame]) -> Iterator[str]:
    """A line for each band of likelihood, and one for all."""
    for least, most in zip(BANDS, (*BANDS[1:], 2.0), strict=True):
        band = [b for b in found if least <= b.said < most]
        yield f"  said {least:.0%} and more: {_share(band)}"
    yield f"  said 90 % and more: {_share([b for b in found if b.said >= 0.9])}"
    yield f"  top-1: {_share(found)}"


def _share(found: Sequence[Blame]) -> str:
    right = sum(b.right for b in found)
    return f"{right} of {len(found)}" + (f" = {right / len(found):.1%}" if found else "")


def main(arguments: Iterable[str] | None = None) -> None:
    """Print the table of each folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-document", type=int, default=3)
    options = parser.parse_args(None if arguments is None else [*arguments])
    for folder in options.folders:
        print(folder.name)
        print("\n".join(table(list(blames(folder, options.per_document, options.seed)))))


if __name__ == "__main__":
    main()
