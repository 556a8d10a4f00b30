"""Records in tables of documents, by their texts alone."""

import pytest

from auditor.datafiles import relations_in


def sales(decimal, group):
    for year in range(2018, 2026):
        towns = [1_101_250 + 7_331 * (year % 7), 88_405 + 977 * (year % 5), 40_055 + 13 * year]
        for name, cents in zip(
            ("Brest", "Nantes", "Tours", "Total"), (*towns, sum(towns)), strict=True
        ):
            text = f"{cents / 100:_.2f}".replace(".", decimal).replace("_", group)
            yield str(year), name, text


@pytest.mark.parametrize(("decimal", "group"), [(".", ","), (",", "."), (",", " ")])
def test_a_table_has_one_way_to_write_decimals(decimal, group):
    found = relations_in(("Exercice", "Agence", "CA"), [*sales(decimal, group)])
    assert [len(one.inputs) for one in found] == [3] * 8
