"""Serving the desk on this computer, until it is interrupted."""

from __future__ import annotations

import contextlib
import secrets
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from types import FrameType

from auditor.desk.audits import Options
from auditor.formats.writing import passing_folder

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
    with (
        _ended_as_if_interrupted(),
        _listening(EVERYWHERE if in_container else LOOPBACK, port) as listening,
        passing_folder() as folder,
    ):
        gate = Gate(secrets.token_urlsafe(24), listening.getsockname()[1])
        address = f"http://{LOOPBACK}:{gate.port}{gate.path}"
        opened(address)
        if browser:  # it answers as soon as the socket listens, which it does already
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        app = application(Desk(folder, options), gate)
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


@contextlib.contextmanager
def _ended_as_if_interrupted() -> Iterator[None]:
    """A program told to end, or whose terminal is closed, clears its folder away too."""

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    def ended(_signal: int, _frame: FrameType | None) -> None:
        signal.raise_signal(signal.SIGTERM)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    closed = getattr(signal, "SIGHUP", signal.SIGTERM)  # where there are no terminals to close
    before = {one: signal.getsignal(one) for one in (signal.SIGTERM, closed)}
    if before[closed] is signal.SIG_DFL:  # else it was started to outlive its terminal
        signal.signal(closed, ended)
    signal.signal(signal.SIGTERM, interrupted)
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _listening(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise CannotServeError(f"port {port}: {error.strerror or error}") from error
