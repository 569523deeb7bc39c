"""The small text dialect of arguments: paragraphs, lists, tables, bold and italic, with Jinja for facts.

A source is turned once into Jinja text in which private marks hold the structure, so no value of a case can be taken
for markup. Dialect: a blank line ends a paragraph; «# » heading, «1. » list item, «- » dash item, «| a | b |» table row
(the first of a run is its head), «? » what the other side will say, «! » the answer, both printed as one paragraph, «= » a
line for the summary on the first page; `**bold**`, `*italic*`; a line that is only `{% … %}` governs whole paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from panahat.drafting.marks import BOLD_OFF, BOLD_ON, CELL, CLOSE, ITALIC_OFF, ITALIC_ON, KIND, OPEN, PARAGRAPH, Ledger
from panahat.drafting.traced import Source

DIALECT = "passage 1"
"""Raised whenever `to_jinja` changes what it makes of a text, so that an older tree is not used."""
_CONTROL = re.compile(r"\{%-?(?:(?!%\}).)*%\}")
_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")
_KINDS = (
    ("tag", _CONTROL),
    ("row", re.compile(r"\|.*")),
    ("head", re.compile(r"# .*")),
    ("item", re.compile(r"\d+\. .*")),
    ("dash", re.compile(r"- .*")),
    ("objection", re.compile(r"\? .*")),
    ("answer", re.compile(r"! .*")),
    ("summary", re.compile(r"= .*")),
)
_MARKS = {"- ": "dash", "? ": "objection", "! ": "answer", "= ": "summary"}
_TAG_HERE = "\ue01a"
_MARKED = re.compile(f"([{BOLD_ON}{BOLD_OFF}{ITALIC_ON}{ITALIC_OFF}])")
_SPACES = re.compile(r"[ \t\n]+")
_BEFORE_POINT = re.compile(r" +([,.;:)»])")


class Run(Struct, frozen=True):
    """A stretch of text in one face."""

    text: str
    bold: bool = False
    italic: bool = False


class Block(Struct, frozen=True):
    """One paragraph (or table row) of a passage.

    `kind` is head, para, item, dash, row-head, row, objection, answer or summary.
    """

    kind: str
    runs: tuple[Run, ...] = ()
    cells: tuple[tuple[Run, ...], ...] = ()
    n: int = 0
    sources: frozenset[Source] = frozenset()

    @property
    def text(self) -> str:
        """The block's plain text; cells are joined by « | »."""
        return " | ".join("".join(r.text for r in cell) for cell in (self.cells or (self.runs,)))


def to_jinja(source: str) -> str:
    """The Jinja text of a passage: every paragraph between private marks, control lines as they are."""
    out: list[str] = []
    for lines in _groups(source):
        first = lines[0]
        if _CONTROL.fullmatch(first):
            out.append(first)
        elif first.startswith("# "):
            out.append(_paragraph("head", first[2:]))
        elif first.startswith("|"):
            out.append(f"{OPEN}row{KIND}{CELL.join(_faces(cell) for cell in _cells(first))}{CLOSE}")
        elif re.match(r"\d+\. ", first):
            out.append(_paragraph("item", " ".join([first.split(". ", 1)[1], *lines[1:]])))
        elif first[:2] in _MARKS:
            out.append(_paragraph(_MARKS[first[:2]], " ".join([first[2:], *lines[1:]])))
        else:
            out.append(_paragraph("para", " ".join(lines)))
    return "".join(out)


def lines_of(source: str) -> list[tuple[str, str]]:
    """(kind, Jinja text) of every paragraph, row and control line of a passage, for the comparison of two languages."""
    out: list[tuple[str, str]] = []
    for lines in _groups(source):
        first = lines[0]
        kind = next((k for k, pattern in _KINDS if pattern.fullmatch(first)), "para")
        out.append((kind, " ".join(lines)))
    return out


def _groups(source: str) -> Iterator[list[str]]:
    """Lines that belong together: a paragraph, one list item, one table row, one control line, one heading."""
    group: list[str] = []
    for raw in source.splitlines():
        line = raw.strip()
        alone = bool(_CONTROL.fullmatch(line)) or line.startswith(("|", "# "))
        if group and (not line or alone or re.match(r"(\d+\.|[-?!=]) ", line)):
            yield group
            group = []
        if alone:
            yield [line]
        elif line:
            group.append(line)
    if group:
        yield group


def _cells(row: str) -> list[str]:
    """The cells of a table row; a bar inside a Jinja tag is a filter, not an edge."""
    tags = iter(_TAG.findall(row))
    cells = _TAG.sub(_TAG_HERE, row).strip().strip("|").split("|")
    return [re.sub(_TAG_HERE, lambda _: next(tags), cell).strip() for cell in cells]


def _paragraph(kind: str, text: str) -> str:
    return f"{OPEN}{kind}{KIND}{_faces(text)}{CLOSE}"


def _faces(text: str) -> str:
    """`**` and `*` as marks; what stands inside a Jinja tag is left alone."""
    tags = _TAG.findall(text)
    bare = _TAG.sub(_TAG_HERE, text)
    bare = re.sub(r"\*\*(.+?)\*\*", rf"{BOLD_ON}\1{BOLD_OFF}", bare)
    bare = re.sub(r"\*([^*]+?)\*", rf"{ITALIC_ON}\1{ITALIC_OFF}", bare)
    pieces = bare.split(_TAG_HERE)
    return "".join(piece + tag for piece, tag in zip(pieces, [*tags, ""], strict=True))


def blocks(rendered: str, ledger: Ledger, language: str) -> list[Block]:
    """The blocks of a rendered passage, list items numbered, empty paragraphs left out, spaces tidied."""
    out: list[Block] = []
    for kind, body in PARAGRAPH.findall(rendered):
        text, sources = ledger.take(body, language)
        text = _BEFORE_POINT.sub(r"\1", _SPACES.sub(" ", text)).strip(" ")
        if not text:
            continue
        if kind == "row":
            head = not out or out[-1].kind not in ("row", "row-head")
            cells = tuple(_runs(cell.strip(" ")) for cell in text.split(CELL))
            out.append(Block("row-head" if head else "row", cells=cells, sources=sources))
        else:
            block = Block(kind, runs=_runs(text), sources=sources)
            previous = out[-1] if out else None
            if kind == "item":
                block = replace(block, n=previous.n + 1 if previous and previous.kind == "item" else 1)
            out.append(block)
    return out


def _runs(text: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    bold = italic = False
    for piece in _MARKED.split(text):
        if piece in (BOLD_ON, BOLD_OFF):
            bold = piece == BOLD_ON
        elif piece in (ITALIC_ON, ITALIC_OFF):
            italic = piece == ITALIC_ON
        elif piece:
            runs.append(Run(piece, bold, italic))
    return tuple(runs)
