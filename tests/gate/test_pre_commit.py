"""The pre-commit hook, run as pre-commit runs it: its entry, its arguments, then the files."""

import re
import shlex
import subprocess
import tomllib

import pytest
import yaml

from auditor import readers
from tests.gate.runner import PROGRAMS, ROOT

(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
PASS, FAIL = 0, 1
NEEDED = {"xlsx", "docx", "pdf"}
"""The extras that its files need; they are named one by one, since it is installed without any."""

LEFT = {".xml", ".zip", ".xls", ".xlsb", ".parquet"}
"""Mostly something else, no longer written, or in need of a library that few have."""


def staged(team):
    """The files that a commit would change and the hook takes, sorted as pre-commit sorts them."""
    names = team.git("diff", "--staged", "--name-only", "--diff-filter=d").splitlines()
    return sorted(name for name in names if re.search(HOOK["files"], name))


def hooked(team, *arguments):
    """The hook on what is staged; ``arguments`` instead of its own."""
    program, *entry = shlex.split(HOOK["entry"])
    return subprocess.run(
        [PROGRAMS / program, *entry, *(arguments or HOOK["args"]), *staged(team)],
        cwd=team.folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_hook_is_as_the_manual_says():
    assert (HOOK["id"], HOOK["language"]) == ("auditor", "python")
    assert HOOK["pass_filenames"]
    manual = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert f"- id: {HOOK['id']}\n" in manual


def test_it_installs_what_its_files_need():
    with (ROOT / "pyproject.toml").open("rb") as file:
        extras = tomllib.load(file)["project"]["optional-dependencies"]
    wanted = {one for name in NEEDED for one in extras[name]}
    assert set(HOOK["additional_dependencies"]) == wanted


@pytest.mark.parametrize("name", [f"a{suffix}" for suffix in sorted(readers.suffixes())])
def test_it_takes_what_can_be_read(name):
    assert bool(re.search(HOOK["files"], name)) != (name.removeprefix("a") in LEFT)


@pytest.mark.parametrize(
    "name", ["auditor.toml", "a.csv.waivers.toml", "rules/acme.yaml", "a.py", "csv", "a.csv.bak"]
)
def test_it_leaves_what_cannot(name):
    assert not re.search(HOOK["files"], name)


@pytest.mark.parametrize(
    "old, new, arguments, status",
    [
        ("250.7", "250.8", (), PASS),  # within rounding
        ("250.7", "260.7", (), FAIL),
        ("250.7", "260.7", ("--fail-on", "never"), PASS),
    ],
)
def test_a_commit_is_audited(team, old, new, arguments, status):
    team.write("auditor.toml", 'rules = ["rules"]\n')
    team.replace("data/segments.csv", old, new)
    team.git("add", "--all")
    assert staged(team) == ["data/segments.csv"]
    assert hooked(team, *arguments).returncode == status


def test_what_is_waived_elsewhere_is_not_called_unused(team):
    wrong = team.read("data/segments.csv").replace("250.7", "260.7")
    team.write("data/other.csv", wrong)
    run = [str(PROGRAMS / "auditor"), "baseline", "data"]
    subprocess.run(run, cwd=team.folder, check=True, capture_output=True)
    team.commit("accepted")
    team.replace("data/segments.csv", "Freight", "Freight ")
    team.git("add", "--all")
    done = hooked(team)
    assert (done.returncode, "UNUSED" in done.stdout) == (PASS, False)
