import pytest

from auditor.formats.xml import root
from auditor.readers import UnreadableError

ENTITIES = "its XML declares entities, which are not read"


def test_comments_and_instructions_cut_no_text():
    found = root(b"<a>1,2<!-- six --><?page break?>34</a>")
    assert (found.text, len(found)) == ("1,234", 0)


def test_a_document_type_without_entities_is_passed_over():
    assert root(b"<!DOCTYPE a SYSTEM 'http://localhost:9/a.dtd'><a>801</a>").text == "801"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "written",
    [
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a>1&e;2</a>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>",
        "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://localhost:9/x'> %p;]><a/>",
    ],
)
def test_entities_are_refused(written, encoding):
    declared = f"<?xml version='1.0' encoding='{encoding[:6].rstrip('-')}'?>{written}"
    with pytest.raises(UnreadableError, match=ENTITIES):
        root(declared.encode(encoding))


def test_entities_that_multiply_are_refused_at_once():
    steps = "".join(f"<!ENTITY e{i + 1} '{f'&e{i};' * 10}'>" for i in range(30))
    with pytest.raises(UnreadableError, match="its XML"):
        root(f"<!DOCTYPE a [<!ENTITY e0 'x'>{steps}]><a b='&e30;'/>".encode("utf-16"))


@pytest.mark.parametrize(
    "data, reason",
    [
        (b"", "its XML is broken: Document is empty"),
        (b"<a><b></a>", "its XML is broken: Opening and ending tag mismatch"),
        (b"<a>\xff</a>", "its XML is broken: "),
        (b"<?xml version='1.0' encoding='nonsense'?><a/>", "its XML is broken: Unsupported"),
        (b"<a>" * 300 + b"</a>" * 300, "its XML is broken: Excessive depth"),
        (b"<a>" * 100_000, "its XML is broken: Excessive depth"),
        (b"<a>&nbsp;</a>", "its XML is broken: Entity 'nbsp' not defined"),
    ],
)
def test_broken_xml_is_refused(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        root(data)


def test_nesting_within_the_limit_is_read():
    assert root(b"<a>" * 250 + b"</a>" * 250).tag == "a"
