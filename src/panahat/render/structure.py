"""Checks how tags stand to one another and to the text: partners, places, nothing beside a tag that takes its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from panahat.problems import Problem
from panahat.render import codes
from panahat.render.reading import Line
from panahat.render.tags import ANY_TAG, Tag, problem, runs_of
from panahat.sandbox.limits import LIMITS

_OPENING = ("if", "for")
_GOVERNING = ("if", "elif", "else", "endif", "for", "endfor", "set")
_PARTNERS = {"elif": ("if",), "else": ("if", "for"), "endif": ("if",), "endfor": ("for",)}


def check_structure(lines: Sequence[Line], tags: Sequence[Tag]) -> list[Problem]:
    """Everything wrong with the tags of one part taken together."""
    return [*_partners(tags), *_beside(lines, tags), *_alone(tags)]


def _partners(tags: Iterable[Tag]) -> Iterator[Problem]:
    """Each if and for ends in the same form and place; elif stands in an if, else in an if or a for."""
    opened: list[Tag] = []
    for tag in tags:
        word = tag.word
        if word in _OPENING:
            opened.append(tag)
            if len(opened) == LIMITS["nested"] + 1:
                yield problem(codes.TOO_DEEP, tag.line, tag=tag.text, limit=str(LIMITS["nested"]))
        elif word in _PARTNERS:
            fits = bool(opened) and opened[-1].word in _PARTNERS[word] and _place(opened[-1]) == _place(tag)
            if not fits:
                yield problem(codes.UNBALANCED, tag.line, tag=tag.text)
            if opened and word.startswith("end"):
                opened.pop()
    for tag in opened:
        yield problem(codes.UNBALANCED, tag.line, tag=tag.text)


def _place(tag: Tag) -> tuple[str, int]:
    """The form of a tag and the place that it and its partners must share."""
    line = tag.line
    return tag.form, {"p": line.holder, "tr": line.table, "tc": line.row}.get(tag.form, line.number)


def _beside(lines: Sequence[Line], tags: Sequence[Tag]) -> Iterator[Problem]:
    """Text that would be lost because a tag takes the place of its paragraph, row, cell or run."""
    for tag in tags:
        place = {"tr": "row", "tc": "cell"}.get(tag.form)
        if place:
            here = getattr(tag.line, place)
            around = [line for line in lines if here and getattr(line, place) == here]
        elif tag.form == "p":
            around = [tag.line]
        else:
            if tag.form == "r" and "".join(run.text for run in runs_of(tag)).strip(" ") != tag.text:
                yield problem(codes.TEXT_BESIDE_TAG, tag.line, tag=tag.text)
            continue
        text = "".join(line.text for line in around)
        if text.strip(" ") != tag.text or any(line.extra for line in around):
            yield problem(codes.TEXT_BESIDE_TAG, tag.line, tag=tag.text)


def _alone(tags: Sequence[Tag]) -> Iterator[Problem]:
    """A governing tag without a form that can leave its paragraph empty: it is all there, or it governs all there is.

    A table cell needs a paragraph, empty or not, and so does a header; there such tags are right.
    """
    for line, group in groupby(tags, key=lambda tag: tag.line):
        if line.cell or line.part != "word/document.xml":
            continue
        inside = list(group)
        first, last = inside[0], inside[-1]
        whole = line.text.strip(" ")
        bare = not ANY_TAG.sub("", whole) and all(tag.word in _GOVERNING for tag in inside)
        wrapped = whole.startswith(first.text) and whole.endswith(last.text) and _wraps(inside)
        if not first.form and (bare or wrapped):
            yield problem(codes.LONE_TAG, line, tag=first.text)


def _wraps(tags: Sequence[Tag]) -> bool:
    """Whether the first tag opens what the last one ends, with no else for the other case."""
    if tags[0].word not in _OPENING:
        return False
    depth = 0
    for tag in tags:
        depth += (tag.word in _OPENING) - (tag.word in ("endif", "endfor"))
        if depth == 1 and tag.word == "else":
            return False
        if depth == 0:
            return tag is tags[-1]
    return False
