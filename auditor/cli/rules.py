"""``auditor rules``: lists the rules, and runs the examples written beside them."""

from __future__ import annotations

import typer

from auditor.cli import _options as option
from auditor.cli._settings import settings_of
from auditor.cli._shared import AUDITED, FOUND, columns, near, refuse, write_out

ORDER = 5

rules = typer.Typer(
    help="List the rules, and run the examples written beside them.\n\n"
    "Example: auditor rules test rules/",
    rich_markup_mode=None,
    invoke_without_command=True,
)


@rules.callback()
def _list_by_default(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        list_rules()


@rules.command("list")
def list_rules(
    paths: option.RuleFiles = None,
    config: option.Config = None,
    isolated: option.Isolated = False,
) -> None:
    """List the rules: their kind, what they say and where they are written.

    Example: auditor rules list our-rules.yaml
    """
    from auditor.rulebook.describe import ITSELF, descriptions
    from auditor.rulebook.packs import BrokenRulesError, rule_packs

    settings = settings_of(config, isolated, rules=paths or None)
    try:
        known = [*descriptions(rule_packs(list(settings.rules)))]
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    rows = []
    for rule in known:
        path, colon, line = rule.place.rpartition(":")
        named = f"{near(path)}:{line}" if colon else near(rule.place)
        place = rule.place if rule.place == ITSELF else named
        rows.append((rule.id, str(rule.kind), rule.title, place))
    write_out(columns(rows))


@rules.command("test")
def run_examples(
    paths: option.TestedRuleFiles = None,
    config: option.Config = None,
    isolated: option.Isolated = False,
) -> None:
    """Run the examples of rule files.

    Exit status: 0 all as expected, 1 some not, 2 broken rules or no examples at all.

    Example: auditor rules test our-rules.yaml
    """
    from auditor.auditing.examples import examples_outcome
    from auditor.rulebook.packs import BrokenRulesError

    settings = settings_of(config, isolated, rules=paths or None)
    try:
        outcomes = examples_outcome(list(settings.rules))
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    if not outcomes:
        refuse("NOTHING WAS TESTED: these rules have no examples")
    failed = [outcome for outcome in outcomes if not outcome.ok]
    for outcome in failed:
        place = f"{near(outcome.path)}:{outcome.line}"
        write_out(f"{place}: {outcome.rule}: expected {outcome.expected}, got {outcome.got}\n")
    write_out(f"{len(outcomes) - len(failed)} of {len(outcomes)} examples as expected\n")
    raise typer.Exit(FOUND if failed else AUDITED)
