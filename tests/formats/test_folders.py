"""What of a folder is read, what is named as passed over, and what nobody meant."""

import os

import pytest

from auditor import readers
from auditor.formats.folders import LEADS_OUT
from auditor.formats.inputs import NO_FORMAT, found


def made(folder, files):
    for name in files:
        name, _, text = name.partition("=")  # noqa: PLW2901  # "name=text"
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def names(paths, folder):
    return [os.path.relpath(path, folder).replace(os.sep, "/") for path in paths]


@pytest.mark.parametrize(
    "files, exclude, read",
    [
        (["b.md", "a/c.md", "a.md"], [], ["a.md", "a/c.md", "b.md"]),
        (["a.md", ".b.md", ".venv/c.md", ".hidden/d/e.md"], [], ["a.md"]),
        (["a.md", "node_modules/p/readme.md", "x/node_modules/b.md"], [], ["a.md"]),
        (["a.md", "build/b.md", ".gitignore=build/"], [], ["a.md"]),
        (["a.md", "x/b.md", "x/c.md", "x/.gitignore=b.md"], [], ["a.md", "x/c.md"]),
        (["a.md", "x/a.md", "x/.gitignore=!a.md", ".gitignore=a.md"], [], ["x/a.md"]),
        (["a.md", "drafts/b.md", "x/drafts/c.md"], ["drafts/"], ["a.md"]),
        (["a.md", "a-old.md", "x/b-old.txt"], ["*-old.*"], ["a.md"]),
        (["a.md", "x/a.md"], ["/x"], ["a.md"]),
        (["a.md", "b.md"], ["*.md", "!b.md"], ["b.md"]),
    ],
)  # fmt: skip
def test_what_of_a_folder_is_read(tmp_path, files, exclude, read):
    made(tmp_path, files)
    assert names(found([str(tmp_path)], readers.wanted(exclude)).files, tmp_path) == read


def test_ignore_files_above_count_up_to_the_repository_s_root(tmp_path, monkeypatch):
    made(tmp_path, [".gitignore=*.md", "repo/.git/HEAD", "repo/.gitignore=reports/drafts/\n*.txt"])
    made(tmp_path, ["repo/reports/a.md", "repo/reports/b.txt", "repo/reports/drafts/c.md"])
    monkeypatch.chdir(tmp_path / "repo" / "reports")
    assert found(["."], readers.wanted()).files == ("a.md",)
    monkeypatch.chdir(tmp_path / "repo")
    assert found(["reports"], readers.wanted()).files == (os.path.join("reports", "a.md"),)  # noqa: PTH118


def test_a_folder_or_file_that_is_named_is_read_whatever_names_it(tmp_path):
    made(tmp_path, [".git/HEAD", ".gitignore=build/\nb.md", "build/a.md", "b.md", ".venv/c.md"])
    wanted = readers.wanted(["b.md"])
    for named, read in (("build", "build/a.md"), ("b.md", "b.md"), (".venv", ".venv/c.md")):
        assert names(found([str(tmp_path / named)], wanted).files, tmp_path) == [read]


def test_an_excluded_path_counts_from_the_working_folder_too(tmp_path, monkeypatch):
    made(tmp_path, ["reports/a.md", "reports/drafts/b.md"])
    monkeypatch.chdir(tmp_path)
    for pattern in ("reports/drafts", "/drafts", "drafts"):
        (read,) = found(["reports"], readers.wanted([pattern])).files
        assert read.endswith("a.md")
    assert found(["reports/**/*.md"], readers.wanted(["reports/drafts"])).files == ("reports/a.md",)


def test_what_is_of_no_format_that_is_read_is_passed_over_by_name(tmp_path):
    made(tmp_path, ["a.md", "b.doc", "x/c.pptx", ".d.doc", "node_modules/e.js", "f_cal.xml"])
    inside = found([str(tmp_path)], readers.wanted())
    assert names((one.path for one in inside.passed_over), tmp_path) == ["b.doc", "x/c.pptx"]
    assert {one.reason for one in inside.passed_over} == {NO_FORMAT}
    assert inside.unread == ()


def test_what_is_read_by_its_own_name_is_not_passed_over(tmp_path):
    made(tmp_path, ["a.md", "b.doc"])
    both = found([str(tmp_path), str(tmp_path / "b.doc")], readers.wanted())
    assert names(both.files, tmp_path) == ["a.md", "b.doc"]
    assert both.passed_over == ()


@pytest.mark.skipif(os.name != "posix", reason="links need no right on posix")
def test_a_link_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    made(tmp_path, ["out/secret.md", "in/a.md", "in/x/b.md"])
    inner = tmp_path / "in"
    (inner / "file.md").symlink_to(tmp_path / "out" / "secret.md")
    (inner / "folder").symlink_to(tmp_path / "out")
    (inner / "within.md").symlink_to("x/b.md")
    (inner / "again").symlink_to("x")
    (inner / "nowhere.md").symlink_to("gone.md")
    inside = found([str(inner)], readers.wanted())
    assert names(inside.files, inner) == ["a.md", "within.md", "x/b.md"]
    told = [(os.path.basename(one.path), one.reason) for one in inside.passed_over]  # noqa: PTH119
    assert told == [("file.md", LEADS_OUT), ("folder", LEADS_OUT)]


@pytest.mark.skipif(os.name != "posix" or os.getuid() == 0, reason="root may look anywhere")
def test_a_folder_that_cannot_be_opened_is_told(tmp_path):
    made(tmp_path, ["a.md", "x/b.md"])
    (tmp_path / "x").chmod(0)
    inside = found([str(tmp_path)], readers.wanted())
    (tmp_path / "x").chmod(0o700)
    assert names((one.path for one in inside.unread), tmp_path) == ["x"]
