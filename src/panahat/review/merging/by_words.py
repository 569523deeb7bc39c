"""A paragraph that both changed, word by word: merged where they changed different ones, else shown as tracked words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from panahat.aligning import opcodes
from panahat.review.comparing import tokens
from panahat.review.merging.importing import Importer
from panahat.review.merging.names import MARKERS, PPR, RPR, RUN, XML_SPACE, local, value, w
from panahat.review.merging.reading import SIGNS, Look
from panahat.review.merging.styles import Looks
from panahat.review.merging.tracking import Tracker
from panahat.seal.xml import Element

_DIFFERENT = 0.7
"""The share of words that may differ for both texts to be readable in one."""
_APART = 2
"""How many untouched words must stand between what both changed: a date, a name, a number hang together."""
_TEXT = w("t")
_SIMPLE = frozenset((RPR, _TEXT, w("lastRenderedPageBreak"), *map(w, SIGNS)))


@dataclass(frozen=True, slots=True)
class _Spot:
    """A place between two characters: `at` characters into `child` of `run`; of what is no text, `run` is that itself."""

    run: Element
    child: Element | None = None
    at: int = 0


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, space or sign with its look, and where it begins and ends; `key` is equal where both are."""

    text: str
    look: Look
    start: _Spot
    end: _Spot

    @property
    def key(self) -> str:
        return f"{self.text}\x00{self.look}"

    @property
    def opaque(self) -> bool:
        return self.start.child is None


_Edit = tuple[int, int, int, int]


def merge_words(
    paragraphs: Sequence[Element], looks: Sequence[Looks], styles: Sequence[str], importer: Importer
) -> str:
    """Puts what the third paragraph changed in the first into the second; gives the text it then has.

    «» where both changed the same words or near ones, or something that is no text: then nothing is done.
    """
    sides = [_words(p, look, style) for p, look, style in zip(paragraphs, looks, styles, strict=True)]
    base, theirs, ours = sides
    if base is None or theirs is None or ours is None:
        return ""
    mine, others = _edits(base, theirs), _edits(base, ours)
    fresh = [edit for edit in others if not any(_same(edit, ours, e, theirs) for e in mine)]
    apart = all(_apart(base, a, b) for a in mine for b in fresh)
    touched = [x for a, b, c, d in fresh for x in (*base[a:b], *ours[c:d])]
    if not fresh or not mine or not apart or any(x.opaque for x in touched):
        return ""
    text = list(theirs)
    for a, b, c, d in reversed(fresh):
        here = a + sum((f - e) - (y - x) for x, y, e, f in mine if y <= a)
        there = here + b - a
        for run in _cut_out(paragraphs[1], theirs, here, there, list(_runs(ours[c:d], importer))):
            paragraphs[1].remove(run)
        text[here:there] = ours[c:d]
    return "".join(x.text for x in text if not x.opaque)


def track_words(
    paragraphs: Sequence[Element], looks: Sequence[Looks], styles: Sequence[str], importer: Importer, tracker: Tracker
) -> bool:
    """Makes the first paragraph hold both, the words that differ tracked: its own as taken out, the other's as put in.

    False where they are too different for that, or differ in what is no text: then nothing is done.
    """
    theirs, ours = (_words(p, look, style) for p, look, style in zip(paragraphs, looks, styles, strict=True))
    if theirs is None or ours is None:
        return False
    edits = list(_readable(_edits(theirs, ours), theirs))
    touched = [x for a, b, c, d in edits for x in (*theirs[a:b], *ours[c:d])]
    if any(x.opaque for x in touched) or len(touched) > _DIFFERENT * (len(theirs) + len(ours)):
        return False
    for a, b, c, d in reversed(edits):
        made = list(_runs(ours[c:d], importer))
        gone = _cut_out(paragraphs[0], theirs, a, b, made)
        for runs, name in ((gone, "del"), (made, "ins")):
            for run in runs:
                tracker.run(run, name)
    return True


def _readable(edits: Sequence[_Edit], words: Sequence[_Word]) -> Iterator[_Edit]:
    """Changes with only spaces and signs between them as one."""
    waiting: _Edit | None = None
    for edit in edits:
        if waiting and not any(x.opaque or any(c.isalnum() for c in x.text) for x in words[waiting[1] : edit[0]]):
            waiting = (waiting[0], edit[1], waiting[2], edit[3])
            continue
        if waiting:
            yield waiting
        waiting = edit
    if waiting:
        yield waiting


def _edits(old: Sequence[_Word], new: Sequence[_Word]) -> list[_Edit]:
    found = opcodes([x.key for x in old], [x.key for x in new])
    return [(a, b, c, d) for a, b, c, d, equal in found if not equal]


def _same(one: _Edit, words: Sequence[_Word], other: _Edit, others: Sequence[_Word]) -> bool:
    """Whether both made the same of the same words."""
    keys = [[x.key for x in side[e[2] : e[3]]] for e, side in ((one, words), (other, others))]
    return one[:2] == other[:2] and keys[0] == keys[1]


def _apart(base: Sequence[_Word], one: _Edit, other: _Edit) -> bool:
    first, second = sorted((one, other))
    between = base[first[1] : second[0]]
    return first[1] <= second[0] and sum(any(c.isalnum() for c in x.text) for x in between) >= _APART


def _words(paragraph: Element, looks: Looks, style: str) -> list[_Word] | None:
    """The words of a paragraph; None where a field or something tracked is among them."""
    out: list[_Word] = []
    pieces: list[tuple[str, Element, Element]] = []
    look: Look = ()

    def end() -> None:
        out.extend(_cut(pieces, look))
        pieces.clear()

    for child in paragraph.iterchildren():
        if child.tag == PPR or child.tag in MARKERS or child.find(w("commentReference")) is not None:
            continue
        if next(child.iter(w("fldChar"), w("fldSimple"), w("ins"), w("del")), None) is not None:
            return None
        if child.tag != RUN or any(c.tag not in _SIMPLE or c.get(w("type")) for c in child):
            end()
            spot = _Spot(child)
            out.append(_Word(_opaque(child), (), spot, spot))
            continue
        now = looks.run(style, child.find(RPR))
        if now != look:
            end()
            look = now
        pieces += [(_said(c), child, c) for c in child if c.tag != RPR and _said(c)]
    end()
    return out


def _cut(pieces: Sequence[tuple[str, Element, Element]], look: Look) -> Iterator[_Word]:
    """The words of stretches of one look; a word may go over several."""
    spots = [(run, child, n) for text, run, child in pieces for n in range(len(text))]
    at = 0
    for word in tokens("".join(text for text, _, _ in pieces)):
        run, child, n = spots[at]
        at += len(word)
        last = spots[at - 1]
        yield _Word(word, look, _Spot(run, child, n), _Spot(last[0], last[1], last[2] + 1))


def _said(child: Element) -> str:
    if child.tag != _TEXT:
        return SIGNS.get(local(child), "\n" if local(child) == "br" else "")
    text = child.text or ""
    return text if child.get(XML_SPACE) == "preserve" else text.strip(" \t\r\n")


def _opaque(child: Element) -> str:
    """What stands there, whatever its ids."""
    inside = (f"{local(e)}{value(e, 'char') or ''}{e.text or ''}" for e in child.iter())
    return "\ufffc" + " ".join(inside)


def _cut_out(
    paragraph: Element, words: Sequence[_Word], first: int, last: int, made: Sequence[Element]
) -> list[Element]:
    """Puts `made` behind the words from `first` up to `last`; gives the runs that are these words and no others."""
    before = _after(words[last - 1].end) if last else _before(words)
    found: list[Element] = []
    at: Element | None = _split(words[first].start) if first < last else None
    while at is not None and at is not before:
        found += [at] if at.tag == RUN and at.find(w("commentReference")) is None else []
        at = at.getnext()
    for run in made:
        (before.addprevious if before is not None else paragraph.append)(run)
    return found


def _before(words: Sequence[_Word]) -> Element | None:
    """The element in front of which a paragraph's beginning is."""
    if not words:
        return None
    return words[0].start.run if words[0].opaque else _split(words[0].start)


def _after(spot: _Spot) -> Element | None:
    return spot.run.getnext() if spot.child is None else _split(spot)


def _split(spot: _Spot) -> Element:
    """Divides a run at a place in it; gives the right half, a run of its own."""
    run, child = spot.run, spot.child
    assert child is not None
    right: Element = run.makeelement(RUN, {}, None)
    look = run.find(RPR)
    if look is not None:
        right.append(deepcopy(look))
    following = list(child.itersiblings())
    if spot.at == 0:
        following.insert(0, child)
    elif child.tag == _TEXT:
        text = _said(child)
        child.text = text[: spot.at]
        child.set(XML_SPACE, "preserve")
        if text[spot.at :]:
            right.append(_text(right, text[spot.at :]))
    right.extend(following)
    run.addnext(right)
    return right


def _runs(words: Sequence[_Word], importer: Importer) -> Iterator[Element]:
    """Runs that say the words as their own draft does, at home in the lawyer's."""
    run, of = None, None
    for word in words:
        if run is None or of is not word.start.run:
            of = word.start.run
            run = of.makeelement(RUN, {}, None)
            look = of.find(RPR)
            if look is not None:
                run.append(deepcopy(look))
            importer.adapt(run, {})
            yield run
        sign = next((name for name, text in (*SIGNS.items(), ("br", "\n")) if text == word.text), "")
        run.append(run.makeelement(w(sign), {}, None) if sign else _text(run, word.text))


def _text(run: Element, text: str) -> Element:
    made: Element = run.makeelement(_TEXT, {XML_SPACE: "preserve"}, None)
    made.text = text
    return made
