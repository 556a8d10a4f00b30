"""What a path that leads to nothing is said to be."""

import pytest

from auditor import audit
from auditor.formats.inputs import Wanted, found


@pytest.mark.parametrize(
    "path, said",
    [
        ("https://reports.example.test/annual-2025.html", "download the document first"),
        ("HTTP://reports.example.test/a.pdf", "download the document first"),
        ("s3://bucket/annual.pdf", "download the document first"),
        ("www.example.test/annual.pdf", "download the document first"),
        ("file:///annual.pdf", "without file://"),
        ("annual.pdf", "no such file or folder"),
        ("a folder/annual.pdf", "no such file or folder"),
    ],
)
def test_it_says_what_to_do(path, said):
    (unread,) = found([path], Wanted((".md",))).unread
    assert unread.path == path
    assert said in unread.reason


def test_the_other_documents_go_on(tmp_path):
    (tmp_path / "a.md").write_text("| | 2025 |\n|---|---|\n| Fares | 8,412 |\n")
    report = audit([str(tmp_path / "a.md"), "https://reports.example.test/a.html"])
    assert (len(report.documents), len(report.unread)) == (1, 1)
