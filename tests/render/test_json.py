import copy
import json
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from auditor.model.document import Source
from auditor.model.places.line import LinePlace
from auditor.model.places.page import PagePlace
from auditor.model.places.paragraph import ParagraphPlace
from auditor.model.places.sheet import SheetPlace
from auditor.model.relation import Term
from auditor.model.report import Report
from auditor.model.verdict import Slack, Status, Verdict
from auditor.model.waiver import Standing, Waived, Waiver, WaiverStanding
from auditor.render import View
from auditor.render.json import render

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "reports" / "auditor-report-1.schema.json").read_text("utf-8")
)
CHECKS = View(show_checks=True)


def closed(schema):
    """The schema with every key forbidden that it does not describe."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    shut = {key: closed(value) for key, value in schema.items()}
    return {**shut, "additionalProperties": False} if schema.get("type") == "object" else shut


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("view", [View(), CHECKS])
def test_a_report_is_what_its_schema_describes(report, view):
    jsonschema.validate(json.loads(render(report, view)), closed(SCHEMA))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r.pop("unread"),
        lambda r: r.update(schema="auditor-report/2"),
        lambda r: r["documents"][0]["findings"][0].update(kind="guess"),
        lambda r: r["documents"][0]["findings"][2]["suspects"][0].update(confidence=2),
        lambda r: r["documents"][0]["checks"][0]["target"]["source"].update(line=0),
        lambda r: r["documents"][0]["checks"][1]["inputs"][1].pop("sign"),
    ],
)
def test_the_schema_refuses_what_is_no_report(report, spoil):
    spoilt = copy.deepcopy(json.loads(render(report, CHECKS)))
    spoil(spoilt)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoilt, SCHEMA)


def test_a_finding_has_the_agreed_keys(report):
    found = json.loads(render(report, View()))["documents"][0]["findings"][-1]
    assert found["expected_interval"] == ["5.7719", "5.7801"]
    assert found["working"][0] == "26,444 / 25,000 - 1 = 5.776 %"
    assert found["suspects"][0] == {
        "role": "target",
        "text": "+5.6%",
        "source": {
            "path": "samples/iij-2q06.md",
            "line": 31,
            "column": 27,
            "end_column": 32,
            "row_label": "Total revenues",
            "column_label": "compared to the target",
        },
        "confidence": 0.917,
        "suggestion": "+5.8%",
    }


def test_a_check_cites_its_target_and_inputs(report):
    check = json.loads(render(report, CHECKS))["documents"][0]["checks"][1]
    inputs = [(i["role"], i["text"], i["sign"], i["source"]["line"]) for i in check["inputs"]]
    assert (check["kind"], check["status"], check["exact"]) == ("difference", "holds", True)
    assert (check["target"]["role"], check["target"]["text"]) == ("target", "4,862")
    assert inputs == [("part", "26,444", 1, 30), ("part", "21,582", -1, 54)]


def test_a_heading_is_checked_against_its_columns(report):
    check = json.loads(render(report, CHECKS))["documents"][0]["checks"][-1]
    assert (check["kind"], check["status"], check["exact"]) == ("label", "holds", True)
    assert (check["target"]["role"], check["target"]["text"]) == ("heading", "1H06")
    assert [column["source"]["line"] for column in check["inputs"]] == [51]


def test_a_check_that_cannot_be_made_says_why(report):
    checks = json.loads(render(report, CHECKS))["documents"][0]["checks"]
    assert [check.get("reason") for check in checks] == [
        None,
        None,
        None,
        "not printed: Total Costs, initial target",
        None,
    ]


@pytest.mark.parametrize("view", [View(), CHECKS])
def test_checks_and_untied_figures_are_there_only_when_asked_for(report, view):
    document = json.loads(render(report, view))["documents"][0]
    assert ("checks" in document, "untied" in document) == (view.show_checks, view.show_checks)


@pytest.mark.parametrize(
    "view, slack, expected",
    [(CHECKS, (0, None), [0, None]), (CHECKS, None, None), (View(), (0, None), None)],
)
def test_slack_is_there_when_it_was_computed(make_document, view, slack, expected):
    cited = make_document().untied
    slacks = slack and tuple(map(Slack, cited, slack))
    report = json.loads(render(Report((make_document(slack=slacks),)), view))
    jsonschema.validate(report, closed(SCHEMA))
    listed = report["documents"][0].get("slack")
    assert (listed and [one["units"] for one in listed]) == expected


@pytest.mark.parametrize("key", ["expected_interval", "why", "working", "broken"])
def test_a_key_that_does_not_apply_is_absent(report, key):
    without, _, having = json.loads(render(report, View()))["documents"][0]["findings"]
    assert (key in without, key in having) == (False, True)


def test_the_summary_counts_everything(report):
    written = json.loads(render(report, View()))
    assert written["summary"] == {
        "documents": 1,
        "errors": 1,
        "warnings": 1,
        "notes": 1,
        "checks": 5,
        "not_checkable": 1,
    }
    assert written["documents"][0]["numbers"] == {
        "printed": 5, "tied": 3, "contradicted": 0, "not_understood": 0,
    }  # fmt: skip
    assert written["unread"] == [{"path": "scan.pdf", "reason": "it has no text, only pictures"}]


@pytest.mark.parametrize("remark", ["plain", "売上高", 'a "quote" \\ \x1b\r\n', "\u2028", "\udc80"])
def test_text_is_written_as_the_standard_library_writes_it(make_document, remark):
    source = Source("a.pdf", PagePlace(2, (1.5, 2.0, 3.25, 4.0)))
    document = make_document(remarks=(remark,))
    cited = replace(document.untied[0], source=source)
    text = render(Report((replace(document, untied=(cited,)),)), CHECKS)
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
    assert json.loads(text)["documents"][0]["remarks"] == [remark]


@pytest.mark.parametrize(
    "source, place",
    [
        (
            Source("a", LinePlace(31, 27, 32)),
            {"line": 31, "column": 27, "end_column": 32},
        ),
        (
            Source("a", LinePlace(1, 81_234, 81_239), 4, 12, 3),
            {"line": 1, "column": 81_234, "end_column": 81_239, "table": 4, "row": 12, "col": 3},
        ),
        (
            Source("a", SheetPlace("Segments", "B7"), 4, 12, 3),
            {"table": 4, "row": 12, "col": 3, "sheet": "Segments", "cell": "B7"},
        ),
        (
            Source("a", ParagraphPlace(12, 5, 9)),
            {"column": 5, "end_column": 9, "paragraph": 12},
        ),
        (
            Source("a", PagePlace(2, (72, 88.5, 101.25, 97.0))),
            {"page": 2, "bbox": [72, 88.5, 101.25, 97.0]},
        ),
        (
            Source("a", LinePlace(3, 7, 9, "f12"), row_label="Sales"),
            {"line": 3, "column": 7, "end_column": 9, "row_label": "Sales", "element": "f12"},
        ),
    ],
    ids=["text", "html", "xlsx", "docx", "pdf", "xbrl"],
)
def test_a_place_has_the_keys_of_its_format_in_order(make_document, source, place):
    cited = replace(make_document().untied[0], source=source)
    report = json.loads(render(Report((make_document(untied=(cited,)),)), CHECKS))
    jsonschema.validate(report, closed(SCHEMA))
    written = report["documents"][0]["untied"][0]["source"]
    assert [*written.items()] == [*{"path": "a", **place}.items()]


def test_an_empty_report_is_a_report():
    written = json.loads(render(Report(()), View()))
    jsonschema.validate(written, closed(SCHEMA))
    assert written["documents"] == []


def test_five_thousand_checks_take_little_time(make_document):
    document = make_document()
    held = document.checks[1].relation
    facts = [
        held.target._replace(source=held.target.source._replace(at=LinePlace(line + 1)))
        for line in range(5003)
    ]
    checks = tuple(
        Verdict(
            replace(held, target=facts[i], inputs=tuple(map(Term, facts[i + 1 : i + 4]))),
            Status.HOLDS,
        )
        for i in range(5000)
    )
    report = Report((replace(document, checks=checks),))
    start = time.process_time()
    render(report, CHECKS)
    assert time.process_time() - start < 1.5  # 0.2 s on an idle machine


def test_waived_findings_and_waivers_are_told(make_document):
    error = make_document().findings[-1]
    waiver = Waiver(error.id, "known", "M. Sato", date(2027, 3, 31), "auditor.toml", 4)
    stale = Waiver("000000000000", "cleared")
    document = make_document(findings=(), waived=(Waived(error, waiver),))
    standings = (
        WaiverStanding(waiver, Standing.USED),
        WaiverStanding(stale, Standing.UNUSED),
    )
    listed = json.loads(render(Report((document,), (), standings), View()))
    jsonschema.validate(listed, closed(SCHEMA))
    assert [f["id"] for f in listed["documents"][0]["waived"]] == [error.id]
    assert [(w["finding"], w["standing"]) for w in listed["waivers"]] == [
        (error.id, "used"),
        ("000000000000", "unused"),
    ]
    assert listed["waivers"][0]["expires"] == "2027-03-31"
