"""Unknown numbers: what tells amounts that nobody can read from names, notes and dates."""

import pytest

from auditor.notation.unknown_numbers import unknown_numbers


def cells_of(rows):
    """The cells of rows below one another, by place."""
    return {(r, c): text for r, row in enumerate(rows, start=1) for c, text in enumerate(row, 1)}


def told(*texts):
    """The numbers of cells below one another that are told."""
    cells = {(r, 1): text for r, text in enumerate(texts, start=1)}
    found = unknown_numbers(cells)
    return [cells[at][first:end] for at, (first, end) in found.items()]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("1·204", "1·110"), ["1·204", "1·110"]),
        (("≈1k204", "≈1k110"), ["1k204", "1k110"]),
        (("1204zł.", "1110zł."), ["1204", "1110"]),
        (("<1,204>", "<1,110>"), ["1,204", "1,110"]),
        (("12 04 kt†", "11 10 kt†"), ["12 04", "11 10"]),
        (("1_204", "1_110"), ["1_204", "1_110"]),
        (("qq 1,204", "qq 1,110"), ["1,204", "1,110"]),
        (("1.204E3", "1.110E3"), ["1.204E3", "1.110E3"]),
        (("१२०४", "१११०"), ["१२०४", "१११०"]),
        # what repeats the marks around them is an amount, small or like a year
        (("<1,204>", "<1,110>", "<94>", "(<94>)"), ["1,204", "1,110", "94", "94"]),
        (("1204 CO2e", "3110 CO2e", "2025 CO2e"), ["1204", "3110", "2025"]),
        # marks of ranges and fractions, where digits behind them are no number, or a range falls
        (("31-204", "12-040"), ["31-204", "12-040"]),
        (("31~204", "877~640"), ["31~204", "877~640"]),
        (("(31/204)", "12/040 €"), ["31/204", "12/040"]),
    ],
)
def test_amounts_in_a_notation_that_repeats_are_told(texts, expected):
    assert told(*texts) == expected


@pytest.mark.parametrize(
    "texts",
    [
        ("Level 1", "Level 2", "Level 3"),
        ("Note 12", "Note 13"),
        ("20,21,34", "18,34"),  # the numbers of notes
        ("２、５、10", "６、20、26"),
        ("3Q 2024", "3Q 2025"),
        ("第12期", "第13期"),
        ("FY2024", "FY2025"),
        ("June 30, 2025", "June 30, 2024"),
        ("30.06.2025", "30.06.2024"),
        ("Year ended 2025", "Year ended 2024"),
        ("2025 restated", "2024 restated"),
        ("001-36743", "333-18494"),
        ("10.25†", "10.26†"),  # exhibits
        ("1,204 hours", "1,110 hours"),
        ("1,000–5,000", "5,000–9,000"),
        ("100-199", "200-299"),
        ("57/481", "33/120"),
        ("31-204", "040"),
        ("up to 1,204", "up to 1,110"),
        ("貸付金 39,757百万円", "貸付金 2,484百万円"),  # a remark
        ("Aa3", "Baa1"),
        ("A320neo", "B7371x"),
        ("1204zł.", "<1,110>"),  # nothing repeats
        ("none", ""),
    ],
)
def test_names_notes_dates_and_remarks_are_not(texts):
    assert told(*texts) == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("¤94", "¤81"), ("¤12", "¤11")], 4),
        ([("9.4zł.", "8.1zł."), ("1.2zł.", "1.1zł.")], 4),
        ([("qq9.4", "qq8.1"), ("qq1.2", "qq1.1")], 4),
        ([("¤94", "¤81", "¤12", "¤11")], 0),  # one row may head columns
        ([("†94",), ("†81",), ("†12",), ("†11",)], 0),  # one column may count
        ([("Level 12", "Level 13"), ("Level 12", "Level 13")], 0),
    ],
)
def test_small_amounts_are_told_where_they_fill_rows_and_columns(rows, expected):
    assert len(unknown_numbers(cells_of(rows))) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["<396>"], 1),
        (["≈2k396"], 1),
        (["57/481"], 1),
        (["1-204"], 1),
        (["10-12"], 0),
        (["5/7"], 0),
        (["~94"], 0),
        (["〔 12 〕", "〔 3 〕"], 2),  # the same marks around a smaller one
        (["Level 12"], 0),
        (["#1"], 0),
        (["2025*"], 0),
        (["12月"], 0),
        (["10-K"], 0),
        (["303 1,686"], 0),  # two numbers in one cell are in no notation
    ],
)
def test_below_a_figure_one_is_enough(texts, expected):
    cells = cells_of([(text,) for text in texts])
    assert len(unknown_numbers(cells, cells)) == expected
    assert not unknown_numbers(cells)
