"""Built-in rules: those that no rule file declares, each with what a reader should know of it."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.relation import Kind

FORMULAS = {
    Kind.SUM: "total = part + part + ... (parts that are taken off count as negative)",
    Kind.DIFFERENCE: "rest = whole - part",
    Kind.RATIO: "ratio = numerator / denominator, times 100 where it is printed in per cent",
    Kind.GROWTH: "growth = (later / earlier - 1) x 100",
    Kind.POINTS: "points = later percentage - earlier percentage",
    Kind.AVERAGE: "average = (figure + figure + ...) / how many they are",
    Kind.TIE: "figure = figure, in whatever units the two are printed",
    Kind.LABEL: "the words of a heading agree with the columns below it",
    Kind.SCHEMA: "every field has a type and value that its column allows",
    Kind.COMPLETENESS: "every record that should be there is",
}
"""What is calculated, by kind. Printed figures stand for all values that print as they do."""


@dataclass(frozen=True, slots=True)
class BuiltIn:
    """A rule that the auditor finds in documents by itself.

    ``holds`` and ``violated`` are small documents that show it, "" where a few lines of text
    cannot.
    """

    id: str
    kind: Kind
    title: str
    why: str
    holds: str = ""
    violated: str = ""


def _example(document: str, right: str, wrong: str) -> tuple[str, str]:
    """A document with its last such figure as it should be, and with another in its place."""
    before, _, after = document.rpartition(right)
    return document, f"{before}{wrong}{after}"


_SUM = _example(
    """\
|                | 2023  | 2024  | 2025  |
|----------------|-------|-------|-------|
| Ferries        | 4,118 | 4,390 | 4,527 |
| Freight        | 2,655 | 2,701 | 2,934 |
| Harbour dues   | 1,207 | 1,148 | 1,352 |
| Total revenues | 7,980 | 8,239 | 8,813 |
""",
    "8,239",
    "8,293",
)
_DIFFERENCE = _example(
    """\
|                | 2024  | 2025  | Change |
|----------------|-------|-------|--------|
| Ferries        | 4,390 | 4,527 | 137    |
| Freight        | 2,701 | 2,934 | 233    |
| Harbour dues   | 1,148 | 1,352 | 204    |
| Fuel           | 1,871 | 1,644 | -227   |
""",
    "233",
    "323",
)
_RATIO = _example(
    """\
|                | 2025  | % of total revenues |
|----------------|-------|---------------------|
| Ferries        | 4,527 | 51.4%               |
| Freight        | 2,934 | 33.3%               |
| Harbour dues   | 1,352 | 15.3%               |
| Total revenues | 8,813 | 100.0%              |
""",
    "33.3%",
    "38.3%",
)
_GROWTH = _example(
    """\
|                | 2024  | 2025  | Growth |
|----------------|-------|-------|--------|
| Ferries        | 4,390 | 4,527 | 3.1%   |
| Freight        | 2,701 | 2,934 | 8.6%   |
| Harbour dues   | 1,148 | 1,352 | 17.8%  |
| Fuel           | 1,871 | 1,644 | -12.1% |
""",
    "8.6%",
    "6.8%",
)
_POINTS = _example(
    """\
|                  | 2023  | 2024  | 2025  | Change (percentage points) |
|------------------|-------|-------|-------|----------------------------|
| Gross margin     | 30.9% | 31.4% | 33.9% | 2.5                        |
| Operating margin | 11.8% | 12.7% | 11.3% | -1.4                       |
| Load factor      | 66.0% | 68.2% | 71.9% | 3.7                        |
| Equity ratio     | 41.3% | 40.6% | 44.8% | 4.2                        |
| Payout ratio     | 35.2% | 36.1% | 30.8% | -5.3                       |
""",
    "3.7 ",
    "7.3 ",
)
_AVERAGE = _example(
    """\
|              | Q1    | Q2    | Q3    | Q4    | Average  |
|--------------|-------|-------|-------|-------|----------|
| Ferries      | 1,041 | 1,187 | 1,263 | 1,036 | 1,131.75 |
| Freight      | 702   | 741   | 763   | 728   | 733.50   |
| Harbour dues | 331   | 346   | 352   | 323   | 338.00   |
| Fuel         | 402   | 417   | 428   | 397   | 411.00   |
| Wages        | 812   | 798   | 841   | 833   | 821.00   |
| Repairs      | 97    | 164   | 58    | 121   | 110.00   |
""",
    "733.50",
    "735.30",
)
_TIE = _example(
    """\
# Results

|                  | 2023  | 2024  | 2025  |
|------------------|-------|-------|-------|
| Total revenues   | 7,980 | 8,239 | 8,813 |
| Operating income | 973   | 1,046 | 1,162 |
| Net income       | 642   | 713   | 804   |

# Ten years at a glance

|                  | 2023  | 2024  | 2025  |
|------------------|-------|-------|-------|
| Total revenues   | 7,980 | 8,239 | 8,813 |
| Operating income | 973   | 1,046 | 1,162 |
| Net income       | 642   | 713   | 804   |
""",
    "804",
    "840",
)

_ALL = (
    BuiltIn(
        "sum",
        Kind.SUM,
        "A total is the sum of its parts",
        "Where lines add up to another in most columns of a table, they are its parts, and the"
        " column in which they do not is wrong. Columns, periods and sentences add up alike.",
        *_SUM,
    ),
    BuiltIn(
        "difference",
        Kind.DIFFERENCE,
        "A difference is what is left",
        "Where a line or a column is another less a third nearly everywhere, it is so everywhere.",
        *_DIFFERENCE,
    ),
    BuiltIn(
        "ratio",
        Kind.RATIO,
        "A percentage is the ratio of its figures",
        "Where a line or a column reproduces as the ratio of two others, it was computed so.",
        *_RATIO,
    ),
    BuiltIn(
        "growth",
        Kind.GROWTH,
        "A growth figure reproduces from the two figures it compares",
        "Growth is computed from the two figures it compares, in tables and in sentences.",
        *_GROWTH,
    ),
    BuiltIn(
        "points",
        Kind.POINTS,
        "A change in points is the difference of two percentages",
        "Percentages are compared by subtraction, not by division.",
        *_POINTS,
    ),
    BuiltIn(
        "average",
        Kind.AVERAGE,
        "An average is the mean of its figures",
        "A column that says it is the average of those beside it, and is nearly everywhere.",
        *_AVERAGE,
    ),
    BuiltIn(
        "tie",
        Kind.TIE,
        "The same fact agrees wherever it is printed",
        "A reader who finds two values for one fact trusts neither.",
        *_TIE,
    ),
    BuiltIn(
        "prior",
        Kind.TIE,
        "A comparative is the figure that was published",
        "A comparative that was not restated repeats what the earlier document published. Asked"
        " with --prior.",
    ),
    BuiltIn(
        "formula",
        Kind.SUM,
        "A workbook's cell shows what its formula computes from the cells that are shown",
        "The workbook itself declares the relation; a stale or overwritten value breaks it.",
    ),
    BuiltIn(
        "typed-over",
        Kind.SUM,
        "A cell among computed ones is computed",
        "A number typed over a formula stays as it is when the cells beside it change.",
    ),
    BuiltIn(
        "odd-formula",
        Kind.SUM,
        "Formulas along a line are alike, and a sum takes all that stands above it",
        "A sum that misses a row is wrong by just that row, and looks like any other.",
    ),
    BuiltIn(
        "error-value",
        Kind.SCHEMA,
        "No cell shows an error such as #REF! or #DIV/0!",
        "A cell that shows an error states no figure, and what is computed from it is wrong too.",
    ),
    BuiltIn(
        "check-row",
        Kind.TIE,
        "A row that checks others shows zero",
        "Whoever set the table up checks with this row that two of its figures are the same.",
    ),
    BuiltIn(
        "impossible-date",
        Kind.LABEL,
        "A date is a day of the calendar",
        "What is reported for a day that there is not is reported for another.",
    ),
    BuiltIn(
        "turned-range",
        Kind.LABEL,
        "What is called low is not above what is called high",
        "The two ends of a range were taken for each other, or one of them is wrong.",
    ),
    BuiltIn(
        "same-tagged-fact",
        Kind.TIE,
        "The same tagged fact in two places",
        "Both figures carry the same tag: the same concept, period, part of the company and unit.",
    ),
    BuiltIn(
        "tag-unreadable",
        Kind.LABEL,
        "A tag holds a number in the format that it names",
        "A machine that reads the filing finds no number where a person does.",
    ),
    BuiltIn(
        "tag-against-display",
        Kind.LABEL,
        "A tag says what is printed",
        "A sign or a power of ten that is wrong in the tag is invisible to whoever reads the page.",
    ),
    BuiltIn(
        "tag-excess-digits",
        Kind.LABEL,
        "A tagged value has no digits beyond the accuracy that it states",
        "Such digits mean nothing, and the sums that the value belongs to cannot be checked.",
    ),
    BuiltIn(
        "tag-nil-and-value",
        Kind.TIE,
        "A fact is not given both as a value and as nothing",
        "Nobody can tell which of the two is meant.",
    ),
    BuiltIn(
        "calculation-item-twice",
        Kind.SCHEMA,
        "A calculation lists each of its items once",
        "What adds up to its total cannot be told, and it is not checked.",
    ),
    BuiltIn(
        "calculation-lacks-item",
        Kind.SCHEMA,
        "A calculation lists every row that is added up to its total",
        "The printed column adds up with a row that the linkbase does not list: the linkbase is"
        " incomplete, and no figure is wrong.",
    ),
    BuiltIn(
        "calculation-never-holds",
        Kind.SCHEMA,
        "A calculation holds somewhere",
        "Where all its items are stated, several times, and it holds not once, the linkbase is"
        " likely wrong and not the figures.",
    ),
)
BUILT_IN = {rule.id: rule for rule in _ALL}
"""The rules by id, as findings name them. A filing's own calculations go by its statements."""
