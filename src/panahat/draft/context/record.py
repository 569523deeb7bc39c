"""Words about chronology, annexes and the filing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from panahat.draft.context.scribe import Fact, Scribe
from panahat.draft.said import Said, Source
from panahat.language import nbsp
from panahat.moments import in_time

if TYPE_CHECKING:
    from panahat.case.models.record import Annex


def events(s: Scribe, chronology: Fact) -> list[dict[str, Any]]:
    """The chronology, oldest first."""
    return in_time((e.value.on, {"on": s.day(e.at("on")), **s.told("what", e), **s.refs(e)}) for e in chronology.each())


def annex_list(s: Scribe, annexes: Fact) -> list[dict[str, Any]]:
    """The list of annexes: number, title, kind, sheets and copies as the list prints them."""
    out = []
    for n, fact in enumerate(annexes.each(), 1):
        annex = fact.value
        source = [Source("annex", annex.id)]
        kind, note = s.tongue.annex(annex.kind, annex.pages, annex.copies)
        title = nbsp(s.words(fact.at("title")))
        out.append(
            {
                "n": str(n),
                "title": Said(title, source),
                "kind": Said(kind, source),
                "pages": Said(str(annex.pages), source),
                "copies": Said(str(annex.copies), source),
                "note": Said(note, source),
                "text": Said(f"{title} {s.tongue.dash} {note}", source),
            }
        )
    return out


def annex_refs(s: Scribe, annexes: tuple[Annex, ...]) -> dict[str, Any]:
    """`annex.<id>`: its number and its reference."""
    return {
        a.id.replace("-", "_"): {"n": Said(str(n), [Source("annex", a.id)]), "ref": s.ref_to([a.id])}
        for n, a in enumerate(annexes, 1)
    }


def filing(s: Scribe, f: Fact) -> dict[str, Any]:
    return {
        "on": s.day(f.at("on")),
        "place": s.forms(f.at("place")),
        "submission": f.value.submission,
        **s.told("late_reason", f),
        "ask_release": f.value.ask_release,
        "ask_closed_hearing": f.value.ask_closed_hearing,
        "main_language": f.value.main_language,
    }


def additions(s: Scribe, f: Fact) -> dict[str, list[dict[str, Any]]]:
    """The lawyer's own passages by section; a request also as one clause: capital first letter, no full stop."""
    out: dict[str, list[dict[str, Any]]] = {"facts": [], "arguments": [], "requests": []}
    for a in f.at("additions").each():
        told = s.told("text", a)
        first = told["text"][0]
        clause = first.again(first[:1].upper() + first[1:].rstrip("."))
        out[a.value.section].append({"heading": s.line(a.at("heading")), "clause": clause, **told, **s.refs(a)})
    return out


__all__ = ["additions", "annex_list", "annex_refs", "events", "filing"]
