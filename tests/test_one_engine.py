"""What is made in one place: findings and their ids, slips of the pen, hitting sets, thresholds."""

import ast
from collections import defaultdict
from pathlib import Path

import pytest

import auditor

PACKAGE = Path(auditor.__file__).parent


def modules():
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


MODULES = modules()


def callers(name):
    """The modules that call something by this name, or by an attribute called so."""
    return [
        path
        for path, tree in MODULES.items()
        if any(
            isinstance(node, ast.Call)
            and name in (getattr(node.func, "id", ""), getattr(node.func, "attr", ""))
            for node in ast.walk(tree)
        )
    ]


@pytest.mark.parametrize(
    "made, where",
    [
        ("Finding", ["findings/build.py"]),
        ("fingerprint", ["findings/build.py"]),
        ("Blame", ["blame/hitting_sets.py"]),
        ("Case", ["blame/cases.py"]),
        ("Meant", ["blame/copied.py", "checks/slips.py"]),  # taken from elsewhere; mistyped
        ("Discrepancy", ["blame/__init__.py"]),
    ],
)
def test_each_is_made_in_one_place(made, where):
    assert callers(made) == where


def thresholds():
    """By module, the names of its thresholds with whether a text below says what each bounds."""
    found: dict[str, list[tuple[str, bool]]] = defaultdict(list)
    for path, tree in MODULES.items():
        for node, after in zip(tree.body, [*tree.body[1:], None], strict=True):
            if "thresholds" in path and isinstance(node, ast.Assign):
                said = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
                with_next = isinstance(after, ast.Assign)  # one text below both
                found[path] += [(ast.unparse(name), said or with_next) for name in node.targets]
    return found


@pytest.mark.parametrize("path", thresholds())
def test_every_threshold_stands_once_and_says_what_it_bounds(path):
    names = [name for name, _ in thresholds()[path]]
    assert len(names) == len(set(names))
    assert [name for name, said in thresholds()[path] if not said] == []


def lengths():
    return sorted(
        ((node.end_lineno or 0) - node.lineno + 1, f"{path}:{node.name}")
        for path, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    )


def test_functions_and_modules_are_short():
    found = lengths()
    assert found[-1][0] <= 60, found[-1]
    assert found[len(found) * 99 // 100][0] <= 30
    for path in PACKAGE.rglob("*.py"):
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 400, path
