"""The annexes of a filing gathered from the case's folder: everything that stands against packing one, at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from panahat import opener
from panahat.case import codes as case_codes
from panahat.case.annex_files import has_link
from panahat.case.needs import dotted
from panahat.codes import NONE
from panahat.papers import codes
from panahat.papers.ink import INK
from panahat.papers.limits import LIMITS
from panahat.papers.looking import Paper, look
from panahat.problems import Code, Problem, Refused
from panahat.problems import Path as FactPath

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile


class Annex(Struct, frozen=True):
    """An annex as the filing numbers it: its place in the case file, its titles, its file as read and looked at."""

    n: int
    at: int
    titles: tuple[str, ...]
    content: bytes
    paper: Paper


class Gathered(Struct, frozen=True):
    """The annexes in order, and everything to know of them; an annex that cannot be packed is in `problems` alone."""

    annexes: tuple[Annex, ...]
    problems: tuple[Problem, ...]


def gather(
    file: CaseFile,
    base: Path,
    order: Sequence[str],
    listed: Sequence[Sequence[Any]],
    known: Collection[FactPath],
    *,
    office: bool,
    scrub: bool,
) -> Gathered:
    """Reads and looks at every annex; `order` are their ids as the filing numbers them, `listed` its list in each language.

    Of what stands at the places `known` something is wrong already, and it isn't said twice.
    """
    places = {annex.id: at for at, annex in enumerate(file.case.annexes)}
    said = {place[:2] for place in known}
    annexes: list[Annex] = []
    problems: list[Problem] = []
    for n, (id, *told) in enumerate(zip(order, *listed, strict=True), 1):
        at = places[id]
        if ("annexes", at) in said:
            continue
        titles = tuple(str(one["title"]) for one in told)
        try:
            content, paper = _read(file.case.annexes[at].file, base, office=office)
        except Refused as refused:
            problems += [_placed(p, file, at) for p in refused.problems]
            continue
        annexes.append(Annex(n, at, titles, content, paper))
        problems += [_placed(p, file, at) for p in _notes(paper, titles, scrub=scrub)]
    return Gathered(tuple(annexes), tuple(problems))


def pages_differ(annex: Annex, file: CaseFile) -> list[Problem]:
    """Where the file has another number of pages than the case file says."""
    said, found = file.case.annexes[annex.at].pages, annex.paper.pages
    if said is None or said == found:
        return []
    code = case_codes.FEWER_PAGES if found < said else case_codes.MORE_PAGES
    facts = {"key": dotted(("annexes", annex.at, "pages")), "said": str(said), "found": str(found)}
    return [_placed(Problem(code, facts=facts), file, annex.at, "pages")]


def _read(written: str | None, base: Path, *, office: bool) -> tuple[bytes, Paper]:
    """The bytes of an annex and what they are. Raises Refused."""
    if written is None:
        raise Refused([Problem(codes.NO_FILE)])
    path = base / written
    if has_link(base, written):
        raise Refused([Problem(case_codes.ANNEX_LINK, facts={"key": written})])
    try:
        content = opener.read(path, LIMITS["bytes"], written)
    except Refused as refused:
        if refused.problems[0].code is not NONE:
            raise
        raise Refused([Problem(codes.MISSING)]) from None
    paper = look(content)
    if paper.kind == "docx" and not office:
        raise Refused([Problem(codes.NEEDS_OFFICE)])
    return content, paper


def _notes(paper: Paper, titles: Sequence[str], *, scrub: bool) -> Iterator[Problem]:
    """What to know of an annex that can be packed."""
    if any(INK.lacks(title) for title in titles):
        yield Problem(codes.LETTERS)
    for code, names in (
        (codes.SCRUBBED if scrub or paper.kind == "docx" else codes.TELLS, paper.tells),
        (codes.LEFT_OUT, paper.left_out),
    ):
        if names:
            yield Problem(code, facts={"names": listed_names(names)})
    if paper.signed:
        yield Problem(codes.SIGNED)


def listed_names(names: Sequence[str]) -> str:
    """Names of kinds as a fact of a problem, each to be said in the reader's language."""
    return ", ".join(f"@{{{name}}}" for name in names)


def _placed(p: Problem, file: CaseFile, at: int, field: str = "file") -> Problem:
    """The problem at its annex in the case file."""
    annex = file.case.annexes[at]
    place: FactPath = ("annexes", at, field) if getattr(annex, field, None) is not None else ("annexes", at)
    line, column = file.positions.of(place)
    return Problem(p.code, file.name, place, line, column, p.facts, p.severity)


def over_limit(code: Code, file: CaseFile, annex: Annex, **facts: str) -> Problem:
    """A problem of the route at an annex."""
    return _placed(Problem(code, facts=facts), file, annex.at)
