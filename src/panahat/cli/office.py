"""Says which of the office's own folders of templates counts for a case, and which one lies where it does not count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from panahat.messages import N_

_ABOVE = 5
"""How many folders above the case are looked into where no git repository ends the search."""


def about_office(case: Path, office: Path | None, tr: Callable[..., str]) -> Iterator[str]:
    """Lines, translated by `tr`, on the office's folder that is used for `case` and on those like one that are ignored."""
    if str(case) == "-":
        return
    beside = case.parent / "templates"
    used = office or (beside if is_office(beside) else None)
    if used is not None:
        yield tr(N_("Templates of the office: {folder}"), folder=used)
    for folder in _elsewhere(case, used):
        ignored = N_("Ignored: {folder}. The office's templates lie in {beside}, or are named by --templates.")
        yield tr(ignored, folder=folder, beside=beside)


def _elsewhere(case: Path, used: Path | None) -> Iterator[Path]:
    """Folders like an office's own beside or above the case and in the working directory, except the one used."""
    try:
        seen = {used.resolve()} if used else set()
        for folder in (case.parent, Path(), *_above(case.parent.resolve())):
            own = folder / "templates"
            if own.resolve() not in seen and is_office(own):
                seen.add(own.resolve())
                yield own
    except (OSError, RuntimeError, ValueError):
        return  # what cannot be looked into is no folder of an office


def _above(folder: Path) -> Iterator[Path]:
    for above in (folder, *folder.parents)[:_ABOVE]:
        yield above
        if (above / ".git").exists():
            return


def is_office(folder: Path) -> bool:
    """Whether a folder holds what an office lays over the shipped templates."""
    from panahat.library import shipped

    own = shipped()
    if not folder.is_dir() or folder.resolve() == own:
        return False
    names = {"confirmations.yaml", *(f.name for f in own.iterdir() if f.is_dir())}
    return any((folder / name).exists() for name in names)
