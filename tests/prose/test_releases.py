"""Releases in the voices of several countries: all of their sentences are right, and stay silent.

Each tempts: organic growth, guidance, causes, quarters beside nine months, balances beside spans.
A figure that is altered is found, by the words around it alone.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor import readers
from auditor.auditing.pipeline import document_report
from auditor.model.relation import Severity
from auditor.rulebook.packs import rule_packs

RELEASES = sorted((Path(__file__).parent / "releases").glob("*.md"))


def alarms(text: str) -> set[str]:
    report = document_report(readers.read(text.encode(), "release.md"), rule_packs())
    return {f.message for f in report.findings if f.severity is not Severity.NOTE}


@pytest.mark.parametrize("path", RELEASES, ids=lambda path: path.stem)
def test_right_sentences_raise_nothing(path):
    assert not alarms(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("airline", "rose 7.8% to", "rose 8.7% to"),
        ("airline", "it was €2,104.8m", "it was €2,014.8m"),
        ("airline", "and 9.5% in the nine months", "and 5.9% in the nine months"),
        ("airline", "margin of 21.9%", "margin of 29.1%"),
        ("airline", "against €247.9m", "against €274.9m"),
        ("au-retail", "was 42.5%, up", "was 45.2%, up"),
        ("au-retail", "(CODB) increased 7.0%", "(CODB) increased 9.0%"),
        ("au-retail", "of sales was 31.9%", "of sales was 39.1%"),
        ("au-retail", "compared to 31.8%", "compared to 38.1%"),
        ("au-retail", "from 9.9% to", "from 9.2% to"),
        ("au-retail", "to 10.6%", "to 16.0%"),
        ("au-retail", "NPAT was $121.3", "NPAT was $112.3"),
        ("au-retail", "dividend of 24.0 cents", "dividend of 42.0 cents"),
        ("de-annual", "following EUR 902.4", "following EUR 920.4"),
        ("de-annual", "(+5.1 percent)", "(+1.5 percent)"),
        ("de-annual", "from 7.9 percent", "from 9.7 percent"),
        ("de-annual", "to 8.9 percent", "to 9.8 percent"),
        ("de-annual", "came to 31.5 percent", "came to 35.1 percent"),
        ("de-annual", "EUR -9.8 million", "EUR -8.9 million"),
        ("de-annual", "after EUR 2.97", "after EUR 2.79"),
        ("de-annual", "stood at 47.4 percent", "stood at 44.7 percent"),
        ("de-annual", "2023: 45.1 percent", "2023: 41.5 percent"),
        ("de-annual", "rose by 142", "rose by 124"),
        ("de-annual", "to 4,317", "to 4,137"),
        ("in-quarter", "growth of 15.9% YoY", "growth of 19.5% YoY"),
        ("in-quarter", "and 4.3% QoQ", "and 3.4% QoQ"),
        ("in-quarter", "growth of 51.1%", "growth of 15.1%"),
        ("in-quarter", "stood at 10.1%", "stood at 11.0%"),
        ("in-quarter", "declined by 11.8%", "declined by 18.1%"),
        ("in-quarter", "sequentially by 2.8%", "sequentially by 8.2%"),
        ("reit", "or $1.62 per share", "or $1.26 per share"),
        ("reit", "were $1.20 per share", "were $2.10 per share"),
        ("reit", "declined to 38.6%", "declined to 36.8%"),
        ("telecom", "grew 1.1% to", "grew 3.1% to"),
        ("telecom", "revenue up 3.9%", "revenue up 9.3%"),
        ("telecom", "to 35.5%", "to 33.5%"),
        ("telecom", "H1 2024: 15.1%", "H1 2024: 11.5%"),
        ("uk-half", '"Revenue growth of 8.5%', '"Revenue growth of 5.8%'),
        ("uk-half", "revenue of £171.5m", "revenue of £117.5m"),
        ("uk-half", "up 12.8% on", "up 18.2% on"),
        ("uk-half", "accounted for 60%", "accounted for 66%"),
        ("uk-homes", "to £142.7m", "to £124.7m"),
        ("uk-homes", "was £138.2m, 19.8%", "was £138.2m, 18.9%"),
        ("uk-homes", "ahead of the £115.4m", "ahead of the £151.4m"),
        ("uk-homes", "increased to 52.3 pence", "increased to 53.2 pence"),
        ("us-bank", "income of $14.7 million", "income of $17.4 million"),
        ("us-bank", "decreased 3.9% from", "decreased 9.3% from"),
        ("us-biotech", "to $29.3 million for", "to $23.9 million for"),
        ("us-biotech", "increase of $5.4 million", "increase of $4.5 million"),
        ("us-industrial", "represented 52%", "represented 25%"),
        ("us-industrial", "sales of $688.1 million", "sales of $681.8 million"),
        ("us-saas", "expanded by 190 basis", "expanded by 910 basis"),
    ],
)
def test_a_wrong_figure_is_found(name, right, wrong):
    text = next(p for p in RELEASES if p.stem == name).read_text(encoding="utf-8")
    assert text.count(right) == 1
    assert alarms(text.replace(right, wrong))
