"""Questions about what awaits the client."""

from __future__ import annotations

from panahat.argue.charges import military
from panahat.argue.look import Look
from panahat.argue.tests.named import test
from panahat.argue.truth import Truth, some
from panahat.messages import N_

GROUP_GROUNDS = frozenset(("ethnicity", "nationality", "race", "religion", "social-group"))
SERVICE_EVASION = frozenset(("kz-uk-387", "kz-uk-388"))


@test("persecution-feared", N_("the client fears persecution on a ground the law names"))
def persecution_feared(look: Look) -> Truth:
    grounds = look("risk.grounds")
    return None if grounds is None else bool(grounds)


@test("political-opinion-held", N_("the client is persecuted for a political opinion"))
def political_opinion_held(look: Look) -> Truth:
    grounds = look("risk.grounds")
    return None if grounds is None else "political-opinion" in grounds


@test("past-torture-suffered", N_("the client suffered torture or ill-treatment"))
def past_torture_suffered(look: Look) -> Truth:
    harm = look.each("risk.past_harm")
    return None if harm is None else look.some(harm, lambda h: h("kind") is not None)


@test("others-ill-treated", N_("others in the same position were ill-treated"))
def others_ill_treated(look: Look) -> Truth:
    others = look.each("risk.similar")
    return None if others is None else look.some(others, lambda o: o("what") is not None)


@test("evidence-by-torture", N_("evidence in the foreign case was obtained by torture"))
def evidence_by_torture(look: Look) -> Truth:
    signs = look("risk.trial.signs")
    return None if signs is None else "evidence-by-torture" in signs


@test("fair-trial-excluded", N_("there are signs that a fair trial is impossible"))
def fair_trial_excluded(look: Look) -> Truth:
    signs = look("risk.trial.signs")
    return None if signs is None else bool(signs)


@test("group-targeted", N_("a group the client belongs to is targeted"))
def group_targeted(look: Look) -> Truth:
    grounds = look("risk.grounds")
    if grounds is None:
        return None
    if look.glance("risk.belonging") is not None:
        return True
    if GROUP_GROUNDS.isdisjoint(grounds):
        return False
    look("risk.belonging")
    return None


@test("activity-after-leaving", N_("the client was active after leaving the country"))
def activity_after_leaving(look: Look) -> Truth:
    activities = look.each("risk.activities")
    return None if activities is None else look.some(activities, lambda a: a("after_leaving"))


@test("service-refused-on-conscience", N_("the client refused military service on grounds of conscience"))
def service_refused_on_conscience(look: Look) -> Truth:
    return _of_service(look, "conscience")


@test("crimes-ordered-in-service", N_("military service would have meant taking part in crimes"))
def crimes_ordered_in_service(look: Look) -> Truth:
    return _of_service(look, "war_crimes_ordered")


@test("fought-in-war", N_("the client took part in fighting"))
def fought_in_war(look: Look) -> Truth:
    return _of_service(look, "took_part")


def _of_service(look: Look, flag: str) -> Truth:
    """The fact `flag` of the client's military service; False where nothing in the case points to service."""
    status = look.glance("risk.military.status")
    if status == "none":
        return False
    if status is None and _charged_over_service(look) is False:
        look.facts[("risk", "military")] = None
        return False
    answer: Truth = look(f"risk.military.{flag}")
    return answer


def _charged_over_service(look: Look) -> Truth:
    """Whether a charge is a military offence or evasion of call-up; False where the case has no extradition."""
    if look.glance("extradition") is None:
        return False
    charges = look.each("extradition.charges") or []
    return look.some(charges, lambda c: some([military(c), _evasion(c)]))


def _evasion(charge: Look) -> Truth:
    """Whether the charge is evasion of call-up or mobilisation, by its Kazakh article or the registry."""
    kz = charge.glance("kz")
    if kz is not None:
        return kz != "none" and kz.article in SERVICE_EVASION
    dual = charge.bench.law.duals.get(charge("article"))
    return dual is not None and bool(SERVICE_EVASION & set(dual.candidates))
