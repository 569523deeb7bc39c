"""The Draft of a letter: no arguments, no requests of procedure, no periods; its own vocabulary in its own language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from panahat.argue import claim_state
from panahat.case import CaseFile
from panahat.draft.arguments import fault_problem
from panahat.draft.codes import UNTRANSLATED
from panahat.draft.composing import resolved, untidy
from panahat.draft.context.letter import letter
from panahat.draft.context.letter_scribe import LetterScribe
from panahat.draft.context.tongues import tongue
from panahat.draft.context.voices import voice
from panahat.draft.filings import FilingKind
from panahat.draft.model import Draft
from panahat.draft.outline import Line, fill
from panahat.draft.said import plain
from panahat.draft.wishes import Situation
from panahat.law import Law, Ref
from panahat.problems import ERROR, WARNING, Problem, Refused
from panahat.sandbox import Fault

if TYPE_CHECKING:
    from datetime import date

    from panahat.draft.context.tongues import Case


def compose_letter(
    file: CaseFile,
    law: Law,
    filing: FilingKind,
    outline: Sequence[Line],
    *,
    language: str,
    final: bool,
    bilingual: bool,
) -> Draft:
    """The Draft of a letter. Raises Refused where its text uses a name without a value."""
    case = file.case
    scribe = LetterScribe(language, voice(language), {a.id: n for n, a in enumerate(case.annexes, 1)})
    data: dict[str, Any] = {
        "letter": letter(file, law, scribe),
        "draft": not final,
        "bilingual": bilingual,
        "sections": [],
        "main_language": case.filing.main_language,
    }
    template = f"filings/{filing.kind}/{language}.docx"
    try:
        filled = fill(outline, data, template, language)
    except Fault as fault:
        raise Refused([fault_problem(fault, template)]) from None
    paragraphs = resolved(filled, template, language, law)
    situation = Situation(file, claim_state(case) or False, (), late=False)
    warnings = [id for id, when in filing.warnings if situation.holds(when)]
    return Draft(
        kind=filing.kind,
        language=language,
        final=final,
        filing_day=case.filing.on,
        paragraphs=tuple(paragraphs),
        decisions=(),
        cited=cited(file),
        terms=(),
        asks=tuple(name for name, made in data["letter"]["ask"].items() if made),
        motions=(),
        warnings=(*warnings, case.visa.destination) if case.visa else tuple(warnings),
        problems=(*untidy(paragraphs), *untranslated(file, scribe, final=final)),
        declined=declined(file) if language == "ru" else {},
        context=plain(data),
    )


def untranslated(file: CaseFile, scribe: LetterScribe, *, final: bool) -> list[Problem]:
    """The texts that the letter prints and the case lacks in its language: marked in a draft, refused in a final letter."""
    out = []
    for path in scribe.untranslated.values():
        line, column = file.positions.of(path)
        level = ERROR if final else WARNING
        out.append(Problem(UNTRANSLATED, file.name, path, line, column, {"language": scribe.language}, level))
    return out


def cited(file: CaseFile) -> dict[tuple[str, date], tuple[Ref, ...]]:
    """The articles of the charges, as of the day of the letter."""
    charges = file.case.extradition.charges if file.case.extradition is not None else ()
    return {(c.article, file.case.filing.on): (Ref(c.article, part=c.part),) for c in charges}


def declined(file: CaseFile) -> dict[str, Case]:
    """The Russian forms of the client's name, for the lawyer to confirm."""
    return {"client.name": tongue("ru").person(file.case.client.name, file.case.client.gender)[0]}
