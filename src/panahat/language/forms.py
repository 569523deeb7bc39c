"""A text in every grammatical case: six forms of a Russian name or phrase, or forms each made when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Self, TypeVar, cast

from msgspec import Struct

T = TypeVar("T")
U = TypeVar("U")

CASES = ("nom", "gen", "dat", "acc", "ins", "prep")
Six = tuple[str, str, str, str, str, str]


class Forms(Struct, frozen=True):
    """A name or phrase in the cases of its language, which are its fields up to `doubts`.

    `doubts` are ids of the codes in `panahat.language.codes` that say why a lawyer should look at these forms;
    two forms with the same words are equal whatever the doubts.
    """

    @classmethod
    def cases(cls) -> tuple[str, ...]:
        """The names of the cases."""
        return cls.__struct_fields__[:-1]

    @classmethod
    def of(cls, forms: Iterable[str], doubts: Iterable[str] = ()) -> Self:
        """The forms in the order of the cases, each doubt once."""
        return cls(*forms, tuple(dict.fromkeys(doubts)))

    @classmethod
    def frozen(cls, text: str, *doubts: str) -> Self:
        """`text` unchanged in every case."""
        return cls.of((text,) * len(cls.cases()), doubts)

    @property
    def all(self) -> tuple[str, ...]:
        """The forms in the order of the cases."""
        return tuple(getattr(self, case) for case in self.cases())

    def case(self, name: str) -> str:
        """The form of the case `name`; ValueError where there is no such case."""
        if name not in self.cases():
            raise ValueError(f"no case is called {name}: use {', '.join(self.cases())}")
        return str(getattr(self, name))

    def but(self, overrides: Mapping[str, str]) -> Self:
        """The same with the forms a person confirmed; no doubt is left once every oblique case is confirmed."""
        for name in overrides:
            self.case(name)
        settled = all(case in overrides for case in self.cases()[1:])
        forms = (overrides.get(case, own) for case, own in zip(self.cases(), self.all, strict=True))
        return self.of(forms, () if settled else getattr(self, "doubts", ()))


class NameForms(Forms, frozen=True):
    """Nominative, genitive, dative, accusative, instrumental and prepositional (without preposition)."""

    nom: str
    gen: str
    dat: str
    acc: str
    ins: str
    prep: str
    doubts: tuple[str, ...] = ()

    @property
    def six(self) -> Six:
        """The forms in the order of `CASES`."""
        return cast(Six, self.all)


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
