"""The workspaces on which a filing may have been made, and what a document was made from, around it and in git."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from panahat import opener
from panahat.git import Repository
from panahat.library import Library, shipped
from panahat.problems import Refused, errors
from panahat.workspace import Workspace

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile
    from panahat.drafting.model import Draft
    from panahat.seal.proof import Manifest
    from panahat.versions.archive import Kept
    from panahat.workspace import Workspace

_TEMPLATES = 30
"""How many earlier states of the templates are looked through."""


class Desks:
    """The workspaces of one piece of work, one for the same folders; `office` is the office's own folder, where given."""

    def __init__(self, office: Path | None = None) -> None:
        self.office = office
        self._workspaces: dict[tuple[tuple[Path, ...], Path], Workspace] = {}
        self._digests: dict[tuple[int, str], str] = {}

    def now(self, case: Path) -> Workspace:
        """The workspace for a case file with the templates and law of today."""
        return self._workspace(Workspace.beside(case, self.office).library.folders, case.parent)

    def of(self, kept: Kept) -> Workspace:
        """The workspace for a state of a case, with that revision's templates and law where its repository holds them."""
        return self._at(kept, kept.commit) if kept.commit else self.now(kept.path)

    def like(self, kept: Kept, manifest: Manifest) -> Workspace:
        """The workspace most like that of the manifest: today's, the case's revision's, or that of earlier templates."""
        best, missing = self.now(kept.path), self.not_as_then(self.now(kept.path), manifest)
        for workspace in self._earlier(kept):
            if not missing:
                break
            found = self.not_as_then(workspace, manifest)
            if len(found) < len(missing):
                best, missing = workspace, found
        return best

    def not_as_then(self, workspace: Workspace, manifest: Manifest) -> tuple[str, ...]:
        """Names of the templates and arguments, and «law», that are not on the workspace as the manifest has them."""
        kept = {**manifest.templates, **manifest.arguments}
        names = [name for name, digest in kept.items() if self.digest(workspace, name) != digest]
        return tuple(names) if workspace.library.law_digest == manifest.law else (*names, "law")

    def digest(self, workspace: Workspace, name: str) -> str:
        """SHA-256 of a file on a workspace's library; «» where there is none."""
        key = (id(workspace), name)
        if key not in self._digests:
            file = workspace.find(name)
            self._digests[key] = hashlib.sha256(opener.read(file, name=name)).hexdigest() if file else ""
        return self._digests[key]

    def _workspace(self, folders: tuple[Path, ...], beside: Path) -> Workspace:
        return self._workspaces.setdefault((folders, beside), Workspace(Library(folders), beside=beside))

    def _earlier(self, kept: Kept) -> Iterator[Workspace]:
        if kept.commit:
            yield self.of(kept)
        repository = Repository.around(kept.path.parent)
        if repository is None:
            return
        names = [n for folder in self._folders(kept.path) if (n := repository.inside(folder)) is not None]
        for commit in repository.commits(names, _TEMPLATES) if names else ():
            yield self._at(kept, commit)

    def _folders(self, case: Path) -> list[Path]:
        """The folders of templates that a revision may have had, in order of precedence; they need not exist today."""
        return [self.office or case.parent / "templates", shipped()]

    def _at(self, kept: Kept, commit: str) -> Workspace:
        repository = Repository.around(kept.path.parent)
        if repository is None:
            return self.now(kept.path)
        then = [self._as_then(repository, commit, folder) for folder in self._folders(kept.path)]
        return self._workspace(tuple(f for f in then if f is not None), kept.path.parent)

    def _as_then(self, repository: Repository, commit: str, folder: Path) -> Path | None:
        """The folder as it was at `commit`: itself where git does not keep it or nothing changed, else a private copy."""
        inside = repository.inside(folder)
        if inside is None:
            return folder.resolve() if folder.is_dir() else None
        then = repository.folder(commit, inside)
        if not then:
            return None
        if folder.is_dir() and _same(folder, then):
            return folder.resolve()
        target = self._private / f"{commit}-{hashlib.sha256(inside.encode()).hexdigest()[:12]}"
        if not target.exists():
            _unpack(then, target)
        return target.resolve()

    @cached_property
    def _private(self) -> Path:
        """A folder only this user can read, gone with these workspaces. It holds wording and law, never a case."""
        import shutil
        import tempfile
        import weakref

        path = Path(tempfile.mkdtemp(prefix="panahat-"))
        weakref.finalize(self, shutil.rmtree, path, ignore_errors=True)
        return path


def _same(folder: Path, then: Mapping[str, bytes]) -> bool:
    """Whether the files that templates are made of are today as they were."""
    today = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
    return today.keys() == then.keys() and all(
        opener.read(today[name], name=name) == content for name, content in then.items()
    )


def _unpack(files: Mapping[str, bytes], target: Path) -> None:
    for name, content in files.items():
        file = target / name
        if target.resolve() in file.resolve().parents:
            file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            file.write_bytes(content)


@dataclass(frozen=True)
class Source:
    """What a filing was made from; `drafts` are made from it anew when first asked for, one a language.

    `proven`: the manifest names exactly these inputs, or the filing was made just now; else `share` (0 to 1) of the text is
    as drafted. `changed` names the templates, arguments and «law» that are not as the manifest has them. `workspaces` keeps the
    folder of former templates while this is in use.
    """

    file: CaseFile
    workspace: Workspace
    kind: str
    form: str
    layout: str
    final: bool
    proven: bool
    changed: tuple[str, ...] = ()
    share: float = 1.0
    workspaces: Desks | None = None
    made: tuple[Draft, ...] = ()

    @cached_property
    def drafts(self) -> tuple[Draft, ...]:
        """The drafts. Inputs that a manifest proves were checked when the filing was made."""
        return self.made or drafts(self.workspace, self.file, self.kind, self.form, final=self.final, check=False)

    def again(self, file: CaseFile | None = None, workspace: Workspace | None = None) -> tuple[Draft, ...] | None:
        """The drafts with another case, or on another workspace; None where they cannot be made."""
        try:
            return drafts(workspace or self.workspace, file or self.file, self.kind, self.form, final=self.final)
        except Refused:
            return None

    def left_out(self, language: str) -> Mapping[str, Sequence[str]]:
        """The paragraphs that the arguments not pleaded would have, by argument."""
        from panahat.drafting.composing import Sources
        from panahat.drafting.unpleaded import left_out

        workspace = self.workspace
        return left_out(
            self.file,
            Sources(workspace.law, workspace.library, workspace.arguments),
            workspace.filing_of(self.file, self.kind),
            language,
        )


def drafts(
    workspace: Workspace, file: CaseFile, kind: str, form: str, *, final: bool, check: bool = True
) -> tuple[Draft, ...]:
    """The drafts of a filing, one a language. Raises Refused where they cannot be made, or `check` finds errors."""
    languages = form.split("-")
    known = all(x in workspace.filing(kind).languages for x in languages)
    problems = errors(workspace.check(file, kind, languages=languages)) if check and known else []
    if problems:
        raise Refused(problems)
    return workspace.drafts(file, kind, languages, final=final)
