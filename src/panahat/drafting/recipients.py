"""To whom a filing goes and through whom, with how many copies and what fee: the rules of filing.yaml in one case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from panahat.case.facts import get, latest, path_of
from panahat.drafting.codes import NO_ADDRESSEE
from panahat.drafting.context.scribe import Fact, Forms, Scribe, written
from panahat.drafting.filings import Copies, FilingKind, Provision, Recipient
from panahat.drafting.traced import Source, Traced
from panahat.language.typography import nbsp
from panahat.law.citations import Ref, cite
from panahat.law.mentions import Mentions
from panahat.messages import N_, Translator, translator
from panahat.problems import ERROR, WARNING, Problem

if TYPE_CHECKING:
    from datetime import date

    from panahat.argue.deciding import Witness
    from panahat.case.loading import CaseFile
    from panahat.case.models import Case
    from panahat.law.registry import Law

FIELDS: Mapping[str, str] = {"addressee": N_("addressee"), "through": N_("through")}
_RULES = {
    "fixed": N_("always this one"),
    "above": N_("the body above the one that made the act"),
    "maker": N_("the body that made the act"),
    "named": N_("named in the case file"),
    "by_region": N_("by the region"),
}


class Address(Struct, frozen=True):
    """A body, court or person: its key in the law data, or the fact that names it in words, or both.

    `rule` is how it was found and `fact` the fact that decided («»: none was needed). Without `body` and `words` it is not
    known, and `fact` is what to tell.
    """

    field: str
    rule: str
    body: str = ""
    words: str = ""
    fact: str = ""

    @property
    def known(self) -> bool:
        """Whether it is known who this is."""
        return bool(self.body or self.words)


def addresses(case: Case, law: Law, filing: FilingKind, witness: Witness) -> list[Address]:
    """Addressee and go-between of the filing, as far as it has rules for them; the case file's own words come first."""
    out = []
    for field in FIELDS:
        own = f"filing.{field}"
        rules = [r for r in getattr(filing, field) if witness.truth(r.when) is not False]
        if get(case, own) is not None:
            out.append(Address(field, "named", words=own, fact=own))
        elif rules:
            found = [_by_rule(case, law, field, r) for r in rules]
            out.append(next((a for a in found if a.known), found[-1]))
    return out


def _by_rule(case: Case, law: Law, field: str, rule: Recipient) -> Address:
    if rule.rule == "fixed":
        return Address(field, rule.rule, rule.at)
    if rule.rule == "by_region":
        region = get(case, rule.at)
        return Address(
            field, rule.rule, rule.bodies.get(region, rule.bodies.get("else", "")) if region else "", "", rule.at
        )
    body, words, missing = _named(case, law, rule.at)
    if rule.rule == "above":
        above = rule.bodies.get(body, rule.bodies.get("else", "")) if body or words else ""
        return Address(field, rule.rule, above, "", missing)
    return Address(field, rule.rule, body, words, missing)


def _named(case: Case, law: Law, path: str) -> tuple[str, str, str]:
    """(key in the law data, path of the words, fact to tell) of what a fact names: a key, words, or an act by its maker."""
    place = latest(case, path)
    path, value = written(place), get(case, place)
    if isinstance(value, str):
        return (value, "", path)
    if value is not None and hasattr(value, "by"):
        key = value.body or next((b.key for b in law.bodies.values() if value.by and b.name.ru == value.by.ru), "")
        return (key, f"{path}.by" if value.by else "", f"{path}.by" if value.by or not value.body else f"{path}.body")
    return ("", path if value is not None else "", path)


def printed(scribe: Scribe, law: Law, case: Case, found: Address) -> Forms | bool:
    """The name in every case and `to`, the line of the addressee; False where it is not known in this language."""
    stored = law.bodies.get(found.body)
    if found.words:
        forms = scribe.forms(Fact(get(case, found.words), path_of(found.words))) or {}
        person = _is_person(scribe.tongue.body(stored)) if stored else None
        return {**forms, "to": forms["nom"].again(scribe.tongue.to(forms, person))}
    own = scribe.tongue.body(stored) if stored else {}
    source = [Source("fact", found.fact)] if found.fact else []
    return {name: Traced(nbsp(text), source) for name, text in own.items()} if own else False


def _is_person(forms: Mapping[str, str]) -> bool:
    """Whether the stored line of the addressee speaks to a person: it is the dative itself."""
    return forms["to"] == forms["dat"]


def name_of(found: Address, file: CaseFile, law: Law, language: str) -> str:
    """The name as people read it; «» where it is not known."""
    words: Any = get(file.case, found.words) if found.words else None
    if words is None and (entry := law.bodies.get(found.body) or law.destinations.get(found.body)):
        words = entry.name
    return str(getattr(words, language, None) or words.ru) if words else ""


def recipient_problems(
    file: CaseFile, law: Law, filing: FilingKind, witness: Witness, *, final: bool
) -> Iterator[Problem]:
    """Is it known to whom the filing goes, and through whom?"""
    for found in addresses(file.case, law, filing, witness):
        if not found.known:
            path = path_of(found.fact)
            line, column = file.positions.of(path)
            facts = {"field": "@" + FIELDS[found.field], "name": found.field}
            yield Problem(NO_ADDRESSEE, file.name, path, line, column, facts, ERROR if final else WARNING)


def provisions(listed: Sequence[Provision], witness: Witness) -> list[Provision]:
    """Those that apply; a condition that is not known lets one in."""
    return [p for p in listed if witness.truth(p.when) is not False]


def amount_of(p: Provision, case: Case) -> str:
    """How many or how much in this case; «» where it is not said."""
    told = get(case, p.of) if isinstance(p, Copies) and p.of else None
    return p.amount if told is None else str(told)


def about(
    file: CaseFile, law: Law, filing: FilingKind, witness: Witness, language: str, *, values: bool = True
) -> list[dict[str, Any]]:
    """What the filing's description says of this case: addressee, go-between, copies, fee, languages, remarks.

    Each {id, said, fact, line}: `said` is a sentence in `language` (without `values`, none that only the case file names),
    `fact` the path that decided («»: none).
    """
    tr, on = translator(language), file.case.filing.on
    out: list[dict[str, Any]] = []

    def say(id: str, said: str, fact: str = "") -> None:
        out.append(
            {"id": id, "said": said, "fact": fact, "line": file.positions.of(path_of(fact))[0] if fact else None}
        )

    for found in addresses(file.case, law, filing, witness):
        rule, field = tr(_RULES[found.rule]), tr(FIELDS[found.field])
        name = tr(N_("not known")) if not found.known else name_of(found, file, law, language)
        shown = values or not found.known or found.rule not in ("named", "maker")
        text = N_("{field}: {name} ({rule})") if shown else N_("{field}: {rule}")
        say(found.field, tr(text).format(field=field, name=name, rule=rule), found.fact)
    for id, text, listed in (
        ("copies", N_("copies: {amount}"), filing.copies),
        ("fee", N_("fee: {amount}"), filing.fee),
    ):
        for p in provisions(listed, witness):
            say(id, _provided(id, text, p, amount_of(p, file.case), law, on, tr, language))
    say("languages", tr(N_("may be filed in: {languages}")).format(languages=", ".join(filing.languages)))
    for remark in filing.sheet:
        if witness.truth(remark.when) is not False:
            say("sheet", remark.says.get(language) or remark.says["ru"])
    return out


def _provided(id: str, text: str, p: Provision, amount: str, law: Law, on: date, tr: Translator, language: str) -> str:
    """Copies or fee in a sentence: how many, by which norm, what else, and whether to verify it."""
    if id == "fee" and amount:
        amount = (
            tr(N_("none")) if amount == "0" else tr(N_("{number} of the monthly index (МРП)")).format(number=amount)
        )
    if p.norm is not None:
        spoken = "kk" if language == "kk" else "ru"
        named = cite(law, [Ref(p.norm.key, p.norm.part or None, p.norm.point or None)], on, spoken)
        amount = f"{amount} ({Mentions(law, spoken, on).resolve(named.forms['nom'])})".strip()
    said = [tr(text).format(amount=amount)] if amount else []
    said += [p.says.get(language) or p.says["ru"]] if p.says else []
    said += [tr(N_("must be verified before use"))] if p.verify else []
    return "; ".join(said)
