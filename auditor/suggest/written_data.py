"""Writing: the rule file of a data file, as YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model.dataset import Cells, DataRule, DataSet, DeclaredColumn, Shift
from auditor.model.rule import Pack
from auditor.suggest.written import KEYS, line_of, one_or_many, text_of


def data_yaml_of(pack: Pack, remarks: Sequence[str]) -> str:
    """The rule file of a pack that declares a data set, the remarks as comments at its head."""
    return "".join(f"{line}\n" for line in _lines(pack, remarks))


def _lines(pack: Pack, remarks: Sequence[str]) -> Iterator[str]:
    data = pack.data
    assert data is not None
    yield from (f"# {remark}" for remark in remarks)
    yield f"pack: {pack.id}"
    yield f"title: {line_of(pack.title)}"
    if data.files:
        yield f"files: {one_or_many(data.files)}"
    if any(column.point != "." for column in data.columns):
        yield 'decimal: ","'
    if na := tuple(dict.fromkeys(text for column in data.columns for text in column.na)):
        yield f"na: {one_or_many(na)}"
    yield ""
    yield "columns:"
    yield from (f"  {text_of(column.name)}: {_column(column)}" for column in data.columns)
    yield ""
    yield f"key: [{', '.join(map(text_of, data.key))}]"
    yield ""
    yield "rules:"
    for number, rule in enumerate(data.rules):
        if number:
            yield ""
        yield from _rule(rule, data)


def _column(column: DeclaredColumn) -> str:
    said = {
        "type": str(column.type),
        "nullable": "true" if column.nullable else "",
        "unit-in": column.unit_in and text_of(column.unit_in),
        "exact": "true" if column.exact else "",
    }
    entries = [f"{key}: {value}" for key, value in said.items() if value]
    return str(column.type) if len(entries) == 1 else f"{{{', '.join(entries)}}}"


def _rule(rule: DataRule, data: DataSet) -> Iterator[str]:
    yield f"  - id: {rule.id.rpartition('.')[2]}"
    yield f"    title: {line_of(rule.title)}"
    yield f"    {rule.kind}: {_cells(rule.target, data)}"
    for key, operands in zip(KEYS[rule.kind], (rule.plus, rule.minus), strict=True):
        written = [_cells(operand, data) for operand in operands]
        if len(written) == 1:
            yield f"    {key}: {written[0]}"
        elif written:
            yield f"    {key}:"
            yield from (f"      - {operand}" for operand in written)
    if rule.per_cent is not None:
        yield f"    as: {'per cent' if rule.per_cent else 'a number'}"
    if not rule.required:
        yield "    required: false"


def _cells(cells: Cells, data: DataSet) -> str:
    if cells.is_own_record:
        return text_of(cells.column)
    entries = {name: one_or_many(values) if values else "others" for name, values in cells.where}
    named = {text_of(name): value for name, value in entries.items()}
    if len(data.numeric) > 1 or not named:
        named["column"] = text_of(cells.column)
    if cells.shift is not Shift.SAME:
        named["when"] = str(cells.shift)
    if cells.every:
        named["every"] = one_or_many(cells.every)
    return "{" + ", ".join(f"{name}: {value}" for name, value in named.items()) + "}"
