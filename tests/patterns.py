"""Regular expressions of a package: all of them, and the texts on which each would be slow.

A pattern is read with Python's own parser of patterns. What may repeat in it is written out as
often as a text of a given length holds, behind what leads there and before what cannot follow.
"""

from __future__ import annotations

import ast
import gc
import importlib
import itertools
import pkgutil
import re
import signal
import sys
import time
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from auditor.notation.deferred import Deferred, Sought
from auditor.notation.periods.lazy_patterns import Form

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from re import _constants as code  # type: ignore[attr-defined]
    from re import _parser as parser  # type: ignore[attr-defined]

SIZE = 4_000
"""Characters of the texts tried: few for a pattern that takes them once, many for any other."""
FLOOR = 0.0002
"""Seconds of processor time below which nothing is slow."""
LIMIT = 0.5
"""Seconds after which a text is given up: a tenth of a millisecond for each character."""
STEEPEST = 8
"""Times the cost that four times the text may have: 4 if linear, 16 if quadratic."""
METHODS = ("match", "fullmatch", "search")
SEARCHING = {"sub", "subn", "finditer", "findall", "split", "search", "scanner"}
USUAL = (" ", "\n", "\t", "0", "a", "A", "1,", "a ", ". ", "-", "(", '"', "<", ",", ".", "*", "0 ")
MOST_WAYS = 6
"""Ways of writing a piece that are tried: its first alternatives, with and without its options."""


class Found(NamedTuple):
    """A pattern, where it stands, and the ways it is used in."""

    where: str
    text: str | bytes
    flags: int
    methods: tuple[str, ...] = ()


# Finding them


def patterns_of(package: ModuleType) -> list[Found]:
    """Every pattern that a package compiles when it is imported, or in a call, once each."""
    assert package.__file__
    root = Path(package.__file__).parent
    uses = _uses(root)
    calls = itertools.chain.from_iterable(map(_in_calls, _sources(root)))
    found: dict[tuple[str | bytes, int], tuple[str, set[str]]] = {}
    for one in (*_imported(package), *calls):
        _, methods = found.setdefault((one.text, one.flags), (one.where, set()))
        methods |= {*one.methods, *uses.get(one.where, ())}
    return [
        Found(where, text, flags, tuple(sorted(methods)) or METHODS)
        for (text, flags), (where, methods) in found.items()
    ]


def _sources(root: Path) -> list[tuple[str, ast.Module]]:
    return [
        (path.relative_to(root).as_posix(), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(root.rglob("*.py"))
    ]


def _imported(package: ModuleType) -> Iterator[Found]:
    """What hangs on the names of every module, and every lazy form that anything holds."""
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not info.name.endswith("__main__"):
            importlib.import_module(info.name)
    modules = [m for n, m in sys.modules.items() if n.partition(".")[0] == package.__name__]
    for module in modules:
        for name, value in vars(module).items():
            for one in _held(value, set()):
                yield Found(f"{module.__name__}.{name}", one.pattern, one.flags)
    for one in gc.get_objects():
        if isinstance(one, Form):
            yield Found("a lazy pattern", one.text, int(one.flags))


def _held(
    value: object, seen: set[int]
) -> Iterator[re.Pattern[str] | re.Pattern[bytes] | Deferred[Any]]:
    """The patterns in a value: in its items, and in the fields of what it is made of."""
    if isinstance(value, re.Pattern | Deferred):
        yield value
    if id(value) in seen or isinstance(value, str | bytes | int | ModuleType):
        return
    seen.add(id(value))
    if isinstance(value, dict):
        value = (*value, *value.values())
    if isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from _held(item, seen)
    elif isinstance(value, type):
        yield from _held(tuple(vars(value).values()), seen)


def sought_of(package: ModuleType) -> list[Sought]:
    """The patterns that are asked only where one of some words stands."""
    assert patterns_of(package)
    modules = [m for n, m in sys.modules.items() if n.partition(".")[0] == package.__name__]
    values = [value for module in modules for value in vars(module).values()]
    return [one for value in values for one in _held(value, set()) if isinstance(one, Sought)]


def deferred_of(package: ModuleType) -> list[Deferred[str]]:
    """The patterns that are compiled when first asked."""
    assert list(_imported(package))
    modules = [m for n, m in sys.modules.items() if n.partition(".")[0] == package.__name__]
    values = [value for module in modules for value in vars(module).values()]
    found = [one for value in values for one in _held(value, set()) if isinstance(one, Deferred)]
    return [one for one in found if isinstance(one.pattern, str)]


def texts_of(text: str, flags: int) -> list[str]:
    """A few texts that each alternative of a pattern fits, as far as its plain pieces tell."""
    tree = parser.parse(text, flags)
    branches = tree[0][1][1] if len(tree) == 1 and tree[0][0] is code.BRANCH else [tree]
    return [way for branch in branches for way in _ways(branch)]


def plain_ways(text: str) -> set[str]:
    """What the plain characters of a pattern may come to, in small letters; others are blanked."""
    return {way.casefold() for way in _plain(parser.parse(text))}


def _plain(parsed: Any) -> list[str]:
    ways = [""]
    for kind, value in parsed:
        if kind is code.LITERAL:
            more = [chr(value)]
        elif kind is code.BRANCH:
            more = [way for branch in value[1] for way in _plain(branch)]
        elif kind is code.SUBPATTERN:
            more = _plain(value[-1])
        elif kind is code.MAX_REPEAT:
            low, _, inner = value
            more = [f"{way}\0" for way in _plain(inner)] if low else ["\0"]
        else:
            more = ["" if kind is code.AT else "\0"]
        ways = [way + piece for way in ways for piece in more]
    return ways


def _in_calls(source: tuple[str, ast.Module]) -> Iterator[Found]:
    """The texts that calls within functions give to ``re``; those made at run time by a sample."""
    path, tree = source
    for text, flags, function, method in _given_to_re(tree):
        if isinstance(text, str | bytes):
            yield Found(f"{path}:{function}", text, flags, _asked(method))


def made_when_run(root: Path) -> list[str]:
    """The functions that give ``re`` a text which is not written out."""
    return sorted(
        {
            f"{path}:{function}"
            for path, tree in _sources(root)
            for text, _, function, _ in _given_to_re(tree)
            if text is None
        }
    )


def _given_to_re(tree: ast.Module) -> Iterator[tuple[str | bytes | None, int, str, str]]:
    """The text (None if it is made up), the flags, the function and the method of every call."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        for call in ast.walk(function):
            if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
                continue
            if ast.unparse(call.func.value) != "re" or call.func.attr == "escape":
                continue
            text = call.args[0]
            known = isinstance(text, ast.Constant) and isinstance(text.value, str | bytes)
            yield (
                (ast.literal_eval(text) if known else None),
                _flags(call),
                function.name,
                call.func.attr,
            )


def _asked(method: str) -> tuple[str, ...]:
    return () if method == "compile" else ("search" if method in SEARCHING else method,)


def _flags(call: ast.Call) -> int:
    written = " ".join(ast.unparse(part) for part in (*call.args[1:], *call.keywords))
    return sum(flag for name, flag in re.RegexFlag.__members__.items() if f"re.{name}" in written)


def hidden_imports(root: Path) -> list[str]:
    """The modules that call parts of ``re`` by names of their own, which nothing here would see."""
    return [
        path
        for path, tree in _sources(root)
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and node.module == "re")
        or (isinstance(node, ast.Import) and any(n.name == "re" and n.asname for n in node.names))
    ]


def _uses(root: Path) -> dict[str, set[str]]:
    """By module and name of a pattern or of a collection of them, the methods it is asked by.

    Those taken of the name itself; and where it is handed on, all that its module takes of what has
    no such name.
    """
    uses: dict[str, set[str]] = {}
    capitals = re.compile(r"_?[A-Z][A-Z0-9_]*")
    for path, tree in _sources(root):
        own: dict[str, set[str]] = defaultdict(set)
        others: set[str] = set()
        bases = set()
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in {*METHODS, *SEARCHING}:
                base = node.value.value if isinstance(node.value, ast.Subscript) else node.value
                name = ast.unparse(base)
                bases.add(base)
                (own[name] if capitals.fullmatch(name) else others).update(_asked(node.attr))
        for node in ast.walk(tree):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in bases:
                own[node.id] |= others
        module = (
            f"{root.name}.{path.removesuffix('.py').removesuffix('/__init__').replace('/', '.')}"
        )
        uses |= {f"{module}.{name}": methods for name, methods in own.items()}
    return uses


# Texts on which a pattern may be slow


def attacks(text: str | bytes, flags: int) -> list[tuple[str, str, str]]:
    """(before, piece, after): the piece is to be repeated."""
    pattern = text.decode("latin-1") if isinstance(text, bytes) else text
    tree = parser.parse(pattern, flags & ~re.ASCII if isinstance(text, bytes) else flags)
    found: dict[tuple[str, str, str], None] = {}
    whole = _ways(tree)[0]
    pieces = [*_repeated(tree, ""), ("", whole), *(("", one) for one in USUAL)]
    pieces += [(before, " ") for before, _ in pieces[:1]]
    for before, piece in pieces:
        if not piece:
            continue
        for lead in {"", before}:
            for after in ("", "\x00", "\n!0a"):
                found.setdefault((lead, piece, after))
        if before:
            found.setdefault(("", before, "\x00"))
            found.setdefault(("", before + piece, "\x00"))
    return list(found)


REPEATS = frozenset({code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT})


def _repeated(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """What leads to each repetition, and one of the ways to write what it repeats."""
    for op, value in tree:
        if op in REPEATS and value[1] > 1:
            yield from ((before, way) for way in _ways(value[2]))
        for inner in _inner(op, value):
            yield from _repeated(inner, before)
        before += _ways([(op, value)])[0]


def _inner(op: object, value: Any) -> tuple[Any, ...]:
    """The trees within a node."""
    if op in REPEATS or op is code.SUBPATTERN:
        return (value[-1],)
    if op is code.BRANCH:
        return tuple(value[1])
    if op in {code.ASSERT, code.ASSERT_NOT, code.GROUPREF_EXISTS}:
        return tuple(one for one in value[1:] if one)
    return (value,) if op is code.ATOMIC_GROUP else ()


def _ways(tree: Any) -> list[str]:
    """A few texts that fit."""
    ways = [""]
    for op, value in tree:
        ends = _ways_of_one(op, value)
        if len(ends) > 1:
            ways = [*(ways[0] + end for end in ends), *(way + ends[0] for way in ways[1:])]
        else:
            ways = [way + ends[0] for way in ways]
        ways = list(dict.fromkeys(ways))[:MOST_WAYS]
    return ways


def _ways_of_one(op: object, value: Any) -> list[str]:
    found: list[str] = [""]
    if op is code.LITERAL:
        found = [chr(value)]
    elif op is code.NOT_LITERAL:
        found = ["a" if value != ord("a") else "b", " "]
    elif op is code.ANY:
        found = ["a", " "]
    elif op is code.IN:
        found = _members(value)
    elif op is code.BRANCH:
        found = list(itertools.chain.from_iterable(_ways(one)[:2] for one in value[1]))
    elif op is code.SUBPATTERN:
        found = _ways(value[3])
    elif op is code.ATOMIC_GROUP:
        found = _ways(value)
    elif op in REPEATS:
        least, _, body = value
        once = _ways(body)
        found = ["", *once] if not least else [way * min(least, 8) for way in once]
    return found or [""]


def _members(members: Any) -> list[str]:
    """Characters that a set holds: among the usual ones, and the first it names."""
    test = re.compile(_set(members), re.DOTALL)
    usual = [c for c in ' 0aA\n-.,<"_(x\t/:;é年' if test.fullmatch(c)]
    named = [
        chr(v if op is code.LITERAL else v[0])
        for op, v in members
        if op in {code.LITERAL, code.RANGE}
    ]
    return [*usual[:3], *(c for c in named[:2] if test.fullmatch(c))] or ["\x01"]


def _set(members: Any) -> str:
    classes = {
        code.CATEGORY_DIGIT: r"\d", code.CATEGORY_NOT_DIGIT: r"\D",
        code.CATEGORY_SPACE: r"\s", code.CATEGORY_NOT_SPACE: r"\S",
        code.CATEGORY_WORD: r"\w", code.CATEGORY_NOT_WORD: r"\W",
    }  # fmt: skip
    text = ""
    for op, value in members:
        if op is code.NEGATE:
            text += "^"
        elif op is code.LITERAL:
            text += re.escape(chr(value)) if value != ord("^") else r"\^"
        elif op is code.RANGE:
            text += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        else:
            text += classes[value]
    return f"[{text}]"


# What they cost


class _TooLongError(Exception):
    """A match took longer than the limit."""


def seconds(call: Callable[[str | bytes], object], text: str | bytes) -> float:
    """The processor time of a call, cut short at the limit: ``LIMIT`` or more.

    That of the thread: with a timer set, the clock of the process may stand still between ticks.
    """
    signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
    start = time.thread_time()
    try:
        call(text)
    except _TooLongError:
        return LIMIT
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.thread_time() - start


def _too_long(*_: object) -> None:
    raise _TooLongError


def slow_on(one: Found) -> str | None:
    """A text on which the cost of a pattern grows faster than the text; None if none was found."""
    before = signal.signal(signal.SIGVTALRM, _too_long)
    try:
        return next(_slow_texts(one), None)
    finally:
        signal.signal(signal.SIGVTALRM, before)


def _slow_texts(one: Found) -> Iterator[str]:
    pattern = re.compile(one.text, one.flags)
    tried = attacks(one.text, one.flags)
    for method in one.methods:
        call = getattr(pattern, method)
        for attack in tried:

            def cost(size: int, attack: tuple[str, str, str] = attack, call=call) -> float:
                return seconds(call, _written(attack, size, one.text))

            if _may_be_steep(cost) and _is_steep(cost):
                yield f"{method} {attack[0]!r} + {attack[1]!r} * n + {attack[2]!r}"


def _may_be_steep(cost: Callable[[int], float]) -> bool:
    """A first look, which spares most texts the longer one."""
    whole = cost(SIZE)
    return whole >= LIMIT or whole > FLOOR + 0.7 * STEEPEST * min(cost(SIZE // 4) for _ in range(2))


def _is_steep(cost: Callable[[int], float]) -> bool:
    """Whether four times the text costs far more than four times as much, by the least of tries.

    What is cut short at the limit is: its cost is not known, but a quick machine reaches it too.
    """
    small = min(cost(SIZE) for _ in range(3))
    if small >= LIMIT:
        return True
    if small <= FLOOR:
        return False
    large = min(cost(4 * SIZE) for _ in range(3))
    return large >= LIMIT or large > STEEPEST * small


def _written(attack: tuple[str, str, str], size: int, like: str | bytes) -> str | bytes:
    before, piece, after = attack
    text = before + piece * (size // len(piece)) + after
    return text.encode("latin-1", "replace") if isinstance(like, bytes) else text
