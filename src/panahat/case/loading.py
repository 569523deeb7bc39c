"""A case file becomes a `CaseFile`, or everything that is wrong with it is said at once, in the order of the file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from panahat import opener
from panahat.case import codes
from panahat.case.annex_files import count_pages
from panahat.case.characters import visible
from panahat.case.clarify import Settled, settled
from panahat.case.engine import engine
from panahat.case.limits import LIMITS, Limits
from panahat.case.positions import Positions
from panahat.case.prune import prune
from panahat.case.reading import Reading, read
from panahat.case.writing import writing
from panahat.problems import Path, Problem, Refused, errors, in_order

if TYPE_CHECKING:
    from panahat.case.models import Case


class CaseFile(Struct, frozen=True, eq=False):
    """A case with the places of its facts.

    `name` is the file as problems name it, `digest` the SHA-256 of its bytes, `notes` what the reader found that does
    not stop the work (warnings and notes; `check` repeats them), `tree` the facts as texts, as the file writes them,
    `clarify` what is still to be clarified, by the path of the fact or group.
    The case has the attributes of `models.Case`.
    """

    __repr__ = object.__repr__  # never what it holds

    case: Case
    positions: Positions
    name: str
    digest: str
    notes: tuple[Problem, ...] = ()
    tree: dict[str, Any] = {}
    clarify: Mapping[Path, str] = {}


_MISSING = (codes.MISSING, codes.BLANK, codes.MISSING_IN_GROUP, codes.BLANK_IN_GROUP)


def load_case(path: FilePath | str, limits: Limits = LIMITS) -> CaseFile:
    """The case in the file at `path` («-»: standard input); raises Refused with every problem of reading and schema."""
    name = "-" if str(path) == "-" else visible(str(path))
    return load_bytes(_bytes(path, name, limits), name, limits)


def load_bytes(data: bytes, name: str, limits: Limits = LIMITS) -> CaseFile:
    """The case in `data`, as `load_case` reads it from a file called `name`."""
    try:
        reading = read(data, name, limits)
    except Refused as refused:
        raise Refused(_told(refused.problems, name, limits)) from None
    problems = list(reading.problems)
    case = None
    tree: dict[str, Any] = {}
    marks: dict[Path, str] = {}
    if reading.whole:
        read_marks = Settled(reading.tree, engine().shapes, reading.positions, name)
        problems += read_marks.problems
        reading = replace(reading, positions=read_marks.positions, broken=read_marks.lifted(reading.broken))
        marks = read_marks.marks
        tree = prune(read_marks.tree, engine().shapes)
        case, wrong = _validate(tree, marks, reading, name)
        problems += wrong
    told = _told(problems, name, limits)
    if case is None or errors(told):
        raise Refused(told)
    if name != "-":
        count_pages(case, FilePath(name).parent)
    return CaseFile(case, reading.positions, name, hashlib.sha256(data).hexdigest(), tuple(told), tree, marks)


def _validate(
    tree: dict[str, Any], marks: Mapping[Path, str], reading: Reading, name: str
) -> tuple[Case | None, list[Problem]]:
    """The case (None if the schema refuses it), and what is wrong with it."""
    from panahat.case.core import ValidationError

    made = engine()
    try:
        case = settled(tree, marks, made)
    except ValidationError as wrong:
        from panahat.case.refusals import refusals

        return None, [
            *(_open(p, marks) for p in refusals(wrong, tree, reading, name, made.shapes)),
            *writing(tree, reading.positions, name, made.shapes),
        ]
    return case, writing(tree, reading.positions, name, made.shapes)


def _open(problem: Problem, marks: Iterable[Path]) -> Problem:
    """What is missing because it is only marked to be clarified, said as that."""
    marked = any(problem.path[: len(mark)] == mark for mark in marks)
    return replace(problem, code=codes.CLARIFY_ALONE) if marked and problem.code in _MISSING else problem


def _told(problems: list[Problem], name: str, limits: Limits) -> list[Problem]:
    """`problems` in order, no key in their paths that the schema does not know, and not more than can be read."""
    if not problems:
        return []
    known = engine().shapes.known_part
    told = in_order(replace(p, path=known(p.path)) for p in problems)
    if len(told) > limits.problems:
        last = told[limits.problems - 1]
        end = Problem(codes.TOO_MANY_PROBLEMS, name, (), last.line, last.column, {"limit": str(limits.problems)})
        told = [*told[: limits.problems], end]
    return told


def _bytes(path: FilePath | str, name: str, limits: Limits) -> bytes:
    """The bytes of the file or of standard input."""
    return opener.read_input(limits.file_bytes) if name == "-" else opener.read(path, limits.file_bytes, name)
