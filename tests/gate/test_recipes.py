"""The recipes of the manual: read as what they are, and run as far as this machine allows."""

import os
import re
import shlex
import subprocess
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.gate.runner import ACTION, PROGRAMS, ROOT

PASS, FAIL = 0, 1
MANUAL = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
BLOCKS = {
    text.partition("\n")[0].removeprefix("# "): text
    for _, text in re.findall(r"^```(yaml|sh)\n(.*?)^```$", MANUAL, re.MULTILINE | re.DOTALL)
}
WORKFLOWS = [name for name in BLOCKS if name.startswith(".github/workflows/")]

FROM_REPOSITORY = "statement-auditor[all] @ git+https://github.com/OWNER/statement-auditor@COMMIT"

PYTHON = """\
#!/bin/sh
mkdir -p "$3/bin"
for name in pip auditor; do ln -s "$PROGRAMS/$name" "$3/bin/$name"; done
"""
PIP = """\
#!/bin/sh
printf '%s\\n' "$@" >> "$ASKED"
"""


def recipe(name):
    return yaml.safe_load(BLOCKS[name])


@pytest.fixture
def machine(tmp_path, team):
    """What runs a shell script in the repository; its pip writes down what it should install."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "auditor").symlink_to(PROGRAMS / "auditor")
    for name, text in (("python3", PYTHON), ("pip", PIP)):
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)
    team.write("reports/note.md", "# Note\n\nNothing is said here.\n")
    team.write("auditor.toml", 'rules = ["rules"]\n')
    team.commit("A report")

    def run(script, **environ):
        return subprocess.run(
            ["sh", "-e", "-c", script],  # noqa: S607  # as a runner does
            cwd=team.folder,
            env={
                **os.environ,
                "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
                "PROGRAMS": str(programs),
                "ASKED": str(tmp_path / "asked"),
                **environ,
            },
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_the_manual_has_a_recipe_for_each():
    assert list(BLOCKS) == [
        ".github/workflows/figures.yml",
        ".github/workflows/scanning.yml",
        ".pre-commit-config.yaml",
        ".gitlab-ci.yml",
        "audit.sh",
        "changed.sh",
    ]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_workflows_give_what_the_action_takes(name):
    taken = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["inputs"]
    steps = recipe(name)["jobs"]["audit"]["steps"]
    (own,) = [step for step in steps if "/statement-auditor@" in step["uses"]]
    assert own["with"].keys() <= taken.keys()
    assert {name for name, said in taken.items() if said.get("required")} <= own["with"].keys()
    assert recipe(name)["permissions"]["contents"] == "read"


@pytest.mark.parametrize("figure, status", [("250.7", PASS), ("260.7", FAIL)])
def test_the_workflow_audits(runner, team, figure, status):
    team.write("reports/note.md", "# Note\n\nNothing is said here.\n")
    team.replace("data/segments.csv", "250.7", figure)
    (own,) = [s for s in recipe(WORKFLOWS[0])["jobs"]["audit"]["steps"] if "with" in s]
    assert runner.run(install="false", **own["with"]).status == status


def test_the_log_is_uploaded_if_there_is_one():
    listed = recipe(WORKFLOWS[1])["jobs"]["audit"]["steps"]
    steps = {step.get("id", step["uses"]): step for step in listed}
    upload = steps["github/codeql-action/upload-sarif@v3"]
    assert "steps.auditor.outputs.sarif" in upload["if"]
    assert upload["with"]["sarif_file"] == "${{ steps.auditor.outputs.sarif }}"


def test_the_pre_commit_configuration_names_the_hook():
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (repo,) = recipe(".pre-commit-config.yaml")["repos"]
    (used,) = repo["hooks"]
    assert used["id"] == hook["id"]
    assert re.search(used["files"], "data/segments.csv")
    assert not re.search(used["files"], "README.md")


@pytest.mark.parametrize("figure, status, failed", [("250.7", PASS, 0), ("260.7", FAIL, 1)])
def test_gitlab(machine, team, tmp_path, figure, status, failed):
    team.replace("data/segments.csv", "250.7", figure)
    job = recipe(".gitlab-ci.yml")["figures"]
    assert machine("\n".join(job["script"])).returncode == status
    assert (tmp_path / "asked").read_text() == f"install\n{FROM_REPOSITORY}\n"
    kept = job["artifacts"]
    suite = ET.parse(team.folder / kept["reports"]["junit"]).getroot()  # noqa: S314  # our own
    assert len(suite.findall(".//failure")) == failed
    assert [name for name in kept["paths"] if not (team.folder / name).exists()] == []
    assert kept["when"] == "always"  # else nothing is kept of a job that failed


@pytest.mark.parametrize("figure, status", [("250.7", PASS), ("260.7", FAIL)])
def test_a_plain_shell(machine, team, tmp_path, figure, status):
    team.replace("data/segments.csv", "250.7", figure)
    assert machine(BLOCKS["audit.sh"]).returncode == status
    assert (tmp_path / "asked").read_text() == f"install\n--quiet\n{FROM_REPOSITORY}\n"
    assert (team.folder / "auditor.sarif").exists()


@pytest.mark.parametrize(
    "edits, wrong",
    [
        ({}, False),
        ({"data/segments.csv": "250.7"}, True),
        ({"auditor.toml": "rules"}, False),
    ],
)
def test_only_what_a_branch_changed(machine, team, edits, wrong):
    team.write("data/old.csv", team.read("data/segments.csv").replace("231.1", "213.1"))
    team.commit("An old mistake")
    team.git("checkout", "--quiet", "-b", "change")
    for name, old in edits.items():
        team.write(name, team.read(name).replace(old, "260.7" if wrong else old) + "\n")
    if edits:
        team.commit("A change")
    done = machine(BLOCKS["changed.sh"], BASE="main")
    assert bool(done.returncode) == wrong
    assert "old.csv" not in done.stdout


COMMANDS = [
    line.strip()
    for page in ("ci.md", "review.md")
    for line in re.findall(
        r"^    (auditor .*)$", (ROOT / "docs" / page).read_text(encoding="utf-8"), re.MULTILINE
    )
]


RESULTS = """\
# Results

| | 2025 | 2024 |
|---|---|---|
| Ferries | 30.5 | 28.1 |
| Freight | 12.2 | 11.7 |
| Total | 42.7 | 39.8 |
"""


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_of_the_manual_are_understood(machine, team, command):
    for name in ("results-2024.md", "results-2025.md", "results-v1.docx", "results-v2.docx"):
        team.write(name, RESULTS)
    done = machine(f"exec {shlex.join(shlex.split(command))}")
    assert done.returncode == PASS, done.stderr
