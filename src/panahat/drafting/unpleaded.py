"""What the arguments that a filing does not plead would say: so that a paragraph of an older draft can be recognised."""

from __future__ import annotations

from panahat.argue.deciding import decide, ordered
from panahat.case.loading import CaseFile
from panahat.drafting.composing import Sources, argument_section, numbering
from panahat.drafting.context import vocabulary
from panahat.drafting.context.chronology import pairs
from panahat.drafting.filings import FilingKind
from panahat.drafting.periods import all_words, term_words, terms
from panahat.drafting.relief import situation
from panahat.law.mentions import Mentions
from panahat.problems import Refused


def left_out(file: CaseFile, sources: Sources, filing: FilingKind, language: str) -> dict[str, tuple[str, ...]]:
    """The paragraphs of each argument not pleaded, by its id; without those that lack a fact their text prints."""
    if not filing.sections:
        return {}
    law, on = sources.law, file.case.filing.on
    decisions = ordered(
        decide(file, law, sources.arguments, on, filing.pleading(file)), filing.section_ids, filing.listed
    )
    words = vocabulary(file, law, filing, sources.arguments, language)
    numbers = numbering([d for d in decisions if d.included], filing.sections_from)
    words.data["included"] = {d.argument.id.replace("-", "_"): numbers.get(d.argument.id, False) for d in decisions}
    periods = terms(file, law, filing)
    words.data["term"] = term_words(words.scribe, periods, on)
    words.data["terms"] = all_words(words.scribe, filing, periods, on)
    witness = situation(file, law, filing, sources.arguments, decisions, periods)
    words.data["pairs"] = pairs(words.scribe, witness.pairs(), filing.named)
    words.data["draft"], words.data["bilingual"], words.data["law_changed"] = True, False, False
    out = {}
    for decision in decisions:
        if not decision.included:
            try:
                section = argument_section(words, sources, decision, "", language)
            except Refused:
                continue
            mentions = Mentions(law, language, on)
            runs = [block["runs"] for block in section["blocks"] if "runs" in block]
            texts = [str(section["title"]), *("".join(r["text"] for r in of_block) for of_block in runs)]
            out[decision.argument.id] = tuple(mentions.resolve(text) for text in texts)
    return out
