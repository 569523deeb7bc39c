"""What an `argument.yaml` and a `periods.yaml` must look like, field by field."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from panahat import codes as ground
from panahat.argue import codes
from panahat.argue.model import WEIGHTS
from panahat.messages import LANGUAGES, N_
from panahat.pages import Page
from panahat.problems import Path

NARROWED = {"key", "part", "point", "subpoint", "paragraph"}
Kind = tuple[str, Callable[[Any], bool]]


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _cites(value: Any) -> bool:
    if not isinstance(value, dict):
        return False
    return all(re.fullmatch(r"[a-z][a-z0-9_]*", name) and (_places(v) or _dated(v)) for name, v in value.items())


def _places(value: Any) -> bool:
    """Norm keys, each bare or narrowed to a part, point, subpoint and paragraph of it."""
    return isinstance(value, list) and all(
        isinstance(n, str) or (isinstance(n, dict) and "key" in n and set(n) <= NARROWED and _texts(list(n.values())))
        for n in value
    )


def _dated(value: Any) -> bool:
    """{norms, on, relied}: the norms, and the fact whose day decides or «relied: false», or both."""
    if not isinstance(value, dict) or not {"norms"} < set(value) <= {"norms", "on", "relied"}:
        return False
    return (
        _places(value["norms"])
        and isinstance(value.get("on", ""), str)
        and value.get("relied", "true") in ("true", "false")
    )


def _warns(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(w, str) or (_fields(w, {"id", "when"}) and isinstance(w["id"], str)) for w in value
    )


def _needs(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(n, str) or (_fields(n, {"path", "when"}) and isinstance(n["path"], str)) for n in value
    )


def _weights(value: Any) -> bool:
    listed = value if isinstance(value, list) else [value]
    kinds = [w["kind"] if _fields(w, {"kind", "when"}) else w for w in listed]
    return bool(kinds) and all(isinstance(k, str) and k in WEIGHTS for k in kinds)


def _title(value: Any) -> bool:
    return _fields(value, set(LANGUAGES)) and _texts(list(value.values())) and all(value.values())


def _fields(value: Any, names: set[str]) -> bool:
    return isinstance(value, dict) and set(value) == names


def _day(value: Any) -> bool:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    try:
        return bool(date.fromisoformat(value))
    except ValueError:
        return False


def whole(value: Any) -> bool:
    """Whether a text is a whole number in digits."""
    return isinstance(value, str) and bool(re.fullmatch(r"\d{1,4}", value))


TEXT: Kind = (N_("one text"), lambda v: isinstance(v, str) and bool(v))
TEXTS: Kind = (N_("a list of ids"), _texts)
NUMBER: Kind = (N_("a whole number"), whole)
DAY: Kind = (N_("a date as year-month-day"), _day)
TITLE: Kind = (N_("the title in ru, kk and en"), _title)
CITES: Kind = (
    N_("group names with lists of norm keys (or {key, part, point, …}), or {norms: […], on: fact, relied: false}"),
    _cites,
)
WARNS: Kind = (N_("a list of warning ids, or {id: …, when: condition}"), _warns)
NEEDS: Kind = (N_("a list of facts, or {path: …, when: condition}"), _needs)
WEIGHT: Kind = (
    N_("decisive, protection, risk, procedure or support, or a list of them, each alone or {kind: …, when: condition}"),
    _weights,
)
CONDITIONS: Kind = (N_("a list of conditions"), lambda v: isinstance(v, list))

REQUIRED: Mapping[str, Kind] = {
    "id": TEXT,
    "title": TITLE,
    "section": TEXT,
    "force": NUMBER,
    "weight": WEIGHT,
    "facts": CONDITIONS,
    "cites": CITES,
    "asks": TEXTS,
    "reviewed_on": DAY,
}
OPTIONAL: Mapping[str, Kind] = {
    "all": CONDITIONS,
    "any": CONDITIONS,
    "none": CONDITIONS,
    "excludes": TEXTS,
    "decisions": TEXTS,
    "soft_law": TEXTS,
    "warn": WARNS,
    "needs": NEEDS,
}
PLACE: Kind = (N_("the key of a norm, or {key, part, point}"), lambda v: _places([v]))
PLACES: Kind = (N_("a list of norms"), _places)
YEARS: Kind = (N_("years by category"), lambda v: isinstance(v, dict) and all(map(whole, v.values())))
AT: Kind = (
    N_("the place cited by category: {part, point} or {key, part, point}"),
    lambda v: isinstance(v, dict) and all(isinstance(p, dict) and _places([{"key": "", **p}]) for p in v.values()),
)
_FIGURES: Mapping[str, Mapping[str, Kind]] = {
    "categories": {"norm": TEXT, "years": YEARS, "places": AT},
    "prosecution": {"norm": TEXT, "years": YEARS, "places": AT},
    "absolute": {"norm": TEXT, "years": YEARS, "places": AT},
    "threshold": {"norm": TEXT, "years": NUMBER},
    "military": {"norm": TEXT, "first": NUMBER, "last": NUMBER},
}
_CATEGORIES = {
    "categories": {"minor", "medium", "grave"},
    "prosecution": {"minor", "medium", "grave", "especially-grave"},
    "absolute": {"minor", "medium", "grave", "especially-grave"},
}


def check_fields(page: Page, data: Any, path: Path, required: Mapping[str, Kind], optional: Mapping[str, Kind]) -> bool:
    """Notes every unknown, missing or ill-formed field of the mapping at `path`; whether there was none."""
    before = len(page.problems)
    if not isinstance(data, dict):
        page.say(codes.WRONG_KIND, path, field=str(path[-1]) if path else page.name, expected="@" + N_("named fields"))
        return False
    known = {**required, **optional}
    for name, value in data.items():
        if name not in known:
            page.say(ground.UNKNOWN_FIELD, (*path, name), field=name, known=", ".join(known))
        elif not known[name][1](value):
            page.say(codes.WRONG_KIND, (*path, name), field=name, expected="@" + known[name][0])
    for name in required:
        if name not in data:
            page.say(ground.MISSING_FIELD, path, field=name)
    return len(page.problems) == before


def sound(data: Any, *kinds: Mapping[str, Kind]) -> dict[str, Any]:
    """The fields of `data` that are known and of the right kind, so that the rest of their flaws can be told too."""
    known = {name: kind for listed in kinds for name, kind in listed.items()}
    given = data.items() if isinstance(data, dict) else ()
    return {name: value for name, value in given if name in known and known[name][1](value)}


def check_argument(page: Page) -> bool:
    """Notes every flaw of shape of an argument.yaml; whether there was none."""
    return check_fields(page, page.data, (), REQUIRED, OPTIONAL)


def check_periods(page: Page) -> bool:
    """Notes every flaw of shape of a periods.yaml; whether there was none."""
    before = len(page.problems)
    listed: Kind = (N_("a list of {norm, articles, parts}"), lambda v: isinstance(v, list))
    anything: Kind = (N_("named fields"), lambda v: isinstance(v, dict))
    if not check_fields(page, page.data, (), {**dict.fromkeys(_FIGURES, anything), "never": listed}, {}):
        return False
    for name, fields in _FIGURES.items():
        if check_fields(page, page.data[name], (name,), fields, {}):
            for category in sorted(_CATEGORIES.get(name, set()) - set(page.data[name].get("years", ()))):
                page.say(ground.MISSING_FIELD, (name, "years"), field=category)
    for n, rule in enumerate(page.data["never"]):
        check_fields(page, rule, ("never", n), {"norm": TEXT, "articles": TEXTS}, {"parts": TEXTS})
    return len(page.problems) == before
