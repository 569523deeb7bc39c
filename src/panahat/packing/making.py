"""A pack made whole, in memory: filing, sheets, stamped annexes, one PDF of all, and a manifest of everything."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from panahat.building import Made, make, review, stop_at_errors
from panahat.packing.gathering import Annex, gather, over_limit, pages_differ
from panahat.packing.naming import names_of_people, short
from panahat.packing.settings import Route, Settings, load
from panahat.packing.sheets import Telling, sheets
from panahat.papers.binding import Bound, Cover, bound, pages_of, stamped
from panahat.papers.codes import NO_OFFICE, TOO_BIG_FOR_ROUTE
from panahat.problems import Problem, errors, in_order
from panahat.seal.pdf import office, pdfs_of, scrub_pdf
from panahat.version import VERSION

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile
    from panahat.drafting.model import Draft
    from panahat.workspace import Workspace

MANIFEST = "pack.json"
FORMAT = 1
_MEGABYTE = 1_000_000


class Piece(Struct, frozen=True):
    """One file of the pack: its name, what it is, its bytes, its pages (0: no PDF), whether it goes to the body."""

    name: str
    role: str
    content: bytes
    title: str
    pages: int = 0
    goes: bool = True


class Pack(Struct, frozen=True):
    """A finished pack: its pieces in order, what the user should know, the route, and all files by name."""

    pieces: tuple[Piece, ...]
    problems: tuple[Problem, ...]
    route: str
    files: Mapping[str, bytes]


def pack(
    workspace: Workspace,
    file: CaseFile,
    kind: str,
    form: str = "ru",
    *,
    layout: str = "pages",
    final: bool = False,
    base: Path = Path(),
    route: str | None = None,
    scrub: bool = False,
) -> Pack:
    """The pack of a filing. Raises Refused with everything that stands against the filing, an annex or the route."""
    settings = load(workspace.library)
    file = _by_route(file, route)
    way = settings.routes[file.case.filing.submission]
    seen = review(workspace, file, kind, form, final=final, base=base)
    drafts = _main_first(seen.drafts, file) if seen.drafts else ()
    order = drafts[0].annexes if drafts else [a.id for a in file.case.annexes]
    listed = [d.context["annexes"] for d in drafts] or [[{"title": ""}] * len(order)]
    known = [p.path for p in errors(seen.problems)]
    found = gather(file, base, order, listed, known, office=office() is not None, scrub=scrub)
    worse = {p.path for p in errors(found.problems)}
    problems = [*(p for p in seen.problems if p.path not in worse), *found.problems]
    stop_at_errors(problems)
    made = make(workspace, file, kind, form, layout=layout, final=final, base=base, seen=seen)
    work = _Work(workspace, file, kind, drafts, settings, way, made, scrub)
    pieces, more = work.pieces(found.annexes)
    problems += more
    stop_at_errors(problems)
    files = {p.name: p.content for p in pieces}
    names = work.names
    manifest = _manifest(pieces, file, form, final=final, layout=layout, scrub=scrub)
    files[f"{names.aside}/{MANIFEST}"] = manifest
    return Pack(tuple(pieces), tuple(in_order(problems)), file.case.filing.submission, files)


class _Work:
    """What the pieces of one pack are made from."""

    def __init__(
        self,
        workspace: Workspace,
        file: CaseFile,
        kind: str,
        drafts: Sequence[Draft],
        settings: Settings,
        way: Route,
        made: Made,
        scrub: bool,
    ) -> None:
        self.workspace, self.file, self.kind, self.drafts = workspace, file, kind, drafts
        self.settings, self.way, self.made, self.scrub = settings, way, made, scrub
        self.language = drafts[0].language
        self.names = settings.names[self.language]
        self.titles = settings.titles[self.language]
        self.filing = workspace.filing(kind)
        self.title = self.filing.title[self.language]

    def pieces(self, annexes: Sequence[Annex]) -> tuple[list[Piece], list[Problem]]:
        """Every file of the pack, and what the route or the pages of Word annexes have against it."""
        words = {f"annex-{a.n}": a.content for a in annexes if a.paper.kind == "docx"}
        telling = Telling(self.workspace, self.file, self.filing, self.drafts, self.way, self.settings)
        listing = sheets(telling, "annexes", annexes)
        pdfs = pdfs_of({"filing": self.made.filing, "annexes": listing, **words})
        problems = [] if pdfs else [Problem(NO_OFFICE)]
        annexes, differ = self._converted(annexes, pdfs or {})
        problems += differ
        stem = f"01-{short(self.title, None, self.way.name_letters - 8)}"
        out = [Piece(f"{stem}.docx", "filing", self.made.filing, self.title)]
        front = []
        if pdfs:
            filing, listed = (scrub_pdf(pdfs[name], title) for name, title in self._fronts())
            out.append(Piece(f"{stem}.pdf", "filing", filing, self.title, pages_of(filing)))
            front = [Bound(self.title, pdf=filing), Bound(self.titles.list, pdf=listed)]
        out.append(Piece(f"02-{self.names.list}.docx", "list", listing, self.titles.list))
        if pdfs:
            out.append(Piece(f"02-{self.names.list}.pdf", "list", listed, self.titles.list, pages_of(listed)))
        parts = [self._part(a) for a in annexes]
        for n, (annex, part) in enumerate(zip(annexes, parts, strict=True), 3):
            name = f"{n:02}-{self.names.annex}-{annex.n:02}"
            told = self._short(annex.titles[0], len(name) + 5)
            content = stamped(part, scrub=self.scrub)
            out.append(Piece(f"{name}-{told}".rstrip("-") + ".pdf", "annex", content, part.title, annex.paper.pages))
            if self.way.file_mb and len(content) > self.way.file_mb * _MEGABYTE:
                problems.append(over_limit(TOO_BIG_FOR_ROUTE, self.file, annex, limit=str(self.way.file_mb)))
        if front or parts:
            whole = bound([*front, *parts], self.title, self.language, scrub=self.scrub)
            pages = sum(p.pages for p in out)
            out.append(Piece(f"00-{self.names.whole}.pdf", "whole", whole, self.titles.whole, pages))
        out += self._aside(telling, annexes, out)
        return out, problems

    def _fronts(self) -> tuple[tuple[str, str], ...]:
        return (("filing", self.title), ("annexes", self.titles.list))

    def _converted(self, annexes: Sequence[Annex], pdfs: Mapping[str, bytes]) -> tuple[list[Annex], list[Problem]]:
        """The annexes with Word documents as the PDFs made of them."""
        out, problems = [], []
        for annex in annexes:
            if annex.paper.kind == "docx":
                annex = replace(annex, paper=annex.paper.converted(pdfs[f"annex-{annex.n}"]))
                problems += pages_differ(annex, self.file)
            out.append(annex)
        return out, problems

    def _part(self, annex: Annex) -> Bound:
        """An annex with what is stamped on it, in each language of the filing."""
        stamps = [self.settings.stamps[d.language] for d in self.drafts]
        lines = [s.first.format(n=annex.n, title=title) for s, title in zip(stamps, annex.titles, strict=True)]
        again = " / ".join(s.again.format(n=annex.n) for s in stamps)
        page = " / ".join(s.page for s in stamps)
        return Bound(lines[0], paper=annex.paper, cover=Cover(tuple(lines), again, page))

    def _short(self, title: str, taken: int) -> str:
        return short(title, names_of_people(self.file.case), self.way.name_letters - taken)

    def _aside(self, telling: Telling, annexes: Sequence[Annex], out: Sequence[Piece]) -> list[Piece]:
        """What stays with the one who files: the note, the review sheet, the filing's manifest."""
        rows = [(p.name, p.title, p.pages) for p in out]
        note = sheets(telling, "carrier", annexes, rows)
        stem = f"{self.names.aside}/"
        return [
            Piece(f"{stem}{self.names.note}.docx", "note", note, self.titles.note, goes=False),
            Piece(f"{stem}{self.names.review}.docx", "review-sheet", self.made.sheet, "", goes=False),
            Piece(f"{stem}manifest.json", "manifest", self.made.manifest, "", goes=False),
        ]


def former(folder: Path) -> list[str] | None:
    """The names of all files of the pack in a folder, as its manifest tells; None where there is no pack."""
    for found in folder.glob(f"*/{MANIFEST}"):
        try:
            files = json.loads(found.read_bytes())["files"]
            return [*(str(one["name"]) for one in files), f"{found.parent.name}/{MANIFEST}"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return None


def _manifest(pieces: Iterable[Piece], file: CaseFile, form: str, **options: str | bool) -> bytes:
    """What the pack holds, as hashes; no person, no path, no clock."""
    data: dict[str, Any] = {
        "format": FORMAT,
        "panahat": VERSION,
        "case": file.digest,
        "language": form,
        "route": file.case.filing.submission,
        "options": options,
        "files": [
            {"name": p.name, "role": p.role, "pages": p.pages, "sha256": hashlib.sha256(p.content).hexdigest()}
            for p in pieces
        ],
    }
    return (json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _by_route(file: CaseFile, route: str | None) -> CaseFile:
    """The case as it goes that way: the signature and the words of the filing follow."""
    if route is None or route == file.case.filing.submission:
        return file
    filing, case = copy(file.case.filing), copy(file.case)
    vars(filing)["submission"] = route
    vars(case)["filing"] = filing
    return replace(file, case=case)


def _main_first(drafts: Sequence[Draft], file: CaseFile) -> list[Draft]:
    """The drafts, that in the language of the proceedings first."""
    return sorted(drafts, key=lambda d: d.language != file.case.filing.main_language)
