"""Invented filings: instances and inline pages with schema and linkbases, in a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from auditor.auditing.pipeline import document_report, read
from auditor.model.report import DocumentReport
from auditor.rulebook.packs import rule_packs

NAMESPACES = (
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" xmlns:link="http://www.xbrl.org/2003/linkbase"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:xbrldi="http://xbrl.org/2006/xbrldi"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    ' xmlns:iso4217="http://www.xbrl.org/2003/iso4217" xmlns:gaap="http://standards.test/gaap"'
    ' xmlns:tern="http://tern-harbour.test/2025"'
)
INLINE = (
    'xmlns:ix="http://www.xbrl.org/2013/inlineXBRL"'
    ' xmlns:ixt="http://www.xbrl.org/inlineXBRL/transformation/2020-02-12"'
)
LEGACY = "http://www.xbrl.org/2003/arcrole/summation-item"
NEW = "https://xbrl.org/2023/arcrole/summation-item"
LABEL = "http://www.xbrl.org/2003/arcrole/concept-label"
BALANCE = "http://tern-harbour.test/role/BalanceSheet"

NOW, BEFORE, HALF = "2025-03-29", "2024-09-28", "2024-09-29/2025-03-29"


class Fact(NamedTuple):
    """A fact of an instance; ``when`` names its context."""

    concept: str
    value: str
    decimals: str = "0"
    when: str = "now"
    unit: str = "usd"
    attributes: str = ""


class Arc(NamedTuple):
    """A summation arc with whatever other attributes it has."""

    total: str
    item: str
    weight: str = "1"
    attributes: str = ""
    arcrole: str = LEGACY
    role: str = BALANCE


def contexts() -> str:
    """Three times, and one of them for two parts of the company."""
    north, south = (
        "<xbrli:segment><xbrldi:explicitMember"
        f' dimension="tern:AreaAxis">tern:{area}HarboursMember</xbrldi:explicitMember>'
        "</xbrli:segment>"
        for area in ("Northern", "Southern")
    )
    return "".join((
        _context("now", f"<xbrli:instant>{NOW}</xbrli:instant>"),
        _context("same", "<xbrli:instant>2025-03-30T00:00:00</xbrli:instant>"),
        _context("before", f"<xbrli:instant>{BEFORE}</xbrli:instant>"),
        _context("half", _span(*HALF.split("/"))),
        _context("quarter", _span("2024-12-29", "2025-03-29")),
        _context("north", f"<xbrli:instant>{NOW}</xbrli:instant>", north),
        _context("south", f"<xbrli:instant>{NOW}</xbrli:instant>", south),
    ))  # fmt: skip


def _span(start: str, end: str) -> str:
    return f"<xbrli:startDate>{start}</xbrli:startDate><xbrli:endDate>{end}</xbrli:endDate>"


def _context(name: str, period: str, segment: str = "") -> str:
    return (
        f'<xbrli:context id="{name}"><xbrli:entity><xbrli:identifier scheme="http://tern.test">1'
        f"</xbrli:identifier>{segment}</xbrli:entity><xbrli:period>{period}</xbrli:period>"
        "</xbrli:context>"
    )


def units() -> str:
    measures = {"usd": "iso4217:USD", "eur": "iso4217:EUR", "shares": "xbrli:shares"}
    return "".join(
        f'<xbrli:unit id="{name}"><xbrli:measure>{measure}</xbrli:measure></xbrli:unit>'
        for name, measure in measures.items()
    )


def instance(facts: Sequence[Fact], *, schema: str = "tern.xsd") -> str:
    """An instance that states these facts, one a line."""
    stated = "\n".join(
        f'<{f.concept} contextRef="{f.when}" unitRef="{f.unit}" id="f{number}"'
        f"{_accuracy(f)} {f.attributes}>{f.value}</{f.concept}>"
        for number, f in enumerate(facts)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<xbrli:xbrl {NAMESPACES}>'
        f'<link:schemaRef xlink:type="simple" xlink:href="{schema}"/>\n'
        f"{contexts()}{units()}\n{stated}\n</xbrli:xbrl>\n"
    )


def _accuracy(fact: Fact) -> str:
    return f' decimals="{fact.decimals}"' if fact.decimals else ""


def page(body: str, *, schema: str = "tern.xsd") -> str:
    """An inline page with this body."""
    return (
        f'<html xmlns="http://www.w3.org/1999/xhtml" {NAMESPACES} {INLINE}><head><title>Tern'
        ' Harbour</title></head><body><div style="display:none"><ix:header><ix:references>'
        f'<link:schemaRef xlink:type="simple" xlink:href="{schema}"/></ix:references>'
        f"<ix:resources>{contexts()}{units()}</ix:resources></ix:header></div>\n{body}\n"
        "</body></html>\n"
    )


def tag(concept: str, text: str, when: str = "now", more: str = "", *, scale: str = "6") -> str:
    """A tag in millions unless said otherwise; parentheses stay outside of it."""
    inner = text.strip("()$")
    before, _, after = text.partition(inner)
    written = "" if "format=" in more else 'format="ixt:num-dot-decimal"'
    good_to = "" if "decimals=" in more else f'decimals="-{scale}"'
    return (
        f'{before}<ix:nonFraction name="{concept}" contextRef="{when}" unitRef="usd"'
        f' scale="{scale}" {good_to} {written} {more}>{inner}</ix:nonFraction>{after}'
    )


def table(*rows: Sequence[str]) -> str:
    """A table; the first row heads it."""
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return "<table>" + "\n".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def linkbase(*arcs: Arc) -> str:
    """A calculation linkbase with these arcs, in the order given."""
    roles = dict.fromkeys(arc.role for arc in arcs)
    links = "".join(
        f'<link:calculationLink xlink:type="extended" xlink:role="{role}">'
        + "".join(_locators(arcs, role))
        + "".join(_arc(arc, n) for n, arc in enumerate(arcs, 1) if arc.role == role)
        + "</link:calculationLink>"
        for role in roles
    )
    return f"<link:linkbase {NAMESPACES}>{links}</link:linkbase>"


def _locators(arcs: Sequence[Arc], role: str) -> list[str]:
    concepts = dict.fromkeys(c for a in arcs if a.role == role for c in (a.total, a.item))
    return [_locator(concept) for concept in concepts]


def _locator(concept: str) -> str:
    name = concept.replace(":", "_")
    schema = "tern.xsd" if concept.startswith("tern:") else "http://standards.test/gaap.xsd"
    return f'<link:loc xlink:type="locator" xlink:href="{schema}#{name}" xlink:label="at_{name}"/>'


def _arc(arc: Arc, number: int) -> str:
    start, end = (f"at_{concept.replace(':', '_')}" for concept in (arc.total, arc.item))
    order = "" if "order=" in arc.attributes else f'order="{number}"'
    return (
        f'<link:calculationArc xlink:type="arc" xlink:arcrole="{arc.arcrole}" xlink:from="{start}"'
        f' xlink:to="{end}" weight="{arc.weight}" {order} {arc.attributes}/>'
    )


def labels(**texts: str) -> str:
    """A label linkbase: the standard labels of ``prefix_Name``."""
    said = "".join(
        f'<link:label xlink:type="resource" xlink:label="said_{name}" xml:lang="en-US"'
        f' xlink:role="http://www.xbrl.org/2003/role/label">{text}</link:label>'
        f"{_locator(name.replace('_', ':', 1))}"
        f'<link:labelArc xlink:type="arc" xlink:arcrole="{LABEL}" xlink:from="at_{name}"'
        f' xlink:to="said_{name}"/>'
        for name, text in texts.items()
    )
    return (
        f'<link:linkbase {NAMESPACES}><link:labelLink xlink:type="extended"'
        f' xlink:role="http://www.xbrl.org/2003/role/link">{said}</link:labelLink></link:linkbase>'
    )


def schema(
    *references: str, title: str = "0003 - Statement - Balance sheet", more: str = ""
) -> str:
    """A schema that names these linkbases, and the one statement there is."""
    named = "".join(
        f'<link:linkbaseRef xlink:type="simple" xlink:href="{href}"'
        ' xlink:arcrole="http://www.w3.org/1999/xlink/properties/linkbase"/>'
        for href in references
    )
    return (
        f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {NAMESPACES}'
        f' targetNamespace="http://tern-harbour.test/2025"><xs:annotation><xs:appinfo>{named}'
        f'<link:roleType id="BalanceSheet" roleURI="{BALANCE}"><link:definition>{title}'
        f"</link:definition></link:roleType>{more}</xs:appinfo></xs:annotation></xs:schema>"
    )


def written(folder: Path, name: str, text: str, **beside: str) -> str:
    """The path of a filing written with its files beside it: ``tern_xsd`` is ``tern.xsd``."""
    for other, content in beside.items():
        stem, _, ending = other.rpartition("_")
        (folder / f"{stem}.{ending}").write_text(content, encoding="utf-8")
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def audited(path: str, rounding: str = "auto") -> DocumentReport:
    return document_report(read(path), rule_packs(), rounding)
