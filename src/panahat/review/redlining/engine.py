"""The Word redline of two documents, made by Docxodus through python-redlines (known only here), and its proof."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from panahat.problems import Problem, Refused
from panahat.review import codes
from panahat.review.redlining.contents import FRAME, NOTES, TEXT, Contents, Place, differences
from panahat.review.redlining.contents_reading import contents
from panahat.seal.contained import TookTooLong, run_contained
from panahat.seal.limits import LIMITS
from panahat.seal.revisions import accept_all, reject_all, tracked

_NAMED = 8


def prove(redline: bytes, old: Contents, new: Contents) -> None:
    """Raises Refused (`review/redline-broken`) unless the redline gives back both documents and nothing stays tracked.

    What stands in the way is named, each kind once with its paragraphs.
    """
    rejected, accepted = reject_all(redline), accept_all(redline)
    places = [*differences(old, contents(rejected)), *differences(new, contents(accepted))]
    if tracked(rejected) or tracked(accepted):
        places.append(Place(TEXT, 0))
    if places:
        raise Refused(_broken([p for p in places if p.what == what]) for what in dict.fromkeys(p.what for p in places))


def _broken(places: Sequence[Place]) -> Problem:
    numbers = {s: _numbers(places, s) for s in (TEXT, FRAME, NOTES)}
    return Problem(codes.REDLINE_BROKEN, facts={"what": f"@{places[0].what}", **numbers})


def _numbers(places: Sequence[Place], story: str) -> str:
    """The numbers of the paragraphs in `story`, the first few; «–» where there are none."""
    found = sorted({p.number for p in places if p.story == story})
    shown = ", ".join(str(n) if n else "?" for n in found[:_NAMED])
    return shown + (", …" if len(found) > _NAMED else "") if found else "–"


NEUTRAL_AUTHOR = "Panahat"
SECONDS = 120
_ENVIRONMENT = {
    "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1",
    "DOTNET_EnableDiagnostics": "0",
    "DOTNET_GCHeapHardLimit": "80000000",  # hexadecimal: 2 GB
    "DOTNET_gcServer": "0",
}
_OPTIONS = ("--author=x", "--no-conflate-spaces", "--date-time=2000-01-01T00:00:00Z")


def redline(
    old: bytes, new: bytes, *, author: str = NEUTRAL_AUTHOR, when: str | None = None, seconds: int = SECONDS
) -> bytes:
    """`old` with all that makes it `new` as tracked changes by `author`, dated `when` («2026-01-31T00:00:00Z») or not at all.

    Changes tracked in either document are taken as accepted. The same inputs give the same bytes. Raises Refused
    (`review/no-redline`, `review/redline-…`, or what reading the documents raises), ValueError where `when` is no moment.
    """
    from panahat.review.redlining.cleaning import cleaned
    from panahat.review.redlining.contents_reading import contents
    from panahat.review.redlining.preparing import prepared
    from panahat.seal.revisions import accept_all

    if when is not None:
        datetime.fromisoformat(when)
    old, new = accept_all(old), accept_all(new)
    before, after = contents(old), contents(new)
    old, new = prepared(old, new)
    made = cleaned(_made(old, new, seconds), old, new, author=author, when=when)
    prove(made, before, after)
    return made


def _made(old: bytes, new: bytes, seconds: int) -> bytes:
    """What the program makes of the two documents, as it is."""
    with tempfile.TemporaryDirectory(prefix="panahat-") as private:
        folder = Path(private)
        program = _program(folder)
        (folder / "old.docx").write_bytes(old)
        (folder / "new.docx").write_bytes(new)
        command = [str(program), *(str(folder / f"{name}.docx") for name in ("old", "new", "redline")), *_OPTIONS]
        try:
            if run_contained(command, folder, seconds, _ENVIRONMENT):
                raise Refused([Problem(codes.REDLINE_FAILED)])
            result = folder / "redline.docx"
            if not result.is_file() or result.is_symlink() or result.stat().st_size > LIMITS["file"]:
                raise Refused([Problem(codes.REDLINE_FAILED)])
            return result.read_bytes()
        except TookTooLong:
            raise Refused([Problem(codes.REDLINE_TIME, facts={"limit": str(seconds)})]) from None
        except OSError:
            raise Refused([Problem(codes.REDLINE_FAILED)]) from None


def _program(folder: Path) -> Path:
    """The program, unpacked in `folder`: each time anew, since what lies about to be run can be changed by others.

    Raises Refused where it is not installed or cannot be had.
    """
    import tarfile
    import zipfile
    import zlib

    try:
        from python_redlines import DocxodusEngine

        return Path(DocxodusEngine(str(folder / "program")).extracted_binaries_path)
    except ImportError:
        raise Refused([Problem(codes.NO_REDLINE)]) from None
    except (OSError, EOFError, tarfile.TarError, zipfile.BadZipFile, zlib.error):
        raise Refused([Problem(codes.REDLINE_PLATFORM)]) from None
