"""A pull request as a data team would make it, under the action's own command."""

from dataclasses import replace
from typing import NamedTuple

import pytest

PASS, FAIL = 0, 1
OWN = {"install": "false", "paths": "data", "rules": "rules"}


class Proposal(NamedTuple):
    """Edits of a file: (old, new) each, but what they make wrong stands in ``line``."""

    file: str
    figure: tuple[str, str]  # restated
    total: tuple[str, str]  # and wrong
    right: str
    line: int
    part: tuple[str, str]  # another figure of the same total
    elsewhere: tuple[str, str]
    another: tuple[str, str]  # a second mistake


PROPOSALS = {
    "a wide table": Proposal(
        "data/segments.csv",
        figure=("Storage,50.0", "Storage,53.0"),
        total=("Revenue,250.7", "Revenue,254.9"),
        right="Revenue,253.7",
        line=5,
        part=("Freight,120.4", "Freight,120.9"),
        elsewhere=("\nRevenue", "\n\nRevenue"),
        another=("231.1", "213.1"),
    ),
    "tidy data": Proposal(
        "data/figures.csv",
        figure=("2026Q1,Storage,Revenue,50.0", "2026Q1,Storage,Revenue,53.0"),
        total=("2026Q1,Total,Revenue,250.7", "2026Q1,Total,Revenue,254.9"),
        right="2026Q1,Total,Revenue,253.7",
        line=5,
        part=("Freight,Revenue,120.4", "Freight,Revenue,120.9"),
        elsewhere=("2026Q1,Freight", "2025Q4,Total,Headcount,31,people\n2026Q1,Freight"),
        another=("231.1", "213.1"),
    ),
}


@pytest.fixture
def audited(runner):
    """The action on the repository as it stands, on a day: its status and its annotations."""

    def run(day="2026-11-22"):
        done = replace(runner, environ={"AUDITOR_TODAY": day}).run(**OWN)
        return done.status, done.annotations

    return run


@pytest.fixture(params=[*PROPOSALS.values()], ids=[*PROPOSALS])
def proposal(request, team):
    """A branch that restates a figure, and adds up wrongly."""
    made = request.param
    team.git("checkout", "--quiet", "-b", "restate-storage")
    team.replace(made.file, *made.figure)
    team.replace(made.file, *made.total)
    team.commit("Restate storage")
    return made


@pytest.fixture
def waived(proposal, team, audited):
    """The same with its error waived, by the id that the annotation ends with, for a while."""
    _, (told,) = audited()
    id_ = told.message.rpartition("(")[2].removesuffix(")")
    team.write(
        f"{proposal.file}.waivers.toml",
        f'[[waiver]]\nfinding = "{id_}"\nreason = "Adjustments are booked in the total."\n'
        'owner = "Finance"\nexpires = 2026-12-31\n',
    )
    team.commit("Accept it until the year is closed")
    return proposal


def test_main_is_green(audited):
    assert audited() == (PASS, [])


def test_red_at_the_right_line_then_green_after_the_fix(proposal, team, audited):
    status, (told,) = audited()
    assert status == FAIL
    assert told[:3] == ("error", proposal.file, proposal.line)
    assert told.line in team.changed_lines(proposal.file)
    assert "254.9" in told.message
    assert "253.7" in told.message
    team.replace(proposal.file, proposal.total[1], proposal.right)
    team.commit("Add up anew")
    assert audited() == (PASS, [])


def test_green_with_a_waiver_until_it_expires(waived, audited):
    assert audited("2026-12-31") == (PASS, [])
    status, told = audited("2027-01-01")
    assert status == FAIL
    assert [one[:3] for one in told] == [
        ("error", waived.file, waived.line),
        ("warning", f"{waived.file}.waivers.toml", 1),
    ]


def test_red_when_a_figure_of_what_was_waived_changes(waived, team, audited):
    team.replace(waived.file, *waived.part)
    team.commit("Restate freight")
    status, told = audited()
    assert status == FAIL
    assert [(one.level, one.line) for one in told] == [("error", waived.line), ("warning", 1)]


def test_green_when_rows_come_and_go_elsewhere(waived, team, audited):
    team.replace(waived.file, *waived.elsewhere)
    team.commit("Lines elsewhere")
    assert audited() == (PASS, [])


def test_a_new_error_is_red_although_another_is_waived(waived, team, audited):
    team.replace(waived.file, *waived.another)
    team.commit("Mistype a figure")
    status, (told,) = audited()
    assert status == FAIL
    assert "213.1" in told.message
