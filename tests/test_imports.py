"""The house: folders from the ground up, each importing only from those above it in the list."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import auditor

PACKAGE = Path(auditor.__file__).parent

FOLDERS = (  # from the ground up
    "model",
    "notation",
    "formats",
    "readers",
    "facts",
    "checks",
    "findings",
    "solve",
    "relations",
    "blame",
    "rulebook",
    "configuration",
    "review",
    "suggest",
    "render",
    "annotate",
    "datafiles",
    "auditing",
    "desk",
    "cli",
)
JOINING = ("datafiles", "auditing", "desk", "cli")
"""Only these use what stages make of each other's results."""
LANGUAGE = ("model", "notation", "formats", "checks", "findings")
"""What any stage may speak: nouns, what is printed, one relation's verdict, and how it is told."""
BUILDS_ON = {  # one stage each that another extends
    "relations": "facts",  # rules by place name the document's tables and passages
    "suggest": "facts",
    "blame": "solve",  # what relations say together, and exactly
    "review": "configuration",  # waivers stand in the settings
    "annotate": "readers",  # copies are written by what reads the format
}

HEAVY = {"highspy", "lxml", "numpy", "openpyxl", "pandas", "pandera", "scipy"}
NEEDLESS = (
    "auditor.cli.annotate",  # commands that nobody asked for
    "auditor.cli.baseline",
    "auditor.readers._aligned.fixed",  # what only tables need
    "auditor.relations.discovered.sums",
    "auditor.relations.discovered.ties",
)
STATEMENT = "| (JPY million) | 2Q06 | 2Q05 |\n|---|---|---|\n| Revenue | 801 | 700 |\n"


def modules():
    """Dotted names within the package, packages included, to their files."""
    names = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        names[".".join(part for part in parts if part != "__init__")] = path
    return names


def folder_of(module):
    return module.partition(".")[0]


def imported(source, module, *, is_package=False):
    """The names within the package that a source imports, in functions and for types too."""
    parts = ["auditor", *filter(None, module.split("."))]
    package = parts if is_package else parts[:-1]
    names = (
        name
        for node in ast.walk(ast.parse(source))
        for name in imported_names(node, package)
        if name.startswith("auditor.")
    )
    return {name.removeprefix("auditor.") for name in names} - {"__version__"}


def imported_names(node, package):
    """Full dotted names that one statement imports."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        above = package[: len(package) + 1 - node.level] if node.level else []
        return [".".join([*above, *filter(None, [node.module]), a.name]) for a in node.names]
    return []


def upward(source, module, *, is_package=False):
    """What a module imports from a folder that stands below its own in the list."""
    own = folder_of(module)
    if own not in FOLDERS:  # the package itself, and `python -m auditor`
        return set()
    allowed = FOLDERS[: FOLDERS.index(own) + 1]
    names = imported(source, module, is_package=is_package)
    return {name for name in names if folder_of(name) not in allowed}


def private(source, module, *, is_package=False):
    """What a module imports that is private to another folder."""
    names = imported(source, module, is_package=is_package)
    return {
        name
        for name in names
        if folder_of(name) != folder_of(module)
        and any(part.startswith("_") for part in name.split("."))
    }


@pytest.mark.parametrize("module", modules(), ids=lambda name: name or "auditor")
def test_imports_run_one_way(module):
    path = modules()[module]
    source, is_package = path.read_text(encoding="utf-8"), path.name == "__init__.py"
    assert not upward(source, module, is_package=is_package)
    assert not private(source, module, is_package=is_package)


@pytest.mark.parametrize("module", modules(), ids=lambda name: name or "auditor")
def test_only_some_folders_join_the_stages(module):
    own, path = folder_of(module), modules()[module]
    if own in (*JOINING, "", "__main__"):
        return
    source, is_package = path.read_text(encoding="utf-8"), path.name == "__init__.py"
    used = {folder_of(name) for name in imported(source, module, is_package=is_package)}
    assert used <= {own, *LANGUAGE, BUILDS_ON.get(own, own)}


def test_every_folder_has_its_place_in_the_list():
    found = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert found == set(FOLDERS)


def test_nothing_else_stands_at_the_root():
    shown = {path.name for path in PACKAGE.iterdir() if path.name != "__pycache__"}
    assert shown == {*FOLDERS, "__init__.py", "__main__.py", "py.typed"}
    assert len(FOLDERS) <= 20


@pytest.mark.parametrize(
    "module, source, forbidden",
    [
        ("model.figure", "from auditor.model.interval import Interval", set()),
        ("model.fact", "from auditor.notation.units import unit", {"notation.units.unit"}),
        (
            "model.report",
            "def f():\n    from auditor.findings.marks import x",
            {"findings.marks.x"},
        ),
        ("checks.verdict", "if T:\n    import auditor.auditing.pipeline", {"auditing.pipeline"}),
        ("render.json", "from auditor import __version__", set()),
        ("render.json", "from . import View", set()),
        ("render.json", "from ..readers import read", set()),
        ("readers.text", "from ..render import View", {"render.View"}),
        ("cli.check", "from auditor.auditing.pipeline import audit", set()),
        ("facts.tables", "from auditor import audit", {"audit"}),
    ],
)
def test_an_import_against_the_direction_is_seen(module, source, forbidden):
    assert upward(source, module) == forbidden


@pytest.mark.parametrize(
    "module, source, forbidden",
    [
        ("readers.text", "from auditor.readers._aligned import lines", set()),
        ("annotate.text", "from auditor.readers._aligned import x", {"readers._aligned.x"}),
        (
            "auditing.explain",
            "from auditor.findings.wording import _all",
            {"findings.wording._all"},
        ),
    ],
)
def test_a_private_import_from_outside_its_folder_is_seen(module, source, forbidden):
    assert private(source, module) == forbidden


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("--version",),
        ("check", "--help"),
        ("check", "statement.md", "--allow-unchecked"),
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


MOST_PATTERNS = 160
"""Patterns compiled for one sentence; with those of all modules loaded they would be 350."""


def test_one_sentence_loads_little(tmp_path):
    said = "Net sales decreased 0.2% to $45,024 thousand from $45,112 thousand.\n"
    (tmp_path / "statement.md").write_text(said, encoding="utf-8")
    run = (
        "import re, sys\n"
        "from re import _compiler\n"
        "made, compile = [], _compiler.compile\n"
        "_compiler.compile = lambda *asked: made.append(asked) or compile(*asked)\n"
        "from auditor.cli import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    pass\n"
        f"print(len(made), *sorted(set({NEEDLESS}) & set(sys.modules)), file=sys.stderr)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", run, "check", "statement.md"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(PACKAGE.parent)},
        capture_output=True,
        text=True,
        check=True,
    )
    patterns, *loaded = ended.stderr.split()
    assert loaded == []
    assert int(patterns) <= MOST_PATTERNS
