"""Which drafts are out of date: what their manifests name, beside the files as they are today."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from panahat import locked, opener
from panahat.problems import Problem, Refused
from panahat.versions.archive import Archive, Kept, near
from panahat.versions.workspaces import Desks

if TYPE_CHECKING:
    from panahat.case.comparing import FactChange
    from panahat.case.loading import CaseFile
    from panahat.seal.proof import Manifest
    from panahat.workspace import Workspace

_SUFFIX = ".manifest.json"
UNCHANGED, CHANGED, LOST = "unchanged", "changed", "not-found"
PRESENT, EDITED, MISSING = "as-made", "edited", "missing"


@dataclass(frozen=True)
class Standing:
    """How one draft stands.

    `case` is unchanged, changed or not-found, `case_file` where it lies today, `facts` what changed in it (None where its
    former state is not kept); `templates` and `norms` are the names of those that changed, `law` whether the law data did
    in a way that cannot be told apart; `document` is as-made, edited or missing; `problems` why a manifest, or the case as
    it is today, could not be read.
    """

    draft: Path
    case: str = UNCHANGED
    case_file: Path | None = None
    facts: Sequence[FactChange] | None = ()
    templates: tuple[str, ...] = ()
    norms: tuple[str, ...] = ()
    law: bool = False
    document: str = PRESENT
    problems: tuple[Problem, ...] = ()

    @property
    def stale(self) -> bool:
        """Whether the draft should be made anew: its case, its wording or its law changed."""
        return self.case != UNCHANGED or bool(self.templates or self.norms or self.law or self.problems)


def stale(folders: Iterable[Path], office: Path | None = None) -> Iterator[Standing]:
    """How every draft below `folders` stands, in the order of their names; folders that begin with a point are left out."""
    folders_of_cases: dict[Path, None] = {}
    manifests: dict[Path, Path] = {}
    for folder in folders:
        for path in _files(folder):
            if locked.plain(path).name.endswith(_SUFFIX):
                manifests.setdefault(path.resolve(), path)
            elif locked.plain(path).suffix in (".yaml", ".yml"):
                folders_of_cases.setdefault(path.parent)
    archive, workspaces = Archive(), Desks(office)
    for path in sorted(manifests.values()):
        yield _standing(path, list(folders_of_cases), archive, workspaces)


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
        return
    for top, names, files in os.walk(folder):
        names[:] = sorted(n for n in names if not n.startswith("."))
        yield from (Path(top) / name for name in sorted(files) if (Path(top) / name).is_file())


def _standing(path: Path, cases: list[Path], archive: Archive, workspaces: Desks) -> Standing:
    from panahat.seal.proof import read_manifest

    unlocked = locked.plain(path)
    lock = path.name.removeprefix(unlocked.name)
    draft = path.with_name(unlocked.name.removesuffix(_SUFFIX) + ".docx" + lock)
    try:
        manifest = read_manifest(opener.read(path))
    except Refused as refused:
        problems = tuple(Problem(p.code, str(path), facts=p.facts) for p in refused.problems)
        return Standing(draft, document=MISSING if not draft.is_file() else PRESENT, problems=problems)
    file, former = _case(manifest, archive, [*near(draft), *cases], draft)
    workspace = workspaces.now(file or draft)
    facts, problems = _facts(file, former)
    changed = workspaces.not_as_then(workspace, manifest)
    norms = _norms(workspace, manifest) if "law" in changed else ()
    return Standing(
        draft,
        case=LOST if file is None else UNCHANGED if facts == () else CHANGED,
        case_file=file,
        facts=facts,
        templates=tuple(name for name in changed if name != "law" and not name.startswith("sheets/")),
        norms=norms or (),
        law=norms is None,
        document=_document(draft, manifest),
        problems=problems,
    )


def _case(manifest: Manifest, archive: Archive, folders: list[Path], draft: Path) -> tuple[Path | None, Kept | None]:
    """(the case file as it lies today, the state that the draft was made from); None where either is not found.

    A file called by the id of its case is the case; one of another name with the same id may be a copy.
    """
    stem = draft.name.split(".", 1)[0]
    former = archive.of_digest(manifest.case, folders, stem)
    id = former.id if former else stem
    same = [kept.path for kept in archive.today(folders) if kept.id == id]
    named = next((path for path in same if locked.plain(path).stem == id), None)
    if named is None and former is not None and former.path.is_file():
        named = former.path
    return named or next(iter(same), None), former


def _facts(file: Path | None, former: Kept | None) -> tuple[Sequence[FactChange] | None, tuple[Problem, ...]]:
    """What changed in the case, where both states can be read."""
    if file is None or former is None:
        return None, ()
    if former.digest == Kept(opener.read(file), "", file).digest:
        return (), ()
    from panahat.case.comparing import compare_cases

    try:
        return compare_cases(_read(former.content, former.name), _read(opener.read(file), str(file))), ()
    except Refused as refused:
        return None, tuple(refused.problems)


def _read(content: bytes, name: str) -> CaseFile:
    from panahat.case.loading import load_bytes

    return load_bytes(content, name)


def _norms(workspace: Workspace, manifest: Manifest) -> tuple[str, ...] | None:
    """The cited norms whose entry changed; None where the manifest does not tell norms apart."""
    if not manifest.norms:
        return None
    from panahat.law.registry import entry_digest

    return tuple(key for key, digest in manifest.norms.items() if entry_digest(workspace.law, key) != digest)


def _document(draft: Path, manifest: Manifest) -> str:
    from panahat.seal.proof import output_of

    if not draft.is_file():
        return MISSING
    try:
        found = output_of(opener.read(draft))
    except Refused:
        return EDITED
    return PRESENT if found == manifest.outputs.get("filing") else EDITED
