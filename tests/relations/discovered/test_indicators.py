"""Rows that state well-known ratios of other rows."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.checks.telling import ALONE
from auditor.rulebook.packs import rule_packs


def report(text):
    return document_report(readers.read(text.encode(), "ferries.md"), rule_packs())


def held(text):
    """The printed ratios that hold, in reading order."""
    found = [
        v.relation.target for v in report(text).checks if "holds" in v.status or v.reason == ALONE
    ]
    ratios = {(f.source.line, f.source.column): f.text for f in found if f.figure.is_percent}
    return [ratios[place] for place in sorted(ratios)]


def alarms(text):
    return [f.printed for f in report(text).findings]


SUMMARY = """\
## 提出会社の経営指標等

| 決算年月 |  | 2020年3月 | 2021年3月 | 2022年3月 | 2023年3月 |
|---|---|---|---|---|---|
| 売上高 | (百万円) | 51,204 | 48,733 | 55,019 | 60,442 |
| 当期純利益 | (百万円) | 3,104 | 2,215 | 4,087 | 4,911 |
| 純資産額 | (百万円) | 30,011 | 31,402 | 34,377 | {equity} |
| 総資産額 | (百万円) | 61,120 | 66,071 | 70,904 | 72,555 |
| 1株当たり配当額 | (円) | {dividend} | 22.00 | 30.00 | 35.00 |
| (うち1株当たり中間配当額) | (円) | (12.00) | (11.00) | (15.00) | (15.00) |
| 1株当たり当期純利益 | (円) | 103.47 | 73.83 | 136.23 | 163.70 |
| 自己資本利益率 | (%) | 10.6 | 7.2 | {returns} | 13.5 |
| 配当性向 | (%) | 24.2 | 29.8 | {payout} | 21.4 |
"""
CLEAN = {
    "equity": "38,190",
    "dividend": "25.00",
    "returns": "12.4",
    "payout": "22.0",
}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, ["7.2", "12.4", "13.5", "24.2", "29.8", "22.0", "21.4"]),
        ({"returns": "12.6"}, ["7.2", "13.5", "24.2", "29.8", "22.0", "21.4"]),  # warrants, say
        ({"dividend": "50.00"}, ["7.2", "12.4", "13.5", "29.8", "22.0", "21.4"]),  # before a split
        ({"dividend": "44.00", "payout": "26.0"}, ["7.2", "12.4", "13.5"]),  # half of them differ
        ({"equity": "83,190", "returns": "12.9"}, ["24.2", "29.8", "22.0", "21.4"]),
    ],
)
def test_ratios_are_computed_from_the_rows_that_their_names_ask_for(changed, expected):
    assert held(SUMMARY.format(**{**CLEAN, **changed})) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, []),
        ({"payout": "22.1"}, []),  # a last digit may be a matter of rounding
        ({"payout": "44.1"}, []),  # twice as much may be a split
        ({"returns": "14.2"}, []),  # what is averaged may not be what is printed
    ],
)
def test_what_differs_for_a_reason_is_no_error(changed, expected):
    assert alarms(SUMMARY.format(**{**CLEAN, **changed})) == expected


CLASSES = """\
| 決算年月 | 2021年3月 | 2022年3月 | 2023年3月 |
|---|---|---|---|
| 1株当たり配当額 (円) |  |  |  |
| (普通株式) | 40 | 40 | 42 |
| (うち1株当たり中間配当額) | (20) | (20) | (20) |
| (第1種優先株式) | 50 | 50 | 52 |
| 1株当たり当期純利益 (円) |  |  |  |
| (普通株式) | 112.40 | 96.17 | 131.55 |
| (第1種優先株式) | 122.40 | 106.17 | 141.55 |
| 自己資本比率 (%) | 52.8 | 55.5 | 50.7 |
| 配当性向 (%) |  |  |  |
| (普通株式) | 35.6 | 41.6 | 31.9 |
| (第1種優先株式) | 40.8 | 47.1 | {last} |
"""


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("36.7", ["35.6", "41.6", "31.9", "40.8", "47.1", "36.7"]),
        ("33.7", ["35.6", "41.6", "31.9"]),  # two of three are not enough here
    ],
)
def test_each_class_of_shares_has_rows_of_its_own(last, expected):
    assert held(CLASSES.format(last=last)) == expected


ENGLISH = """\
| Years ended March 31 | 2021 | 2022 | 2023 |
|---|---|---|---|
| Net income | 2,215 | 4,087 | 4,911 |
| Total assets | 66,071 | 70,904 | 72,555 |
| Shareholders' equity | 31,402 | 34,377 | 38,190 |
| {earnings} | 73.83 | 136.23 | 163.70 |
| Dividends per share (yen) | 22.00 | 30.00 | 35.00 |
| {name} | {first} | {second} | {third} |
"""


@pytest.mark.parametrize(
    ("earnings", "name", "printed"),
    [
        ("Basic earnings per share (yen)", "Dividend payout ratio (%)", ("29.8", "22.0", "21.4")),
        ("EPS", "Payout ratio", ("29.8%", "22.0%", "21.4%")),
        ("EPS", "Return on equity (ROE)", ("7.2%", "12.4%", "13.5%")),
        ("EPS", "ROE (%)", ("7.1", "11.9", "12.9")),  # over the year's end
        ("EPS", "Return on assets (%)", ("3.4", "6.0", "6.8")),
    ],
)
def test_english_names_ask_for_the_same_rows(earnings, name, printed):
    first, second, third = printed
    text = ENGLISH.format(earnings=earnings, name=name, first=first, second=second, third=third)
    assert len(held(text)) >= 2
    assert alarms(text) == []


def test_a_ratio_of_another_name_is_none():
    text = ENGLISH.format(
        earnings="EPS", name="Target for equity (%)", first="7.2", second="12.4", third="13.5"
    )
    assert held(text) == []


OVER_THE_MEAN = """
| (GBP million) | FY21 | FY22 | FY23 | FY24 | FY25 |
|---|---|---|---|---|---|
| Profit after tax | 212 | 248 | 231 | 276 | 305 |
| Closing shareholders’ funds | 1,640 | 1,775 | 1,890 | 2,010 | 2,215 |
| Return on average equity | 13.2% | 14.5% | 12.6% | {} | 14.4% |

It is profit after tax divided by the mean of opening and closing shareholders’ funds.
"""


def test_the_average_that_a_note_says_is_meant_convicts_one_year():
    assert alarms(OVER_THE_MEAN.format("14.2%")) == []
    assert alarms(OVER_THE_MEAN.format("12.4%")) == ["12.4%"]
