"""Empty cells as facts: nothing in their place, under numbers that no figure has."""

from itertools import product

from auditor.model.document import Cell, Source, Table
from auditor.relations.blanks import blank_fact


def table(number):
    """Two rows, the second one longer."""
    cells = [[Cell("", Source("sheet.md")) for _ in range(width)] for width in (2, 3)]
    return Table(number, tuple(map(tuple, cells)))


def test_every_empty_cell_has_a_number_of_its_own_below_zero():
    facts = [
        blank_fact(one, row, column, cell)
        for one in (table(1), table(2))
        for row, cells in enumerate(one.rows)
        for column, cell in enumerate(cells)
    ]
    numbers = {fact.number for fact in facts}
    assert len(numbers) == len(facts)
    assert max(numbers) < 0


def test_an_empty_cell_is_worth_nothing_where_it_stands():
    one = table(1)
    for row, column in product(range(2), range(2)):
        fact = blank_fact(one, row, column, one.rows[row][column])
        assert (fact.text, fact.figure.nil) == ("", True)
        assert fact.value == 0
        assert fact.source == one.rows[row][column].source
