"""The workspace: the library, the law and the rooms brought together for one piece of work. The doors (`cli`) work here."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from panahat.drafting.codes import NO_LANGUAGE, UNKNOWN_KIND
from panahat.library import Library
from panahat.problems import ERROR, Problem, Refused, errors, in_order

if TYPE_CHECKING:
    from panahat.argue.deciding import Witness
    from panahat.argue.model import Argument, Decision
    from panahat.case.loading import CaseFile
    from panahat.case.needs import Needs
    from panahat.drafting.filings import Caution, FilingKind, Request
    from panahat.drafting.model import Draft, Term
    from panahat.drafting.remedies import Remedy
    from panahat.drafting.states import State
    from panahat.law.registry import Law
    from panahat.letterhead.reading import Letterhead
    from panahat.render.template import Template


class Workspace:
    """One library and one day; everything on it is loaded when it is first needed."""

    def __init__(self, library: Library, today: date | None = None, beside: Path | None = None) -> None:
        self.library = library
        self.folder = beside
        self.today = today or date.today()
        self._decided: tuple[CaseFile | None, str, tuple[Decision, ...]] = (None, "", ())

    @classmethod
    def at(cls, office: Path | None, today: date | None = None) -> Workspace:
        """The workspace with the shipped library, and the office's own folder over it where given."""
        return cls(Library.standing(office), today)

    @classmethod
    def beside(cls, case: Path, office: Path | None, today: date | None = None) -> Workspace:
        """The workspace for a case file: without an office folder given, a folder `templates/` beside the case is one."""
        own = case.parent / "templates"
        given = office or (own if str(case) != "-" and own.is_dir() else None)
        return cls(Library.standing(given), today, None if str(case) == "-" else case.parent)

    def find(self, name: str) -> Path | None:
        """The file called `name` on the library, or beside the case."""
        own = self.folder / name if self.folder is not None else None
        return self.library.find(name) or (own if own is not None and os.path.lexists(own) else None)

    @cached_property
    def letterhead(self) -> Letterhead | None:
        """The office's letterhead, where it has an office.yaml. Raises Refused with everything wrong with it."""
        from panahat.letterhead.reading import load

        return load(self.find)

    @cached_property
    def law(self) -> Law:
        from panahat.law.registry import load_law

        return load_law(self.library, self.today)

    @cached_property
    def arguments(self) -> tuple[Argument, ...]:
        from panahat.argue.load import load_arguments

        return load_arguments(self.library, self.law)

    @cached_property
    def filings(self) -> Mapping[str, FilingKind]:
        from panahat.drafting.filing_loading import load_filings

        return load_filings(self.library, self.law)

    def filing(self, kind: str) -> FilingKind:
        """The kind of filing called `kind`. Raises Refused where there is none."""
        if kind not in self.filings:
            raise Refused([Problem(UNKNOWN_KIND, facts={"kind": kind, "known": ", ".join(self.filings)})])
        return self.filings[kind]

    def filing_of(self, file: CaseFile, kind: str) -> FilingKind:
        """The kind of filing as it is in that case: in its variant there. Raises Refused where there is none."""
        return self.filing(kind).of(file.case)

    @property
    def letterhead_problems(self) -> list[Problem]:
        """Everything wrong with office.yaml and its logo."""
        try:
            found = self.letterhead
        except Refused as refused:
            return list(refused.problems)
        return list(found.problems) if found else []

    def load(self, path: Path) -> CaseFile:
        """The case in the file `path`, or from standard input («-»). Raises Refused with everything wrong with it."""
        from panahat.case.loading import load_case

        return load_case("-" if str(path) == "-" else path)

    def check(
        self,
        file: CaseFile,
        kind: str | None = None,
        *,
        final: bool = False,
        languages: Sequence[str] = ("ru",),
        base: Path | None = None,
    ) -> list[Problem]:
        """Everything wrong with the case, in order: its facts, what the filing needs, the law it would cite."""
        from panahat.argue.advice import advise
        from panahat.case.checking import check
        from panahat.drafting.periods import period_problems
        from panahat.drafting.recipients import recipient_problems
        from panahat.drafting.states import with_state

        filing = self.filing_of(file, kind) if kind else None
        problems = check(
            file,
            self.law,
            self._needs(filing, self.witness(file, filing)) if filing else None,
            final=final,
            base=base,
            languages=tuple(languages),
            argument_ids=[a.id for a in self.arguments],
            today=self.today,
        )
        kinds = [filing] if filing else self._may_stand(file)
        problems += period_problems(file, self.law, kinds, final=final)
        if filing and (filing.addressee or filing.through):
            problems += recipient_problems(file, self.law, filing, self.witness(file, filing), final=final)
        if filing:
            problems = list(with_state(problems, file, self.state(file, filing.kind), self.filings, final=final))
        if filing and filing.sections and all(p.code.severity != ERROR for p in errors(problems)):
            problems += advise(file, self.law, self.decide(file, filing), [a.id for a in self.arguments])
        return in_order(problems)

    def needs(self, file: CaseFile, kind: str) -> Needs:
        """What a kind of filing asks of this case."""
        filing = self.filing_of(file, kind)
        return self._needs(filing, self.witness(file, filing))

    def _needs(self, filing: FilingKind, witness: Witness) -> Needs:
        """What the filing asks of the case for which `witness` answers."""
        return filing.needs.asked(witness.truth)

    def witness(self, file: CaseFile, filing: FilingKind) -> Witness:
        """Who answers the conditions of a filing; a period that cannot be counted is not known to be over."""
        from panahat.drafting.relief import situation

        return situation(file, self.law, filing, self.arguments, self.decide(file, filing), self._counted(file, filing))

    def _counted(self, file: CaseFile, filing: FilingKind) -> tuple[Term, ...]:
        """The periods of the filing that can be counted."""
        return self._count(file, filing)[0]

    def _count(self, file: CaseFile, filing: FilingKind) -> tuple[tuple[Term, ...], tuple[Problem, ...]]:
        """The periods of the filing, or why one of them cannot be counted."""
        from panahat.drafting.periods import terms

        try:
            return terms(file, self.law, filing), ()
        except Refused as refused:
            return (), tuple(refused.problems)

    def state(self, file: CaseFile, kind: str, on: date | None = None) -> State:
        """Whether such a filing can be made on that day (None: the day the case file dates it), and why not.

        With a moment in place of a day, periods in hours are over to the minute.
        """
        from panahat.drafting.relief import situation
        from panahat.drafting.states import at_moment, dated, state_of

        filing, day = self.filing_of(file, kind), on or file.case.filing.on
        file = file if day == file.case.filing.on else dated(file, day)
        counted = at_moment(self._counted(file, filing), day)
        return state_of(filing, situation(file, self.law, filing, self.arguments, (), counted), counted, day)

    def remedies(self, file: CaseFile, on: date | None = None) -> list[Remedy]:
        """Every kind of filing as it stands on that day or at that moment, what closes first before what closes later.

        A remedy whose period cannot be counted says why in its `problems`.
        """
        from panahat.drafting.relief import situation
        from panahat.drafting.remedies import in_urgency, remedy
        from panahat.drafting.states import at_moment, dated

        day = on or file.case.filing.on
        file = dated(file, day)
        states = {kind: self.state(file, kind, day) for kind in self.filings}
        found: list[Remedy] = []
        for kind, state in states.items():
            filing = self.filing_of(file, kind)
            counted, problems = self._count(file, filing)
            counted = at_moment(counted, day)
            witness = situation(file, self.law, filing, self.arguments, (), counted)
            needs = self._needs(filing, witness)
            found.append(remedy(file, filing, state, states, self.filings, witness, needs, counted, problems))
        return in_urgency(found)

    def _may_stand(self, file: CaseFile) -> list[FilingKind]:
        """The kinds of filing that the facts do not rule out, whatever their periods."""
        from panahat.drafting.states import state_of

        day = file.case.filing.on
        kinds = [filing.of(file.case) for filing in self.filings.values()]
        states = [state_of(f, self.witness(file, f), (), day).name for f in kinds]
        return [f for f, state in zip(kinds, states, strict=True) if state not in ("closed", "not-applicable")]

    def states(self, file: CaseFile, kind: str | None = None) -> list[State]:
        """Where the kind of filing stands on its day; without one, each kind whose periods run in the case."""
        kinds = [kind] if kind else [k for k, f in self.filings.items() if self._counted(file, f.of(file.case))]
        return [self.state(file, k) for k in kinds]

    def decide(self, file: CaseFile, filing: FilingKind) -> tuple[Decision, ...]:
        """What becomes of each argument, in the filing's order; decided once for the case last asked about."""
        from panahat.argue.deciding import decide, ordered

        if self._decided[:2] != (file, filing.kind):
            decided = decide(file, self.law, self.arguments, file.case.filing.on, filing.pleading(file))
            self._decided = file, filing.kind, tuple(ordered(decided, filing.section_ids, filing.listed))
        return self._decided[2]

    def explain(self, file: CaseFile, kind: str, language: str = "en") -> dict[str, list[dict[str, Any]]]:
        """Each argument, request, motion and warning of a filing, and the chronology, as plain data: verdict, conditions, facts
        and lines.
        """
        from panahat.argue.explaining import explain_data, explain_pairs, explain_wish, titles
        from panahat.drafting.context.chronology import timeline
        from panahat.drafting.recipients import about
        from panahat.drafting.relief import caution_title, spoken_to
        from panahat.drafting.sheet_law import noted
        from panahat.drafting.states import state_data

        filing = self.filing_of(file, kind)
        self.terms(file, kind)  # refuses a period that cannot be counted
        witness = self.witness(file, filing)
        try:
            draft = self.draft(file, kind, filing.languages[0])
            cited, given, norms = draft.cited, draft.warnings, noted(draft, self.law)
        except Refused:  # what it would cite and say is not known
            cited, given, norms = {}, (), {}
        spoken = {key for key, w in self.law.warnings.items() if w.applies_to.says}
        relief: dict[str, Sequence[Request | Caution]] = {
            "requests": filing.asks,
            "motions": filing.motions,
            "warnings": [w for w in spoken_to(self.law, filing, cited) if w.id in given or w.id not in spoken],
        }
        decisions = self.decide(file, filing)
        called = {**titles(decisions), **{("asked", w.id): w.title for w in (*filing.asks, *filing.motions)}}
        return {
            "state": [state_data(file, self.state(file, kind), self.filings, language)],
            "filing": about(file, self.law, filing, witness, language, values=False),
            "arguments": [
                {**row, "norms": norms.get(row["id"], [])} for row in explain_data(decisions, file, language)
            ],
            "norms": norms.get("", []),
            **{
                name: [
                    {
                        "title": dict(w.title) or (caution_title(self.law, w.id) if name == "warnings" else {}),
                        **explain_wish(w.id or w.of, w.norm, witness.finding(w.when, "all"), file, language, called),
                    }
                    for w in listed
                ]
                for name, listed in relief.items()
            },
            "pairs": explain_pairs(witness.pairs(), file, language),
            "chronology": timeline(file, language, values=False),
        }

    def forms(self, file: CaseFile, kind: str) -> list[dict[str, Any]]:
        """Every name, body and phrase as the texts of a filing decline it: path, language, forms by case, ids of doubts."""
        from panahat.language import tongue

        drafts = [self.draft(file, kind, language) for language in self.filing(kind).languages]
        cases = {d.language: tongue(d.language).cases for d in drafts}
        return [
            {
                "path": path,
                "language": d.language,
                "forms": {case: getattr(found, case) for case in cases[d.language]},
                "doubts": list(found.doubts),
            }
            for d in drafts
            for path, found in d.declined.items()
        ]

    def terms(self, file: CaseFile, kind: str | None = None) -> list[Term]:
        """The periods that run in the case, for one kind of filing or for all that its facts do not rule out."""
        from panahat.drafting.periods import terms

        kinds = [self.filing(kind).of(file.case)] if kind else self._may_stand(file)
        found = {(t.deadline, t.fact): t for filing in kinds for t in terms(file, self.law, filing)}
        return list(found.values())

    def template(self, name: str) -> Template:
        """The compiled Word template called `name` on the library; its text twin, where it has one, must be fresh."""
        from panahat.render.template import compile_template

        path = self.library.find(name)
        if path is None:
            raise FileNotFoundError(name)
        return compile_template(path, name)

    def drafts(self, file: CaseFile, kind: str, languages: Sequence[str], *, final: bool = False) -> tuple[Draft, ...]:
        """The Drafts of a filing, one a language, with the same annexes under the same numbers. Raises Refused as `draft`."""
        first, *others = languages
        draft = self.draft(file, kind, first, final=final, bilingual=bool(others))
        more = (self.draft(file, kind, x, final=final, bilingual=True, annexes=draft.annexes) for x in others)
        return (draft, *more)

    def draft(
        self,
        file: CaseFile,
        kind: str,
        language: str = "ru",
        *,
        final: bool = False,
        bilingual: bool = False,
        annexes: tuple[str, ...] = (),
    ) -> Draft:
        """The Draft of a filing in one language; `annexes` in that order. Raises Refused where it cannot be made."""
        from panahat.drafting.composing import Sources, compose

        filing = self.filing_of(file, kind)
        if language not in filing.languages:
            known = ", ".join(filing.languages)
            raise Refused([Problem(NO_LANGUAGE, facts={"kind": kind, "language": language, "known": known})])
        template = self.template(f"filings/{kind}/{language}.docx")
        return compose(
            file,
            Sources(self.law, self.library, self.arguments, self.letterhead),
            filing,
            self.decide(file, filing),
            template.outline,
            language=language,
            final=final,
            bilingual=bilingual,
            annexes=annexes,
        )
