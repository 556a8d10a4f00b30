"""What rules between files tell of one of them, for its report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from auditor.datafiles.across.audit import AcrossAudit
from auditor.datafiles.across.folder import Folder
from auditor.datafiles.findings.report import Beyond
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.model.dataset import qualified
from auditor.model.finding import Finding
from auditor.model.rule import Pack
from auditor.model.verdict import Status, Verdict


def beyond_of(  # noqa: PLR0913, PLR0917  # the file, and what is known of all
    file: DataFile,
    folder: Folder,
    across: AcrossAudit,
    found: Iterable[Finding],
    failing: Sequence[Verdict],
    pack: Pack,
) -> Beyond:
    """The findings that a file is blamed in, its checks counted and its figures tied."""
    name, number = _place_of(file, folder)
    tally = across.tally(name, number)
    for one in failing:  # figures in different units are compared only where they agree
        mine = one.relation.target.source.path == file.path
        if mine and one.status is not Status.VIOLATED:
            rule = one.relation.rule
            tally[rule, Status.VIOLATED] -= 1
            tally[rule, Status.NOT_CHECKABLE] = tally.get((rule, Status.NOT_CHECKABLE), 0) + 1
    bound = {link.bound.rule.id for link in across.links if len(link.bound.targets)}
    return Beyond(
        findings=tuple(one for one in found if one.citations[0].source.path == file.path),
        tally=tally,
        tied=_tied(file, name, number, across),
        packs=(pack.id,),
        unbound=tuple(rule.id for rule in pack.across if rule.id not in bound),
    )


def _place_of(file: DataFile, folder: Folder) -> tuple[str, int]:
    """The group that a file is of, and which of its files it is."""
    return next(
        (name, number)
        for name, files in folder.files.items()
        for number, one in enumerate(files)
        if one.path == file.path
    )


def _tied(
    file: DataFile, name: str, number: int, across: AcrossAudit
) -> dict[str, NDArray[np.bool_]]:
    start = across.groups[name].starts[number]
    tied = across.tied()
    return {
        column.name: tied[qualified(name, column.name)][start : start + file.records.size]
        for column in file.data.numeric
        if qualified(name, column.name) in tied
    }
