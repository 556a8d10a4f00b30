"""``auditor facts``: lists what figures are taken to mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from auditor.cli import _options as option
from auditor.cli._replacing import documents, refuse_replacing
from auditor.cli._shared import columns, deliver, file_of, refuse, stdin_if_named
from auditor.cli._thresholds import WIDEST_LABEL
from auditor.model.fact import Fact
from auditor.model.settings import TIMEOUT
from auditor.notation.plurals import counted

ORDER = 2


class FactsFormat(StrEnum):
    """How facts are listed."""

    TABLE = "table"
    CSV = "csv"


CERTAIN = "read for certain: a table that prints otherwise contradicts it"
LOOSELY = "holds a row's name and more: contradicted only where another of its figures agrees"
UNCERTAIN = "read with doubt: a table may confirm it, but none contradicts it"


def facts(
    path: Annotated[str, typer.Argument(metavar="PATH", help="A document.")],
    format_: Annotated[
        FactsFormat, typer.Option("--format", help="A table to look at, or CSV with every column.")
    ] = FactsFormat.TABLE,
    claims: Annotated[  # an option of the command line
        bool, typer.Option("--claims", help="Only what sentences claim, and what is made of it.")
    ] = False,
    output: option.FactsFile = None,
    timeout: option.Timeout = None,
) -> None:
    """List what each figure of a document is taken to mean.

    Example: auditor facts results.md --format csv
    """
    from auditor.auditing.deadline import within
    from auditor.formats.inputs import opening
    from auditor.readers import UnreadableError

    output = file_of(output)
    refuse_replacing([output] if output else [], documents([path]))
    stdin = stdin_if_named([path])
    seconds = TIMEOUT if timeout is None else timeout
    try:
        found = within(seconds, partial(_facts_in, path, stdin), opening(path, stdin))
    except (OSError, UnreadableError) as error:
        refuse(f"{path}: {getattr(error, 'strerror', None) or error}")
    if claims:
        found = tuple(fact for fact in found if not fact.in_table)
    if claims and format_ is FactsFormat.TABLE:
        deliver(_claims_table(found, path), output)
    else:
        deliver(FACTS_WRITERS[format_](found, path), output)


def _facts_in(path: str, stdin: bytes | None) -> tuple[Fact, ...]:
    from auditor.auditing.many_files import facts_of
    from auditor.auditing.pipeline import read

    return facts_of(read(path, stdin))


def _facts_table(found: Sequence[Fact], path: str) -> str:
    from auditor.findings.places import place_within

    rows = [
        (
            place_within(fact.source),
            fact.text,
            _shortened(fact.label),
            _shortened(_meaning(fact)),
            _when(fact),
            fact.scenario,
        )
        for fact in found
    ]
    heading = ("place", "text", "label", "meaning", "period", "scenario")
    count = f"{counted(len(found), 'figure')} read from {path}\n"
    return columns([heading, *rows]) + "\n" + count if rows else count


def _claims_table(found: Sequence[Fact], path: str) -> str:
    """Each figure of prose with the slots of its claim; declined ones with the reason."""
    from auditor.findings.places import place_within

    rows = [
        (
            place_within(fact.source),
            fact.text,
            _shortened(_meaning(fact) if fact.concept else ""),
            _when(fact),
            _made_of(fact),
        )
        for fact in found
    ]
    heading = ("place", "text", "claim", "period", "what is made of it")
    count = f"{counted(len(found), 'figure')} of sentences read from {path}\n"
    return columns([heading, *rows]) + "\n" + count if rows else count


def _made_of(fact: Fact) -> str:
    if fact.declined:
        return f"declined: {fact.declined}"
    if fact.certain and fact.loosely:
        return LOOSELY
    if fact.certain:
        return CERTAIN
    return f"{UNCERTAIN} ({fact.doubt})" if fact.doubt else UNCERTAIN


def _shortened(text: str) -> str:
    """The text as far as a table has room for it; whole in the CSV listing."""
    return text if len(text) <= WIDEST_LABEL else f"{text[: WIDEST_LABEL - 1]}…"


def _facts_csv(found: Sequence[Fact], path: str) -> str:
    from auditor.model.frames import facts_frame_of
    from auditor.render.csv import as_csv

    return as_csv(facts_frame_of(found, path))


FACTS_WRITERS: dict[FactsFormat, Callable[[Sequence[Fact], str], str]] = {
    FactsFormat.TABLE: _facts_table,
    FactsFormat.CSV: _facts_csv,
}


def _meaning(fact: Fact) -> str:
    segment = f"{fact.segment}: " if fact.segment else ""
    said = ", ".join(filter(None, (fact.concept, str(fact.measure))))
    return f"{segment}{said}{_compared(fact)}"


def _compared(fact: Fact) -> str:
    """What the figure compares with, as a sentence names it or the head of a column."""
    against = fact.against.text if fact.against else ""
    if not against:
        return ""
    return f" (column \u201c{against}\u201d)" if fact.in_table else f" compared with {against}"


def _when(fact: Fact) -> str:
    if fact.period is None:
        return ""
    months = (fact.period.first, fact.period.last)
    return " to ".join(f"{m // 12:04}-{m % 12 + 1:02}" for m in months if m is not None)
