"""Trial: all that the command line can do with one case, and what went wrong in it."""

from __future__ import annotations

import contextlib
import faulthandler
import io
import json
import os
import re
import resource
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

from benchmarks.fuzzing.cases import Case

MOST_SECONDS = 5.0
"""Of processor time that one command may take."""
MOST_MEMORY = 2**30
"""Bytes that a trial may take beyond what the program itself does."""
PER_UNIT = 1 if sys.platform == "darwin" else 2**10
"""Bytes of what the system counts peak memory in."""

DOCUMENTED = (0, 1, 2)
HERE = ("--timeout", "0")
"""In the process that is measured: what is bounded may be done in one of its own."""
REPORT = "report.json"
RECORDS = "records.csv"
"""The name of a file of records says how they are written; another is refused, unread."""
FAILED = "the auditor failed on it: "
_FRAME = re.compile(r'File "[^"]*/(auditor/[^"]+)", line (\d+)(?:,)? in (\S+)')


class Problem(NamedTuple):
    """``what`` is "crash", "slow", "memory" or "status"; ``where`` is the same for one cause."""

    what: str
    where: str
    told: str


def commands(case: Case) -> list[list[str]]:
    """The command lines: every rendering, a copy with the findings in it, suggested rules."""
    from auditor import render

    formats = [
        f"{p.stem}:{RECORDS if p.stem == 'records' else f'report.{p.stem}'}"
        for p in Path(str(render.__file__)).parent.glob("[a-z]*.py")
    ]
    wanted = [word for one in sorted(formats) for word in ("--format", one)]
    known = [*case.options] if "--rules" in case.options else []
    found = [
        ["check", case.document, *case.options, *wanted, "--show-checks", "--strict", *HERE],
        ["annotate", case.document, *known, "-o", f"copy-{case.document}", *HERE],
        ["suggest", case.document, *known, "--output", "suggested.yaml", *HERE],
    ]
    if case.target.endswith(".yaml"):
        found.append(["rules", "test", case.target])
    return found


@cache
def program() -> Callable[[Sequence[str]], object]:
    """The command line, put together once: each command line that is tried would do it anew."""
    from typer.main import get_command

    from auditor.cli import app

    return get_command(app)


def problem(case: Case, folder: Path) -> Problem | None:
    """What goes wrong with a case, in a process of its own, which may die of it."""
    case.written(folder)
    told = folder / "told.txt"
    child = os.fork()
    if child == 0:
        _run(case, folder, told)
    _, status, used = os.wait4(child, 0)
    said = told.read_text("utf-8", "replace") if told.exists() else ""
    if os.WIFSIGNALED(status):
        killed = os.WTERMSIG(status)
        slow = killed in {signal.SIGPROF, signal.SIGALRM, signal.SIGXCPU}
        return Problem("slow" if slow else "crash", _where(said, f"signal {killed}"), said)
    if os.WEXITSTATUS(status):
        return Problem("crash" if "Traceback" in said else "status", _where(said, said[-80:]), said)
    if used.ru_maxrss * PER_UNIT > _program_memory() + MOST_MEMORY:
        return Problem("memory", f"{case.target.rpartition('.')[2]} peak", str(used.ru_maxrss))
    return None


def _program_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * PER_UNIT


def _run(case: Case, folder: Path, told: Path) -> None:
    """All commands, in the child: it ends with 1 if one of them failed, after telling how."""
    status = 1
    with told.open("w", encoding="utf-8", errors="replace") as log:
        try:
            os.chdir(folder)
            _limited(log)
            if all(_command(words, log) for words in commands(case)):
                status = 0
        except BaseException:  # noqa: BLE001  # the child must not go on as the parent
            traceback.print_exc(file=log)
        log.flush()
        os._exit(status)


def _limited(log: io.TextIOWrapper) -> None:
    """A stack is written where the child is killed for its time; more memory is refused."""
    faulthandler.enable(log)
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    faulthandler.register(signal.SIGPROF, log, chain=True)
    signal.alarm(20 * int(MOST_SECONDS))  # asleep, it would use no processor time
    if sys.platform == "linux":
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + MOST_MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _command(words: list[str], log: io.TextIOWrapper) -> bool:
    """Whether a command ends as it is documented to."""
    print("auditor", *words, file=log, flush=True)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    quiet = io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace")
    try:
        with contextlib.redirect_stdout(quiet), contextlib.redirect_stderr(quiet):
            program()(words)
    except SystemExit as ended:
        if ended.code not in DOCUMENTED:
            log.write(f"exit status {ended.code}\n")
            return False
    except BaseException as error:  # noqa: BLE001  # whatever it is, it is told
        _tell(error.__traceback__, error, log)
        return False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return words[0] != "check" or _is_whole(words[1], log)


def _is_whole(document: str, log: io.TextIOWrapper) -> bool:
    """Whether no document is told as unread because the auditor itself failed on it."""
    if not Path(REPORT).exists():
        return True
    unread = json.loads(Path(REPORT).read_text("utf-8"))["unread"]
    failed = [one["reason"] for one in unread if FAILED in one["reason"]]
    if not failed:
        return True
    log.write(f"{failed[0]}\n")
    _again(document, log)
    return False


def _again(document: str, log: io.TextIOWrapper) -> None:
    """The same without what catches the failure, for its stack."""
    from auditor.auditing import pipeline
    from auditor.rulebook.packs import rule_packs

    try:
        pipeline.document_report(pipeline.read(document, None), rule_packs(), shown=True)
    except Exception as error:  # noqa: BLE001  # whatever it is, it is told
        _tell(error.__traceback__, error, log)


def _tell(stack: TracebackType | None, error: BaseException, log: io.TextIOWrapper) -> None:
    log.writelines(traceback.format_exception(type(error), error, stack))


def _where(said: str, otherwise: str) -> str:
    """The innermost place in the auditor, with the kind of the error: alike for one cause."""
    frames = _FRAME.findall(said)
    if not frames:
        return otherwise.strip()
    if "Traceback (most recent call last)" not in said:  # a stack begins at its innermost
        return f"stopped in {frames[0][0]}, {frames[0][2]}"
    file, line, name = frames[-1]
    kind = said.strip().rpartition("\n")[2].partition(":")[0]
    return f"{kind} at {file}:{line} in {name}"
