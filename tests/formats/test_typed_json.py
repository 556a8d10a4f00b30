"""Values as JSON: what comes back is what was written, and nothing else is built."""

import json
from collections.abc import Mapping

import pytest

from auditor.formats.typed_json import plain, reading
from auditor.model.document import Source
from auditor.model.places.line import LinePlace
from auditor.model.places.page import PagePlace
from auditor.model.relation import Severity
from auditor.model.report import Unread

VALUES = [
    (tuple[str, ...], ("a", "b")),
    (tuple[str, int], ("a", 1)),
    (str | None, None),
    (float, 0.1),
    (Severity, Severity.ERROR),
    (Unread, Unread("a.md", "gone")),
    (Mapping[tuple[str, Severity], int], {("sum", Severity.NOTE): 3}),
    (Source, Source("a.pdf", PagePlace(3, (1.5, 2.0, 3.0, 4.25)), 1, 2, 3, "Sales")),
    (Source, Source("a.md", LinePlace(4, 5, 9))),
]


@pytest.mark.parametrize("kind, value", VALUES)
def test_what_comes_back_is_what_was_written(kind, value):
    assert reading(kind)(json.loads(json.dumps(plain(value)))) == value


@pytest.mark.parametrize(
    "kind, written",
    [
        (int, "1"),
        (int, True),
        (str, 1),
        (tuple[str, ...], "ab"),
        (tuple[str, int], ["a"]),
        (Severity, "fatal"),
        (Unread, ["a.md"]),
        (Unread, {"path": "a.md", "reason": "gone"}),
        (Source, ["a.md", ["Popen", "ls"], None, None, None, None, None]),
        (Source, ["a.md", [], None, None, None, None, None]),
        (Mapping[str, int], [["a"]]),
    ],
)
def test_what_was_not_written_so_is_refused(kind, written):
    with pytest.raises(ValueError):  # noqa: PT011  # whichever it is
        reading(kind)(written)
