"""Whether published claims in words are noticed when they are altered.

    python benchmarks/claims.py FOLDER [--show 20] [--only odd|even] [--file WORD]

FOLDER holds the corpora. `claims.csv` names claims that a careful reader could check against the
same document, chosen by hand: the file, line and column of a figure, what is printed there, what
it is altered to, and what kind of claim it is. Each is altered by itself and its document audited:
it is noticed if an error or a warning cites it that did not cite it before. In the document as it
was published, it is covered if a check cites it that holds, and declined if a reason is given.
Prints these by kind, for the odd rows (looked at while fitting) and the even ones (held out), and
what cites any of these figures in the documents as they are. Only texts (Markdown, HTML) are
altered: a figure of a PDF can not be changed by its characters alone.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.auditing.report import UNRELATED
from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.relation import Severity
from auditor.model.report import DocumentReport
from auditor.model.verdict import Status
from auditor.rulebook.packs import rule_packs

LIST = Path(__file__).with_name("claims.csv")
KINDS = "noticed", "covered", "declined", "all"


class Claim(NamedTuple):
    """A figure by its place, as it is printed and as it is altered; ``row`` counts from 1."""

    row: int
    file: str
    line: int
    column: int
    printed: str
    altered: str
    kind: str

    @property
    def half(self) -> str:
        return "odd" if self.row % 2 else "even"

    def stands_at(self, source: Source) -> bool:
        """Whether a place is the figure's: it may print more around the number."""
        if source.line != self.line or source.column is None:
            return False
        return source.column <= self.column < (source.end_column or source.column + 1)


class Outcome(NamedTuple):
    claim: Claim
    noticed: bool
    covered: bool
    declined: str
    alarmed: tuple[str, ...]


def claims() -> list[Claim]:
    """The claims in the order of the list."""
    with LIST.open(encoding="utf-8", newline="") as opened:
        rows = list(csv.DictReader(opened))
    return [
        Claim(
            number,
            r["file"],
            int(r["line"]),
            int(r["column"]),
            r["printed"],
            r["altered"],
            r["class"],
        )
        for number, r in enumerate(rows, start=1)
    ]


def altered(text: str, claim: Claim) -> str:
    """The text with the claim's figure altered; raises ValueError where it stands elsewhere."""
    lines = text.split("\n")
    line, at = lines[claim.line - 1], claim.column - 1
    if not line.startswith(claim.printed, at):
        raise ValueError(f"row {claim.row}: {claim.printed} is not there")
    lines[claim.line - 1] = line[:at] + claim.altered + line[at + len(claim.printed) :]
    return "\n".join(lines)


def report(text: str, path: Path) -> DocumentReport:
    return document_report(readers.read(text.encode(), path.name), rule_packs())


def alarms(found: DocumentReport, claim: Claim) -> frozenset[str]:
    """The messages of errors and warnings that cite the claim's figure."""
    return frozenset(
        f.message
        for f in found.findings
        if f.severity is not Severity.NOTE and _cites(f.citations, claim)
    )


def _cites(citations: Iterable[Citation], claim: Claim) -> bool:
    return any(claim.stands_at(c.source) for c in citations)


def outcomes(folder: Path, wanted: Iterable[Claim]) -> Iterator[Outcome]:
    """What becomes of the claims, document by document."""
    by_file: dict[str, list[Claim]] = defaultdict(list)
    for claim in wanted:
        by_file[claim.file].append(claim)
    for file, own in by_file.items():
        path = folder / file
        text = path.read_bytes().decode("utf-8")
        plain = report(text, path)
        for claim in own:
            before = alarms(plain, claim)
            after = alarms(report(altered(text, claim), path), claim)
            yield Outcome(
                claim,
                bool(after - before),
                _is_covered(plain, claim),
                _declined(plain, claim),
                tuple(sorted(before)),
            )


def _is_covered(found: DocumentReport, claim: Claim) -> bool:
    return any(
        claim.stands_at(fact.source)
        for check in found.checks
        if check.status is Status.HOLDS
        for fact in check.relation.facts
    )


def _declined(found: DocumentReport, claim: Claim) -> str:
    """Why the figure is not checked, "" where nothing says so."""
    told = (one.reason for one in found.untied if claim.stands_at(one.source))
    return next((reason for reason in told if reason != UNRELATED), "")


def table(found: Iterable[Outcome]) -> str:
    """The outcomes counted by kind and half."""
    counts: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one in found:
        for kind in (one.claim.kind, "all"):
            count = counts[one.claim.half, kind]
            count["all"] += 1
            count["noticed"] += one.noticed
            count["covered"] += one.covered
            count["declined"] += bool(one.declined) and not one.covered
    lines = [f"{'half':6}{'kind':12}" + "".join(f"{name:>10}" for name in KINDS)]
    for half, kind in sorted(counts, key=lambda key: (key[0], key[1] == "all", key[1])):
        own = counts[half, kind]
        lines.append(f"{half:6}{kind:12}" + "".join(f"{own[name]:>10}" for name in KINDS))
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, help="that many claims that go unnoticed")
    parser.add_argument("--only", choices=("odd", "even"))
    parser.add_argument("--file", default="", help="only files with this in their path")
    given = parser.parse_args()
    wanted = [c for c in claims() if given.only in (None, c.half) and given.file in c.file]
    found = list(outcomes(given.folder, wanted))
    print(table(found))
    missed = [one for one in found if not one.noticed]
    for claim, _, covered, declined, _ in missed[: given.show]:
        state = "covered" if covered else declined or "nothing is said"
        print(
            f"{claim.file}:{claim.line}:{claim.column}: {claim.printed} as {claim.altered}: {state}"
        )
    for one in found:
        for message in one.alarmed:
            print(f"{one.claim.file}:{one.claim.line}: {message}")


if __name__ == "__main__":
    main()
