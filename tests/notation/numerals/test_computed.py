"""Numbers that a program wrote: whole ones with a nought behind a point, and long decimals."""

import pytest

from auditor.auditing.pipeline import document_report
from auditor.notation.numerals import cell_figure
from auditor.readers import read
from auditor.rulebook.packs import rule_packs


@pytest.mark.parametrize(
    "text, digits, exponent",
    [
        ("182.73610594779991", 1827361, -4),  # single precision is all that is known of it
        ("-49060.513999999996", -4906051, -2),
        ("31.0000000000", 310000000000, -10),
        ("0.123456789012", 123456789012, -12),
        ("-0.549911493608833", -5499115, -7),  # beyond what any rate is quoted to
        ("1204.25", 120425, -2),
    ],
)
def test_decimals_that_no_person_prints_are_known_to_seven_digits(text, digits, exponent):
    figure = cell_figure(text)
    assert figure is not None
    assert (figure.text, figure.digits, figure.exponent) == (text, digits, exponent)


SHEET = """\
Age,All,Men,Women
16 to 24,{whole},{men},52.0
25 to 34,{next_},166.0,134.0
35 to 54,571.0,296.0,275.0
55 to 64,267.0,158.0,109.0
65 and over,175.0,94.0,81.0
"""


@pytest.mark.parametrize(
    "whole, next_, wrong",
    [
        ("133.0", "300.0", []),  # people in thousands: 82 and 52 may be 133
        ("233.0", "300.0", ["233.0"]),
    ],
)
def test_whole_numbers_with_a_nought_behind_a_point_are_rounded_to_the_unit(whole, next_, wrong):
    text = SHEET.format(whole=whole, next_=next_, men="82.0")
    report = document_report(read(text.encode(), "workers.csv"), rule_packs())
    assert [f.printed for f in report.findings] == wrong
