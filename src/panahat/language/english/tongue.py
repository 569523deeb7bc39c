"""English as the language of a filing: no cases; a person is named once in full and goes on as «Mr Surname»."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from panahat.language import english as en
from panahat.language.english import Plain
from panahat.language.english.citing import EnglishCiting
from panahat.language.latin import latin_name
from panahat.language.tongues import Tongue
from panahat.moments import AnyDate


class English(EnglishCiting):
    """One form of everything; «annexes 3 and 5»."""

    language = "en"
    dash = "–"
    untranslated = "⟦untranslated: {path}⟧"
    reported = "reported by: {by}"
    confirmed = "also confirmed by: {by}"

    def date(self, day: AnyDate) -> dict[str, str]:
        text, name = en.date_text(day), en.date_name(day)
        return {"text": text, "start": text[:1].upper() + text[1:], "nom": name, "since": f"since {name}"}

    def person(self, name: Any, gender: str) -> tuple[Plain, Plain, Plain]:
        """The name as the document writes it, «Mr Surname» and «Given Surname» in Latin letters."""
        written = (name.latin or latin_name(name.surname, name.given).upper()).split()
        many = len(name.surname.split())
        surname, given = (en.title_case(" ".join(part)) for part in (written[:many], written[many:]))
        full = " ".join(filter(None, (name.surname, name.given, name.patronymic)))
        title = "Mr" if gender == "male" else "Ms"
        return Plain(full), Plain(f"{title}\u00a0{surname}"), Plain(f"{given}\u00a0{surname}")

    phrase = staticmethod(Plain)
    choice = staticmethod(en.choice)

    def agree(self, gender: str) -> Mapping[str, Any]:
        he, him, his = ("he", "him", "his") if gender == "male" else ("she", "her", "her")
        return {"he": {"nom": he}, "him": {"nom": him}, "his": his}

    def country(self, code: str) -> Plain:
        return Plain(en.country(code))

    def citizen_of(self, code: str, gender: str) -> Plain:
        return Plain(f"citizen of {en.country(code)}")

    def counted(self, number: int, noun: str, case: str) -> str:
        return en.counted(number, noun)

    def term(self, number: int, noun: str) -> str:
        return en.counted(number, noun)

    def spelled_years(self, number: int) -> str:
        return en.counted(number, "year")

    def refs(self, numbers: Sequence[int]) -> str:
        head = ", ".join(map(str, numbers[:-1]))
        return f"annexes\u00a0{head} and\u00a0{numbers[-1]}" if head else f"annex\u00a0{numbers[0]}"

    def on_sheets(self, sheets: Sequence[str]) -> str:
        listed = ", ".join(sheets)
        return f"sheet{'' if listed.isdigit() else 's'}\u00a0{listed}"

    def annex(self, kind: str, pages: int, copies: int) -> str:
        return f"{en.choice('Annex', 'kind', kind)}, {self.sheets(pages)}"

    def sheets(self, pages: int) -> str:
        return en.counted(pages, "sheet")

    def body(self, body: Any) -> Mapping[str, str]:
        return {"nom": body.name.en, "to": body.name.en} if body.name.en else {}

    def to(self, forms: Mapping[str, str], person: bool | None) -> str:
        return forms["nom"]


TONGUE: Tongue = English()
