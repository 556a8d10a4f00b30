"""The gate: which requests are answered at all, and what every answer says to the browser.

A page of another origin can send requests to this computer, and a name of its own can be made to
lead here. So a request must know the secret in the address, come to a name that is this computer's
own, and, where a browser says who sent it, come from this very page.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

OWN_NAMES = ("127.0.0.1", "localhost", "[::1]")
SAFE = ("GET", "HEAD")
FROM_HERE = ("same-origin", "none")
"""What browsers say of requests of the page itself, and of an address that somebody typed."""

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
    " frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
REPORT_POLICY = "sandbox allow-scripts; frame-ancestors 'self'"
"""A report is shown as a page of no origin: whatever was in it, it could ask for nothing here."""

ALWAYS = {
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


class Gate(NamedTuple):
    """What a request must know, and to which port it must come."""

    secret: str
    port: int

    @property
    def hosts(self) -> frozenset[str]:
        return frozenset(f"{name}:{self.port}" for name in OWN_NAMES)

    @property
    def path(self) -> str:
        """What every address begins with."""
        return f"/{self.secret}/"

    def refusal(self, method: str, path: str, headers: Mapping[str, str]) -> str:
        """Why a request is not answered, "" if it is; the names of headers are in lower case."""
        host = headers.get("host", "").lower()
        if host not in self.hosts:
            return "this desk answers to this computer's own name only"
        origin = headers.get("origin", "")
        if origin != f"http://{host}" and (origin or method not in SAFE):
            return "this desk answers its own page only"
        if headers.get("sec-fetch-site", "none") not in FROM_HERE:
            return "this desk answers its own page only"
        known = path[: len(self.path)].encode("utf-8", "replace")
        if not secrets.compare_digest(known, self.path.encode()):
            return "the address lacks its secret: open the one that `auditor serve` printed"
        return ""


class Gated:
    """An application behind the gate."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self._app = app
        self._gate = gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers, or refuses with 403; connections that are no requests are closed."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return
        headers = {n.decode("latin-1"): v.decode("latin-1") for n, v in scope["headers"]}
        reason = self._gate.refusal(scope["method"], scope["path"], headers)
        if reason:
            await _refuse(reason, scope, receive, send)
            return

        async def said(message: Message) -> None:
            await send(_with_headers(message))

        await self._app(scope, receive, said)


async def _refuse(reason: str, scope: Scope, receive: Receive, send: Send) -> None:
    from starlette.responses import PlainTextResponse

    await PlainTextResponse(f"{reason}\n", 403, headers=ALWAYS)(scope, receive, send)


def _with_headers(message: Message) -> Message:
    """The beginning of an answer with what every answer says, unless it says so itself."""
    if message["type"] != "http.response.start":
        return message
    present = {name for name, _ in message["headers"]}
    ours = {**ALWAYS, "content-security-policy": PAGE_POLICY}
    added = [
        (name.encode(), value.encode())
        for name, value in ours.items()
        if name.encode() not in present
    ]
    return {**message, "headers": [*message["headers"], *added]}
