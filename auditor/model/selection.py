"""Selections: which rules are asked, and how severe each is taken to be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model.relation import Severity


@dataclass(frozen=True, slots=True)
class Selection:
    """The rules that somebody wants, by their ids or how these begin.

    ``core`` means ``core.growth`` and all others of that pack, ``sum`` the sums that are
    discovered. Without ``select`` every rule is wanted. Of several names that mean a rule the
    longest decides; where it is both selected and ignored, the rule is ignored.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, Severity], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it gives."""
        return (*self.select, *self.ignore, *(name for name, _ in self.severity))

    def takes(self, rule: str) -> bool:
        """Whether the rule with this id is asked."""
        if not self.select and not self.ignore:
            return True
        wanted = _closest(rule, self.select) if self.select else 0
        unwanted = _closest(rule, self.ignore)
        return wanted is not None and (unwanted is None or wanted > unwanted)

    def severity_of(self, rule: str, otherwise: Severity) -> Severity:
        """How severe the rule's findings are."""
        named = [one for one in self.severity if means(one[0], rule)]
        return max(named, key=lambda one: len(one[0]))[1] if named else otherwise


EVERY_RULE = Selection()


def means(name: str, rule: str) -> bool:
    """Whether a name is a rule's id, or the pack that it stands in."""
    return rule == name or rule.startswith(f"{name}.")


def _closest(rule: str, names: Iterable[str]) -> int | None:
    """The length of the longest name that means the rule, if one does."""
    return max((len(name) for name in names if means(name, rule)), default=None)
