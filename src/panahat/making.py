"""A filing made whole: draft, Word file, read back, review sheet, manifest; then written, all files or none."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panahat import __version__
from panahat.problems import Problem, Refused, errors, in_order

if TYPE_CHECKING:
    from panahat.case import CaseFile
    from panahat.desk import Desk
    from panahat.draft import Draft
    from panahat.render import Template

SHEET = "sheets/review/{language}.docx"


@dataclass(frozen=True, slots=True)
class Made:
    """A finished filing: its Draft, the three files as bytes, and what the user should know."""

    draft: Draft
    filing: bytes
    sheet: bytes
    manifest: bytes
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Where the files of one filing go."""

    filing: Path
    sheet: Path
    manifest: Path

    @property
    def pdf(self) -> Path:
        return self.filing.with_suffix(".pdf")


def file_names(output: Path | None, case_id: str, kind: str, form: str) -> Names:
    """The names of the files: `output` is a folder or the filing's own name; the default is the case's id and the kind."""
    if output is not None and output.suffix == ".docx":
        filing = output
    else:
        filing = (output or Path()) / f"{case_id}.{kind}.{form}.docx"
    return Names(filing, filing.with_suffix(".review.docx"), filing.with_suffix(".manifest.json"))


def make(
    desk: Desk, file: CaseFile, kind: str, language: str = "ru", *, final: bool = False, base: Path | None = None
) -> Made:
    """The finished filing of a case, in memory. Raises Refused with everything that stands against it.

    The filing is read back before it is handed out: its body must hold exactly the draft's paragraphs, in order.
    """
    from panahat.draft import review_sheet
    from panahat.render import read_back

    known = desk.check(file, kind, final=final, language=language, base=base)
    _stop_at_errors(known)
    draft = desk.draft(file, kind, language, final=final)
    known = in_order([*known, *draft.problems, *doubts(desk, draft)])
    _stop_at_errors(known)
    template = desk.template(f"filings/{kind}/{language}.docx")
    filing = _filled(desk, template, draft.context, language)
    read_back(filing, [p.text for p in draft.paragraphs], exact=True, name=template.name)
    form = desk.template(SHEET.format(language="ru"))
    digests = _digests(desk, draft, [template, form])
    sheet = _filled(desk, form, review_sheet(draft, file, desk.law, desk.filing(kind).title, known, digests), language)
    manifest = _manifest(desk, file, draft, digests, {"filing": filing, "review-sheet": sheet})
    return Made(draft, filing, sheet, manifest, tuple(known))


def doubts(desk: Desk, draft: Draft) -> list[Problem]:
    """What is uncertain in the law that a draft cites: warnings, or errors in a final filing."""
    days = sorted({day for _, day in draft.cited})
    return [p for day in days for p in desk.law.problems_for([k for k, d in draft.cited if d == day], day, draft.final)]


def _stop_at_errors(problems: list[Problem]) -> None:
    if errors(problems):
        raise Refused(problems)


def _filled(desk: Desk, template: Template, data: Mapping[str, Any], language: str) -> bytes:
    from panahat.law import Mentions

    mentions = Mentions(desk.law, language)
    return template.pack(template.render(data, finish=lambda _, xml: mentions.resolve_xml(xml)))


def _digests(desk: Desk, draft: Draft, templates: list[Template]) -> dict[str, str]:
    """SHA-256 of every template and argument text the filing was made from, by name on the shelf."""
    names = [f"filings/{draft.kind}/filing.yaml"]
    for decision in draft.decisions:
        folder = f"arguments/{decision.argument.id}"
        names += [f"{folder}/argument.yaml", f"{folder}/{draft.language}.md"]
    found = {name: file for name in names if (file := desk.shelf.find(name))}
    return {t.name: t.digest for t in templates} | {
        n: hashlib.sha256(f.read_bytes()).hexdigest() for n, f in found.items()
    }


def _manifest(
    desk: Desk, file: CaseFile, draft: Draft, digests: Mapping[str, str], outputs: Mapping[str, bytes]
) -> bytes:
    from panahat.seal import manifest

    return manifest(
        version=__version__,
        kind=draft.kind,
        language=draft.language,
        filing_on=draft.filing_day,
        case=file.digest,
        law=desk.shelf.law_digest,
        templates={n: d for n, d in digests.items() if not n.startswith("arguments/")},
        arguments={n: d for n, d in digests.items() if n.startswith("arguments/")},
        options={"final": draft.final},
        outputs=outputs,
    )


def write(made: Made, names: Names, *, force: bool) -> None:
    """Puts the three files on disk, all or none, readable by their owner alone."""
    from panahat.seal import write_all

    write_all([(names.filing, made.filing), (names.sheet, made.sheet), (names.manifest, made.manifest)], force=force)
