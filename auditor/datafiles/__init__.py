"""Data files that a rule file declares: bytes, columns, verdicts, findings, in that order."""

from auditor.datafiles.linked_files import LinkedFiles, linked_beside, linked_files
from auditor.datafiles.pipeline import (
    data_report,
    found_pack,
    linked_reports,
    relations_in,
    statuses_across,
    statuses_in,
)

__all__ = [
    "LinkedFiles",
    "data_report",
    "found_pack",
    "linked_beside",
    "linked_files",
    "linked_reports",
    "relations_in",
    "statuses_across",
    "statuses_in",
]
