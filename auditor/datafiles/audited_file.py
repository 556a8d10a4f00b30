"""An audited file: its records, what their checks came to, and where they stand."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from typing import NamedTuple

from auditor.datafiles.columns.locations import NOWHERE, Places, places_by_line, places_of
from auditor.datafiles.columns.opening import Header, header_for
from auditor.datafiles.columns.reading import Content, records_of
from auditor.datafiles.verdicts.audit import DataAudit, audited
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.formats.records import records
from auditor.model.figure import AUTO, Rounding
from auditor.model.rule import Pack


class AuditedFile(NamedTuple):
    """A data file with what its own rules came to; ``content`` is its text as it was read."""

    path: str
    sha256: str
    content: Content
    delimiter: str
    pack: Pack
    audit: DataAudit

    def placed(self, rows: Collection[int], first: int = 0) -> DataFile:
        """The file with the lines of these records, its facts numbered from ``first`` on."""
        assert self.pack.data is not None
        places = self._places(rows) if self.audit.records.has_lines else NOWHERE
        return DataFile(self.pack.data, self.audit.records, places, self.path, first)

    def _places(self, rows: Collection[int]) -> Places:
        """The lines of these records, and where their fields stand in them."""
        found = places_by_line if self.audit.records.strays else places_of
        mark = self.delimiter
        return found(self.content, rows, mark, lambda lines: next(records(lines, mark)).fields)

    @property
    def facts(self) -> int:
        """How many numbers its facts may have."""
        records = self.audit.records
        return (records.size + 1) * (len(records.names) + 1)


def audited_file(
    path: str, content: Content, headers: Sequence[Header], pack: Pack, rounding: str
) -> AuditedFile:
    """The audit of a file that a pack declares; raises UnreadableError."""
    assert pack.data is not None
    digest = hashlib.sha256(content).hexdigest()
    header = header_for(pack.data, headers)
    found, content = records_of(content, header, pack.data)
    audit = audited(pack.data, found, None if rounding == AUTO else Rounding(rounding))
    return AuditedFile(path, digest, content, header.delimiter, pack, audit)
