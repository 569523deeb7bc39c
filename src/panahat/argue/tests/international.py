"""Questions about UN treaty bodies and about assurances."""

from __future__ import annotations

from panahat.argue.look import Look
from panahat.argue.tests.named import test
from panahat.argue.truth import Truth
from panahat.messages import N_


@test("un-measures-requested", N_("a UN treaty body has asked Kazakhstan not to extradite"))
def un_measures_requested(look: Look) -> Truth:
    measures = look.each("un_measures")
    return None if measures is None else look.some(measures, lambda m: m("status") == "requested")


@test("assurances-given", N_("the requesting state has given assurances"))
def assurances_given(look: Look) -> Truth:
    assurances = look.each("extradition.assurances")
    return None if assurances is None else look.some(assurances, lambda a: a("by") is not None)
