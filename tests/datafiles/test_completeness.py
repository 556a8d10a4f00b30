"""Which records there must be: what is missing is named, where all are there nothing is said."""

import re

import pytest

from auditor.auditing.examples import outcomes
from auditor.datafiles import data_report
from auditor.model.relation import Kind, Severity
from auditor.model.verdict import Status
from auditor.rulebook.files.loading import parsed_pack

COLUMNS = """\
pack: stores
title: Stores
columns:
  month: {type: period, required: false}
  day: {type: date, required: false}
  store: text
  metric: {type: text, values: [Sales, Profit, Growth]}
  amount: figure
key: [month, store, metric]
complete:
"""
EVERY = "each: store\n    by: [month, metric]"
GAPS = "without-gaps: month\n    by: [store, metric]"


def pack_of(*demands, columns=COLUMNS):
    entries = (f"  - id: d{n}\n    title: t\n    {one}\n" for n, one in enumerate(demands))
    pack, mistakes = parsed_pack(columns + "".join(entries), "p.yaml")
    assert pack is not None, mistakes
    return pack


def report_on(text, *demands, **options):
    report = data_report("-", [pack_of(*demands, **options)], stdin=text.encode())
    assert report is not None
    return report


def told(text, *demands, **options):
    return [finding.message for finding in report_on(text, *demands, **options).findings]


def stores(*lines, missing=()):
    """Six months of three stores; growth only since the fourth month."""
    rows = [
        f"2025-{month:02},{store},{metric},{month}0"
        for month in range(1, 7)
        for store in ("North", "South", "All")
        for metric in ("Sales", "Profit", "Growth")
        if metric != "Growth" or month > 3
    ]
    kept = [row for row in rows if not any(re.match(one, row) for one in missing)]
    return "\n".join(("month,store,metric,amount", *kept, *lines)) + "\n"


ALL = stores()


@pytest.mark.parametrize(
    "demand",
    [
        EVERY,
        GAPS,
        "without-gaps: month",
        "records: 45",
        "records: {at-least: 40}",
        "records: {at-most: 45, at-least: 45}",
        "records: 3\n    by: [month, metric]",
        "records: 6\n    by: month\n    where: {metric: [Sales, Profit]}",
        "each: [store, metric]\n    by: month\n    where: {metric: [Sales, Profit]}",
        "each: month\n    by: [store, metric]\n    where: {metric: Sales}",
    ],
)
def test_where_all_records_are_there_nothing_is_said(demand):
    report = report_on(ALL, demand)
    assert report.findings == ()
    assert report.count(Status.HOLDS) > 0
    assert report.unbound == ()


@pytest.mark.parametrize("line", range(1, 46))
@pytest.mark.parametrize("demand", [EVERY, "each: [store, metric]\n    by: month"])
def test_every_record_that_is_taken_out_is_named(line, demand):
    lines = ALL.split("\n")
    month, store, metric, _ = lines.pop(line).split(",")
    key = f"There is no record for month {month}, store {store}, metric {metric}."
    where = "" if demand == EVERY else "\n    where: {metric: [Sales, Profit]}"
    found = told("\n".join(lines), demand + where)
    assert found == ([] if where and metric == "Growth" else [key])


@pytest.mark.parametrize(
    ("missing", "demands", "expected"),
    [
        (["2025-03,.*"], [GAPS], ["There is no record for month 2025-03."]),
        (
            ["2025-03,.*", "2025-0[25],North,Sales"],
            [GAPS],
            [
                "There is no record for month 2025-02, store North, metric Sales.",
                "There is no record for month 2025-03.",
                "There is no record for month 2025-05, store North, metric Sales.",
            ],
        ),
        (["2025-0[34],.*"], ["without-gaps: month"], [
            "There is no record for month 2025-03.", "There is no record for month 2025-04.",
        ]),
        (
            ["2025-03,South,Profit"],
            [EVERY, GAPS, "records: 45", ("records: 6\n    by: month\n"
             "    where: {metric: [Sales, Profit]}")],
            [
                "There is no record for month 2025-03, store South, metric Profit.",
                "There are 5 records for month 2025-03; there must be 6.",
                "There are 44 records in the file; there must be 45.",
            ],
        ),
        ([".*North"], ["records: {at-least: 31, at-most: 99}"],
         ["There are 30 records in the file; there must be at least 31 and at most 99."]),
        ([".*Growth"], ["each: metric\n    by: [month, store]"],
         ["There is no record for metric Growth."]),
        ([".*North"], [EVERY.replace("store", "store\n    where: {store: [North, South, All]}", 1)],
         ["There is no record for store North."]),
        ([".*Growth"], ["records: 3\n    where: {metric: Growth}"],
         ["There is no record for metric Growth."]),
    ],
)  # fmt: skip
def test_what_is_missing_is_told_once(missing, demands, expected):
    assert sorted(told(stores(missing=missing), *demands)) == sorted(expected)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2025-06,Nroth,Sales,4", [("There are records for store Nroth in only one of 15 "
                                   "(month, metric).")]),
        ("2025-06,North,Salse,4", [("metric: Salse is none of Sales, Profit or Growth (month "
                                   "2025-06, store North, metric Salse). Did you mean Sales?")]),
        ("2025-06,North,Sales", [("The record has 3 fields, but there are 4 columns: which field "
                                 "belongs to which cannot be told.")]),
        ("2025-6x,North,Sales,4", [("month: 2025-6x is no period (month 2025-6x, store North, "
                                   "metric Sales).")]),
    ],
)  # fmt: skip
def test_a_record_that_is_not_as_it_should_be_is_told_as_that(line, expected):
    here = "2025-06,North,Sales"
    found = told(stores(line, missing=[here]), EVERY)
    missing = "There is no record for month 2025-06, store North, metric Sales."
    assert found == (expected if "Nroth" not in line else [*expected, missing])


def times(*values):
    return "month,store,metric,amount\n" + "".join(f"{one},A,Sales,1\n" for one in values)


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        (["2024-Q3", "2025-Q1"], ["2024-Q4"]),
        (["Q3 2024", "Q4 2024", "Q2 2025"], ["Q1 2025"]),
        (["FY2022", "FY2024"], ["FY2023"]),
        (["2024-H1", "2025-H1"], ["2024-H2"]),
        (["202411", "202501", "202502"], ["202412"]),
        (["2022-Q4", "2023-Q4", "2024-Q4"], []),  # fourth quarters only
        (["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024", "2025"], []),  # years stand beside
        (["2022-Q4", "2023-Q4", "2024-Q4", "2026-Q4"], ["2025-Q4"]),
        (["2024-Q1"], []),
    ],
)
def test_times_follow_one_another_in_the_steps_of_the_file(values, missing):
    found = told(times(*values), "without-gaps: month")
    assert found == [f"There is no record for month {one}." for one in missing]


@pytest.mark.parametrize(
    ("values", "missing"),
    [
        (["2024-12-31", "2025-03-31", "2025-06-30", "2025-12-31"], ["2025-09-30"]),
        (["2024-12-31", "2025-01-31", "2025-03-31", "2025-04-30"], ["2025-02-28"]),
        (["2024-12-30", "2024-12-31", "2025-01-02"], []),
    ],
)
def test_dates_follow_one_another_month_by_month(values, missing):
    report = report_on(times(*values).replace("month", "day"), "without-gaps: day",
                       columns=COLUMNS.replace("[month, store", "[day, store"))  # fmt: skip
    assert [f.message for f in report.findings] == [
        f"There is no record for day {one}." for one in missing
    ]
    declined = [one for one in report.remarks if one.startswith("stores.d0 was not carried out")]
    assert len(declined) == (len(values) == 3)


def test_a_finding_cites_the_record_beside_and_has_the_severity_asked_for():
    text = stores(missing=["2025-03,South,Profit"])
    (finding,) = report_on(text, EVERY + "\n    severity: warning").findings
    assert (finding.kind, finding.severity) == (Kind.COMPLETENESS, Severity.WARNING)
    assert (finding.rule, finding.primary.source.line) == ("stores.d0", 18)
    assert text.split("\n")[17].startswith("2025-03,All,Profit")


def test_of_many_the_first_are_told_and_the_others_counted():
    rows = [f"{year}-{month:02}" for year in range(1900, 2000) for month in range(1, 13, 2)]
    report = report_on(times("1900-01", "1900-02", *rows), "without-gaps: month")
    assert len([f for f in report.findings if "no record" in f.message]) == 100
    assert any("more are not there" in one for one in report.remarks)


def test_examples_are_carried_out():
    examples = (
        "examples:\n      - holds: |\n          month,store,metric,amount\n"
        "          2025,A,Sales,1\n"
        "      - violated: |\n          month,store,metric,amount\n          2025,A,Sales,1\n"
        "          2025,B,Sales,1\n          2026,A,Sales,1\n"
    )
    pack = pack_of(f"each: store\n    by: month\n    {examples}")
    assert [one.ok for one in outcomes([pack])] == [True, True]


SUMS = """\
pack: seg
title: Segments
columns:
  period: period
  segment: text
  metric: {type: text, values: [Revenue, Income]}
  value: figure
key: [period, segment, metric]
rules:
  - id: total
    title: t
    sum: {segment: Total, metric: [Revenue, Income]}
    of: {segment: others}
"""
NAMED = SUMS.replace("{segment: others}", "{segment: [A, B, C]}")


def sums(*lines, years=range(2018, 2026), members="ABC", missing=()):
    """Yearly revenue and income of some members and their total."""
    rows = []
    for year in years:
        for metric, unit in (("Revenue", 100), ("Income", 7)):
            parts = {name: (place + 1) * unit + year for place, name in enumerate(members)}
            parts["Total"] = sum(parts.values())
            rows += [f"{year},{name},{metric},{value}" for name, value in parts.items()]
    kept = [row for row in rows if not any(re.match(one, row) for one in missing)]
    return "\n".join(("period,segment,metric,value", *kept, *lines)) + "\n"


def later(**options):
    """Records to follow others."""
    return sums(**options).partition("\n")[2]


def reported(text, rules):
    pack, mistakes = parsed_pack(rules, "p.yaml")
    assert pack is not None, mistakes
    report = data_report("-", [pack], stdin=text.encode())
    assert report is not None
    return report.findings


@pytest.mark.parametrize("rules", [SUMS, NAMED])
@pytest.mark.parametrize("line", range(1, 65))
def test_sums_tell_every_record_that_is_taken_out(rules, line):
    lines = sums().split("\n")
    year, segment, metric, _ = lines.pop(line).split(",")
    (finding,) = reported("\n".join(lines), rules)
    key = f"period {year}, segment {segment}, metric {metric}"
    assert finding.message.startswith(f"There is no record for {key}. ")
    assert (finding.kind, finding.rule) == (Kind.COMPLETENESS, "seg.total")
    assert finding.suspects == ()  # no figure that is printed is blamed


QUARTERS = """\
pack: seg
title: Years and their quarters
columns: {time: period, unit: text, value: figure}
key: [time, unit]
rules:
  - {id: year, title: t, sum: {column: value}, of: {when: its quarters}}
"""


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ([], None),
        (["2021Q3,A"], "2021Q3"),
        (["2021,A"], "2021"),
        (["2018Q[12],A", "2018Q[12],B"], None),  # the file begins within the year
        (["2024Q[34],", "2024,"], None),  # and ends within one
        (["2021.*,A"], None),  # nothing of that year: it is for `complete` to say
    ],
)
def test_a_year_of_quarters(missing, said):
    rows = [
        f"{year}{quarter},{unit},{40 if not quarter else 10}"
        for year in range(2018, 2025)
        for unit in "AB"
        for quarter in ("Q1", "Q2", "Q3", "Q4", "")
    ]
    kept = [row for row in rows if not any(re.match(one, row) for one in missing)]
    found = [one.message for one in reported("\n".join(("time,unit,value", *kept)), QUARTERS)]
    assert len(found) == (said is not None)
    assert all(one.startswith(f"There is no record for time {said}, unit A. ") for one in found)


def test_where_a_member_ends_a_figure_is_wrong_or_its_last_record_missing():
    text = sums(years=range(2018, 2023)) + later(years=range(2023, 2026), members="AB")
    lines = [line for line in text.split("\n") if not line.startswith("2022,C,Income")]
    (finding,) = reported("\n".join(lines), SUMS)
    assert (finding.kind, finding.suspects) == (Kind.COMPLETENESS, ())
    assert finding.message.endswith(
        " One of these is wrong, or a record is missing: period 2022, segment C, metric Income."
    )


def test_without_a_time_all_others_are_peers():
    text = re.sub("(?m)^20", "C", sums()).replace("period", "country")
    rules = SUMS.replace("period: period", "country: text").replace("[period", "[country")
    assert reported(text, rules) == ()
    (finding,) = reported(re.sub("C20,B,Income.*\n", "", text), rules)
    assert finding.message.startswith("There is no record for country C20, segment B, metric Inc")


def test_what_the_parts_printed_give_is_said():
    (finding,) = reported(sums(missing=["2020,B,Revenue"]), SUMS)
    assert finding.message == (
        "There is no record for period 2020, segment B, metric Revenue. period 2020, segment Total,"
        " metric Revenue is printed as 6660, but its parts give 4440: 2120 + 2320 = 4440."
    )
    assert [one.text for one in finding.citations] == ["6660", "2120", "2320"]


@pytest.mark.parametrize("rules", [SUMS, NAMED])
@pytest.mark.parametrize(
    "text",
    [
        sums(),
        # a member that ended, and one that began
        sums(years=range(2018, 2023)) + later(years=range(2023, 2026), members="AB"),
        sums(years=range(2018, 2021), members="AB") + later(years=range(2021, 2026)),
        # the year before the first, of which little is shown
        sums("2017,A,Revenue,5"),
        # totals of the last three years only
        sums(missing=["20(18|19|20|21|22),Total"]),
    ],
)  # fmt: skip
def test_what_is_rightly_not_there_is_not_missed(rules, text):
    assert reported(text, rules) == ()


QUOTIENTS = (
    SUMS[: SUMS.index("rules:")].replace("[Revenue, Income]", "[Revenue, Income, Margin, Growth]")
    + """\
rules:
  - {id: margin, title: t, ratio: {metric: Margin}, of: {metric: Income}, to: {metric: Revenue},
     as: per cent}
  - {id: growth, title: t, growth: {metric: Growth}, of: {metric: Revenue},
     over: {metric: Revenue, when: a year before}}
"""
)


def quotients(*missing):
    """Yearly figures; growth since the second year."""
    rows = [
        f"{year},A,{metric},{value}"
        for year in range(2018, 2026)
        for metric, value in (("Revenue", 100), ("Income", 10), ("Margin", 10), ("Growth", 0))
        if metric != "Growth" or year > 2018
    ]
    kept = [row for row in rows if not any(re.match(one, row) for one in missing)]
    return "\n".join(("period,segment,metric,value", *kept)) + "\n"


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ((), ""),
        (("2020,A,Margin",), "What it follows from is there: 100, 10."),
        (("2020,A,Income",), "Without it seg.margin cannot be checked."),
        (("2021,A,Growth",), "What it follows from is there: 100."),
        (("2025,A,Margin",), ""),  # the last year may have none yet
        (("2018,A,Income",), ""),
        (("20(18|19|20|21),A,Margin",), ""),  # margins began to be shown
        (("2021,A,.*",), ""),  # nothing of that year: it is for `complete` to say
    ],
)
def test_a_hole_among_quotients_and_what_they_follow_from_is_told(missing, message):
    found = reported(quotients(*missing), QUOTIENTS)
    key = ", metric ".join(missing).replace(",A,", ", segment A, metric ")
    expected = [f"There is no record for period {key}. {message}"] if message else []
    assert [finding.message for finding in found] == expected


def test_a_figure_that_is_wrong_is_still_blamed_where_no_record_is_missing():
    text = sums().replace("2020,B,Revenue,2220", "2020,B,Revenue,2230")
    (finding,) = reported(text, SUMS)
    assert finding.kind is Kind.SUM
    assert finding.suspects


def test_a_member_that_is_declared_missing_is_told_once_and_explains_the_sum():
    every = "each: segment\n    by: [period, metric]\n"
    rules = f"{SUMS}complete:\n  - id: every\n    title: t\n    {every}"
    text = sums(years=(2018, 2019), missing=["2019,B,Income"])
    (finding,) = reported(text, rules)
    assert finding.message == "There is no record for period 2019, segment B, metric Income."


@pytest.mark.parametrize("rules", [SUMS, NAMED])
def test_a_misspelt_metric_is_told_as_that(rules):
    text = sums("2020,B,Incme,2034", missing=["2020,B,Income"])
    (finding,) = reported(text, rules)
    assert finding.rule == "seg.columns"
