"""Data files that a rule file declares: bytes, columns, verdicts, findings, in that order."""

from auditor.datafiles.pipeline import data_report, statuses_in, undeclared

__all__ = ["data_report", "statuses_in", "undeclared"]
