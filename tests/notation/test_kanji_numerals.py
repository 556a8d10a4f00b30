"""Numbers in Chinese characters: which cells of a table state them."""

import pytest

from auditor.auditing.pipeline import document_report, read
from auditor.notation.kanji_numerals import kanji_amounts, kanji_numerals
from auditor.notation.numerals import figures
from auditor.rulebook.packs import rule_packs


def told(*texts):
    cells = {(row, 1): text for row, text in enumerate(texts, start=1)}
    return [cells[at][slice(*span)] for at, span in sorted(kanji_numerals(cells).items())]


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["一二〇", "三四五", "三〇"], ["一二〇", "三四五", "三〇"]),
        (["一億二千万円", "△三億円", "（八百）"], ["一億二千万", "三億", "八百"]),
        (["百二十", "五十", " 三百% "], ["百二十", "五十", "三百"]),
        (["百二十", "第一", "二月", "三百"], ["百二十", "三百"]),
        (["一", "二", "十一", "十二"], []),  # they number their rows
        (["百二十", "売上高"], []),  # one alone
        (["千", "百万", "百万円", "十億円"], []),  # units
        (["一千万円", "一千万円"], []),
        (["二〇二四", "二〇二五"], []),  # years
        (["1,204", "Tools"], []),
    ],
)
def test_two_amounts_make_a_notation(texts, numbers):
    assert told(*texts) == numbers


def test_one_amount_is_told_in_a_column_of_figures():
    cells = {(1, 1): "三千九百", (2, 1): "一", (3, 2): "三千九百"}
    assert set(kanji_numerals(cells, {1})) == {(1, 1)}


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("収入は三億五千万円、前年比百分の五増でした。", ["百分の五"]),
        ("五千万億円", ["五千万億"]),  # its powers of ten do not fall
        ("（単位：百万円）千円未満切捨て", []),  # units
        ("一部の三つの十分な四分の一", []),  # words
        ("3億五千万円", []),  # of two kinds
        ("1億2,345万円", []),
    ],
)
def test_amounts_of_sentences_that_are_not_read_are_found(text, amounts):
    assert [text[slice(*span)] for span in kanji_amounts(text)] == amounts


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("収入は三億五千万円でした。", [("三億五千万円", 350_000_000, 10**7)]),
        ("一億二千三百四十五万円", [("一億二千三百四十五万円", 123_450_000, 10**4)]),
        (
            "資本金二十五億円、準備金三千二百円",
            [("二十五億円", 25 * 10**8, 10**8), ("三千二百円", 3_200, 100)],
        ),
        (
            "一兆二千億円と3億5,000万円",
            [("一兆二千億円", 12 * 10**11, 10**11), ("3億5,000万円", 35 * 10**7, 10**4)],
        ),
        ("数百万円、百万円単位、十億円", []),  # no number, units
        ("百分の三、五千万億円", []),
    ],
)
def test_amounts_of_money_in_sentences_are_read(text, read_as):
    assert [(f.text, f.value, f.last_unit) for f in figures(text)] == read_as


def test_they_are_told_as_not_understood(tmp_path):
    written = (
        "| 科目 | 当期 |\n|---|---|\n| 現金 | 一二〇 |\n| 売掛金 | 三四五 |\n| 合計 | 四六五 |\n"
    )
    (tmp_path / "a.md").write_text(written, encoding="utf-8")
    report = document_report(read(str(tmp_path / "a.md")), rule_packs())
    assert [c.text for c in report.not_understood] == ["一二〇", "三四五", "四六五"]
    assert report.findings == ()
