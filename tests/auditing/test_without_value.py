"""Cells that stand for an amount and give no value: sums over them are not told to be wrong."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.rulebook.packs import rule_packs

TABLE = """# Alder Works

£ million

|  | 2025 | 2024 |
|---|---|---|
| Mills | {} | 1,102.3 |
| Farms | 775.0 | 702.4 |
| Shops | {} | 300.1 |
| Total | 2,327.3 | 2,104.8 |
"""


def report(mills, shops="311.8"):
    data = TABLE.format(mills, shops).encode()
    return document_report(readers.read(data, "a.md"), rule_packs())


@pytest.mark.parametrize(
    "mills",
    [
        "~1,240.5",
        "1,240.5-1,250.5",
        "n/a",
        "n.a.",
        "n/m",
        "NM",
        "n.s.",
        "tbc",
        "…",
        "not disclosed",
    ],
)
def test_nothing_is_blamed_for_what_gives_no_value(mills):
    found = report(mills)
    assert [f.message for f in found.findings] == []
    assert found.not_understood == ()


@pytest.mark.parametrize(
    "mills",
    ["1,240.5r", "r1,240.5", "1,240.5e", "1,240.S", "£1,24O.5m", "1,240½", "1.2405E3", "1,240.5(p"],
)
def test_an_amount_with_letters_at_it_is_told_and_nothing_is_blamed(mills):
    found = report(mills)
    assert [f.message for f in found.findings] == []
    assert len(found.not_understood) == 1


def test_an_error_of_a_program_is_one_finding_and_its_total_none():
    assert [f.rule for f in report("#VALUE!").findings] == ["error-value"]


@pytest.mark.parametrize("shops", ["381.1", "11.8"])
def test_a_wrong_part_is_found_where_every_part_has_a_value(shops):
    assert len(report("1,240.5", shops).findings) == 1


def test_an_empty_cell_is_still_asked_about():
    assert len(report("").findings) == 1


def test_a_column_of_which_nothing_is_read_is_told():
    cells = ["@812,417§§", "@790,322§§", "@451,204§§", "@96,530§§"]
    rows = "\n".join(f"| Part {i} | {text} |" for i, text in enumerate(cells))
    text = f"# Alder\n\n|  | 2025 |\n|---|---|\n{rows}\n"
    found = document_report(readers.read(text.encode(), "a.md"), rule_packs())
    assert len(found.not_understood) == len(cells)


@pytest.mark.parametrize("code", ["4.1b", "10.12a", "12b", "COVID-19"])
def test_a_name_among_amounts_stays_a_name(code):
    assert report(code).not_understood == ()
