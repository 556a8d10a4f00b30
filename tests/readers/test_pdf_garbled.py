"""Pages whose letters say something else than the page shows."""

import pytest

from auditor.readers._pdf.garbled import is_garbled

PROSE = (
    "Revenue rose to 1,204 million, mainly since shops in the north sold more bread than before."
)


def shifted(text, by):
    return "".join(chr(ord(c) + by) if c.isalpha() else c for c in text)


@pytest.mark.parametrize(
    "text, expected",
    [
        (PROSE, False),
        (shifted(PROSE, -29), True),  # glyph numbers of a usual font
        (PROSE.replace("e", "\ufffd").replace("r", "\ufffd"), True),
        ("".join(chr(0xE000 + ord(c)) for c in PROSE), True),  # private use
        ("(cid:12)(cid:7)(cid:140) Total", True),
        ("Total ■■■ ■■■■■", True),
        ("■ Revenue and income rose by a fifth", False),  # a bullet
        ("EBITDA, KPMG, CHF, MW, GWh, ppts", False),  # too few letters to tell
        (
            "Das Ergebnis je Aktie fiel, die Ausschüttung blieb unverändert bei 1,20 Euro." * 2,
            False,
        ),
        ("売上高は前年同期比で増加し、営業利益は減少した。" * 5, False),
        ("1,204 1,100 (104) 9.5%", False),
        ("", False),
    ],
)
def test_what_reads_as_no_language_is_garbled(text, expected):
    assert is_garbled(text.split()) is expected
