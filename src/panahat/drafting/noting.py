"""What is still to be clarified, shown in a draft: at the paragraph that prints the fact, or that stands nearest to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from panahat.case.engine import shapes
from panahat.case.facts import path_of
from panahat.case.loading import CaseFile
from panahat.case.needs import dotted
from panahat.case.shape import CLARIFY
from panahat.drafting.model import Paragraph
from panahat.messages import N_, translator
from panahat.problems import Path

_NOTE = N_("to be clarified: {field} — {text}")


def to_clarify(file: CaseFile, language: str) -> Iterator[tuple[Path, str]]:
    """(path, sentence) of every fact that the case file marks to be clarified, in the order of the file."""
    tr = translator(language)
    for path, text in sorted(file.clarify.items(), key=lambda mark: file.positions.of((*mark[0], CLARIFY))):
        field = shapes().field(path)
        yield path, tr(_NOTE).format(field=tr(field.description) if field is not None else dotted(path), text=text)


def noted(paragraphs: Sequence[Paragraph], file: CaseFile, language: str) -> list[Paragraph]:
    """The paragraphs, each mark behind the one that prints its fact, else behind the one nearest to it, else the first."""
    out = list(paragraphs)
    for path, text in to_clarify(file, language):
        n = max(range(len(out)), key=lambda k: (_nearness(path, out[k]), -k))
        note = f" ⟦{text}⟧"
        facts = tuple(sorted({*out[n].facts, dotted((*path, CLARIFY))}))
        out[n] = replace(out[n], text=out[n].text + note, note=out[n].note + note, facts=facts)
    return out


def _nearness(path: Path, paragraph: Paragraph) -> int:
    """How many steps of its path the fact shares with the nearest fact of the paragraph."""
    return max((_shared(path, path_of(fact)) for fact in paragraph.facts), default=0)


def _shared(one: Path, other: Path) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
