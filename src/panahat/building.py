"""A filing made whole: draft, Word file, read back, review sheet, manifest; then written, all files or none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from panahat import locked, opener
from panahat.drafting.codes import OUTPUT_IS_ANNEX
from panahat.problems import ERROR, Problem, Refused, errors, in_order
from panahat.version import VERSION

if TYPE_CHECKING:
    from panahat.case.loading import CaseFile
    from panahat.drafting.model import Draft
    from panahat.drafting.phrases import Phrase
    from panahat.render.template import Template
    from panahat.workspace import Workspace


class Made(Struct, frozen=True):
    """A finished filing: its Drafts (one a language), the three files as bytes, and what the user should know."""

    drafts: tuple[Draft, ...]
    filing: bytes
    sheet: bytes
    manifest: bytes
    problems: tuple[Problem, ...]


class Names(Struct, frozen=True):
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


class Review(Struct, frozen=True):
    """What stands against a filing, or must be known of it; its drafts, where they could be made, and unconfirmed words."""

    problems: tuple[Problem, ...]
    drafts: tuple[Draft, ...] = ()
    words: tuple[Phrase, ...] = ()


def review(
    workspace: Workspace, file: CaseFile, kind: str, form: str = "ru", *, final: bool = False, base: Path | None = None
) -> Review:
    """Everything that rendering the filing would refuse or warn of, at once; `check` and `make` both ask here.

    The drafts are made in memory unless a fact is wrong in itself; what only a final filing cannot bear hides nothing.
    """
    from panahat.drafting.phrases import phrase_problems, unconfirmed
    from panahat.drafting.relief import caution_note

    def ordered(problems: Iterable[Problem]) -> tuple[Problem, ...]:
        return tuple(in_order(replace(p, file=p.file or file.name) for p in problems))

    languages = tuple(form.split("-"))
    known = workspace.check(file, kind, final=final, languages=languages, base=base)
    known += workspace.letterhead_problems
    if any(p.code.severity == ERROR for p in errors(known)):
        return Review(ordered(known))
    try:
        drafts = workspace.drafts(file, kind, languages, final=final)
    except Refused as refused:
        return Review(ordered([*known, *refused.problems]))
    said = {p.path for p in known if p.code.id == "case/untranslated"}
    by_draft = [unconfirmed(d, workspace.library, workspace.law) for d in drafts]
    for draft, words in zip(drafts, by_draft, strict=True):
        known += [
            *(p for p in draft.problems if p.path not in said),
            *doubts(workspace, draft),
            *phrase_problems(draft, words),
        ]
    known += caution_note([id for d in drafts for id in d.warnings], file.name)
    if len(drafts) > 1:
        from panahat.drafting.parity_check import parity

        known += parity(*drafts)
    return Review(ordered(known), drafts, tuple(p for words in by_draft for p in words))


def make(
    workspace: Workspace,
    file: CaseFile,
    kind: str,
    form: str = "ru",
    *,
    layout: str = "pages",
    final: bool = False,
    base: Path | None = None,
    seen: Review | None = None,
) -> Made:
    """The finished filing of a case, in memory. Raises Refused with everything that stands against it.

    The filing is read back before it is handed out: its body must hold exactly the drafts' paragraphs, in order. Two
    languages must say the same. `seen` is what the review found, where it was asked before.
    """
    from panahat.drafting.sheet import review_sheet, sheet_of

    languages = tuple(form.split("-"))
    seen = seen or review(workspace, file, kind, form, final=final, base=base)
    stop_at_errors(seen.problems)
    drafts, known, words = seen.drafts, list(seen.problems), seen.words
    templates = [workspace.template(f"filings/{kind}/{x}.docx") for x in languages]
    filing = _document(workspace, drafts, templates, layout)
    sheet_template = workspace.template(sheet_of(workspace.filing(kind)))
    digests = _digests(workspace, drafts, [*templates, sheet_template])
    data = review_sheet(drafts, file, workspace.law, workspace.filing_of(file, kind), known, words)
    sheet = sheet_template.pack(_rendered(workspace, sheet_template, data, "ru", drafts[-1].filing_day))
    options: dict[str, str | bool] = {"final": final, "layout": layout}
    manifest = _manifest(workspace, file, drafts, form, digests, options, {"filing": filing, "review-sheet": sheet})
    return Made(drafts, filing, sheet, manifest, tuple(known))


def document(workspace: Workspace, drafts: Sequence[Draft], layout: str = "pages") -> bytes:
    """The Word file of finished drafts, read back, without review sheet and manifest."""
    templates = [workspace.template(f"filings/{d.kind}/{d.language}.docx") for d in drafts]
    return _document(workspace, drafts, templates, layout)


def _document(workspace: Workspace, drafts: Sequence[Draft], templates: Sequence[Template], layout: str) -> bytes:
    """The Word file of one draft, or of two, read back."""
    from panahat.render.pairing import one_after_the_other, side_by_side
    from panahat.render.reading_back import read_back

    def headed(docx: bytes) -> bytes:
        """The document with the office's logo, where it wears the letterhead and that has one."""
        from panahat.render.logo import with_logo

        logo = workspace.letterhead.logo if drafts[0].context["office"] and workspace.letterhead else None
        return with_logo(docx, logo.png, logo.width, logo.height) if logo else docx

    parts = [_page(workspace, t, d) for t, d in zip(templates, drafts, strict=True)]
    texts = [[p.text for p in d.paragraphs] for d in drafts]
    if len(drafts) == 1:
        filing = headed(templates[0].pack(parts[0]))
        read_back(filing, texts[0], exact=True, name=templates[0].name)
    elif layout == "columns":
        filing = headed(side_by_side(templates[0], parts[0], templates[1], parts[1]))
        for text, template in zip(texts, templates, strict=True):
            read_back(filing, text, name=template.name)
    else:
        filing = headed(one_after_the_other(templates[0], parts[0], templates[1], parts[1]))
        read_back(filing, [*texts[0], *texts[1]], exact=True, name=templates[0].name)
    return filing


def _page(workspace: Workspace, template: Template, draft: Draft) -> dict[str, bytes]:
    """The parts of a draft's Word file, with what is to be clarified where the draft says it."""
    from panahat.render.notes import STYLES, with_notes

    parts = _rendered(workspace, template, draft.context, draft.language, draft.filing_day)
    notes = [p.note for p in draft.paragraphs]
    return with_notes(parts, template.fixed[STYLES], notes) if any(notes) else parts


def doubts(workspace: Workspace, draft: Draft) -> list[Problem]:
    """What is uncertain in the law that a draft cites: warnings, or errors in a final filing."""
    days = sorted({day for _, day in draft.cited})
    return [
        p for day in days for p in workspace.law.problems_for([k for k, d in draft.cited if d == day], day, draft.final)
    ]


def stop_at_errors(problems: Sequence[Problem]) -> None:
    """Raises Refused with all of them if one is an error."""
    if errors(problems):
        raise Refused(problems)


def _rendered(
    workspace: Workspace, template: Template, data: Mapping[str, Any], language: str, on: date
) -> dict[str, bytes]:
    from panahat.law.mentions import Mentions

    mentions = Mentions(workspace.law, language, on)
    return template.render(data, finish=lambda _, xml: mentions.resolve_xml(xml))


def _digests(workspace: Workspace, drafts: Sequence[Draft], templates: Sequence[Template]) -> dict[str, str]:
    """SHA-256 of every template, argument text and file of the letterhead the filing was made from, by name."""
    names = [name for draft in drafts for name in sources_of(draft) if not name.endswith(".docx")]
    worn = workspace.letterhead.files if drafts[0].context["office"] and workspace.letterhead else ()
    found = {name: file for name in (*names, *worn) if (file := workspace.find(name))}
    return {t.name: t.digest for t in templates} | {
        n: hashlib.sha256(opener.read(f, name=n)).hexdigest() for n, f in found.items()
    }


def sources_of(draft: Draft) -> list[str]:
    """The names on the library of the templates and arguments that a draft was made from."""
    folder = f"filings/{draft.kind}"
    arguments = [f"arguments/{d.argument.id}" for d in draft.decisions]
    own = [name for a in arguments for name in (f"{a}/argument.yaml", f"{a}/{draft.language}.md")]
    return [f"{folder}/filing.yaml", f"{folder}/{draft.language}.docx", *own]


def _law_keys(draft: Draft) -> list[str]:
    """The entries of the law data that a draft rests on: what it cites, the periods it counts, the warnings it carries."""
    return [*(key for key, _ in draft.cited), *(term.deadline for term in draft.terms), *draft.warnings]


def _manifest(
    workspace: Workspace,
    file: CaseFile,
    drafts: Sequence[Draft],
    form: str,
    digests: Mapping[str, str],
    options: Mapping[str, str | bool],
    outputs: Mapping[str, bytes],
) -> bytes:
    from panahat.drafting.sheet_law import read_in
    from panahat.law.registry import entry_digests
    from panahat.seal.proof import manifest

    return manifest(
        version=VERSION,
        kind=drafts[0].kind,
        language=form,
        filing_on=drafts[0].filing_day,
        case=file.digest,
        law=workspace.library.law_digest,
        templates={n: d for n, d in digests.items() if not n.startswith("arguments/")},
        arguments={n: d for n, d in digests.items() if n.startswith("arguments/")},
        options=options,
        outputs=outputs,
        norms=entry_digests(workspace.law, [key for draft in drafts for key in _law_keys(draft)]),
        sources={key: where for draft in drafts for key, where in read_in(draft, workspace.law).items()},
    )


def keep_apart(file: CaseFile, base: Path, names: Names) -> None:
    """Raises Refused where a file of the filing would take the place of one of its annexes."""
    outputs = {path.resolve() for path in (names.filing, names.sheet, names.manifest, names.pdf)}
    clashes = [
        n for n, annex in enumerate(file.case.annexes) if annex.file and (base / annex.file).resolve() in outputs
    ]
    if clashes:
        places = [("annexes", n, "file") for n in clashes]
        raise Refused(Problem(OUTPUT_IS_ANNEX, file.name, place, *file.positions.of(place)) for place in places)


def write(made: Made, names: Names, *, force: bool, like: Path | None = None) -> Names:
    """Puts the three files on disk, all or none, readable by their owner alone; where they are now.

    Each is locked as the case file `like` is, where one is given. Raises Refused.
    """
    from panahat.seal.write import write_all

    files = [(names.filing, made.filing), (names.sheet, made.sheet), (names.manifest, made.manifest)]
    if like is not None:
        case = (str(like), opener.read(like))
        files = [(p.with_name(p.name + locked.SUFFIX), locked.again(c, str(p), case)) for p, c in files]
    write_all(files, force=force)
    return Names(*(path for path, _ in files))
