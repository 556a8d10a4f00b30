"""Paths to rule packs: files read, folders searched, mistakes gathered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.model.mistake import Mistake
from auditor.rulebook.files.thresholds import MOST_BYTES

if TYPE_CHECKING:
    from auditor.model.dataset import Completeness, DataRule
    from auditor.model.rule import Pack, Rule
    from auditor.rulebook.files.tree import Node

SUFFIXES = (".yaml", ".yml")


def load_pack(path: Path) -> tuple[Pack | None, tuple[Mistake, ...]]:
    """The pack in a rule file; None, and every mistake by line, if there is any mistake."""
    name = path.as_posix()
    text, unreadable = _text(path)
    if unreadable:
        return None, (unreadable,)
    return parsed_pack(text, name)


def load_packs(paths: Iterable[Path]) -> tuple[tuple[Pack, ...], tuple[Mistake, ...]]:
    """The packs of these files and of the rule files of these folders, each file once.

    Rule ids must differ across packs; packs with mistakes are left out.
    """
    files, mistakes = _files(paths)
    loaded = [load_pack(file) for file in files]
    packs = tuple(one for pack, _ in loaded if pack for one in (pack, *pack.of_groups))
    mistakes += [mistake for _, found in loaded for mistake in found]
    return packs, (*mistakes, *_clashes(packs))


def parsed_pack(text: str, path: str) -> tuple[Pack | None, tuple[Mistake, ...]]:
    """The pack that a text describes; ``path`` is what mistakes and rules name."""
    from auditor.rulebook.files.tree import tree

    root, found = tree(text, path)
    if root is None:
        return None, found or (Mistake(path, 1, 1, EMPTY),)
    pack, more = _validated_pack(root, path)
    mistakes = tuple(sorted({*found, *more}))
    return None if mistakes else pack, mistakes


def json_schema() -> dict[str, Any]:
    """The JSON Schema of rule files, for completion in editors."""
    from auditor.rulebook.files.schema import editor_schema

    return editor_schema()


EMPTY = "the file is empty: expected a mapping with the keys pack and title"


def _validated_pack(root: Node, path: str) -> tuple[Pack | None, tuple[Mistake, ...]]:
    from pydantic_core import ValidationError

    from auditor.rulebook.files.dataset_mistakes import dataset_mistakes
    from auditor.rulebook.files.datasets import data_pack
    from auditor.rulebook.files.folder_mistakes import folder_mistakes
    from auditor.rulebook.files.folders import folder_pack
    from auditor.rulebook.files.messages import schema_mistakes
    from auditor.rulebook.files.pack_mistakes import pack_mistakes
    from auditor.rulebook.files.packs import pack
    from auditor.rulebook.files.schema import DATA, DOCUMENTS, FOLDERS, about, validated
    from auditor.rulebook.files.tree import plain

    said = plain(root)
    mistakes, packed = {
        DOCUMENTS: (pack_mistakes, pack),
        DATA: (dataset_mistakes, data_pack),
        FOLDERS: (folder_mistakes, folder_pack),
    }[about(said)]
    unseen = tuple(mistakes(root, path))
    try:
        data = validated(said)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return None, (*unseen, *schema_mistakes(errors, root, path))
    return (None if unseen else packed(data, root, path)), unseen


def _text(path: Path) -> tuple[str, Mistake | None]:
    """A file's text, or the mistake that keeps it from being read."""
    name = path.as_posix()
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        return "", Mistake(name, 1, 1, f"cannot be read: {reason[:1].lower()}{reason[1:]}")
    if len(data) > MOST_BYTES:
        return "", Mistake(name, 1, 1, f"larger than {MOST_BYTES:,} bytes: too large for rules")
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", Mistake(name, line, 1, "not UTF-8 text: save the file with that encoding")


def _files(paths: Iterable[Path]) -> tuple[list[Path], list[Mistake]]:
    files: dict[Path, Path] = {}
    mistakes = []
    for path in paths:
        found = tuple(_rule_files(path)) if path.is_dir() else (path,)
        if not found:
            message = f"no rule file in this folder: expected {' or '.join(SUFFIXES)}"
            mistakes.append(Mistake(path.as_posix(), 1, 1, message))
        for file in found:
            files.setdefault(file.resolve(), file)
    return list(files.values()), mistakes


def _rule_files(folder: Path) -> Iterator[Path]:
    yield from sorted(p for p in folder.iterdir() if p.suffix in SUFFIXES and p.is_file())


def _clashes(packs: Iterable[Pack]) -> Iterator[Mistake]:
    """Rules that share their id with one of another file."""
    seen: dict[str, Rule | DataRule | Completeness] = {}
    for rule in (rule for pack in packs for rule in pack.declared):
        first = seen.setdefault(rule.id, rule)
        if first is not rule:
            message = f"rule id `{rule.id}` is already used at {first.path}:{first.line}"
            yield Mistake(rule.path, rule.line, 1, message)
