"""What looks wrong and is right: losses that grow, ratios that improve, averages among sums."""

import pytest

from tests.relations.discovered.structure import alarms

TITLE = "# Acme Reports Second Quarter 2025 Results\n\n"
LOSS = """

| (in millions) | Q2 2025 | Q2 2024 |
|---|---|---|
| Revenue | {revenue} | 16.3 |
| Operating expenses | 45.1 | 36.9 |
| Net loss | ({loss}) | (20.6) |
"""
MORE, LESS = LOSS.format(revenue="22.7", loss="22.4"), LOSS.format(revenue="32.7", loss="12.4")
LOSS_RATIO = """

| | Q2 2025 | Q2 2024 |
|---|---|---|
| Loss ratio | 59.0% | 61.4% |
"""


@pytest.mark.parametrize(
    "sentence, table",
    [
        ("Net loss increased $1.8 million to $22.4 million.", MORE),
        ("Net loss widened by $1.8 million.", MORE),
        ("Net loss was $1.8 million higher than a year ago.", MORE),
        ("Net loss fell $8.2 million to $12.4 million.", LESS),
        ("Net loss narrowed by $8.2 million.", LESS),
        ("Net loss improved by $8.2 million.", LESS),
        ("Net loss declined by 40%, or $8.2 million.", LESS),
        ("The loss ratio improved 2.4 points to 59.0%.", LOSS_RATIO),
        ("The loss ratio was 2.4 points better than a year ago.", LOSS_RATIO),
        ("The midpoint of our guidance of $280 million to $290 million is $285 million.", MORE),
        ("We beat the midpoint of our range of $265 million to $275 million by $4 million.", MORE),
        ("At the midpoint, our guidance of $280 million to $290 million implies 14% growth.", MORE),
    ],
)
def test_it_is_silent(sentence, table):
    assert alarms(TITLE + sentence + table) == []


@pytest.mark.parametrize(
    "sentence, table, printed",
    [
        ("Net loss increased $2.8 million to $22.4 million.", MORE, "$2.8 million"),
        ("Net loss fell $8.7 million to $12.4 million.", LESS, "$8.7 million"),
        ("The loss ratio improved 7.4 points to 59.0%.", LOSS_RATIO, "7.4 points"),
        ("The loss ratio rose 2.4 points to 59.0%.", LOSS_RATIO, "2.4 points"),
        ("We expect sales of $280 million to $290 million, with a midpoint of $258 million.", MORE,
         "$258 million"),
    ],
)  # fmt: skip
def test_a_wrong_one_is_told(sentence, table, printed):
    assert [text for text, _ in alarms(TITLE + sentence + table)] == [printed]


@pytest.mark.parametrize(
    "table",
    [
        """
| GBP million | H1 2025 | H1 2024 | Growth |
|---|---|---|---|
| Food | 131.7 | 109.4 | 20.4 |
| Home | 80.4 | 75.1 | 7.1 |
| Group | 212.1 | 184.5 | 15.0 |
""",
        """
| | Gross written premium | Net earned premium | Combined ratio |
|---|---|---|---|
| Motor | 412.3 | 371.6 | 97.4 |
| Home | 188.7 | 169.9 | 91.2 |
| Total | 601.0 | 541.5 | 95.5 |
""",
        """
| | Production (oz) | Revenue ($000) | AISC ($/oz) |
|---|---|---|---|
| Alto | 36,912 | 124,150 | 1,702 |
| Baja | 64,318 | 217,861 | 1,398 |
| Total | 101,230 | 342,011 | 1,509 |
""",
    ],
    ids=["growth", "ratio", "cost an ounce"],
)
def test_a_column_of_averages_beside_columns_that_add_up_is_none_that_fails(table):
    assert alarms(TITLE + table) == []
