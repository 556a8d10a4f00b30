"""``auditor explain``: documents a rule, or shows how a finding comes about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from auditor.cli import _options as option
from auditor.cli._settings import refuse_rules, settings_of
from auditor.cli._shared import near, refuse, stdin_if_named, view, write_out

if TYPE_CHECKING:
    from collections.abc import Sequence

    from auditor.model.settings import Settings
    from auditor.rulebook.describe import Description

ORDER = 3


def explain(  # noqa: PLR0913, PLR0917  # one parameter an option
    what: option.RuleOrFinding,
    path: option.FindingsDocument = None,
    rules: option.Rules = None,
    discover: option.Discover = None,
    select: option.Select = None,
    ignore: option.Ignore = None,
    severity: option.RuleSeverity = None,
    rounding: option.Rounding = None,
    prior: option.PriorAsInCheck = None,
    timeout: option.Timeout = None,
    config: option.Config = None,
    isolated: option.Isolated = False,
) -> None:
    """Document a rule: what it says, why, its formula and examples.

    With a FILE, show how one of its findings comes about: what fails, what holds, who is to blame,
    what is right. Give the options that the check was run with; every report names the ids of
    its findings.

    Exit status: 0 it was shown, 2 there is no such rule or finding, or FILE cannot be read.

    Example: auditor explain core.growth, or auditor explain 3f2a9c0d1b7e results.md
    """
    settings = settings_of(
        config, isolated, rules=rules, discover=discover, select=select, ignore=ignore,
        severity=severity, rounding=rounding, timeout=timeout,
    )  # fmt: skip
    write_out(_rule(what, settings) if path is None else _finding(what, path, settings, prior))


def _rule(name: str, settings: Settings) -> str:
    """The rule of that name, or every rule of the pack."""
    from auditor.model.selection import means
    from auditor.rulebook.describe import as_text, descriptions
    from auditor.rulebook.packs import BrokenRulesError, rule_packs

    try:
        known = list(descriptions(rule_packs(settings.rules)))
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    meant = [rule for rule in known if rule.id == name]
    meant = meant or [rule for rule in known if means(name, rule.id)]
    if not meant:
        _refuse_unknown(name, known)
    return "\n".join(as_text(rule._replace(place=_seen(rule.place))) for rule in meant)


def _seen(place: str) -> str:
    """A file and line as seen from the working folder."""
    path, colon, line = place.rpartition(":")
    return f"{near(path)}:{line}" if colon else place


def _refuse_unknown(name: str, known: Sequence[Description]) -> NoReturn:
    from auditor.model.dataset import is_found
    from auditor.model.mistake import likely

    if is_found(name):
        refuse(f"`{name}` is what a file's own figures show: `auditor suggest FILE` writes it")
    meant = likely(name, [rule.id for rule in known])
    guess = f"; did you mean `{meant}`?" if meant else ""
    finding = "" if meant else "; to explain a finding, name its document too"
    refuse(f"no rule is called `{name}`{guess}{finding}")


def _finding(id_: str, path: str, settings: Settings, prior: str | None) -> str:
    from auditor.auditing.explain import UnknownFindingError, explained
    from auditor.readers import UnreadableError
    from auditor.render import derivation
    from auditor.rulebook.packs import BrokenRulesError
    from auditor.rulebook.select import UnknownRulesError

    try:
        report, finding = explained(
            id_, path,
            rules=settings.rules, discover=settings.discover, rounding=str(settings.rounding),
            prior=prior, selection=settings.selection, stdin=stdin_if_named([path]),
            timeout=settings.timeout,
        )  # fmt: skip
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    except UnknownRulesError as unknown:
        refuse_rules(unknown, settings)
    except UnreadableError as reason:
        refuse(str(reason))
    except UnknownFindingError as unknown:
        refuse(str(unknown))
    return derivation(report, finding, view(False, False, to_file=False))
