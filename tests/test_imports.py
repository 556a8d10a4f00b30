"""The direction of imports: nouns import nouns below them, verbs import nouns, joins import all.

Two groups of verbs serve as a language to the others. READING turns words into meaning; any verb
may read. TELLING says of a single relation what its arithmetic comes to and how to put it in a
sentence; what weighs many relations against each other builds on that.
"""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import auditor

PACKAGE = Path(auditor.__file__).parent

NOUNS = (  # lowest first: each may import those before it
    "locations",
    "mistake",
    "interval",
    "figure",
    "tagging",
    "formula",
    "document",
    "grid",
    "period",
    "fact",
    "scene",
    "relation",
    "selection",
    "dataset",
    "rule",
    "builtin",
    "finding",
    "waiver",
    "settings",
    "report",
    "progress",
)
READING = (  # verbs that other verbs may use, since all of them read; lowest first
    "numerals",
    "periods",
    "units",
    "vocabulary",
    "layout",
    "places",
)
TELLING = (  # verbs about one relation, which those about many may use; neither uses the other
    "check",
    "marks",
    "slips",
    "wording",
)
JOINS = (  # "": the package itself
    "", "understanding", "examining", "examples", "pipeline", "suggesting", "explaining",
    "workers", "watching", "ticker", "manual", "reviewing", "waivers", "annotate", "datafiles",
    "cli", "__main__",
)  # fmt: skip
EXCEPTIONS = {"report": {"frame"}}  # Report.to_frame is where users look for it

HEAVY = {"highspy", "lxml", "numpy", "openpyxl", "pandas", "pandera", "scipy"}
STATEMENT = "| (JPY million) | 2Q06 | 2Q05 |\n|---|---|---|\n| Revenue | 801 | 700 |\n"


def test_the_auditor_has_modules():
    assert {"", "cli", *NOUNS} <= set(modules())


def modules():
    """Dotted names within the package, packages included, to their files."""
    names = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        names[".".join(part for part in parts if part != "__init__")] = path
    return names


def stage(module):
    """The noun, verb or join that a module belongs to: itself, or the package it stands in."""
    return module.partition(".")[0]


def forbidden_imports(source, module, *, is_package=False):
    """The stages that a module's source imports and may not."""
    own, imported = stage(module), imported_stages(source, module, is_package=is_package)
    if own in JOINS:
        return set()
    if own in NOUNS:
        return imported - {*NOUNS[: NOUNS.index(own)], *EXCEPTIONS.get(own, ())}
    if own in READING:
        return imported - {*NOUNS, *READING[: READING.index(own)]}
    if own in TELLING:
        return imported - {own, *NOUNS, *READING}
    return imported - {own, *NOUNS, *READING, *TELLING}


def imported_stages(source, module, *, is_package):
    """The stages imported anywhere in a source: at the top, in functions, and for types only."""
    inside = [
        name.split(".")[1]
        for node in ast.walk(ast.parse(source))
        for name in imported_names(node, folder(module, is_package=is_package))
        if name.startswith("auditor.")
    ]
    return {name for name in inside if name != "__version__"}


def folder(module, *, is_package):
    """The package that relative imports of a module start from."""
    parts = ["auditor", *filter(None, module.split("."))]
    return parts if is_package else parts[:-1]


def imported_names(node, package):
    """Full dotted names that one statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        above = package[: len(package) + 1 - node.level] if node.level else []
        return [".".join([*above, *filter(None, [node.module]), a.name]) for a in node.names]
    return []


@pytest.mark.parametrize("module", modules(), ids=lambda name: name or "auditor")
def test_imports_point_down(module):
    path = modules()[module]
    source = path.read_text(encoding="utf-8")
    assert not forbidden_imports(source, module, is_package=path.name == "__init__.py")


@pytest.mark.parametrize(
    "module, source, forbidden",
    [
        ("figure", "from auditor.interval import Interval", set()),
        ("figure", "from auditor.fact import Fact", {"fact"}),
        ("report", "def f():\n    from auditor.frame import findings_frame", set()),
        ("finding", "def f():\n    from auditor.frame import findings_frame", {"frame"}),
        ("fact", "if TYPE_CHECKING:\n    import auditor.report as r", {"report"}),
        ("render.json", "from auditor.report import Report", set()),
        ("render.json", "from auditor import __version__", set()),
        ("render.json", "from auditor.render import View", set()),
        ("render.json", "from . import View", set()),
        ("render.json", "from ..readers import read", {"readers"}),
        ("render.json", "from auditor import cli", {"cli"}),
        ("readers.markdown", "from auditor.numerals import figures", set()),
        ("readers.markdown", "from auditor.discover import proposals", {"discover"}),
        ("units", "from auditor.periods import periods", set()),
        ("periods", "from auditor.units import stated_unit", {"units"}),
        ("localise", "from auditor.check import allowed", set()),
        ("joint.room", "from auditor.check import allowed", set()),
        ("joint.told", "from auditor.localise import findings", {"localise"}),
        ("check", "from auditor.wording import sentence", {"wording"}),
        ("periods", "from auditor.check import verdict", {"check"}),
        ("inputs", "from auditor.readers import UnreadableError", {"readers"}),
        ("claims", "from auditor import audit", {"audit"}),
        ("suggest.drafts", "from auditor.places import Atlas", set()),
        ("suggest.drafts", "from auditor.bind import bound", {"bind"}),
        ("cli", "from auditor.pipeline import audit", set()),
    ],
)
def test_an_import_against_the_direction_is_seen(module, source, forbidden):
    assert forbidden_imports(source, module) == forbidden


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("check", "--help"),
        ("check", "statement.md"),
        ("suggest", "--help"),
    ],
    ids=" ".join,
)
def test_heavy_libraries_stay_out_of_start_up(arguments, tmp_path):
    (tmp_path / "statement.md").write_text(STATEMENT, encoding="utf-8")
    run = (
        "import sys\n"
        "from auditor.cli import main\n"
        "try:\n"
        "    status = main()\n"
        "except SystemExit as stop:\n"
        "    status = stop.code\n"
        f"print(status or 0, *sorted({HEAVY} & set(sys.modules)), file=sys.stderr)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", run, *arguments],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stderr == "0\n"
