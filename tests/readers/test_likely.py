"""Parts of a text that can hold no fixed-width table are not cut into words."""

import pytest

from auditor.readers import read
from auditor.readers._aligned import fixed
from auditor.readers._aligned.likely import likely_parts

PROSE = "We sold 14 ferries in 2024, of which three were chartered until June 30, 2024, to others."


@pytest.mark.parametrize(
    "lines, likely",
    [
        ([(0, PROSE), (0, PROSE)], set()),
        ([(0, "Fares  1,204"), (1, PROSE)], {0, 1}),  # near enough to say "contents"
        ([(0, "1,204"), (0, "1,310")], {0}),
        ([(0, "1,204"), (1, PROSE)], set()),  # one figure is no table
        ([(0, "Item 1"), (0, "Item 2")], set()),  # short, and no figures
        ([(0, "2024 2023")], {0}),
        ([(n, PROSE) for n in range(9)] + [(9, "Fares ... 1 2")], {5, 6, 7, 8, 9}),
    ],
)
def test_a_part_is_likely_when_it_may_state_two_figures(lines, likely):
    assert likely_parts(lines, lambda text: text[0].isdigit()) == likely


def test_prose_is_not_cut_into_words(monkeypatch):
    cut = []

    def watched(words, _):
        cut.extend(words)
        return ()

    monkeypatch.setattr(fixed, "chunks", watched)
    read("\n\n".join([PROSE, "Sales rose. 5", "It fell. 6"] * 9).encode(), "a.txt")
    assert "ferries" not in {word.text for word in cut}
