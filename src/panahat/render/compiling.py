"""Turns a Word template into constant parts and compiled trees. Everything that can be wrong with it is said at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from panahat.messages import N_
from panahat.problems import Problem, Refused
from panahat.render import codes
from panahat.render.dialect import Source, sources
from panahat.render.reading import Line, lines, style_names
from panahat.render.structure import check_structure
from panahat.render.tables import must_recount
from panahat.render.tags import ANY_TAG, Tag, find_tags
from panahat.render.twin import Outlined, asked, in_order, outline, twin_of
from panahat.seal.cleaning import Clean, clean_and_tell
from panahat.seal.xml import Element, W, tree
from panahat.seal.zipping import Member, label, member, pack

_W = f"{{{W}}}"
_RENDERED = ("document", "header", "footer", "footnotes")
_OTHERWISE = "@" + N_("docxtpl takes the tags apart in another way")
_ENDNOTES = "word/endnotes.xml"
_BRACES = ("{{", "{%", "{#", "{_{", "}_}", "{_%", "%_}")


class Part(Struct, frozen=True):
    """One part that data changes: `tree` prints what stands between `before` and `after`; `recount`: see `tables`."""

    name: str
    before: str
    tree: list[Any]
    after: str
    recount: bool


class Compiled(Struct, frozen=True):
    """A template ready to be filled; `margins` are its headers, footers and footnotes as `outline` is the text."""

    parts: tuple[Part, ...]
    members: tuple[Member, ...]
    outline: tuple[Outlined, ...]
    twin: str
    margins: Mapping[str, tuple[Outlined, ...]] = {}


class Study(Struct, frozen=True):
    """A clean template read through: its parts, the paragraphs and tags of each, and everything that is wrong."""

    clean: Clean
    styles: Mapping[str, str]
    lines: Mapping[str, list[Line]]
    tags: Mapping[str, list[Tag]]
    recount: bool
    problems: list[Problem]

    def sources(self) -> Iterator[Source]:
        return sources(pack([], self.clean.parts))


def compile_content(content: bytes) -> Compiled:
    """The template in the bytes of a .docx. Raises Refused with every problem."""
    study = read_template(content)
    if study.problems:
        raise Refused(study.problems)
    parts = [_part(source, study) for source in study.sources() if any(b in source.source for b in _BRACES)]
    names = {part.name for part in parts}
    return Compiled(
        tuple(parts),
        tuple(member(name, content) for name, content in study.clean.parts.items() if name not in names),
        tuple(outline(study.lines["word/document.xml"])),
        twin_of(_pages(study)),
        {label(name): tuple(outline(study.lines[name])) for name in sorted(names - {"word/document.xml"})},
    )


def read_template(content: bytes) -> Study:
    """The template read through. Raises Refused where it cannot be read at all."""
    clean, problems = clean_and_tell(content)
    styles = style_names(tree("styles", clean.parts["word/styles.xml"])) if "word/styles.xml" in clean.parts else {}
    all_lines: dict[str, list[Line]] = {}
    all_tags: dict[str, list[Tag]] = {}
    recount = False
    for name, kind in clean.kinds.items():
        if kind not in _RENDERED:
            problems += _tags_elsewhere(name, clean.parts[name])
            continue
        root = tree(name, clean.parts[name])
        all_lines[name] = list(lines(name, root, styles))
        tags: list[Tag] = []
        for line in all_lines[name]:
            found, flaws = find_tags(line)
            tags += found
            problems += flaws
        problems += check_structure(all_lines[name], tags)
        problems += _tags_in_markup(name, root)
        all_tags[name] = [tag for tag in tags if tag.kind != "#"]
        recount = recount or (kind == "document" and must_recount(root, tags))
    return Study(clean, styles, all_lines, all_tags, recount, problems)


def _part(source: Source, study: Study) -> Part:
    """The compiled part. Raises Refused where docxtpl and Jinja together see what no single tag showed."""
    from jinja2 import TemplateError

    from panahat.sandbox.engine import compile_source

    tags = study.tags[source.part]
    found = [tag for tag in ANY_TAG.findall(source.source) if not tag.startswith("{#")]
    facts = {"part": label(source.part), "paragraph": "–", "tag": "…"}
    if len(found) != len(tags) and not study.recount:
        raise Refused([Problem(codes.SYNTAX, facts=facts | {"reason": _OTHERWISE})])
    try:
        compiled = compile_source(source.source)
    except TemplateError as error:
        raise Refused([Problem(codes.SYNTAX, facts=facts | {"reason": error.message or "?"})]) from None
    return Part(
        source.part, source.before, compiled, source.after, study.recount and source.part == "word/document.xml"
    )


def _tags_elsewhere(name: str, content: bytes) -> Iterator[Problem]:
    """A problem for a tag in a part that is never filled: styles, settings, endnotes."""
    if any(brace.encode() in content for brace in _BRACES):
        yield Problem(codes.HIDDEN_TAG, facts={"part": label(name), "paragraph": "–"})


def _tags_in_markup(name: str, root: Element) -> Iterator[Problem]:
    """A problem for each paragraph with a tag in a field code or an attribute."""
    number = 0
    for element in root.iter():
        number += element.tag == f"{_W}p"
        texts = [str(v) for v in element.attrib.values()]
        if element.tag == f"{_W}instrText":
            texts.append(element.text or "")
        if any(brace in text for brace in _BRACES for text in texts):
            yield Problem(codes.HIDDEN_TAG, facts={"part": label(name), "paragraph": str(number)})


def _pages(study: Study) -> Mapping[str, Sequence[Line]]:
    """The paragraphs by the twin's titles."""
    parts = study.clean.parts
    body = tree("document", parts["word/document.xml"])
    known = {**study.lines, "": study.lines["word/document.xml"]}
    if _ENDNOTES in parts:
        known[_ENDNOTES] = list(lines(_ENDNOTES, tree(_ENDNOTES, parts[_ENDNOTES]), study.styles))
    notes = {"footnotes": "word/footnotes.xml", "endnotes": _ENDNOTES}
    return in_order(asked(body, study.clean.references), known, notes)


def named(refused: Refused, file: str) -> Refused:
    """The same problems, each with the template's name."""
    return Refused([replace(p, file=p.file or file) for p in refused.problems])
