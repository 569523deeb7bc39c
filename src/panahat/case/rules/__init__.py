"""The rules between facts, by subject; each is a function from a `Scene` to problems."""

from __future__ import annotations

from panahat.case.rules import annexes, asylum, charges, choice, dates, extradition, kazakh, names, people, risk, visa
from panahat.case.rules.scene import Rule, Scene

RULES: tuple[Rule, ...] = (
    dates.within_life,
    dates.in_order,
    dates.oldest_first,
    dates.filing_day,
    people.age,
    people.gender,
    people.papers,
    people.authority,
    people.custody,
    names.name_in_id,
    asylum.statuses,
    asylum.appeals,
    asylum.certificates,
    asylum.bodies,
    charges.charges,
    extradition.service,
    extradition.arrest,
    extradition.procedure,
    extradition.treaty_bodies,
    risk.activities,
    risk.military,
    risk.children,
    visa.keys,
    visa.door,
    visa.profile,
    visa.passport,
    visa.consent,
    visa.service,
    visa.statements,
    visa.papers,
    annexes.ids,
    annexes.unproved,
    annexes.files,
    choice.arguments,
    choice.languages,
    choice.example,
    choice.clarified,
    kazakh.lost_letters,
)

__all__ = ["RULES", "Rule", "Scene"]
