"""Idle rules: the rule files of which no rule found anything to check, which nobody means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from auditor.auditing.thresholds import MOST_RULES
from auditor.model.dataset import DataRule
from auditor.model.mistake import listed, nearest
from auditor.model.report import DocumentReport, Unread
from auditor.model.rule import Pack
from auditor.model.selection import Selection

NO_MATCH = "its rules applied to nothing: no document is one of those that it is about"
NO_FIGURES = "its rules applied to nothing: none of them found the figures that it names"
NOWHERE = "{rules} {check} nothing: no document has the tables, rows or passages named there"
DATA_SUFFIXES = (".csv", ".tsv", ".txt", ".parquet", "")
"""What data files are called; audited without any, the rules for them are not missed."""
NO_FILE = "its rules applied to nothing: no file {which}"


def idle_rules(
    given: Sequence[str],
    packs: Sequence[Pack],
    documents: Iterable[DocumentReport],
    selection: Selection,
    *,
    searched: bool,
) -> tuple[Unread, ...]:
    """The rule files and folders given of which nothing was checked in any document.

    Of a folder one file about documents is enough: it may describe many issuers. One about data
    files names its files, and each is missed where a folder was ``searched`` for any of them; where
    single files are named, as of a commit, one of them is enough. What the selection leaves out is
    not missed.
    """
    documents = tuple(documents)
    return tuple(
        idle
        for path in given
        if (mine := [p for p in _under(path, packs) if _asked(p, selection)])
        for idle in _idle(path, mine, documents, selection, searched=searched)
    )


def _idle(
    path: str,
    packs: Sequence[Pack],
    documents: Sequence[DocumentReport],
    selection: Selection,
    *,
    searched: bool,
) -> Iterator[Unread]:
    """Of one rule file or folder."""
    relating = [pack for pack in packs if pack.groups]
    packs = [pack for pack in packs if not pack.groups]
    unused = [pack for pack in packs if not _is_used(pack, documents, selection)]
    any_data = any(_may_be_data(document.path) for document in documents)
    if len(unused) == len(packs) or (searched and any_data):
        yield from (Unread(p.path, _why(p, documents)) for p in unused if p.data is not None)
    yield from (one for pack in relating for one in _across(pack, documents, selection))
    about_documents = [pack for pack in packs if pack.data is None]
    if about_documents and all(pack in unused for pack in about_documents):
        applied = any(_applied(pack, documents) for pack in about_documents)
        yield Unread(path, NO_FIGURES if applied else NO_MATCH)
    else:
        yield from (one for p in about_documents for one in _lost(p, documents, selection))


def _lost(
    pack: Pack, documents: Iterable[DocumentReport], selection: Selection
) -> Iterator[Unread]:
    """Rules that name tables, rows or passages which none of the pack's documents has.

    Those that name what figures mean are for any document, and not every one has all of it.
    """
    unbound = [set(d.unbound) for d in documents if pack.id in d.packs]
    lost = [
        rule.id
        for rule in pack.rules
        if rule.target.place is not None
        and selection.takes(rule.id)
        and unbound
        and all(rule.id in one for one in unbound)
    ]
    if lost:
        more = f" and {len(lost) - MOST_RULES} more" if len(lost) > MOST_RULES else ""
        rules = ", ".join(lost[:MOST_RULES]) + more
        check = "checks" if len(lost) == 1 else "check"
        yield Unread(pack.path, NOWHERE.format(rules=rules, check=check))


def _across(
    pack: Pack, documents: Sequence[DocumentReport], selection: Selection
) -> Iterator[Unread]:
    """The rules between files of which no check could be made, for want of files or columns."""
    if not any(_applied(one, documents) for one in pack.of_groups):
        return  # that no file is one of its groups is told of each
    told = {rule for d in documents for rule, _ in d.tallies}
    told |= {finding.rule for d in documents for finding in d.findings}
    for rule in pack.across:
        if rule.required and selection.takes(rule.id) and rule.id not in told:
            yield Unread(pack.path, f"{rule.id} was not checked: {_lacking(rule, pack, documents)}")


def _lacking(rule: DataRule, pack: Pack, documents: Sequence[DocumentReport]) -> str:
    """The group of which no file is audited, with the name that comes nearest to it."""
    packs = dict(zip((group.name for group in pack.groups), pack.of_groups, strict=True))
    for group in pack.groups:
        if group.name not in rule.groups or _applied(packs[group.name], documents):
            continue
        names = [PurePath(document.path).name for document in documents]
        near = next((n for one in group.data.files if (n := nearest(one, names))), "")
        called = f" (called {listed(group.data.files)})" if group.data.files else ""
        meant = f"; is it {near}?" if near else ""
        return f"no file that is audited is one of {group.name}{called}{meant}"
    return "a file has not all the columns that it names"


def _may_be_data(path: str) -> bool:
    """Whether a document has the name of a data file, or none that says what it is."""
    return PurePath(path).suffix.lower() in DATA_SUFFIXES


def _why(pack: Pack, documents: Iterable[DocumentReport]) -> str:
    """What a rule file about data files would have applied to."""
    assert pack.data is not None
    if _applied(pack, documents):
        return NO_FIGURES
    if pack.data.files:
        return NO_FILE.format(which=f"is called {listed(pack.data.files)}")
    columns = [column.name for column in pack.data.columns if column.required]
    return NO_FILE.format(which=f"has all its columns: {', '.join(columns)}")


def _under(path: str, packs: Iterable[Pack]) -> Iterator[Pack]:
    return (p for p in packs if Path(path) == Path(p.path) or Path(path) in Path(p.path).parents)


def _asked(pack: Pack, selection: Selection) -> list[str]:
    return [rule.id for rule in pack.declared if selection.takes(rule.id)]


def _applied(pack: Pack, documents: Iterable[DocumentReport]) -> bool:
    return any(pack.id in document.packs for document in documents)


def _is_used(pack: Pack, documents: Iterable[DocumentReport], selection: Selection) -> bool:
    """Whether a rule found what it names, or a data file was found not to be as it is described."""
    asked = set(_asked(pack, selection))
    mine = [d for d in documents if pack.id in d.packs]
    return any(not asked <= set(d.unbound) or (pack.data and d.findings) for d in mine)
