"""The desk as a web application, asked as its page asks it."""

import asyncio
import io
import os
import time
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from starlette.testclient import TestClient

from auditor.auditing.deadline import late
from auditor.desk import application as desk_application
from auditor.desk.application import Desk, application, in_a_process
from auditor.desk.audits import Answer, Options, Order, Told, audited
from auditor.desk.gate import Gate
from auditor.review.waiver_files import waivers_in

GATE = Gate("s3cret", 8000)
HERE = "http://127.0.0.1:8000"
OPTIONS = Options(timeout=20, today=date(2026, 11, 30))
FOUND = Told("abc123", "error", "Total is wrong.", "1", "2", "4:1")
TABLE = """\
| (JPY million) | 2025 | 2024 | 2023 |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 7,001 |
| Freight | 2,238 | 2,109 | 1,950 |
| Total | {total} | 9,486 | 8,951 |
"""


def quick(_audit, order, _timeout):
    """An answer at once, and a report that says what it is on."""
    for name in ("report.html", "ticks.xlsx", "report.json", "copy.md"):
        Path(order.folder, name).write_text(f"{name} on {order.name}", encoding="utf-8")
    if order.name.startswith("bad"):
        return "it is bad"
    return Answer(printed=9, tied=8, checks=3, findings=(FOUND,), copy="copy.md")


@pytest.fixture
def client(tmp_path):
    with TestClient(
        application(Desk(tmp_path, OPTIONS, quick), GATE),
        base_url=HERE,
        headers={"origin": HERE},
        follow_redirects=False,
    ) as client:
        yield client


def opened(client):
    """The address of a page that is opened."""
    answer = client.get("/s3cret/")
    assert answer.status_code == 303
    return answer.headers["location"]


def dropped(client, page, name="a.md", data=b"text", over=""):
    """The document that a file is dropped as, once its audit is done."""
    answer = client.put(f"{page}files", params={"name": name, "over": over}, content=data)
    assert answer.status_code == 202, answer.text
    return done(client, page, answer.json()["id"])


def done(client, page, id_):
    for _ in range(600):
        documents = client.get(f"{page}state").json()["documents"]
        document = next(one for one in documents if one["id"] == id_)
        if document["state"] in ("done", "failed"):
            return document
        time.sleep(0.02)
    raise AssertionError(document)


@pytest.mark.parametrize("part, kind", [
    ("", "text/html"), ("desk.css", "text/css"), ("desk.js", "text/javascript"),
])  # fmt: skip
def test_the_page_and_its_parts_are_there(client, part, kind):
    answer = client.get(opened(client) + part)
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, kind)


@pytest.mark.parametrize("part", ["x", "../desk.py", "report.css", "desk.html", "%2e%2e/x"])
def test_nothing_else_is_there(client, part):
    assert client.get(opened(client) + part).status_code in (403, 404)


def test_a_file_is_dropped_and_its_report_read(client):
    page = opened(client)
    document = dropped(client, page)
    assert (document["state"], document["draft"], document["answer"]["tied"]) == ("done", 1, 8)
    assert document["answer"]["findings"][0]["message"] == "Total is wrong."
    report = client.get(f"{page}documents/{document['id']}/report")
    assert report.text == "report.html on a.md"


@pytest.mark.parametrize("what, name", [
    ("html", "a-report.html"), ("xlsx", "a-ticks.xlsx"), ("json", "a-report.json"),
    ("copy", "a-audited.md"),
])  # fmt: skip
def test_what_is_kept_has_the_documents_name(client, what, name):
    page = opened(client)
    document = dropped(client, page)
    answer = client.get(f"{page}documents/{document['id']}/{what}")
    assert answer.headers["content-disposition"] == f"attachment; filename*=UTF-8''{name}"


def test_a_name_in_any_script_names_what_is_kept(client):
    page = opened(client)
    document = dropped(client, page, '決算 "1"\r\nx: y.md')
    answer = client.get(f"{page}documents/{document['id']}/html")
    assert answer.headers["content-disposition"].startswith(
        "attachment; filename*=UTF-8''%E6%B1%BA"
    )


def test_dropped_again_it_is_the_next_draft(client):
    page = opened(client)
    dropped(client, page)
    assert dropped(client, page)["draft"] == 2


def test_a_document_that_fails_costs_no_other_its_answer(client):
    page = opened(client)
    bad, good = dropped(client, page, "bad.md"), dropped(client, page, "good.md")
    assert (bad["state"], bad["reason"]) == ("failed", "it is bad")
    assert good["state"] == "done"


def test_a_finding_is_accepted_and_taken_back(client):
    page = opened(client)
    id_ = dropped(client, page)["id"]
    waivers = f"{page}documents/{id_}/waivers"
    asked = {"finding": "abc123", "reason": "So it is.", "owner": "IR", "expires": "2027-03-31"}
    assert client.post(waivers, json=asked).status_code == 202
    assert done(client, page, id_)["waivers"]
    written = client.get(f"{waivers}.toml").text
    assert 'reason = "So it is."' in written
    assert "expires = 2027-03-31" in written
    assert "# Total is wrong." in written
    client.post(waivers, json={"finding": "abc123", "reason": ""})
    done(client, page, id_)
    assert "So it is." not in client.get(f"{waivers}.toml").text


@pytest.mark.parametrize("asked", [
    "", "[]", "{", '{"finding": "../x", "reason": "a"}',
    '{"finding": "a", "reason": "b", "expires": "x"}',
    '{"finding": "", "reason": "a"}', '{"finding": "a", "reason": "\\ud800"}',
    f'{{"finding": "a", "reason": "{"x" * 3000}"}}',
])  # fmt: skip
def test_what_is_no_waiver_is_refused(client, asked):
    page = opened(client)
    id_ = dropped(client, page)["id"]
    assert client.post(f"{page}documents/{id_}/waivers", content=asked).status_code == 400


def test_accepted_in_quick_succession_the_report_is_of_the_last(tmp_path):
    """No two audits of one document at a time, and none that was overtaken is shown."""
    working, most, audits = [], [], []

    def slow(work, order, timeout):
        working.append(order.folder)
        most.append(len(working))
        audits.extend([order] if work is audited else [])
        time.sleep(0.2)
        working.remove(order.folder)
        return quick(work, order, timeout)

    app = application(Desk(tmp_path, OPTIONS, slow), GATE)
    with TestClient(app, base_url=HERE, headers={"origin": HERE}, follow_redirects=False) as client:
        page = opened(client)
        id_ = dropped(client, page)["id"]
        for reason in ("One.", "Two.", "Three.", "Four."):
            asked = {"finding": "abc123", "reason": reason}
            client.post(f"{page}documents/{id_}/waivers", json=asked)
            time.sleep(0.02)
        assert done(client, page, id_)["version"] == 2
        assert len(audits) == 2
    assert max(most) == 1


def test_a_draft_dropped_while_the_one_before_is_audited_is_compared_with_it(tmp_path):
    orders = []

    def slow(work, order, timeout):
        orders.extend([order] if work is audited else [])
        time.sleep(0.1)
        return quick(work, order, timeout)

    app = application(Desk(tmp_path, OPTIONS, slow), GATE)
    with TestClient(app, base_url=HERE, headers={"origin": HERE}, follow_redirects=False) as client:
        page = opened(client)
        for _ in range(2):
            answer = client.put(f"{page}files", params={"name": "a.md"}, content=b"text")
        done(client, page, answer.json()["id"])
    assert [one.before for one in orders] == ["", orders[0].folder]


def test_a_document_is_removed(client):
    page = opened(client)
    id_ = dropped(client, page)["id"]
    assert client.delete(f"{page}documents/{id_}").status_code == 204
    assert client.get(f"{page}state").json() == {"documents": []}
    assert client.get(f"{page}documents/{id_}/report").status_code == 404


def test_two_pages_do_not_see_each_other(client):
    one, other = opened(client), opened(client)
    id_ = dropped(client, one)["id"]
    assert client.get(f"{other}state").json() == {"documents": []}
    for what in ("report", "html", "xlsx", "copy", "waivers.toml"):
        assert client.get(f"{other}documents/{id_}/{what}").status_code == 404
    client.delete(f"{other}documents/{id_}")
    assert client.post(f"{other}documents/{id_}/waivers", json={}).status_code == 404
    assert len(client.get(f"{one}state").json()["documents"]) == 1


@pytest.mark.parametrize("headers, path", [
    ({"host": "evil.example"}, "/s3cret/"),
    ({"origin": "http://evil.example"}, "/s3cret/"),
    ({"sec-fetch-site": "cross-site"}, "/s3cret/"),
    ({}, "/"),
    ({}, "/wrong/"),
])  # fmt: skip
def test_strangers_are_refused(client, headers, path):
    answer = client.get(path, headers=headers)
    assert answer.status_code == 403
    assert "content-security-policy" in answer.headers or "set-cookie" not in answer.headers


def test_a_page_that_is_over_says_so(client):
    assert client.get("/s3cret/never-there/state").status_code == 404


@pytest.mark.parametrize("length", ["said", "hidden"])
def test_there_is_an_end_to_a_file(client, monkeypatch, length):
    monkeypatch.setattr(desk_application, "LARGEST_UPLOAD", 10)
    page = opened(client)
    content = b"x" * 11 if length == "said" else iter([b"x" * 6, b"x" * 6])
    assert client.put(f"{page}files?name=a.md", content=content).status_code == 413
    assert client.get(f"{page}state").json() == {"documents": []}


def test_every_answer_keeps_to_itself(client):
    page = opened(client)
    id_ = dropped(client, page)["id"]
    for path in (page, f"{page}state", f"{page}desk.js", f"{page}documents/{id_}/report"):
        headers = client.get(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
    assert client.get(page).headers["content-security-policy"].startswith("default-src 'none'")
    policy = client.get(f"{page}documents/{id_}/report").headers["content-security-policy"]
    assert policy.startswith("sandbox allow-scripts;")
    assert "allow-same-origin" not in policy


def test_what_was_dropped_is_gone_with_its_page(tmp_path, monkeypatch):
    monkeypatch.setattr(desk_application, "SWEEP", 0.02)
    monkeypatch.setattr("auditor.desk.visits.LEFT", 0.05)
    with TestClient(
        application(Desk(tmp_path, OPTIONS, quick), GATE),
        base_url=HERE,
        headers={"origin": HERE},
        follow_redirects=False,
    ) as client:
        page = opened(client)
        dropped(client, page)
        assert list(tmp_path.rglob("a.md"))
        assert client.post(f"{page}leave").status_code == 204
        for _ in range(200):
            if not list(tmp_path.iterdir()):
                break
            time.sleep(0.02)
        assert list(tmp_path.iterdir()) == []


def endless(_):
    while True:
        time.sleep(1)


def dies(_):
    os._exit(9)


def raises(order):
    raise ValueError(order.name)


@pytest.mark.parametrize("work, reason", [
    (endless, late(1)), (dies, "the process that audited it died"), (raises, "ValueError: 7"),
])  # fmt: skip
def test_a_process_of_its_own_may_stall_die_or_fail(work, reason):
    order = Order("", "7", "", OPTIONS)
    assert reason in str(in_a_process(work, order, 1 if work is endless else 20))


def test_a_real_document_is_audited_in_a_process_of_its_own(tmp_path):
    with TestClient(
        application(Desk(tmp_path, OPTIONS), GATE),
        base_url=HERE,
        headers={"origin": HERE},
        follow_redirects=False,
    ) as client:
        page = opened(client)
        first = dropped(client, page, "r.md", TABLE.format(total="10,560").encode())
        assert [f["expected"] for f in first["answer"]["findings"]] == ["10,650"]
        client.post(
            f"{page}documents/{first['id']}/waivers",
            json={"finding": first["answer"]["findings"][0]["id"], "reason": "As published."},
        )
        accepted = done(client, page, first["id"])
        assert accepted["answer"]["findings"][0]["accepted"] == "As published."
        kept = client.get(f"{page}documents/{first['id']}/xlsx").content
        rows = list(openpyxl.load_workbook(io.BytesIO(kept))["Findings"].values)
        assert rows[1][-2:] == ("accepted", "As published.")
        second = dropped(client, page, "r.md", TABLE.format(total="10,650").encode())
        assert [f["printed"] for f in second["answer"]["changed"]["fixed"]] == ["10,560"]


def test_the_command_line_reads_the_waivers(tmp_path, client):
    page = opened(client)
    id_ = dropped(client, page)["id"]
    client.post(f"{page}documents/{id_}/waivers", json={"finding": "abc123", "reason": "So."})
    done(client, page, id_)
    answer = client.get(f"{page}documents/{id_}/waivers.toml")
    assert "a.md.waivers.toml" in answer.headers["content-disposition"]
    (tmp_path / "w.toml").write_bytes(answer.content)
    assert [w.reason for w in waivers_in(tmp_path / "w.toml")] == ["So."]


def test_long_audits_of_one_page_do_not_hold_up_another(tmp_path):
    begun = []

    def slow(work, order, _timeout):
        begun.extend([order.name] if work is audited else [])
        time.sleep(0.3 if order.name.startswith("long") else 0.01)
        return Answer()

    async def two_pages():
        desk = Desk(tmp_path, OPTIONS, slow)
        one, other = desk.visits.begin(0.0), desk.visits.begin(0.0)
        for number in range(6):
            desk.audit(one, one.drop(f"long{number}.md", b""))
        await asyncio.sleep(0.05)
        desk.audit(other, other.drop("short.md", b""))
        await asyncio.sleep(0.1)
        soon = "short.md" in begun
        await asyncio.gather(*desk._tasks)
        return soon

    assert asyncio.run(two_pages())
    assert begun.index("short.md") == 2


def test_no_more_audits_run_than_there_is_room_for(tmp_path, monkeypatch):
    monkeypatch.setattr(desk_application, "AT_ONCE", 1)
    running, most = [], []

    def slow(_audit, order, _timeout):
        running.append(order.name)
        most.append(len(running))
        time.sleep(0.05)
        running.remove(order.name)
        return Answer()

    async def three():
        desk = Desk(tmp_path, OPTIONS, slow)
        visit = desk.visits.begin(0.0)
        for name in ("a.md", "b.md", "c.md"):
            desk.audit(visit, visit.drop(name, b""))
        await asyncio.gather(*desk._tasks)

    asyncio.run(three())
    assert most == [1] * 6  # each is audited, then what is kept of it is made
