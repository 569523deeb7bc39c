"""The words of a case: the vocabulary that templates and arguments print, built once from facts and law.

The names are listed in templates/README.md. Only text, numbers, truth values, lists and mappings; an absent thing is
`False`. `Words.data` is what every text may use; citations of one text's own groups are added beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from panahat.argue import ChargeFacts, Cites, claim_state
from panahat.case import CaseFile, get, path_of
from panahat.draft.context import asylum, authorities, cites, extradition, people, record, risk
from panahat.draft.context.scribe import Fact, Forms, Scribe, written
from panahat.draft.context.tongues import tongue
from panahat.draft.said import Said, Source
from panahat.language import nbsp
from panahat.law import Law


@dataclass(slots=True)
class Words:
    """The vocabulary of one case in one language: who writes (`scribe`), who cites (`citer`), and the data."""

    file: CaseFile
    scribe: Scribe
    citer: cites.Citer
    data: dict[str, Any]

    def cites(self, group: Cites) -> dict[str, Said]:
        """A group of citations in six cases, as of the filing's day or of the day of the fact it names."""
        return self.citer.group(group, lambda dotted: get(self.file.case, path_of(dotted)))


def build(file: CaseFile, law: Law, found: Sequence[ChargeFacts], language: str) -> Words:
    """The words of a case in `language`; `found` is what the argue room found about each charge."""
    case = file.case
    speech = tongue(language)
    numbers = {a.id: n for n, a in enumerate(case.annexes, 1)}
    bodies = {key: forms for key, b in law.bodies.items() if (forms := speech.body(b))}
    stored = {forms["nom"]: forms for forms in bodies.values()}
    scribe = Scribe(speech, numbers, stored.get)
    citer = cites.Citer(law, case.filing.on, language)
    root = Fact(case)

    def body(key: str, fact: Fact | None = None) -> dict[str, Said]:
        sources = [Source("fact", written(fact.path))] if fact else []
        return {name: Said(nbsp(text), sources) for name, text in bodies[key].items()}

    claims = asylum.claims(scribe, root.at("asylum"))
    charged = cites.charges(scribe, citer, root.at("extradition", "charges"), found)
    un = risk.un_measures(scribe, root.at("un_measures"), body)
    data: dict[str, Any] = {
        "client": people.client(scribe, root.at("client")),
        "rep": people.representative(scribe, root.at("representative")),
        "entry": record.entry(scribe, root.at("entry")),
        "asylum": claims,
        "claim": claims[-1] if claims else False,
        "claim_state": claim_state(case) or False,
        "extradition": extradition.extradition(scribe, root.at("extradition"), body),
        "charges": charged,
        **cites.chosen(charged),
        "below_threshold": bool(found) and all(f.below_threshold is True for f in found),
        "risk": risk.risk(scribe, root.at("risk")),
        "un": un,
        "un_requested": [u for u in un if u["status"] == "requested"],
        "events": record.events(scribe, root.at("events")),
        "annexes": record.annex_list(scribe, root.at("annexes")),
        "annex": record.annex_refs(scribe, case.annexes),
        "filing": record.filing(scribe, root.at("filing")),
        "additions": record.additions(scribe, root.at("filing")),
        "body": {key.replace("-", "_"): body(key) for key in bodies},
        "decisions": authorities.decisions(law, case.filing.on, language),
        "soft": authorities.soft_law(law, case.filing.on, language),
    }
    return Words(file, scribe, citer, data)


__all__ = ["Forms", "Words", "build"]
