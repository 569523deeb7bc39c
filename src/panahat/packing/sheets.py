"""The two sheets of a pack: the list of annexes, which goes along, and the note for the one who carries it, which does not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from panahat.drafting.recipients import about, amount_of, provisions
from panahat.drafting.sheet import ADDRESSEE
from panahat.language import tongue
from panahat.language.russian.numbers import date_short
from panahat.language.typography import nbsp
from panahat.render.pairing import one_after_the_other

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile
    from panahat.drafting.filings import FilingKind
    from panahat.drafting.model import Draft
    from panahat.packing.gathering import Annex
    from panahat.packing.settings import Route, Settings
    from panahat.workspace import Workspace


class Telling(Struct, frozen=True):
    """What the sheets tell of: the filing in its languages, the way it goes, the settings."""

    workspace: Workspace
    file: CaseFile
    filing: FilingKind
    drafts: Sequence[Draft]
    way: Route
    settings: Settings


def sheets(telling: Telling, name: str, annexes: Sequence[Annex], files: Sequence[tuple[str, str, int]] = ()) -> bytes:
    """The sheet called `name` as a Word document, in each language of the filing, one after the other."""
    made = []
    for n, draft in enumerate(telling.drafts[:2]):
        template = telling.workspace.template(f"sheets/{name}/{draft.language}.docx")
        made.append((template, template.render({"pack": _words(telling, draft, n, annexes, files)})))
    if len(made) == 1:
        return made[0][0].pack(made[0][1])
    return one_after_the_other(*made[0], *made[1])


def _words(
    telling: Telling, draft: Draft, n: int, annexes: Sequence[Annex], files: Sequence[tuple[str, str, int]]
) -> dict[str, Any]:
    """The names that the sheets print, as `templates/sheets/pack.yaml` describes them."""
    language, workspace, filing, file = draft.language, telling.workspace, telling.filing, telling.file
    witness = workspace.witness(file, filing)
    said = about(file, workspace.law, filing, witness, language)
    named = draft.context["filing"]
    speech = tongue(language)
    route = file.case.filing.submission
    amounts = [found for p in provisions(filing.copies, witness) if (found := amount_of(p, file.case))]
    return {
        "filing": filing.title[language],
        "case_id": file.case.id,
        "on": str(draft.context["filing"]["on"]["text"]),
        "draft": not draft.final,
        "route": route,
        "route_title": getattr(telling.way.title, language),
        "to": str(named["addressee"]["nom"]) if named["addressee"] else _head(draft),
        "through": str(named["through"]["nom"]) if named["through"] else "",
        "held": str(draft.context["client"]["held"]["place"]["nom"]) if draft.context["client"]["held"] else "",
        "sets": max(amounts, key=int) if amounts else "",
        "copies": [{"text": nbsp(x["said"])} for x in said if x["id"] == "copies"],
        "fee": [{"text": nbsp(x["said"])} for x in said if x["id"] == "fee"],
        "terms": [
            {
                "title": getattr(t.count.deadline.event, language) or t.count.deadline.event.ru,
                "safe": date_short(t.count.safe),
            }
            for t in draft.terms
        ],
        "annexes": [
            {
                "n": str(a.n),
                "title": a.titles[n],
                "kind": str(speech.choice("Annex", "kind", file.case.annexes[a.at].kind, "")),
                "sheets": str(file.case.annexes[a.at].pages or 0),
            }
            for a in annexes
        ],
        "count": str(len(annexes)),
        "total": str(sum(file.case.annexes[a.at].pages or 0 for a in annexes)),
        "files": [
            {"name": name, "title": title, "pages": str(pages) if pages else "—"} for name, title, pages in files
        ],
        "file_mb": str(telling.way.file_mb or ""),
        "limits_unsure": telling.way.basis == "default" or telling.way.verify,
    }


def _head(draft: Draft) -> str:
    """The line of the addressee as the document has it, for one whose addressee follows no rule."""
    return next((p.text for p in draft.paragraphs if p.style in ADDRESSEE), "")
