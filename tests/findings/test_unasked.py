"""Each claim of a sentence that no check covers says why."""

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.auditing.report import UNRELATED
from auditor.rulebook.packs import rule_packs
from tests.prose import english, industries, other_languages
from tests.prose.printed import right
from tests.prose.test_tempting import SENTENCES, TABLE

RELEASES = (*english.RELEASES, *industries.RELEASES, *other_languages.RELEASES)
TEXTS = (*(right(one).text for one in RELEASES), f"# Tolliver Tools: 2024\n\n{SENTENCES}\n{TABLE}")


def untied(text: str) -> dict[str, str]:
    """The reasons of the figures of sentences that nothing covers."""
    report = document_report(readers.read(text.encode(), "release.md"), rule_packs())
    return {c.text: c.reason for c in report.untied if c.source.table is None}


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: text.partition("\n")[0])
def test_no_percentage_and_no_money_goes_unexplained(text):
    found = untied(text)
    marked = ("%", "$", "£", "€", "¥", "円", "EUR", "points", "％")
    claims = {said: reason for said, reason in found.items() if any(m in said for m in marked)}
    assert [said for said, reason in claims.items() if reason == UNRELATED] == []


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Net sales of $12.5 million from wood were lost.", "limit it to a part"),
        ("Net sales were more than $740.0 million in 2024.", "as a limit"),
        ("Net sales grew 3.1% organically.", "another basis"),
        ("Operating income rose because of $3.3 million of lower freight.", "cause"),
        ("Steel rose 13.0%.", "not printed: what it is compared with, Steel"),
        ("Net sales were $612.4 million in 2021.", "no table states Net sales (2021)"),
        ("The company expects net sales of $790.0 million.", "an expectation"),
    ],
)
def test_the_reason_says_what_is_missing(sentence, reason):
    table = "| (in millions) | 2024 | 2023 |\n|---|---:|---:|\n"
    table += "| Net sales | 747.6 | 683.3 |\n| Operating income | 121.5 | 102.2 |\n"
    found = untied(f"# Tolliver Tools reports 2024 results\n\n{sentence}\n\n{table}")
    assert any(reason in one for one in found.values()), found
