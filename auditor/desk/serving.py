"""Serving the desk on this computer, until it is interrupted."""

from __future__ import annotations

import secrets
import signal
import socket
import tempfile
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from auditor.desk.audits import Options

LOOPBACK = "127.0.0.1"
EVERYWHERE = "0.0.0.0"  # noqa: S104  # in a container, whose ports lead nowhere unless published

PREPARED = ("auditor.desk.warm",)


class CannotServeError(Exception):
    """The desk cannot be opened, with the reason in plain words."""


def serve(
    options: Options,
    *,
    port: int,
    browser: bool,
    in_container: bool,
    opened: Callable[[str], None],
) -> None:
    """Answers on that port, or with 0 on any that is free, until interrupted or told to end.

    ``opened`` is told the address, ``browser`` opens it. Raises CannotServeError.
    """
    try:
        import uvicorn

        from auditor.desk.application import Desk, application
    except ImportError as missing:
        raise CannotServeError(
            "the review desk needs more: pip install 'statement-auditor[web]'"
        ) from missing
    from auditor.auditing.workers import end_all, prepare
    from auditor.desk.gate import Gate

    prepare(PREPARED)
    _end_as_if_interrupted()
    with (
        _listening(EVERYWHERE if in_container else LOOPBACK, port) as listening,
        tempfile.TemporaryDirectory(prefix="auditor-") as folder,
    ):
        gate = Gate(secrets.token_urlsafe(24), listening.getsockname()[1])
        address = f"http://{LOOPBACK}:{gate.port}{gate.path}"
        opened(address)
        if browser:  # it answers as soon as the socket listens, which it does already
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        app = application(Desk(Path(folder), options), gate)
        config = uvicorn.Config(
            app,
            log_level="error",
            access_log=False,
            server_header=False,
            date_header=False,
            proxy_headers=False,
            ws="none",
            limit_concurrency=100,
            timeout_graceful_shutdown=1,
        )
        try:
            uvicorn.Server(config).run(sockets=[listening])
        finally:
            end_all()


def _end_as_if_interrupted() -> None:
    """A program told to end, or whose terminal is closed, clears its folder away too."""

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    def ended(_signal: int, _frame: FrameType | None) -> None:
        signal.raise_signal(signal.SIGTERM)

    if threading.current_thread() is not threading.main_thread():
        return
    signal.signal(signal.SIGTERM, interrupted)
    closed = getattr(signal, "SIGHUP", None)
    if closed is not None and signal.getsignal(closed) is signal.SIG_DFL:
        signal.signal(closed, ended)


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise CannotServeError(f"port {port}: {error.strerror or error}") from error
