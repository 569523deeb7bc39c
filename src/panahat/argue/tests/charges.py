"""Questions about the charges; an argument carries if one charge answers."""

from __future__ import annotations

from collections.abc import Callable

from panahat.argue import charges as of_charge
from panahat.argue.look import Look
from panahat.argue.tests.named import test
from panahat.argue.truth import Truth
from panahat.messages import N_


def stated(look: Look) -> list[Look] | None:
    """The charges; None (recorded as missing) where the case tells none: no extradition goes without a charge."""
    charges = look.each("extradition.charges")
    if not charges:
        look.missing[("extradition", "charges")] = None
        return None
    return charges


def one_charge(look: Look, question: Callable[[Look], Truth]) -> Truth:
    charges = stated(look)
    return None if charges is None else look.some(charges, question)


@test("charges-stated", N_("the charges are known"))
def charges_stated(look: Look) -> Truth:
    return None if stated(look) is None else True


@test("charge-without-counterpart", N_("the conduct of a charge is no crime in Kazakhstan"))
def charge_without_counterpart(look: Look) -> Truth:
    return one_charge(look, of_charge.without_counterpart)


@test("charge-without-custody", N_("a charge carries no deprivation of liberty in Kazakhstan"))
def charge_without_custody(look: Look) -> Truth:
    return one_charge(look, of_charge.without_custody)


@test("request-below-threshold", N_("no charge reaches the term that a request for extradition needs"))
def request_below_threshold(look: Look) -> Truth:
    if look.glance("extradition.request.purpose") == "sentence":
        return False  # CPC art. 579 measures a sentence by what is left to serve, which the case file does not tell
    charges = stated(look)
    return None if charges is None else look.every(charges, of_charge.below_threshold)


@test("charge-military", N_("a charge is a military offence in Kazakhstan"))
def charge_military(look: Look) -> Truth:
    return one_charge(look, of_charge.military)


@test("charge-time-barred", N_("a charge was time-barred in Kazakhstan when the request came"))
def charge_time_barred(look: Look) -> Truth:
    def barred(charge: Look) -> Truth:
        case = Look(look.node.extradition, look.bench, ("extradition",), charge.facts, charge.missing, charge.norms)
        return of_charge.time_barred(charge, case)

    return one_charge(look, barred)


@test("charge-extremist", N_("a charge is one of terrorism or extremism"))
def charge_extremist(look: Look) -> Truth:
    return one_charge(look, of_charge.extremist)


@test("charge-shown-political", N_("signs of a political motive are told for a charge"))
def charge_shown_political(look: Look) -> Truth:
    return one_charge(look, lambda charge: True if charge("political") is not None else None)


@test("charged-after-activity", N_("a charge was brought after the client spoke or acted in public"))
def charged_after_activity(look: Look) -> Truth:
    activities = look("risk.activities")
    if activities is not None and not activities:
        return False
    if activities is None:
        return None

    def later(charge: Look) -> Truth:
        charged_on = charge("charged_on")
        if charged_on is None:
            return None
        acts = look.each("risk.activities") or []
        return charge.some(acts, lambda act: act("on") < charged_on and act.glance("public") is not False)

    return one_charge(look, later)
