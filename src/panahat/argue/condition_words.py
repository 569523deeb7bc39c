"""What a condition says in words, for people: its own words where it has some, else made from its parts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from panahat.argue.conditions import LIMITS
from panahat.argue.look import Called, Condition, Expr, fixed_day, of_act
from panahat.argue.tests import TESTS
from panahat.messages import N_, translator
from panahat.problems import Path

Places = tuple[tuple[str | int, ...], ...]
"""The lists stepped into, the case first."""

_LIMITS = {
    "at_least": N_("at least {n}"),
    "at_most": N_("at most {n}"),
    "more_than": N_("more than {n}"),
    "less_than": N_("less than {n}"),
    "equals": N_("exactly {n}"),
}
_STAGES = {
    "absent": N_("no claim"),
    "pending": N_("pending, not decided yet"),
    "refused-under-appeal": N_("refused, under appeal"),
    "refused": N_("refused"),
    "granted": N_("granted"),
    "ended": N_("terminated or withdrawn"),
}

_FORUMS = {"court": N_("a court"), "body": N_("an administrative body"), "committee": N_("a committee of the UN")}


def in_words(expr: Expr, language: str, named: Mapping[str, Condition], called: Called = MappingProxyType({})) -> str:
    """What holds when the condition holds."""
    return _Words(language, named, called).expr(expr, ((),))


class _Words:
    """Writes conditions in one language; paths are found from the list items a condition speaks of."""

    def __init__(self, language: str, named: Mapping[str, Condition], called: Called) -> None:
        self.language, self.named, self.called, self.tr = language, named, called, translator(language)

    def say(self, text: str, **names: str) -> str:
        return self.tr(text).format(**names)

    def expr(self, expr: Expr, places: Places) -> str:
        if isinstance(expr, str):
            if expr in self.named:
                return self.named[expr].holds.get(self.language) or self.named[expr].holds["ru"]
            return self.tr(TESTS[expr].label)
        said = [self.part(op, value, places) for op, value in expr.items()]
        return said[0] if len(said) == 1 else self.joined(said)

    def joined(self, said: list[str]) -> str:
        return "; ".join(said)

    def label(self, dotted: str, places: Places) -> str:
        """What a fact is, by the schema; a day that the condition writes as it is written here."""
        from panahat.case.engine import shapes
        from panahat.case.words import without_example

        if day := fixed_day(dotted):
            return f"{day:%d.%m.%Y}"
        at = shapes().field(self.whole(dotted, places))
        return without_example(self.tr(at.description)) if at is not None else dotted

    @staticmethod
    def whole(dotted: str, places: Places) -> Path:
        """The whole path of a fact; «^» climbs out of a list item."""
        steps = dotted.split(".")
        climbed = steps.count("^")
        return of_act((*places[-1 - climbed], *steps[climbed:]))

    def values(self, value: Any) -> str:
        from panahat.case.words import meanings

        return " / ".join(
            self.tr(meanings()[v]) if v in meanings() else v for v in ([value] if isinstance(value, str) else value)
        )

    def titles(self, op: str, value: str | list[str]) -> str:
        """Arguments («carried») or requests («asked») by their titles, by id where one has none."""
        titles = ((v, self.called.get((op, v), {})) for v in ([value] if isinstance(value, str) else value))
        return " / ".join(title.get(self.language) or title.get("ru", id) for id, title in titles)

    def limits(self, given: Mapping[str, Any]) -> str:
        return ", ".join(self.say(_LIMITS[k], n=given[k]) for k in LIMITS if k in given)

    def part(self, op: str, value: Any, places: Places) -> str:
        """One operator in words."""
        if op in ("holds", "computed"):
            return self.expr(value, places)
        if op in ("all", "any"):
            said = [self.expr(x, places) for x in value]
            if len(said) == 1:
                return said[0]
            return (
                self.joined(said)
                if op == "all"
                else self.say(N_("at least one of these: {words}"), words="; ".join(said))
            )
        if op == "not":
            return self.say(N_("not: {test}"), test=self.expr(value, places))
        if op in ("some", "every", "last", "count"):
            return self.of_list(op, value, places)
        return self.of_facts(op, value, places)

    def of_list(self, op: str, value: Mapping[str, Any], places: Places) -> str:
        field = self.label(value["of"], places)
        inside = (*places, self.whole(value["of"], places))
        test = self.expr(value["where"], inside) if "where" in value else ""
        if op == "count":
            said = self.say(N_("{field}: {limits}"), field=field, limits=self.limits(value))
            return f"{said} ({test})" if test else said
        text = {
            "some": N_("one of «{field}»: {test}"),
            "every": N_("each of «{field}»: {test}"),
            "last": N_("the last of «{field}»: {test}"),
        }[op]
        return self.say(text, field=field, test=test)

    def of_facts(self, op: str, value: Any, places: Places) -> str:
        if op == "always":
            return self.tr(N_("always"))
        if op in ("fact", "known"):
            text = N_("it is told: {field}") if op == "known" else "{field}"
            return self.say(text, field=self.label(value, places))
        if op == "is":
            return self.joined([self.equal(p, v, places) for p, v in value.items()])
        if op == "before":
            a, b = (self.label(p, places) for p in value)
            return self.say(N_("«{a}» is earlier than «{b}»"), a=a, b=b)
        if op == "apart":
            a, b = self.label(value["from"], places), self.label(value["to"], places)
            hours = value.get("unit") == "hours"
            text = N_("hours from «{a}» to «{b}»: {limits}") if hours else N_("days from «{a}» to «{b}»: {limits}")
            return self.say(text, a=a, b=b, limits=self.limits(value))
        if op == "stage":
            said = [self.tr(_STAGES[v]) for v in ([value] if isinstance(value, str) else value)]
            return self.say(N_("asylum: {values}"), values=" / ".join(said))
        if op == "forum":
            said = [self.tr(_FORUMS[v]) for v in ([value] if isinstance(value, str) else value)]
            return self.say(N_("the filing is read by {values}"), values=" / ".join(said))
        return self.of_filing(op, value, places)

    def equal(self, path: str, value: Any, places: Places) -> str:
        field = self.label(path, places)
        if value == "true":
            return field
        if value == "false":
            return self.say(N_("not: {test}"), test=field)
        return self.say(N_("{field}: {limits}"), field=field, limits=self.values(value))

    def of_filing(self, op: str, value: Any, places: Places) -> str:
        if op == "carried":
            return self.say(N_("the argument «{argument}» is pleaded"), argument=self.titles(op, value))
        if op == "asked":
            return self.say(N_("an argument supports the request «{request}»"), request=self.titles(op, value))
        if op == "late":
            text = N_("the period has not passed") if value == "false" else N_("the period has passed")
            return self.tr(text)
        columns = ", ".join(self.label(p, places) for p in value["match"].values())
        return self.say(
            N_("by the table «{table}» ({columns}): {values}"),
            table=value["table"],
            columns=columns,
            values=self.values(value["is"]),
        )
