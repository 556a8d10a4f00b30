"""Packs: what a file that no rule file declares would have declared."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.datafiles.columns.opening import Header
from auditor.datafiles.columns.reading import Content, records_of
from auditor.datafiles.undeclared.roles import Roles, roles_of
from auditor.datafiles.undeclared.understood import understood
from auditor.model.dataset import FOUND, DataSet, DeclaredColumn
from auditor.model.rule import Pack


def undeclared_pack(content: Content, headers: Sequence[Header]) -> Pack | None:
    """The columns, the key and the rules that a file of records shows; None for any other."""
    header = max(headers, key=lambda one: len(one.names), default=None)
    if header is None or len({*header.names}) < len(header.names):
        return None
    texts = DataSet(tuple(DeclaredColumn(name) for name in header.names))
    records, content = records_of(content, header, texts)
    roles = roles_of(header, records.coded) if not (records.ragged or records.strays) else None
    if roles is None:
        return None
    figures = DataSet(roles.columns, key=roles.key)
    records, _ = records_of(content, header, figures)
    return Pack(FOUND, _title(roles), data=understood(roles, records))


def _title(roles: Roles) -> str:
    figures = ", ".join(column.name for column in roles.figures)
    return f"{figures} by {', '.join(roles.key)}"
