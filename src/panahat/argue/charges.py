"""What can be said of one charge under Kazakhstan's code; each answer is True, False or None (a fact is missing)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from panahat.argue.look import Look
from panahat.argue.periods import years_after
from panahat.argue.truth import Truth
from panahat.moments import AnyDate, PartialDate


class Limitation(Struct, frozen=True):
    """A limitation period that ran out before the request came (CPC art. 590 part 1 point 6).

    `years` from the act, over after the day `expired_on`; `absolute` where it is the limit that holds in spite of
    evasion (Criminal Code art. 71 part 4); `places` of norms give category and period.
    """

    category: str
    years: int
    expired_on: AnyDate
    absolute: bool
    places: tuple[Mapping[str, str], ...]


def without_counterpart(charge: Look) -> Truth:
    """Whether Kazakhstan knows no such crime: the case file says so, or the registry has no counterpart."""
    stated = charge.glance("kz")
    if stated is not None:
        return bool(stated == "none")
    dual = _dual(charge)
    if dual is not None and dual.verdict == "no-equivalent":
        return True
    charge("kz")
    return None


def without_custody(charge: Look) -> Truth:
    """Whether the Kazakh article provides for no deprivation of liberty (CPC art. 590 part 1 point 3)."""
    kz = charge("kz")
    if kz is None:
        return None
    if kz == "none":
        return False
    custodial = charge("kz.custodial")
    return None if custodial is None else not custodial


def below_threshold(charge: Look) -> Truth:
    """Whether the longest term, foreign or Kazakh, stays below the year that a request needs (CPC art. 579)."""
    least = charge.bench.periods.threshold.years
    charge.norm(charge.bench.periods.threshold.norm)
    foreign = charge.glance("max_years")
    if foreign is not None and foreign < least:
        return True
    kazakh = None if charge.glance("kz") in (None, "none") else charge.glance("kz.max_years")
    if kazakh is not None and kazakh < least:
        return True
    return False if charge("max_years") is not None else None


def military(charge: Look) -> Truth:
    """Whether the conduct is a military offence under Kazakh law (CPC art. 590 part 1 point 9).

    While the case names no Kazakh article, the registry's reading of the foreign one answers.
    """
    periods = charge.bench.periods
    charge.norm(periods.military.norm)
    stated = charge.glance("kz")
    if stated == "none":
        return False
    if stated is not None:
        article = charge("kz.article")
        return None if article is None else periods.is_military(article)
    dual = _dual(charge)
    if dual is None:
        charge("kz")
        return None
    return bool(dual.military)


def extremist(charge: Look) -> Truth:
    """Whether the charge is one of terrorism or extremism, by its Kazakh article or by the registry's counterparts.

    Such a charge has no limitation period and invites the exclusion clauses (Law on Refugees art. 12, Convention 1F).
    """
    periods = charge.bench.periods
    stated = charge.glance("kz")
    dual = _dual(charge)
    articles = list(dual.candidates) if dual is not None else []
    if stated not in (None, "none"):
        articles.append(charge("kz.article") or "")
    elif dual is None and stated is None:
        charge("kz")
        return None
    part = charge.glance("kz.part") if stated not in (None, "none") else None
    found = [norm for article in articles if (norm := periods.never_barred(article, part))]
    for norm in found:
        charge.norm(norm)
    return bool(found)


def time_barred(charge: Look, extradition: Look) -> Truth:
    """Whether Kazakh law barred prosecution by time when the request came (CPC art. 590 part 1 point 6)."""
    return reckon(charge, extradition)[0]


def reckon(charge: Look, extradition: Look) -> tuple[Truth, Limitation | None]:
    """(whether the charge was time-barred when the request came, the period that ran out).

    The category follows the Kazakh article (Criminal Code art. 11, 71). Where the client evaded the investigation,
    only the absolute limit is relied on; so too while it is not known whether. A day of receipt that is not known lies
    between the request and the ruling: what holds on both days holds.
    """
    periods = charge.bench.periods
    kz = charge("kz")
    if kz is None or kz == "none":
        return (None if kz is None else False), None
    article = charge("kz.article")
    if article is None:
        return None, None
    if norm := periods.never_barred(article, charge.glance("kz.part")):
        charge.norm(norm)
        return False, None
    category = _category(charge)
    if category is None:
        return None, None
    start = charge.glance("alleged_until") or charge("alleged_on")
    if start is None:
        return None, None
    if isinstance(start, PartialDate):
        return _vague(charge, extradition, category, start)
    return _reckoned(charge, extradition, category, start)


def _vague(charge: Look, extradition: Look, category: str, start: PartialDate) -> tuple[Truth, Limitation | None]:
    """The answer where the day of the act is not known exactly: what holds from its first and from its last day."""
    truth, found = _reckoned(charge, extradition, category, start.last)
    if truth and found is not None:
        return True, replace(found, expired_on=replace(start, year=start.year + found.years))
    earliest = _reckoned(charge.again(), extradition.again(), category, start.first)[0]
    if truth is earliest:
        return truth, None
    charge.lacks("alleged_until" if charge.glance("alleged_until") is not None else "alleged_on")
    return None, None


def _reckoned(charge: Look, extradition: Look, category: str, start: date) -> tuple[Truth, Limitation | None]:
    """The limitation that runs from the day of the act."""
    periods = charge.bench.periods
    plain, absolute = periods.prosecution.years[category], periods.absolute.years.get(category)
    charge.norm(periods.prosecution.norm)

    def limitation(years: int, is_absolute: bool) -> Limitation:
        counted = periods.absolute if is_absolute else periods.prosecution
        places = (periods.categories.place(category), counted.place(category))
        return Limitation(category, years, years_after(start, years), is_absolute, places)

    by_limit: Truth = False if absolute is None else _past(extradition, years_after(start, absolute))
    evaded = extradition.glance("evaded")
    if absolute is not None and by_limit:
        return True, limitation(plain, False) if evaded is False else limitation(absolute, True)
    ran_out = _past(extradition, years_after(start, plain))
    if not ran_out and (ran_out is False or evaded is False):
        return ran_out, None
    if evaded is None:
        extradition("evaded")
        return None, None
    return (by_limit, None) if evaded else (True, limitation(plain, False))


def _past(extradition: Look, last_day: date) -> Truth:
    """Whether the request came after `last_day`."""
    received = extradition.glance("request.received")
    if received is not None:
        return bool(received > last_day)
    sent, ruled = extradition.glance("request.on"), extradition.glance("decision.on")
    if sent is not None and sent > last_day:
        return True
    if (ruled or extradition.bench.on) <= last_day:
        return False
    extradition("request.received")
    return None


def _category(charge: Look) -> str | None:
    periods = charge.bench.periods
    gravity = charge.glance("kz.gravity")
    if gravity is not None:
        return str(gravity)
    longest = charge.glance("kz.max_years")
    if longest is None:
        charge("kz.gravity")
        return None
    charge.norm(periods.categories.norm)
    return periods.category(longest)


def _dual(charge: Look) -> Any:
    """The registry's row for the foreign article, or None."""
    article = charge("article")
    dual = charge.bench.law.duals.get(article)
    if dual is not None:
        charge.norm(article)
    return dual
