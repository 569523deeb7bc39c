"""Conditions read and checked once: every name they use exists, at file and line."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from panahat import opener
from panahat.argue import codes
from panahat.argue.claims import STATES
from panahat.argue.conditions import FORUMS, LIMITS, OPERATORS, used
from panahat.argue.look import ACT, Condition, fixed_day, of_act
from panahat.argue.tests import TESTS
from panahat.case.chronology import DAYS
from panahat.case.engine import shapes
from panahat.case.shape import ROOT, Field
from panahat.law.registry import Law
from panahat.library import Library
from panahat.messages import N_
from panahat.pages import Page, read_page
from panahat.problems import Path, Problem

FILE = "conditions.yaml"
PAIRS = ("for", "against")
"""For whom two dates side by side speak: for the client, or against."""


class Known(Struct, frozen=True):
    """What a condition may name: conditions and tests, arguments, requests, tables, periods (None: no place to speak of)."""

    law: Law
    named: Mapping[str, Any] = {}
    arguments: Collection[str] = ()
    requests: Collection[str] | None = None
    periods: Collection[str] | None = None


def read_conditions(
    library: Library, law: Law, arguments: Collection[str]
) -> tuple[dict[str, Condition], list[Problem]]:
    """The named conditions of the library (an office's own are laid over the shipped ones, each by its id); what is wrong."""
    contents = (opener.read_if_there(folder / FILE, name=FILE) for folder in reversed(library.folders))
    sheets = [read_page(FILE, content) for content in contents if content is not None]
    listed = [page for page in sheets if isinstance(page.data, dict)]
    known = Known(law, {id: None for page in listed for id in page.data}, arguments)
    found: dict[str, Condition] = {}
    for page in listed:
        for id, raw in page.data.items():
            if _whole(page, id, raw) and check(page, (id, "when"), raw["when"], known):
                found[id] = Condition(id, raw["holds"], raw["when"], raw.get("pair", ""))
        _circles(page, found)
    return found, [p for page in sheets for p in page.problems]


def _whole(page: Page, id: str, raw: Any) -> bool:
    texts = raw.get("holds") if isinstance(raw, dict) else None
    if not isinstance(texts, dict) or set(texts) != {"ru", "kk", "en"} or set(raw) - {"pair"} != {"holds", "when"}:
        page.say(codes.BAD_CONDITION, (id,), reason="@" + N_("it needs holds (in ru, kk and en) and when"), detail="")
        return False
    if raw.get("pair", PAIRS[0]) in PAIRS:
        return True
    page.say(codes.CONDITION_VALUE, (id, "pair"), value=str(raw["pair"]), known=", ".join(PAIRS))
    return False


def _circles(page: Page, found: Mapping[str, Condition]) -> None:
    for id in found:
        seen: set[str] = set()
        waiting = [id]
        while waiting:
            below = [n for op, n in used(found[waiting.pop()].when) if op == "holds" and n in found and n not in seen]
            seen.update(below)
            waiting += below
        if id in seen:
            page.say(codes.BAD_CONDITION, (id, "when"), reason="@" + N_("it rests on itself"), detail="")


def check(page: Page, path: Path, expr: Any, known: Known) -> bool:
    """Notes every flaw of the condition at `path`; whether there was none."""
    before = len(page.problems)
    _Checker(page, known, ((),)).expr(path, expr)
    return len(page.problems) == before


def check_fact(page: Page, path: Path, dotted: str, known: Known) -> None:
    """Notes that a path names no fact of a case file."""
    _Checker(page, known, ((),)).fact(path, dotted)


class _Checker(Struct, frozen=True):
    """Checks conditions at one place of the schema; `places` are the lists stepped into, the case first."""

    page: Page
    known: Known
    places: tuple[Path, ...]

    def wrong(self, path: Path, reason: str, list: str = "") -> None:
        self.page.say(codes.BAD_CONDITION, path, reason="@" + reason, detail=f" ({list})" if list else "")

    def name(self, path: Path, name: Any, valid: Collection[str], kind: str) -> None:
        if not isinstance(name, str) or name not in valid:
            near = get_close_matches(str(name), list(valid), 1, 0)
            self.page.say(codes.UNKNOWN_NAME, path, name=str(name), kind=kind, nearest="".join(near))

    def expr(self, path: Path, expr: Any) -> None:
        if isinstance(expr, str):
            self.name(path, expr, (*self.known.named, *TESTS), "@" + N_("condition"))
        elif not isinstance(expr, dict) or not expr:
            self.wrong(path, N_("a name or a group of conditions is needed"))
        else:
            for op, value in expr.items():
                here = (*path, op)
                if op not in OPERATORS:
                    self.name(here, op, OPERATORS, "@" + N_("word of the language of conditions"))
                else:
                    getattr(self, f"_{op}")(here, value)

    def fact(self, path: Path, dotted: Any) -> Field | None:
        """The field that the condition names, found from the place it speaks of."""
        if not isinstance(dotted, str) or not dotted:
            self.wrong(path, N_("the path of a fact is needed"))
            return None
        steps = dotted.split(".")
        climbed = next((n for n, step in enumerate(steps) if step != "^"), len(steps))
        base = self.places[-1 - climbed] if climbed < len(self.places) else ()
        whole = of_act((*base, *steps[climbed:]))
        at = shapes().field(whole) if climbed < len(self.places) else None
        if at is None:
            near = get_close_matches(".".join(map(str, whole)), list(paths()), 1, 0)
            self.page.say(codes.CONDITION_FIELD, path, name=dotted, nearest="".join(near))
            return None
        told = len(steps[climbed:])  # the way to the act itself leads through the last of each list
        for n in range(len(whole) - told + 1 + (not base and steps[climbed] == ACT), len(whole)):
            above = shapes().field(whole[:n])
            if above is not None and above.many:
                self.wrong(path, N_("a list is asked with some, every or last"), list=".".join(map(str, whole[:n])))
                return None
        return at

    def _always(self, path: Path, value: Any) -> None:
        self.one_of(path, value, ("true",))

    def one_of(self, path: Path, value: Any, valid: Sequence[str]) -> None:
        for one in value if isinstance(value, list) else [value]:
            if not isinstance(one, str) or one not in valid:
                self.page.say(codes.CONDITION_VALUE, path, value=str(one), known=", ".join(valid))

    def _fact(self, path: Path, dotted: Any) -> None:
        self.fact(path, dotted)

    _known = _fact

    def _is(self, path: Path, wanted: Any) -> None:
        if not isinstance(wanted, dict) or not wanted:
            return self.wrong(path, N_("facts with their values are needed"))
        for dotted, value in wanted.items():
            at = self.fact((*path, dotted), dotted)
            if at is not None and (at.choices or at.kind == "flag"):
                self.one_of((*path, dotted), value, at.choices or ("true", "false"))
        return None

    def _before(self, path: Path, pair: Any) -> None:
        if not isinstance(pair, list) or len(pair) != 2:
            return self.wrong(path, N_("two facts with days are needed"))
        for n, dotted in enumerate(pair):
            if fixed_day(str(dotted)) is None:
                self.day((*path, n), dotted)
        return None

    def day(self, path: Path, dotted: Any) -> None:
        at = self.fact(path, dotted)
        if at is not None and at.kind not in DAYS:
            self.wrong(path, N_("this is no day"), list=str(dotted))

    def fields(self, path: Path, given: Any, needed: Sequence[str], may: Collection[str] = ()) -> bool:
        """Whether `given` is a mapping with the fields needed and no strange one."""
        if isinstance(given, dict) and set(needed) <= set(given) <= {*needed, *may}:
            return True
        self.wrong(path, N_("these fields are needed"), list=", ".join((*needed, *may)))
        return False

    def limits(self, path: Path, given: Mapping[str, Any]) -> None:
        kept = [name for name in LIMITS if name in given]
        if not kept or not all(isinstance(given[name], str) and given[name].isdigit() for name in kept):
            self.wrong(path, N_("a limit is needed, with a whole number"), list=", ".join(LIMITS))

    def _apart(self, path: Path, given: Any) -> None:
        if self.fields(path, given, ("from", "to"), ("unit", *LIMITS)):
            self.day((*path, "from"), given["from"])
            self.day((*path, "to"), given["to"])
            if given.get("unit", "hours") != "hours":
                self.wrong((*path, "unit"), N_("days are counted, or hours"), list="hours")
            self.limits(path, given)

    def _count(self, path: Path, given: Any) -> None:
        if self.fields(path, given, ("of",), ("where", *LIMITS)):
            self.limits(path, given)
            self.items(path, given)

    def _some(self, path: Path, given: Any) -> None:
        if self.fields(path, given, ("of", "where")):
            self.items(path, given)

    _every = _last = _some

    def items(self, path: Path, given: Mapping[str, Any]) -> None:
        """The list that `of` names, and the condition on its items."""
        at = self.fact((*path, "of"), given["of"])
        if at is None:
            return
        if not at.many or ("where" in given and not at.group):
            self.wrong((*path, "of"), N_("this is no list of groups"), list=str(given["of"]))
        elif "where" in given:
            steps = str(given["of"]).split(".")
            climbed = steps.count("^")
            inside = of_act((*self.places[-1 - climbed], *steps[climbed:]))
            replace(self, places=(*self.places, inside)).expr((*path, "where"), given["where"])

    def _stage(self, path: Path, wanted: Any) -> None:
        self.one_of(path, wanted, STATES)

    def _forum(self, path: Path, wanted: Any) -> None:
        self.one_of(path, wanted, FORUMS)

    def _carried(self, path: Path, id: Any) -> None:
        self.name(path, id, self.known.arguments, "@" + N_("argument"))

    def _asked(self, path: Path, wanted: Any) -> None:
        if self.known.requests is None:
            self.wrong(path, N_("only a filing can ask this"))
        else:
            for one in wanted if isinstance(wanted, list) else [wanted]:
                self.name(path, one, self.known.requests, "@" + N_("request"))

    def _late(self, path: Path, wanted: Any) -> None:
        if self.known.periods is None:
            self.wrong(path, N_("only a filing can ask this"))
        else:
            self.one_of(path, wanted, ("true", "false", *self.known.periods))

    def _row(self, path: Path, given: Any) -> None:
        if not self.fields(path, given, ("table", "match", "column", "is"), ("absent",)):
            return
        self.name((*path, "table"), given["table"], list(self.known.law.tables), "@" + N_("table"))
        if (
            isinstance(given["table"], str)
            and given["table"] in self.known.law.tables
            and isinstance(given["match"], dict)
        ):
            columns = self.known.law.tables[given["table"]].columns
            for column, dotted in given["match"].items():
                self.name((*path, "match", column), column, columns, "@" + N_("column"))
                self.fact((*path, "match", column), dotted)
            self.name((*path, "column"), given["column"], columns, "@" + N_("column"))

    def _holds(self, path: Path, id: Any) -> None:
        self.expr(path, str(id))

    def _computed(self, path: Path, id: Any) -> None:
        self.name(path, id, TESTS, "@" + N_("test"))

    def _all(self, path: Path, exprs: Any) -> None:
        if not isinstance(exprs, list) or not exprs:
            return self.wrong(path, N_("a list of conditions is needed"))
        for n, expr in enumerate(exprs):
            self.expr((*path, n), expr)
        return None

    _any = _all

    def _not(self, path: Path, expr: Any) -> None:
        self.expr(path, expr)


def paths() -> Iterator[str]:
    """Every path of the schema, lists stepped over."""
    waiting = [("", ROOT)]
    while waiting:
        above, name = waiting.pop()
        for key, at in shapes()[name].fields.items():
            yield above + key
            if at.group and above.count(".") < 6:
                waiting.append((f"{above}{key}.", at.group))
