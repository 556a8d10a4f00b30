"""Packs: the rule packs that come with the auditor, and those of given files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.formats.resources import rules_folder
from auditor.model.rule import Pack


class BrokenRulesError(Exception):
    """Rule files with mistakes; ``mistakes`` are all of them, each with its place."""

    def __init__(self, mistakes: Sequence[object]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = tuple(mistakes)


def rule_packs(extra: Sequence[str] = ()) -> tuple[Pack, ...]:
    """The packs that come with the auditor, then those of the extra files and folders."""
    from auditor.rulebook.cache import cache_packs, cached_packs

    shipped = sorted(rules_folder().glob("*.yaml"))
    kept = None if extra else cached_packs(shipped)
    if kept is not None:
        return kept
    from auditor.rulebook.files import load_packs

    packs, mistakes = load_packs([*shipped, *map(Path, extra)])
    if mistakes:
        raise BrokenRulesError(mistakes)
    if not extra:
        cache_packs(packs, shipped)
    return packs
