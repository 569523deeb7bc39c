"""The languages of a filing, one folder each: what a language must know so that norms are cited and facts become words.

`Citing` cites norms (CITING of `<folder>/citing.py`), `Tongue` is all that a language knows (TONGUE of `<folder>/tongue.py`).
Everything a filing prints goes through them; no other room knows grammar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from msgspec import Struct

from panahat.moments import AnyDate


class Branch(Struct, frozen=True):
    """A unit of an act (`level` is its name in the law data), cited whole (`parts` empty) or by its parts."""

    level: str
    number: str
    parts: tuple[Branch, ...] = ()


Tree = tuple[Branch, ...]


class Citing(Protocol):
    """How a language cites: its cases and the order of places, acts and their names."""

    cases: tuple[str, ...]
    """The grammatical cases in which a citation, a name or a phrase is given."""
    act_case: str
    """The case of the act's name after a place in it."""

    def placed(self, tree: Tree, units: Mapping[str, str], case: str) -> str:
        """All places of one act, without the act; `units` gives the act's own name for each level."""

    def cited(self, place: str, act: str) -> str:
        """A place together with the act it is in."""

    def listed(self, items: Sequence[str]) -> str:
        """Several citations as one list."""

    def introduced(self, full: str, short: str) -> str:
        """The full name of an act with the short name that stands for it from there on."""

    def tied(self, text: str) -> str:
        """The text with no-break spaces and hyphens where a line must not break."""


class Case(Protocol):
    """Forms of a name or phrase by grammatical case, with the doubts about them."""

    @property
    def nom(self) -> str: ...
    @property
    def doubts(self) -> tuple[str, ...]: ...


class Tongue(Citing, Protocol):
    """One language: its code and the words it makes. `forms` are objects with an attribute for each case."""

    language: str
    dash: str
    untranslated: str
    """The mark that a draft prints where a text has no words in this language; `{path}` is filled in."""
    reported: str
    """«сообщено: {by}»: who told what a letter says."""

    def date(self, day: AnyDate) -> dict[str, str]:
        """A date, as far as it is known, in the forms the texts print."""

    def person(self, name: Any, gender: str) -> tuple[Case, Case, Case]:
        """(full name, short name, initials first) in every case, with the forms confirmed in the case file."""

    def phrase(self, text: str) -> Case:
        """A body, place or office in every case."""

    def agree(self, gender: str) -> Mapping[str, Any]:
        """Words that agree with a person: pronouns, and in Russian verbs and participles."""

    def country(self, code: str) -> Case: ...
    def citizen_of(self, code: str, gender: str) -> Case: ...

    def choice(self, group: str, field: str, key: str, gender: str) -> Case | str | None:
        """The words of a key of a field of the schema, of a person as `narrowest` says where they differ; None where none."""

    def counted(self, number: int, noun: str, case: str) -> str:
        """A number with its noun: «5 лет», «5 жыл»."""

    def term(self, number: int, noun: str) -> str:
        """A period in words: «десяти суток», «он тәулік»."""

    def spelled_years(self, number: int) -> str:
        """A period of years in words, nominative: «пять лет», «бес жыл»."""

    confirmed: str
    """«подтверждает также: {by}»: what else confirms a fact beside its annex."""

    def refs(self, numbers: Sequence[int]) -> str:
        """«приложения 3 и 5»."""

    def on_sheets(self, sheets: Sequence[str]) -> str:
        """«л. 5», «л. 4–6»: where it stands in an annex."""

    def annex(self, kind: str, pages: int, copies: int) -> str:
        """What the list of annexes says of one: «копия на 3 л. в 1 экз.»."""

    def sheets(self, pages: int) -> str:
        """«3 л.», «3 парақ»."""

    def body(self, body: Any) -> Mapping[str, str]:
        """The stored forms of a body of the law data, with `to`: the line of the addressee."""

    def to(self, forms: Mapping[str, str], person: bool | None) -> str:
        """The line of the addressee, from the forms of a name; `person` is None where it is not known whether it is one."""
