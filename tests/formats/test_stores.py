"""Stores: what is in a store is found and fetched as what is in a folder is read."""

import pytest

from auditor.formats import stores
from auditor.formats.inputs import NO_READ_FILE, Wanted
from auditor.formats.stores import CLIMBS, beside, fetch, found_anywhere, is_address

fsspec = pytest.importorskip("fsspec")

WANTED = Wanted((".md", ".xbrl", "_cal.xml"), ("_cal.xml",), ("drafts/", "*.old.md"))


@pytest.fixture
def store():
    memory = fsspec.filesystem("memory")
    memory.store.clear()
    yield lambda name, content=b"x": memory.pipe(name, content)
    memory.store.clear()


@pytest.mark.parametrize(
    "path, expected",
    [
        ("s3://filings/2025", True),
        ("memory://filings", True),
        ("gs://bucket/a.md", True),
        ("https://example.com/a.htm", False),
        ("file:///tmp/a.md", False),
        ("simplecache::s3://bucket/a.md", False),
        ("C://reports", False),
        ("results.md", False),
        ("s3://", False),
    ],
)
def test_only_stores_have_addresses(path, expected):
    assert is_address(path) is expected


def test_a_store_is_searched_as_a_folder_is(store):
    for name in ("/f/b.md", "/f/a.md", "/f/.hidden/c.md", "/f/node_modules/d.md", "/f/e.exe"):
        store(name)
    for name in ("/f/drafts/g.md", "/f/h.old.md", "/f/i.xbrl", "/f/i_cal.xml", "/f/i.xsd"):
        store(name)
    found = found_anywhere(["memory://f"], WANTED)
    assert found.files == ("memory:///f/a.md", "memory:///f/b.md", "memory:///f/i.xbrl")
    assert found.companions == ("memory:///f/i.xsd", "memory:///f/i_cal.xml")
    assert {one.path for one in found.passed_over} == {"memory:///f/e.exe", "memory:///f/i.xsd"}
    assert found.unread == ()


@pytest.mark.parametrize(
    "address, files, reason",
    [
        ("memory://f/e.exe", ("memory:///f/e.exe",), None),
        ("memory://none", (), NO_READ_FILE),
        ("nostore://bucket/a", (), "ValueError: Protocol not known: nostore"),
    ],
)
def test_what_an_address_leads_to(store, address, files, reason):
    store("/f/e.exe")
    found = found_anywhere([address], WANTED)
    assert found.files == files
    assert [one.reason for one in found.unread] == ([reason] if reason else [])


def test_folders_and_addresses_stand_in_the_order_given(store, tmp_path):
    store("/f/a.md")
    (tmp_path / "z.md").write_text("x", encoding="utf-8")
    found = found_anywhere([str(tmp_path), "memory://f"], WANTED)
    assert found.files == (str(tmp_path / "z.md"), "memory:///f/a.md")


def test_what_is_fetched_lies_where_its_address_leads(store, tmp_path, monkeypatch):
    store("/f/a.md", b"Revenue")
    fetch("memory:///f/a.md", tmp_path)
    monkeypatch.chdir(tmp_path)
    with open("memory:///f/a.md", "rb") as file:  # noqa: PTH123  # as it is named
        assert file.read() == b"Revenue"


@pytest.mark.parametrize(
    "address, said",
    [("memory:///../../etc/passwd", CLIMBS), ("memory:///f/gone.md", None)],
)
def test_what_cannot_be_fetched_is_an_error_of_the_system(store, tmp_path, address, said):
    store("/f/a.md")
    with pytest.raises(OSError, match=said or "gone"):
        fetch(address, tmp_path)
    assert [*tmp_path.rglob("passwd")] == []


def test_what_is_too_large_is_not_fetched(store, tmp_path, monkeypatch):
    store("/f/a.md", b"x" * 100)
    monkeypatch.setattr(stores, "LARGEST_FILE", 99)
    with pytest.raises(OSError, match="100 bytes long; the limit is"):
        fetch("memory:///f/a.md", tmp_path)


def test_companions_are_those_of_the_same_folder(tmp_path):
    for name in ("a.xbrl", "a_cal.xml", "a.xsd", "b.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    stored = ("s3://b/f/i.xsd", "s3://b/g/k.xsd")
    found = beside([str(tmp_path / "a.xbrl"), "s3://b/f/i.xbrl"], ("_cal.xml",), stored)
    own = (str(tmp_path / "a.xsd"), str(tmp_path / "a_cal.xml"))
    assert found == {str(tmp_path): own, "s3://b/f": stored[:1], "s3://b/g": stored[1:]}
