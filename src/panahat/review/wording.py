"""Changes and causes in words, for the terminal, the page and programs alike."""

from __future__ import annotations

from collections.abc import Callable

from panahat.argue.words import VERDICT_WORDS
from panahat.messages import N_, Translator
from panahat.review import reasons as c
from panahat.review.anchoring import ADDED, AS_DRAFTED, EDITED, REMOVED
from panahat.review.document import BODY, Unit
from panahat.review.reasons import Cause

KIND_WORDS = {
    "changed": N_("changed"),
    "added": N_("added"),
    "removed": N_("removed"),
    "moved": N_("moved"),
}
STATE_WORDS = {
    AS_DRAFTED: N_("as drafted"),
    EDITED: N_("edited by hand"),
    ADDED: N_("added by hand"),
    REMOVED: N_("removed by hand"),
}
_STORIES = {
    "header": N_("header"),
    "footer": N_("footer"),
    "footnotes": N_("footnotes"),
    "endnotes": N_("endnotes"),
}


def place(unit: Unit, tr: Translator) -> str:
    """Where a paragraph stands: its number, its header or note, its table and row."""
    number = tr(N_("paragraph {number}")).format(number=unit.number)
    if unit.story != BODY:
        kind = unit.story.split(" ", 1)[0].rstrip("+")
        number = f"{tr(_STORIES.get(kind, kind))}, {number}"
    if unit.place:
        number += ", " + tr(N_("table {table}, row {row}")).format(table=unit.place[0], row=unit.place[1])
    return number


def cause_words(cause: Cause, old: str, new: str, tr: Translator) -> str:
    """A cause as a sentence; `old` and `new` are the names of the two versions."""
    return _SENTENCES[cause.kind](cause, old, new, tr)


def _fact(cause: Cause, old: str, new: str, tr: Translator) -> str:
    head = tr(N_("fact {name}")).format(name=cause.name)
    before, after = cause.before, cause.after
    if before and after:
        head += f": {before} → {after}"
    elif after:
        head += ": " + tr(N_("added")) + f" «{after}»"
    elif before:
        head += ": " + tr(N_("removed")) + f" «{before}»"
    if not cause.certain and (before or after):
        head += " " + tr(N_("(as the texts say it)"))
    if cause.file:
        head += f", {cause.file}"
    return head + (", " + tr(N_("line {line}")).format(line=cause.line) if cause.line else "")


def _argument(cause: Cause, old: str, new: str, tr: Translator) -> str:
    words = [tr(VERDICT_WORDS[v]) for v in (cause.before, cause.after) if v in VERDICT_WORDS]
    return tr(N_("argument {name}")).format(name=cause.name) + (": " + " → ".join(words) if words else "")


def _norm(cause: Cause, old: str, new: str, tr: Translator) -> str:
    return tr(N_("norm {name}: its entry in the law data changed")).format(name=cause.name)


def _wording(cause: Cause, old: str, new: str, tr: Translator) -> str:
    if cause.certain:
        return tr(N_("the wording changed: {name}")).format(name=cause.name)
    return tr(N_("another wording of {name}, or edited by hand")).format(name=cause.name)


def _by_hand(cause: Cause, old: str, new: str, tr: Translator) -> str:
    return tr(N_("edited by hand in {file}")).format(file=new if cause.side == c.NEW else old)


def _condition(cause: Cause, old: str, new: str, tr: Translator) -> str:
    return tr(N_("the template's condition: {name}")).format(name=cause.name)


def _shifted(cause: Cause, old: str, new: str, tr: Translator) -> str:
    return tr(N_("the numbering moved with the paragraphs before it"))


def _unknown(cause: Cause, old: str, new: str, tr: Translator) -> str:
    return tr(N_("the cause was not found"))


_SENTENCES: dict[str, Callable[[Cause, str, str, Translator], str]] = {
    c.FACT: _fact,
    c.ARGUMENT: _argument,
    c.NORM: _norm,
    c.WORDING: _wording,
    c.BY_HAND: _by_hand,
    c.CONDITION: _condition,
    c.SHIFTED: _shifted,
    c.UNKNOWN: _unknown,
}
