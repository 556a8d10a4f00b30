"""What becomes of every run of digits of the documents of folders.

    python benchmarks/owners.py FOLDER... [--shown 20]

Prints for each folder how many runs of digits the texts of its documents hold; how many of them
state figures, are other things, or were not understood, and the share of these among the numbers;
how many have no owner, or two; and up to so many of those not understood, and all without one
owner, each with its place. Exit 1 if any run of digits has not one owner.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from auditor.auditing.facts import applying, document_facts
from auditor.auditing.pipeline import read, read_together
from auditor.facts.owners import MARKUP, owners
from auditor.findings.places import place
from auditor.formats import inputs
from auditor.model.citation import Citation
from auditor.model.document import Document, Table
from auditor.model.fact import Fact
from auditor.readers import UnreadableError, together, wanted
from auditor.rulebook.packs import rule_packs

DIGITS = re.compile(r"\d+")


class Owned(NamedTuple):
    """Runs of digits of some documents; ``astray`` are those that have not one owner."""

    figures: int = 0
    other: int = 0
    not_understood: tuple[Citation, ...] = ()
    astray: tuple[str, ...] = ()

    def joined(self, more: Owned) -> Owned:
        """These and those of more documents."""
        return Owned(*(a + b for a, b in zip(self, more, strict=True)))  # type: ignore[operator]


def owned(document: Document) -> Owned:
    """What becomes of the digits of a document."""
    facts = document_facts(document, applying(rule_packs(), document))
    rest = owners(document, facts.grids, facts.facts)
    figures = runs(_figures(facts.facts))
    other = runs(one.text for one in rest.other if one.reason != MARKUP)
    held = figures + other + runs(one.text for one in rest.not_understood)
    printed = runs(_texts(document))
    astray = [f"{run} ({n} without an owner)" for run, n in (printed - held).items()]
    astray += [f"{run} ({n} with two owners)" for run, n in (held - printed).items()]
    return Owned(
        figures.total(),
        other.total(),
        rest.not_understood,
        tuple(f"{document.path}: {one}" for one in astray),
    )


def runs(texts: Iterable[str]) -> Counter[str]:
    """The runs of digits of texts."""
    return Counter(run for text in texts for run in DIGITS.findall(text))


def _figures(facts: Iterable[Fact]) -> Iterator[str]:
    """The texts of figures, each once: a sentence may state two facts by one."""
    yield from {
        (f.block, f.source.row, f.source.col, f.figure.start): f.text for f in facts
    }.values()


def _texts(document: Document) -> Iterator[str]:
    """The texts of a document's blocks, and of what an instance states besides its figures."""
    yield from (one.text for one in document.tagging.unused)
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.text for row in block.rows for cell in row if cell)
        else:
            yield block.text


def documents(folder: str) -> Iterator[Document]:
    """The documents of a folder; what cannot be read is told."""
    files = inputs.found([folder], wanted()).files
    spread = together(files)
    later = {page for pages in spread.values() for page in pages[1:]}
    for path in files:
        if path in later:
            continue
        try:
            yield read_together(spread[path]) if path in spread else read(path)
        except UnreadableError as error:
            sys.stderr.write(f"{path}: {error}\n")


def _told(folder: str, of: Owned, shown: int) -> Iterator[str]:
    unknown = runs(one.text for one in of.not_understood).total()
    numbers = of.figures + unknown
    share = 100 * unknown / numbers if numbers else 0.0
    yield (
        f"{Path(folder).name:16} {numbers + of.other:>9,} {of.figures:>9,} {of.other:>9,}"
        f" {unknown:>7,} {share:>7.2f} % {len(of.astray):>7,}"
    )
    yield from (f"    astray {one}" for one in of.astray)
    for one in of.not_understood[:shown]:
        yield f"    {place(one.source)}: {one.text!r}: {one.reason}"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--shown", type=int, default=20)
    asked = parser.parse_args()
    heads = ("runs", "figures", "other", "unknown", "of numbers", "astray")
    sys.stdout.write(f"{'folder':16} {heads[0]:>9} {heads[1]:>9} {heads[2]:>9} ")
    sys.stdout.write(f"{heads[3]:>7} {heads[4]:>9} {heads[5]:>7}\n")
    ok = True
    for folder in asked.folders:
        of = Owned()
        for document in documents(folder):
            of = of.joined(owned(document))
        ok = ok and not of.astray
        sys.stdout.write("".join(f"{line}\n" for line in _told(folder, of, asked.shown)))
        sys.stdout.flush()
    sys.exit(not ok)


if __name__ == "__main__":
    main()
