"""A PDF of a finished filing, by LibreOffice where it is installed.

LibreOffice runs with a profile of its own in a private folder that is removed afterwards, without macros, links or
update checks, without the user's environment, where the system allows it without any network at all, and within a time
limit. From the PDF the program's name, the time and the file ids are taken out; what stays is what a page shows, its
language and its fonts.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from panahat import opener
from panahat.problems import Problem, Refused
from panahat.seal import codes
from panahat.seal.contained import TookTooLong, run_contained
from panahat.seal.limits import LIMITS
from panahat.seal.write import write_file

_SETTINGS: dict[str, dict[str, str]] = {
    "/org.openoffice.Office.Common/Security/Scripting": {"MacroSecurityLevel": "3", "DisableMacrosExecution": "true"},
    "/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments": {
        "AutoCheckEnabled": "false"
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "0"},
}


def to_pdf(docx: Path, out: Path, force: bool = False) -> Path | None:
    """Writes the PDF of `docx` to `out`, as `write_file` does, and returns `out`; None where there is no LibreOffice.

    Raises Refused (`seal/pdf-failed`, `seal/pdf-time`, or what `write_file` raises).
    """
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory(prefix="panahat-") as private:
        folder = Path(private)
        copy = folder / "filing.docx"
        copy.write_bytes(opener.read(docx))
        _run(_command(office, folder), folder)
        made = folder / "filing.pdf"
        if not made.is_file():
            raise Refused([Problem(codes.PDF_FAILED)])
        write_file(out, scrub_pdf(made.read_bytes()), force)
    return out


def scrub_pdf(content: bytes) -> bytes:
    """`content` without program, author, times and ids: each blanked at its own length, so that every offset holds."""
    tail = content.rfind(b"endstream")
    head, info = content[:tail], content[tail:]
    info = re.sub(rb"(?<=Date\(D:)\d{14}", b"19800101000000", info)
    for key in (b"Author", b"Creator", b"Producer", b"Title", b"Subject", b"Keywords"):
        info = re.sub(rb"(?<=/" + key + rb"<FEFF)[0-9A-F]*", lambda m: b"0020" * (len(m[0]) // 4), info)
    info = re.sub(rb"(?<=/ID \[ )<[0-9A-F]+>(\s*)<[0-9A-F]+>", lambda m: re.sub(rb"[0-9A-F]", b"0", m[0]), info)
    info = re.sub(rb"(?<=/DocChecksum /)[0-9A-F]+", lambda m: b"0" * len(m[0]), info)
    return head + info


def _command(office: str, folder: Path) -> list[str]:
    """The command line, with a fresh profile that forbids macros, links and update checks."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, values in _SETTINGS.items()
        for name, value in values.items()
    )
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        f"{items}</oor:items>"
    )
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--norestore", "--nolockcheck", "--convert-to", "pdf:writer_pdf_Export"]
    return [office, profile, *convert, "--outdir", str(folder), str(folder / "filing.docx")]


def _run(command: list[str], folder: Path) -> None:
    try:
        if run_contained(command, folder, LIMITS["pdf_seconds"]):
            raise Refused([Problem(codes.PDF_FAILED)])
    except TookTooLong:
        raise Refused([Problem(codes.PDF_TIME, facts={"limit": str(LIMITS["pdf_seconds"])})]) from None
