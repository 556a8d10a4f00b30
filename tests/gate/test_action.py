"""The GitHub action: what it declares, and what its own steps do."""

import json
import re
import stat
from dataclasses import replace

import pytest
import yaml

from tests.gate.runner import ACTION, ROOT

DECLARED = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
STEPS = DECLARED["runs"]["steps"]
SHELL_STEPS = [step for step in STEPS if "run" in step]
OWN = {"install": "false", "paths": "data", "rules": "rules"}
PASS, FAIL, BROKEN = 0, 1, 2

HOSTILE = [
    "$(touch pwned)",
    "`touch pwned`",
    "; touch pwned #",
    '" && touch pwned && echo "',
    "' && touch pwned && echo '",
    "data\n$(touch pwned)",
    "${{ github.token }}$(touch pwned)",
    "x]=$(touch pwned)",
]


def test_it_is_a_composite_action():
    assert DECLARED["runs"]["using"] == "composite"
    assert {step["shell"] for step in SHELL_STEPS} == {"bash"}
    assert all("description" in said for said in DECLARED["inputs"].values())


@pytest.mark.parametrize("step", SHELL_STEPS, ids=lambda step: step["id"])
def test_no_input_is_written_into_a_script(step):
    assert "${{" not in step["run"]


def test_every_input_is_used():
    text = json.dumps(STEPS)
    assert [name for name in DECLARED["inputs"] if f"inputs.{name}" not in text] == []


def test_variables_are_not_taken_for_settings():
    assert [n for step in SHELL_STEPS for n in step["env"] if n.startswith("AUDITOR_")] == []


def test_it_names_no_host_and_no_place_on_a_machine():
    text = ACTION.read_text(encoding="utf-8")
    assert (
        re.findall(r"https?:|//|index-url|(?<![\w$}])/(?:home|usr|opt|root|tmp|var)\b", text) == []
    )


def test_the_manual_lists_its_inputs():
    rows = re.findall(r"^\| `([a-z-]+)` \|.*\| (.*) \|$", manual(), re.MULTILINE)
    assert [name for name, _ in rows] == list(DECLARED["inputs"])
    told = {"": {"none", "as configured", "the one that the action belongs to"}}
    for name, without in rows:
        default = str(DECLARED["inputs"][name].get("default", "required"))
        names = told.get(default, {default})
        assert without.strip("`") in names or (default == "true" and without == "`true`")


def manual():
    return (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def test_consistent_figures_pass(runner):
    done = runner.run(**OWN)
    assert (done.status, done.annotations, done.outputs["status"]) == (PASS, [], "0")
    assert done.steps == ["Audit"]


def test_a_wrong_figure_fails_and_is_told_three_times(runner, team):
    team.replace("data/segments.csv", "250.7", "260.7")
    done = runner.run(**OWN)
    assert (done.status, done.outputs["status"]) == (FAIL, "1")
    assert [one[:3] for one in done.annotations] == [("error", "data/segments.csv", 5)]
    log = json.loads(team.read(done.outputs["sarif"]))
    (result,) = log["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "data/segments.csv"
    assert place["region"]["startLine"] == 5
    assert "260.7" in done.summary


@pytest.mark.parametrize(
    "inputs, status, log",
    [
        ({}, FAIL, "::error"),
        ({"fail_on": "never"}, PASS, "::error"),
        ({"arguments": "--exit-zero"}, PASS, "::error"),
        ({"arguments": "--ignore\nacme\n\n--no-discover"}, PASS, ""),
        ({"format": "terminal"}, FAIL, "data/"),
        ({"paths": "data\nmissing.csv"}, BROKEN, "::error title=not read,file=missing.csv"),
        ({"paths": ""}, BROKEN, ""),
        ({"rules": "rules\nmissing.yaml"}, BROKEN, ""),
        ({"fail_on": "sometimes"}, BROKEN, ""),
        ({"paths": "data/*.csv\n\n"}, FAIL, "::error"),
    ],
)
def test_inputs_reach_the_auditor(runner, team, inputs, status, log):
    team.replace("data/segments.csv", "250.7", "260.7")
    done = runner.run(**{**OWN, **inputs})
    assert (done.status, done.outputs["status"]) == (status, str(status))
    assert done.log.startswith(log)


@pytest.mark.parametrize("summary", ["true", "false"])
@pytest.mark.parametrize("sarif", ["", "out.sarif"])
def test_files_are_written_where_they_are_wanted(runner, team, sarif, summary):
    done = runner.run(**OWN, sarif=sarif, summary=summary)
    assert bool(done.summary) == (summary == "true")
    assert done.outputs["sarif"] == sarif
    assert [file.name for file in team.folder.glob("*.sarif")] == [sarif][: bool(sarif)]


def test_a_name_puts_out_nothing_else(runner, team):
    team.replace("data/segments.csv", "250.7", "260.7")
    done = runner.run(**OWN, sarif="out.sarif\nstatus=0")
    assert done.outputs == {"status": "1", "sarif": "out.sarif"}


def test_a_summary_of_an_earlier_step_is_not_told_again(runner):
    first, second = runner.run(**OWN), runner.run(**{**OWN, "rules": "missing.yaml"})
    assert second.status == BROKEN
    assert second.summary == first.summary


@pytest.mark.parametrize(
    "name", ["dash -rf.csv", "a b.csv", "$(touch pwned).csv", "-x.csv", "ü.csv"]
)
def test_names_of_any_kind_are_paths(runner, team, name):
    team.write(name, team.read("data/segments.csv").replace("250.7", "260.7"))
    done = runner.run(**{**OWN, "paths": name})
    assert [one.file for one in done.annotations] == [name]
    assert not (team.folder / "pwned").exists()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "name", ["paths", "rules", "fail_on", "format", "sarif", "summary", "arguments"]
)
def test_no_input_is_ever_a_command(runner, name, text):
    runner.run(**{**OWN, name: text})
    assert list(runner.repository.parent.rglob("pwned*")) == []


PYTHON = """\
#!/bin/sh
set -e
printf '%s\\n' "$@" > "$ASKED.$2"
if [ "$2" = venv ]; then
  mkdir -p "$3/bin"
  cp "$0" "$3/bin/python"
  ln -s "$AUDITOR" "$3/bin/auditor"
fi
"""


@pytest.fixture
def installing(runner, tmp_path):
    """A machine whose Python writes down what it is asked to install, and installs nothing."""
    python = tmp_path / "a python"
    python.write_text(PYTHON, encoding="utf-8")
    python.chmod(python.stat().st_mode | stat.S_IXUSR)
    environ = {"ASKED": str(tmp_path / "asked"), "AUDITOR": str(runner.programs / "auditor")}
    return replace(
        runner,
        programs=tmp_path,
        used={"python": {"python-path": str(python)}},
        environ=environ,
    )


@pytest.mark.parametrize(
    "inputs, wanted",
    [
        ({}, f"{ROOT}[all]"),
        ({"extras": ""}, f"{ROOT}"),
        ({"extras": "xlsx,pdf"}, f"{ROOT}[xlsx,pdf]"),
        *(({"extras": text}, f"{ROOT}[{text}]") for text in HOSTILE),
    ],
)
def test_what_is_installed(installing, tmp_path, inputs, wanted):
    done = installing.run(paths="data", rules="rules", **inputs)
    assert done.steps == ["Set up Python", "Install the auditor", "Audit"]
    asked = (tmp_path / "asked.pip").read_text(encoding="utf-8")
    assert asked == f"-m\npip\ninstall\n--quiet\n--disable-pip-version-check\n{wanted}\n"
    assert done.status == PASS
    assert list(tmp_path.rglob("pwned*")) == []


def test_what_cannot_be_installed_audits_nothing(installing):
    failing = replace(installing, environ={**installing.environ, "ASKED": "/no/such/folder/x"})
    done = failing.run(paths="data")
    assert (done.status != PASS, done.steps[-1]) == (True, "Install the auditor")
    assert done.outputs["status"] == ""
