"""The audit of a data file that a rule file declares, from its bytes to the report."""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from auditor import inputs
from auditor.check import verdict
from auditor.data.opening import (
    PARQUET,
    Header,
    declared_for,
    header_for,
    possible_headers,
)
from auditor.finding import Citation, Finding, Status, Verdict
from auditor.readers import UnreadableError
from auditor.readers._decoding import OPENING, decoded, opening
from auditor.report import DocumentReport, Excerpt
from auditor.rule import Pack
from auditor.understanding import AUTO

if TYPE_CHECKING:
    from auditor.data.audit import DataAudit
    from auditor.data.records import Records
    from auditor.data.relations import Group, Reading
    from auditor.data.told import Broken

Content = bytes | mmap.mmap

MOST_TOLD = 100
"""Cells of a column that break its schema in one way, and keys that repeat, which are reported."""

NOT_CARRIED_OUT = {
    "MISSING": "a figure is not printed",
    "SEVERAL": "a record stands more than once",
    "ALL_NIL": "every part is a dash",
    "TARGET_NIL": "the result is a dash",
    "BASE": "the base of the growth is not surely positive",
    "DIVISOR": "the divisor may be zero",
}
NO_PYARROW = "Parquet needs pyarrow: pip install 'statement-auditor[parquet]'"


def data_report(
    path: str,
    packs: Sequence[Pack],
    rounding: str = AUTO,
    stdin: bytes | None = None,
    *,
    detailed: bool = True,
) -> DocumentReport | None:
    """The audit of a file for which a pack declares a data set; None if none does.

    With ``detailed``, its checks are listed if they are few. Raises UnreadableError, also where
    several packs declare the same file.
    """
    packs = [pack for pack in packs if pack.data is not None]
    content = _content(path, stdin) if packs else b""
    if not content[:1]:
        return None
    declared = declared_for(path, headers := _headers(content), packs)
    if len(declared) > 1:
        names = " and ".join(pack.path or pack.id for pack in declared)
        raise UnreadableError(f"more than one rule file says what its columns are: {names}")
    if not declared or not headers:
        return None
    return _report(path, content, headers, declared[0], rounding, detailed=detailed)


def _content(path: str, stdin: bytes | None) -> Content:
    """The file's bytes, which the system reads when they are needed; "" if it cannot be read."""
    if path == inputs.STDIN:
        return inputs.content(path, stdin)
    try:
        with Path(path).open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):  # no such file, or an empty one: reading it as usual tells so
        return b""


def _headers(content: Content) -> tuple[Header, ...]:
    if content[: len(PARQUET)] == PARQUET:
        from auditor.data import parquet

        try:
            return (Header(parquet.names_of(content)),)
        except ImportError as missing:
            raise UnreadableError(NO_PYARROW) from missing
        except ValueError as broken:
            raise UnreadableError(f"it is no Parquet file, or a broken one: {broken}") from broken
    text = opening(content[:OPENING])
    return possible_headers(text) if text else ()


def _report(  # noqa: PLR0913  # the file, the pack, and two options
    path: str,
    content: Content,
    headers: Sequence[Header],
    pack: Pack,
    rounding: str,
    *,
    detailed: bool,
) -> DocumentReport:
    from auditor.data.audit import audited
    from auditor.data.relations import Reading
    from auditor.figure import Rounding

    assert pack.data is not None
    header = header_for(pack.data, headers)
    records, content = _records(content, header, pack)
    audit = audited(pack.data, records, None if rounding == AUTO else Rounding(rounding))
    told = _told(pack, audit)
    listed = audit.every() if detailed else ()
    violated = audit.violated()
    around = audit.around(violated)
    rows = {cell.row for group in (*violated, *around) for cell in group.cells} | told.rows
    if listed:
        rows |= set(range(records.size))
    reading = Reading(pack.data, records, _places(content, rows, header, records), path)
    found = _Found(audit, reading, told, violated, around, listed)
    return _document_report(found, pack, hashlib.sha256(content).hexdigest())


def _records(content: Content, header: Header, pack: Pack) -> tuple[Records, Content]:
    """The records, and the bytes that were read: of another encoding, the same text in UTF-8."""
    from auditor.data import delimited, parquet
    from auditor.data.layout import layout_of

    assert pack.data is not None
    twice = [name for name in dict.fromkeys(header.names) if header.names.count(name) > 1]
    if twice:
        raise UnreadableError(f"several of its columns are called {twice[0]}")
    layout = layout_of(header.names, pack.data, header.delimiter)
    if content[: len(PARQUET)] == PARQUET:
        return parquet.read(content, layout), content
    try:
        if b"\x00" not in content[:OPENING]:
            return delimited.read(content, layout), content
    except UnicodeDecodeError:
        pass
    content = decoded(bytes(content)).encode()
    return delimited.read(content, layout), content


class _Told(NamedTuple):
    """What needs no arithmetic: cells that break the schema, records that share a key."""

    broken: tuple[Broken, ...]
    repeated: tuple[tuple[int, ...], ...]
    remarks: tuple[str, ...]
    ragged: int

    @property
    def rows(self) -> set[int]:
        return {one.row for one in self.broken} | {row for rows in self.repeated for row in rows}


class _Found(NamedTuple):
    """All that an audit found, with what is needed to put it into words."""

    audit: DataAudit
    reading: Reading
    told: _Told
    violated: tuple[Group, ...]
    around: tuple[Group, ...]
    listed: tuple[Group, ...]
