"""Validated rule files about several kinds of data files to packs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from auditor.model.dataset import (
    Across,
    Cells,
    DataExample,
    DataRule,
    DataSet,
    FileGroup,
    qualified,
)
from auditor.model.relation import Kind, Severity
from auditor.model.rule import Pack, Reads
from auditor.rulebook.files.datasets import Data, cells_of, data_pack
from auditor.rulebook.files.folder_shapes import ACROSS, ACROSS_SIGNS, AGAIN, GROUPS, IN, ONE_SIDED
from auditor.rulebook.files.nodes import entries_at, example_line, many, under
from auditor.rulebook.files.tree import Entries, Node

Groups = Mapping[str, DataSet]


def folder_pack(data: Data, root: Node, path: str) -> Pack:
    """The pack that validated data describe; the tree they come from says where rules stand."""
    groups = tuple(_groups(data, root, path))
    known = {group.name: group.data for group in groups}
    rules = tuple(
        _rule(rule, entries_at(root, ACROSS, number), data["pack"], path, known)
        for number, rule in enumerate(data.get(ACROSS, ()))
    )
    return Pack(data["pack"], data["title"], path, groups=groups, across=rules)


def _groups(data: Data, root: Node, path: str) -> Iterator[FileGroup]:
    for name, said in data[GROUPS].items():
        title = said.get("title", f"{data['title']}: {name}")
        whole = {"pack": f"{data['pack']}.{name}", "title": title, **said}
        node = under(under(root, GROUPS), name)
        assert node is not None
        declared = data_pack(whole, node, path).data
        assert declared is not None
        yield FileGroup(name, title, declared)


def _rule(data: Data, entries: Entries, pack: str, path: str, groups: Groups) -> DataRule:
    kind = next(kind for kind in ACROSS_SIGNS if kind in data)
    target = _cells(data[kind], groups, "")[0]
    operands = [
        tuple(c for one in many(data.get(key)) for c in _cells(one, groups, target.own_column))
        for key in ACROSS_SIGNS[kind]
    ]
    plus, *minus = operands or [()]
    rule = DataRule(
        id=f"{pack}.{data['id']}",
        kind=Kind.TIE if kind == AGAIN else Kind(kind),
        title=data["title"],
        target=target,
        plus=(target,) if kind == AGAIN else plus,
        minus=tuple(one for cells in minus for one in cells),
        per_cent=None if "as" not in data else data["as"] == Reads.PER_CENT,
        why=data.get("why", ""),
        severity=Severity(data.get("severity", Severity.ERROR)),
        required=data.get("required", True),
        examples=tuple(_examples(data, entries)),
        path=path,
        line=entries["id"].place.line,
    )
    by = tuple(_by(data.get("by"), rule, groups))
    across = Across(by, repeats=kind == AGAIN, one_sided=data.get(ONE_SIDED, False))
    return replace(rule, by=tuple(one[0][1] for one in by), across=across)


def _cells(said: Data, groups: Groups, default: str) -> tuple[Cells, ...]:
    """The figures in one place of a rule; a list of values stands for as many of them."""
    group = str(said[IN])
    column = column_of(said, groups[group], default)
    rest = {name: value for name, value in said.items() if name != IN}
    found = cells_of(rest, column, listed=bool(default))
    return tuple(replace(one, column=qualified(group, one.column), group=group) for one in found)


def column_of(said: Data, data: DataSet, default: str) -> str:
    """The column of figures meant: the one that is named, the only one, or that of the target."""
    names = [column.name for column in data.numeric]
    return str(said.get("column") or (names[0] if len(names) == 1 else default))


def _by(said: object, rule: DataRule, groups: Groups) -> Iterator[tuple[tuple[str, str], ...]]:
    """What records agree in; without a word, all of the target's key that the others have too."""
    if said is not None:
        for one in many(said):
            if isinstance(one, dict):
                yield tuple((group, column) for group, column in one.items())
            else:
                yield tuple((group, one) for group in rule.groups)
        return
    for name in shared_key(rule.groups, groups, {name for name, _ in rule.target.where}):
        yield tuple((group, name) for group in rule.groups)


def shared_key(names: tuple[str, ...], groups: Groups, fixed: set[str]) -> tuple[str, ...]:
    """The columns of the first group's key that all of these groups have, but for those fixed."""
    first, *others = (groups[name] for name in names)
    known = [{c.name for c in data.columns if not c.is_numeric} for data in others]
    return tuple(n for n in first.key if n not in fixed and all(n in one for one in known))


def _examples(data: Data, rule: Entries) -> Iterator[DataExample]:
    for number, example in enumerate(data.get("examples", ())):
        ((word, files),) = example.items()
        shown = "\n".join(f"{name}:\n{text.rstrip()}" for name, text in files.items())
        yield DataExample(
            f"{shown}\n",
            expect=word.replace(" ", "_"),
            line=example_line(rule, number, word),
            files=tuple(files.items()),
        )
