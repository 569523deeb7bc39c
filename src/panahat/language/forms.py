"""A text in every grammatical case: six forms of a Russian name or phrase, or forms each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from msgspec import Struct

T = TypeVar("T")
U = TypeVar("U")

CASES = ("nom", "gen", "dat", "acc", "ins", "prep")
Six = tuple[str, str, str, str, str, str]


class NameForms(Struct, frozen=True):
    """Nominative, genitive, dative, accusative, instrumental and prepositional (without preposition).

    `doubts` are ids of the codes in `panahat.language.codes` that say why a lawyer should look at these forms;
    two forms with the same words are equal whatever the doubts.
    """

    nom: str
    gen: str
    dat: str
    acc: str
    ins: str
    prep: str
    doubts: tuple[str, ...] = ()

    @classmethod
    def of(cls, six: Iterable[str], doubts: Iterable[str] = ()) -> NameForms:
        """The forms in the order of `CASES`, each doubt once."""
        nom, gen, dat, acc, ins, prep = six
        return cls(nom, gen, dat, acc, ins, prep, tuple(dict.fromkeys(doubts)))

    @classmethod
    def frozen(cls, text: str, *doubts: str) -> NameForms:
        """`text` unchanged in every case."""
        return cls.of((text,) * 6, doubts)

    @property
    def six(self) -> Six:
        """The forms in the order of `CASES`."""
        return (self.nom, self.gen, self.dat, self.acc, self.ins, self.prep)

    def case(self, name: str) -> str:
        """The form of the case `name`, one of `CASES`; ValueError otherwise."""
        return self.six[CASES.index(name)] if name in CASES else _unknown(name)

    def but(self, overrides: Mapping[str, str]) -> NameForms:
        """The same with the forms a person confirmed; no doubt is left once every oblique case is confirmed."""
        for name in overrides:
            if name not in CASES:
                _unknown(name)
        settled = all(case in overrides for case in CASES[1:])
        return NameForms.of(
            (overrides.get(c, own) for c, own in zip(CASES, self.six, strict=True)), () if settled else self.doubts
        )


class EachCase(dict[str, T]):
    """A text by the names of `cases`; each form is made when it is first asked for, since a filing prints one of six."""

    def __init__(self, cases: Iterable[str], make: Callable[[str], T]) -> None:
        super().__init__()
        self.cases = tuple(cases)
        self._make = make

    def each(self, turned: Callable[[T], U]) -> EachCase[U]:
        """Every form turned into another."""
        return EachCase(self.cases, lambda case: turned(self[case]))

    def __missing__(self, case: str) -> T:
        if case not in self.cases:
            raise KeyError(case)
        made = self[case] = self._make(case)
        return made

    def get(self, case: str, default: Any = None) -> Any:
        return self[case] if case in self.cases else default

    def __contains__(self, case: object) -> bool:
        return case in self.cases

    def __iter__(self) -> Iterator[str]:
        return iter(self.cases)

    def __len__(self) -> int:
        return len(self.cases)

    def keys(self) -> Any:
        return dict.fromkeys(self.cases).keys()

    def values(self) -> Any:
        return [self[case] for case in self.cases]

    def items(self) -> Any:
        return [(case, self[case]) for case in self.cases]

    def __eq__(self, other: object) -> bool:
        return dict(self.items()) == (dict(other.items()) if isinstance(other, dict) else other)

    __hash__ = None


def _unknown(name: str) -> str:
    raise ValueError(f"no Russian case is called {name}: use {', '.join(CASES)}")
