"""Data files: the audit of a file that a rule file declares, from its bytes to the report."""

from __future__ import annotations

import hashlib
import mmap
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.datafiles.columns.opening import (
    PARQUET,
    Header,
    declared_for,
    header_for,
    possible_headers,
)
from auditor.formats import inputs
from auditor.formats.decoding import OPENING, decoded, opening
from auditor.model.dataset import DataRule
from auditor.model.figure import AUTO, Rounding
from auditor.model.finding import Status
from auditor.model.report import DocumentReport
from auditor.model.rule import Pack
from auditor.model.selection import EVERY_RULE, Selection
from auditor.readers import UnreadableError
from auditor.rulebook.select import asked_findings

if TYPE_CHECKING:
    from auditor.datafiles.columns.records import Records

Content = bytes | mmap.mmap

NO_PYARROW = "Parquet needs pyarrow: pip install 'statement-auditor[parquet]'"


def data_report(  # noqa: PLR0913  # one parameter an option
    path: str,
    packs: Sequence[Pack],
    rounding: str = AUTO,
    stdin: bytes | None = None,
    *,
    detailed: bool = True,
    selection: Selection = EVERY_RULE,
) -> DocumentReport | None:
    """The audit of a file for which a pack declares a data set; None if none does.

    With ``detailed``, its checks are listed if they are few; ``selection`` says which rules are
    asked. Raises UnreadableError, also where
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
    asked = asked_pack(declared[0], selection)
    report = _report(path, content, headers, asked, rounding, detailed=detailed)
    return replace(report, findings=asked_findings(report.findings, selection))


def statuses_in(text: str, pack: Pack, rule: DataRule) -> set[Status]:
    """What the checks of one rule come to in the text of a data file."""
    assert pack.data is not None
    alone = replace(pack, data=replace(pack.data, rules=(rule,)))
    headers = possible_headers(text)
    report = _report(rule.path, text.encode(), headers, alone, AUTO, detailed=False)
    return {status for (_, status), number in report.tallies.items() if number}


def asked_pack(pack: Pack, selection: Selection) -> Pack:
    """The pack with the rules that are asked, each as severe as is asked."""
    assert pack.data is not None
    rules = tuple(
        replace(rule, severity=selection.severity_of(rule.id, rule.severity))
        for rule in pack.data.rules
        if selection.takes(rule.id)
    )
    return replace(pack, data=replace(pack.data, rules=rules))


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
        from auditor.datafiles.columns import parquet

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
    from auditor.datafiles.columns.locations import NOWHERE, Field, places_of
    from auditor.datafiles.findings.itemised import itemised
    from auditor.datafiles.findings.report import report_of
    from auditor.datafiles.verdicts.audit import audited
    from auditor.formats.records import records as split

    assert pack.data is not None
    digest = hashlib.sha256(content).hexdigest()
    header = header_for(pack.data, headers)
    records, content = _records(content, header, pack)
    audit = audited(pack.data, records, None if rounding == AUTO else Rounding(rounding))
    items = itemised(pack.data, audit, listed=detailed)
    places = NOWHERE
    if records.has_lines:

        def fields(lines: Sequence[str]) -> Sequence[Field]:
            return next(split(lines, header.delimiter)).fields

        places = places_of(content, items.rows, header.delimiter, fields)
    return report_of(items, pack, path, digest, places)


def _records(content: Content, header: Header, pack: Pack) -> tuple[Records, Content]:
    """The records, and the bytes that were read: of another encoding, the same text in UTF-8."""
    from auditor.datafiles.columns import delimited, parquet
    from auditor.datafiles.columns.layout import layout_of

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
