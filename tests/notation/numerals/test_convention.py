"""Conventions: what the cells of a table prove together about how each of them is written."""

import pytest

from auditor.model.figure import DECIMAL_POINTS, Cr, NumeralConvention
from auditor.notation.numerals import DECIMAL_COMMAS, document_convention, table_convention


def of(cells, around="", usual=DECIMAL_POINTS):
    return table_convention(cells.split("|"), around, usual)


@pytest.mark.parametrize(
    ("cells", "decimal", "groups"),
    [
        ("962.528|1.647.302", ",", "."),  # points that group twice prove it for their neighbour
        ("962.528|1.647", ".", ","),  # three decimals
        ("962.528|684.774 TEUR|(1.647.302)", ",", "."),
        ("4.812,6|95", ",", "."),
        ("12,5|3,4", ",", "."),
        ("12,5|95", ".", ","),  # one alone may be a list
        ("3,4|5,6|1,204", ".", ","),  # numbers of notes beside thousands
        ("1 240,5|(7 310,2)", ",", " "),
        ("1\u202f240,5", ",", "\u202f"),
        ("1´204.5|98.7", ".", "´"),
        ("1'204.5|98.7", ".", "'"),
        ("48 122|−31 040", ".", " "),
        ("1,234.50|12,345", ".", ","),
        ("1,234,567|2,5|3,5", ".", ","),
        ("※1 284,113|※1 271,872|207,127", ".", ","),  # a note's mark is no thousands
        ("31.12.2025|2025.12", ".", ","),
        ("1.647.302|12.5|13.5", ".", ","),  # as many against it
    ],
)
def test_which_mark_opens_decimals_and_which_groups(cells, decimal, groups):
    found = of(cells)
    assert (found.decimal, found.groups) == (decimal, groups)


@pytest.mark.parametrize(
    ("cells", "decimal"),
    [("962.528|12.345", ","), ("95|12", ","), ("12.5|13.5", "."), ("2.1|3.2|1.204|5.310", ",")],
)
def test_what_is_usual_decides_where_a_table_does_not(cells, decimal):
    assert of(cells, usual=DECIMAL_COMMAS).decimal == decimal


@pytest.mark.parametrize(
    ("cells", "pairs"),
    [("14,28,000.00|62,500.00", True), ("1,06,680", True), ("1,234,567|1,23,456", False)],
)
def test_lakhs_are_grouped_in_pairs(cells, pairs):
    assert of(cells).pairs is pairs


@pytest.mark.parametrize(
    ("cells", "behind"),
    [
        ("9,021.18-|14,183.02", True),
        ("12-|15-", True),
        ("65-|12", False),  # an open range
        ("1994-|2001-", False),
        ("12.5-%", True),
        ("5-10|1,234-5", False),
    ],
)
def test_a_dash_behind_is_a_minus_where_the_table_shows_it(cells, behind):
    assert of(cells).behind is behind


@pytest.mark.parametrize(
    ("cells", "around", "cr"),
    [
        ("41,200 DR|30,000 CR", "", Cr.CREDIT),
        ("1,200 CR|300", "Statement of account", Cr.CREDIT),
        ("1,200 Cr|300 Cr", "Revenue (₹)", Cr.CRORE),
        ("1,200 Cr|300 Dr", "Balances in ₹", Cr.CREDIT),
        ("Rs. 1,200 Cr|Rs. 300 Cr", "", Cr.CRORE),
        ("1,200 (Dr)|300 (Cr)", "", Cr.CREDIT),
        ("Dr 1,200|Cr 300", "", Cr.CREDIT),
        ("1,200|300", "", None),
    ],
)
def test_cr_is_a_credit_or_ten_million_rupees(cells, around, cr):
    assert of(cells, around).cr is cr


@pytest.mark.parametrize(
    ("cells", "around", "coins"),
    [
        ("14.2p|13.5p", "", True),
        ("14.2p|1,204|3,318|5,110", "Dividend per share", True),
        ("14.2p|1,204|3,318|5,110", "Output of steel", False),  # a mark: provisional
    ],
)
def test_p_is_pence_where_most_have_it_or_pounds_stand_beside(cells, around, coins):
    assert of(cells, around).coins is coins


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        (["4.812,6", "1.204"], DECIMAL_COMMAS),
        (["4,812.6", "1.204"], DECIMAL_POINTS),
        (["4,812.6", "4.812,6"], DECIMAL_POINTS),
        (["1.204", "95"], None),
    ],
)
def test_a_document_is_written_as_most_of_its_tables(tables, expected):
    assert document_convention([[cell] for cell in tables]) == expected


def test_a_convention_is_plain_unless_a_table_shows_more():
    assert of("1,204|95") == NumeralConvention(words=True)


@pytest.mark.parametrize(
    ("cells", "units"),
    [
        ("1,204 kt|310 kt|5", ("kt",)),
        ("1.204,5 Stück|12,5 Stück", ("Stück",)),
        ("1,204吨|310吨", ("吨",)),
        ("12 wells|14 wells|9 wells|8 wells", ("wells",)),
        ("12 wells|14 wells", ()),  # too few, and no thousands or decimals
        ("1,204 kt|310", ()),
        ("1,204 days|1,310 days", ()),
        ("2025 restated|2024 restated|2023 restated|2022 restated", ()),
        ("31 März|30 März|29 März|28 März", ()),
        ("$1,204 million|$310 million", ()),
    ],
)
def test_a_word_behind_many_numbers_is_their_unit(cells, units):
    assert of(cells).units == units


@pytest.mark.parametrize(
    ("cells", "sides"),
    [("1.200 S|300 H", "SH"), ("1,200.00 D|300.00 C", "DC"), ("1,200 S|300 S", "")],
)
def test_letters_of_both_sides_are_debits_and_credits(cells, sides):
    assert of(cells).sides == sides


@pytest.mark.parametrize(
    ("cells", "arrows"), [("▲ 5%|▼ 3%", True), ("▲ 5%|▲ 3%", False), ("5% ↑|3% ↓", True)]
)
def test_a_triangle_means_up_beside_one_that_means_down(cells, arrows):
    assert of(cells).arrows is arrows


@pytest.mark.parametrize(
    ("cells", "decimal"),
    [
        ("1.204 mio. kr.|87 mio. kr.", ","),
        ("2.148 M€|815 M€", ","),
        ("1.204 kt|87 kt", "."),  # nothing of the continent
        ("1.204 Mio. €|0.870 Mio. €", "."),  # as many decimals each
    ],
)
def test_thousands_with_points_beside_hundreds_in_words_of_the_continent(cells, decimal):
    assert of(cells).decimal == decimal
