"""Names of dropped files."""

import pytest

from auditor.desk.names import safe_name


@pytest.mark.parametrize("given, expected", [
    ("results.pdf", "results.pdf"),
    ("決算短信 (2Q).pdf", "決算短信 (2Q).pdf"),
    ("../../etc/passwd", "passwd"),
    ("C:\\Users\\me\\a.docx", "a.docx"),
    ("a/b\\c.xlsx", "c.xlsx"),
    ("", "document"),
    ("-", "document"),
    ("..", "document"),
    ("/", "document"),
    (".bashrc", "bashrc"),
    ("a\x00b\n\u202ec.md", "abc.md"),
    ("q[1]*?.md", "q(1)__.md"),
    ("  a.md  ", "a.md"),
    ("x" * 300 + ".html", "x" * 195 + ".html"),
    ("😀" * 100 + ".md", "😀" * 49 + ".md"),
    ("results.md.waivers.toml", "results.md.waivers.toml"),
])  # fmt: skip
def test_a_name_is_a_file_here_and_nothing_else(given, expected):
    assert safe_name(given) == expected
