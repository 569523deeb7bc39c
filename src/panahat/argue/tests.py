"""The tests in Python: real computations over charges, which the language of conditions cannot say.

`TESTS` maps each id to its `NamedTest`. A test answers True (holds), False (fails) or None (a fact is missing) and
leaves on its `Look` every fact it read, every fact it missed and every norm it used.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from panahat.argue import charges as of_charge
from panahat.argue.look import Look
from panahat.argue.truth import Truth, some
from panahat.messages import N_
from panahat.moments import first_day, last_day

Question = Callable[[Look], Truth]


class NamedTest(Struct, frozen=True):
    """A question by id; `label` is the English source text of what holds when it is True."""

    id: str
    label: str
    ask: Question


TESTS: dict[str, NamedTest] = {}


def test(id: str, label: str) -> Callable[[Question], Question]:
    """Registers a question under `id`. Raises ValueError if the id is taken."""

    def register(question: Question) -> Question:
        if id in TESTS:
            raise ValueError(f"test {id} is registered twice")
        TESTS[id] = NamedTest(id, label, question)
        return question

    return register


def stated(look: Look) -> list[Look] | None:
    """The charges; None (recorded as missing) where the case tells none: no extradition goes without a charge."""
    return look.each("extradition.charges") if look.told("extradition.charges") else None


def one_charge(look: Look, question: Callable[[Look], Truth]) -> Truth:
    charges = stated(look)
    return None if charges is None else look.some(charges, question)


def _extradition(look: Look, charge: Look) -> Look:
    """A look at the extradition case that records with the look at one of its charges."""
    return Look(look.node.extradition, look.bench, ("extradition",), charge.facts, charge.missing, charge.norms)


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
    return one_charge(look, lambda charge: of_charge.time_barred(charge, _extradition(look, charge)))


def barred_before(look: Look, event: str) -> Truth:
    """Whether the limitation period of a charge ran out before the day at `event`, seen from the charge."""

    def barred(charge: Look) -> Truth:
        truth, found = of_charge.reckon(charge, _extradition(look, charge))
        day = charge(event) if truth else None
        if found is None or day is None:
            return None if truth else truth
        if last_day(found.expired_on) < first_day(day):
            return charge.pair(found.expired_on, day, "alleged_on", event)
        return False if first_day(found.expired_on) >= last_day(day) else charge.lacks(event)

    return one_charge(look, barred)


@test("charge-barred-before-case", N_("the limitation period of a charge ran out before its case was opened"))
def charge_barred_before_case(look: Look) -> Truth:
    return barred_before(look, "charged_on")


@test("charge-barred-before-search", N_("the limitation period of a charge ran out before the search was declared"))
def charge_barred_before_search(look: Look) -> Truth:
    return barred_before(look, "^.extradition.wanted.since")


@test("charge-extremist", N_("a charge is one of terrorism or extremism"))
def charge_extremist(look: Look) -> Truth:
    return one_charge(look, of_charge.extremist)


SERVICE_EVASION = frozenset(("kz-uk-387", "kz-uk-388"))


@test("charged-over-service", N_("a charge is a military offence or evasion of call-up"))
def charged_over_service(look: Look) -> Truth:
    """False also where the case has no extradition."""
    charges = look.each("extradition.charges") if look.glance("extradition") is not None else []
    truth = look.some(charges or [], lambda c: some([of_charge.military(c), _evasion(c)]))
    if truth is False:
        look.facts[("risk", "military")] = None
    return truth


def _evasion(charge: Look) -> Truth:
    """Whether the charge is evasion of call-up or mobilisation, by its Kazakh article or the registry."""
    kz = charge.glance("kz")
    if kz is not None:
        return kz != "none" and kz.article in SERVICE_EVASION
    dual = charge.bench.law.duals.get(charge("article"))
    return dual is not None and bool(SERVICE_EVASION & set(dual.candidates))
