"""What was found about each charge, for the texts and tables of a filing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from panahat.argue import charges as of_charge
from panahat.argue.charges import Limitation
from panahat.argue.deciding import periods_of
from panahat.argue.look import Around, Bench, Look
from panahat.argue.model import Argument
from panahat.argue.truth import Truth
from panahat.case.loading import CaseFile
from panahat.law.registry import Law


class ChargeFacts(Struct, frozen=True):
    """One charge under Kazakhstan's code: each answer True, False or None; `limitation` where it is time-barred."""

    without_counterpart: Truth
    without_custody: Truth
    below_threshold: Truth
    military: Truth
    extremist: Truth
    time_barred: Truth
    limitation: Limitation | None


def charge_facts(file: CaseFile, law: Law, arguments: Sequence[Argument], on: date) -> tuple[ChargeFacts, ...]:
    """What was found about every charge of the case, in its order; empty where the case has no extradition."""
    extradition = file.case.extradition
    if extradition is None:
        return ()
    bench = Bench(law, on, periods_of(arguments), Around())

    def look(n: int) -> Look:
        return Look(extradition.charges[n], bench, ("extradition", "charges", n))

    found = []
    for n in range(len(extradition.charges)):
        barred, limitation = of_charge.reckon(look(n), Look(extradition, bench, ("extradition",)))
        found.append(
            ChargeFacts(
                of_charge.without_counterpart(look(n)),
                of_charge.without_custody(look(n)),
                of_charge.below_threshold(look(n)),
                of_charge.military(look(n)),
                of_charge.extremist(look(n)),
                barred,
                limitation if barred else None,
            )
        )
    return tuple(found)
