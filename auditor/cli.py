"""The command line: ``auditor check``, ``facts``, ``suggest``, ``rules`` and ``schema``.

Longer than most modules: every option stands here once, with its help.
"""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from auditor.fact import Fact
from auditor.relation import Severity
from auditor.render import UnknownFormatError, View, formats, rendering
from auditor.report import Report

if TYPE_CHECKING:
    from auditor.rule import Pack

AUDITED, FOUND, NOT_AUDITED = 0, 1, 2
PIPED_WIDTH = 100
STDIN = "-"
WIDEST_COLUMN = 48
"""Characters of a label that a list of facts has room for."""
COLLECT_RARELY = (200_000, 20, 20)
"""Documents are many small immutable values without cycles: looking for cycles finds none."""


class FailOn(StrEnum):
    """The least severity that makes the exit status 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class RoundingChoice(StrEnum):
    """How the document's figures were rounded."""

    AUTO = "auto"
    NEAREST = "nearest"
    TRUNCATE = "truncate"
    EXACT = "exact"


class FactsFormat(StrEnum):
    """How facts are listed."""

    TABLE = "table"
    CSV = "csv"


FAILING = {
    FailOn.ERROR: (Severity.ERROR,),
    FailOn.WARNING: (Severity.ERROR, Severity.WARNING),
    FailOn.NEVER: (),
}

app = typer.Typer(
    name="auditor",
    help="Find the numbers in a financial statement that cannot all be right.\n\n"
    "Example: auditor check results.md",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
rules_app = typer.Typer(
    help="List the rules, and run the examples written beside them.\n\n"
    "Example: auditor rules test rules/",
    rich_markup_mode=None,
    no_args_is_help=True,
)
app.add_typer(rules_app, name="rules")


RulePacks = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="FILE|DIR", help="Rule packs besides the built-in ones."),
]
Discovering = Annotated[
    bool,
    typer.Option("--discover/--no-discover", help="Also find relations that no rule declares."),
]
RoundedAs = Annotated[RoundingChoice, typer.Option(help="How printed figures were rounded.")]


def main() -> None:
    """Run the command line; exits with 0, 1 or 2, a crash of the auditor itself being 2."""
    gc.set_threshold(*COLLECT_RARELY)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except Exception:  # noqa: BLE001  # a traceback's own exit status, 1, would mean "found"
        import traceback

        traceback.print_exc()
        raise SystemExit(NOT_AUDITED) from None
    finally:
        gc.freeze()  # everything ends with the process: it need not be looked through once more


def _print_version(wanted: bool) -> None:
    if wanted:
        from auditor import __version__

        _write_out(f"auditor {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    pass


@app.command()
def check(  # noqa: PLR0913, PLR0917  # one parameter an option
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, globs, or - for stdin."),
    ],
    rules: RulePacks = None,
    discover: Discovering = True,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help=f"One of: {', '.join(formats())}.")
    ] = "terminal",
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write the report there.")
    ] = None,
    show_checks: Annotated[
        bool, typer.Option("--show-checks", help="List every check and every untied figure.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Also show what is off only within rounding.")
    ] = False,
    rounding: RoundedAs = RoundingChoice.AUTO,
    joint: Annotated[
        bool,
        typer.Option(
            "--joint",
            help="Also search all relations together; say what could be off unseen.",
        ),
    ] = False,
    fail_on: Annotated[
        FailOn, typer.Option(help="The least severity that makes the exit status 1.")
    ] = FailOn.ERROR,
    jobs: Annotated[int, typer.Option(min=1, help="Documents audited at the same time.")] = 1,
) -> None:
    """Audit documents and report the figures that cannot all be right.

    Exit status: 0 nothing found, 1 something found, 2 not (all) audited.

    Example: auditor check results.md --rules our-rules.yaml --format json
    """
    try:
        written = rendering(format_)
    except UnknownFormatError as unknown:
        _refuse(str(unknown))
    report = _audited(
        paths,
        rules=rules or [],
        discover=discover,
        rounding=str(rounding),
        joint=joint or show_checks,
        jobs=jobs,
    )
    view = _view(show_checks, strict, to_file=output is not None)
    _deliver(written(report, view), output)
    raise typer.Exit(exit_status(report, fail_on))


def _audited(  # noqa: PLR0913  # one parameter an option
    paths: Sequence[str],
    *,
    rules: Sequence[str],
    discover: bool,
    rounding: str,
    joint: bool,
    jobs: int,
) -> Report:
    from auditor.pipeline import BrokenRulesError, audit

    stdin = sys.stdin.buffer.read() if STDIN in paths else None
    try:
        return audit(
            paths,
            rules=rules,
            discover=discover,
            rounding=rounding,
            joint=joint,
            jobs=jobs,
            stdin=stdin,
        )
    except BrokenRulesError as broken:
        _refuse(*map(str, broken.mistakes))


def exit_status(report: Report, fail_on: FailOn) -> int:
    """2 when something could not be read, else 1 when a finding reaches ``fail_on``, else 0."""
    if report.unread:
        return NOT_AUDITED
    return FOUND if any(map(report.count, FAILING[fail_on])) else AUDITED


def _view(show_checks: bool, strict: bool, *, to_file: bool) -> View:
    on_screen = sys.stdout.isatty() and not to_file
    return View(
        color=on_screen and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        width=shutil.get_terminal_size().columns if on_screen else PIPED_WIDTH,
        show_checks=show_checks,
        strict=strict,
    )


def _deliver(text: str, output: Path | None) -> None:
    if output is None:
        _write_out(text)
        return
    try:
        output.write_text(text, encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        _refuse(f"{output}: {error.strerror or error}")


def _write_out(text: str) -> None:
    """Onto stdout; a reader who has seen enough, such as ``head``, is no error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _refuse(*messages: str) -> NoReturn:
    for message in messages:
        print(f"auditor: {message}", file=sys.stderr)
    raise typer.Exit(NOT_AUDITED)


@app.command()
def facts(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A document.")],
    format_: Annotated[
        FactsFormat, typer.Option("--format", help="A table to look at, or CSV with every column.")
    ] = FactsFormat.TABLE,
) -> None:
    """List what each figure of a document is taken to mean.

    Example: auditor facts results.md --format csv
    """
    from auditor.pipeline import facts_of, read
    from auditor.readers import UnreadableError

    try:
        found = facts_of(read(path))
    except (OSError, UnreadableError) as error:
        _refuse(f"{path}: {getattr(error, 'strerror', None) or error}")
    _write_out(FACTS_WRITERS[format_](found, path))


def _facts_table(found: Sequence[Fact], path: str) -> str:
    rows = [
        (
            _place(fact),
            fact.text,
            _shortened(fact.label),
            _shortened(_meaning(fact)),
            _when(fact),
            fact.scenario,
        )
        for fact in found
    ]
    heading = ("place", "text", "label", "meaning", "period", "scenario")
    count = f"{len(found)} facts read from {path}\n"
    return _columns([heading, *rows]) + "\n" + count if rows else count


def _shortened(text: str) -> str:
    """The text as far as a table has room for it; whole in the CSV listing."""
    return text if len(text) <= WIDEST_COLUMN else f"{text[: WIDEST_COLUMN - 1]}…"


def _facts_csv(found: Sequence[Fact], path: str) -> str:
    from auditor.frame import facts_frame_of

    return facts_frame_of(found, path).to_csv(index=False, lineterminator="\n")


FACTS_WRITERS: dict[FactsFormat, Callable[[Sequence[Fact], str], str]] = {
    FactsFormat.TABLE: _facts_table,
    FactsFormat.CSV: _facts_csv,
}


def _place(fact: Fact) -> str:
    source = fact.source
    return f"{source.line}:{source.column}" if source.line else source.cell or ""


def _meaning(fact: Fact) -> str:
    segment = f"{fact.segment}: " if fact.segment else ""
    against = f" against {fact.against.text}" if fact.against and fact.against.text else ""
    return f"{segment}{fact.concept}, {fact.measure}{against}"


def _when(fact: Fact) -> str:
    if fact.period is None:
        return ""
    months = (fact.period.first, fact.period.last)
    return "..".join(f"{m // 12:04}-{m % 12 + 1:02}" for m in months if m is not None)


def _columns(rows: Sequence[Sequence[str]]) -> str:
    """The rows with their columns aligned."""
    from auditor.render._layout import cells, padded, visible

    widths = [max(cells(visible(text)) for text in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(map(padded, row, widths)).rstrip() for row in rows)
    return "".join(f"{line}\n" for line in lines)


@app.command()
def explain(
    id_: Annotated[
        str,
        typer.Argument(metavar="FINDING-ID", help="The finding's id, or how it alone begins."),
    ],
    path: Annotated[str, typer.Argument(metavar="FILE", help="A document, or - for stdin.")],
    rules: RulePacks = None,
    discover: Discovering = True,
    rounding: RoundedAs = RoundingChoice.AUTO,
) -> None:
    """Show how one finding comes about: what fails, what holds, who is to blame, what is right.

    Give the options that the check was run with. Every report names the ids of its findings.

    Exit status: 0 it was shown, 2 there is no such finding or the document cannot be read.

    Example: auditor explain 3f2a9c0d1b7e results.md
    """
    from auditor.explaining import UnknownFindingError, explanation
    from auditor.pipeline import BrokenRulesError
    from auditor.readers import UnreadableError

    stdin = sys.stdin.buffer.read() if path == STDIN else None
    view = _view(False, False, to_file=False)
    try:
        text = explanation(
            id_, path, view,
            rules=rules or [], discover=discover, rounding=str(rounding), stdin=stdin,
        )  # fmt: skip
    except BrokenRulesError as broken:
        _refuse(*map(str, broken.mistakes))
    except UnreadableError as reason:
        _refuse(f"{path}: {reason}")
    except UnknownFindingError as unknown:
        _refuse(str(unknown))
    _write_out(text)


@app.command()
def suggest(
    path: Annotated[str, typer.Argument(metavar="FILE", help="A document, or - for stdin.")],
    rules: Annotated[
        list[str] | None,
        typer.Option(
            "--rules", metavar="FILE|DIR", help="Rule packs that need not be suggested again."
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="FILE", help="Write the rules there.")
    ] = None,
) -> None:
    """Write what is discovered in a document as rules, for a person to review and keep.

    Checked by them alone (--no-discover), the document gives the same findings.

    Exit status: 0 rules were written, 2 nothing was discovered or the document cannot be read.

    Example: auditor suggest results.md --output our-rules.yaml
    """
    from auditor.pipeline import BrokenRulesError
    from auditor.readers import UnreadableError
    from auditor.suggesting import suggestion

    stdin = sys.stdin.buffer.read() if path == STDIN else None
    try:
        found = suggestion(path, rules or [], stdin)
    except BrokenRulesError as broken:
        _refuse(*map(str, broken.mistakes))
    except UnreadableError as reason:
        _refuse(f"{path}: {reason}")
    if not found.relations:
        _refuse(f"NOTHING WAS DISCOVERED in {path}: there are no rules to write")
    _deliver(found.text, output)
    for line in found.summary:
        print(f"auditor: {line}", file=sys.stderr)


@rules_app.command("list")
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
        _refuse(*map(str, broken.mistakes))
    _write_out(_columns(rows) if rows else "no rules\n")


def _rule_rows(packs: Iterable[Pack]) -> Iterator[tuple[str, str, str, str]]:
    for pack in packs:
        for rule in pack.rules:
            place = f"{_near(rule.path)}:{rule.line}"
            yield rule.id, str(rule.kind), rule.title, place


def _near(path: str) -> str:
    """The path from the working folder, unless it stands on another drive."""
    try:
        return os.path.relpath(path)
    except ValueError:
        return path


@rules_app.command("test")
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
        _refuse(*map(str, broken.mistakes))
    if not outcomes:
        _refuse("NOTHING WAS TESTED: these rules have no examples")
    failed = [outcome for outcome in outcomes if not outcome.ok]
    for outcome in failed:
        place = f"{_near(outcome.path)}:{outcome.line}"
        _write_out(f"{place}: {outcome.rule}: expected {outcome.expected}, got {outcome.got}\n")
    _write_out(f"{len(outcomes) - len(failed)} of {len(outcomes)} examples as expected\n")
    raise typer.Exit(FOUND if failed else AUDITED)


@app.command()
def schema() -> None:
    """Print the JSON Schema of rule files, for completion in an editor.

    Example: auditor schema > auditor-rules.schema.json
    """
    import json

    from auditor.rulebook import json_schema

    _write_out(json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
