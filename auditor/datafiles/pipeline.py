"""Data files: the audit of a file that a rule file declares, from its bytes to the report."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.datafiles.columns.opening import (
    Header,
    declared_for,
    header_for,
    holds_records,
    possible_headers,
)
from auditor.datafiles.columns.reading import Content, content_of, headers_of, records_of
from auditor.model.dataset import Completeness, DataRule
from auditor.model.figure import AUTO, Rounding
from auditor.model.relation import Relation
from auditor.model.report import DocumentReport
from auditor.model.rule import Pack
from auditor.model.selection import EVERY_RULE, Selection
from auditor.model.verdict import Status
from auditor.readers import UnreadableError
from auditor.rulebook.select import asked_findings, with_asked_data_rules

if TYPE_CHECKING:
    from auditor.datafiles.columns.locations import Places
    from auditor.datafiles.findings.itemised import Itemised


def data_report(  # noqa: PLR0913  # one parameter an option
    path: str,
    packs: Sequence[Pack],
    rounding: str = AUTO,
    stdin: bytes | None = None,
    *,
    detailed: bool = True,
    selection: Selection = EVERY_RULE,
    discover: bool = True,
) -> DocumentReport | None:
    """The audit of a file for which a pack declares a data set; None if none does.

    One of records that no pack declares is audited by the rules that its own figures show, unless
    nothing is to be ``discover``-ed. With ``detailed``, its checks are listed if they are few;
    ``selection`` says which rules are asked. Raises UnreadableError, also where several packs
    declare the same file.
    """
    packs = [pack for pack in packs if pack.data is not None]
    content = content_of(path, stdin) if packs or discover else b""
    alone = discover and holds_records(path, content)
    if not content[:1] or not (packs or alone):
        return None
    declared = declared_for(path, headers := headers_of(content), packs)
    if len(declared) > 1:
        names = " and ".join(pack.path or pack.id for pack in declared)
        raise UnreadableError(f"more than one rule file says what its columns are: {names}")
    pack = declared[0] if declared else _found(content, headers) if alone else None
    if pack is None or not headers:
        return None
    asked = with_asked_data_rules(pack, selection)
    listed = detailed or not declared  # by its checks another reading is weighed against it
    report = _report(path, content, headers, asked, rounding, detailed=listed)
    remarks = report.remarks if declared else (_understood(asked), *report.remarks)
    findings = asked_findings(report.findings, selection)
    return replace(report, findings=findings, remarks=remarks)


def found_pack(path: str, stdin: bytes | None = None) -> Pack | None:
    """The rule file that a file's own figures show, if it is one of records; else None.

    Raises UnreadableError.
    """
    content = content_of(path, stdin)
    if not content[:1] or not holds_records(path, content):
        return None
    return _found(content, headers_of(content))


def _understood(pack: Pack) -> str:
    """How a file was read of which no rule file says anything."""
    assert pack.data is not None
    number = len(pack.data.rules)
    rules = {0: "no rule", 1: "1 rule"}.get(number, f"{number} rules")
    return f"no rule file declares it; its own figures show {rules}, read as {pack.title}"


def _found(content: Content, headers: Sequence[Header]) -> Pack | None:
    from auditor.datafiles.undeclared.pack import undeclared_pack  # numpy is heavy

    return undeclared_pack(content, headers)


def relations_in(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Relation, ...]:
    """What holds between the cells of a table, if it lists records; its facts count the cells."""
    from auditor.datafiles.undeclared import in_tables  # numpy is heavy

    return in_tables.relations_in(header, rows)


def statuses_in(text: str, pack: Pack, rule: DataRule | Completeness) -> set[Status]:
    """What the checks of one rule come to in the text of a data file."""
    assert pack.data is not None
    rules, complete = ((rule,), ()) if isinstance(rule, DataRule) else ((), (rule,))
    alone = replace(pack, data=replace(pack.data, rules=rules, complete=complete))
    headers = possible_headers(text)
    report = _report(rule.path, text.encode(), headers, alone, AUTO, detailed=False)
    return {status for (_, status), number in report.tallies.items() if number}


def _report(  # noqa: PLR0913  # the file, the pack, and two options
    path: str,
    content: Content,
    headers: Sequence[Header],
    pack: Pack,
    rounding: str,
    *,
    detailed: bool,
) -> DocumentReport:
    from auditor.datafiles.columns.locations import NOWHERE
    from auditor.datafiles.findings.itemised import itemised
    from auditor.datafiles.findings.report import report_of
    from auditor.datafiles.verdicts.audit import audited

    assert pack.data is not None
    digest = hashlib.sha256(content).hexdigest()
    header = header_for(pack.data, headers)
    records, content = records_of(content, header, pack.data)
    audit = audited(pack.data, records, None if rounding == AUTO else Rounding(rounding))
    items = itemised(pack.data, audit, listed=detailed)
    places = _places(content, items, header.delimiter) if records.has_lines else NOWHERE
    return report_of(items, pack, path, digest, places)


def _places(content: Content, items: Itemised, delimiter: str) -> Places:
    """The lines of the records that are cited, and where their fields stand in them."""
    from auditor.datafiles.columns.locations import places_by_line, places_of
    from auditor.formats.records import records

    places = places_by_line if items.audit.records.strays else places_of
    return places(
        content, items.rows, delimiter, lambda lines: next(records(lines, delimiter)).fields
    )
