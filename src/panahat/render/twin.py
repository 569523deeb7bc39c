"""A template as text: the outline that the draft follows, and the twin that reviewers read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from msgspec import Struct

from panahat.problems import Problem
from panahat.render import codes

if TYPE_CHECKING:
    from panahat.render.reading import Line
    from panahat.seal.xml import Element

_FORM = re.compile(r"(\{[%#])(?:p|tr|tc|r) ")
_ROW_TAG = re.compile(r"\s*(\{[%#](?:tr|tc) .*?[%#]\})\s*", re.DOTALL)
_LONE_TAG = re.compile(r"\s*\{[%#]p ((?![%#]\}).)*[%#]\}\s*", re.DOTALL)


class Outlined(Struct, frozen=True):
    """One paragraph of a template, or one tag that governs paragraphs or rows (`governs`).

    `text` is Jinja in plain form (`{% if x %}`, never `{%p if x %}`), tabs as tab, line breaks as newline. `cell` and
    `row` are equal for paragraphs of one cell and one row, 0 outside tables.
    """

    part: str
    number: int
    style: str
    text: str
    governs: bool
    row: int
    cell: int


def outline(lines: Iterable[Line]) -> list[Outlined]:
    """The paragraphs in the order in which Jinja goes through them."""
    out: list[Outlined] = []
    for row, group in groupby(lines, key=lambda line: line.row):
        inside = list(group)
        tag = next((m for line in inside if row and (m := _ROW_TAG.fullmatch(line.text)) and "{%tr" in m[1]), None)
        for line in inside[:1] if tag else inside:
            lone = tag or _LONE_TAG.fullmatch(line.text) or (row and _ROW_TAG.fullmatch(line.text))
            text = _FORM.sub(r"\1 ", (tag[1] if tag else line.text).strip() if lone else line.text)
            if not (lone and text.startswith("{#")):
                out.append(Outlined(line.part, line.number, line.style, text, bool(lone), line.row, line.cell))
    return out


def twin_of(parts: Mapping[str, Sequence[Line]]) -> str:
    """The twin: one line a paragraph, `[Style] text`; tags that govern alone; a table row is `[table] cell | cell`.

    A row of a table inside a table is `[table 2] …`, and parts the row it stands in.
    """
    pages: list[str] = []
    for title, lines in parts.items():
        pages += [f"=== {title}"] if title else []
        for row, group in groupby(lines, key=lambda line: line.row):
            inside = list(group)
            pages += _row(inside) if row else [_shown(line) for line in inside]
    return "\n".join(pages) + "\n"


def in_order(
    asked: Iterable[tuple[str, str]], lines: Mapping[str, Sequence[Line]], notes: Mapping[str, str]
) -> dict[str, Sequence[Line]]:
    """The paragraphs by the twin's titles: the text («»), headers and footers as sections ask for them, notes.

    `lines` are those of each part, the text's under «»; `asked` are (title, part) of headers and footers, `notes` the
    part of each kind of notes, of which only paragraphs that say something count (Word keeps two empty notes in each).
    """
    pages = {"": lines[""]}
    for title, part in asked:
        while title in pages:
            title += "+"
        if part in lines and not any(lines[part] is page for page in pages.values()):
            pages[title] = lines[part]
    for title, part in notes.items():
        said = [line for line in lines.get(part, ()) if _visible(line).strip()]
        pages |= {title: said} if said else {}
    return pages


def asked(body: Element, references: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(title, part) of each header and footer that a section of the text asks for; `references`: the part of each id."""
    from panahat.seal.xml import R, W

    for element in body.iter(f"{{{W}}}headerReference", f"{{{W}}}footerReference"):
        kind = str(element.tag).removeprefix(f"{{{W}}}").removesuffix("Reference")
        which = element.get(f"{{{W}}}type", "default")
        part = references.get(element.get(f"{{{R}}}id", ""), "")
        yield f"{kind} {which}".removesuffix(" default"), part


def _shown(line: Line) -> str:
    text = _visible(line)
    return _FORM.sub(r"\1 ", text.strip()) if _LONE_TAG.fullmatch(text) else f"[{line.style}] {text}".rstrip(" ")


def _row(lines: Sequence[Line]) -> list[str]:
    whole = "".join(map(_visible, lines))
    tag = _ROW_TAG.fullmatch(whole)
    if tag and "{%tr" in tag[1]:
        return [_FORM.sub(r"\1 ", tag[1])]
    cells = [" / ".join(_visible(line) for line in group) for _, group in groupby(lines, key=lambda line: line.cell)]
    depth = lines[0].depth
    return [f"[{f'table {depth}' if depth > 1 else 'table'}] {' | '.join(cells)}".rstrip(" ")]


def _visible(line: Line) -> str:
    """The paragraph's text with tabs, breaks and fields made visible."""
    text = ""
    for name, runs in groupby(line.runs, key=lambda run: run.field):
        text += f"‹{name}›" if name else "".join(run.text for run in runs)
    return text.replace("\t", "⇥").replace("\n", "↵")


def stale(twin: str, kept: str) -> list[Problem]:
    """One problem where the kept twin differs from what it should be, naming its first line that differs; else none."""
    if twin == kept:
        return []
    new, old = twin.splitlines(), kept.splitlines()
    number = next((n for n, (a, b) in enumerate(zip(new, old, strict=False), 1) if a != b), min(len(new), len(old)) + 1)
    return [Problem(codes.STALE_TWIN, line=number, facts={"number": str(number)})]
