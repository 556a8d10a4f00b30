from hypothesis import given
from hypothesis import strategies as st

from auditor.notation.styled_lines import Span, folded, line, plain


@given(text=st.text(st.sampled_from("ab 12売上△"), max_size=200), width=st.integers(8, 60))
def test_folding_loses_no_character(text, width):
    rows = [plain(row) for row in folded(line(Span(text, "x"), hang=2), width)]
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
