"""Every command reads and understands a document once."""

import sys
from collections import Counter

import pytest
from typer.testing import CliRunner

from auditor import readers
from auditor.auditing.facts import document_facts
from auditor.cli import app

TABLE = """\
# Gannet Ferries

| (JPY million) | 2Q25 | 2Q24 | YoY |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 14.0% |
| Freight | 2,238 | 2,109 | 6.1% |
| Charter | 640 | 711 | (10.0%) |
| Net sales | {sales} | 10,197 | 10.7% |
"""
ONCE = {readers.read.__code__: "read", document_facts.__code__: "understood"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sales.md").write_text(TABLE.format(sales="11,920"), encoding="utf-8")
    (tmp_path / "old.md").write_text(TABLE.format(sales="11,290"), encoding="utf-8")
    return tmp_path


def counted(*arguments):
    """How often the command read and understood a document, and its result."""
    found: Counter[str] = Counter()

    def count(frame, event, _):
        if event == "call" and frame.f_code in ONCE:
            found[ONCE[frame.f_code]] += 1

    sys.setprofile(count)
    try:
        result = CliRunner().invoke(app, arguments)
    finally:
        sys.setprofile(None)
    return found, result


def finding_id():
    _, result = counted("check", "sales.md", "--isolated", "--format", "csv")
    return result.stdout.splitlines()[1].split(",")[1]


@pytest.mark.parametrize(
    "arguments, documents",
    [
        (("check", "sales.md"), 1),
        (("check", "sales.md", "--joint", "--format", "html", "--timeout", "0"), 1),  # counted here
        (("check", "sales.md", "--select", "sum"), 1),
        (("check", "sales.md", "old.md"), 2),
        (("check", "sales.md", "--prior", "old.md"), 2),
        (("annotate", "sales.md", "--output", "marked.md"), 1),
        (("suggest", "sales.md", "--output", "rules.yaml"), 1),
        (("diff", "old.md", "sales.md"), 2),
        (("facts", "sales.md"), 1),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_document_is_read_and_understood_once(folder, arguments, documents):
    assert folder
    found, result = counted(*arguments)
    assert result.exit_code in (0, 1), result.output
    assert found == {"read": documents, "understood": documents}


def test_explaining_a_finding_reads_and_understands_its_document_once(folder):
    assert folder
    found, result = counted("explain", finding_id(), "sales.md", "--isolated")
    assert result.exit_code == 0, result.output
    assert found == {"read": 1, "understood": 1}
