"""What a document was made from: the case among the files around it and in git, the templates and law of that time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from panahat.git import Repository
from panahat.problems import Refused, errors
from panahat.versions.naming import Named

if TYPE_CHECKING:
    from panahat.case import CaseFile
    from panahat.desk import Desk
    from panahat.draft import Draft
    from panahat.versions.desks import Desks

HISTORY = 200
"""How many earlier states of a case file are looked through."""

_FILES = 400
_CASE_BYTES = 1_000_001


@dataclass(frozen=True)
class Source:
    """What a filing was made from; `drafts` are made from it anew when first asked for, one a language.

    `proven`: the manifest names exactly these inputs, or the filing was made just now; else `share` (0 to 1) of the text is
    as drafted. `changed` names the templates, arguments and «law» that are not as the manifest has them. `desks` keeps the
    folder of former templates while this is in use.
    """

    file: CaseFile
    desk: Desk
    kind: str
    form: str
    layout: str
    final: bool
    proven: bool
    changed: tuple[str, ...] = ()
    share: float = 1.0
    desks: Desks | None = None
    made: tuple[Draft, ...] = ()

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts. Inputs that a manifest proves were checked when the filing was made."""
        return self.made or drafts(self.desk, self.file, self.kind, self.form, final=self.final, check=False)

    def again(self, file: CaseFile | None = None, desk: Desk | None = None) -> tuple[Draft, ...] | None:
        """The drafts with another case, or on another desk; None where they cannot be made."""
        try:
            return drafts(desk or self.desk, file or self.file, self.kind, self.form, final=self.final)
        except Refused:
            return None

    def left_out(self, language: str) -> Mapping[str, Sequence[str]]:
        """The paragraphs that the arguments not pleaded would have, by argument."""
        from panahat.draft import Sources, left_out

        desk = self.desk
        return left_out(self.file, Sources(desk.law, desk.shelf, desk.arguments), desk.filing(self.kind), language)


def drafts(desk: Desk, file: CaseFile, kind: str, form: str, *, final: bool, check: bool = True) -> tuple[Draft, ...]:
    """The drafts of a filing, one a language. Raises Refused where they cannot be made, or `check` finds errors."""
    languages = form.split("-")
    known = all(x in desk.filing(kind).languages for x in languages)
    problems = errors(desk.check(file, kind, languages=languages)) if check and known else []
    if problems:
        raise Refused(problems)
    return tuple(desk.draft(file, kind, x, final=final, bilingual=len(languages) > 1) for x in languages)


@dataclass(frozen=True)
class Kept:
    """One state of a case file: its bytes, what to call it, and the commit it is from («»: as it lies on disk)."""

    content: bytes
    name: str
    path: Path
    commit: str = ""

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def states(named: Named) -> Iterator[Kept]:
    """The state of a case file that was named, then, without a revision, its earlier ones, newest first."""
    yield Kept(named.read(), named.words, named.path, named.commit)
    if named.repository is None:
        yield from earlier(named.path)


def earlier(path: Path) -> Iterator[Kept]:
    """The states of a file that git keeps, newest first; none outside of git."""
    repository = Repository.around(path.parent)
    inside = repository.inside(path) if repository else None
    if repository is not None and inside is not None:
        for commit, content in repository.history(inside, HISTORY):
            yield Kept(content, f"{path}@{commit}", path, commit)


def around(document: Path) -> list[Path]:
    """Case files near a document: in its folder, the one above, their `cases/`, and the same of the current folder."""
    near = [document.parent, document.parent.parent, Path()]
    folders = [f for folder in near for f in (folder, folder / "cases")]
    found: dict[Path, Path] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.y*ml")) if folder.is_dir() else ():
            if path.is_file() and path.stat().st_size < _CASE_BYTES:
                found.setdefault(path.resolve(), path)
    stem = document.name.split(".", 1)[0]
    return sorted(found.values(), key=lambda p: p.stem != stem)[:_FILES]


def of_digest(digest: str, paths: Iterable[Path]) -> Kept | None:
    """The state with this SHA-256 among the files `paths` and their earlier states; None where there is none."""
    paths = list(paths)
    for path in paths:
        kept = Kept(path.read_bytes(), str(path), path)
        if kept.digest == digest:
            return kept
    return next((kept for path in paths for kept in earlier(path) if kept.digest == digest), None)
