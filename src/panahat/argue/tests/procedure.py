"""Questions about the ruling and about how the extradition check was conducted."""

from __future__ import annotations

from panahat.argue.look import Look
from panahat.argue.tests.asylum import protection_stands
from panahat.argue.tests.named import test
from panahat.argue.truth import Truth, every, no
from panahat.messages import N_

_CHECK = "extradition.procedure"


def passed_over(look: Look, grade: str) -> Truth:
    """Whether an act says nothing to a question."""
    found = look(grade)
    return None if found is None else found == "silent"


@test("ruling-silent-on-asylum", N_("the ruling does not weigh the asylum claim"))
def ruling_silent_on_asylum(look: Look) -> Truth:
    return every([passed_over(look, "extradition.decision.answers.asylum.grade"), protection_stands(look)])


@test("ruling-silent-on-torture", N_("the ruling does not weigh the risk of torture"))
def ruling_silent_on_torture(look: Look) -> Truth:
    return passed_over(look, "extradition.decision.answers.torture.grade")


@test("interpreter-needed", N_("the client does not command the language of the proceedings"))
def interpreter_needed(look: Look) -> Truth:
    told: Truth = look.glance(f"{_CHECK}.interpreter.needed")
    if told is not None:
        return told
    speaks = look.glance("client.speaks")
    if speaks is not None and not {"kk", "ru"} & set(speaks):
        return True
    if speaks is not None and {"kk", "ru"} <= set(speaks):
        return False
    look(f"{_CHECK}.interpreter.needed")
    return None


@test("interpreter-not-provided", N_("no interpreter took part"))
def interpreter_not_provided(look: Look) -> Truth:
    return no(look(f"{_CHECK}.interpreter.provided"))


@test("defender-absent", N_("there was a hearing or questioning with no defender"))
def defender_absent(look: Look) -> Truth:
    return no(look(f"{_CHECK}.defence.present"))


@test("defender-not-told", N_("the defender was not told of the ruling"))
def defender_not_told(look: Look) -> Truth:
    return no(look(f"{_CHECK}.defence.notified"))


@test("meetings-refused", N_("confidential meetings with the defender were refused"))
def meetings_refused(look: Look) -> Truth:
    answer: Truth = look(f"{_CHECK}.defence.meetings_refused")
    return answer


@test("ruling-not-given", N_("the client received no copy of the ruling"))
def ruling_not_given(look: Look) -> Truth:
    return no(look(f"{_CHECK}.copies.ruling_given"))


@test("ruling-not-translated", N_("the copy of the ruling was not in a language the client commands"))
def ruling_not_translated(look: Look) -> Truth:
    return no(look(f"{_CHECK}.copies.ruling_translated"))


@test("request-not-shown", N_("the client did not see the request for extradition"))
def request_not_shown(look: Look) -> Truth:
    return no(look(f"{_CHECK}.copies.request_given"))


@test("complaint-right-not-explained", N_("the right to complain to the Supreme Court was not explained"))
def complaint_right_not_explained(look: Look) -> Truth:
    return no(look(f"{_CHECK}.copies.right_explained"))
