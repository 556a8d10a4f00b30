"""Files of waivers: the nearest baseline, and one next to each document."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from auditor.configuration import ConfigurationError, waivers_of
from auditor.formats.inputs import STDIN
from auditor.model.waiver import Waiver

BASELINE = "auditor-baseline.toml"
OWN_WAIVERS = ".waivers.toml"
"""What a document's own file of waivers is called, after the document's whole name."""


def waivers_in(file: Path) -> tuple[Waiver, ...]:
    """The waivers of a file; raises ConfigurationError, for one finding waived twice too."""
    found = waivers_of(file, Path.cwd())
    refuse_repeated([found])
    return found


def nearest_baseline(folder: Path) -> Path | None:
    """The baseline of the folder, or of the nearest one above it."""
    return next((f for f in (p / BASELINE for p in (folder, *folder.parents)) if f.is_file()), None)


def baseline_waivers(folder: Path, without: Path | None) -> tuple[Waiver, ...]:
    """The waivers of the nearest baseline, unless it is the file ``without``."""
    baseline = nearest_baseline(folder)
    return waivers_of(baseline, folder) if baseline and not _is_same(baseline, without) else ()


def own_waivers(document: str, folder: Path, without: Path | None) -> tuple[Waiver, ...]:
    """The waivers in a document's own file, unless that is the file ``without``."""
    file = Path(f"{document}{OWN_WAIVERS}")
    if document == STDIN or not file.is_file() or _is_same(file, without):
        return ()
    return tuple(replace(waiver, document=document) for waiver in waivers_of(file, folder))


def refuse_repeated(groups: Sequence[Sequence[Waiver]]) -> None:
    """Raises ConfigurationError where two waivers of a group are for one finding."""
    mistakes = dict.fromkeys(mistake for waivers in groups for mistake in _repeated(waivers))
    if mistakes:
        raise ConfigurationError(tuple(mistakes))


def _repeated(waivers: Sequence[Waiver]) -> Iterator[str]:
    """What is said of the second waiver of a finding: which of the two counts nobody can tell."""
    first: dict[str, Waiver] = {}
    for waiver in waivers:
        other = first.setdefault(waiver.finding, waiver)
        if other is not waiver:
            before = f"{other.path}:{other.line}"
            yield f"{waiver.path}:{waiver.line}: {waiver.finding} is waived already, in {before}"


def _is_same(file: Path, other: Path | None) -> bool:
    return other is not None and os.path.realpath(file) == os.path.realpath(other)
