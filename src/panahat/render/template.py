"""A compiled template: read from a Word file once, kept on disk, filled with data as often as needed.

Filling needs neither docxtpl nor Jinja nor lxml; those are imported only where a template is new or has a fault.
"""

from __future__ import annotations

import hashlib
import os
import sys
from binascii import a2b_base64, b2a_base64
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Raw
from msgspec.json import decode, encode
from msgspec.structs import astuple

from panahat import cache, opener
from panahat.problems import Code, Problem, Refused
from panahat.render import codes
from panahat.sandbox.runtime import Fault, run

if TYPE_CHECKING:
    from panahat.render.compiling import Compiled
    from panahat.render.twin import Outlined
    from panahat.seal.zipping import Member

Finish = Callable[[str, str], str]
_MARKS = ("\ue000", "\ue001")
_HOLES = (
    "</w:tblGrid></w:tbl>",
    "</w:tcPr></w:tc>",
    "<w:tc></w:tc>",
    "<w:tc/>",
    "</w:tbl></w:tc>",
)
_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
"""The no-break hyphen of Word: drawn in the text's own font, an ordinary hyphen where the text is copied."""
_LIBRARIES = ("docxtpl", "isal", "jinja2", "lxml", "markupsafe", "python_docx")


class Template:
    """A Word template ready to be filled. `digest` is the SHA-256 of the .docx, `name` what problems call it."""

    def __init__(self, name: str, content: bytes, digest: str, stored: bytes) -> None:
        self.name = name
        self.digest = digest
        self._content = content
        self._stored_parts, self._stored_members, self._text = decode(stored, type=tuple[Raw, Raw, str])

    def render(self, context: Mapping[str, Any], finish: Finish | None = None) -> dict[str, bytes]:
        """The XML of every part that data changes, by part name, in the order document, headers, footers, notes.

        `context` is plain data: dicts, lists, texts, whole numbers, true and false. `finish(part, xml)` may change a
        part's printed text before it is closed. Raises Refused, naming paragraph and tag, never a value.
        """
        from panahat.seal.xml import check

        made: dict[str, bytes] = {}
        for part, before, tree, after, recount in self._parts:
            try:
                text = run(tree, context)
            except (Fault, TypeError) as fault:
                raise self._located(part, context, fault) from None
            if finish is not None:
                text = finish(part, text)
            text = text.replace("\u2011", _HYPHEN)
            if recount:
                from panahat.render.dialect import fix_tables

                text = fix_tables(text, before)
            if any(mark in text for mark in _MARKS):
                raise self._refused(codes.LEFT_OVER, part)
            if "<w:p" not in text or any(hole in text for hole in _HOLES):
                raise self._refused(codes.EMPTY_PLACE, part)
            made[part] = (before + text + after).encode()
            try:
                check(part, made[part])
            except Refused:
                raise self._refused(codes.BROKEN, part) from None
        return made

    def pack(self, parts: Mapping[str, bytes]) -> bytes:
        """The finished .docx: `parts` as rendered, everything else as the template has it."""
        from panahat.seal.zipping import pack

        return pack(self.members, parts)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """The members of the package, as they will be packed."""
        from panahat.seal.zipping import Member

        rows = decode(self._stored_members)
        return tuple(Member(n, m, crc, size, a2b_base64(packed)) for n, m, crc, size, packed in rows)

    @cached_property
    def _parts(self) -> list[Any]:
        """(name, before, tree, after, recount) of every part that data changes."""
        return list(decode(self._stored_parts))

    @cached_property
    def fixed(self) -> Mapping[str, bytes]:
        """The content of every member that data does not change, by name."""
        changing = {part for part, *_ in self._parts}
        return {m.name: m.content() for m in self.members if m.name not in changing}

    @cached_property
    def outline(self) -> tuple[Outlined, ...]:
        """The paragraphs of the document's body in order, with style and Jinja text."""
        from panahat.render.twin import Outlined

        return tuple(Outlined(*row) for row in decode(self._text)[0])

    @cached_property
    def texts(self) -> Mapping[str, tuple[Outlined, ...]]:
        """Every part that data changes, as `outline` gives the body: that under «», headers, footers and notes by name."""
        from panahat.render.twin import Outlined

        margins = decode(self._text)[2]
        return {"": self.outline, **{part: tuple(Outlined(*row) for row in rows) for part, rows in margins.items()}}

    @cached_property
    def twin(self) -> str:
        """The template as text, one line a paragraph."""
        return str(decode(self._text)[1])

    def _located(self, part: str, context: Mapping[str, Any], fault: Exception) -> Refused:
        from panahat.render.locating import locate

        return Refused([locate(self._content, self.name, part, context, fault)])

    def _refused(self, code: Code, part: str) -> Refused:
        from panahat.seal.zipping import label

        return Refused([Problem(code, file=self.name, facts={"part": label(part)})])


def compile_template(path: Path, name: str | None = None) -> Template:
    """The template in the file `path`, called `name` in problems (else its folder and file name).

    Raises Refused with everything that is wrong with it, each with part, paragraph and the template's own text.
    """
    called = name or "/".join(path.parts[-2:])
    return compile_bytes(opener.read(path, name=called), called)


def compile_bytes(content: bytes, name: str) -> Template:
    """The template in the bytes of a .docx; from the cache where this program has compiled the same bytes before."""
    digest = hashlib.sha256(content).hexdigest()
    key = hashlib.sha256(f"{digest}\0{_made_by()}".encode()).hexdigest()
    kept = cache.load("template", key)
    if kept is None:
        from panahat.render.compiling import compile_content, named

        try:
            kept = _frozen(compile_content(content))
        except Refused as refused:
            raise named(refused, name) from None
        cache.store("template", key, kept)
    return Template(name, content, digest, kept)


def _frozen(compiled: Compiled) -> bytes:
    """A compiled template as plain data; its outline and text stay folded up until they are asked for."""
    members = [
        (m.name, m.method, m.crc, m.size, b2a_base64(m.packed, newline=False).decode()) for m in compiled.members
    ]
    margins = {part: [astuple(o) for o in rows] for part, rows in compiled.margins.items()}
    text = encode(([astuple(o) for o in compiled.outline], compiled.twin, margins)).decode()
    return encode(([astuple(p) for p in compiled.parts], members, text))


def _made_by() -> str:
    """What decides how a template is compiled: these rooms' files, and the versions of the libraries they use."""
    here = Path(__file__).parent
    own = [
        (file.name, file.stat().st_size, file.stat().st_mtime_ns)
        for room in (here, here.parent / "seal", here.parent / "sandbox")
        for file in os.scandir(room)
        if file.name.endswith(".py")
    ]
    return repr((sorted(own), _versions()))


def _versions() -> list[str]:
    """Name and version of each library, read off its metadata folder (importlib.metadata costs ten times as much)."""
    found = [
        entry.name
        for folder in sys.path
        if folder.endswith("-packages")
        for entry in os.scandir(folder)
        if entry.name.endswith(".dist-info") and entry.name.lower().startswith(_LIBRARIES)
    ]
    if len(found) < len(_LIBRARIES):
        from importlib.metadata import version

        found = [f"{library} {version(library)}" for library in _LIBRARIES]
    return sorted(found)


def check_twin(docx: Path, twin: Path) -> list[Problem]:
    """One problem where the text twin beside a template is stale, with the first line that differs; else none."""
    from panahat.render.twin import stale

    kept = opener.decode(opener.read_if_there(twin, name=twin.name) or b"", twin.name)
    return [
        Problem(p.code, file=twin.name, line=p.line, facts=p.facts) for p in stale(compile_template(docx).twin, kept)
    ]
