import time

import pytest

from auditor.formats.ignoring import ignore_patterns, is_ignored


@pytest.mark.parametrize(
    "lines, path, said",
    [
        ("*.md", "a.md", True),
        ("*.md", "b/a.md", True),
        ("*.md", "a.txt", None),
        ("a.md", "b/c/a.md", True),
        ("/a.md", "a.md", True),
        ("/a.md", "b/a.md", None),
        ("b/a.md", "b/a.md", True),
        ("b/a.md", "c/b/a.md", None),  # a slash within: from the patterns' own folder
        ("**/a.md", "c/b/a.md", True),
        ("b/**/a.md", "b/a.md", True),
        ("b/**/a.md", "b/c/d/a.md", True),
        ("b/**/c/**/a.md", "b/x/c/y/z/a.md", True),
        ("b/**/c/**/a.md", "b/x/y/z/a.md", None),
        ("b/**", "b/c/a.md", True),
        ("b/**", "b/", None),  # what is in it, not it
        ("b/", "b/", True),
        ("b/", "b", None),  # a file
        ("b/", "c/b/", True),
        ("b", "b/", True),
        ("*", "a.md", True),
        ("b/*", "b/c/a.md", None),  # an asterisk goes over no slash
        ("?.md", "a.md", True),
        ("?.md", "aa.md", None),
        ("[a-c].md", "b.md", True),
        ("[!a-c].md", "b.md", None),
        ("[^a-c].md", "d.md", True),
        ("*.md\n!a.md", "a.md", False),
        ("!a.md\n*.md", "a.md", True),  # the last line decides
        ("# *.md\n\n   \n", "a.md", None),
        ("\\#a.md", "#a.md", True),
        ("\\!a.md", "!a.md", True),
        ("a\\*.md", "a*.md", True),
        ("a\\*.md", "ab.md", None),
        ("a.md   ", "a.md", True),
        ("a\\ ", "a ", True),
        ("a.md\r", "a.md", True),
        ("a+(b).md", "a+(b).md", True),
        ("/", "a", None),
    ],
)
def test_a_path_is_ignored_as_git_ignores_it(lines, path, said):
    names = [name for name in path.split("/") if name]
    patterns = ignore_patterns(lines.split("\n"))
    assert is_ignored(patterns, names, is_folder=path.endswith("/")) is said


def test_no_pattern_takes_long():
    names = ["a" * 200] * 20
    patterns = ignore_patterns(["a*" * 60 + "b", "**/" * 60 + "b", "**/a*/" * 30 + "b"])
    start = time.process_time()
    assert is_ignored(patterns, names, is_folder=False) is None
    assert time.process_time() - start < 1
