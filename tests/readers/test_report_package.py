"""Reports in an archive: opened within limits, cited by the parts' own names."""

import io
import json
import zipfile

import pytest

from auditor import audit
from auditor.readers import UnreadableError, read, report_package
from tests.filings import Arc, Fact, instance, linkbase, page, schema
from tests.readers.test_filing_pages import ASSETS, CASH, COVER, STOCK, balance, bare, note

ARCS = linkbase(Arc(ASSETS, CASH), Arc(ASSETS, STOCK))
TAXONOMY = {"tern/reports/tern.xsd": schema("tern_cal.xml"), "tern/reports/tern_cal.xml": ARCS}
KIND = {"documentInfo": {"documentType": "https://xbrl.org/report-package/2023/xbri"}}
DECLARED = {"tern/META-INF/reportPackage.json": json.dumps(KIND)}


def package(*parts, **more):
    """The bytes of an archive with these parts."""
    inside = {name: text for one in parts for name, text in one.items()} | more
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in inside.items():
            archive.writestr(name, text)
    return held.getvalue()


def audited(folder, data, name="tern.xbri"):
    (folder / name).write_bytes(data)
    return audit([str(folder / name)])


ELSEWHERE = {  # the schema is named by an address, and lies in a folder of its own
    "tern/reports/r.xhtml": page(balance("1,551"), schema="http://tern.test/2025/tern.xsd"),
    "tern/tern.test/2025/tern.xsd": schema("tern_cal.xml"),
    "tern/tern.test/2025/tern_cal.xml": ARCS,
}


@pytest.mark.parametrize("name", ["tern.xbri", "tern.zip"])
@pytest.mark.parametrize(
    "parts, part, found",
    [
        ([DECLARED, TAXONOMY, {"tern/reports/r.xhtml": page(balance())}], "", []),
        (
            [DECLARED, TAXONOMY, {"tern/reports/r.xhtml": page(balance("1,551"))}],
            "tern/reports/r.xhtml",
            ["1,551"],
        ),
        ([DECLARED, ELSEWHERE], "tern/reports/r.xhtml", ["1,551"]),
        (
            [TAXONOMY, {"tern/reports/a.htm": COVER, "tern/reports/b.htm": bare(balance()),
                        "tern/reports/c.htm": bare(note("1,121"))}],
            "tern/reports/c.htm",
            ["$1,121 million"],
        ),
        (
            [TAXONOMY, {"tern/reports/tern.xbrl": instance([
                Fact(CASH, "7"), Fact(STOCK, "20"), Fact(ASSETS, "72")])}],
            "tern/reports/tern.xbrl",
            ["72"],
        ),
    ],
)  # fmt: skip
def test_a_package_is_one_document_and_its_parts_are_cited(tmp_path, name, parts, part, found):
    report = audited(tmp_path, package(*parts), name)
    (document,) = report.documents
    assert (report.unread, document.path) == ((), str(tmp_path / name))
    suspects = [f.suspects[0].citation for f in document.findings]
    assert [s.text for s in suspects] == found
    assert {s.source.path for s in suspects} <= {f"{tmp_path / name}/{part}"}
    if found:
        assert document.excerpts
    else:
        assert document.tied == 3


def test_reports_in_one_package_do_not_mix(tmp_path):
    """Two reports state the same fact otherwise: one is another year's, or another company's."""
    both = {
        "tern/reports/one/r.xhtml": page(note("1,211")),
        "tern/reports/two/r.xhtml": page(note("1,121")),
    }
    (document,) = audited(tmp_path, package(DECLARED, both)).documents
    assert (document.printed, document.findings) == (2, ())


@pytest.mark.parametrize(
    "parts, reason",
    [
        ({"a.txt": "hello"}, "an archive without an XBRL report"),
        ({"inner.zip": package({"r.xhtml": page(note())})}, "archives within it are not opened"),
        ({"../r.xhtml": page(note())}, "named as if it lay elsewhere"),
        ({"/etc/r.xhtml": page(note())}, "named as if it lay elsewhere"),
        ({"a\\..\\r.xhtml": page(note())}, "named as if it lay elsewhere"),
        ({"r.xhtml": page(note()), "z": b"\0" * (9 * 1024 * 1024)}, "unpacks to more than"),
    ],
)
def test_what_is_no_package_or_not_safe_is_refused(parts, reason):
    with pytest.raises(UnreadableError, match=reason):
        read(package(parts), "tern.zip")


def test_an_archive_of_another_format_is_not_taken_for_a_package():
    assert not report_package.recognises(package({"word/document.xml": "<w/>"}))
    assert report_package.recognises(package({"x/r.xhtml": page(note())}))


def test_what_else_a_package_holds_is_told(tmp_path):
    parts = [DECLARED, TAXONOMY, {"tern/reports/r.xhtml": page(balance()), "tern/logo.png": "x"}]
    (document,) = audited(tmp_path, package(*parts)).documents
    assert "the package also holds what is not read: logo.png" in document.remarks


def test_folders_are_searched_for_packages_and_not_for_other_archives(tmp_path):
    (tmp_path / "data.zip").write_bytes(package({"a.csv": "1"}))
    (tmp_path / "tern.zip").write_bytes(package(TAXONOMY, {"tern/reports/r.xhtml": page(note())}))
    report = audit([str(tmp_path)])
    assert [d.path for d in report.documents] == [str(tmp_path / "tern.zip")]
    assert report.unread == ()
    assert len(audit([str(tmp_path / "data.zip")]).unread) == 1
