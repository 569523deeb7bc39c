"""Conditions: the one small language in which arguments, filings and warnings say when something holds.

A condition is plain data (templates/README.md lists the words): the id of a named condition or of a test in Python, or a
mapping of operators that must all hold. `weigh` answers True, False or None (a fact is missing) and leaves on the look
the facts that decided.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from panahat.argue.claims import stages
from panahat.argue.look import Condition, Expr, Look, fixed_day
from panahat.argue.tests import TESTS
from panahat.argue.truth import Truth, every, no, some
from panahat.moments import first_day, last_day, span

Part = Callable[[Look], Truth]

ALWAYS: Expr = {"always": "true"}
FORUMS = ("court", "body", "committee")
"""The kinds of bodies that read a filing."""
LIMITS: Mapping[str, Callable[[int, int], bool]] = {
    "at_least": lambda n, limit: n >= limit,
    "at_most": lambda n, limit: n <= limit,
    "more_than": lambda n, limit: n > limit,
    "less_than": lambda n, limit: n < limit,
    "equals": lambda n, limit: n == limit,
}


def weigh(expr: Expr, look: Look) -> Truth:
    """Whether the condition holds at the place of `look`, which keeps what decided."""
    if isinstance(expr, str):
        condition = look.bench.around.named.get(expr)
        return TESTS[expr].ask(look) if condition is None else weigh(condition.when, look)
    if len(expr) == 1:
        [(name, value)] = expr.items()
        return _OPERATORS[name](look, value)
    return _join(look, [_part(name, value) for name, value in expr.items()], every)


def _part(name: str, value: Any) -> Part:
    return lambda look: _OPERATORS[name](look, value)


def _join(look: Look, parts: Iterable[Part], rule: Callable[[Iterable[Truth]], Truth]) -> Truth:
    """The truth of all parts by `rule`; only the parts that made it stay on record."""
    weighed = [(part(eye), eye) for part in parts for eye in [look.again()]]
    truth = rule(t for t, _ in weighed)
    for t, eye in weighed:
        if t is truth:
            look.take(eye, missing=truth is None)
    return truth


def _all(look: Look, exprs: Iterable[Expr]) -> Truth:
    return _join(look, [lambda eye, x=x: weigh(x, eye) for x in exprs], every)  # type: ignore[misc]


def _any(look: Look, exprs: Iterable[Expr]) -> Truth:
    return _join(look, [lambda eye, x=x: weigh(x, eye) for x in exprs], some)  # type: ignore[misc]


def _fact(look: Look, path: str) -> Truth:
    """A fact that is given, and not «no», «none» or an empty list."""
    value = look.told(path)
    return None if value is None else value != "none" and value is not False and value != ()


def _known(look: Look, path: str) -> Truth:
    return look.glance(path) is not None


def _is(look: Look, wanted: Mapping[str, Any]) -> Truth:
    """Each fact has one of its values; a list has one of them among its members."""
    return _join(look, [lambda eye, p=p, v=v: _has(eye(p), v) for p, v in wanted.items()], every)  # type: ignore[misc]


def _has(value: Any, wanted: str | list[str]) -> Truth:
    if value is None:
        return None
    listed = [wanted] if isinstance(wanted, str) else wanted
    return any(as_text(v) in listed for v in (value if isinstance(value, tuple) else (value,)))


def as_text(value: Any) -> str:
    """A value as the case file writes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _before(look: Look, pair: list[str]) -> Truth:
    """Whether one day lies before the other; None where one is not known exactly enough."""
    a, b = (fixed_day(word) or look(word) for word in pair)
    if a is None or b is None:
        return None
    facts = [word for word in pair if not fixed_day(word)]
    if last_day(a) < first_day(b):
        return len(facts) < len(pair) or look.pair(a, b, *facts)
    if first_day(a) >= last_day(b):
        return False
    return look.lacks(*facts)


def _apart(look: Look, limits: Mapping[str, str]) -> Truth:
    """Whether the days, or the hours to the minute, from one fact to another keep every limit."""
    a, b = look(limits["from"]), look(limits["to"])
    if a is None or b is None:
        return None
    if limits.get("unit") == "hours":
        (first, last), (begin, end) = span(a), span(b)
        least, most = (int((late - early).total_seconds()) // 60 for late, early in ((begin, last), (end, first)))
        truth = _within(least, most, limits, 60)
    else:
        least, most = (first_day(b) - last_day(a)).days, (last_day(b) - first_day(a)).days
        truth = _within(least, most, limits)
    if truth is None:
        return look.lacks(limits["from"], limits["to"])
    return look.pair(a, b, limits["from"], limits["to"]) if truth and least >= 0 else truth


def _within(least: int, most: int, limits: Mapping[str, Any], unit: int = 1) -> Truth:
    """Whether every number from `least` to `most` keeps the limits (each so many `unit`), none does, or it is open."""
    limit = {k: int(v) * unit for k, v in limits.items() if k in LIMITS}
    turns = {least, most, *(v + step for v in limit.values() for step in (-1, 0, 1))}
    kept = {all(LIMITS[k](n, v) for k, v in limit.items()) for n in turns if least <= n <= most}
    return None if len(kept) > 1 else kept.pop()


def _count(look: Look, limits: Mapping[str, Any]) -> Truth:
    """Whether the number of items (that meet `where`) keeps every limit."""
    items = look.each(limits["of"])
    if items is None:
        return None
    where = limits.get("where")
    truths = [True if where is None else weigh(where, item) for item in items]
    truth = _within(truths.count(True), len(truths) - truths.count(False), limits)
    for t, item in zip(truths, items, strict=True):
        if t is not False:
            look.take(item, missing=truth is None)
    return truth


def _some(look: Look, which: Mapping[str, Any]) -> Truth:
    items = look.each(which["of"])
    return None if items is None else look.some(items, lambda item: weigh(which["where"], item))


def _every(look: Look, which: Mapping[str, Any]) -> Truth:
    items = look.each(which["of"])
    return None if items is None else look.every(items, lambda item: weigh(which["where"], item))


def _of_last(look: Look, which: Mapping[str, Any]) -> Truth:
    """Of the last item; False where it is known that there is none."""
    item = look.last(which["of"])
    if item is None:
        return None if look.glance(which["of"]) is None else False
    return weigh(which["where"], item)


def _stage(look: Look, wanted: str | list[str]) -> Truth:
    """Whether the asylum procedure stands at one of the stages; the latest claim counts."""
    listed = {wanted} if isinstance(wanted, str) else set(wanted)
    possible = stages(look)
    return True if possible <= listed else False if possible.isdisjoint(listed) else None


def _forum(look: Look, wanted: str | list[str]) -> Truth:
    return look.bench.around.forum in ([wanted] if isinstance(wanted, str) else wanted)


def _late(look: Look, wanted: str) -> Truth:
    """«true», «false», or the key of the one period that is over."""
    late, binding = look.bench.around.late, look.bench.around.binding
    if wanted in ("true", "false"):
        truth = some(late[key] for key in late if binding is None or key in binding)
        return truth if wanted == "true" else no(truth)
    return late.get(wanted)


def _asked(look: Look, wanted: str | list[str]) -> Truth:
    listed = [wanted] if isinstance(wanted, str) else wanted
    return any(ask in listed for ask in look.bench.around.asked)


def _row(look: Look, query: Mapping[str, Any]) -> Truth:
    """Whether the row of a table that matches the facts has one of the values; `absent` is what no row means."""
    match = {column: look(path) for column, path in query["match"].items()}
    if None in match.values():
        return None
    values = [r.get(query["column"]) for r in look.bench.law.tables[query["table"]].rows if _fits(r, match)]
    found = values or ([query["absent"]] if "absent" in query else [])
    return some(_has(value, query["is"]) for value in found) if found else None


def _fits(row: Mapping[str, str], match: Mapping[str, Any]) -> bool:
    return all(row.get(column) == as_text(value) for column, value in match.items())


_OPERATORS: Mapping[str, Callable[[Look, Any], Truth]] = {
    "always": lambda _, value: value == "true",
    "fact": _fact,
    "known": _known,
    "is": _is,
    "before": _before,
    "apart": _apart,
    "count": _count,
    "some": _some,
    "every": _every,
    "last": _of_last,
    "stage": _stage,
    "forum": _forum,
    "carried": lambda look, id: look.bench.around.carried(id),
    "asked": _asked,
    "late": _late,
    "row": _row,
    "holds": lambda look, id: weigh(id, look),
    "computed": lambda look, id: TESTS[id].ask(look),
    "all": _all,
    "any": _any,
    "not": lambda look, expr: no(weigh(expr, look)),
}
OPERATORS = tuple(_OPERATORS)


def used(expr: Expr) -> Iterator[tuple[str, str]]:
    """(operator, name) of every name the condition uses: named conditions, tests, arguments, tables."""
    if isinstance(expr, str):
        yield "holds", expr
        return
    for name, value in expr.items():
        if name in ("holds", "computed", "carried"):
            yield name, value
        elif name in ("all", "any"):
            for part in value:
                yield from used(part)
        elif name == "not":
            yield from used(value)
        elif name in ("some", "every", "last", "count") and "where" in value:
            yield from used(value["where"])


def asked_in(expr: Expr) -> Iterator[str]:
    """The requests that the condition asks about."""
    if isinstance(expr, str):
        return
    for name, value in expr.items():
        if name == "asked":
            yield from [value] if isinstance(value, str) else value
        elif name in ("all", "any"):
            for part in value:
                yield from asked_in(part)
        elif name == "not":
            yield from asked_in(value)


def named_in(exprs: Iterable[Expr], known: Mapping[str, Condition]) -> dict[str, Condition]:
    """The named conditions that `exprs` rest on, at any depth."""
    found: dict[str, Condition] = {}
    waiting = list(exprs)
    while waiting:
        for _, name in used(waiting.pop()):
            if name in known and name not in found:
                found[name] = known[name]
                waiting.append(known[name].when)
    return found


def written(expr: Expr) -> str:
    """The condition as a short text that names it: its id, or itself in one line."""
    return expr if isinstance(expr, str) else _flow(expr)


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{k}: {_flow(v)}" for k, v in value.items()) + "}"
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list | tuple) else str(value)
