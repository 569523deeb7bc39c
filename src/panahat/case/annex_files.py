"""The files of the annexes: where they may lie, and how many pages a PDF among them has."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from panahat import opener
from panahat.problems import Refused

if TYPE_CHECKING:
    from panahat.case.models import Case


PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
"""How a JPEG and a PNG begin: a picture is one page."""


def is_inside(written: str) -> bool:
    """Whether a path as written stays below its folder on every system: relative, no «..», no drive, no «~»."""
    posix, windows = PurePosixPath(written), PureWindowsPath(written)
    climbs = ".." in posix.parts or ".." in windows.parts
    return not (climbs or posix.is_absolute() or windows.drive or windows.root or written.startswith("~"))


def pages_at(base: Path, written: str) -> int | None:
    """The pages of the annex in the folder `base`: of a PDF as counted, of a picture one; None for anything else.

    Raises Refused where it cannot be read.
    """
    from panahat.page_counting import LIMITS, count, is_pdf

    content = opener.read(base / written, LIMITS["bytes"], written)
    if content.startswith(PICTURES):
        return 1
    return count(content) if is_pdf(content) else None


def count_pages(case: Case, base: Path) -> None:
    """Gives the annexes whose number of sheets the file leaves out the pages of their PDF, where that can be read."""
    for annex in case.annexes:
        if annex.pages is None and annex.file is not None and leads_inside(base, annex.file):
            try:
                vars(annex)["pages"] = pages_at(base, annex.file)
            except Refused:  # `check` says why
                continue


def has_link(base: Path, written: str) -> bool:
    """Whether the file, or a folder on its way below `base`, is a link."""
    path = Path(written)
    return any((base / step).is_symlink() for step in (path, *path.parents[:-1]))


def leads_inside(base: Path, written: str) -> bool:
    """Whether a path stays below `base` as written and where its links really lead."""
    try:
        return is_inside(written) and base.resolve() in (base / written).resolve().parents
    except (OSError, RuntimeError, ValueError):
        return False
