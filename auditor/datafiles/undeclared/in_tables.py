"""Records in tables: what holds between the cells of a table of a document."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.datafiles.columns.delimited import coded_column
from auditor.datafiles.columns.locations import NOWHERE
from auditor.datafiles.columns.opening import Header
from auditor.datafiles.columns.records import Records, printed_column
from auditor.datafiles.undeclared.roles import roles_of
from auditor.datafiles.undeclared.understood import understood
from auditor.datafiles.verdicts.audit import audited
from auditor.datafiles.verdicts.data_file import DataFile
from auditor.model.relation import Relation

NAMES = 2
"""Columns of names that a list of records has, and a statement has not."""


def relations_in(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Relation, ...]:
    """Every check of the rules that the records show; a fact's number counts cells, from 1."""
    texts = {name: [row[col] for row in rows] for col, name in enumerate(header)}
    coded = {name: coded_column(cells) for name, cells in texts.items()}
    roles = roles_of(Header(tuple(header), delimiter="\t"), coded, most_repeated=0)
    if roles is None or len(roles.key) < NAMES:
        return ()
    figures = {column.name for column in roles.figures}
    records = Records(
        len(rows),
        tuple(header),
        {name: column for name, column in coded.items() if name not in figures},
        {name: printed_column(texts[name]) for name in figures},
        has_lines=False,
    )
    data = understood(roles, records)
    file = DataFile(data, records, NOWHERE, "")
    return tuple(file.relation(check) for check in audited(data, records, None).every())
