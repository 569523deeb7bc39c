"""Annexes and proof: ids that exist, annexes that prove something, files that lie beside the case file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Any

from panahat import codes as outside
from panahat import opener
from panahat.case import codes
from panahat.case.annex_files import has_link, is_inside, pages_at
from panahat.case.facts import groups
from panahat.case.needs import is_open
from panahat.case.rules.scene import Scene
from panahat.problems import Path, Problem, Refused

# Facts that are argued rather than proved, or that are proof themselves.
_NEEDS_NO_PROOF = frozenset(
    {"Text", "Addition", "Notice", "Document", "Certificate", "Interpreter", "Defence", "Copies", "Relative"}
    | {"Organisation", "Acquaintance", "Statement", "Tie", "Urgency", "TravelPaper", "Companion", "Attached"}
)


GRAVE = ("severe", "life-threatening")
"""Degrees of an illness that stand against a transfer."""


def ids(scene: Scene) -> Iterator[Problem]:
    """Each annex id once; each proof names an annex; each annex proves something."""
    listed = Counter(annex.id for annex in scene.case.annexes)
    known = sorted(id_ for id_ in listed if id_ is not None)
    seen: set[str] = set()
    for n, annex in enumerate(scene.case.annexes):
        if annex.id in seen:
            yield scene.problem(codes.ANNEX_TWICE, ("annexes", n, "id"))
        seen.add(annex.id)
    used: set[str] = set()
    for path, _, proof in proofs(scene.case):
        for n, cited in enumerate(proof):
            here = (*path, "proof", n)
            if cited in proof[:n]:
                yield scene.problem(codes.PROOF_TWICE, here)
            if cited.annex is not None and cited.annex not in listed:
                yield _unknown(scene, here, cited.annex, known)
        used |= {cited.annex for cited in proof}
    for n, annex in enumerate(scene.case.annexes):
        if annex.id not in used:
            yield scene.problem(codes.UNUSED_ANNEX, ("annexes", n))


def _unknown(scene: Scene, path: Path, id_: str, known: list[str]) -> Problem:
    """A proof that is not in the list of annexes, with the annex that was probably meant."""
    from difflib import get_close_matches

    near = get_close_matches(id_, known, 1, 0.75)
    code = codes.NEAR_ANNEX if near else codes.UNKNOWN_ANNEX
    return scene.problem(code, path, near="".join(near), known=", ".join(known))


def unproved(scene: Scene) -> Iterator[Problem]:
    """Facts that nothing proves."""
    for path, group, proof in proofs(scene.case):
        if group == "Illness" and not proof and scene.get((*path, "degree")) in GRAVE:
            yield scene.problem(codes.ILLNESS_UNPROVED, path)
            continue
        needless = group in _NEEDS_NO_PROOF or (group == "Military" and scene.get((*path, "status")) == "none")
        if not proof and not needless:
            kind = scene.needs.kind if scene.needs is not None and scene.needs.rests_on(path) else ""
            yield scene.problem(codes.NEEDED_UNPROVED if kind else codes.NO_PROOF, path, filing=kind)


def sheets(scene: Scene) -> Iterator[Problem]:
    """Sheets that a proof or a quotation from an act names: one place each, and not beyond the end of the annex."""
    pages = {annex.id: annex.pages for annex in scene.case.annexes}
    for path, _, proof in proofs(scene.case):
        for n, cited in enumerate(proof):
            here = (*path, "proof", n)
            if cited.page and cited.pages:
                yield scene.problem(codes.PAGE_OR_PAGES, here)
            named, last = cited.page or cited.pages, pages.get(cited.annex)
            if named and last is not None and named[1] > last:
                yield scene.problem(codes.PAGE_BEYOND, (*here, "page" if cited.page else "pages"), pages=str(last))
    for path, group, answer in groups(scene.case):
        if group.name == "Answer" and answer.page:
            found = [pages.get(cited.annex) for cited in scene.get((*path[:-2], "proof")) or ()]
            known = [last for last in found if last is not None]
            if known and len(known) == len(found) and answer.page > max(known):
                yield scene.problem(codes.PAGE_BEYOND, (*path, "page"), pages=str(max(known)))


def proofs(case: Any) -> Iterator[tuple[Path, str, tuple[Any, ...]]]:
    """(path, name of the group, references to annexes) of every group of facts that can name its proof."""
    return ((path, group.name, node.proof) for path, group, node in groups(case) if "proof" in group.fields)


def files(scene: Scene) -> Iterator[Problem]:
    """Files of the annexes: inside the folder of the case file, there, ordinary, each once."""
    seen: set[str] = set()
    for n, annex in enumerate(scene.case.annexes):
        path: Path = ("annexes", n, "file")
        if annex.file is None:
            if scene.final:
                yield scene.problem(codes.ANNEX_NO_PATH, ("annexes", n))
            continue
        if not is_inside(annex.file):
            yield scene.problem(codes.ANNEX_ESCAPES, path)
            continue
        same = str(PurePosixPath(annex.file)).casefold()
        if same in seen:
            yield scene.problem(codes.ANNEX_FILE_TWICE, path)
        seen.add(same)
        if scene.base is not None:
            found = list(_on_disk(scene, path, scene.base, annex.file))
            yield from found or _pages(scene, n, scene.base / annex.file)


def counted(scene: Scene) -> Iterator[Problem]:
    """The number of sheets of each annex is known: written, or counted from its PDF when the case was read."""
    for n, annex in enumerate(scene.case.annexes):
        if annex.pages is None and not is_open(("annexes", n, "pages"), scene.file.clarify):
            yield scene.problem(codes.PAGES_UNKNOWN, ("annexes", n))


def _pages(scene: Scene, n: int, file: FilePath) -> Iterator[Problem]:
    """The pages of a PDF beside the number of sheets that is written."""
    said = scene.case.annexes[n].pages
    try:
        found = pages_at(file.parent, file.name)
    except Refused as refused:
        yield from (scene.problem(p.code, ("annexes", n, "file"), **p.facts) for p in refused.problems)
        return
    if found is not None and said is not None and found != said:
        code = codes.FEWER_PAGES if found < said else codes.MORE_PAGES
        yield scene.problem(code, ("annexes", n, "pages"), said=str(said), found=str(found))


def _on_disk(scene: Scene, path: Path, base: FilePath, written: str) -> Iterator[Problem]:
    """What stands against attaching the file: nothing is read, and nothing outside the folder is looked at."""
    target = base / written
    try:
        real, folder = target.resolve(), base.resolve()
    except (OSError, RuntimeError):
        yield scene.problem(opener.against(target) or outside.CIRCLE, path)
        return
    found = opener.against(real) if folder in real.parents else codes.ANNEX_ESCAPES
    if found is outside.NONE and not target.is_symlink():
        yield scene.problem(codes.ANNEX_FILE_MISSING, path)
    elif found:
        yield scene.problem(found, path)
    elif has_link(base, written):
        yield scene.problem(codes.ANNEX_LINK, path)
    elif real == FilePath(scene.file.name).resolve():
        yield scene.problem(codes.ANNEX_IS_CASE, path)
