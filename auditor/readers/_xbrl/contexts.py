"""Contexts: whom, when and what part a tag is about, and in what unit, told apart by meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from auditor.model.tagging import Context
from auditor.readers._xbrl.elements import XBRLDI, XBRLI, Element

_DAY = timedelta(days=1)
_MIDNIGHT = ("T00:00:00", "T00:00", "T00:00:00Z")


def contexts(elements: Iterable[Element], prefixes: Mapping[str, str]) -> dict[str, Context]:
    """The contexts by their ids; those whose period cannot be read are left out."""
    found = {}
    for element in elements:
        if element.uri == XBRLI and element.local == "context":
            context = _context(element, prefixes)
            if context is not None:
                found[element.attributes.get("id", "")] = context
    return found


def units(elements: Iterable[Element]) -> dict[str, str]:
    """The units by their ids: measures multiplied by "*" and divided by "/", in a fixed order."""
    return {
        element.attributes.get("id", ""): _unit(element)
        for element in elements
        if element.uri == XBRLI and element.local == "unit"
    }


def _context(element: Element, prefixes: Mapping[str, str]) -> Context | None:
    period = _period(element)
    if period is None:
        return None
    entity = next((_identifier(i) for i in element.within(XBRLI, "identifier")), "")
    parts = [*_members(element), *_others(element, prefixes)]
    return Context(entity, *period, tuple(sorted(parts)))


def _identifier(element: Element) -> str:
    return f"{element.attributes.get('scheme', '')} {element.text.strip()}"


def _members(element: Element) -> Iterable[tuple[str, str]]:
    """The explicit and the typed members of the context's dimensions."""
    for child in element.within(XBRLDI, "explicitMember"):
        yield child.attributes.get("dimension", "").strip(), child.text.strip()
    for child in element.within(XBRLDI, "typedMember"):
        yield child.attributes.get("dimension", "").strip(), _said(child)


def _others(element: Element, prefixes: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """What a segment or scenario holds that is no dimension: it tells contexts apart, too."""
    for holder in ("segment", "scenario"):
        for place in element.within(XBRLI, holder):
            for child in place.children:
                if child.uri != XBRLDI:
                    prefix = prefixes.get(child.uri, "")
                    yield f"{prefix}:{child.local}", _said(child)


def _said(element: Element) -> str:
    """Everything that an element and those within it say."""
    inner = "".join(f"{c.local}={_said(c)};" for c in element.children)
    return f"{element.text.strip()} {inner}".strip()


def _period(element: Element) -> tuple[date | None, date] | None:
    said = {
        child.local: child.text.strip()
        for period in element.within(XBRLI, "period")
        for child in period.children
    }
    if "forever" in said:
        return None, date.max
    end = _last_day(said.get("instant") or said.get("endDate", ""))
    if end is None:
        return None
    return _day(said["startDate"]) if "startDate" in said else None, end


def _last_day(text: str) -> date | None:
    """The day that ends there: a time of midnight ends the day before."""
    day = _day(text)
    return day - _DAY if day and day > date.min and text.strip().endswith(_MIDNIGHT) else day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip()[:10])
    except ValueError:
        return None


def _unit(element: Element) -> str:
    over = [m for d in element.within(XBRLI, "unitNumerator") for m in _measures(d)]
    under = [m for d in element.within(XBRLI, "unitDenominator") for m in _measures(d)]
    if not over and not under:
        over = _measures(element)
    whole = "*".join(sorted(over))
    return f"{whole}/{'*'.join(sorted(under))}" if under else whole


def _measures(element: Element) -> list[str]:
    return [m.text.strip() for m in element.within(XBRLI, "measure")]
