"""Explaining: one finding from what is printed to what should be, as a person reads it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from auditor.auditing.explain import UnknownFindingError, explained
from auditor.auditing.many_files import audit
from auditor.cli import app
from auditor.model.relation import Kind
from auditor.render import View, derivation

RELEASE = str(Path(__file__).resolve().parents[2] / "samples" / "iij-2q06.md")
SALES = """\
# Gannet Ferries Inc. 2Q25

| (JPY million) | 2Q25 | 2Q24 | YoY |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 14.0% |
| Freight | 2,328 | 2,109 | 6.1% |
| Catering | 1,127 | 1,003 | 12.4% |
| Charter | 640 | 711 | (10.0%) |
| Net sales | 12,417 | 11,200 | 10.9% |
"""


@pytest.fixture
def sales(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sales.md").write_text(SALES, encoding="utf-8")
    return "sales.md"


def explanation(id_, path, view, **options):
    return derivation(*explained(id_, path, **options), view)


def only_id(path):
    (finding,) = audit([path]).findings
    return finding.id


def run(*arguments):
    return CliRunner().invoke(app, ["explain", *arguments], env={"NO_COLOR": "1"})


@pytest.mark.parametrize(
    "expected",
    [
        "2,328  Freight (2Q25)  sales.md:6:13",
        "8,412 + 2,328 + 1,127 + 640 = 12,507, but 12,417 is printed",
        "so the result is 12505.00 to 12509.00",
        "12,417 at sales.md:9:15 may be 12416.50 to 12417.50 unrounded",
        "The two ranges do not meet, so rounding does not explain it.",
        "8,412 at sales.md:5:11 is in 1 check that holds",
        "14.0% = 8,412 / 7,377 - 1  growth",
        "It seems that two digits are swapped.",
        "12,417 at sales.md:9:15 is not suspected: it has no part in 1 check that fails.",
        "expected      2,238",
    ],
)
def test_everything_that_leads_to_the_finding_is_told(sales, expected):
    assert expected in explanation(only_id(sales), sales, View())


def test_nothing_is_cut_off_and_nothing_coloured_when_piped(sales):
    text = explanation(only_id(sales), sales, View(width=60))
    assert "…" not in text
    assert "\x1b" not in text
    assert "\x1b" in explanation(only_id(sales), sales, View(color=True))


def test_the_beginning_of_an_id_will_do(sales):
    whole = only_id(sales)
    assert explanation(whole[:5], sales, View()) == explanation(whole, sales, View())


def test_a_finding_about_words_is_told_as_the_report_does():
    (finding,) = (f for f in audit([RELEASE]).findings if f.kind is Kind.LABEL)
    told = explanation(finding.id, RELEASE, View(width=400))
    assert finding.message in told
    assert finding.why in told


@pytest.mark.parametrize("unknown", ["nonesuch", ""])
def test_an_unknown_id_lists_those_there_are(sales, unknown):
    with pytest.raises(UnknownFindingError, match=only_id(sales)):
        explanation(unknown, sales, View())


def test_the_command_shows_it_and_refuses_what_is_not_there(sales):
    shown = run(only_id(sales), sales)
    assert (shown.exit_code, "Which figure is wrong" in shown.output) == (0, True)
    refused = run("nonesuch", sales)
    assert refused.exit_code == 2
    assert f"its findings are {only_id(sales)}" in refused.output
    assert run("nonesuch", "absent.md").exit_code == 2
    assert "Example: auditor explain" in run("--help").output
