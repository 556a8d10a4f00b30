"""The convention that a document's amounts follow: told by its words, or by its sums."""

import random
from fractions import Fraction
from itertools import count
from math import floor

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.checks.convention import bits, fitted_verdicts
from auditor.checks.convention.residuals import Residual, residual
from auditor.checks.convention.words import stated_convention
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import Figure, Rounding
from auditor.model.relation import Kind, Relation, Term
from auditor.model.verdict import Status
from auditor.notation.numerals import cell_figure
from auditor.rulebook.packs import rule_packs

NEAREST, TRUNCATE = Rounding.NEAREST, Rounding.TRUNCATE


def dice(seed):
    return random.Random(seed)  # noqa: S311  # reproducible trials


def sum_of(total, *parts, numbers=None):
    """A sum of printed texts or whole numbers."""
    numbers = numbers or count()

    def fact(printed):
        shown = printed if isinstance(printed, str) else None
        figure = cell_figure(shown) if shown else Figure(str(printed), 0, printed, 0)
        assert figure is not None
        return Fact(next(numbers), figure, Source("x.md"), "", "")

    return Relation(Kind.SUM, fact(total), tuple(Term(fact(part)) for part in parts), "test")


@pytest.mark.parametrize(
    ("totals", "expected"),
    [
        (("1,204", "905", "333"), NEAREST),
        (("1,208", "908", "333"), TRUNCATE),  # totals above their truncated parts
        (("1,208", "900", "333"), NEAREST),  # one only: an error, not a convention
        (("1,208", "908", "332"), NEAREST),  # a truncated total cannot fall short of its parts
        (("1,208", "908", "320"), TRUNCATE),  # and an error is one under either
    ],
)
def test_truncation_is_inferred_from_several_totals_only(totals, expected):
    parts = (
        ("401", "301", "200", "101", "201"),
        ("301", "202", "200", "100", "101"),
        ("111", "111", "111"),
    )
    relations = [sum_of(t, *p) for t, p in zip(totals, parts, strict=True)]
    assert fitted_verdicts(relations)[1] is expected


@pytest.mark.parametrize(
    ("total", "parts", "expected"),
    [
        ("1,206", ("401", "301", "200", "101", "201"), Residual(2, 5, 0)),
        ("99", ("(401)", "501"), Residual(-1, 1, 1)),
        ("(100)", ("(401)", "301"), Residual(0, 1, 1)),
        ("(101)", ("(301)", "200"), Residual(0, 1, 1)),
        ("700", ("401", "—", "299"), Residual(0, 2, 0)),  # a dash lost nothing
        ("700", ("401", "0", "299"), None),  # nobody knows which way a zero lost what
        ("700", ("401.5", "298.5"), None),  # finer than the total
        ("100.0%", ("40.1%", "59.9%"), None),  # percentages are rounded all the same
        ("700", ("700",), None),
    ],
)
def test_a_residual_counts_the_parts_by_the_way_they_moved(total, parts, expected):
    assert residual(sum_of(total, *parts)) == expected


@pytest.mark.parametrize(
    ("excess", "up", "down", "for_truncation"),
    [
        (3, 6, 0, True),
        (2, 5, 0, True),
        (-1, 1, 1, True),
        (-2, 6, 0, False),
        (0, 8, 0, False),  # eight parts cut off never make their total to the digit
        (1, 2, 1, False),  # what is taken away lost as much
    ],
)
def test_the_excess_tells_the_convention(excess, up, down, for_truncation):
    assert (Residual(excess, up, down).bits > 0) is for_truncation


@pytest.mark.parametrize("up, down", [(2, 0), (1, 1), (5, 0), (6, 0), (4, 2), (3, 6)])
def test_the_chances_are_those_of_truncation_and_rounding(up, down):
    """By trial: on average, residuals speak for the convention they came from."""
    chance, parts = dice(7), up + down
    spoken = {True: 0.0, False: 0.0}
    for _ in range(2_000):
        lost = sum(chance.random() for _ in range(up)) - sum(chance.random() for _ in range(down))
        spoken[True] += Residual(floor(lost), up, down).bits
        lost = sum(chance.random() - 0.5 for _ in range(parts))
        spoken[False] += Residual(floor(lost + 0.5), up, down).bits
    assert spoken[True] > 0 > spoken[False]


def test_four_parts_against_three_tell_nothing():
    assert {Residual(excess, 4, 3).bits for excess in range(-3, 4)} == {0.0}


def statement(chance, printed, *, sums):
    """Sums of made-up amounts, some of them taken away, as ``printed`` prints them."""
    numbers = count()
    relations = []
    for _ in range(sums):
        amounts = [
            Fraction(chance.randrange(10_000, 10**8), 1000) * chance.choice((1, 1, 1, -1))
            for _ in range(chance.randrange(2, 9))
        ]
        shown = [printed(amount) for amount in (sum(amounts), *amounts)]
        relations.append(sum_of(*shown, numbers=numbers))
    return relations


def cut(amount):
    return int(amount)


def rounded(amount):
    return floor(amount + Fraction(1, 2))


def added_up(chance, sums):
    """Sums of what is printed, as of a publisher who adds up rounded figures."""
    return [
        sum_of(sum(parts), *parts)
        for parts in ([chance.randrange(10, 10**6) for _ in range(5)] for _ in range(sums))
    ]


@pytest.mark.parametrize("sums", [1, 3, 8, 30, 90])
def test_no_document_of_rounded_amounts_is_taken_for_one_of_truncated_ones(sums):
    chance = dice(sums)
    documents = [statement(chance, rounded, sums=sums) for _ in range(6_000 // sums // 4 + 20)]
    assert {fitted_verdicts(d)[1] for d in documents} == {NEAREST}


def test_nor_is_one_whose_totals_are_of_printed_figures():
    assert fitted_verdicts(added_up(dice(1), 40))[1] is NEAREST


@pytest.mark.parametrize("sums", [30, 60])
def test_documents_of_truncated_amounts_are_known_by_the_signs_of_what_is_left(sums):
    chance = dice(sums)
    documents = [statement(chance, cut, sums=sums) for _ in range(40)]
    assert {fitted_verdicts(d)[1] for d in documents} == {TRUNCATE}


def test_a_document_of_truncated_amounts_has_no_errors():
    for seed in range(20):
        found, _ = fitted_verdicts(statement(dice(seed), cut, sums=30))
        assert {v.status for v in found} == {Status.HOLDS}


def test_a_part_that_is_rounded_in_a_document_of_truncated_amounts_is_no_error():
    chance = dice(3)
    relations = [*statement(chance, cut, sums=60), sum_of("998", "401", "301", "297")]
    found, convention = fitted_verdicts(relations)
    assert (convention, found[-1].status) == (TRUNCATE, Status.NOT_CHECKABLE)


def test_the_same_figures_tell_once():
    relations = [sum_of("1,206", "401", "301", "200", "101", "201")] * 9
    assert bits(relations) == bits(relations[:1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("（百万円未満切捨て）", TRUNCATE),
        ("記載金額は百万円未満を切り捨てて表示しております。", TRUNCATE),
        ("金額は表示単位未満を切り捨てております。", TRUNCATE),
        ("(Amounts less than one million yen are rounded down)", TRUNCATE),
        ("Fractions of less than 1 million yen have been omitted.", TRUNCATE),
        ("Figures are truncated to millions of yen.", TRUNCATE),
        ("(Millions of yen, rounded down to the nearest million)", TRUNCATE),
        ("記載金額は百万円未満を四捨五入して表示しております。", NEAREST),
        ("Amounts are rounded to the nearest million yen.", NEAREST),
        ("比率は小数点以下第2位を四捨五入しております。", None),  # of ratios only
        ("1株に満たない端数は切り捨てる。", None),
        ("The number of shares is rounded down to the nearest whole share.", None),
        ("($000s omitted)", None),
        ("百万円未満切捨て。ただし、別表の金額は百万円未満を四捨五入しております。", None),
    ],
)
def test_words_state_the_convention(text, expected):
    found = stated_convention([text])
    assert (found.rounding if found else None) is expected


@pytest.mark.parametrize(
    ("stated", "expected"), [(TRUNCATE, TRUNCATE), (NEAREST, NEAREST), (None, NEAREST)]
)
def test_words_decide_where_sums_are_few(stated, expected):
    assert fitted_verdicts([sum_of("701", "401", "299")], stated)[1] is expected


def test_words_that_the_sums_belie_are_not_believed():
    relations = statement(dice(5), rounded, sums=90)
    assert fitted_verdicts(relations, TRUNCATE)[1] is NEAREST


SUMMARY = """\
Results (amounts of less than one million yen are rounded down)

| Millions of yen | FY2006 | FY2005 |
|---|---|---|
| Fares | 4,012 | 3,871 |
| Freight | 1,229 | 1,001 |
| Mail | 377 | 254 |
| Catering | 412 | 365 |
| Total | {total} | 5,492 |
"""


@pytest.mark.parametrize(
    ("total", "findings"),
    [("6,032", 0), ("6,030", 0), ("6,034", 1), ("6,208", 1)],
)
def test_the_report_says_that_amounts_are_cut_off(total, findings):
    document = readers.read(SUMMARY.format(total=total).encode(), "ferries.md")
    report = document_report(document, rule_packs())
    assert [r for r in report.remarks if "cut off after their last digit" in r]
    assert len(report.findings) == findings


CUT_OFF = """
（百万円未満切捨て）

| （百万円） | 2023年3月期 | 2024年3月期 | 2025年3月期 |
|---|---|---|---|
| 電子部品 | 8,415 | 9,270 | 11,108 |
| 機械 | 7,702 | 8,133 | 8,561 |
| その他 | 1,640 | 2,218 | 2,095 |
| 合計 | 17,758 | 19,623 | 21,765 |
"""
ROUNDED = CUT_OFF.replace("17,758 | 19,623", "17,757 | 19,621")


@pytest.mark.parametrize(
    "text, printed", [(CUT_OFF, []), (CUT_OFF.replace("21,765", "21,763"), ["21,763"])]
)
def test_what_is_cut_off_never_exceeds_its_total(text, printed):
    report = document_report(readers.read(text.encode(), "x.md"), rule_packs())
    assert [f.printed for f in report.findings] == printed


def test_a_table_that_does_not_show_that_it_is_cut_off_may_be_rounded():
    text = ROUNDED.replace("21,765", "21,763")
    assert document_report(readers.read(text.encode(), "x.md"), rule_packs()).findings == ()


CUT_OFF_IN_WORDS = """
（千円未満切捨て）

| （千円） | 前期 | 当期 |
|---|---|---|
| 国内 | 315,204 | 322,871 |
| 海外 | 88,117 | 91,650 |
| 調整額 | 1,402 | 1,513 |
| 計 | 404,724 | {} |
"""


@pytest.mark.parametrize(
    ("total", "told"),
    [
        ("416,035", []),
        ("416,033", []),  # one below its parts: the table may be rounded
        ("416,032", ["416,032"]),  # two below: rounding leaves that as seldom
    ],
)
def test_a_total_far_below_its_parts_is_doubted_where_words_say_that_they_are_cut_off(total, told):
    text = CUT_OFF_IN_WORDS.format(total)
    report = document_report(readers.read(text.encode(), "kessan.md"), rule_packs())
    assert [f.printed for f in report.findings] == told
