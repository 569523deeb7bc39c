"""Turns facts into printable words: dates, names, phrases, paragraphs, references to annexes; each remembers its fact.

An absent fact is `False`, never `None`: templates test it, and an undefined name stays an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Literal

from msgspec import Struct

from panahat.drafting.traced import Source, Traced
from panahat.language.forms import EachCase
from panahat.language.latin import latin_name
from panahat.language.tongues import Case, Tongue
from panahat.language.typography import paragraphs
from panahat.moments import AnyDate
from panahat.problems import Path

Forms = dict[str, Any]
Absent = Literal[False]


class Later(dict[str, Any]):
    """What is known at once, as a name in the nominative; the rest is made when some of it is first asked for."""

    def __init__(
        self, known: Mapping[str, Any] | Iterable[tuple[str, Any]], others: Callable[[], Mapping[str, Any]]
    ) -> None:
        super().__init__(known)
        self._others: Callable[[], Mapping[str, Any]] | None = others

    def get(self, name: str, default: Any = None) -> Any:
        if name not in self and self._others is not None:
            others, self._others = self._others, None
            self.update(others())
        return super().get(name, default)

    def __missing__(self, name: str) -> Traced:
        found: Traced | None = self.get(name)
        if found is None:
            raise KeyError(name)
        return found

    def __iter__(self) -> Iterator[str]:
        self.get("")
        return super().__iter__()

    def keys(self) -> Any:
        self.get("")
        return super().keys()


class Fact(Struct, frozen=True):
    """A value of the case with its path; `at` goes one step down."""

    value: Any
    path: Path = ()

    def at(self, *steps: str | int) -> Fact:
        """The fact below this one; its value is None where any step is absent."""
        value = self.value
        for step in steps:
            if value is None:
                break
            value = value[step] if isinstance(step, int) else getattr(value, step)
        return Fact(value, self.path + steps)

    def each(self) -> Iterator[Fact]:
        """The members of a list of facts; none where the list is absent."""
        for n, value in enumerate(self.value or ()):
            yield Fact(value, (*self.path, n))

    def __bool__(self) -> bool:
        return self.value is not None


def written(path: Path) -> str:
    """A path as people write it: «asylum[0].status»."""
    out = ""
    for step in path:
        out += f"[{step}]" if isinstance(step, int) else (f".{step}" if out else step)
    return out


def behind(facts: Iterable[Fact]) -> frozenset[Source]:
    """The facts as sources of words."""
    return frozenset(Source("fact", written(f.path)) for f in facts)


class Scribe(Struct):
    """Writes facts in the filing's language; `body_forms` knows bodies whose forms the law data stores."""

    tongue: Tongue
    annex_numbers: Mapping[str, int]
    body_forms: Callable[[str], Mapping[str, str] | None]
    declined: dict[str, Case] = {}
    """Every name and phrase that was declined, by the path of its fact, for the lawyer to confirm."""
    untranslated: dict[str, Path] = {}
    """Facts that have no words in this language, by their paths."""

    def said(self, text: str, *facts: Fact) -> Traced:
        return Traced(text, behind(facts))

    def words(self, fact: Fact) -> str:
        """The words of a text in the filing's language; a mark where it has none."""
        value = fact.value
        if isinstance(value, str):
            return value
        found: str | None = getattr(value, self.tongue.language)
        if found is None:
            path = written(fact.path)
            self.untranslated[path] = fact.path
            return self.tongue.untranslated.format(path=path)
        return found

    def line(self, fact: Fact) -> Traced | Absent:
        """A short text as it stands."""
        return self.said(self.tongue.tied(self.words(fact)), fact) if fact else False

    def forms(self, fact: Fact) -> Forms | Absent:
        """A body, place or office in every case and as the addressee: stored forms first, else by the rule of its head word."""
        if not fact:
            return False
        text = self.words(fact)
        stored = self.body_forms(text)
        if stored is not None:
            to = stored.get("to") or self.tongue.to(stored, None)
            return self._each({**{case: stored[case] for case in self.tongue.cases}, "to": to}, fact)
        if text.startswith("⟦"):
            return {case: self.said(text, fact) for case in (*self.tongue.cases, "to")}

        def declined() -> Forms:
            forms = self.cases(self._noted(fact, self.tongue.phrase(text)), fact)
            return {**forms, "to": forms["nom"].again(self.tongue.to(forms, None))}

        return Later({"nom": self.said(self.tongue.tied(text), fact)}, declined)

    def _noted(self, fact: Fact, forms: Case) -> Case:
        """`forms`, which are printed in another case than the nominative and so are for the lawyer to confirm."""
        self.declined[written(fact.path)] = forms
        return forms

    def cases(self, forms: Case, *facts: Fact) -> Forms:
        """Every case of `forms`, with no-break spaces where they belong."""
        return self._each({case: getattr(forms, case) for case in self.tongue.cases}, *facts)

    def _each(self, forms: Mapping[str, str], *facts: Fact) -> Forms:
        """Each of the forms as words of the facts, made when it is first asked for."""
        return EachCase(forms, lambda name: self.said(self.tongue.tied(forms[name]), *facts))

    def text(self, fact: Fact) -> list[Traced]:
        """The paragraphs of a longer text; none where it is absent."""
        return [self.said(self.tongue.tied(p), fact) for p in paragraphs(self.words(fact))] if fact else []

    def day(self, fact: Fact) -> Forms | Absent:
        """A date in its printed forms."""
        return self.date(fact.value, fact) if fact else False

    def date(self, day: AnyDate, *facts: Fact) -> Forms:
        return self._each(self.tongue.date(day), *facts)

    def name(self, fact: Fact, gender: str) -> dict[str, Forms | Traced | Absent]:
        """A person's full name, short name, and initials first, in every case; the Latin spelling."""
        made = self.tongue.person(fact.value, gender)

        def cases(forms: Case) -> Forms:
            def declined() -> Forms:
                self._noted(fact, made[0])
                return self.cases(forms, fact)

            return Later({"nom": self.said(self.tongue.tied(forms.nom), fact)}, declined)

        def latin() -> dict[str, Traced]:
            spelt = fact.value.latin or latin_name(fact.value.surname, fact.value.given).upper()
            return {"latin": self.said(spelt, fact)}

        return Later(zip(("name", "short", "initials"), map(cases, made), strict=True), latin)

    def ref(self, fact: Fact) -> Traced:
        """« (приложения 3 и 5)», with a leading space, or nothing: the annexes that prove a fact."""
        return self.ref_to(cited(fact))

    def refs(self, fact: Fact) -> dict[str, Traced]:
        """The reference in brackets, bare («приложения 3 и 5»), and as numbers alone («3, 5») for table cells."""
        ref = self.ref(fact)
        placed = self._placed(cited(fact))
        cells = (f"{n} ({self.tongue.on_sheets(sheets)})" if sheets else str(n) for n, sheets in placed.items())
        return {"ref": ref, "ref_plain": ref.again(ref[2:-1]), "annex_numbers": ref.again(", ".join(cells))}

    def told(self, name: str, fact: Fact) -> dict[str, list[Traced]]:
        """The paragraphs of the text `name`, and the same with the reference to its proof before the last full stop."""
        own = fact.at(name)
        told = self.text(own)
        ref = self.ref(own if getattr(own.value, "proof", ()) else fact)
        proved = list(told)
        if told and ref:
            last = told[-1]
            cut = len(last) - 1 if last[-1] in ".!?…" else len(last)
            proved[-1] = Traced(f"{last[:cut]}{ref}{last[cut:]}", last.sources | ref.sources)
        return {name: told, f"{name}_proved": proved}

    def _placed(self, references: Iterable[Fact]) -> dict[int, list[str]]:
        """The sheets named of each annex, by its number and in order."""
        placed: dict[int, set[tuple[int, int]]] = {}
        for known in (r.value for r in references if r.value.annex in self.annex_numbers):
            at = placed.setdefault(self.annex_numbers[known.annex], set())
            at |= {sheets} if (sheets := known.page or known.pages) else set()
        return {n: [span(sheets) for sheets in sorted(at)] for n, at in sorted(placed.items())}

    def ref_to(self, references: Sequence[Fact]) -> Traced:
        """What the references (facts of the schema's group) lead to, as `ref` prints it."""
        known = [r for r in references if r.value.annex in self.annex_numbers]
        if not known:
            return Traced("", ())
        placed = self._placed(known)
        said: list[str] = []
        for _, run in groupby(placed, key=lambda n: n if placed[n] else 0):
            numbers = list(run)
            sheets = placed[numbers[0]]
            said.append(self.tongue.refs(numbers) + (f", {self.tongue.on_sheets(sheets)}" if sheets else ""))
        others = [words for r in known if (words := self.line(r.at("confirmed_by")))]
        said += [self.tongue.confirmed.format(by=by) for by in dict.fromkeys(others)]
        sources = {s for by in others for s in by.sources}
        return Traced(f" ({'; '.join(said)})", sources.union(*map(_led_to, known)))

    def annex_ref(self, id: str) -> Traced:
        """« (приложение 3)»: an annex as a whole."""
        return Traced(f" ({self.tongue.refs([self.annex_numbers[id]])})", [Source("annex", id)])


def cited(fact: Fact) -> list[Fact]:
    """The references to annexes that prove a fact."""
    return list(fact.at("proof").each()) if hasattr(fact.value, "proof") else []


def span(sheets: tuple[int, int]) -> str:
    """A run of sheets: «5», «4–6»."""
    first, last = sheets
    return str(first) if first == last else f"{first}–{last}"


def _led_to(reference: Fact) -> list[Source]:
    """The annex behind a reference; where it names sheets, they and the fact that names them."""
    known = reference.value
    named = next((key for key in ("page", "pages") if getattr(known, key)), None)
    if named is None:
        return [Source("annex", known.annex)]
    at = span(getattr(known, named)).replace("–", "-")
    return [Source("annex", f"{known.annex}:{at}"), *behind([reference.at(named)])]


def agreeing(value: Any) -> Any:
    """Plain data of the language room as it may go into a context (tuples as lists)."""
    if isinstance(value, Mapping):
        return {k: agreeing(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [agreeing(v) for v in value]
    return value


__all__ = ["Absent", "Fact", "Forms", "Scribe", "agreeing", "cited", "span", "written"]
