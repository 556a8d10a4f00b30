import pytest

from auditor.notation.numerals import narrowed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("１，２３４．５％", "1,234.5%"),
        ("（△５）", "(△5)"),
        ("￥５", "¥5"),
        ("1\u00a0234\u2009567\u3000円", "1 234 567 円"),
        ("**59.9%** *up* __x__ _y_", "  59.9%    up    x    y "),
        ("snake_case 5*", "snake_case 5 "),
        (r"\$50 \(5\)", " $50  (5 )"),
        ("5¹ ① Ａ", "5¹ ① A"),  # superscripts are footnote marks, not digits
        ("– 5 − 5", "– 5 − 5"),
    ],
)
def test_narrowed_keeps_every_offset(text, expected):
    assert narrowed(text) == expected
    assert len(narrowed(text)) == len(text)
