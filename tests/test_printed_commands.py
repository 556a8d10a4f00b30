"""What README and the manuals say to type: each command is run, or stands here with a reason."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.fuzzing import seeds
from tests.refresh_golden import ROOT

MANUALS = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
NOT_RUN = {
    "make demo": "sets up an environment of its own",
    "make test": "is this run",
    "pip install": "fetches libraries",
    "uvx --from": "fetches libraries",
    "auditor check drafts/ --watch": "goes on until it is interrupted; tests/cli/test_watching.py",
    "auditor serve": "goes on until it is interrupted; tests/cli/test_serve.py",
    "auditor check filings/ --cluster": "needs a cluster; tests/auditing/test_cluster.py",
    "auditor check s3://bucket/": "needs a store; tests/auditing/test_cluster.py",
}
NAMED = ("auditor check", "auditor baseline")  # commands spoken of, which need an argument
_LINE = re.compile(r"^ {4}((?:auditor|make|pip|uvx|pipx|python) .*)$", re.MULTILINE)
_INLINE = re.compile(r"(?<!`)`(auditor [^`\n]+)`(?!`)")
_HOLE = re.compile(r"\b(FILE|OLD|NEW|RULE|FINDING-ID|PATH)\b")


def printed():
    """Every command as it is printed, without its remark; not those with a word to fill in."""
    found = {}
    for manual in MANUALS:
        text = re.sub(r"```.*?```", "", manual.read_text("utf-8"), flags=re.DOTALL)
        for command in (*_LINE.findall(text), *_INLINE.findall(text)):
            if not _HOLE.search(command) and command not in NAMED:
                found[re.sub(r"\s+# .*", "", command).strip()] = manual.name
    return found


COMMANDS = printed()
RUN = [c for c in COMMANDS if not any(c.startswith(given) for given in NOT_RUN)]


def test_there_are_some_and_none_is_excused_for_nothing():
    assert len(RUN) > 25
    assert [g for g in NOT_RUN if not any(c.startswith(g) for c in COMMANDS)] == []


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A folder with the files that the manuals speak of."""
    folder = tmp_path_factory.mktemp("desk")
    words, rules = seeds.markdown(), (ROOT / "docs" / "rules.md").read_text("utf-8")
    pack = re.findall(r"```yaml\n(pack: acme\n.*?)```", rules, re.DOTALL)[0]
    example = (
        "    examples:\n      - holds: |\n          | | 2025 |\n          |---|---|\n"
        "          | Total Revenues | 9 |\n          | Total Costs | 4 |\n"
        "          | Gross Margin | 5 |\n"
    )
    inline = seeds.inline_page().encode()
    table = (
        "\nAcme Holdings\n\n| | 2025 |\n|---|---|\n| Total Revenues | 9 |\n| Total Costs | 4 |\n"
    )
    table += "| Gross Margin | 5 |\n"
    files = {
        **dict.fromkeys(
            ("release.md", "results.md", "results-2025.md", "results-2024.md", "reports/a.md"),
            (words + table).encode(),
        ),
        "results.pdf": seeds.pdf(),
        **dict.fromkeys(("release.docx", "results-v1.docx", "results-v2.docx"), seeds.word()),
        "segments.xlsx": seeds.workbook(),
        "our-rules.yaml": seeds.RULES,
        "acme.yaml": (pack + example).encode(),
        "data/segments.csv": (ROOT / "samples/data-segments.csv").read_bytes(),
        "rules/segments.yaml": (ROOT / "samples/data-segments.yaml")
        .read_bytes()
        .replace(b'"data-segments*.csv"', b'"segments*.csv"'),
        **{
            f"samples/data-filing/{one.name}": one.read_bytes()
            for one in (ROOT / "samples/data-filing").iterdir()
        },
        "filing.htm": inline,
        "filing.xml": seeds.instance().encode(),
        "tern.xsd": b"<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'/>",
    }
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@pytest.mark.parametrize("command", RUN)
def test_a_printed_command_does_what_it_says(desk, command):
    words, _, kept = command.partition(" > ")
    for made in ("auditor.toml", "auditor-baseline.toml"):
        if "--update" not in words:
            (desk / made).unlink(missing_ok=True)  # neither is written over an older one
    done = subprocess.run(
        [str(Path(sys.executable).with_name("auditor")), *shlex.split(words)[1:]],
        cwd=desk,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in {0, 1} or "NOTHING WAS CHECKED" in done.stdout, done.stderr
    if kept or not re.search(r"--output|-o |--format|init|baseline", words):
        assert done.stdout
