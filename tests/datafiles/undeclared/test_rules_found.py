"""Files that no rule file declares: which rules their figures show, and what is wrong by them."""

import random

import pytest

from auditor.auditing.suggest import suggestion
from auditor.datafiles import data_report
from auditor.rulebook.files.loading import parsed_pack
from benchmarks.invented_records import RELATED, UNRELATED, text_of

RULES = {
    "segments.csv": ["sum: {segment: Total, metric: [Revenue, Operating income]}",
                     "of: {segment: others}", "ratio: {metric: Operating margin}"],
    "accounts.csv": ["sum: {account: Gross profit}", "- {account: Cost of sales}",
                     "sum: {account: Profit for the year}"],
    "in_brackets.csv": ["sum: {Caption: Operating profit}"],
    "quarters.csv": ["sum: gross_profit", "less: cost_of_revenue", "ratio: margin_pct"],
    "regions.csv": ["sum: {region: All regions}", "sum: {product: All products}"],
    "months.csv": ["of: {column: room_revenue, when: its months}"],
    "growth.csv": ["growth: growth_yoy_pct", "over: {column: sales, when: a year before}"],
    "shares.csv": ["sum: {country: Total, column: headcount}",
                   "to: {country: Total, column: headcount}"],
    "mix.csv": ["ratio: mix", "to: {column: orders, every: channel}", "as: a number"],
    "balances.csv": ["sum: {item: Total assets}", "tie: {item: Total equity and liabilities}"],
    "budget.csv": ["sum: variance", "less: budget", "ratio: variance_pct", "to: budget"],
    "printing.csv": ["sum: {Bereich: Gesamt}", 'decimal: ","'],
    "periods_and_years.csv": ["sum: {segment: Total}", "when: its quarters"],
    "orders.csv": ["ratio: unit_price", "of: amount", "to: quantity", "sum: total"],
}  # fmt: skip


def report_on(path, *packs):
    report = data_report(path, packs)
    assert report is not None
    return report


def file_of(made, folder, seed=1):
    path = folder / "records.csv"
    chance = random.Random(seed)  # noqa: S311  # no secret
    path.write_text(text_of(made(chance)), "utf-8")
    return str(path)


@pytest.mark.parametrize("name", RELATED)
def test_the_rules_that_a_file_shows(name, tmp_path):
    path = file_of(RELATED[name], tmp_path)
    found = suggestion(path)
    assert [line for line in RULES[name] if line not in found.text] == []
    assert not report_on(path).findings
    assert found.tied == found.tied_again > 0


@pytest.mark.parametrize(
    ("name", "titles"),
    [
        ("growth.csv", ["growth_yoy_pct is the growth of sales since a year before"]),
        ("mix.csv", ["mix is the share of orders in that of every channel"]),
        ("budget.csv", ["variance is actual less budget", "variance_pct is variance over budget"]),
        ("segments.csv", ["Total is what the others in segment add up to",
                          "Operating margin is Operating income over Revenue"]),
    ],
)  # fmt: skip
def test_a_rule_says_what_it_is_and_each_is_said_once(name, titles, tmp_path):
    found = suggestion(file_of(RELATED[name], tmp_path)).text.splitlines()
    assert [line[11:] for line in found if line.startswith("    title: ")] == titles


@pytest.mark.parametrize("name", RELATED)
def test_what_is_suggested_is_a_rule_file(name, tmp_path):
    path = file_of(RELATED[name], tmp_path)
    pack, mistakes = parsed_pack(suggestion(path).text, "suggested.yaml")
    assert not mistakes
    assert pack is not None
    report = report_on(path, pack)
    assert (report.tied, report.findings) == (report_on(path).tied, ())


@pytest.mark.parametrize("name", UNRELATED)
@pytest.mark.parametrize("seed", range(3))
def test_nothing_is_said_of_figures_that_obey_nothing(name, seed, tmp_path):
    report = data_report(file_of(UNRELATED[name], tmp_path, seed), [])
    assert report is None or not report.findings


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("segments.csv", "2024-Q2,Total,Revenue"),
        ("shares.csv", "Sweden,2023"),
        ("growth.csv", "Mixers,2022"),
        ("regions.csv", "2023,All regions,Pumps"),
    ],
)
def test_a_digit_more_is_found_where_it_stands(name, record, tmp_path):
    path = file_of(RELATED[name], tmp_path)
    lines = (tmp_path / "records.csv").read_text("utf-8").splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith(record))
    key, figure = record.count(",") + 1, lines[place].split(",")
    figure[key] += "7"
    lines[place] = ",".join(figure)
    (tmp_path / "records.csv").write_text("\n".join(lines) + "\n", "utf-8")
    findings = report_on(path).findings
    assert [f.suspects[0].citation.source.line for f in findings] == [place + 1]


def test_a_total_of_whole_numbers_is_off_by_one(tmp_path):
    rows = [
        f"{year},{n},{year % 7 + len(n)}" for year in range(1996, 2026) for n in ("A", "BB", "CCC")
    ]
    totals = [f"{year},All,{3 * (year % 7) + 6 + (year == 2010)}" for year in range(1996, 2026)]
    path = tmp_path / "counts.csv"
    path.write_text("\n".join(("year,team,people", *rows, *totals)) + "\n", "utf-8")
    (finding,) = report_on(str(path)).findings
    assert "year 2010, team All is printed as 10, but its parts give 9" in finding.message


def test_a_file_says_how_it_was_read(tmp_path):
    report = report_on(file_of(RELATED["mix.csv"], tmp_path))
    said = "no rule file declares it; its own figures show 1 rule, read as orders, mix by year"
    assert report.remarks[0].startswith(said)


def test_nothing_is_discovered_where_nothing_is_to_be(tmp_path):
    assert data_report(file_of(RELATED["mix.csv"], tmp_path), [], discover=False) is None


@pytest.mark.parametrize(("printed", "severity"), [("32.4", "warning"), ("31.5", "error")])
def test_a_quotient_that_only_just_fails_may_have_another_base(printed, severity, tmp_path):
    sales = [(year, 700 + year % 11 * 37, 200 + year % 7 * 19) for year in range(2004, 2026)]
    rows = [f"{y},Pier,{s * 1000},{p * 1000},{100 * p / s:.1f}" for y, s, p in sales]
    shown = f"{100 * sales[-1][2] / sales[-1][1]:.1f}"
    rows[-1] = rows[-1].removesuffix(shown) + printed
    path = tmp_path / "rates.csv"
    path.write_text("\n".join(("year,shop,sales,profit,margin", *rows)) + "\n", "utf-8")
    (finding,) = report_on(str(path)).findings
    assert finding.severity == severity


def test_shares_of_every_record_tell_which_one_is_missing(tmp_path):
    path = file_of(RELATED["mix.csv"], tmp_path)
    lines = (tmp_path / "records.csv").read_text("utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("2022,App,")]
    (tmp_path / "records.csv").write_text("\n".join(kept) + "\n", "utf-8")
    (finding,) = report_on(path).findings
    assert finding.message.startswith("There is no record for year 2022, channel App.")
    assert not finding.suspects
