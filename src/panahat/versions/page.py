"""A comparison as one self-contained page: nothing is loaded, readable without colours, without its script, and on paper.

How it looks and what leads from change to change stands in `page.html`, `page.css` and `page.js`.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from panahat.case.needs import dotted
from panahat.messages import N_, Translator
from panahat.review.comparing import Change, Row
from panahat.review.reasons import Cause, short
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
from panahat.versions.comparing import Comparison

_HERE = Path(__file__).parent


@dataclass
class _Passage:
    """Changed paragraphs that stand together, with their number, or unchanged ones (0).

    `causes` are told here in full, by number; those of `again` were told before.
    """

    rows: Sequence[Row]
    number: int = 0
    head: str = ""
    unseen: Sequence[str] = ()
    causes: list[tuple[int, str]] = field(default_factory=list)
    again: Sequence[int] = ()

    @property
    def change(self) -> Change | None:
        """The first change in it."""
        return next((row.change for row in self.rows if row.change), None)

    @property
    def cells(self) -> list[list[Row]]:
        """The paragraphs of a row, cell by cell."""
        return [list(group) for _, group in groupby(self.rows, key=lambda row: row.unit.place)]


def page(found: Comparison, tr: Translator, language: str) -> str:
    """The page as HTML text in the user's language."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    style, script = ((_HERE / f"page.{kind}").read_text("utf-8") for kind in ("css", "js"))
    whole = f"\n{script}"
    engine = Environment(
        loader=FileSystemLoader(_HERE), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    engine.globals |= {"_": lambda text, **names: tr(text).format(**names), "tr": tr, "place": place}
    engine.globals |= {"thing_words": thing_words, "counted_things": counted_things}
    engine.globals |= {"shown": _shown, "marked": _marked, "half": _half, "broken": _broken}
    passages = list(_passages(found, tr))
    return engine.get_template("page.html").render(
        found=found,
        language=language,
        digest=b64encode(hashlib.sha256(whole.encode()).digest()).decode(),
        style=Markup(style),  # noqa: S704 - our own
        script=Markup(script),  # noqa: S704 - our own
        counts=list(_counts(found, tr)),
        facts=[_fact(f, tr) for f in found.facts],
        sections=_sections(passages),
        passages=passages,
        total=sum(1 for passage in passages if passage.number),
    )


def _counts(found: Comparison, tr: Translator) -> Iterator[str]:
    """How many paragraphs changed in each way, and how many did not."""
    for kind, word in KIND_WORDS.items():
        count = sum(c.kind == kind for c in found.changes)
        if count:
            yield f"{tr(word)}: {count}"
    yield f"{tr(N_('unchanged'))}: {sum(row.change is None for row in found.rows)}"


def _fact(fact: Any, tr: Translator) -> tuple[str, ...]:
    """The cells of a changed fact: its name, both values, its line."""
    values = (value_words(short(value), tr) for value in (fact.before, fact.after))
    return (fact_name(dotted(fact.path), tr), *values, str(fact.new_line or fact.old_line or ""))


def _sections(passages: Sequence[_Passage]) -> dict[str, list[int]]:
    """The numbers of the changes below each heading of the filing."""
    out: dict[str, list[int]] = {}
    head = ""
    for passage in passages:
        head = next((r.unit.text for r in reversed(passage.rows) if r.unit.heading), head)
        if passage.number:
            out.setdefault(head, []).append(passage.number)
    return out


def _passages(found: Comparison, tr: Translator) -> Iterator[_Passage]:
    """The filing from its beginning to its end; which causes were told in full is remembered."""
    told: dict[Cause, int] = {}
    number = 0
    for changed, rows in _groups(found.rows):
        passage = _Passage(rows)
        first = passage.change
        if changed and first is not None:
            number += 1
            passage.number = number
            passage.head = f"{place(first.unit, tr)}: {tr(KIND_WORDS[first.kind])}"
            if first.kind == "moved" and first.old is not None:
                passage.head += " " + tr(N_("from {place}")).format(place=place(first.old, tr))
            changes = [row.change for row in rows if row.change]
            passage.unseen = [words for change in changes for words in unseen_words(change, tr)]
            causes = found.causes_together(changes)
            passage.again = [told[c] for c in causes if c in told]
            for cause in [c for c in causes if c not in told]:
                n = told[cause] = len(told) + 1
                passage.causes.append((n, cause_words(cause, found.old.name, found.new.name, tr)))
        yield passage


def _groups(found: Sequence[Row]) -> Iterator[tuple[bool, Sequence[Row]]]:
    """(whether changed, rows) in order: a changed row of a table as one, unchanged paragraphs together."""
    kinds: dict[object, set[str]] = {}
    for row in found:
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
    for _, group in groupby(enumerate(found), key=key):
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


def _shown(row: Row, side: int | None) -> Markup:
    """A paragraph of a changed row in one text, or as it was (0) or is (1)."""
    if row.change is None:
        return _broken(row.unit.text)
    return _marked(row.change) if side is None else _half(row.change, side)


def _half(change: Change, side: int) -> Markup:
    """The paragraph as it was (0) or is (1), what changed marked."""
    pieces = ((p.seen[side] if p.changed else p.new, p.changed) for p in change.pieces)
    return Markup().join(_in(("del", "ins")[side] if changed else "", text) for text, changed in pieces)


def _marked(change: Change) -> Markup:
    """The paragraph with what was taken out and put in."""
    if change.old and change.new and not change.more and change.old.text == change.new.text:
        return _broken(change.new.text)
    return Markup().join(
        _in("del", p.seen[0]) + _in("ins", p.seen[1]) if p.changed else _broken(p.new) for p in change.pieces
    )


def _in(tag: str, text: str) -> Markup:
    """The text in an element; nothing where there is none."""
    return Markup("<{0}>{1}</{0}>").format(Markup(tag), _broken(text)) if tag and text else _broken(text)  # noqa: S704 - our own


def _broken(text: str) -> Markup:
    """The text with its breaks and tabs."""
    return escape(text).replace("\n", Markup("<br>")).replace("\t", Markup("&emsp;"))
