"""The languages of a filing: what each must know so that facts become words. Each has one as TONGUE.

Everything a `Scribe` prints goes through its tongue; nothing else in the draft room knows grammar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from panahat.moments import AnyDate


class Case(Protocol):
    """Forms of a name or phrase by grammatical case, with the doubts about them."""

    @property
    def nom(self) -> str: ...
    @property
    def doubts(self) -> tuple[str, ...]: ...


class Tongue(Protocol):
    """One language: its code, its cases, and the words it makes. `forms` are objects with an attribute for each case."""

    language: str
    cases: tuple[str, ...]
    dash: str
    untranslated: str
    """The mark that a draft prints where a text has no words in this language; `{path}` is filled in."""
    reported: str
    """«сообщено: {by}»: who told what a letter says."""

    def tied(self, text: str) -> str:
        """The text with no-break spaces where a line must not break."""

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
        """The words of a key of a field of the schema, of a person of `gender` where they differ; None where there are none."""

    def counted(self, number: int, noun: str, case: str) -> str:
        """A number with its noun: «5 лет», «5 жыл»."""

    def term(self, number: int, noun: str) -> str:
        """A period in words: «десяти суток», «он тәулік»."""

    def spelled_years(self, number: int) -> str:
        """A period of years in words, nominative: «пять лет», «бес жыл»."""

    def refs(self, numbers: Sequence[int]) -> tuple[str, str]:
        """(« (приложения 3 и 5)», «приложения 3 и 5»)."""

    def annex(self, kind: str, pages: int, copies: int) -> str:
        """What the list of annexes says of one: «копия на 3 л. в 1 экз.»."""

    def sheets(self, pages: int) -> str:
        """«3 л.», «3 парақ»."""

    def body(self, body: Any) -> Mapping[str, str]:
        """The stored forms of a body of the law data, with `to`: the line of the addressee."""

    def to(self, forms: Mapping[str, str], person: bool | None) -> str:
        """The line of the addressee, from the forms of a name; `person` is None where it is not known whether it is one."""
