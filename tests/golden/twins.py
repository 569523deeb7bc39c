"""The text twin of a finished document: every paragraph of body, headers, footers and notes, one line each."""

from __future__ import annotations

from pathlib import Path

from panahat.desk import Desk
from panahat.making import Made, make
from panahat.render import paragraphs

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "cases"
KINDS = {"transit-activist": ("supreme-court-complaint",), "regional-critic": ("supreme-court-complaint",)}


def made(case: str, kind: str) -> Made:
    desk = Desk.at(None)
    return make(desk, desk.load(CASES / f"{case}.yaml"), kind, "ru", base=CASES)


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
    """Every golden text by file name. Digests on the review sheet change with any input, so its last table is left out."""
    out: dict[str, str] = {}
    for case, kinds in KINDS.items():
        for kind in kinds:
            done = made(case, kind)
            out[f"{case}.{kind}.ru.txt"] = twin(done.filing)
            out[f"{case}.{kind}.ru.review.txt"] = without_digests(twin(done.sheet))
    return out


def without_digests(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith("[Svertka]")) + "\n"
