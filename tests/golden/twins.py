"""The text twin of a finished document: every paragraph of body, headers, footers and notes, one line each."""

from __future__ import annotations

from pathlib import Path

from worked_cases import made

from panahat.render.reading_back import paragraphs

HERE = Path(__file__).parent
COMPLAINT, LETTER, APPEAL = "supreme-court-complaint", "humanitarian-visa-letter", "expulsion-appeal"
APPLICATION = "asylum-application"
REFUSED, CLAIM, INTERIM = "refugee-refusal-complaint", "refugee-refusal-claim", "interim-relief-motion"
REFUSAL, ARREST = "extradition-refusal-motion", "extradition-arrest-complaint"
RESTORATION, INQUIRY, RESIDENCE = "term-restoration-motion", "lawyers-inquiry", "residence-refusal-complaint"
MADE = [
    ("transit-activist", COMPLAINT, "ru"),
    ("transit-activist", COMPLAINT, "kk"),
    ("regional-critic", COMPLAINT, "ru"),
    ("regional-critic", COMPLAINT, "kk"),
    *((case, APPEAL, form) for case in ("expelled-it-worker", "border-guard") for form in ("ru", "kk", "kk-ru")),
    *((case, APPLICATION, form) for case in ("transit-deserter", "town-teacher") for form in ("ru", "kk", "kk-ru")),
    *(("refused-deserter", REFUSED, form) for form in ("ru", "kk")),
    *(("deserter-in-court", kind, form) for kind in (CLAIM, INTERIM) for form in ("ru", "kk")),
    *(("regional-critic", INTERIM, form) for form in ("ru", "kk")),
    *(
        (case, kind, form)
        for case, kind in (
            ("late-told-defender", RESTORATION),
            ("worried-resident", INQUIRY),
            ("refused-resident", RESIDENCE),
            ("sought-journalist", REFUSAL),
            ("sought-officer", REFUSAL),
            ("held-activist", ARREST),
            ("taken-objector", "handover-complaint"),
            ("taken-soldier", "handover-complaint"),
        )
        for form in ("ru", "kk", "kk-ru")
    ),
    *(
        (case, LETTER, form)
        for case in ("journalist", "refused-officer", "client-with-family")
        for form in ("ru", "kk", "en")
    ),
]
"""(case, kind, form) of every filing whose text is kept."""


def twin(docx: bytes) -> str:
    lines: list[str] = []
    part = ""
    for p in paragraphs(docx):
        if p.part != part:
            part = p.part
            lines.append(f"=== {part}")
        lines.append(f"[{p.style}] {p.text}".rstrip())
    return "\n".join(lines) + "\n"


def all_twins() -> dict[str, str]:
    """Every golden text by file name."""
    out: dict[str, str] = {}
    for case, kind, form in MADE:
        done = made(case, kind, form)
        out[f"{case}.{kind}.{form}.txt"] = twin(done.filing)
        if form == "ru":
            out[f"{case}.{kind}.{form}.review.txt"] = twin(done.sheet)
    return out
