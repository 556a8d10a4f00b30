"""The steps of a composite action, run as GitHub's runner runs them; only its own shell steps are.

A step that uses another action is not run: the test says what it would put out.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).parents[2]
ACTION = ROOT / "action.yml"
PROGRAMS = Path(sys.executable).parent
"""Where ``auditor`` is installed."""

SHELL = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
_EXPRESSION = re.compile(r"\$\{\{\s*(.+?)\s*\}\}")
_ANNOTATION = re.compile(r"::(error|warning|notice) (.*?)::(.*)")
Known = dict[str, Any]


class Annotation(NamedTuple):
    """A remark that GitHub shows beside a line."""

    level: str
    file: str
    line: int
    message: str


@dataclass(frozen=True)
class Run:
    """What a run of the action came to; ``status`` is that of the step that ended it."""

    status: int
    log: str
    errors: str
    outputs: Mapping[str, str]
    summary: str
    steps: Sequence[str]

    @property
    def annotations(self) -> list[Annotation]:
        return [annotation(line) for line in self.log.splitlines() if line.startswith("::")]


@dataclass(frozen=True)
class Runner:
    """A machine with a repository on it; ``used`` is what other actions put out, by step."""

    repository: Path
    temp: Path
    programs: Path = PROGRAMS
    used: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    environ: Mapping[str, str] = field(default_factory=dict)

    def run(self, **given: str) -> Run:
        """The action with these inputs, underscores for hyphens; what is not given is left out."""
        action = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
        inputs = {name: str(said.get("default", "")) for name, said in action["inputs"].items()}
        chosen = {name.replace("_", "-"): value for name, value in given.items()}
        assert chosen.keys() <= inputs.keys()
        known: Known = {"inputs": {**inputs, **chosen}, "steps": {}}
        status, log, errors, ran = 0, "", "", []
        for step in action["runs"]["steps"]:
            if status or not value(step.get("if", "true"), known):
                continue
            ran.append(step["name"])
            if "uses" in step:
                known["steps"][step["id"]] = {"outputs": self.used.get(step["id"], {})}
                continue
            done, put_out = self._shell(step, known)
            status, log, errors = done.returncode, log + done.stdout, errors + done.stderr
            known["steps"][step["id"]] = {"outputs": put_out}
        outputs = {name: filled(said["value"], known) for name, said in action["outputs"].items()}
        return Run(status, log, errors, outputs, self._summary.read_text("utf-8"), ran)

    @property
    def _summary(self) -> Path:
        return self.temp / "summary"

    def _shell(
        self, step: Mapping[str, Any], known: Known
    ) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
        script, output = self.temp / "step.sh", self.temp / f"output-{step['id']}"
        script.write_text(filled(step["run"], known), encoding="utf-8")
        for file in (output, self._summary):
            file.touch()
        environ = {
            "PATH": f"{self.programs}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(self.temp),
            "XDG_CACHE_HOME": os.environ.get("XDG_CACHE_HOME", str(self.temp)),
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(output),
            "GITHUB_STEP_SUMMARY": str(self._summary),
            "GITHUB_WORKSPACE": str(self.repository),
            "RUNNER_TEMP": str(self.temp),
            **{name: filled(text, known) for name, text in step.get("env", {}).items()},
            **self.environ,
        }
        done = subprocess.run(
            [*SHELL, script],
            cwd=self.repository,
            env=environ,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        lines = output.read_text(encoding="utf-8").splitlines()
        return done, dict(line.split("=", 1) for line in lines)


def annotation(line: str) -> Annotation:
    """A workflow command as the runner reads it."""
    found = _ANNOTATION.fullmatch(line)
    assert found, line
    level, fields, message = found.groups()
    said = dict(one.split("=", 1) for one in fields.split(","))
    return Annotation(level, read(said.get("file", "")), int(said.get("line", 0)), read(message))


def read(text: str) -> str:
    """The text that was escaped in a workflow command."""
    for code, character in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def filled(text: object, known: Known) -> str:
    """A text with its expressions' values in their place."""
    return _EXPRESSION.sub(lambda found: str(value(found[1], known)), str(text))


def value(expression: str, known: Known) -> Any:
    """What an expression comes to: names, literals, ``==``, ``&&`` and ``||`` are all we use."""
    for operator in ("||", "&&", "=="):
        left, found, right = expression.partition(f" {operator} ")
        if found:
            return _joined(operator, value(left, known), lambda rest=right: value(rest, known))
    word = expression.strip()
    if word[:1] == "'":
        return word.strip("'")
    if word in {"true", "false"}:
        return word == "true"
    found_value: Any = known
    for name in word.split("."):
        found_value = found_value.get(name, "") if isinstance(found_value, dict) else ""
    return found_value


def _joined(operator: str, left: Any, right: Any) -> Any:
    if operator == "==":
        return left == right()
    return (left or right()) if operator == "||" else (left and right())
