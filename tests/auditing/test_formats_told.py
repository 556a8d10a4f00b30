"""The formats that a person is told of are those that are read."""

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor import readers
from auditor.cli import app

ROOT = Path(__file__).resolve().parents[2]
USUAL = {
    ".md", ".txt", ".csv", ".tsv", ".html", ".htm", ".xbrl", ".xml", ".xlsx", ".docx", ".pdf",
}  # fmt: skip
GUIDE = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")


def test_the_guide_names_every_ending_that_folders_are_searched_for():
    named = set(re.findall(r"`(\.\w+)`", GUIDE))
    assert readers.suffixes() - {".tsv.txt"} <= named


@pytest.mark.parametrize("suffix", sorted(USUAL))
def test_the_usual_endings_are_read_and_named_everywhere(suffix):
    assert suffix in readers.suffixes()
    assert f"`{suffix}`" in (ROOT / "README.md").read_text(encoding="utf-8")
    shown = CliRunner().invoke(app, ["check", "--help"]).output
    assert re.search(rf"(?<!\w){re.escape(suffix)}\b", shown)
