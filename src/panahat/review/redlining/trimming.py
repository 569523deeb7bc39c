"""Tracked changes narrowed to the words that differ, so that a reader sees no word as changed that was not.

Where text was taken out and other text put in at the same place, what both have in common stands untracked; formatting
counts. What is taken out comes before what is put in. Accepting and rejecting give the same as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from panahat.seal.xml import Element, W, form

ALIKE = 0.5
"""The share of common characters from which words in the middle are left standing, not only those at the ends."""

_W = f"{{{W}}}"
_INS, _DEL, _RUN, _LOOK = f"{_W}ins", f"{_W}del", f"{_W}r", f"{_W}rPr"
_SAID = (f"{_W}t", f"{_W}delText")
_SIGNS = frozenset(f"{_W}{name}" for name in ("tab", "br", "cr", "noBreakHyphen", "softHyphen"))
_HOLDERS = (f"{_W}p", f"{_W}hyperlink")
_TOKEN = re.compile(r"\w+|\s|[^\w\s]")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, a space or a sign, with what it looks like; `xml` is the sign's own element where it has one."""

    text: str
    look: tuple[object, ...]
    xml: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What was taken out and what was put in at one place; `same` where it is one and the same."""

    old: Sequence[_Token]
    new: Sequence[_Token]
    same: bool = False


def trim(root: Element) -> None:
    """Narrows every change below `root`."""
    for holder in list(root.iter(*_HOLDERS)):
        for group in list(_groups(holder)):
            _narrow(holder, group)


def _groups(holder: Element) -> Iterator[list[Element]]:
    """Insertions and deletions that stand together, both there."""
    group: list[Element] = []
    for child in [*holder, None]:
        if child is not None and child.tag in (_INS, _DEL):
            group.append(child)
            continue
        if {e.tag for e in group} == {_INS, _DEL}:
            yield group
        group = []


def _narrow(holder: Element, group: list[Element]) -> None:
    sides = [_tokens([e for e in group if e.tag == tag]) for tag in (_DEL, _INS)]
    if sides[0] is None or sides[1] is None:
        return
    looks = {form(look): look for e in group for look in e.iter(_LOOK)}
    signs = {form(sign): sign for e in group for sign in e.iter(*_SIGNS)}
    at = holder.index(group[0])
    for element in group:
        holder.remove(element)
    for stretch in _stretches(sides[0], sides[1]):
        for tag, tokens in (("", stretch.new),) if stretch.same else ((_DEL, stretch.old), (_INS, stretch.new)):
            if not tokens:
                continue
            runs = list(_runs(holder, tokens, looks, signs, _SAID[tag == _DEL]))
            if tag:
                made = holder.makeelement(tag)
                made.extend(runs)
                runs = [made]
            for run in runs:
                holder.insert(at, run)
                at += 1


def _tokens(changes: Sequence[Element]) -> list[_Token] | None:
    """The words in the changes; None where they hold anything but text."""
    pieces: list[tuple[str, tuple[object, ...], tuple[object, ...]]] = []
    for run in (run for change in changes for run in change):
        if run.tag != _RUN:
            return None
        look = next((form(e) for e in run if e.tag == _LOOK), ())
        for child in run:
            if child.tag in _SIGNS:
                pieces.append(("", look, form(child)))
            elif child.tag in _SAID and pieces and pieces[-1][1:] == (look, ()):
                pieces[-1] = (pieces[-1][0] + (child.text or ""), look, ())
            elif child.tag in _SAID:
                pieces.append((child.text or "", look, ()))
            elif child.tag != _LOOK:
                return None
    return [_Token(t, look, xml) for text, look, xml in pieces for t in ([text] if xml else _TOKEN.findall(text))]


def _stretches(old: Sequence[_Token], new: Sequence[_Token]) -> list[_Stretch]:
    """Both texts side by side: what they have in common at their ends and, where they are alike, in the middle."""
    from rapidfuzz.distance import LCSseq

    head = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    left, right = old[head:], new[head:]
    back = zip(reversed(left), reversed(right), strict=False)
    tail = next((n for n, (a, b) in enumerate(back) if a != b), min(len(left), len(right)))
    left, right = left[: len(left) - tail], right[: len(right) - tail]
    middle = [_Stretch(left, right)]
    blocks = LCSseq.opcodes(left, right)
    common = sum(_length(left[b.src_start : b.src_end]) for b in blocks if b.tag == "equal")
    if common and common >= ALIKE * max(_length(left), _length(right)):
        middle = [
            _Stretch(left[b.src_start : b.src_end], right[b.dest_start : b.dest_end], b.tag == "equal") for b in blocks
        ]
    kept = [*_joined(_worth(s) for s in middle)]
    first, last = _Stretch(old[:head], new[:head], True), _Stretch(old[len(old) - tail :], new[len(new) - tail :], True)
    return [s for s in (first, *kept, last) if s.old or s.new]


def _worth(stretch: _Stretch) -> _Stretch:
    """Common spaces and signs alone between changes are changed along with the words around them."""
    if stretch.same and not any(token.text[:1].isalnum() for token in stretch.new):
        return _Stretch(stretch.old, stretch.new)
    return stretch


def _joined(stretches: Iterator[_Stretch]) -> Iterator[_Stretch]:
    """Neighbouring changes as one."""
    waiting = _Stretch((), ())
    for stretch in stretches:
        if not stretch.same:
            waiting = _Stretch([*waiting.old, *stretch.old], [*waiting.new, *stretch.new])
            continue
        yield waiting
        yield stretch
        waiting = _Stretch((), ())
    yield waiting


def _length(tokens: Sequence[_Token]) -> int:
    return sum(len(t.text) or 1 for t in tokens)


def _runs(
    holder: Element,
    tokens: Sequence[_Token],
    looks: Mapping[tuple[object, ...], Element],
    signs: Mapping[tuple[object, ...], Element],
    said: str,
) -> Iterator[Element]:
    """Runs that say the tokens, one for each stretch of one look."""
    run, text, before = None, "", object()
    for token in [*tokens, None]:
        if run is not None and text and (token is None or token.xml or token.look != before):
            element = holder.makeelement(said, {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
            element.text, text = text, ""
            run.append(element)
        if run is not None and (token is None or token.look != before):
            yield run
            run = None
        if token is None:
            return
        if run is None:
            run, before = holder.makeelement(_RUN), token.look
            if token.look:
                run.append(deepcopy(looks[token.look]))
        if token.xml:
            run.append(deepcopy(signs[token.xml]))
        else:
            text += token.text
