"""Russian as the language of a filing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from panahat.language.forms import NameForms
from panahat.language.russian import lexicon, names, numbers, phrases
from panahat.language.russian.citing import RussianCiting
from panahat.language.tongues import Tongue
from panahat.moments import AnyDate

_HARD = re.compile(r"[вф][бвгджзйклмнпрстфхцчшщ]", re.IGNORECASE)
"""Words before which «в» is «во»."""


class Russian(RussianCiting):
    """Six cases; names agree in gender; «(приложения 3 и 5)»."""

    language = "ru"
    dash = "—"
    untranslated = "⟦не переведено: {path}⟧"
    reported = "сообщено: {by}"
    confirmed = "подтверждает также: {by}"

    def date(self, day: AnyDate) -> dict[str, str]:
        forms = numbers.date_forms(day)
        return {**forms, "since": f"с\u00a0{forms['gen']}"}

    def person(self, name: Any, gender: str) -> tuple[NameForms, NameForms, NameForms]:
        parts = (name.surname, name.given, name.patronymic)
        own = dict(name.forms.ru) if name.forms else {}
        short = dict(name.forms.ru_short) if name.forms else {}
        return (
            names.decline_name(*parts, gender, own),
            names.short_name(*parts, gender, short),
            names.initials_first(*parts, gender, {}),
        )

    phrase = staticmethod(phrases.decline_phrase)
    agree = staticmethod(lexicon.agree)
    country = staticmethod(lexicon.country)
    citizen_of = staticmethod(lexicon.citizen_of)
    choice = staticmethod(lexicon.choice)
    counted = staticmethod(numbers.counted)

    def term(self, number: int, noun: str) -> str:
        return numbers.spelled_term(number, noun, "gen")

    def spelled_years(self, number: int) -> str:
        return numbers.spelled_term(number, "year")

    def refs(self, numbers: Sequence[int]) -> str:
        head = "приложение" if len(numbers) == 1 else "приложения"
        tail = "".join(f", {n}" for n in numbers[1:-1]) + (f" и\u00a0{numbers[-1]}" if len(numbers) > 1 else "")
        return f"{head}\u00a0{numbers[0]}{tail}"

    def on_sheets(self, sheets: Sequence[str]) -> str:
        return f"л.\u00a0{', '.join(sheets)}"

    def annex(self, kind: str, pages: int, copies: int) -> str:
        word = self.choice("Annex", "kind", kind, "")
        return f"{word} на\u00a0{self.sheets(pages)} в\u00a0{copies}\u00a0экз."

    def sheets(self, pages: int) -> str:
        return f"{pages}\u00a0л."

    def body(self, body: Any) -> Mapping[str, str]:
        return {name: text for name, text in body.forms.items() if text}

    def to(self, forms: Mapping[str, str], person: bool | None) -> str:
        """«в Алматинский городской суд», «следственному судье»: an animate noun is one whose accusative is its genitive."""
        if person is None:
            person = forms["acc"] == forms["gen"] != forms["nom"] or "судья" in forms["nom"].split()
        if person:
            return forms["dat"]
        return ("во " if _HARD.match(forms["acc"]) else "в ") + forms["acc"]


TONGUE: Tongue = Russian()
