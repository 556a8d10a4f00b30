"""The options of the commands; those that are settings are None where they are not given."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli._shared import place_named
from auditor.model.settings import FailOn, RoundingChoice
from auditor.render import formats

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="PATH", help="Files, folders, globs, or - for stdin."),
]
RequiredPaths = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files, folders, globs, or - for stdin.")
]
RuleOrFinding = Annotated[
    str,
    typer.Argument(
        metavar="RULE|FINDING-ID", help="A rule, or a finding's id or how it alone begins."
    ),
]
FindingsDocument = Annotated[
    str | None, typer.Argument(metavar="FILE", help="The finding's document, or - for stdin.")
]
RuleFiles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE|DIR",
        help="Rule files besides the built-in ones; none: those of the settings.",
    ),
]
TestedRuleFiles = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="FILE|DIR",
        help="Rule files or folders; none: those of the settings, else the built-in ones.",
    ),
]
Rules = Annotated[
    list[str] | None,
    typer.Option("--rules", metavar="FILE|DIR", help="Rule packs besides the built-in ones."),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(
        "--exclude",
        metavar="PATTERN",
        help="What folders hold and is not read, as in a .gitignore; may be repeated.",
    ),
]
KnownRules = Annotated[
    list[str] | None,
    typer.Option(
        "--rules", metavar="FILE|DIR", help="Rule packs that need not be suggested again."
    ),
]
Discover = Annotated[
    bool | None,
    typer.Option(
        "--discover/--no-discover",
        help="Also find relations that no rule declares.",
        show_default="discover",
    ),
]
Discovering = Annotated[
    bool,
    typer.Option("--discover/--no-discover", help="Also find relations that no rule declares."),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="RULE", help="Ask only these rules: ids, packs or kinds."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="RULE", help="Do not ask these rules."),
]
RuleSeverity = Annotated[
    list[str] | None,
    typer.Option(
        "--severity", metavar="RULE=LEVEL", help="error, warning or note, as in core.tie=warning."
    ),
]
Rounding = Annotated[
    RoundingChoice | None,
    typer.Option(help="How printed figures were rounded.", show_default="auto"),
]
RoundedAs = Annotated[RoundingChoice, typer.Option(help="How printed figures were rounded.")]
JointAndUnseen = Annotated[
    bool | None,
    typer.Option(
        "--joint/--no-joint",
        help="Also search all relations together; say what could be off unseen.",
    ),
]
Joint = Annotated[
    bool | None,
    typer.Option("--joint/--no-joint", help="Also search all relations together."),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="FORMAT[:FILE]",
        help=f"One of: {', '.join(formats())}. Several at once, each to its own file.",
    ),
]
ReportFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        parser=place_named,
        help="Write the report there; - for standard output.",
    ),
]
SuggestedFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        parser=place_named,
        help="Write the rules there; - for standard output.",
    ),
]
FactsFile = Annotated[
    Path | None,
    typer.Option(
        "--output",
        metavar="FILE",
        parser=place_named,
        help="Write the list there; - for standard output.",
    ),
]
BaselineFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        parser=place_named,
        help="Where it is written; - for standard output.",
        show_default="the nearest auditor-baseline.toml, else one here",
    ),
]
CopyFile = Annotated[
    Path,
    typer.Option(
        "--output",
        "-o",
        metavar="COPY",
        parser=place_named,
        help="Where the copy goes; - for standard output.",
    ),
]
ShowChecks = Annotated[
    bool | None,
    typer.Option(
        "--show-checks/--no-show-checks", help="List every check and every untied figure."
    ),
]
PageImages = Annotated[
    bool | None,
    typer.Option(
        "--page-images/--no-page-images",
        help="Show a PDF's pages as pictures in the HTML report; left out, as far as 20 MB hold.",
    ),
]
Strict = Annotated[
    bool | None,
    typer.Option("--strict/--no-strict", help="Also show what is off only within rounding."),
]
FailOnSeverity = Annotated[
    FailOn | None,
    typer.Option(help="The least severity that makes the exit status 1.", show_default="error"),
]
ExitZero = Annotated[
    bool | None,
    typer.Option("--exit-zero/--no-exit-zero", help="Exit with 0 whatever is found."),
]
MinTied = Annotated[
    int | None,
    typer.Option(
        min=0, max=100, metavar="PERCENT", show_default="0",
        help="Exit with 1 where fewer of the printed figures are tied.",
    ),
]  # fmt: skip
AllowUnchecked = Annotated[
    bool | None,
    typer.Option(
        "--allow-unchecked/--no-allow-unchecked",
        help="Do not exit with 2 where not one check could be made.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(min=1, help="Documents audited at the same time.", show_default="1"),
]
Timeout = Annotated[
    int | None,
    typer.Option(
        min=0,
        max=1_000_000,
        metavar="SECONDS",
        help="Give a document up that takes longer; 0: never.",
        show_default="300",
    ),
]
Cluster = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Let the workers of a dask cluster audit, as at tcp://host:8786; local or local:4: "
        "here. PATH may be s3://... then.",
    ),
]
Journal = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE",
        help="With --cluster: keep what is finished there, and go on from it.",
    ),
]
Prior = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help="An earlier document: the comparatives must be what it published."
    ),
]
PriorAsInCheck = Annotated[
    str | None, typer.Option(metavar="FILE", help="An earlier document, as in check.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Audit again whenever a document is saved.")]
Reason = Annotated[str | None, typer.Option(help="Why the findings are accepted.")]
Owner = Annotated[str, typer.Option(metavar="NAME", help="Who answers for them.")]
Expires = Annotated[
    str | None, typer.Option(metavar="DATE", help="The last day they are accepted on.")
]
Update = Annotated[
    bool, typer.Option("--update", help="Keep what is written, drop cleared findings.")
]
Force = Annotated[bool, typer.Option("--force", help="Write the file anew.")]
Ticks = Annotated[
    bool | None,
    typer.Option(
        "--ticks/--no-ticks",
        help="Also tick what tied; left out, all formats but workbooks are ticked.",
    ),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Print findings and nothing else.")]
Verbose = Annotated[
    bool, typer.Option("-v", "--verbose", help="Also list every check, and say what is read.")
]
Config = Annotated[
    Path | None,
    typer.Option(
        "--config",
        metavar="FILE",
        help="Settings to read instead of the nearest auditor.toml or pyproject.toml.",
    ),
]
Isolated = Annotated[
    bool, typer.Option("--isolated", help="Read no file of settings and no waivers.")
]
ShowSettings = Annotated[
    bool, typer.Option("--show-settings", help="Print every setting and where it was set; exit.")
]
