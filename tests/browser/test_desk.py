"""The review desk in a real browser: what a person does, what a stranger's page cannot."""

import io
import os
import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import openpyxl
import pytest

import auditor
from auditor.review.waiver_files import waivers_in

TABLE = """\
# Gannet Ferries

We own 41 ships.

| (JPY million) | 2025 | 2024 | 2023 |
|---|---|---|---|
| Fares | 8,412 | 7,377 | 7,001 |
| Freight | 2,238 | 2,109 | 1,950 |
| Total | {total} | 9,486 | 8,951 |
"""
WRONG, RIGHT = TABLE.format(total="10,560"), TABLE.format(total="10,650")
SOON = 20_000
"""Milliseconds that an answer may take on a busy machine."""


@pytest.fixture(scope="module")
def address():
    """The address of a desk that runs as a person runs it."""
    paths = (str(Path(auditor.__file__).parents[1]), os.environ.get("PYTHONPATH"))
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths))}
    command = [sys.executable, "-m", "auditor", "serve", "--no-browser", "--timeout", "20"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ) as desk:
        assert desk.stdout is not None
        said = iter(desk.stdout.readline, "")
        yield next(found[0] for line in said if (found := re.search(r"http://\S+", line)))
        desk.send_signal(signal.SIGINT)
        assert desk.wait(20) == 0


@pytest.fixture
def page(chromium, address):
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.said = []
    page.on("console", lambda message: page.said.append(message.text))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.goto(address)
    yield page
    context.close()


def drop(page, name, data, on="#drop"):
    """Drops a file as a person does, by the events of a drag."""
    data = data.encode() if isinstance(data, str) else data
    page.evaluate(
        """([on, name, data]) => {
            const carried = new DataTransfer();
            carried.items.add(new File([new Uint8Array(data)], name));
            const target = document.querySelector(on);
            for (const kind of ["dragover", "drop"]) {
                target.dispatchEvent(new DragEvent(kind, {
                    dataTransfer: carried, bubbles: true, cancelable: true,
                }));
            }
        }""",
        [on, name, list(data)],
    )


def card(page, name):
    return page.locator("#documents > li", has=page.locator("h2", has_text=name))


def settled(page, name):
    """The document's card once its audit is over."""
    found = card(page, name)
    found.locator(".counts, .error").first.wait_for(timeout=SOON)
    found.locator("progress").wait_for(state="detached", timeout=SOON)
    return found


def saved(page, found, text):
    with page.expect_download() as download:
        found.locator("a", has_text=text).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def test_drop_read_follow_accept_and_drop_again(page, tmp_path):
    drop(page, "r.md", WRONG)
    found = settled(page, "r.md")
    assert "1 error" in found.inner_text()
    report = page.frame_locator("#report iframe")
    report.locator("#documents .f.tied", has_text="7,377").click()
    assert "9,486 = 7,377 + 2,109" in report.locator("#figure").inner_text()
    report.locator("#figure a", has_text="9,486").click()
    assert report.locator("#figure .value").inner_text() == "9,486"

    found.locator("button", has_text="Accept").click()
    page.fill("#waive-reason", "As published.")
    page.fill("#waive-owner", "IR")
    page.locator("#waive-form button", has_text="Accept").click()
    found.locator("li.accepted").wait_for(timeout=SOON)
    assert "0 errors" in found.inner_text()
    report.locator(".waived", has_text="As published.").wait_for(timeout=SOON)
    name, written = saved(page, found, "Waivers")
    (tmp_path / name).write_bytes(written)
    (waiver,) = waivers_in(tmp_path / name)
    assert (name, waiver.reason, waiver.owner) == ("r.md.waivers.toml", "As published.", "IR")

    drop(page, "r.md", RIGHT)
    found.locator("h3", has_text="What changed").wait_for(timeout=SOON)
    told = found.inner_text()
    assert "1 fixed, 0 new" in told
    assert "10,560" in told
    assert "10,650" in told
    report.locator(".clean").wait_for(timeout=SOON)
    assert page.said == []


def test_another_name_on_a_document_is_its_next_draft(page):
    drop(page, "v1.md", WRONG)
    settled(page, "v1.md")
    drop(page, "v2.md", RIGHT, on="#documents > li[data-id]")
    card(page, "v2.md").locator("h3", has_text="What changed").wait_for(timeout=SOON)
    assert page.locator("#documents > li").count() == 1


def test_on_a_narrow_page_show_leads_to_the_report_below(page):
    page.set_viewport_size({"width": 700, "height": 500})
    drop(page, "r.md", WRONG)
    show = settled(page, "r.md").locator("button", has_text="Show")
    page.evaluate("scrollTo(0, 0)")
    show.click()
    page.wait_for_timeout(300)
    assert page.locator("#report").bounding_box()["y"] < 250


def test_waivers_count_in_whatever_order_they_are_dropped_with_their_document(page, tmp_path):
    drop(page, "r.md", WRONG)
    found = settled(page, "r.md")
    found.locator("button", has_text="Accept").click()
    page.fill("#waive-reason", "As published.")
    page.locator("#waive-form button", has_text="Accept").click()
    found.locator("li.accepted").wait_for(timeout=SOON)
    (tmp_path / "r.md.waivers.toml").write_bytes(saved(page, found, "Waivers")[1])
    (tmp_path / "r.md").write_text(WRONG, encoding="utf-8")
    found.locator("button", has_text="Remove").click()
    found.wait_for(state="detached", timeout=SOON)
    page.set_input_files("#files", [tmp_path / "r.md.waivers.toml", tmp_path / "r.md"])
    found.locator("li.accepted").wait_for(timeout=SOON)
    assert page.locator("#documents > li").count() == 1


def test_a_draft_that_cannot_be_audited_leaves_the_findings_before_but_not_to_accept(page):
    drop(page, "r.md", WRONG)
    found = settled(page, "r.md")
    assert found.locator("button", has_text="Accept").count() == 1
    state = page.evaluate("fetch('state').then((answer) => answer.json())")
    (one,) = state["documents"]
    state["documents"] = [{**one, "draft": 2, "state": "failed", "reason": "it was given up"}]
    page.route("**/state", lambda route: route.fulfill(json=state))
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    found.locator("text=Below is what was found in draft 1.").wait_for(timeout=SOON)
    assert found.locator("button", has_text="Accept").count() == 0


def test_each_copy_opens(page):
    drop(page, "r.md", WRONG)
    found = settled(page, "r.md")
    name, copy = saved(page, found, "Annotated copy")
    assert name == "r-audited.md"
    assert b"[^" in copy
    assert b"<!doctype html>" in saved(page, found, "HTML")[1]
    book = openpyxl.load_workbook(io.BytesIO(saved(page, found, "Excel list")[1]))
    assert [row[1] for row in book["Findings"].values][1:] == ["error"]
    assert b"auditor-report/1" in saved(page, found, "JSON")[1]


def test_several_files_are_several_documents(page, tmp_path):
    for name, text in (("a.md", WRONG), ("b.md", RIGHT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    page.set_input_files("#files", [tmp_path / "a.md", tmp_path / "b.md"])
    assert "1 error" in settled(page, "a.md").inner_text()
    assert "0 errors" in settled(page, "b.md").inner_text()


def test_two_peoples_pages_do_not_see_each_other(page, chromium, address):
    drop(page, "mine.md", WRONG)
    settled(page, "mine.md")
    with chromium.new_context() as context:
        other = context.new_page()
        other.goto(address)
        other.wait_for_timeout(500)
        assert other.url != page.url
        assert other.locator("#documents > li").count() == 0


def zipped(**parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/"), data)
    return written.getvalue()


BILLION_LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>{}]><html><body>&j;</body></html>".format(
    "".join(f"<!ENTITY {c} '{f'&{chr(ord(c) - 1)};' * 10}'>" for c in "bcdefghij")
)
SCRIPT = "<script>parent.pwned=1;top.pwned=1</script><img src=x onerror=top.pwned=2>"
HOSTILE = {
    "empty.md": b"",
    "nul.md": b"\x00" * 5000,
    "random.bin": bytes(range(256)) * 20,
    "script.html": f"<html><body>{SCRIPT}<table><tr><td>{SCRIPT}<td>1</table>".encode(),
    "script.md": WRONG.replace("Fares", SCRIPT).encode(),
    "escaped.md": WRONG.replace("Fares", "&lt;/script>&lt;script>top.pwned=3&lt;/script>").encode(),
    "laughs.html": BILLION_LAUGHS.encode(),
    "laughs.xml": BILLION_LAUGHS.encode(),
    "entity.xml": b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
    "broken.pdf": b"%PDF-1.7\n1 0 obj <</Type /Catalog",
    "broken.xlsx": b"PK\x03\x04 this is no archive",
    "broken.docx": b"PK\x05\x06" + b"\x00" * 18,
    "bomb.xlsx": zipped(xl__workbook="x" * 20_000_000),
    "climbs.zip": zipped(**{"..__..__etc__x.xhtml": "<html/>"}),
    "nested.html": b"<table><tr><td>" * 3000,
    "wide.csv": b",".join([b"1"] * 20_000),
    "long.md": b"1" * 1_000_000,
    "../../up.md": WRONG.encode(),
    "\u202efdp.exe": b"MZ" + bytes(200),
    "<img src=x onerror=top.pwned=4>.md": WRONG.encode(),
    "a.parquet": b"PAR1" + bytes(100) + b"PAR1",
}


def test_hostile_files_are_told_and_cost_no_other_its_answer(page):
    for name, data in HOSTILE.items():
        drop(page, name, data)
    dropped = page.locator("#documents > li[data-id]")
    dropped.nth(len(HOSTILE) - 1).wait_for(timeout=4 * SOON)
    page.locator("#documents progress").first.wait_for(state="detached", timeout=8 * SOON)
    assert dropped.count() == len(HOSTILE)
    drop(page, "good.md", WRONG)
    assert "1 error" in settled(page, "good.md").inner_text()
    assert page.evaluate("window.pwned") is None
    assert "root:" not in page.inner_text("#documents")


STRANGER = """<!doctype html><title>waiting</title><script>
const address = {address};
const tries = [
    fetch(address), fetch(address + "x/files?name=a.md", {{method: "PUT", body: "x"}}),
    fetch(address, {{mode: "no-cors"}}).then((r) => {{
        if (r.type !== "opaque") throw new Error(r.type); return r.text();
    }}).then((text) => {{ if (!text) throw new Error("nothing"); }}),
];
const told = (all) => {{ document.title = all.map((one) => one.status).join(); }};
Promise.allSettled(tries).then(told);
</script><iframe src={address}></iframe>"""


def test_a_strangers_page_learns_nothing_even_with_the_address(chromium, address):
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(STRANGER.format(address=repr(address)).encode())

        def log_message(self, *_):
            pass

    stranger = HTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=stranger.serve_forever, daemon=True).start()
    page = chromium.new_page()
    page.goto(f"http://localhost:{stranger.server_port}/")
    page.wait_for_function("document.title !== 'waiting'", timeout=SOON)
    assert page.title() == "rejected,rejected,rejected"
    assert not any("desk.js" in frame.content() for frame in page.frames[1:])
    page.close()
    stranger.shutdown()
    stranger.server_close()


@pytest.mark.parametrize("change", [
    {"headers": {"Host": "evil.example"}},
    {"headers": {"Origin": "http://evil.example"}},
    {"path": "/"},
    {"path": "/guess/"},
])  # fmt: skip
def test_strangers_are_refused(address, change):
    base, _, path = address.removeprefix("http://").partition("/")
    asked = urllib.request.Request(  # its own scheme
        f"http://{base}{change.get('path', f'/{path}')}", headers=change.get("headers", {})
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked)  # noqa: S310  # likewise
    assert refused.value.code == 403
    refused.value.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 700])
def test_nothing_keeps_anybody_out(chromium, address, scheme, width):
    import axe_core_python

    axe = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
    size = {"width": width, "height": 900}
    with chromium.new_context(viewport=size, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(address)
        drop(page, "r.md", WRONG)
        settled(page, "r.md").locator("button", has_text="Accept").click()
        page.wait_for_timeout(300)
        page.evaluate(axe)
        run = "axe.run({exclude: [['iframe']]}).then(r => r.violations.map(v => [v.id, v.impact]))"
        assert page.evaluate(run) == []


def test_all_can_be_done_by_keys(page):
    drop(page, "r.md", WRONG)
    found = settled(page, "r.md")
    found.locator("button", has_text="Accept").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("As published.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    found.locator("li.accepted").wait_for(timeout=SOON)
