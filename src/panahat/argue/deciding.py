"""Which arguments the facts carry: their own tests first, then the lawyer's choice, then what excludes what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from panahat.argue.conditions import weigh, written
from panahat.argue.look import Around, Bench, Condition, Expr, Look
from panahat.argue.model import LAWYER, WEIGHTS, Argument, Decision, Finding, Lack, Role, Verdict, Warn, Weight
from panahat.argue.truth import Truth, every, none, some
from panahat.moments import first_day, last_day
from panahat.problems import Path

if TYPE_CHECKING:
    from panahat.argue.periods import Periods
    from panahat.case.loading import CaseFile
    from panahat.case.models import Case
    from panahat.law.registry import Law

_VERDICTS: dict[Truth, Verdict] = {True: "included", False: "excluded", None: "unknown"}


class Pleading(Struct, frozen=True):
    """The filing in which arguments are pleaded: the act complained of, who reads it, the place of each argument.

    `place` gives (section, rank in it), or None for an argument that the filing does not plead at all.
    """

    act: Path = ()
    forum: str = ""
    place: Callable[[Argument], tuple[str, int] | None] = lambda argument: (argument.section, argument.force)


PLAIN = Pleading()
"""Every argument at its own place, before a reader who is not known."""


def decide(
    file: CaseFile, law: Law, arguments: Sequence[Argument], on: date, pleading: Pleading = PLAIN
) -> tuple[Decision, ...]:
    """What becomes of each of `arguments` that the filing may plead (in their order), made on the day `on`.

    An argument is included if its tests hold, excluded if they fail, unknown if a fact is missing. The case file's own
    choice comes next: `include` turns an unknown argument in, `exclude` leaves any argument out. An included argument
    then excludes those it names, unless the lawyer chose them (`advise` reports that contradiction).
    """
    choice = file.case.arguments
    wanted = {id: ("arguments", "include", n) for n, id in enumerate(choice.include)}
    unwanted = {x.id: ("arguments", "exclude", n) for n, x in enumerate(choice.exclude)}
    pleaded = [replace(a, section=at[0], force=at[1]) for a in arguments if (at := pleading.place(a))]
    around = Around(act=pleading.act, forum=pleading.forum)
    witness = witness_of(file, pleaded, Bench(law, on, figures(arguments), around))
    judged = [_judge(witness, argument, wanted, unwanted) for argument in pleaded]
    settled = _exclude(judged, wanted)
    return tuple(
        replace(
            d,
            warn=_warnings(witness, d.argument.warn),
            lacks=_lacking(witness, d.argument.needs),
            weight=_weight(witness, d.argument.weights),
        )
        if d.included
        else d
        for d in settled
    )


def ordered(decisions: Iterable[Decision], sections: Sequence[str], listed: Collection[str] = ()) -> list[Decision]:
    """`decisions` of the named sections: by the heaviest ground pleaded in each, then as named; heaviest first inside.

    Those of a section that is `listed` keep the order that the filing gives them.
    """
    place = {section: n for n, section in enumerate(sections)}
    kept = [d for d in decisions if d.argument.section in place]
    best = {s: min(d.weight for d in kept if d.argument.section == s) for s in {d.argument.section for d in kept}}

    def rank(d: Decision) -> tuple[int, int, int, int, str]:
        section = d.argument.section
        return best[section], place[section], 0 if section in listed else d.weight, d.argument.force, d.argument.id

    return sorted(kept, key=rank)


def asks(decisions: Iterable[Decision]) -> tuple[str, ...]:
    """The requests that included arguments support, each once, in order of first support."""
    return tuple(dict.fromkeys(ask for d in decisions if d.included for ask in d.argument.asks))


def periods_of(arguments: Iterable[Argument]) -> Periods:
    """The figures for charges that came with `arguments`. Raises LookupError if none of them brings any."""
    for argument in arguments:
        if argument.periods is not None:
            return argument.periods
    raise LookupError("no argument brings periods.yaml")


def witness_of(file: CaseFile, arguments: Sequence[Argument], bench: Bench) -> Witness:
    """A witness who knows `arguments`; another one is «carried» there where its own conditions hold."""
    by_id = {a.id: a for a in arguments}
    named = {id: condition for a in arguments for id, condition in a.named.items()}

    def carried(id: str) -> Truth:
        if id not in by_id:
            return False
        return _truth([witness.finding(x, role) for role, exprs in _roles(by_id[id]) for x in exprs])

    witness = Witness(file.case, replace(bench, around=replace(bench.around, named=named, carried=carried)))
    return witness


def figures(arguments: Iterable[Argument]) -> Any:
    """The figures for charges, or None where no argument brings any: then no test may ask for them."""
    return next((a.periods for a in arguments if a.periods is not None), None)


class Witness:
    """Asks each condition at most once about one case."""

    def __init__(self, case: Case, bench: Bench) -> None:
        self.case = case
        self.bench = bench
        self._answers: dict[str, tuple[Truth, Look]] = {}

    def truth(self, expr: Expr) -> Truth:
        return self._ask(expr)[0]

    def _ask(self, expr: Expr) -> tuple[Truth, Look]:
        id = written(expr)
        if id not in self._answers:
            look = Look(self.case, self.bench)
            self._answers[id] = weigh(expr, look), look
        return self._answers[id]

    def finding(self, expr: Expr, role: Role) -> Finding:
        truth, look = self._ask(expr)
        missing = tuple(look.missing) if truth is None else ()
        named: Mapping[str, Condition] = self.bench.around.named
        pairs = sorted(look.pairs, key=lambda p: first_day(p.later) - last_day(p.earlier)) if truth else ()
        facts, norms = tuple(look.facts), tuple(look.norms)
        return Finding(written(expr), expr, named, role, truth, facts, missing, norms, tuple(pairs))

    def pairs(self) -> dict[str, Finding]:
        """What the named conditions that set dates side by side found, by their ids; only those that hold."""
        named = self.bench.around.named.values()
        found = {c.id: self.finding(c.id, "all") for c in named if c.pair}
        return {id: finding for id, finding in found.items() if finding.pairs}


def _roles(argument: Argument) -> tuple[tuple[Role, tuple[Expr, ...]], ...]:
    return (("all", argument.all), ("any", argument.any), ("none", argument.none))


def _judge(witness: Witness, argument: Argument, wanted: Mapping[str, Path], unwanted: Mapping[str, Path]) -> Decision:
    findings = tuple(witness.finding(x, role) for role, exprs in _roles(argument) for x in exprs)
    truth = _truth(findings)
    if truth is True and (bare := _untold(witness, argument.facts)):
        findings, truth = (*findings, *bare), None
    decision = Decision(argument, _VERDICTS[truth], truth, findings)
    if argument.id in unwanted:
        return replace(decision, verdict="left-out", because=LAWYER, choice=unwanted[argument.id])
    if truth is None:
        missing = tuple(dict.fromkeys(path for f in decision.deciding for path in f.missing))
        if argument.id in wanted:
            return replace(decision, verdict="included", missing=missing, because=LAWYER, choice=wanted[argument.id])
        return replace(decision, missing=missing)
    return decision


def _truth(findings: Iterable[Finding]) -> Truth:
    by_role: dict[str, list[Truth]] = {"all": [], "any": [], "none": []}
    for finding in findings:
        by_role[finding.role].append(finding.truth)
    return every([every(by_role["all"]), some(by_role["any"]) if by_role["any"] else True, none(by_role["none"])])


def _exclude(judged: Sequence[Decision], wanted: Mapping[str, Any]) -> list[Decision]:
    """`judged` with those left out that an included argument excludes; what the lawyer chose by name stays."""
    by_id = {d.argument.id: d for d in judged}
    for id in by_id:
        if not by_id[id].included:
            continue
        for other in by_id[id].argument.excludes:
            target = by_id.get(other)
            if target is not None and target.verdict in ("included", "unknown") and other not in wanted:
                by_id[other] = replace(target, verdict="excluded", because=id, missing=())
    return list(by_id.values())


def _untold(witness: Witness, facts: Iterable[Expr]) -> list[Finding]:
    """What is not told of this person, where none of `facts` holds: the argument would plead the law alone."""
    found = [witness.finding(x, "all") for x in facts]
    if not found or any(f.truth is True for f in found):
        return []
    return [replace(f, truth=None, facts=(), missing=f.missing or f.facts) for f in found]


def _weight(witness: Witness, weights: Iterable[Weight]) -> int:
    """Where the argument ranks in this case: by the first weight whose condition is known to hold."""
    holding = (w.kind for w in weights if not w.when or witness.truth(w.when) is True)
    return WEIGHTS.index(next(holding, WEIGHTS[-1]))


def _warnings(witness: Witness, warns: Iterable[Warn]) -> tuple[str, ...]:
    """The warnings to give: an unknown condition warns too."""
    return tuple(dict.fromkeys(w.id for w in warns if not w.when or witness.truth(w.when) is not False))


def _lacking(witness: Witness, needs: Iterable[Lack]) -> tuple[Path, ...]:
    """The facts that are needed and not told: a condition that is not known to hold asks for nothing."""
    look = Look(witness.case, witness.bench)
    asked = [n.path for n in needs if not n.when or witness.truth(n.when) is True]
    return tuple(look.whole(dotted) for dotted in asked if look.glance(dotted) is None)
