"""A case, law and templates brought together into the Draft of one filing."""

from __future__ import annotations

import re
from collections import ChainMap, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from panahat.argue.explaining import explain_pairs
from panahat.argue.model import Argument, Decision
from panahat.case.loading import CaseFile
from panahat.drafting import arguments as texts
from panahat.drafting.codes import NO_ARGUMENT, UNMENTIONED, UNTIDY
from panahat.drafting.context import Words, vocabulary
from panahat.drafting.context.authorities import narrowed
from panahat.drafting.context.chronology import pairs
from panahat.drafting.filings import FilingKind
from panahat.drafting.forms import SHEET_LANGUAGE
from panahat.drafting.model import Draft, Origin, Paragraph
from panahat.drafting.noting import noted
from panahat.drafting.outline import Filled, Line, fill
from panahat.drafting.periods import all_words, term_words, terms
from panahat.drafting.recipients import FIELDS, about, addresses, printed
from panahat.drafting.relief import cautions, enforced, numbered, own_passages, situation
from panahat.drafting.traced import annex_of, spoken
from panahat.law.mentions import Mentions
from panahat.law.registry import Law
from panahat.letterhead.reading import Letterhead
from panahat.library import Library
from panahat.messages import N_
from panahat.problems import Path, Problem, Refused
from panahat.sandbox import Fault

_FLAWS: tuple[tuple[Callable[[str], object], str], ...] = (
    (re.compile(r"  ").search, N_("a doubled space")),
    (re.compile(r" [,.;:)»]").search, N_("a space before a mark")),
    (re.compile(r"\(\s*\)|«\s*»").search, N_("empty brackets")),
    (re.compile(r",\s*[,.;]|\.\.(?!\.)|;\s*[.;,]").search, N_("two marks together")),
    (re.compile(r"\b(None|True|False)\b|[{}]").search, N_("a blank")),
    (lambda text: text != text.strip(), N_("a space at the edge")),
)


class Sources(Struct, frozen=True):
    """What a draft is made from besides the case."""

    law: Law
    library: Library
    arguments: Sequence[Argument]
    letterhead: Letterhead | None = None


def compose(
    file: CaseFile,
    sources: Sources,
    filing: FilingKind,
    decisions: tuple[Decision, ...],
    outline: Sequence[Line],
    *,
    language: str,
    final: bool,
    bilingual: bool = False,
    annexes: tuple[str, ...] = (),
) -> Draft:
    """The Draft of a filing in one language, by what was decided about its arguments.

    `bilingual`: the other language stands in the same document. Annexes are numbered by `annexes`, else as the text first
    mentions them: where that is not the order of the case file, it is written anew with the new numbers. Raises Refused
    where no argument carries or a text uses a name without a value.
    """
    ids = tuple(dict.fromkeys(a.id for a in file.case.annexes))

    def written(order: tuple[str, ...]) -> Draft:
        return _composed(
            file, sources, filing, decisions, outline, order, language=language, final=final, bilingual=bilingual
        )

    draft = written(annexes or ids)
    mentioned = () if annexes else first_mentions(draft.paragraphs, ids)
    return draft if mentioned in ((), ids) else written(mentioned)


def first_mentions(paragraphs: Iterable[Paragraph], ids: Sequence[str]) -> tuple[str, ...]:
    """`ids` of annexes in the order in which the paragraphs mention them; the rest after, as they stood."""
    found: dict[str, None] = {}
    for p in paragraphs:
        said = {s.text: [name for kind, name in s.sources if kind == "annex"] for s in p.spoken}
        for text in sorted((t for t, names in said.items() if names), key=p.text.find):
            found |= dict.fromkeys(sorted((annex_of(name) for name in said[text]), key=ids.index))
    return tuple(dict.fromkeys((*found, *ids)))


def unmentioned(paragraphs: Iterable[Paragraph], file: CaseFile) -> list[Problem]:
    """The annexes that are listed, and of which nothing else in the text speaks: translations go with the others."""
    told = [p for p in paragraphs if not any(c.endswith(" in annexes") for c in p.condition)]
    said = {annex_of(name) for p in told for name in p.annexes}
    silent = {n: a.id for n, a in enumerate(file.case.annexes) if a.id not in said and a.kind != "translation"}
    at: Path = ("annexes", next(iter(silent), 0))
    facts = {"keys": ", ".join(silent.values())}
    return [Problem(UNMENTIONED, file.name, at, *file.positions.of(at), facts)] if silent else []


def _composed(
    file: CaseFile,
    sources: Sources,
    filing: FilingKind,
    decisions: tuple[Decision, ...],
    outline: Sequence[Line],
    annexes: tuple[str, ...],
    *,
    language: str,
    final: bool,
    bilingual: bool,
) -> Draft:
    """The Draft with its annexes in that order."""
    case, law = file.case, sources.law
    included = [d for d in decisions if d.included]
    if filing.sections and not included:
        raise Refused([Problem(NO_ARGUMENT, file.name)])
    periods = terms(file, law, filing)
    witness = situation(file, law, filing, sources.arguments, decisions, periods)
    words = vocabulary(file, law, filing, sources.arguments, language, annexes)
    data = words.data
    numbers = numbering(included, filing.sections_from)
    data["included"] = {a.id.replace("-", "_"): numbers.get(a.id, False) for a in sources.arguments}
    data["term"] = term_words(words.scribe, periods, case.filing.on)
    data["terms"] = all_words(words.scribe, filing, periods, case.filing.on)
    named = {a.field: printed(words.scribe, law, case, a) for a in addresses(case, law, filing, witness)}
    data["filing"].update({field: named.get(field, False) for field in FIELDS})
    side_by_side = witness.pairs()
    data["pairs"] = pairs(words.scribe, side_by_side, filing.named)
    data["draft"] = not final
    data["bilingual"] = bilingual
    data["office"] = letterhead_words(sources.letterhead, filing, file, language)
    data["sections"] = sections(words, sources, filing, included, numbers, language)
    data["summary"] = [line for s in data["sections"] for a in s["arguments"] for line in a["summary"]][:SUMMARY]
    data.update(numbered(filing, witness, data["additions"], filing.sections_from + len(data["sections"])))
    data["cite"] = {name: words.cites(group) for name, group in filing.groups(included, law).items()}
    data["law_changed"] = words.citer.changed
    template = f"filings/{filing.kind}/{language}.docx"
    try:
        filled = fill(outline, data, template, language)
    except Fault as fault:
        raise Refused([texts.fault_problem(fault, template)]) from None
    paragraphs = resolved(filled, template, language, law, case.filing.on)
    flaws = untidy(paragraphs)
    if not final:
        paragraphs = noted(paragraphs, file, language, bare=bool(filing.norm))
    printed_norms = {key for p in paragraphs for key in p.norms}
    cited = {at: places for at, places in words.cited.items() if at[0] in printed_norms}
    spoken = [*own_passages(file, language).values(), *(p.text for p in paragraphs if _asks(p))]
    given = cautions(file, law, filing, witness, decisions, cited, spoken)
    rules = enforced(file, law, witness, given, final=final, language=language)
    return Draft(
        kind=filing.kind,
        language=language,
        final=final,
        filing_day=case.filing.on,
        paragraphs=tuple(paragraphs),
        decisions=decisions,
        cited=cited,
        terms=periods,
        asks=tuple(k for k, v in data["ask"].items() if v),
        motions=tuple(k for k, v in data["motion"].items() if v),
        warnings=given,
        problems=(*flaws, *words.problems(final=final), *rules, *unmentioned(paragraphs, file)),
        declined=words.declined,
        context=data,
        annexes=annexes,
        pairs=explain_pairs(side_by_side, file, SHEET_LANGUAGE),
        about=tuple(x["said"] for x in about(file, law, filing, witness, SHEET_LANGUAGE)),
    )


SUMMARY = 10
"""Lines on the first page that say what the filing rests on."""


def letterhead_words(found: Letterhead | None, filing: FilingKind, file: CaseFile, language: str) -> Any:
    """The words of the office's letterhead over a letter or an advocate's filing; False over any other."""
    by = file.case.representative
    wears = found is not None and (not filing.norm or (by is not None and by.role == "advocate"))
    return found.words(language) if found is not None and wears else False


def numbering(included: Sequence[Decision], first: int) -> dict[str, str]:
    """The number of each argument pleaded, «5.2»; sections count from `first` in the order of `included`."""
    order: dict[str, list[str]] = {}
    for d in included:
        order.setdefault(d.argument.section, []).append(d.argument.id)
    return {id: f"{n}.{k}" for n, ids in enumerate(order.values(), first) for k, id in enumerate(ids, 1)}


def _asks(paragraph: Paragraph) -> bool:
    """Whether the paragraph stands in the head, or is a request or a motion."""
    return paragraph.style.startswith("Шапка") or any(
        c.startswith(("if ask.", "if motion.")) for c in paragraph.condition
    )


def sections(
    words: Words,
    sources: Sources,
    filing: FilingKind,
    included: Sequence[Decision],
    numbers: Mapping[str, str],
    language: str,
) -> list[dict[str, Any]]:
    """The sections of the filing that have arguments, heaviest ground first, each argument's text filled in."""
    titles = {s.id: s.title[language] for s in filing.sections}
    out: dict[str, dict[str, Any]] = {}
    for d in included:
        id, n = d.argument.section, numbers[d.argument.id]
        section = out.setdefault(id, {"n": n.partition(".")[0], "id": id, "title": titles[id], "arguments": []})
        section["arguments"].append(argument_section(words, sources, d, n, language))
    return list(out.values())


def argument_section(words: Words, sources: Sources, decision: Decision, number: str, language: str) -> dict[str, Any]:
    """One argument as the template sees it, its text filled in. Raises Refused where the text lacks a fact."""
    argument = decision.argument
    cites = {name: words.cites(group) for name, group in argument.cites.items()}
    own = {
        "cite": cites,
        "section": argument.section,
        "decisions": narrowed(words.data["decisions"], argument.decisions, language),
        "soft": narrowed(words.data["soft"], argument.soft_law, language),
    }
    body = texts.written(argument, sources.library, language, ChainMap(own, words.data))
    return texts.section_argument(argument, number, body, language)


def resolved(filled: Iterable[Filled], template: str, language: str, law: Law, on: date) -> list[Paragraph]:
    """Numbered paragraphs of a text of the day `on`, names of acts written out as they are read; empty ones left out."""
    mentions = Mentions(law, language, on)
    out: list[Paragraph] = []
    for f in filled:
        text = mentions.resolve(f.text)
        if not text:
            continue
        by_kind = defaultdict[str, list[str]](list)
        for source in sorted(f.sources):
            by_kind[source.kind].append(source.name)
        if by_kind["argument"]:
            id, _, k = by_kind["argument"][0].partition("#")
            origin = Origin("argument", id, int(k))
        else:
            origin = Origin("template", template, f.number)
        out.append(
            Paragraph(
                len(out) + 1,
                f.style,
                text,
                origin,
                tuple(by_kind["fact"]),
                tuple(by_kind["norm"]),
                tuple(by_kind["annex"]),
                f.condition,
                tuple(by_kind["figure"]),
                tuple(spoken(name) for name in by_kind["words"]),
            )
        )
    return out


def untidy(paragraphs: Iterable[Paragraph]) -> list[Problem]:
    """What looks wrong in the finished text: doubled spaces, lone marks, blanks."""
    return [
        Problem(UNTIDY, p.origin.name, facts={"number": str(p.origin.paragraph), "style": p.style, "flaw": "@" + flaw})
        for p in paragraphs
        for has, flaw in _FLAWS
        if has(p.text)
    ]
