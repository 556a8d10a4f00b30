"""A file without a rule file is read as records or as a statement: as what ties more of it."""

import pytest

from auditor.auditing.many_files import audit
from auditor.model.dataset import FOUND
from auditor.model.selection import Selection

RULES = (
    "pack: own\ntitle: Own\nrules:\n  - {id: all, title: All is A and B, sum: All, of: [A, B]}\n"
)


def audit_of(folder, text, **options):
    path = folder / "figures.csv"
    path.write_text(text, "utf-8")
    return audit([str(path)], **options).documents[0]


def tidy(*years):
    of = (("A", 20), ("B", 110), ("All", 130))
    rows = (f"{y},{name},{value + y % 7 * (name != 'B')}" for y in years for name, value in of)
    return "\n".join(("year,branch,sales", *rows)) + "\n"


def test_records_are_read_as_records(tmp_path):
    report = audit_of(tmp_path, tidy(*range(2015, 2026)))
    assert (report.packs, report.tied, report.printed) == ((FOUND,), 33, 33)


def test_a_statement_is_read_as_one(tmp_path):
    report = audit_of(tmp_path, "USD m,2025,2024\nPumps,120,110\nValves,45,40\nTotal,165,150\n")
    assert (report.packs, report.tied) == (("core",), 6)


def test_rules_for_statements_decide(tmp_path):
    rules = tmp_path / "own.yaml"
    rules.write_text(RULES, "utf-8")
    report = audit_of(tmp_path, tidy(*range(2015, 2026)), rules=[str(rules)])
    assert report.packs == ("core", "own")


def test_nothing_is_found_out_where_only_rules_count(tmp_path):
    assert FOUND not in audit_of(tmp_path, tidy(*range(2015, 2026)), discover=False).packs


@pytest.mark.parametrize("detailed", [True, False])
@pytest.mark.parametrize("lost", ["2019,A,", "2019,All,", "2025,B,"])
def test_a_missing_record_is_told_however_much_is_listed(lost, detailed, tmp_path):
    whole = tidy(*range(2015, 2026)).splitlines()
    text = "\n".join(line for line in whole if not line.startswith(lost)) + "\n"
    report = audit_of(tmp_path, text, detailed=detailed)
    (finding,) = report.findings
    assert finding.message.startswith(
        f"There is no record for year {lost[:4]}, branch {lost[5:-1]}."
    )


def test_a_selection_may_name_what_a_file_shows(tmp_path):
    text = tidy(*range(2015, 2026)).replace("2020,All,134", "2020,All,143")
    found, ignored = (
        audit_of(tmp_path, text, selection=Selection(ignore=names))
        for names in ((), ("found.all-of-branch",))
    )
    assert [f.rule for f in found.findings] == ["found.all-of-branch"]
    assert (ignored.packs, ignored.findings) == ((FOUND,), ())


def test_a_wrong_figure_does_not_decide_for_the_reading_that_passes_it(tmp_path):
    text = tidy(*range(1970, 2026)).replace("2019,B,110", "2019,B,111")  # within rounding
    report = audit_of(tmp_path, text)
    assert (report.packs, len(report.findings)) == ((FOUND,), 1)
