"""Six Russian case forms of a name or a phrase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

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


def _unknown(name: str) -> str:
    raise ValueError(f"no Russian case is called {name}: use {', '.join(CASES)}")
