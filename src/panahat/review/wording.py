"""Changes and causes in words, for the terminal, the page and programs alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from panahat.argue.words import VERDICT_WORDS
from panahat.case.engine import shapes
from panahat.case.facts import path_of
from panahat.case.words import meanings
from panahat.messages import N_, Translator
from panahat.review import reasons as c
from panahat.review.anchoring import ADDED, AS_DRAFTED, EDITED, REMOVED
from panahat.review.comparing import Change, ThingChange
from panahat.review.document import BODY, Shown, Unit
from panahat.review.reasons import Cause
from panahat.seal.sight import looks, things

_LONGEST = 120

KIND_WORDS = {
    "changed": N_("changed"),
    "added": N_("added"),
    "removed": N_("removed"),
    "moved": N_("moved"),
    "look": N_("the same words, shown otherwise"),
    "split": N_("split into several paragraphs"),
    "joined": N_("joined from several paragraphs"),
}
_UNSEEN = {
    looks.HIDDEN: N_("hidden text: «{words}»"),
    looks.COLOUR: N_("text in the colour of its ground: «{words}»"),
    looks.STRUCK: N_("struck out: «{words}»"),
    looks.TINY: N_("text too small to read: «{words}»"),
    looks.OFF: N_("text off the page: «{words}»"),
}
_SHOWN_NOW = {
    looks.STRUCK: N_("no longer struck out: «{words}»"),
}
_SEEN_AGAIN = N_("no longer hidden: «{words}»")
_THINGS = {
    things.PICTURE: N_("picture"),
    things.EQUATION: N_("equation"),
    things.CHART: N_("chart"),
    things.SMARTART: N_("diagram"),
    things.OBJECT: N_("embedded object"),
    things.CHUNK: N_("embedded document"),
    things.LINK: N_("target of a link"),
    things.BOX: N_("check box"),
    things.CHOICE: N_("chosen item"),
    things.FIELD: N_("code of a field"),
    things.COMMENT: N_("comment"),
    things.DRAWN: N_("words in a drawing"),
    things.SHAPE: N_("drawn shape"),
    things.OTHER_WORDS: N_("words that other programs show"),
    things.BOUND: N_("value of a bound field"),
    things.OTHER: N_("other embedded content"),
}
_STATES = {"ticked": N_("ticked"), "empty": N_("not ticked")}
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
    "comments": N_("comments"),
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


def unseen_words(change: Change, tr: Translator) -> list[str]:
    """What of the paragraph does not show as it is said, or shows again; and its automatic number, where that changed."""
    said = []
    for how, words, now in change.unseen:
        text = _UNSEEN[how] if now or change.new is None else _SHOWN_NOW.get(how, _SEEN_AGAIN)
        said.append(tr(text).format(words=words))
    if change.labels is not None and not change.numbers:
        none = tr(N_("none"))
        before, after = (label or none for label in change.labels)
        said.append(tr(N_("automatic number: {before} → {after}")).format(before=before, after=after))
    return said


def change_words(change: Change, tr: Translator) -> str:
    """A paragraph that differs, in one line: where it stands, what happened, what it says."""
    text = " ".join(change.unit.text.split())
    said = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f"{place(change.unit, tr)}: {tr(KIND_WORDS[change.kind])} «{said}»"


def thing_words(change: ThingChange, tr: Translator) -> str:
    """A thing beside the text that differs, as a sentence: what it is, where it stands, what it was and is."""
    unit = Unit(change.shown.story, change.shown.number, "")
    head = tr(_THINGS[change.shown.thing.kind]) + (f", {place(unit, tr)}" if unit.number else "")
    before, after = (_said(shown, tr) for shown in (change.old, change.new))
    if change.old is None:
        return f"{head}: {tr(N_('added'))} «{after}»"
    if change.new is None:
        return f"{head}: {tr(N_('removed'))} «{before}»"
    return f"{head}: «{before}» → «{after}»"


def _said(shown: Shown | None, tr: Translator) -> str:
    words = " ".join(shown.thing.words.split()) if shown else ""
    return tr(_STATES[words]) if words in _STATES else words[:_LONGEST]


def counted_things(counts: Mapping[str, int], tr: Translator) -> str:
    """How many things of which kind: «picture: 2, equation: 1»."""
    return ", ".join(f"{tr(_THINGS[kind])}: {count}" for kind, count in counts.items())


def fact_name(name: str, tr: Translator) -> str:
    """A fact in the words of the schema, with its path: «day of registration» (asylum[0].registered)."""
    field = shapes().field(path_of(name))
    words = re.split(r"[;:(]|, ", tr(field.description), maxsplit=1)[0].strip() if field and field.description else ""
    return f"«{words}» ({name})" if words else name


def value_words(value: str, tr: Translator) -> str:
    """A value as people say it: days with points, words of the case file by their meaning."""
    parts = re.split("(; |, )", value)
    for n, part in enumerate(parts):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", part):
            parts[n] = ".".join(reversed(part.split("-")))
        elif part in meanings():
            parts[n] = tr(meanings()[part])
    return "".join(parts)


def cause_words(cause: Cause, old: str, new: str, tr: Translator) -> str:
    """A cause as a sentence; `old` and `new` are the names of the two versions."""
    return _SENTENCES[cause.kind](cause, old, new, tr)


def _fact(cause: Cause, old: str, new: str, tr: Translator) -> str:
    head = tr(N_("fact {name}")).format(name=fact_name(cause.name, tr))
    before, after = (value_words(value, tr) for value in (cause.before, cause.after))
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
    name = f"«{cause.title}» ({cause.name})" if cause.title else cause.name
    return tr(N_("argument {name}")).format(name=name) + (": " + " → ".join(words) if words else "")


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
