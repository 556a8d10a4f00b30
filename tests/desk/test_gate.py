"""The gate: who is answered, and who is not."""

import pytest

from auditor.desk.gate import Gate

GATE = Gate("s3cret", 8000)
HERE = "127.0.0.1:8000"


@pytest.mark.parametrize("method, path, headers", [
    ("GET", "/s3cret/", {"host": HERE}),
    ("GET", "/s3cret/visit/state", {"host": "localhost:8000"}),
    ("GET", "/s3cret/", {"host": "LOCALHOST:8000"}),
    ("GET", "/s3cret/", {"host": "[::1]:8000"}),
    ("GET", "/s3cret/", {"host": HERE, "sec-fetch-site": "none"}),
    ("GET", "/s3cret/", {"host": HERE, "sec-fetch-site": "same-origin"}),
    ("PUT", "/s3cret/v/files", {"host": HERE, "origin": f"http://{HERE}"}),
])  # fmt: skip
def test_its_own_page_is_answered(method, path, headers):
    assert GATE.refusal(method, path, headers) == ""


@pytest.mark.parametrize("method, path, headers, reason", [
    ("GET", "/s3cret/", {"host": "evil.example:8000"}, "own name"),
    ("GET", "/s3cret/", {"host": "127.0.0.1"}, "own name"),
    ("GET", "/s3cret/", {"host": "127.0.0.1:8001"}, "own name"),
    ("GET", "/s3cret/", {}, "own name"),
    ("GET", "/s3cret/", {"host": HERE, "origin": "http://evil.example"}, "own page"),
    ("GET", "/s3cret/", {"host": HERE, "origin": "null"}, "own page"),
    ("GET", "/s3cret/", {"host": HERE, "origin": f"https://{HERE}"}, "own page"),
    ("GET", "/s3cret/", {"host": HERE, "sec-fetch-site": "cross-site"}, "own page"),
    ("GET", "/s3cret/", {"host": HERE, "sec-fetch-site": "same-site"}, "own page"),
    ("PUT", "/s3cret/v/files", {"host": HERE}, "own page"),
    ("POST", "/s3cret/v/leave", {"host": HERE, "origin": "http://localhost:8000"}, "own page"),
    ("DELETE", "/s3cret/v/documents/1", {"host": HERE, "origin": "null"}, "own page"),
    ("GET", "/", {"host": HERE}, "secret"),
    ("GET", "/s3cret", {"host": HERE}, "secret"),
    ("GET", "/s3creT/", {"host": HERE}, "secret"),
    ("GET", "/S3CRET/", {"host": HERE}, "secret"),
    ("GET", "//s3cret/", {"host": HERE}, "secret"),
    ("GET", "/ｓ3cret/", {"host": HERE}, "secret"),
])  # fmt: skip
def test_others_are_refused(method, path, headers, reason):
    assert reason in GATE.refusal(method, path, headers)
