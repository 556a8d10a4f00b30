import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from auditor.model.document import Source
from auditor.model.places.page import PagePlace
from auditor.model.places.sheet import SheetPlace
from auditor.model.report import Report
from auditor.model.waiver import Waived, Waiver
from auditor.render import View
from auditor.render.sarif import FINGERPRINT, ROOT, render

SCHEMA = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text("utf-8"))
STRICT = View(strict=True)


def run(report, view=STRICT):
    log = json.loads(render(report, view))
    jsonschema.Draft202012Validator(SCHEMA).validate(log)
    (only,) = log["runs"]
    return only


def only_error(document):
    return next(f for f in document.findings if f.severity.value == "error")


def test_results_bear_the_level_the_place_and_the_id_of_their_finding(report):
    errors = [r for r in run(report)["results"] if r["level"] == "error"]
    (result,) = errors
    where = result["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {"uri": "samples/iij-2q06.md", "uriBaseId": ROOT}
    assert where["region"] == {"startLine": 31, "startColumn": 27, "endColumn": 32}
    assert result["partialFingerprints"] == {FINGERPRINT: "6f1c2a90d7be"}
    assert [r["message"]["text"] for r in result["relatedLocations"]] == [
        "26,444 (Total revenues)",
        "25,000 (Total Revenues / 1H06 / Initial Targets)",
    ]


@pytest.mark.parametrize("view, levels", [
    (View(), ["warning", "error"]),
    (STRICT, ["note", "warning", "error"]),
])  # fmt: skip
def test_notes_are_for_the_strict(report, view, levels):
    assert [r["level"] for r in run(report, view)["results"]] == levels


def test_every_result_has_its_rule(report):
    log = run(report)
    rules = log["tool"]["driver"]["rules"]
    for result in log["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_suspect_with_a_suggestion_can_be_replaced(report):
    (result,) = [r for r in run(report)["results"] if r["level"] == "error"]
    ((change,),) = [fix["artifactChanges"] for fix in result["fixes"]]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 31, "startColumn": 27, "endColumn": 32},
            "insertedContent": {"text": "+5.8%"},
        }
    ]


def test_a_waived_finding_is_suppressed(make_document):
    document = make_document()
    error = only_error(document)
    waiver = Waiver(error.id, "agreed with the auditor", "M. Sato", date(2027, 3, 31))
    waived = replace(document, findings=(), waived=(Waived(error, waiver),))
    (result,) = run(Report((waived,)))["results"]
    assert result["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "agreed with the auditor (M. Sato), until 2027-03-31",
        }
    ]


@pytest.mark.parametrize("source, names", [
    (Source("a.xlsx", SheetPlace("Segments", "B7")), "Segments!B7"),
    (Source("a.pdf", PagePlace(3, (1, 2, 3, 4))), "page 3"),
    (Source("a.docx", table=2, row=3, col=4), "table 2 row 3 column 4"),
])  # fmt: skip
def test_a_place_without_lines_is_named(make_document, source, names):
    document = make_document()
    error = only_error(document)
    elsewhere = replace(error, suspects=(), citations=(replace(error.citations[0], source=source),))
    (result,) = run(Report((replace(document, findings=(elsewhere,)),)))["results"]
    (location,) = result["locations"]
    assert location["physicalLocation"]["region"] == {"startLine": 1}
    assert location["logicalLocations"] == [{"fullyQualifiedName": names}]


def test_what_was_not_read_is_told(report):
    (invocation,) = run(report)["invocations"]
    assert not invocation["executionSuccessful"]
    (note,) = invocation["toolExecutionNotifications"]
    assert note["message"]["text"] == "scan.pdf was not read: it has no text, only pictures"


@pytest.mark.parametrize("path, uri", [
    ("Q1 results/a#1.md", "Q1%20results/a%231.md"),
    ("決算.md", "%E6%B1%BA%E7%AE%97.md"),
])  # fmt: skip
def test_paths_are_written_as_uris(make_document, path, uri):
    (artifact,) = run(Report((make_document(path=path),)))["artifacts"]
    assert artifact["location"]["uri"] == uri
