"""The steps of a count, each of which can be printed and names the norms it follows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from panahat.law.model import Words
from panahat.messages import N_, Translator

SAYINGS: Mapping[str, str] = {
    "event": N_("{first}: the event; this day is not counted"),
    "event-hour": N_("{first}: the event; the current hour is not counted"),
    "event-counted": N_("{first}: the event; the period begins with it"),
    "named": N_("{first}: the day the ruling names; act before it"),
    "every-day": N_("{first} is day 1, {last} is day {n}; days off are counted"),
    "working-days": N_("{first} is day 1, {last} is day {n}; only working days are counted"),
    "passed": N_("{first}–{last}: days off, not counted ({why})"),
    "hours": N_("counted in hours ({n}): from {first} to {last}"),
    "months": N_("counted in months ({n}): the same day of the last month is {last}"),
    "months-short": N_("counted in months ({n}): the last month has no such day, so its last day, {last}"),
    "inclusive": N_("the first day is counted, so the period ends one day earlier: {last}"),
    "literal": N_("another reading keeps the same day of the last month, {last}; the earlier day protects the person"),
    "back": N_("counted back from {first}: no later than {last}"),
    "end": N_("the period ends at 24:00 on {last}"),
    "roll": N_("{first} is a day off ({why}): the last day moves to {last}"),
    "working-weekend": N_("{first} was made a working day by order: the last day does not move"),
    "no-roll": N_("{first} is a day off ({why}); this period does not move"),
    "cautious": N_("counting every day, as is cautious here: {last} is day {n}"),
    "safe": N_("timely under every reading: {last}, the last ordinary working day"),
    "safe-hour": N_("timely under every reading: until {last}"),
    "safe-end": N_("over under every reading: {last}, whatever day of the week"),
    "safe-first": N_("timely under every reading: only {last}, the day of the event itself"),
}
_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))
_WEEKEND = N_("Saturday or Sunday")


class Step(NamedTuple):
    """One step: its `kind` (a key of SAYINGS), the days it speaks of, how many, why, and by which norms.

    `why` names the holidays; an empty Words among them is a plain Saturday or Sunday.
    """

    kind: str
    first: date | None = None
    last: date | None = None
    n: int | None = None
    why: tuple[Words, ...] = ()
    norms: tuple[str, ...] = ()

    def say(self, tr: Translator, language: str = "ru") -> str:
        """The step as a sentence in the user's language; holidays by their names in `language`, else in Russian."""
        return tr(SAYINGS[self.kind]).format(
            first=self.first and spoken(self.first, tr),
            last=self.last and spoken(self.last, tr),
            n=self.n,
            why=", ".join(getattr(w, language, None) or w.ru or tr(_WEEKEND) for w in self.why),
        )

    def as_dict(self) -> dict[str, Any]:
        """The step for programs: kind, first, last, n, why (Russian names), norms."""
        return {
            "kind": self.kind,
            "first": self.first and self.first.isoformat(),
            "last": self.last and self.last.isoformat(),
            "n": self.n,
            "why": [w.ru for w in self.why],
            "norms": list(self.norms),
        }


def spoken(on: date, tr: Translator) -> str:
    """A day as people write it: «08.02.2026 (вс)», with the hour where there is one."""
    hour = f" {on:%H:%M}" if isinstance(on, datetime) else ""
    return f"{on:%d.%m.%Y}{hour} ({tr(_WEEKDAYS[on.weekday()])})"
