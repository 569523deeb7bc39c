"""What a draft is marked with: what is still to be clarified, and statements that no annex proves.

A mark stands behind the paragraph that prints the fact, or behind the one nearest to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from panahat.case.engine import shapes
from panahat.case.facts import get, path_of
from panahat.case.loading import CaseFile
from panahat.case.needs import dotted
from panahat.case.shape import CLARIFY
from panahat.drafting.model import Paragraph
from panahat.messages import N_, translator
from panahat.problems import Path

_BARE = N_("no annex")
_NOTE = N_("to be clarified: {field} — {text}")


def to_clarify(file: CaseFile, language: str) -> Iterator[tuple[Path, str]]:
    """(path, sentence) of every fact that the case file marks to be clarified, in the order of the file."""
    tr = translator(language)
    for path, text in sorted(file.clarify.items(), key=lambda mark: file.positions.of((*mark[0], CLARIFY))):
        field = shapes().field(path)
        yield path, tr(_NOTE).format(field=tr(field.description) if field is not None else dotted(path), text=text)


def unproved(paragraphs: Sequence[Paragraph], file: CaseFile) -> list[Path]:
    """The statements that the paragraphs print, in full sentences, and that no annex proves, there or in the case file."""
    annexed = {fact for p in paragraphs if p.annexes for fact in p.facts}
    printed = dict.fromkeys(path_of(fact) for p in paragraphs for fact in p.facts if fact not in annexed)
    return [path for path in printed if states(path, file) and not proven(path, file)]


def states(path: Path, file: CaseFile) -> bool:
    """Whether the fact is a statement in full sentences; what the lawyer asks for in own words states nothing."""
    field = shapes().field(path)
    return (
        field is not None and field.group == "Text" and getattr(get(file.case, path[:-1]), "section", "") != "requests"
    )


def proven(path: Path, file: CaseFile) -> bool:
    """Whether the fact, or a group that it stands in, names an annex."""
    return any(getattr(get(file.case, path[:n]), "proof", ()) for n in range(1, len(path) + 1))


def noted(paragraphs: Sequence[Paragraph], file: CaseFile, language: str, *, bare: bool) -> list[Paragraph]:
    """The paragraphs, each mark behind the one that prints its fact, else behind the one nearest to it, else the first.

    `bare`: statements that no annex proves are marked too.
    """
    out = list(paragraphs)
    text = translator(language)(_BARE)
    marks = [(path, text, path) for path in unproved(paragraphs, file)] if bare else []
    for path, text, fact in (*((path, text, (*path, CLARIFY)) for path, text in to_clarify(file, language)), *marks):
        n = max(range(len(out)), key=lambda k: (_nearness(path, out[k]), -k))
        note = "" if text in out[n].note else f" ⟦{text}⟧"
        facts = tuple(sorted({*out[n].facts, dotted(fact)}))
        out[n] = replace(out[n], text=out[n].text + note, note=out[n].note + note, facts=facts)
    return out


def _nearness(path: Path, paragraph: Paragraph) -> int:
    """How many steps of its path the fact shares with the nearest fact of the paragraph."""
    return max((_shared(path, path_of(fact)) for fact in paragraph.facts), default=0)


def _shared(one: Path, other: Path) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
