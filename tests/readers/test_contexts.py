"""Which contexts are equal: what their segments and scenarios say, as XML Schema reads it."""

import pytest

from auditor.readers import xbrl
from tests.filings import NAMESPACES, written

SCHEMA = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" {NAMESPACES}
 targetNamespace="http://tern-harbour.test/2025" elementFormDefault="qualified">
 <xs:attributeGroup name="marks"><xs:attribute name="grade" default="A"/></xs:attributeGroup>
 <xs:attribute name="tide" type="xs:decimal" default="1.0"/>
 <xs:complexType name="place"><xs:simpleContent><xs:extension base="xs:string">
  <xs:attribute name="side" type="xs:string" default="north"/>
 </xs:extension></xs:simpleContent></xs:complexType>
 <xs:complexType name="pier"><xs:simpleContent><xs:extension base="tern:place">
  <xs:attributeGroup ref="tern:marks"/><xs:attribute ref="tern:tide"/>
 </xs:extension></xs:simpleContent></xs:complexType>
 <xs:simpleType name="depth"><xs:restriction base="xs:decimal"/></xs:simpleType>
 <xs:element name="Pier" type="tern:pier"/>
 <xs:element name="Depth" type="tern:depth"/>
 <xs:element name="Open" type="xs:boolean"/>
 <xs:element name="Plan" type="xs:string" default="budget"/>
</xs:schema>"""


def instance(*scenarios):
    contexts = "".join(
        f'<xbrli:context id="c{n}"><xbrli:entity><xbrli:identifier scheme="http://tern.test">1'
        f"</xbrli:identifier></xbrli:entity><xbrli:period><xbrli:instant>2025-03-29</xbrli:instant>"
        f"</xbrli:period><xbrli:scenario>{scenario}</xbrli:scenario></xbrli:context>"
        f'<gaap:Cash contextRef="c{n}" unitRef="usd" decimals="0">7</gaap:Cash>'
        for n, scenario in enumerate(scenarios)
    )
    return (
        f'<xbrli:xbrl {NAMESPACES}><link:schemaRef xlink:type="simple" xlink:href="tern.xsd"/>'
        f'<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit>'
        f"{contexts}</xbrli:xbrl>"
    )


@pytest.mark.parametrize(
    "one, other, equal",
    [
        ("<tern:Pier>1</tern:Pier>", '<tern:Pier side="north">1</tern:Pier>', True),
        ("<tern:Pier>1</tern:Pier>", '<tern:Pier side="south">1</tern:Pier>', False),
        ("<tern:Pier>1</tern:Pier>", '<tern:Pier grade="A" tern:tide="1">1</tern:Pier>', True),
        ("<tern:Pier>1</tern:Pier>", '<tern:Pier grade="B">1</tern:Pier>', False),
        ("<tern:Pier>1</tern:Pier>", '<tern:Pier id="x">1</tern:Pier>', True),
        ("<tern:Depth>12</tern:Depth>", "<tern:Depth> 12.0 </tern:Depth>", True),
        ("<tern:Depth>12</tern:Depth>", "<tern:Depth>12.1</tern:Depth>", False),
        ("<tern:Pier>12</tern:Pier>", "<tern:Pier>12.0</tern:Pier>", False),  # a text
        ("<tern:Open>1</tern:Open>", "<tern:Open>true</tern:Open>", True),
        ("<tern:Plan/>", "<tern:Plan>budget</tern:Plan>", True),
        ("<tern:Plan/>", "<tern:Plan>outlook</tern:Plan>", False),
        ('<tern:Odd a="1" b="2">x</tern:Odd>', '<tern:Odd b="2" a="1">x</tern:Odd>', True),
        ('<tern:Odd a="1">x</tern:Odd>', '<tern:Odd a="2">x</tern:Odd>', False),
        ("<tern:Odd>x</tern:Odd>", "<gaap:Odd>x</gaap:Odd>", False),
        ("<tern:Plan/><tern:Open>1</tern:Open>", "<tern:Open>1</tern:Open><tern:Plan/>", False),
    ],
)
def test_contexts_are_compared_as_their_schema_reads_them(tmp_path, one, other, equal):
    path = written(tmp_path, "tern.xbrl", instance(one, other), tern_xsd=SCHEMA)
    first, second = xbrl.read(instance(one, other).encode(), path).tagging.tags
    assert (first.context == second.context) is equal
