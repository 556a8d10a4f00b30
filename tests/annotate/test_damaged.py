"""Damaged documents: read as far as they go, and refused where a copy is asked for."""

import pytest

from auditor.annotate import CannotAnnotateError, annotated
from auditor.auditing.pipeline import document_report
from auditor.readers import read
from auditor.rulebook.packs import rule_packs
from benchmarks.fuzzing import seeds
from benchmarks.fuzzing.mutations import packed, unpacked

WORD = packed([part for part in unpacked(seeds.word()) if part[0] != "word/fontTable.xml"])
PDF = seeds.pdf().replace(b"/Type /Pages", b"/Type /Pagex")


@pytest.mark.parametrize(
    "name, data, why",
    [
        ("a.docx", WORD, "python-docx cannot write it again: KeyError"),
        ("a.pdf", PDF, "pypdf cannot write it again: IndexError"),
    ],
)
def test_what_a_library_does_not_forgive_is_told(name, data, why):
    report = document_report(read(data, name), rule_packs(), shown=True)
    with pytest.raises(CannotAnnotateError, match=why):
        annotated(data, report)
