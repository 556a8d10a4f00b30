"""Data files that a rule file declares: bytes, columns, verdicts, findings, in that order."""

from auditor.datafiles.pipeline import data_report, found_pack, relations_in, statuses_in

__all__ = ["data_report", "found_pack", "relations_in", "statuses_in"]
