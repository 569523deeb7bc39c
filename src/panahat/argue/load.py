"""Arguments from the library: read, checked once, then kept ready in the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path as File
from typing import TYPE_CHECKING

from msgspec import DecodeError, convert
from msgspec.json import decode, encode
from msgspec.structs import replace

from panahat import cache, opener
from panahat.argue import codes
from panahat.argue.conditions import named_in, used
from panahat.argue.model import Argument
from panahat.argue.periods import Periods
from panahat.argue.tests import TESTS
from panahat.library import Library
from panahat.messages import N_
from panahat.problems import Problem, Refused

if TYPE_CHECKING:
    from panahat.law.registry import Law
    from panahat.pages import Page

FORMAT = "10"
"""Raised when the cached form or the checks change meaning."""

Files = Mapping[str, File]
_READ = ("/argument.yaml", "/periods.yaml", "/ru.md")
"""What is read of an argument's folder; of all else only the names count."""


def load_arguments(library: Library, law: Law | None = None) -> tuple[Argument, ...]:
    """The arguments of `library`, by section, then force, strongest first, each with the named conditions it rests on.

    Raises Refused with every flaw of every argument at its file and line. `law` is the registry of that library where the
    caller has it; else it is loaded when the files have to be checked anew.
    """
    files = library.files("arguments")
    digest = digest_of({n: f for n, f in files.items() if n.endswith(_READ)}, library, *files)
    if kept := cache.load("arguments", digest):
        with suppress(DecodeError):
            return decode(kept, type=tuple[Argument, ...])
    arguments = _read({n: File(f) for n, f in files.items()}, library, law or _law(library))
    cache.store("arguments", digest, encode(arguments))
    return arguments


def unanswered_elsewhere(library: Library) -> list[Problem]:
    """The texts of arguments in other languages that leave the objection or its answer out, which loading does not read."""
    from panahat.argue.names import unanswered

    texts = (x for x in library.walk("arguments", ".md") if not x[0].endswith("/ru.md"))
    return [p for name, file in texts for p in unanswered(name, opener.read_text(file, name))]


def _law(library: Library) -> Law:
    from panahat.law.registry import load_law

    return load_law(library)


def digest_of(files: Mapping[str, str], library: Library, *names: str) -> str:
    """What a reading of `files` rests on: their content, the law, the named conditions, the tests in Python, `names`."""
    total = hashlib.sha256("\0".join((FORMAT, library.law_digest, *sorted(TESTS), *names)).encode())
    known = {**files, **{str(n): f"{folder}/conditions.yaml" for n, folder in enumerate(library.folders)}}
    seals = library.seals(known.values())
    for name, file in known.items():
        if file in seals:
            total.update(f"{name}\0{seals[file]}".encode())
    return total.hexdigest()


def _read(files: Files, library: Library, law: Law) -> tuple[Argument, ...]:
    from panahat.argue.condition_reading import Known, read_conditions
    from panahat.argue.names import check_argument, check_groups, check_names, unanswered
    from panahat.pages import read_page
    from panahat.record_checking import check

    read: list[tuple[Argument, Page]] = []
    folders = sorted({name.split("/")[1] for name in files if name.endswith("/argument.yaml")})
    named, problems = read_conditions(library, law, folders)
    known = Known(law, named, folders)
    for folder in folders:
        name = f"arguments/{folder}/argument.yaml"
        page = read_page(name, opener.read(files[name], name=name))
        raw = None if page.problems else check(page, Argument, page.data)
        flawed = bool(page.problems)
        check_names(page, known, folder)
        if raw is None or flawed:
            problems += page.problems
            continue
        argument = convert(raw, Argument)
        check_argument(page, argument, folder, law)
        argument = replace(argument, named=named_in(argument.conditions, named))
        text = files.get(f"arguments/{folder}/ru.md")
        if text is None:
            page.say(codes.NO_TEXT)
        else:
            words = opener.read_text(text, f"arguments/{folder}/ru.md")
            check_groups(page, argument, words)
            page.problems += unanswered(f"arguments/{folder}/ru.md", words)
        figures = f"arguments/{folder}/periods.yaml"
        if figures in files:
            own = read_page(figures, opener.read(files[figures], name=figures))
            raw = None if own.problems else check(own, Periods, own.data)
            if raw is not None and not own.problems:
                argument = replace(argument, periods=convert(raw, Periods))
            check_names(own, known)
            problems += own.problems
        read.append((argument, page))
    _check_together(read)
    problems += [p for _, page in read for p in page.problems]
    if problems:
        raise Refused(problems)
    return tuple(sorted((a for a, _ in read), key=lambda a: (a.section, a.force, a.id)))


def _check_together(read: Sequence[tuple[Argument, Page]]) -> None:
    """Notes arguments that exclude or await each other and arguments that stand at the same place."""
    by_id = {a.id: a for a, _ in read}
    awaits = {a.id: _awaited(a) for a, _ in read}
    stands: dict[tuple[str, int], str] = {}
    for argument, page in read:
        for n, other in enumerate(argument.excludes):
            if other != argument.id and other in by_id and argument.id in by_id[other].excludes:
                page.say(codes.EXCLUDES_CYCLE, ("excludes", n), name=other)
        for other in awaits[argument.id]:
            if argument.id == other or argument.id in awaits.get(other, ()):
                page.say(codes.BAD_CONDITION, (), reason="@" + N_("two arguments wait for each other"), detail="")
        twin = stands.setdefault((argument.section, argument.force), argument.id)
        if twin != argument.id:
            page.say(codes.SAME_FORCE, ("force",), name=twin)


def _awaited(argument: Argument) -> set[str]:
    """The arguments that its conditions ask about."""
    exprs = [*argument.conditions, *(c.when for c in argument.named.values())]
    return {name for expr in exprs for op, name in used(expr) if op == "carried"}
