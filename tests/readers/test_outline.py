import pytest

from auditor.model.document import Anchor, Passage, Source, Table
from auditor.model.places.line import LinePlace
from auditor.readers._outline import NOTE, is_bullet, outlined, reads_as_heading
from auditor.readers._thresholds import HEADING_LENGTH, HEADINGS_KEPT


def block(text):
    """A table for "|", else a passage whose leading "#" tell the level."""
    if text == "|":
        return Table(1, ())
    words = text.lstrip("#")
    return Passage(
        words.strip(), (Anchor(0, Source("a.md", LinePlace(1, 1))),), len(text) - len(words)
    )


def outline(*texts):
    """What each block stands under: its headings, and of a table its notes."""
    return [
        (*(h.text for h in one.headings), *(one.notes if isinstance(one, Table) else ()))
        for one in outlined(map(block, texts))
    ]


@pytest.mark.parametrize(
    "blocks, last",
    [
        (["Prose.", "|"], ()),
        (["# Year", "|"], ("Year",)),
        (["# Year", "## Sales", "Prose.", "|"], ("Year", "Sales")),
        (["# Year", "## Sales", "Prose.", "## Costs", "|"], ("Year", "Costs")),
        (["# Year", "## Sales", "Prose.", "# Next", "|"], ("Next",)),
        (["## Sales", "Prose.", "# Next", "|"], ("Next",)),
        (["# Company", "# Year", "|"], ("Company", "Year")),  # peers with nothing between them
        (["# Company", "(unaudited)", "# Year", "|"], ("Company", "Year", "(unaudited)")),
        (["# Company", "|", "# Year", "|"], ("Year",)),
        (["### Deep", "# Year", "|"], ("Year",)),
        (["# Year", "## Sales"], ("Year",)),  # a heading stands under those above it
        (["# A"] * (HEADINGS_KEPT + 2) + ["|"], ("A",) * HEADINGS_KEPT),
    ],
)
def test_headings_in_force(blocks, last):
    assert outline(*blocks)[-1] == last


@pytest.mark.parametrize(
    "blocks, last",
    [
        (["# Year", "(JPY million)", "|"], ("Year", "(JPY million)")),
        (["# Year", "(JPY million)", "Prose.", "|"], ("Year", "(JPY million)")),
        (["# Year", "(unaudited)", "単位：百万円", "|"], ("Year", "(unaudited)", "単位：百万円")),
        (["# Year", "(JPY million)", "|", "|"], ("Year", "(JPY million)")),
        (["# Year", "(JPY million)", "|", "# Next", "|"], ("Next",)),
        (["(JPY million)", "# Year", "|"], ("Year",)),
        (["# Year", "Miles de euros", "|"], ("Year", "Miles de euros")),
        (["# Year", "in CHF 1’000", "|"], ("Year", "in CHF 1’000")),
        (["# Year", "단위: 십억원", "|"], ("Year", "단위: 십억원")),
        (["# Year", "Miles de euros", "Prose.", "|"], ("Year",)),
        (["# Year", "We paid 5 million dollars", "|"], ("Year",)),
        (["# Year", "It was paid in euros.", "|"], ("Year",)),
        (["# Year", "(JPY million)", "## Sales", "|"], ("Year", "Sales", "(JPY million)")),
    ],
)
def test_notes_above_a_table(blocks, last):
    assert outline(*blocks)[-1] == last


def test_blocks_stay_in_order_and_one_for_one():
    blocks = [block(text) for text in ("# Year", "Prose.", "|", "(JPY)", "|")]
    found = list(outlined(blocks))
    assert [type(one) for one in found] == [type(one) for one in blocks]
    assert [p.text for p in found if isinstance(p, Passage)] == ["Year", "Prose.", "(JPY)"]


def test_a_table_keeps_notes_of_its_own():
    (_, table) = outlined([block("(unaudited)"), Table(1, (), notes=("(JPY million)",))])
    assert isinstance(table, Table)
    assert table.notes == ("(unaudited)", "(JPY million)")


@pytest.mark.parametrize(
    "line, expected",
    [
        ("£’000", True),
        ("€", True),
        ("All amounts are in thousands of euros unless stated otherwise.", True),
        ("Angaben in Mio. EUR", True),
        ("Amounts fell in 2025; costs rose.", False),
        ("(JPY million)", True),
        ("（単位：百万円）", True),
        ("単位 百万円", True),
        ("Unit: JPY million", True),
        ("UNITS: EUR", True),
        ("[in thousands]", True),
        ("United Kingdom", False),
        ("Sales (JPY million)", False),
        ("(JPY million) and more", False),
    ],
)
def test_notes(line, expected):
    assert (NOTE.fullmatch(line) is not None) == expected


@pytest.mark.parametrize(
    "line, expected",
    [
        ("- Revenue", True),
        ("* Revenue", True),
        ("•Revenue", True),
        ("・売上高", True),
        ("1. Revenue", True),
        ("(12) Revenue", True),
        ("(a) Revenue", True),
        ("◆ Revenue", True),
        ("-801", False),
        ("1.5 times", False),
        ("2006 Revenue", False),
        ("- ", False),
        ("Revenue", False),
    ],
)
def test_bullets(line, expected):
    assert is_bullet(line) == expected


@pytest.mark.parametrize(
    "line, expected",
    [
        ("Results by region", True),
        ("  売上高の推移  ", True),
        ("Six months ended June 30, 2026", True),
        ("Highlights:", True),
        ("Revenue rose.", False),
        ("売上高は増加した。", False),
        ("(JPY million)", False),
        ("- Revenue", False),
        ("2026", False),
        ("---", False),
        ("", False),
        ("x" * HEADING_LENGTH, True),
        ("x" * (HEADING_LENGTH + 1), False),
    ],
)
def test_lines_that_read_as_headings(line, expected):
    assert reads_as_heading(line) == expected
