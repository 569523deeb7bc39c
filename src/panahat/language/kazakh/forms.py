"""Seven Kazakh case forms of a name or a phrase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

CASES = ("nom", "gen", "dat", "acc", "loc", "abl", "ins")
Seven = tuple[str, str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class KazakhForms:
    """Атау, ілік, барыс, табыс, жатыс, шығыс, көмектес.

    `doubts` are ids of the codes in `panahat.language.codes` that say why someone should look at these forms;
    two forms with the same words are equal whatever the doubts.
    """

    nom: str
    gen: str
    dat: str
    acc: str
    loc: str
    abl: str
    ins: str
    doubts: tuple[str, ...] = field(default=(), compare=False)

    @classmethod
    def of(cls, seven: Iterable[str], doubts: Iterable[str] = ()) -> KazakhForms:
        """The forms in the order of `CASES`, each doubt once."""
        nom, gen, dat, acc, loc, abl, ins = seven
        return cls(nom, gen, dat, acc, loc, abl, ins, tuple(dict.fromkeys(doubts)))

    @classmethod
    def frozen(cls, text: str, *doubts: str) -> KazakhForms:
        """`text` unchanged in every case."""
        return cls.of((text,) * 7, doubts)

    @property
    def seven(self) -> Seven:
        """The forms in the order of `CASES`."""
        return (self.nom, self.gen, self.dat, self.acc, self.loc, self.abl, self.ins)

    def case(self, name: str) -> str:
        """The form of the case `name`, one of `CASES`; ValueError otherwise."""
        return self.seven[CASES.index(name)] if name in CASES else _unknown(name)

    def before(self, head: str) -> KazakhForms:
        """The same forms with `head` before each of them."""
        return KazakhForms.of((head + form for form in self.seven), self.doubts)

    def doubted(self, *doubts: str) -> KazakhForms:
        """The same forms with more doubts about them."""
        return KazakhForms.of(self.seven, (*self.doubts, *doubts))

    def but(self, overrides: Mapping[str, str]) -> KazakhForms:
        """The same with the forms a person confirmed; no doubt is left once every oblique case is confirmed."""
        for name in overrides:
            if name not in CASES:
                _unknown(name)
        settled = all(case in overrides for case in CASES[1:])
        return KazakhForms.of(
            (overrides.get(c, own) for c, own in zip(CASES, self.seven, strict=True)), () if settled else self.doubts
        )


def _unknown(name: str) -> str:
    raise ValueError(f"no Kazakh case is called {name}: use {', '.join(CASES)}")
