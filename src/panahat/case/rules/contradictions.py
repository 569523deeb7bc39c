"""What two places of a case file say differently: dates, numbers, ages, where the client was; both places are named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple, TypeAlias

from panahat.case import codes
from panahat.case.chronology import DAYS, OWN_WORDS
from panahat.case.facts import groups
from panahat.case.needs import dotted
from panahat.case.rules.annexes import proofs
from panahat.case.rules.people import age_on
from panahat.case.rules.scene import Scene
from panahat.moments import AnyDate, Moment, PartialDate, day_of, first_day, last_day
from panahat.problems import Code, Path, Problem

_MONTHS = (
    "январ феврал март апрел ма[йяе] июн июл август сентябр октябр ноябр декабр".split(),
    "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан".split(),
    "January February March April May June July August September October November December".split(),
)
_MONTH = "|".join(stem for language in _MONTHS for stem in language)
_WRITTEN = re.compile(
    rf"(?P<d0>\d\d)\.(?P<m0>\d\d)\.(?P<y0>\d{{4}})"
    rf"|(?:(?P<y1>\d{{4}})\s(?:жылғы|жылдың|ж\.)\s)?\b(?:(?P<d1>\d{{1,2}})\s)?(?P<m1>{_MONTH})\w*(?:\s(?P<y2>\d{{4}}))?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"(?:№|\bNo\.)\s?([\w/\-‑–.]*[\w])")
_AGED = re.compile(
    r"\b(?:ему|ей|он|она)\b[^.!?]{0,20}?\b(\d{1,3})\s(?:лет|год|года)\b|\bоған\s(\d{1,3})\sжас\b|\bол\s(\d{1,3})\sжаста\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"\b(?:мат[ье]р|мать|от[её]?ц|сын|доч|муж|жен[аыеу]|брат|сестр|реб[её]н|дет[ия]|бабушк|дедушк)\w*"
    r"|\b(?:ана|әке|ұл|қыз|күйеу|әйел|аға|іні|бала|әпке|қарындас|сіңлі|әже|ата)\w*",
    re.IGNORECASE,
)
_BEGINS = 20
"""Characters before a date that still begins its text."""


class Day(NamedTuple):
    """A date as far as a text or a fact tells it."""

    year: int | None
    month: int | None
    day: int | None

    def agrees(self, other: Day) -> bool:
        """Whether both may be the same day."""
        return not self._differing(other)

    def is_slip_of(self, other: Day, *, same: bool) -> bool:
        """Whether they differ in one part only: in the day, where they are not the `same`, by one digit and more than one."""
        parts = self._differing(other)
        if len([1 for a, b in zip(self, other, strict=True) if None not in (a, b)]) < 2 or len(parts) != 1:
            return False
        if parts != [2]:
            return True
        one, two = f"{self.day:02}", f"{other.day:02}"
        near = abs(int(one) - int(two)) == 1 or (
            one != two[::-1] and sum(a != b for a, b in zip(one, two, strict=True)) > 1
        )
        return self.year is not None and (same or not near)

    def _differing(self, other: Day) -> list[int]:
        return [n for n, (a, b) in enumerate(zip(self, other, strict=True)) if None not in (a, b) and a != b]


class Told(NamedTuple):
    """A text of the file that has a number in it, the dates of the facts beside it, and those it names."""

    path: Path
    words: str
    beside: Sequence[tuple[Path, Day]]
    days: list[Day]


Dated: TypeAlias = "tuple[Path, Any, list[tuple[Path, Day]]]"
"""A group that has dates of its own: its path, the group, each date by its path."""


def texts(scene: Scene) -> Iterator[Problem]:
    """What a text says otherwise than the facts beside it, or than the same text in another language."""
    dated = list(_dated(scene))
    told = list(_told(scene, dated))
    yield from _dates_beside(scene, dated, told)
    yield from _numbers(scene, dated, told)
    yield from _ages(scene, told)
    yield from _dates_by_language(scene, told)


def _dates_beside(scene: Scene, dated: Sequence[Dated], told: Sequence[Told]) -> Iterator[Problem]:
    """A date in a text that misses the fact beside it in one part, where no other fact has it."""
    known = {day for _, _, days in dated for _, day in days}
    for path, words, beside, written in told:
        if any(day.agrees(own) for day in written for _, own in beside):
            continue
        begins = path[-2] == OWN_WORDS and (first := _WRITTEN.search(words)) is not None and first.start() < _BEGINS
        for day in written:
            slips = [at for at, own in beside if day.is_slip_of(own, same=begins and len(written) == 1)]
            if slips and not any(day.agrees(fact) for fact in known):
                yield _both(scene, codes.DATE_BESIDE, path, slips[0])


def _dates_by_language(scene: Scene, told: Sequence[Told]) -> Iterator[Problem]:
    """A date that one language of a text has and the other has otherwise."""
    russian = {text.path[:-1]: text.days for text in told if text.path[-1] == "ru"}
    for (*path, language), _, _, other in told:
        one = russian.get(tuple(path), []) if language == "kk" else []
        alone = [d for a, b in ((one, other), (other, one)) for d in a if not any(d.agrees(x) for x in b)]
        if one and other and alone:
            yield _both(scene, codes.DATE_BY_LANGUAGE, (*path, "kk"), (*path, "ru"))


def _numbers(scene: Scene, dated: Sequence[Dated], told: Sequence[Told]) -> Iterator[Problem]:
    """Two numbers for one act, or two dates for one number: in a text, or in two entries of one day and one body."""
    acts = [(path, group, days) for path, group, days in dated if getattr(group, "number", None) not in (None, "none")]
    known = {_plain(group.number) for _, group, _ in acts}
    for path, words, _, written in told:
        named = [_plain(n) for n in _NUMBER.findall(words)] if len(written) == 1 else []
        if len(written) != 1 or len(named) != 1 or None in written[0]:
            continue
        if named[0] in known:
            own = [days for _, act, days in acts if _plain(act.number) == named[0]]
            if not any(written[0].agrees(day) for days in own for _, day in days):
                yield _both(scene, codes.DATE_BESIDE, path, own[0][0][0])
            continue
        same = [(*at, "number") for at, _, days in acts if any(day == written[0] for _, day in days)]
        if len(same) == 1:
            yield _both(scene, codes.TWO_NUMBERS, path, same[0])
    for (a, one, _), (b, other, _) in combinations(acts, 2):
        alike = type(one) is type(other) and getattr(one, "by", None) is not None and one.by == other.by
        if alike and one.on is not None and one.on == other.on and _plain(one.number) != _plain(other.number):
            yield _both(scene, codes.TWO_NUMBERS, (*b, "number"), (*a, "number"))


def _ages(scene: Scene, told: Sequence[Told]) -> Iterator[Problem]:
    """The client's age in a text beside the day of birth: at the day of that fact, else before the filing."""
    born = scene.get("client.born.on")
    for path, words, beside, _ in told if born is not None else ():
        aged = list(_AGED.finditer(words))
        if not aged or path[:2] in (("risk", "family"), ("visa", "family")) or _OTHERS.search(words):
            continue
        days = [d for _, d in beside if d.year is not None]
        first = min((_first(d) for d in days), default=born)
        last = max((_last(d) for d in days), default=scene.case.filing.on)
        for found in aged:
            said = int(found[1] or found[2] or found[3])
            if not age_on(born, first) <= said <= age_on(born, last):
                yield _both(scene, codes.AGE_DIFFERS, path, ("client", "born", "on"))


def places(scene: Scene) -> Iterator[Problem]:
    """The client in two places on one day: held in Kazakhstan, and active in public, or harmed at home."""
    began = [(p, day_of(v)) for at in _HELD for p, v in scene.expand(at)]
    ends = [day_of(v) for at in _FREE for _, v in scene.expand(at)]
    held = scene.case.client.held
    said: set[Path] = set()
    for path, since in began if held is not None or ends else ():
        until = min((end for end in ends if end >= since), default=scene.case.filing.on)
        for here, on in _elsewhere(scene):
            if here not in said and since < first_day(on) and last_day(on) < until:
                said.add(here)
                yield _both(scene, codes.TWO_PLACES, here, path)


_HELD = ("client.held.since", "extradition.arrest.detained", "expulsion.detained")
_FREE = ("expulsion.released", "expulsion.executed_on")


def _elsewhere(scene: Scene) -> Iterator[tuple[Path, Any]]:
    """Days on which the client was at liberty, or in the hands of another state."""
    risk = scene.case.risk
    if risk is None:
        return
    yield from ((("risk", "activities", n, "on"), a.on) for n, a in enumerate(risk.activities) if a.public and a.on)
    struck: list[tuple[str, int, Any]] = [("past_harm", n, h) for n, h in enumerate(risk.past_harm or ())]
    struck += [("persecution", n, p) for n, p in enumerate(risk.persecution or ()) if p.kind == "detention"]
    yield from ((("risk", key, n, "on"), one.on) for key, n, one in struck if one.on is not None)


def days_in(words: str) -> list[Day]:
    """The dates that a text names with at least two of day, month and year."""
    found = []
    for m in _WRITTEN.finditer(words):
        if m["m0"]:
            found.append(Day(int(m["y0"]), int(m["m0"]), int(m["d0"])))
            continue
        year, day = m["y1"] or m["y2"], m["d1"]
        if year or day:
            found.append(Day(int(year) if year else None, _month(m["m1"]), int(day) if day else None))
    return found


def _month(stem: str) -> int:
    return next(
        n for language in _MONTHS for n, one in enumerate(language, 1) if re.fullmatch(one, stem, re.IGNORECASE)
    )


def _dated(scene: Scene) -> Iterator[Dated]:
    for path, shape, group in groups(scene.case):
        dates = [((*path, f.key), getattr(group, f.attribute)) for f in shape.fields.values() if f.kind in DAYS]
        if own := [(at, _day(value)) for at, value in dates if value is not None]:
            yield path, group, own


def _told(scene: Scene, dated: Sequence[Dated]) -> Iterator[Told]:
    """Every text, in each of its languages, with the dates beside it: of its group, of the paper that an annex is."""
    own = {path: days for path, _, days in dated}
    papers = {path: days for path, group, days in dated if hasattr(group, "number")}
    proved: dict[str, list[tuple[Path, Day]]] = {}
    for path, _, proof in proofs(scene.case):
        for cited in proof:
            proved.setdefault(cited.annex, []).extend(papers.get(path, ()))
    for path, group, text in groups(scene.case):
        if group.name not in ("Words", "Text"):
            continue
        annex = scene.case.annexes[int(path[1])].id if path[0] == "annexes" else None
        beside = proved.get(annex, []) if annex is not None else own.get(path[:-1], [])
        for key in ("ru", "kk", "en"):
            words = " ".join((getattr(text, key) or "").split())
            if any(c.isdigit() for c in words):
                yield Told((*path, key), words, beside, days_in(words))


def _both(scene: Scene, code: Code, path: Path, other: Path) -> Problem:
    """A problem that names both places by their lines."""
    return scene.problem(code, path, other=dotted(other), other_line=str(scene.file.positions.of(other)[0]))


def _day(value: AnyDate | Moment) -> Day:
    if isinstance(value, PartialDate):
        return Day(value.year, value.month, None)
    day = day_of(value)
    return Day(day.year, day.month, day.day)


def _first(day: Day) -> Any:
    return first_day(PartialDate(day.year or 0, day.month))


def _last(day: Day) -> Any:
    return last_day(PartialDate(day.year or 0, day.month))


def _plain(number: str) -> str:
    return re.sub(r"[\s\-‑–]", "-", number).casefold()
