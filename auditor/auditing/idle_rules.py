"""Idle rules: the rule files of which no rule found anything to check, which nobody means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from auditor.model.report import DocumentReport, Unread
from auditor.model.rule import Pack
from auditor.model.selection import Selection

NO_MATCH = "its rules applied to nothing: no document is one of those that it is about"
NO_FIGURES = "its rules applied to nothing: none of them found the figures that it names"


def idle_rules(
    given: Sequence[str],
    packs: Sequence[Pack],
    documents: Iterable[DocumentReport],
    selection: Selection,
) -> tuple[Unread, ...]:
    """The rule files and folders given of which nothing was checked in any document.

    Of a folder one file is enough: it may describe many issuers. What the selection leaves out is
    not missed.
    """
    documents = tuple(documents)
    return tuple(
        Unread(path, NO_FIGURES if any(_applied(p, documents) for p in mine) else NO_MATCH)
        for path in given
        if (mine := [p for p in _under(path, packs) if _asked(p, selection)])
        and not any(_is_used(pack, documents, selection) for pack in mine)
    )


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
