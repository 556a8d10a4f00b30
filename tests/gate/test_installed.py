"""Action and hook end to end: installed from a wheel into an environment of their own, then run."""

import os
import shlex
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from sysconfig import get_path

import pytest

from tests.gate.runner import ROOT
from tests.gate.test_pre_commit import HOOK, staged

PASS, FAIL = 0, 1
WRONG = ("250.7", "260.7")
OWN = ("statement_auditor", "_editable", "__pycache__", "__editable__")
"""What of this environment the new ones must not see: the checkout itself."""


@pytest.fixture(scope="module")
def offline(tmp_path_factory):
    """Variables by which pip finds what the auditor needs in this environment, and asks nobody."""
    needed = tmp_path_factory.mktemp("needed")
    for entry in Path(get_path("purelib")).iterdir():
        if not entry.name.startswith(OWN) and entry.suffix != ".pth":
            (needed / entry.name).symlink_to(entry)
    # pip takes the last as the option of that name turned the other way round: 0 is no isolation
    return {"PYTHONPATH": str(needed), "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}


@pytest.fixture
def installing(runner, offline):
    """A machine with a Python and nothing of the auditor: the action installs it there itself."""
    bare = runner.temp / "bin"
    bare.mkdir()
    return replace(
        runner,
        programs=bare,
        used={"python": {"python-path": sys.executable}},
        environ=offline,
    )


def test_the_action_installs_itself_and_audits(installing, team):
    team.replace("data/segments.csv", *WRONG)
    done = installing.run(paths="data", rules="rules")
    assert done.steps == ["Set up Python", "Install the auditor", "Audit"], done.errors
    assert (done.status, done.outputs["status"]) == (FAIL, "1")
    assert [one[:3] for one in done.annotations] == [("error", "data/segments.csv", 5)]
    home = installing.temp / "statement-auditor"
    code = "import auditor; print(auditor.__file__)"
    shown = subprocess.run(
        [home / "bin" / "python", "-c", code],
        cwd=team.folder,
        env={**os.environ, **installing.environ},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(shown.stdout.strip()).is_relative_to(home)  # the wheel, not the checkout


@pytest.fixture(scope="module")
def hook(offline, tmp_path_factory):
    """The environment that pre-commit makes: the checkout, and what the hook names besides."""
    home = tmp_path_factory.mktemp("hook")
    subprocess.run([sys.executable, "-m", "venv", home], check=True)
    wanted = [str(ROOT), *HOOK["additional_dependencies"]]
    install = [home / "bin" / "python", "-m", "pip", "install", "--quiet", *wanted]
    subprocess.run(install, env={**os.environ, **offline}, check=True)
    return home / "bin"


@pytest.mark.parametrize(("edit", "status"), [(("250.7", "250.8"), PASS), (WRONG, FAIL)])
def test_the_hook_is_installed_and_audits_a_commit(hook, offline, team, edit, status):
    team.write("auditor.toml", 'rules = ["rules"]\n')
    team.replace("data/segments.csv", *edit)
    team.git("add", "--all")
    program, *entry = shlex.split(HOOK["entry"])
    done = subprocess.run(
        [hook / program, *entry, *HOOK["args"], *staged(team)],
        cwd=team.folder,
        env={**os.environ, **offline},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == status, done.stdout + done.stderr


def test_the_summary_says_what_was_not_checked(runner, offline, hook, team):
    table = "| | 2026 | 2025 |\n|---|---|---|\n| Freight | 30 | 28 |\n| Staff | 7 | 9 |\n"
    team.write("data/note.md", f"# Note\n\n{table}")
    installed = replace(runner, programs=hook, environ=offline)
    done = installed.run(install="false", paths="data", rules="rules")
    assert done.status == PASS
    assert "**Not checked:** 4 of 4 figures are not tied" in done.summary
    assert "- 4: " in done.summary
