"""``auditor rules``: lists the rules, and runs the examples written beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli._shared import AUDITED, FOUND, columns, near, refuse, write_out

if TYPE_CHECKING:
    from auditor.rule import Pack

ORDER = 5

rules = typer.Typer(
    help="List the rules, and run the examples written beside them.\n\n"
    "Example: auditor rules test rules/",
    rich_markup_mode=None,
    no_args_is_help=True,
)


@rules.command("list")
def list_rules(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE|DIR", help="Rule files besides the built-in ones."),
    ] = None,
) -> None:
    """List the rules: where each is written, its kind and what it says.

    Example: auditor rules list our-rules.yaml
    """
    from auditor.pipeline import BrokenRulesError, rule_packs

    try:
        rows = [*_rule_rows(rule_packs(paths or []))]
    except BrokenRulesError as broken:
        refuse(*map(str, broken.mistakes))
    write_out(columns(rows) if rows else "no rules\n")


def _rule_rows(packs: Iterable[Pack]) -> Iterator[tuple[str, str, str, str]]:
    for pack in packs:
        for rule in pack.rules:
            place = f"{near(rule.path)}:{rule.line}"
            yield rule.id, str(rule.kind), rule.title, place


@rules.command("test")
def run_examples(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE|DIR", help="Rule files or folders; none: the built-in ones."),
    ] = None,
) -> None:
    """Run the examples of rule files.

    Exit status: 0 all as expected, 1 some not, 2 broken rules or no examples at all.

    Example: auditor rules test our-rules.yaml
    """
    from auditor.pipeline import BrokenRulesError, examples_outcome

    try:
        outcomes = examples_outcome(paths or [])
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
