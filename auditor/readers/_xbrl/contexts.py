"""Contexts: whom, when and what part a tag is about, and in what unit, told apart by meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from auditor.model.tagging import Context
from auditor.readers._xbrl.elements import XBRLDI, XBRLI, Element, Scan
from auditor.readers._xbrl.schemas import Schemas

HOLDERS = ("segment", "scenario")
"""Where a context says what part it is about, other than by dimensions."""
_DAY = timedelta(days=1)
_MIDNIGHT = ("T00:00:00", "T00:00", "T00:00:00Z")


def contexts(
    scan: Scan, prefixes: Mapping[str, str], schemas: Schemas, report: str = ""
) -> dict[str, Context]:
    """The contexts by their ids; those whose period cannot be read are left out.

    ``prefixes`` are those that the whole filing writes names with, ``report`` is its name where
    several are read together.
    """
    found = {}
    for element in scan.elements:
        if element.uri == XBRLI and element.local == "context":
            period = _period(element)
            if period is not None:
                parts = (*_members(element, scan, prefixes, schemas), *_others(element, schemas))
                id_ = element.attributes.get("id", "")
                found[id_] = Context(_entity(element), *period, tuple(sorted(parts)), report)
    return found


def units(scan: Scan, prefixes: Mapping[str, str]) -> dict[str, str]:
    """The units by their ids: measures multiplied by "*" and divided by "/", in a fixed order."""
    return {
        element.attributes.get("id", ""): _unit(element, scan, prefixes)
        for element in scan.elements
        if element.uri == XBRLI and element.local == "unit"
    }


def qualified(name: str, scan: Scan, prefixes: Mapping[str, str]) -> str:
    """A name with the prefix that its namespace has elsewhere in the filing."""
    prefix, _, local = name.strip().rpartition(":")
    usual = prefixes.get(scan.namespaces.get(prefix, ""), prefix)
    return f"{usual}:{local}" if usual else local


def _entity(context: Element) -> str:
    found = next(context.within(XBRLI, "identifier"), None)
    return f"{found.attributes.get('scheme', '')} {found.text.strip()}" if found else ""


def _members(
    element: Element, scan: Scan, prefixes: Mapping[str, str], schemas: Schemas
) -> Iterator[tuple[str, str]]:
    """The explicit and the typed members of the context's dimensions."""
    for child in element.within(XBRLDI, "explicitMember"):
        axis = qualified(child.attributes.get("dimension", ""), scan, prefixes)
        yield axis, qualified(child.text, scan, prefixes)
    for child in element.within(XBRLDI, "typedMember"):
        axis = qualified(child.attributes.get("dimension", ""), scan, prefixes)
        inner = [f"{schemas.said(one)}" for one in child.children]
        yield axis, " ".join(filter(None, (child.text.strip(), *inner)))


def _others(element: Element, schemas: Schemas) -> Iterator[tuple[str, str]]:
    """What a segment or scenario holds that is no dimension: it tells contexts apart, too.

    Its order counts, and whether it is a segment or a scenario.
    """
    for holder in HOLDERS:
        inside = [
            f"{child.uri}}}{child.local}:{schemas.said(child)}"
            for place in element.within(XBRLI, holder)
            for child in place.children
            if child.uri != XBRLDI
        ]
        if inside:
            yield holder, "; ".join(inside)


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


def _unit(element: Element, scan: Scan, prefixes: Mapping[str, str]) -> str:
    over, under = (
        [m for part in element.within(XBRLI, name) for m in _measures(part, scan, prefixes)]
        for name in ("unitNumerator", "unitDenominator")
    )
    if not over and not under:
        over = _measures(element, scan, prefixes)
    whole = "*".join(sorted(over))
    return f"{whole}/{'*'.join(sorted(under))}" if under else whole


def _measures(element: Element, scan: Scan, prefixes: Mapping[str, str]) -> list[str]:
    return [qualified(m.text, scan, prefixes) for m in element.within(XBRLI, "measure")]
