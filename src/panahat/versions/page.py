"""A comparison as one self-contained page: nothing is loaded, readable without colours, without its script, and on paper."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from panahat.case.needs import dotted
from panahat.messages import N_, Translator
from panahat.review.comparing import Change, Row
from panahat.review.document import BODY
from panahat.review.reasons import UNKNOWN, short
from panahat.review.wording import (
    KIND_WORDS,
    cause_words,
    counted_things,
    fact_name,
    place,
    thing_words,
    unseen_words,
    value_words,
)
from panahat.versions.page_look import SCRIPT, STYLE

if TYPE_CHECKING:
    from panahat.review.reasons import Cause
    from panahat.versions.comparing import Comparison

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
_VIEWS = (("together", N_("In one text")), ("apart", N_("Side by side")))


def page(found: Comparison, tr: Translator, language: str) -> str:
    """The page as HTML text in the user's language."""
    return _Page(found, tr).text(language)


class _Page:
    """The page that is being written: how many changes it has so far, and which causes were told in full."""

    def __init__(self, found: Comparison, tr: Translator) -> None:
        self.found = found
        self.tr = tr
        self.number = 0
        self.told: dict[Cause, int] = {}
        self.total = sum(1 for changed, _ in self._groups() if changed)

    def text(self, language: str) -> str:
        title = escape(self.tr(N_("What changed, and why")))
        digest = b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
        policy = _POLICY.format(digest=digest)
        body = list(self._body())
        return "\n".join(
            [
                f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
                f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>",
                *self._bar(),
                f"<main>\n<h1>{title}</h1>",
                *self._front(),
                *self._beside(),
                *self._facts(),
                *self._contents(),
                *body,
                f"</main>\n<script>{SCRIPT}</script>\n</body>\n</html>\n",
            ]
        )

    def _say(self, text: str, **names: object) -> str:
        return escape(self.tr(text).format(**names))

    def _bar(self) -> Iterator[str]:
        """What stays at the top: the way to the next change, and how changes are shown."""
        for n, (id, label) in enumerate(_VIEWS):
            checked = " checked" if n == 0 else ""
            yield f'<input type="radio" name="view" id="{id}"{checked}><label for="{id}">{self._say(label)}</label>'
        if self.total:
            back, on = self._say(N_("Previous change")), self._say(N_("Next change"))
            yield f'<nav class="bar"><a href="#c1" id="back" title="{back} (K)">↑ {back}</a>'
            yield f'<span id="at">{self.total}</span><a href="#c1" id="on" title="{on} (J)">↓ {on}</a></nav>'

    def _front(self) -> Iterator[str]:
        found = self.found
        yield '<table class="front">'
        for label, version in ((N_("Before"), found.old), (N_("After"), found.new)):
            made = f" — {escape(version.source.file.name)}" if version.source else ""
            yield f"<tr><th>{self._say(label)}</th><td>{escape(version.name)}{made}</td></tr>"
        counts = {kind: sum(c.kind == kind for c in found.changes) for kind in KIND_WORDS}
        shown = [f"{self.tr(KIND_WORDS[k])}: {n}" for k, n in counts.items() if n]
        shown.append(f"{self.tr(N_('unchanged'))}: {sum(row.change is None for row in found.rows)}")
        yield f"<tr><th>{self._say(N_('Paragraphs'))}</th><td>{escape(', '.join(shown))}</td></tr>\n</table>"
        for note in found.notes:
            yield f'<p class="note">{escape(note.file)}: {escape(note.say(self.tr, note.code.what))}</p>'
        if not found.explained:
            yield f'<p class="note">{self._say(N_("The causes are not known: name the case file with --case."))}</p>'

    def _beside(self) -> Iterator[str]:
        """What differs beside the text, and what could not be compared."""
        if self.found.things:
            yield f"<h2>{self._say(N_('Different beside the words:'))}</h2>\n<ul>"
            yield from (f'<li class="unseen">{escape(thing_words(c, self.tr))}</li>' for c in self.found.things)
            yield "</ul>"
        if self.found.unlooked:
            counts = counted_things(self.found.unlooked, self.tr)
            yield f'<p class="note">{self._say(N_("Not compared: {counts}"), counts=counts)}</p>'

    def _facts(self) -> Iterator[str]:
        """The facts that changed between the two states of the case."""
        if not self.found.facts:
            return
        heads = [self._say(h) for h in (N_("Fact"), N_("Before"), N_("After"), N_("Line"))]
        yield f'<h2>{self._say(N_("Facts that changed"))}</h2>\n<table class="facts">'
        yield "<tr>" + "".join(f"<th>{h}</th>" for h in heads) + "</tr>"
        for f in self.found.facts:
            name = fact_name(dotted(f.path), self.tr)
            values = (value_words(short(value), self.tr) for value in (f.before, f.after))
            cells = (name, *values, str(f.new_line or f.old_line or ""))
            inside = (f'<td data-of="{h}">{escape(c)}</td>' for h, c in zip(heads, cells, strict=True))
            yield f"<tr>{''.join(inside)}</tr>"
        yield "</table>"

    def _contents(self) -> Iterator[str]:
        """The sections of the filing that have changes, each with the way to its first."""
        counts: dict[str, list[int]] = {}
        head, number = "", 0
        for changed, rows in self._groups():
            head = next((r.unit.text for r in reversed(rows) if r.unit.heading), head)
            if changed:
                number += 1
                counts.setdefault(head, []).append(number)
        if len(counts) > 1:
            yield f'<h2>{self._say(N_("Sections with changes"))}</h2>\n<ul class="sections">'
            for text, numbers in counts.items():
                said = escape(text) or self._say(N_("Beginning"))
                yield f'<li><a href="#c{numbers[0]}">{said}</a> <small>{len(numbers)}</small></li>'
            yield "</ul>"

    def _groups(self) -> Iterator[tuple[bool, Sequence[Row]]]:
        """(whether changed, rows) in order: a changed row of a table as one, unchanged paragraphs together."""
        kinds: dict[object, set[str]] = {}
        for row in self.found.rows:
            if row.unit.place:
                here = row.unit.story, row.unit.place[:-1]
                kinds.setdefault(here, set()).add(row.change.kind if row.change else "")

        def key(item: tuple[int, Row]) -> tuple[object, ...]:
            n, row = item
            here = row.unit.story, row.unit.place[:-1]
            if row.unit.place and kinds[here] != {""}:
                whole = kinds[here] <= {"added", "removed"}
                return (True, here, row.change.kind if row.change and whole else "")
            return (True, n) if row.change is not None else (False, row.unit.heading and n)

        waiting: list[Row] = []
        for _, group in groupby(enumerate(self.found.rows), key=key):
            rows = [row for _, row in group]
            changed = any(row.change for row in rows)
            if waiting and (changed or rows[0].unit.heading):
                yield False, waiting
                waiting = []
            if changed:
                yield True, rows
            else:
                waiting += rows
        if waiting:
            yield False, waiting

    def _body(self) -> Iterator[str]:
        yield f"<h2>{self._say(N_('Paragraph by paragraph'))}</h2>"
        for changed, rows in self._groups():
            if changed:
                yield self._change(rows)
            elif rows[0].unit.heading:
                yield f"<h3>{_text(rows[0].unit.text)}</h3>"
                if rows[1:]:
                    yield self._unchanged(rows[1:])
            else:
                yield self._unchanged(rows)

    def _unchanged(self, rows: Sequence[Row]) -> str:
        label = self._say(N_("unchanged paragraphs: {count}"), count=len(rows))
        texts = "".join(f"<p>{self._where(row)}{_text(row.unit.text)}</p>" for row in rows)
        return f'<details class="same"><summary>{label}</summary>{texts}</details>'

    def _where(self, row: Row) -> str:
        return f"<small>{escape(place(row.unit, self.tr))}</small> " if row.unit.story != BODY else ""

    def _change(self, rows: Sequence[Row]) -> str:
        """A changed paragraph, or a row of a table with all its cells."""
        self.number += 1
        changes = [row.change for row in rows if row.change]
        first = changes[0]
        head = f"{place(first.unit, self.tr)}: {self.tr(KIND_WORDS[first.kind])}"
        if first.kind == "moved" and first.old is not None:
            head += " " + self.tr(N_("from {place}")).format(place=place(first.old, self.tr))
        unseen = [words for change in changes for words in unseen_words(change, self.tr)]
        inside = [_cells(rows) if rows[0].unit.place else _paragraph(first)]
        inside += [f'<p class="unseen">! {escape(words)}</p>' for words in unseen]
        inside += self._causes(changes)
        steps = "".join(
            f'<a href="#c{n}">{sign}</a>'
            for n, sign in ((self.number - 1, "↑"), (self.number + 1, "↓"))
            if 0 < n <= self.total
        )
        heading = " heading" if first.unit.heading else ""
        return (
            f'<section class="change {first.kind}{heading}" id="c{self.number}" tabindex="-1">'
            f'<p class="head">{escape(head)}<span class="steps">{steps}</span></p>{"".join(inside)}</section>'
        )

    def _causes(self, changes: Sequence[Change]) -> list[str]:
        """Each cause in full where it is first met, by its number further on."""
        causes = list(dict.fromkeys(cause for change in changes for cause in self.found.causes(change)))
        causes = [c for c in causes if c.kind != UNKNOWN] or causes
        again = [self.told[c] for c in causes if c in self.told]
        out = []
        for cause in [c for c in causes if c not in self.told]:
            n = self.told[cause] = len(self.told) + 1
            said = escape(cause_words(cause, self.found.old.name, self.found.new.name, self.tr))
            out.append(f'<p class="cause" id="w{n}">← <small>[{n}]</small> {said}</p>')
        links = ", ".join(f'<a href="#w{n}">[{n}]</a>' for n in again)
        return [*out, *([f'<p class="cause">← {links}</p>'] if links else [])]


def _paragraph(change: Change) -> str:
    return f'<div class="together"><p>{_marked(change)}</p></div><div class="apart">{_side(change, 0)}{_side(change, 1)}</div>'


def _cells(rows: Sequence[Row]) -> str:
    """A row of a table as a row: the cells in order, in one text, and before and after apart."""

    def row(show: int | None) -> str:
        out = []
        for _, group in groupby(rows, key=lambda r: r.unit.place):
            texts = [_shown(r, show) for r in group]
            out.append(f"<td>{''.join(f'<p>{text}</p>' for text in texts)}</td>")
        return f'<div class="wide"><table class="row"><tr>{"".join(out)}</tr></table></div>'

    return f'<div class="together">{row(None)}</div><div class="apart rows">{row(0)}{row(1)}</div>'


def _shown(row: Row, show: int | None) -> str:
    if row.change is None:
        return _text(row.unit.text)
    return _marked(row.change) if show is None else _half(row.change, show)


def _side(change: Change, which: int) -> str:
    return f"<div><p>{_half(change, which)}</p></div>"


def _half(change: Change, which: int) -> str:
    """The paragraph as it was (0) or is (1), what changed marked."""
    tag = ("del", "ins")[which]
    pieces = ((p.seen[which] if p.changed else p.new, p.changed) for p in change.pieces)
    return "".join(f"<{tag}>{_text(t)}</{tag}>" if changed and t else _text(t) for t, changed in pieces)


def _marked(change: Change) -> str:
    """The paragraph with what was taken out and put in."""
    if change.old and change.new and not change.more and change.old.text == change.new.text:
        return _text(change.new.text)
    out = []
    for piece in change.pieces:
        old, new = piece.seen
        if piece.changed:
            out += [f"<del>{_text(old)}</del>"] if old else []
            out += [f"<ins>{_text(new)}</ins>"] if new else []
        else:
            out.append(_text(piece.new))
    return "".join(out)


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>").replace("\t", "&emsp;")
