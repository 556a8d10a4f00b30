"""Word documents made for tests from the XML that stands between ``w:body`` and its end."""

from __future__ import annotations

import io
import zipfile

from auditor import readers
from auditor.model.document import Document, Table

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{RELATIONSHIPS}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Abschnitt"><w:name w:val="Section of ours"/>
  <w:basedOn w:val="berschrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Rang"><w:name w:val="Rank"/>
  <w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Fett"><w:name w:val="Strong line"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/>
  <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Beschriftung"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring1"><w:name w:val="Ring 1"/>
  <w:basedOn w:val="Ring2"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring2"><w:name w:val="Ring 2"/>
  <w:basedOn w:val="Ring1"/></w:style>
<w:style w:type="character" w:styleId="Zeichen"><w:name w:val="footnote reference"/>
  <w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Geheim"><w:name w:val="Secret"/>
  <w:rPr><w:vanish/></w:rPr></w:style>
"""

CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)


def relations(*targets: tuple[str, str]) -> str:
    """A part of relations, with ids rId1, rId2 and so forth, to (kind, target) each."""
    listed = "".join(
        f'<Relationship Id="rId{n}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}">{listed}</Relationships>'


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A zip archive of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return out.getvalue()


def word(body: str, **others: str) -> bytes:
    """A document with this body and, by their names, what other parts hold.

    ``header1`` is a header part and so forth: the ids are rId1 for the styles, then the others in
    order.
    """
    others = {"styles": STYLES, **others}
    kinds = [(name.rstrip("0123456789"), f"{name}.xml") for name in others]
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": relations(*kinds),
    }
    for name, content in others.items():
        parts[f"word/{name}.xml"] = f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
    return archive(parts)


def read(body: str, **others: str) -> Document:
    """What is read of a document with this body."""
    return readers.read(word(body, **others), "a.docx")


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def sdt_of(content: str) -> str:
    """A content control around it."""
    alias = '<w:alias w:val="9"/>'
    return f"<w:sdt><w:sdtPr>{alias}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def p(content: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of a text with tabs as ``\\t`` and breaks as ``\\n``."""
    if not content.startswith("<"):
        content = r(content) if content else ""
        content = content.replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
        content = content.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{content}</w:p>"


def tc(content: str = "", properties: str = "") -> str:
    """A cell of paragraphs, or of a text."""
    inside = content if content.startswith(("<w:p>", "<w:tbl>", "<w:sdt>")) else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells, or of their texts."""
    made = "".join(c if c.startswith(("<w:tc>", "<w:sdt>")) else tc(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def tbl(*rows: str) -> str:
    """A table of rows, or of lines with "|" between their cells."""
    made = (row if row.startswith("<") else tr(*map(str.strip, row.split("|"))) for row in rows)
    return f"<w:tbl>{''.join(made)}</w:tbl>"


def span(columns: int) -> str:
    """The property of a cell that spans columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


def texts(table: Table) -> list[list[str | None]]:
    """A table's cells as texts."""
    return [[cell.text if cell else None for cell in row] for row in table.rows]


def said(document: Document) -> list[str]:
    """The passages' texts."""
    return [passage.text for passage in document.passages]
