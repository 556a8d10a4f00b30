import json
from pathlib import Path

import jsonschema
import pytest

from auditor.findings.places import place, short_place, where
from auditor.model import places
from auditor.model.citation import Citation
from auditor.model.document import Source
from auditor.model.fact import Fact
from auditor.model.figure import Figure
from auditor.model.frames import facts_columns, facts_frame_of, findings_columns
from auditor.model.places.line import LinePlace
from auditor.model.places.page import PagePlace
from auditor.model.places.paragraph import ParagraphPlace
from auditor.model.places.sheet import SheetPlace
from auditor.model.places.whole import WholeFile
from auditor.model.report import DocumentReport, Report
from auditor.render import View
from auditor.render.json import place_schema, render

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "reports" / "auditor-report-1.schema.json").read_text("utf-8")
)


@pytest.fixture(name="slide")
def slide_kind(monkeypatch):
    """A kind of place that is one module, put among those that there are."""
    kinds = str(Path(__file__).parent / "kinds")
    monkeypatch.setattr(places, "__path__", [*places.__path__, kinds])
    return next(kind for kind in places.kinds() if kind.__name__ == "SlidePlace")


def test_the_kinds_are_the_modules_there_are():
    assert [kind.__name__ for kind in places.kinds()] == [
        "LinePlace",
        "PagePlace",
        "ParagraphPlace",
        "SheetPlace",
        "WholeFile",
    ]


def test_no_two_fields_have_the_same_rank():
    ranks = [{field.rank for field in meanings} for meanings in places.fields().values()]
    assert all(len(found) == 1 for found in ranks)
    assert len(set.union(*ranks)) == len(ranks)


@pytest.mark.parametrize("columns", [findings_columns, facts_columns])
def test_the_columns_of_data_frames_stay(columns):
    kept = "line column table row col row_label column_label page sheet cell element paragraph"
    assert kept in " ".join(columns())


def test_the_schema_describes_every_kind_of_place():
    assert list(SCHEMA["$defs"]["source"]["properties"].items()) == list(
        place_schema()["properties"].items()
    )
    assert SCHEMA["$defs"]["source"] == place_schema()


@pytest.mark.parametrize(
    "outer, inner, expected",
    [
        (LinePlace(3), LinePlace(3, 7, 9), True),
        (LinePlace(3, 7, 9), LinePlace(3, 8), True),
        (LinePlace(3, 7, 9), LinePlace(3, 9), False),
        (LinePlace(3), LinePlace(4), False),
        (LinePlace(3), PagePlace(3), False),
        (PagePlace(3, (1, 2, 3, 4)), PagePlace(3, (1, 2, 3, 4)), True),
        (PagePlace(3), PagePlace(3, (1, 2, 3, 4)), False),
        (ParagraphPlace(2, 1, 99), ParagraphPlace(2, 7, 9), True),
        (ParagraphPlace(2), ParagraphPlace(2, element="footnote 1"), False),
        (SheetPlace("P&L", "B7"), SheetPlace("P&L", "B7"), True),
        (SheetPlace("P&L"), SheetPlace("P&L", "B7"), False),
        (WholeFile(), WholeFile(), True),
        (WholeFile(), LinePlace(3), False),
    ],
)
def test_what_lies_within_a_place(outer, inner, expected):
    assert outer.holds(inner) is expected


@pytest.mark.parametrize(
    "first, last, expected",
    [
        (LinePlace(3, 7, 9), LinePlace(3, 12, 15), LinePlace(3, 7, 15)),
        (LinePlace(3, 7, 9), LinePlace(4, 1, 2), LinePlace(3, 7, 9)),
        (PagePlace(1, (1, 2, 3, 4)), PagePlace(1, (0, 3, 2, 9)), PagePlace(1, (0, 2, 3, 9))),
        (PagePlace(1, (1, 2, 3, 4)), PagePlace(2, (0, 3, 2, 9)), PagePlace(1, (1, 2, 3, 4))),
        (SheetPlace("P&L", "B7"), SheetPlace("P&L", "B9"), SheetPlace("P&L", "B7")),
    ],
)
def test_places_that_are_joined(first, last, expected):
    assert first.joined(last) == expected


@pytest.mark.parametrize(
    "given, bare",
    [
        (LinePlace(3, 7, 9, "f12"), LinePlace(3, 7, 9)),
        (PagePlace(1, (1, 2, 3, 4)), PagePlace(1, (1, 2, 3, 4))),
        (SheetPlace("P&L", "B7"), SheetPlace("P&L", "B7")),
    ],
)
def test_what_tells_figures_apart(given, bare):
    assert Source("a", given, 1, 2, 3, "Sales", "2025").bare() == Source("a", bare, 1, 2, 3)


def test_a_new_kind_of_place_is_said_and_listed(slide):
    prose = Source("a.pptx", slide(4))
    cell = prose._replace(table=2, row=3, col=1)
    assert (where(prose), where(cell)) == ("on slide 4", "on slide 4, in table 2, row 3")
    assert place(cell) == "a.pptx slide 4 table 2 row 3 column 1"
    assert short_place(cell) == "slide 4"


def test_a_new_kind_of_place_is_in_the_json_report_and_its_schema(slide):
    cited = Citation("untied", "801", Source("a.pptx", slide(4), 2, 3, 1))
    document = DocumentReport("a.pptx", "0" * 64, 1, 0, (), (), (cited,))
    report = json.loads(render(Report((document,)), View(show_checks=True)))
    written = report["documents"][0]["untied"][0]["source"]
    assert [*written.items()] == [
        ("path", "a.pptx"), ("table", 2), ("row", 3), ("col", 1), ("slide", 4)
    ]  # fmt: skip
    schema = {**place_schema(), "additionalProperties": False}
    jsonschema.validate(written, schema)
    assert [*schema["properties"]] == [*SCHEMA["$defs"]["source"]["properties"], "slide"]
    assert schema["properties"]["slide"] == {
        "description": "PPTX: slide.",
        "type": "integer",
        "minimum": 1,
    }


def test_a_new_kind_of_place_has_its_column_in_a_data_frame(slide):
    fact = Fact(1, Figure("801", 0, 801, 0, "JPY", 6), Source("a.pptx", slide(4)), "Sales", "")
    frame = facts_frame_of([fact], "a.pptx")
    assert frame.columns[-1] == "slide"
    assert list(frame["slide"]) == [4]
    assert findings_columns()["slide"] == ("Int64", "PPTX: slide, from 1")
