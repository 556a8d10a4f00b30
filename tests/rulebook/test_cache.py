"""Packs kept from the last run: used while nothing changed, and never missed."""

import json
import os
import pickle
import stat
from pathlib import Path

import pytest

from auditor.model.rule import Pack
from auditor.rulebook.cache import _code, _entry, cache_packs, cached_packs
from auditor.rulebook.packs import rule_packs


def packs_of(file):
    return (Pack("gannet", "Rules of Gannet Lines", file.as_posix()),)


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty cache folder that only this test uses."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    monkeypatch.delenv("AUDITOR_CACHE", raising=False)
    return folder


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "gannet.yaml"
    path.write_text("pack: gannet\n", encoding="utf-8")
    return path


def entries(cache):
    return sorted(p for p in cache.rglob("*") if p.is_file())


def test_nothing_is_kept_at_first(cache, file):
    assert cached_packs([file]) is None
    assert entries(cache) == []


def test_kept_packs_are_read_again(cache, file):
    cache_packs(packs_of(file), [file])
    assert cached_packs([file]) == packs_of(file)
    (entry,) = entries(cache)
    assert entry.parent.name == "statement-auditor"


def test_the_packs_of_the_auditor_are_kept_and_are_the_same_when_read_again(cache):
    fresh = rule_packs()
    assert len(entries(cache)) == 1
    assert rule_packs() == fresh
    assert len(entries(cache)) == 1


@pytest.mark.skipif(os.name != "posix", reason="modes are posix's")
@pytest.mark.usefixtures("cache")
def test_only_the_user_may_read_or_change_the_cache(cache, file):
    cache_packs(packs_of(file), [file])
    (entry,) = entries(cache)
    assert stat.S_IMODE(entry.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(entry.stat().st_mode) == 0o600


def changed(file):
    file.write_text("pack: gannets\n", encoding="utf-8")
    return [file]


def renamed(file):
    return [file.rename(file.with_name("kittiwake.yaml"))]


def joined(file):
    other = file.with_name("kittiwake.yaml")
    other.write_text("pack: kittiwake\n", encoding="utf-8")
    return [file, other]


def removed(file):
    file.unlink()
    return [file]


@pytest.mark.usefixtures("cache")
@pytest.mark.parametrize("files_after", [changed, renamed, joined, removed])
def test_other_files_or_other_content_are_noticed(file, files_after):
    cache_packs(packs_of(file), [file])
    assert cached_packs(files_after(file)) is None


@pytest.mark.usefixtures("cache")
def test_another_version_reads_nothing_of_this_one(file, monkeypatch):
    cache_packs(packs_of(file), [file])
    monkeypatch.setattr("auditor.rulebook.cache.__version__", "0.0.0")
    assert cached_packs([file]) is None


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"no packs",
        b"[" * 100_000,
        pickle.dumps(()),
        lambda data: data[:-9],
        lambda data: data.replace(b"Gannet", b"Kittiw"),
    ],
    ids=["empty", "text", "nested", "a pickle", "cut short", "changed"],
)
def test_a_broken_entry_is_not_missed(cache, file, broken):
    cache_packs(packs_of(file), [file])
    (entry,) = entries(cache)
    entry.write_bytes(broken(entry.read_bytes()) if callable(broken) else broken)
    assert cached_packs([file]) is None
    cache_packs(packs_of(file), [file])
    assert cached_packs([file]) == packs_of(file)


@pytest.mark.parametrize(
    "said",
    [
        lambda _: [],
        lambda pack: {"packs": [pack]},
        lambda _: [[]],
        lambda pack: [pack[:2]],
        lambda pack: [pack, pack],
        lambda pack: [[1, *pack[1:]]],
        lambda pack: [[*pack[:2], "other.yaml", *pack[3:]]],
    ],
    ids=[
        "no packs", "no list", "no fields", "too few fields", "too many packs",
        "a field of another type", "another file's",
    ],
)  # fmt: skip
def test_what_is_no_packs_of_these_files_is_not_believed_whatever_its_seal(cache, file, said):
    cache_packs(packs_of(file), [file])
    (entry,) = entries(cache)
    (pack,) = json.loads(entry.read_bytes().partition(b"\n")[2])
    text = json.dumps(said(pack))
    expected = _entry([file])
    assert expected is not None
    entry.write_text(f"{expected.seal(text)}\n{text}", encoding="utf-8")
    assert cached_packs([file]) is None


def test_a_broken_entry_does_not_change_the_rules(cache):
    fresh = rule_packs()
    (entry,) = entries(cache)
    entry.write_bytes(b"no packs")
    assert rule_packs() == fresh


def test_a_cache_that_cannot_be_written_is_not_missed(tmp_path, file, monkeypatch):
    (tmp_path / "taken").write_text("a file where the folder should be", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "taken"))
    cache_packs(packs_of(file), [file])
    assert cached_packs([file]) is None
    assert rule_packs()


def test_the_cache_can_be_turned_off(cache, file, monkeypatch):
    cache_packs(packs_of(file), [file])
    before = entries(cache)
    monkeypatch.setenv("AUDITOR_CACHE", "off")
    assert cached_packs([file]) is None
    assert rule_packs()
    cache_packs(packs_of(file), [file, file])
    assert entries(cache) == before


@pytest.mark.skipif(os.name != "posix", reason="owners are posix's")
def test_what_another_user_put_there_is_not_read(cache, file, monkeypatch):
    cache_packs(packs_of(file), [file])
    assert entries(cache)
    own = os.getuid()
    monkeypatch.setattr("auditor.rulebook.cache.os.getuid", lambda: own + 1)
    assert cached_packs([file]) is None


@pytest.mark.skipif(os.name != "posix", reason="modes are posix's")
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
@pytest.mark.parametrize("of_folder", [False, True])
def test_what_others_can_write_is_not_read(cache, file, mode, of_folder):
    cache_packs(packs_of(file), [file])
    (entry,) = entries(cache)
    (entry.parent if of_folder else entry).chmod(mode | 0o100 * of_folder)
    assert cached_packs([file]) is None


@pytest.mark.usefixtures("cache")
def test_other_code_reads_nothing_of_this_one(file, monkeypatch, tmp_path):
    cache_packs(packs_of(file), [file])
    (tmp_path / "rule.py").write_text("", encoding="utf-8")
    monkeypatch.setattr("auditor.rulebook.cache._code", lambda: [tmp_path / "rule.py"])
    assert cached_packs([file]) is None


def test_the_digest_is_over_the_code_that_makes_packs():
    named = {path.name for path in _code()}
    assert {"rule.py", "dataset.py", "loading.py", "packs.py", "written_packs.py"} <= named
    assert all(map(Path.is_file, _code()))


def test_rules_of_one_s_own_are_never_kept(cache, file):
    file.write_text(
        "pack: gannet\ntitle: Rules of Gannet Lines\nrules:\n"
        "  - id: fares\n    title: Fares add up\n    sum: Net sales\n    of: [Fares, Freight]\n",
        encoding="utf-8",
    )
    assert rule_packs([str(file)])[-1].id == "gannet"
    assert entries(cache) == []
