"""What a calculation binds: facts of equal contexts and units, whatever they are called."""

import pytest

from auditor.model.relation import Kind
from tests.filings import NAMESPACES, Arc, audited, linkbase, written

CASH, STOCK, ASSETS = "gaap:Cash", "gaap:Inventory", "gaap:Assets"
SUM = linkbase(Arc(ASSETS, CASH), Arc(ASSETS, STOCK))
DAY = "<xbrli:instant>2025-03-29</xbrli:instant>"
_SPAN = "<xbrli:startDate>{}</xbrli:startDate><xbrli:endDate>{}</xbrli:endDate>"
YEAR = (
    _SPAN.format("2025-01-01", "2025-12-31"),
    _SPAN.format("2025-01-01T00:00:00", "2026-01-01T00:00:00"),
)
AREA = '<xbrldi:explicitMember dimension="tern:Area">{}</xbrldi:explicitMember>'
BERTH = '<xbrldi:explicitMember dimension="tern:Berth">tern:Long</xbrldi:explicitMember>'
PORT = '<xbrldi:typedMember dimension="tern:Ports"><tern:Port>{}</tern:Port></xbrldi:typedMember>'
USD = "<xbrli:measure>iso4217:USD</xbrli:measure>"
SHARES = "<xbrli:measure>xbrli:shares</xbrli:measure>"


def context(period=DAY, segment="", scenario="", entity="1"):
    within = f"<xbrli:segment>{segment}</xbrli:segment>" if segment else ""
    beside = f"<xbrli:scenario>{scenario}</xbrli:scenario>" if scenario else ""
    return (
        f'<xbrli:entity><xbrli:identifier scheme="http://tern.test">{entity}</xbrli:identifier>'
        f"{within}</xbrli:entity><xbrli:period>{period}</xbrli:period>{beside}"
    )


ONE = context()


def divided(over, under):
    return (
        f"<xbrli:divide><xbrli:unitNumerator>{over}</xbrli:unitNumerator>"
        f"<xbrli:unitDenominator>{under}</xbrli:unitDenominator></xbrli:divide>"
    )


def fact(concept, value, number=0, more='decimals="0"'):
    return f'<{concept} contextRef="c{number}" unitRef="u{number}" {more}>{value}</{concept}>'


def read(folder, stated, contexts=(ONE,), units=(USD,), **beside):
    about = "".join(f'<xbrli:context id="c{n}">{c}</xbrli:context>' for n, c in enumerate(contexts))
    about += "".join(f'<xbrli:unit id="u{n}">{u}</xbrli:unit>' for n, u in enumerate(units))
    schema = '<link:schemaRef xlink:type="simple" xlink:href="tern.xsd"/>'
    text = f"<xbrli:xbrl {NAMESPACES}>{schema}{about}{stated}</xbrli:xbrl>"
    return audited(written(folder, "tern.xbrl", text, tern_cal_xml=SUM, **beside), "nearest")


def statuses(folder, stated, contexts=(ONE,), units=(USD,), **beside):
    checks = read(folder, stated, contexts, units, **beside).checks
    return [v.status.value for v in checks if v.relation.kind is Kind.SUM]


@pytest.mark.parametrize(
    ("contexts", "units", "binds"),
    [
        ((context(), context()), (USD, USD), True),  # two names of one thing each
        ((context(YEAR[0]), context(YEAR[1])), (USD, USD), True),
        ((context(), context(entity="2")), (USD, USD), False),
        ((context(YEAR[0]), context("<xbrli:forever/>")), (USD, USD), False),
        ((context(scenario="<tern:Fact/>"), context(scenario="<tern:Plan/>")), (USD, USD), False),
        (
            (context(scenario=AREA.format("tern:N") + BERTH),
             context(scenario=BERTH + AREA.format(" tern:N "))),
            (USD, USD),
            True,
        ),
        (
            (context(segment=AREA.format("tern:N")), context(segment=AREA.format("tern:S"))),
            (USD, USD),
            False,
        ),
        (
            (context(scenario=PORT.format("a")), context(scenario=PORT.format("a"))),
            (USD, USD),
            True,
        ),
        (
            (context(scenario=PORT.format("a")), context(scenario=PORT.format("b"))),
            (USD, USD),
            False,
        ),
        ((context(), context()), (USD + SHARES, SHARES + USD), True),
        ((context(), context()), (divided(USD, SHARES), divided(USD, SHARES)), True),
        ((context(), context()), (divided(USD, SHARES), divided(SHARES, USD)), False),
        ((context(), context()), (USD, SHARES), False),
    ],
)  # fmt: skip
def test_an_item_counts_where_its_context_and_unit_equal_the_totals(
    tmp_path, contexts, units, binds
):
    stated = fact(CASH, 100) + fact(STOCK, 20, 1) + fact(ASSETS, 120)
    assert statuses(tmp_path, stated, contexts, units) == ["holds" if binds else "violated"]


NIL = 'xsi:nil="true"'


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (fact(CASH, "", 0, NIL) + fact(STOCK, 20) + fact(ASSETS, 20), ["holds"]),
        (fact(CASH, "", 0, NIL) + fact(STOCK, 20) + fact(ASSETS, 120), ["violated"]),
        (fact(CASH, 100) + fact(STOCK, 20) + fact(ASSETS, "", 0, NIL), []),
        (fact(CASH, "1.00E2") + fact(STOCK, "+2e1") + fact(ASSETS, " 120 "), ["holds"]),
        (fact(CASH, 100) + fact(CASH, 100) + fact(STOCK, 20) + fact(ASSETS, 120), ["holds"]),
        (fact(CASH, 100) + fact(CASH, 150) + fact(STOCK, 20) + fact(ASSETS, 300), []),
        (
            fact(CASH, 100, 0, 'decimals="-2"') + fact(CASH, 110) + fact(STOCK, 20)
            + fact(ASSETS, 130),
            ["holds"],
        ),
        (
            fact(CASH, 100, 0, 'precision="INF"') + fact(STOCK, 20, 0, 'decimals="INF"')
            + fact(ASSETS, 121, 0, 'precision="INF"'),
            ["violated"],
        ),
        (fact(CASH, 123456, 0, 'precision="3"') + fact(ASSETS, 123456), []),  # digits in excess
        (f"<tern:Row>{fact(CASH, 100)}{fact(STOCK, 20)}{fact(ASSETS, 999)}</tern:Row>", []),
        (f"<tern:Row>{fact(CASH, 100)}</tern:Row>{fact(STOCK, 20)}{fact(ASSETS, 20)}", ["holds"]),
    ],
)  # fmt: skip
def test_what_is_nil_doubled_or_within_a_tuple(tmp_path, stated, expected):
    assert statuses(tmp_path, stated) == expected


P0, EXACT = 'precision="0"', 'precision="INF"'


@pytest.mark.parametrize(
    "stated",
    [
        fact(CASH, 100, 0, P0) + fact(STOCK, 20) + fact(ASSETS, 120),
        fact(CASH, 100, 0, P0) + fact(STOCK, 20) + fact(ASSETS, 999),
        fact(CASH, 100, 0, EXACT) + fact(STOCK, 20, 0, EXACT) + fact(ASSETS, 999, 0, P0),
        fact(CASH, 100, 0, P0) + fact(CASH, 130) + fact(STOCK, 20) + fact(ASSETS, 150),
    ],
)
def test_a_precision_of_nought_says_that_nothing_is_known(tmp_path, stated):
    report = read(tmp_path, stated)
    assert [v.relation.kind for v in report.checks] == []
    assert report.findings == ()


GAAP = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {NAMESPACES}
 targetNamespace="http://standards.test/gaap" elementFormDefault="qualified">
 <xs:complexType name="cents"><xs:simpleContent><xs:restriction base="xbrli:monetaryItemType">
  <xs:attribute name="decimals" default="2"/></xs:restriction></xs:simpleContent></xs:complexType>
 <xs:complexType name="tens"><xs:simpleContent><xs:restriction base="gaap:cents">
  <xs:attribute name="decimals" fixed="-1"/></xs:restriction></xs:simpleContent></xs:complexType>
 <xs:element name="Cash" type="{{cash}}" default="100"/>
 <xs:element name="Inventory" type="xbrli:monetaryItemType"/>
</xs:schema>"""


@pytest.mark.parametrize(
    ("kind", "stated", "expected"),
    [
        ("xbrli:monetaryItemType", fact(CASH, "") + fact(STOCK, 20) + fact(ASSETS, 120), ["holds"]),
        ("xbrli:monetaryItemType", fact(CASH, "") + fact(STOCK, 20) + fact(ASSETS, 20),
         ["violated"]),
        ("xbrli:monetaryItemType", fact(STOCK, 20) + fact(ASSETS, 20), ["holds"]),  # not stated
        ("xbrli:monetaryItemType", fact(CASH, "", 0, NIL) + fact(ASSETS, 100), []),  # stated as nil
        ("gaap:cents", fact(CASH, "100.00", 0, "") + fact(ASSETS, "100.02", 0, EXACT),
         ["violated"]),
        ("gaap:cents", fact(CASH, "100.001", 0, "") + fact(ASSETS, "100.001", 0, EXACT), []),
        ("gaap:tens", fact(CASH, "100", 0, "") + fact(ASSETS, "105", 0, EXACT), ["holds"]),
        ("gaap:tens", fact(CASH, "100", 0, 'decimals="0"') + fact(ASSETS, "105", 0, EXACT),
         ["violated"]),
    ],
)  # fmt: skip
def test_what_a_fact_leaves_unsaid_its_schema_says(tmp_path, kind, stated, expected):
    schema = '<link:schemaRef xlink:type="simple" xlink:href="gaap.xsd"/>'
    declared = GAAP.format(cash=kind)
    assert statuses(tmp_path, schema + stated, gaap_xsd=declared) == expected


ROW = "<tern:Row>{}</tern:Row>"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (fact(CASH, 2) + ROW.format(fact(CASH, 20)) + fact(ASSETS, 22), ["warning"]),
        (fact(CASH, 2) + ROW.format(fact(CASH, 20)) + fact(ASSETS, 2), []),
        (fact(CASH, 2) + ROW.format(fact("gaap:Land", 20)) + fact(ASSETS, 22), ["error"]),
    ],
)
def test_what_fails_and_has_more_items_in_tuples_is_uncertain(tmp_path, stated, expected):
    assert [f.severity.value for f in read(tmp_path, stated).findings] == expected
