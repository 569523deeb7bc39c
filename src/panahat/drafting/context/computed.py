"""Names that no single fact gives: what is computed from several facts, or from the law, beside the names of the schema."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from panahat.argue.charges import Limitation
from panahat.argue.claims import claim_state, contested
from panahat.argue.facts_of_charges import ChargeFacts
from panahat.case.engine import shapes
from panahat.drafting.context import authorities
from panahat.drafting.context.chronology import line_form, told
from panahat.drafting.context.groups import ANY, TEXT, Form, Group, Name
from panahat.drafting.context.printing import Printer
from panahat.drafting.context.scribe import Fact, cited
from panahat.drafting.traced import Source, Traced
from panahat.law.citations import Ref
from panahat.law.destinations import Destination
from panahat.law.registry import Law
from panahat.moments import in_time
from panahat.problems import Path

Names = dict[str, Name]
_CHOSEN: Mapping[str, Callable[[Group], bool]] = {
    "dual_absent": lambda c: c["without_counterpart"],
    "noncustodial": lambda c: c["not_custodial"],
    "military_charges": lambda c: c["military"],
    "limited": lambda c: bool(c["limitation"]),
    "political_charges": lambda c: bool(c["political"]),
}


def computed(p: Printer, law: Law, found: Sequence[ChargeFacts]) -> dict[str, Callable[[], Names]]:
    """What makes the computed names of each group of the schema; `found` is what the argue room found about each charge."""
    return {
        "Case": lambda: _case(p, law, found),
        "Client": lambda: {"passport": Name(Form(group="Document"), lambda c: _passport(p, c))},
        "Document": lambda: {"kind_words": Name(p.case_form(), partial(_document, p), ("kind",))},
        "Addition": lambda: {"clause": Name(TEXT, lambda a: _clause(p, a))},
        "AsylumDecision": lambda: {
            "by": Name(p.body_form(), lambda d: p.scribe.forms(d.at("by")) or _authority(p, d)),
        },
        "Charge": lambda: _charge(p, found),
        "Extradition": lambda: {"left": _left(p, law)},
        "Risk": lambda: _risk(p),
        "Annex": lambda: _annex(p),
        "Arrest": lambda: _arrest(p),
        "Visa": lambda: _visa(p, law),
    }


def _document(p: Printer, document: Fact) -> Any:
    """What a paper is called: by its own title, else by its kind."""
    return p.scribe.forms(document.at("title")) or p.choice_words(
        document.at("kind"), document, shapes()["Document"].fields["kind"]
    )


def _passport(p: Printer, client: Fact) -> Group:
    """The first passport among the documents."""
    found = (d for d in client.at("documents").each() if "passport" in (d.value.kind or ""))
    return p.group(next(found, Fact(None)), "Document")


def _clause(p: Printer, addition: Fact) -> Traced:
    """A passage as one clause: capital first letter, no full stop."""
    first = p.scribe.text(addition.at("text"))[0]
    return first.again(first[:1].upper() + first[1:].rstrip("."))


def _authority(p: Printer, decision: Fact) -> Any:
    """The body that took the claim, which decided on it unless another did."""
    authority = Fact(p.root).at(*decision.path[:2], "authority")
    return p.mark(p.body_form(), authority) if p.is_marked(authority) else p.scribe.forms(authority)


def _case(p: Printer, law: Law, found: Sequence[ChargeFacts]) -> Names:
    """Names of the whole case: the claim, charges chosen by what an argument speaks of, bodies, authorities, annexes."""
    speech = p.scribe.tongue.language
    charges = Form(each=Form(group="Charge"))
    un = Form(each=Form(group="UnMeasures"))
    texts = {"facts": Form(each=Form(group="Addition")), "arguments": Form(each=Form(group="Addition"))}

    def all_charges(c: Fact) -> list[Group]:
        return p.groups(c.at("extradition", "charges"), "Charge")

    def chosen(name: str, c: Fact) -> list[Group]:
        return [one for one in all_charges(c) if _CHOSEN[name](one)]

    def every(name: str, c: Fact) -> bool:
        return bool(all_charges(c)) and all(map(_CHOSEN[name], all_charges(c)))

    out = {
        "rep": Name(Form(group="Representative"), lambda c: p.group(c.at("representative"), "Representative")),
        "claim": Name(Form(group="Claim"), lambda c: p.last(c.at("asylum"), "Claim")),
        "claim_state": Name(TEXT, lambda c: claim_state(c.value) or False),
        "contested": Name(Form(group="Complaint"), lambda c: p.group(_below(c, contested(c.value)), "Complaint")),
        "charges": Name(charges, all_charges),
        "below_threshold": Name(TEXT, lambda c: bool(found) and all(f.below_threshold is True for f in found)),
        "un": Name(un, lambda c: p.groups(c.at("un_measures"), "UnMeasures")),
        "un_requested": Name(
            un, lambda c: [u for u in p.groups(c.at("un_measures"), "UnMeasures") if u["status"] == "requested"]
        ),
        "events": Name(
            Form(each=Form(group="Event")),
            lambda c: in_time((e.value.on, Group(p.names("Event"), e)) for e in c.at("events").each()),
        ),
        "chronology": Name(Form(each=line_form(p)), lambda c: told(p.scribe, c.value)),
        "annexes": Name(Form(each=Form({"n": TEXT}, group="Annex")), partial(_listed, p)),
        "annex": Name(
            ANY,
            lambda c: authorities.by_name(p.scribe.annex_numbers, lambda id, n: _reference(p, id, n)),
        ),
        "additions": Name(Form({**texts, "requests": Form(each=Form(group="Addition"))}), lambda c: _additions(p, c)),
        "body": Name(
            Form(dict.fromkeys(map(_name, p.bodies), p.body_form())),
            lambda c: authorities.by_name(p.bodies, lambda key, _: p.body(key)),
        ),
        "heaviest_charge": Name(Form(group="Charge"), lambda c: p.group(_heaviest(c), "Charge")),
        "practice": _by_key(law.practice, lambda c: authorities.practice(law, c.value.filing.on, p.scribe.tongue)),
        "decisions": _by_key(law.decisions, lambda c: authorities.decisions(law, c.value.filing.on, speech)),
        "soft": _by_key(law.soft_law, lambda c: authorities.soft_law(law, c.value.filing.on, speech)),
    }
    for name in _CHOSEN:
        out[name] = Name(charges, partial(chosen, name))
        out[f"{name.removesuffix('_charges')}_all"] = Name(TEXT, partial(every, name))
    return out


def _by_key(keys: Iterable[str], found: Callable[[Fact], Mapping[str, Any]]) -> Name:
    return Name(Form(dict.fromkeys(map(_name, keys), TEXT)), found)


def _name(key: str) -> str:
    return key.replace("-", "_")


def _listed(p: Printer, case: Fact) -> list[Group]:
    """The annexes as they are numbered."""
    made = [(p.scribe.annex_numbers[a.value.id], p.group(a, "Annex")) for a in case.at("annexes").each()]
    for n, one in made:
        one["n"] = str(n)
    return [one for _, one in sorted(made, key=lambda pair: pair[0])]


def _reference(p: Printer, id: str, n: int) -> dict[str, Traced]:
    return {"n": Traced(str(n), [Source("annex", id)]), "ref": p.scribe.annex_ref(id)}


def _heaviest(case: Fact) -> Fact:
    """The charge with the longest foreign term."""
    terms = [c for c in case.at("extradition", "charges").each() if c.value.max_years is not None]
    return max(terms, key=lambda c: c.value.max_years, default=Fact(None))


def _arrest(p: Printer) -> Names:
    """How long the arrest runs with its extensions, and the annexes of all of them."""

    def until(arrest: Fact) -> Any:
        return p.scribe.day([arrest, *arrest.at("extensions").each()][-1].at("until"))

    def ref(arrest: Fact) -> Traced:
        return p.scribe.ref_to([r for a in (arrest, *arrest.at("extensions").each()) for r in cited(a)])

    return {"runs_until": Name(p.date_form(), until), "extended_ref": Name(TEXT, ref)}


def _below(c: Fact, path: Path) -> Fact:
    """The fact at that path; nothing where there is no path."""
    return c.at(*path) if path else Fact(None, ())


def _additions(p: Printer, case: Fact) -> dict[str, list[Group]]:
    """The lawyer's own passages by section."""
    passages = p.groups(case.at("filing", "additions"), "Addition")
    return {section: [a for a in passages if a["section"] == section] for section in ("facts", "arguments", "requests")}


def _charge(p: Printer, found: Sequence[ChargeFacts]) -> Names:
    """What the argue room found about a charge set beside Kazakhstan's code."""
    cases = p.case_form()
    limitation = Form({"years": TEXT, "category": TEXT, "expired_on": p.date_form(), "extreme": TEXT, "norms": cases})

    def of(charge: Fact) -> ChargeFacts:
        return found[int(charge.path[-1])]

    return {
        "without_counterpart": Name(TEXT, lambda c: of(c).without_counterpart is True),
        "near": Name(Form(each=Form({"article": cases, "title": TEXT})), lambda c: p.citer.near(c.value.article)),
        "custodial": Name(TEXT, lambda c: of(c).without_custody is False),
        "not_custodial": Name(TEXT, lambda c: of(c).without_custody is True),
        "military": Name(TEXT, lambda c: of(c).military is True),
        "extremist": Name(TEXT, lambda c: of(c).extremist is True),
        "limitation": Name(limitation, lambda c: _limitation(p, of(c).limitation, c)),
    }


def _limitation(p: Printer, found: Limitation | None, charge: Fact) -> dict[str, Any] | bool:
    """The limitation period that ran out before the request came."""
    if found is None:
        return False
    facts = (charge.at("alleged_on"), charge.at("kz"))
    return {
        "years": p.scribe.said(p.scribe.tongue.spelled_years(found.years), *facts),
        "category": found.category,
        "expired_on": p.scribe.date(found.expired_on, *facts),
        "extreme": found.absolute,
        "norms": p.citer.forms(Ref(**place) for place in found.places),
    }


def _left(p: Printer, law: Law) -> Name:
    """The day on which the requesting state ceased to be a party to each treaty that the law data says it has left."""
    ceased = {
        (_name(key), state): party.ceased for key, act in law.acts.items() for state, party in act.parties.items()
    }

    def days(extradition: Fact) -> dict[str, Any]:
        at = extradition.at("requesting_state")
        return {k: p.scribe.date(d, at) if d and s == at.value else False for (k, s), d in ceased.items() if d}

    return Name(Form({key: p.date_form() for (key, _), day in ceased.items() if day}), days)


def _risk(p: Printer) -> Names:
    return {
        "activities_abroad": Name(
            Form(each=Form(group="Activity")),
            lambda r: [a for a in p.groups(r.at("activities"), "Activity") if a["after_leaving"]],
        ),
        "past_harm_kinds": Name(Form(each=TEXT), lambda r: sorted({h.kind for h in r.value.past_harm or ()})),
        "public_activity_abroad": Name(TEXT, lambda r: any(a.after_leaving and a.public for a in r.value.activities)),
        "family_seeks_asylum": Name(TEXT, lambda r: any(m.asylum_seeker for m in r.value.family or ())),
    }


def _annex(p: Printer) -> Names:
    """How the list of annexes prints one: its own annex is behind every word."""

    def said(text: str, annex: Fact) -> Traced:
        return Traced(text, [Source("annex", annex.value.id)])

    def title(a: Fact) -> Traced:
        return said(p.scribe.tongue.tied(p.scribe.words(a.at("title"))), a)

    def note(a: Fact) -> Traced:
        return said(p.scribe.tongue.annex(a.value.kind, a.value.pages or 0, a.value.copies), a)

    return {
        "id": Name(TEXT, lambda a: said(a.value.id, a), ("id",)),
        "title": Name(TEXT, title, ("title",)),
        "note": Name(TEXT, note, ("pages",)),
        "sheets": Name(TEXT, lambda a: said(p.scribe.tongue.sheets(a.value.pages or 0), a), ("pages",)),
        "text": Name(TEXT, lambda a: said(f"{title(a)} {p.scribe.tongue.dash} {note(a)}", a), ("title", "pages")),
    }


def _visa(p: Printer, law: Law) -> Names:
    """The state asked, who answers for the letter, and its statements by part and by how each is known."""
    parts, sources = ("activity", "persecution", "kazakhstan", "return"), ("known", "documented", "reported")
    keys: Mapping[str, Form] = dict.fromkeys(
        next(iter(law.destinations.values())).names(p.scribe.tongue.language), TEXT
    )
    texts = dict.fromkeys(("official", "to", "city", "request", "programme", "programme_unsure", "paper"), TEXT)
    lists = dict.fromkeys(("rules", "paper_rules"), Form(each=TEXT))

    def answers(visa: Fact) -> Group:
        return p.group(visa.at("signatory" if visa.value.contact is None else "contact"), "Signatory")

    def stated(visa: Fact) -> dict[str, dict[str, list[Traced]]]:
        told = list(visa.at("statements").each())
        return {
            about: {
                s: [_statement(p, t) for t in told if (t.value.about, t.value.source) == (about, s)] for s in sources
            }
            for about in parts
        }

    return {
        "destination": Name(
            Form({"key": TEXT, "name": Form(keys), **texts, **lists}),
            lambda v: _destination(p, law.destinations[v.value.destination], v),
        ),
        "contact": Name(Form({}, group="Signatory"), answers),
        "stated": Name(Form(dict.fromkeys(parts, Form(dict.fromkeys(sources, Form(each=TEXT))))), stated),
    }


def _statement(p: Printer, told: Fact) -> Traced:
    """A statement as one line: its date, its words, who reported it, its annexes."""
    s, by, ref = p.scribe, told.at("by"), p.scribe.refs(told)["ref_plain"]
    reported = s.tongue.reported.format(by=s.line(by)) if by and told.value.source == "reported" else ""
    inside = "; ".join(filter(None, (reported, ref)))
    *lines, last = s.text(told.at("what")) or [p.mark(TEXT, told.at("what"))]
    cut = len(last) - (last[-1] in ".!?…")
    day: Any = s.day(told.at("on"))
    first = [f"{day['start']}."] if day else []
    whole = [*first, *lines, f"{last[:cut]} ({inside}){last[cut:]}" if inside else last]
    return Traced(" ".join(whole), last.sources.union(ref.sources, s.said("", by).sources if reported else ()))


def _destination(p: Printer, d: Destination, visa: Fact) -> dict[str, Any]:
    """The state asked: its name in the forms a text needs, the addressee, what is asked and on which of its rules."""
    language, at = p.scribe.tongue.language, visa.at("destination")

    def say(text: str | None, fact: Fact = at) -> Traced | bool:
        return p.scribe.said(p.scribe.tongue.tied(text), at, *([fact] if fact is not at else [])) if text else False

    def rules(role: str) -> list[Traced | bool]:
        return [say(rule(b.act, b.provision)) for b in d.legal_basis if b.role == role]

    post = d.post(visa.value.post)
    if post is None:
        raise LookupError("the post is not one of the destination's; the check says so before a letter is made")
    programme = d.programme(visa.value.programme) if visa.value.programme is not None else None
    own: dict[str, Any] = {"official": d.official, "request": d.request}
    posted = {"to": post.to, "city": post.city}
    own |= {"programme": programme and programme.title, "paper": d.travel_document.document}
    return {
        "key": d.key,
        "name": {case: say(text) for case, text in d.names(language).items()},
        **{name: say(getattr(words, language, None)) for name, words in own.items()},
        "programme_unsure": programme is not None and programme.status != "open",
        **{name: say(getattr(words, language, None), visa.at("post")) for name, words in posted.items()},
        "rules": rules("admission"),
        "paper_rules": rules("travel-document"),
    }


_BEFORE_NUMBER = re.compile(r"(§|\b(?:Art|art|Abs|Satz|odst|písm|ust|No|č|s|L)\.?) (?=\S)")


def rule(act: str, provision: str | None) -> str:
    """A rule of the state as its own language writes it: «Aufenthaltsgesetz (AufenthG), § 22 Satz 2», numbers bound."""
    return _BEFORE_NUMBER.sub("\\1\u00a0", f"{act}, {provision}" if provision else act).removesuffix(".")
