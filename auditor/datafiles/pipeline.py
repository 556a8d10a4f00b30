"""Data files: the audit of a file that a rule file declares, from its bytes to the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.datafiles.columns.opening import (
    Header,
    declared_for,
    holds_records,
    possible_headers,
)
from auditor.datafiles.columns.reading import Content, content_of, headers_of
from auditor.datafiles.linked_files import LinkedFiles
from auditor.model.dataset import Completeness, DataExample, DataRule
from auditor.model.figure import AUTO
from auditor.model.relation import Relation
from auditor.model.report import DocumentReport, Unread
from auditor.model.rule import Pack
from auditor.model.selection import EVERY_RULE, Selection
from auditor.model.verdict import Status
from auditor.readers import UnreadableError
from auditor.rulebook.select import asked_findings, with_asked_data_rules, with_asked_rules_across


def data_report(  # noqa: PLR0913  # one parameter an option
    path: str,
    packs: Sequence[Pack],
    rounding: str = AUTO,
    stdin: bytes | None = None,
    *,
    detailed: bool = True,
    selection: Selection = EVERY_RULE,
    discover: bool = True,
    every: bool = False,
) -> DocumentReport | None:
    """The audit of a file for which a pack declares a data set; None if none does.

    One of records that no pack declares is audited by the rules that its own figures show, unless
    nothing is to be ``discover``-ed. With ``detailed``, its checks are listed if they are few;
    ``selection`` says which rules are asked; with ``every``, all that fails is told one by one.
    Raises UnreadableError, also where several packs declare the same file.
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
    report = _report(path, content, headers, asked, rounding, detailed=listed, every=every)
    remarks = report.remarks if declared else (_understood(asked), *report.remarks)
    findings = asked_findings(report.findings, selection)
    return replace(report, findings=findings, remarks=remarks)


def linked_reports(  # noqa: PLR0913  # one parameter an option
    linked: LinkedFiles,
    rounding: str = AUTO,
    stdin: bytes | None = None,
    *,
    detailed: bool = True,
    selection: Selection = EVERY_RULE,
    every: bool = False,
) -> tuple[tuple[DocumentReport, ...], tuple[Unread, ...]]:
    """The audit of files that a rule file relates to each other, and what of it cannot be read."""
    from auditor.datafiles.audited_file import audited_file
    from auditor.datafiles.several import reports_of

    files, unread = [], []
    for path, pack in linked.files:
        try:
            content = content_of(path, stdin)
            asked = with_asked_data_rules(pack, selection)
            files.append(audited_file(path, content, headers_of(content), asked, rounding))
        except UnreadableError as reason:
            unread.append(Unread(path, str(reason)))
    if not files:
        return (), tuple(unread)
    folder = with_asked_rules_across(linked.pack, selection)
    reports = reports_of(files, folder, rounding, detailed=detailed, every=every)
    asked_of = (replace(r, findings=asked_findings(r.findings, selection)) for r in reports)
    return tuple(asked_of), tuple(unread)


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


def statuses_across(example: DataExample, pack: Pack, rule: DataRule) -> set[Status]:
    """What the checks of one rule between files come to in the texts of these."""
    from auditor.datafiles.audited_file import audited_file
    from auditor.datafiles.several import reports_of

    packs = {pack.group_of(one): one for one in pack.of_groups}
    files = [
        audited_file(f"{name}.csv", text.encode(), possible_headers(text), packs[name], AUTO)
        for name, text in example.files
        if name in packs
    ]
    reports = reports_of(files, replace(pack, across=(rule,)), AUTO, detailed=False)
    found = {
        status
        for report in reports
        for (name, status), number in report.tallies.items()
        if name == rule.id and number
    }
    told = any(one.rule == rule.id for report in reports for one in report.findings)
    return found | ({Status.VIOLATED} if told else set())


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
    every: bool = False,
) -> DocumentReport:
    from auditor.datafiles.audited_file import audited_file
    from auditor.datafiles.findings.itemised import ALL, FIRST, itemised
    from auditor.datafiles.findings.report import alone_report

    assert pack.data is not None
    file = audited_file(path, content, headers, pack, rounding)
    items = itemised(pack.data, file.audit, listed=detailed, bounds=ALL if every else FIRST)
    return alone_report(items, file.placed(items.rows), pack, file.sha256)
