"""Comparisons and traces as plain data for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from panahat.argue.model import LAWYER, Decision
from panahat.case.comparing import FactChange
from panahat.case.facts import path_of
from panahat.case.loading import CaseFile
from panahat.case.needs import dotted
from panahat.drafting.model import Draft
from panahat.messages import N_, Translator, translator
from panahat.review.anchoring import Anchored
from panahat.review.comparing import Change, ThingChange
from panahat.review.document import Unit
from panahat.review.wording import cause_words, thing_words
from panahat.versions.comparing import Comparison


def comparison_data(found: Comparison, tr: Translator) -> dict[str, Any]:
    """The comparison for programs.

    Keys: old, new {name, case, kind, form, proven}, facts [{path, before, after, old_line, new_line}], changes [{kind, old,
    new, more (further paragraphs of one that was split or joined), words [{old, new}], causes [{kind, name, before, after,
    file, line, side, certain, words}],
    unseen [{how, text, now}], numbers}], things [{kind, old, new, words}], not_compared {kind: count}, texts_equal (no words
    differ, nor what else was compared), equal (that, and everything was compared), look_compared (false where the files are
    not the same: bold, sizes, margins), unchanged, notes.
    """
    return {
        "old": _version(found.old),
        "new": _version(found.new),
        "facts": [fact_data(f) for f in found.facts],
        "changes": [_change(found, change, tr) for change in found.changes],
        "things": [_thing(change, tr) for change in found.things],
        "not_compared": dict(found.unlooked),
        "texts_equal": not (found.changes or found.things),
        "equal": found.equal,
        "look_compared": not found.formatted,
        "unchanged": sum(row.change is None for row in found.rows),
        "notes": [p.as_dict(tr) for p in found.notes],
    }


def _version(version: Any) -> dict[str, Any]:
    source = version.source
    return {
        "name": version.name,
        "case": source.file.name if source else None,
        "kind": source.kind if source else None,
        "form": source.form if source else None,
        "proven": bool(source and source.proven),
    }


def fact_data(change: FactChange) -> dict[str, Any]:
    """A changed fact for programs: path, before, after, old_line, new_line."""
    return {
        "path": dotted(change.path),
        "before": change.before,
        "after": change.after,
        "old_line": change.old_line,
        "new_line": change.new_line,
    }


def _change(found: Comparison, change: Change, tr: Translator) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "old": _unit(change.old),
        "new": _unit(change.new),
        "more": [_unit(unit) for unit in change.more],
        "words": [{"old": p.old, "new": p.new} for p in change.pieces if p.changed],
        "unseen": [{"how": how, "text": words, "now": now} for how, words, now in change.unseen],
        "numbers": list(change.labels or ()) or None,
        "causes": [
            {
                "kind": c.kind,
                "name": c.name,
                "before": c.before,
                "after": c.after,
                "file": c.file,
                "line": c.line,
                "side": c.side,
                "certain": c.certain,
                "words": cause_words(c, found.old.name, found.new.name, tr),
            }
            for c in found.causes(change)
        ],
    }


def _thing(change: ThingChange, tr: Translator) -> dict[str, Any]:
    old, new = change.old, change.new
    return {
        "kind": change.shown.thing.kind,
        "old": old.thing.words if old else None,
        "new": new.thing.words if new else None,
        "words": thing_words(change, tr),
    }


def _unit(unit: Unit | None) -> dict[str, Any] | None:
    if unit is None:
        return None
    return {"story": unit.story, "paragraph": unit.number, "place": list(unit.place), "text": unit.text}


def trace_data(
    found: Iterable[Anchored], file: CaseFile, drafts: Iterable[Draft], language: str
) -> list[dict[str, Any]]:
    """One dict a paragraph, in order.

    Keys: paragraph (number in the document, None where it is gone), state (as-drafted, edited, added, removed), moved, text,
    drafted (the draft's text), language, origin {kind, name, paragraph}, facts [{path, line}], norms, annexes, condition
    (a template's own, or the tests that carried the argument, in words).
    """
    reasons = {d.argument.id: _carried(d, language) for draft in drafts for d in draft.decisions if d.included}
    return [_traced(a, file, reasons) for a in found]


def _carried(decision: Decision, language: str) -> list[str]:
    """What let an argument in: the tests that held, or the lawyer's choice."""
    if decision.because == LAWYER:
        return [translator(language)(N_("the lawyer's choice"))]
    return [f.said(language) for f in decision.deciding if f.truth]


def _traced(a: Anchored, file: CaseFile, reasons: Mapping[str, list[str]]) -> dict[str, Any]:
    p = a.paragraph
    argument = p.origin.name if p and p.origin.kind == "argument" else ""
    return {
        "paragraph": a.unit.number if a.unit else None,
        "state": a.state,
        "moved": a.moved,
        "text": a.unit.text if a.unit else (p.text if p else ""),
        "drafted": p.text if p else None,
        "language": a.language or None,
        "origin": {"kind": p.origin.kind, "name": p.origin.name, "paragraph": p.origin.paragraph} if p else None,
        "facts": [{"path": f, "line": file.positions.of(path_of(f))[0]} for f in p.facts] if p else [],
        "norms": list(p.norms) if p else [],
        "annexes": list(p.annexes) if p else [],
        "condition": reasons.get(argument, []) if argument else list(p.condition) if p else [],
    }
