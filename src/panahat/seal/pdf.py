"""A PDF of a finished filing, by LibreOffice where it is installed.

LibreOffice runs with a profile of its own in a private folder that is removed afterwards, without macros, links or
update checks, without the user's environment, where the system allows it without any network at all, and within a time
limit. What it made is written anew: the program's name, the time and the file's id are replaced by a title; what stays is what
a page shows, its tags for screen readers, its language and its fonts.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from panahat import opener
from panahat.problems import Problem, Refused
from panahat.seal import codes
from panahat.seal.contained import TookTooLong, run_contained
from panahat.seal.limits import LIMITS
from panahat.seal.write import write_file

if TYPE_CHECKING:
    from pypdf import PdfReader, PdfWriter

_SETTINGS: dict[str, dict[str, str]] = {
    "/org.openoffice.Office.Common/Security/Scripting": {"MacroSecurityLevel": "3", "DisableMacrosExecution": "true"},
    "/org.openoffice.Office.Jobs/Jobs/org.openoffice.Office.Jobs:Job['UpdateCheck']/Arguments": {
        "AutoCheckEnabled": "false"
    },
    "/org.openoffice.Office.Writer/Content/Update": {"Link": "0"},
    "/org.openoffice.Office.Common/Filter/PDF/Export": {"UseTaggedPDF": "true", "PDFUACompliance": "true"},
}
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title></rdf:Description>{accessible}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
_ACCESSIBLE = """
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>"""


def to_pdf(docx: Path, out: Path, force: bool = False, title: str = "") -> Path | None:
    """Writes the PDF of `docx` to `out`, as `write_file` does, and returns `out`; None where there is no LibreOffice.

    Raises Refused (`seal/pdf-failed`, `seal/pdf-time`, or what `write_file` raises).
    """
    made = pdfs_of({"filing": opener.read(docx)})
    if made is None:
        return None
    write_file(out, scrub_pdf(made["filing"], title), force)
    return out


def office() -> str | None:
    """LibreOffice, where it is installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def pdfs_of(documents: Mapping[str, bytes]) -> dict[str, bytes] | None:
    """The PDF of each Word document by its name, as LibreOffice made it; None where there is no LibreOffice.

    Raises Refused (`seal/pdf-failed`, `seal/pdf-time`).
    """
    program = office()
    if program is None:
        return None
    with tempfile.TemporaryDirectory(prefix="panahat-") as private:
        folder = Path(private)
        for name, content in documents.items():
            (folder / f"{name}.docx").write_bytes(content)
        _run([*_command(program, folder), *(str(folder / f"{name}.docx") for name in documents)], folder)
        made = {name: folder / f"{name}.pdf" for name in documents}
        if not all(file.is_file() for file in made.values()):
            raise Refused([Problem(codes.PDF_FAILED)])
        return {name: file.read_bytes() for name, file in made.items()}


def scrub_pdf(content: bytes, title: str = "") -> bytes:
    """`content` without program, author, times and ids, with `title`. Raises Refused where it is no PDF."""
    from pypdf import PdfWriter
    from pypdf.errors import PyPdfError

    try:
        return finished(PdfWriter(clone_from=BytesIO(content)), title, accessible=b"<pdfuaid:part>" in content)
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError):
        raise Refused([Problem(codes.PDF_FAILED)]) from None


def finished(writer: PdfWriter, title: str, *, accessible: bool = False, keep: PdfReader | None = None) -> bytes:
    """The bytes of a document, the same for the same pages: with its title alone, or with the properties of `keep`."""
    from pypdf.generic import (
        ArrayObject,
        BooleanObject,
        ByteStringObject,
        DictionaryObject,
        IndirectObject,
        NameObject,
        NullObject,
        StreamObject,
    )

    root = writer.root_object
    writer.metadata = None
    before = root.raw_get("/Metadata") if "/Metadata" in root else None
    if keep is not None:
        writer.add_metadata({name: str(value) for name, value in (keep.metadata or {}).items()})
        if "/Metadata" in keep.root_object:
            root[NameObject("/Metadata")] = keep.root_object["/Metadata"].clone(writer).indirect_reference
    elif title:
        writer.add_metadata({"/Title": title})
        described = StreamObject()
        described.set_data(_XMP.format(title=escape(title), accessible=_ACCESSIBLE if accessible else "").encode())
        described[NameObject("/Type")] = NameObject("/Metadata")
        described[NameObject("/Subtype")] = NameObject("/XML")
        root[NameObject("/Metadata")] = writer._add_object(described)
        root[NameObject("/ViewerPreferences")] = DictionaryObject({NameObject("/DisplayDocTitle"): BooleanObject(True)})
    else:
        root.pop("/Metadata", None)
    if isinstance(before, IndirectObject):
        writer._replace_object(before, NullObject())
    writer.pdf_header = "%PDF-1.7"
    shown = hashlib.sha256(title.encode())
    for page in writer.pages:
        content = page.get_contents()
        shown.update(content.get_data() if content is not None else b"")
    id = ByteStringObject(shown.digest()[:16])
    writer._ID = ArrayObject([id, id])
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def _command(program: str, folder: Path) -> list[str]:
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
    return [program, profile, *convert, "--outdir", str(folder)]


def _run(command: list[str], folder: Path) -> None:
    try:
        if run_contained(command, folder, LIMITS["pdf_seconds"]):
            raise Refused([Problem(codes.PDF_FAILED)])
    except TookTooLong:
        raise Refused([Problem(codes.PDF_TIME, facts={"limit": str(LIMITS["pdf_seconds"])})]) from None
