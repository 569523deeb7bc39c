"""A comparison as one self-contained page: no script, nothing loaded, readable without colours and on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from panahat.case import dotted
from panahat.messages import N_, Translator
from panahat.review.comparing import Change, Piece, Row
from panahat.review.document import BODY
from panahat.review.wording import KIND_WORDS, cause_words, counted_things, place, thing_words, unseen_words

if TYPE_CHECKING:
    from panahat.versions.comparing import Comparison

_STYLE = """
:root { color-scheme: light dark; --line: #8888; --ins: #d6f5d6; --del: #fbdada; --ink-ins: #0a4d0a; --ink-del: #7a1111; }
@media (prefers-color-scheme: dark) { :root { --ins: #12401a; --del: #4d1616; --ink-ins: #c9f2cc; --ink-del: #f5c9c9; } }
body { font: 16px/1.5 "Liberation Serif", "Times New Roman", serif; max-width: 58rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
ins { background: var(--ins); color: var(--ink-ins); text-decoration: underline; }
del { background: var(--del); color: var(--ink-del); text-decoration: line-through; }
.change { border-left: .25rem solid var(--line); padding: .2rem .8rem; margin: 1rem 0; break-inside: avoid; }
.added { border-color: #2a7a2a; } .removed { border-color: #a33; } .changed { border-color: #b8860b; }
.moved { border-color: #26a; } .look { border-color: #a2a; } .unseen { font-weight: bold; }
.head, .cause { font: 14px/1.4 "Liberation Sans", Arial, sans-serif; } .head { font-weight: bold; }
.cause { margin: .2rem 0 .2rem 1rem; } p { margin: .3rem 0; } .same { color: #777; } summary { cursor: pointer; }
.note { border: 1px solid #b8860b; padding: .3rem .8rem; margin: .5rem 0; }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(found: Comparison, tr: Translator, language: str) -> str:
    """The page as HTML text in the user's language."""
    title = tr(N_("What changed, and why"))
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>",
            *_front(found, tr),
            *_beside(found, tr),
            *_facts(found, tr),
            f"<h2>{escape(tr(N_('Paragraph by paragraph')))}</h2>",
            *_body(found, tr),
            "</body>\n</html>\n",
        ]
    )


def _front(found: Comparison, tr: Translator) -> Iterator[str]:
    yield "<table>"
    for label, version in ((N_("Before"), found.old), (N_("After"), found.new)):
        made = f" — {escape(version.source.file.name)}" if version.source else ""
        yield f"<tr><th>{escape(tr(label))}</th><td>{escape(version.name)}{made}</td></tr>"
    counts = {kind: sum(c.kind == kind for c in found.changes) for kind in KIND_WORDS}
    shown = [f"{tr(KIND_WORDS[k])}: {n}" for k, n in counts.items() if n]
    shown.append(f"{tr(N_('unchanged'))}: {sum(row.change is None for row in found.rows)}")
    yield f"<tr><th>{escape(tr(N_('Paragraphs')))}</th><td>{escape(', '.join(shown))}</td></tr>\n</table>"
    for note in found.notes:
        yield f'<p class="note">{escape(note.file)}: {escape(note.say(tr, note.code.what))}</p>'
    if not found.explained:
        yield f'<p class="note">{escape(tr(N_("The causes are not known: name the case file with --case.")))}</p>'


def _beside(found: Comparison, tr: Translator) -> Iterator[str]:
    """What differs beside the text, and what could not be compared."""
    if found.things:
        yield f"<h2>{escape(tr(N_('Different beside the words:')))}</h2>\n<ul>"
        yield from (f'<li class="unseen">{escape(thing_words(change, tr))}</li>' for change in found.things)
        yield "</ul>"
    if found.unlooked:
        counts = counted_things(found.unlooked, tr)
        yield f'<p class="note">{escape(tr(N_("Not compared: {counts}")).format(counts=counts))}</p>'


def _facts(found: Comparison, tr: Translator) -> Iterator[str]:
    """The facts that changed between the two states of the case."""
    if not found.facts:
        return
    heads = (N_("Fact"), N_("Before"), N_("After"), N_("Line"))
    yield f"<h2>{escape(tr(N_('Facts that changed')))}</h2>\n<table>"
    yield "<tr>" + "".join(f"<th>{escape(tr(h))}</th>" for h in heads) + "</tr>"
    for f in found.facts:
        cells = (dotted(f.path), _value(f.before), _value(f.after), str(f.new_line or f.old_line or ""))
        yield "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in cells) + "</tr>"
    yield "</table>"


def _value(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{k}: {_value(v)}" for k, v in value.items())
    return ", ".join(map(_value, value)) if isinstance(value, list) else str(value or "")


def _body(found: Comparison, tr: Translator) -> Iterator[str]:
    for changed, group in groupby(found.rows, key=lambda row: row.change is not None):
        rows = list(group)
        if changed:
            yield from (_change(found, row.change, tr) for row in rows if row.change)
        else:
            yield from _unchanged(rows, tr)


def _unchanged(rows: Sequence[Row], tr: Translator) -> Iterator[str]:
    label = tr(N_("unchanged paragraphs: {count}")).format(count=len(rows))
    texts = "".join(f"<p>{_where(row, tr)}{_text(row.unit.text)}</p>" for row in rows)
    yield f'<details class="same"><summary>{escape(label)}</summary>{texts}</details>'


def _where(row: Row, tr: Translator) -> str:
    return f"<small>{escape(place(row.unit, tr))}</small> " if row.unit.story != BODY else ""


def _change(found: Comparison, change: Change, tr: Translator) -> str:
    head = f"{place(change.unit, tr)}: {tr(KIND_WORDS[change.kind])}"
    if change.kind == "moved" and change.old is not None:
        head += " " + tr(N_("from {place}")).format(place=place(change.old, tr))
    causes = "".join(
        f'<p class="cause">← {escape(cause_words(c, found.old.name, found.new.name, tr))}</p>'
        for c in found.causes(change)
    )
    unseen = "".join(f'<p class="unseen">! {escape(words)}</p>' for words in unseen_words(change, tr))
    words = f"<p>{_marked(change)}</p>{unseen}"
    return f'<div class="change {change.kind}"><p class="head">{escape(head)}</p>{words}{causes}</div>'


def _marked(change: Change) -> str:
    if change.old and change.new and change.old.text == change.new.text:
        return _text(change.new.text)
    return "".join(_piece(p) for p in change.pieces)


def _piece(piece: Piece) -> str:
    if not piece.changed:
        return _text(piece.new)
    old, new = piece.seen
    return (f"<del>{_text(old)}</del>" if old else "") + (f"<ins>{_text(new)}</ins>" if new else "")


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>").replace("\t", "&emsp;")
