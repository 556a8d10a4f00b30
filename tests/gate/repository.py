"""A repository of a data team, in which changes are proposed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

RULES = """\
pack: acme
title: Acme, revenue by segment
rules:
  - id: revenue
    title: The segments make the revenue
    why: Every sale belongs to one segment.
    sum: Revenue
    of: [Freight, Storage, Services]
    examples:
      - violated: |
          | (USD million) | FY2026 |
          |---|---|
          | Freight | 120.4 |
          | Storage | 50.0 |
          | Services | 80.3 |
          | Revenue | 260.7 |
"""
WIDE = """\
(USD million),FY2026,FY2025,FY2024
Freight,120.4,110.2,99.1
Storage,50.0,45.1,40.2
Services,80.3,75.8,70.0
Revenue,250.7,231.1,209.3
"""

TIDY_RULES = """\
pack: acme-figures
title: Acme, figures by period and segment
files: figures.csv
columns:
  period: period
  segment: {type: text, values: [Freight, Storage, Services, Total]}
  metric: {type: text, values: [Revenue, Headcount]}
  value: figure
  unit: text
key: [period, segment, metric]
rules:
  - id: segments
    title: The segments make the total, in every period
    why: Every sale belongs to one segment.
    sum: {segment: Total}
    of: {segment: others}
    by: [period, metric]
"""
TIDY = """\
period,segment,metric,value,unit
2026Q1,Freight,Revenue,120.4,USD million
2026Q1,Storage,Revenue,50.0,USD million
2026Q1,Services,Revenue,80.3,USD million
2026Q1,Total,Revenue,250.7,USD million
2026Q2,Freight,Revenue,110.2,USD million
2026Q2,Storage,Revenue,45.1,USD million
2026Q2,Services,Revenue,75.8,USD million
2026Q2,Total,Revenue,231.1,USD million
"""


@dataclass(frozen=True)
class Repository:
    """A folder under version control."""

    folder: Path

    def git(self, *arguments: str) -> str:
        environ = {
            **os.environ,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_NAME": "A. Person" for who in ("AUTHOR", "COMMITTER")},
            **{f"GIT_{who}_EMAIL": "person@example.com" for who in ("AUTHOR", "COMMITTER")},
        }
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607  # wherever it is
            cwd=self.folder,
            env=environ,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def write(self, name: str, text: str) -> None:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        """One edit of a file."""
        text = self.read(name)
        assert text.count(old) == 1
        self.write(name, text.replace(old, new))

    def commit(self, message: str) -> None:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def changed_lines(self, name: str) -> list[int]:
        """The lines of a file that differ from the main branch."""
        hunks = [
            line.split("+")[1].split(" ")[0]
            for line in self.git("diff", "--unified=0", "main", "--", name).splitlines()
            if line.startswith("@@")
        ]
        starts = [[int(number) for number in f"{hunk},1".split(",")[:2]] for hunk in hunks]
        return [line for first, count in starts for line in range(first, first + count)]


def repository(folder: Path, files: Mapping[str, str]) -> Repository:
    """A repository with these files on its main branch."""
    made = Repository(folder)
    folder.mkdir(parents=True, exist_ok=True)
    made.git("init", "--quiet", "--initial-branch", "main")
    for name, text in files.items():
        made.write(name, text)
    made.commit("The figures as published")
    return made
