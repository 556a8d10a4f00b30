import io
import random
import zipfile

import pytest

from auditor.formats import archive
from auditor.formats.archive import is_zipped, part_names, parts
from auditor.readers import UnreadableError


def zipped(contents, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return out.getvalue()


PLAIN = {"a.xml": b"<a/>", "folder/b.bin": bytes(range(256)) * 40, "empty": b""}


def encrypted(data):
    """The archive with the mark of encryption on its first part, in both of its places."""
    first, directory = data.index(b"PK\x03\x04"), data.index(b"PK\x01\x02")
    marked = bytearray(data)
    marked[first + 6] |= 1
    marked[directory + 8] |= 1
    return bytes(marked)


def renamed_within(archive):
    """The archive with another name before its only part than in its list of parts."""
    at = len("PK..") + 26  # the header of a part is 30 bytes long
    return archive[:at] + b"b" + archive[at + 1 :]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
def test_every_part_is_read_by_its_name(method):
    assert parts(zipped(PLAIN, method)) == PLAIN


def test_folders_are_no_parts():
    assert parts(zipped({"folder/": b"", "folder/a": b"1"})) == {"folder/a": b"1"}


@pytest.mark.parametrize(
    "data, zipped_, names",
    [
        (zipped({"a": b"1", "b": b"2"}), True, ("a", "b")),
        (zipped({"a": b"1"})[:-30], True, ()),
        (b"PK\x03\x04", True, ()),
        (b"<html>", False, ()),
        (b"", False, ()),
    ],
    ids=["whole", "cut off", "begun", "a page", "empty"],  # an archive holds the time
)
def test_an_archive_is_told_by_how_it_begins(data, zipped_, names):
    assert is_zipped(data) is zipped_
    assert part_names(data) == names


@pytest.mark.parametrize(
    "data, reason",
    [
        (zipped({"a": bytes(30_000_000)}), "a unpacks to more than the limit of 8,388,608 bytes"),
        (zipped({"a": b"1"})[:-10], "its archive is broken"),
        (renamed_within(zipped({"a": b"12345678" * 99})), "its archive is broken"),
        (encrypted(zipped({"a": b"1"})), "it is encrypted"),
        (zipped({str(n): b"" for n in range(10_001)}), "it has 10,001 parts; the limit is 10,000"),
    ],
    ids=["bomb", "cut off", "names differ", "encrypted", "many"],
)
def test_an_archive_that_is_broken_or_too_large_is_refused(data, reason):
    with pytest.raises(UnreadableError, match=reason):
        parts(data)


def test_the_parts_share_one_limit(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_TOTAL", 250)
    with pytest.raises(UnreadableError, match="c unpacks to more than the limit of 50 bytes"):
        parts(zipped({"a": bytes(100), "b": bytes(100), "c": bytes(100)}))


@pytest.mark.parametrize("method", [zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_damage_anywhere_is_told_as_such(method):
    rng = random.Random(1)  # noqa: S311  # the same damage every time
    whole = zipped(PLAIN, method)
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        part_names(bytes(data))
        try:
            parts(bytes(data))
        except UnreadableError as reason:
            assert str(reason)  # noqa: PT017  # any other error fails the test


@pytest.mark.parametrize(
    "stored, name", [(b"\x00ame", None), (b"na\x00e", "na")]
)  # what follows a NUL is no part of a name
def test_a_name_with_nul_in_it_breaks_nothing(stored, name):
    data = zipped({**PLAIN, "name": b"1"}).replace(b"name", stored)
    assert parts(data) == PLAIN | ({name: b"1"} if name else {})
    assert set(PLAIN) <= set(part_names(data))
