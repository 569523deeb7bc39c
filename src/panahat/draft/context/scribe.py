"""Turns facts into printable words: dates, names, phrases, paragraphs, references to annexes; each remembers its fact.

An absent fact is `False`, never `None`: templates test it, and an undefined name stays an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from panahat.draft.said import Said, Source
from panahat.language import (
    NameForms,
    date_quoted,
    date_short,
    date_text,
    decline_name,
    decline_phrase,
    initials_first,
    nbsp,
    paragraphs,
    short_name,
)
from panahat.problems import Path

Forms = dict[str, Said]
Absent = Literal[False]
CASES = ("nom", "gen", "dat", "acc", "ins", "prep")


@dataclass(frozen=True, slots=True)
class Fact:
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


def part(fact: Fact, build: Callable[[Fact], dict[str, Any]]) -> dict[str, Any] | Absent:
    """What `build` makes of a group of facts, or False where the group is absent."""
    return build(fact) if fact else False


def written(path: Path) -> str:
    """A path as people write it: «asylum[0].status»."""
    out = ""
    for step in path:
        out += f"[{step}]" if isinstance(step, int) else (f".{step}" if out else step)
    return out


@dataclass(slots=True)
class Scribe:
    """Writes facts in the filing's language; `body_forms` knows bodies whose forms the law data stores."""

    annex_numbers: Mapping[str, int]
    body_forms: Callable[[str], Mapping[str, str] | None]
    declined: dict[str, NameForms] = field(default_factory=dict)
    """Every name and phrase that was declined, by the path of its fact, for the lawyer to confirm."""

    def said(self, text: str, *facts: Fact) -> Said:
        return Said(text, (Source("fact", written(f.path)) for f in facts))

    def line(self, fact: Fact) -> Said | Absent:
        """A short text as it stands."""
        value = fact.value
        if value is None:
            return False
        return self.said(nbsp(_russian(value)), fact)

    def forms(self, fact: Fact) -> Forms | Absent:
        """A body, place or office in six cases: the stored forms first, else by the rule of its head word."""
        value = fact.value
        if value is None:
            return False
        text = _russian(value)
        stored = self.body_forms(text)
        if stored is not None:
            return {case: self.said(nbsp(stored[case]), fact) for case in CASES}
        forms = self.declined[written(fact.path)] = decline_phrase(text)
        return {case: self.said(nbsp(form), fact) for case, form in forms_of(forms).items()}

    def text(self, fact: Fact) -> list[Said]:
        """The paragraphs of a longer text; none where it is absent."""
        return [self.said(nbsp(p), fact) for p in paragraphs(fact.value.ru)] if fact else []

    def day(self, fact: Fact) -> Forms | Absent:
        """A date in its three printed forms."""
        return self.date(fact.value, fact) if fact else False

    def date(self, day: date, *facts: Fact) -> Forms:
        return {
            "text": self.said(date_text(day), *facts),
            "quoted": self.said(date_quoted(day), *facts),
            "short": self.said(date_short(day), *facts),
        }

    def name(self, fact: Fact, gender: str) -> dict[str, Forms | Said | Absent]:
        """A person's full name, surname with initials, and initials first, in six cases; the Latin spelling."""
        value = fact.value
        parts = (value.surname, value.given, value.patronymic)
        own: dict[str, str] = dict(value.forms.ru) if value.forms else {}
        short: dict[str, str] = dict(value.forms.ru_short) if value.forms else {}
        full = self.declined[written(fact.path)] = decline_name(*parts, gender, own)
        return {
            "name": self._forms(full, fact),
            "short": self._forms(short_name(*parts, gender, short), fact),
            "initials": self._forms(initials_first(*parts, gender, {}), fact),
            "latin": self.line(fact.at("latin")),
        }

    def _forms(self, forms: NameForms, fact: Fact) -> Forms:
        return {case: self.said(form, fact) for case, form in forms_of(forms).items()}

    def ref(self, fact: Fact) -> Said:
        """« (приложения 3 и 5)», with a leading space, or nothing: the annexes that prove a fact."""
        ids = [i for i in getattr(fact.value, "proof", ()) if i in self.annex_numbers]
        return self.ref_to(ids)

    def refs(self, fact: Fact) -> dict[str, Said]:
        """The reference in brackets, bare («приложения 3 и 5»), and as numbers alone («3, 5») for table cells."""
        ref = self.ref(fact)
        numbers = sorted({self.annex_numbers[s.name] for s in ref.sources})
        return {
            "ref": ref,
            "ref_plain": ref.again(ref.strip(" ()")),
            "annex_numbers": ref.again(", ".join(map(str, numbers))),
        }

    def told(self, name: str, fact: Fact) -> dict[str, list[Said]]:
        """The paragraphs of the text `name`, and the same with the reference to its proof before the last full stop."""
        told = self.text(fact.at(name))
        ref = self.ref(fact)
        proved = list(told)
        if told and ref:
            last = told[-1]
            cut = len(last) - 1 if last[-1] in ".!?…" else len(last)
            proved[-1] = Said(f"{last[:cut]}{ref}{last[cut:]}", last.sources | ref.sources)
        return {name: told, f"{name}_proved": proved}

    def ref_to(self, ids: list[str]) -> Said:
        numbers = sorted({self.annex_numbers[i] for i in ids})
        if not numbers:
            return Said("", ())
        head = "приложение" if len(numbers) == 1 else "приложения"
        tail = "".join(f", {n}" for n in numbers[1:-1]) + (f" и\u00a0{numbers[-1]}" if len(numbers) > 1 else "")
        return Said(f" ({head}\u00a0{numbers[0]}{tail})", (Source("annex", i) for i in ids))

    def flag(self, fact: Fact) -> bool:
        """True where the fact is known to hold."""
        return fact.value is True


def _russian(value: Any) -> str:
    """The Russian words of a short text, or the text itself where it has no language."""
    return value if isinstance(value, str) else str(value.ru)


def forms_of(forms: NameForms) -> dict[str, str]:
    """Six Russian cases of `forms` by name."""
    return {case: getattr(forms, case) for case in CASES}


def agreeing(value: Any) -> Any:
    """Plain data of the language room as it may go into a context (tuples as lists)."""
    if isinstance(value, Mapping):
        return {k: agreeing(v) for k, v in value.items()}
    if isinstance(value, tuple | list):
        return [agreeing(v) for v in value]
    return value


__all__ = ["CASES", "Absent", "Fact", "Forms", "Scribe", "agreeing", "forms_of", "part", "written"]
