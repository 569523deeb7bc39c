"""Questions about health and family."""

from __future__ import annotations

from panahat.argue.look import Look
from panahat.argue.tests.named import test
from panahat.argue.truth import Truth, every
from panahat.messages import N_


@test("grave-illness", N_("the client is so ill that transfer would harm health"))
def grave_illness(look: Look) -> Truth:
    illnesses = look.each("risk.health")
    return None if illnesses is None else look.some(illnesses, lambda i: i("grave"))


@test("family-in-kazakhstan", N_("a member of the client's family lives in Kazakhstan"))
def family_in_kazakhstan(look: Look) -> Truth:
    family = look.each("risk.family")
    return None if family is None else look.some(family, lambda r: r("in_kazakhstan"))


@test("child-depends-on-client", N_("a child depends on the client's support"))
def child_depends_on_client(look: Look) -> Truth:
    family = look.each("risk.family")
    return None if family is None else look.some(family, lambda r: every([r("relation") == "child", r("dependent")]))
