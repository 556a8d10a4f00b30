"""Roles: what identifies a record and what is measured, told by the cells alone."""

import pytest

from auditor.datafiles.columns.opening import possible_headers
from auditor.datafiles.columns.reading import records_of
from auditor.datafiles.undeclared.roles import roles_of
from auditor.model.dataset import ColumnType, DataSet, DeclaredColumn

TEXT, FIGURE, PERIOD = ColumnType.TEXT, ColumnType.FIGURE, ColumnType.PERIOD


def roles_in(text):
    header = max(possible_headers(text), key=lambda one: len(one.names))
    texts = DataSet(tuple(DeclaredColumn(name) for name in header.names))
    records, _ = records_of(text.encode(), header, texts)
    return roles_of(header, records.coded)


def file_of(header, *records):
    return "\n".join((header, *records)) + "\n"


STORES = ("store,week,sold", [f"{s},{w},{s * 97 + w * 31}" for s in (3, 8, 9) for w in (1, 2, 3)])
THROWS = ("first,second,third", [f"{n % 5},{n % 3 * 7},{n % 4 + 2}" for n in range(20)])


@pytest.mark.parametrize(("file", "key"), [(STORES, ("store", "week")), (THROWS, None)])
def test_whole_numbers_identify_where_each_stands_with_all_others(file, key):
    header, rows = file
    roles = roles_in(file_of(header, *rows))
    assert (roles and roles.key) == key


TIDY = file_of(
    "period,segment,value",
    *(f"{year},{name},{year - 1800}" for year in (2023, 2024, 2025) for name in ("Ads", "Rent")),
)


def test_years_identify_and_figures_are_measured():
    roles = roles_in(TIDY)
    assert [column.type for column in roles.columns] == [PERIOD, TEXT, FIGURE]
    assert roles.key == ("period", "segment")


@pytest.mark.parametrize(
    ("name", "cells", "kind"),
    [
        ("store_id", ["11", "12", "13", "14", "15", "16"], TEXT),
        ("postcode", ["01067", "04109", "10115", "20095", "50667", "80331"], TEXT),
        ("sales", ["11", "12", "13", "(14)", "-", "16"], FIGURE),
        ("yoy", ["n/a", "+12.5%", "-3.1%", "4%", "n.m.", "0.2%"], FIGURE),
        ("month", ["2025-01", "2025-02", "2025-03", "2025-04", "2025-05", "2025-06"], PERIOD),
        ("note", ["n/a", "n/a", "n/a", "n/a", "n/a", "n/a"], TEXT),
    ],
)
def test_what_a_column_holds(name, cells, kind):
    rows = (f"Team {place},{cell},{place}00" for place, cell in enumerate(cells, 1))
    roles = roles_in(file_of(f"team,{name},amount", *rows))
    assert roles.columns[1].type is kind


@pytest.mark.parametrize(
    ("header", "rows", "key"),
    [
        ("company,currency,year", ["A,GBP,{}", "B,EUR,{}"], ("company", "year")),  # one follows
        ("fund,isin,name", ["F{},X{}1,P{}", "F{},X{}2,Q{}"], ("fund", "name")),  # a group stays
        ("line,year", ["L{}7,{}", "L{}8,{}"], ("line", "year")),  # years group numbered lines
    ],
)
def test_no_two_records_agree_in_the_key(header, rows, key):
    years = (2021, 2022, 2023, 2024)
    records = (f"{row.replace('{}', str(year))},7{year}.5" for year in years for row in rows)
    assert roles_in(file_of(f"{header},amount", *records)).key == key


@pytest.mark.parametrize(
    "text",
    [
        file_of("item,2024,2025", *(f"Line {n},{n}1,{n}2" for n in range(9))),  # a statement
        file_of("a,b", "x,1", "y,2"),  # too little to show anything
        file_of("a,b", *["x,1"] * 9),  # nothing tells its records apart
        file_of("a,b", *(f"x{n},y{n}" for n in range(9))),  # nothing is measured
    ],
)
def test_what_is_no_list_of_records(text):
    assert roles_in(text) is None


def test_a_comma_opens_decimals_where_nothing_else_can_be_meant():
    rows = (f"{year};Druck;1.2{year % 100},5" for year in range(2018, 2026))
    roles = roles_in(file_of("Jahr;Bereich;Erlöse", *rows))
    assert roles.columns[2].point == ","


def test_a_column_that_states_units_is_no_part_of_the_key():
    rows = (
        f"{y},{m},{v},{u}"
        for y in range(2020, 2024)
        for m, v, u in (("A", 7, "EUR"), ("B", 3, "%"))
    )
    roles = roles_in(file_of("year,what,value,unit", *rows))
    assert roles.key == ("year", "what")
    assert roles.columns[2].unit_in == "unit"


def test_a_currency_that_tells_records_apart_is_part_of_the_key():
    rows = (f"{y},{m},{c},{y % 7}" for y in (2023, 2024) for m in "AB" for c in ("EUR", "USD"))
    roles = roles_in(file_of("year,what,currency,value", *rows))
    assert roles.key == ("year", "what", "currency")
