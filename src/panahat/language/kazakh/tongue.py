"""Kazakh as the language of a filing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from panahat.language.kazakh import lexicon, names, numbers
from panahat.language.kazakh.citing import KazakhCiting
from panahat.language.kazakh.phrases import decline_phrase
from panahat.language.kazakh.suffixes import KazakhForms
from panahat.language.tongues import Tongue
from panahat.language.typography import nbsp
from panahat.moments import AnyDate


class Kazakh(KazakhCiting):
    """Seven cases, no gender; the suffix stands on the last word; «(3 және 5-қосымшалар)»."""

    language = "kk"
    dash = "–"
    untranslated = "⟦аударылмаған: {path}⟧"
    reported = "хабарлаған: {by}"
    confirmed = "сондай-ақ растайтын: {by}"
    _he = KazakhForms("ол", "оның", "оған", "оны", "онда", "одан", "онымен")

    def date(self, day: AnyDate) -> dict[str, str]:
        forms = numbers.dated(day)
        return {**forms, "since": f"{forms['abl']} бері"}

    def person(self, name: Any, gender: str) -> tuple[KazakhForms, KazakhForms, KazakhForms]:
        parts = tuple(name.kk.split(" ", 2)) if name.kk else (name.surname, name.given, name.patronymic)
        surname, given, patronymic = (*parts, None, None)[:3]
        own = dict(name.forms.kk) if name.forms else {}
        short = dict(name.forms.kk_short) if name.forms else {}
        full = names.decline_name(surname, given or "", patronymic, own)
        first = names.short_name(surname, given or "", patronymic, short)
        return full, first, first

    phrase = staticmethod(decline_phrase)
    country = staticmethod(lexicon.country)
    choice = staticmethod(lexicon.choice)
    counted = staticmethod(numbers.counted)
    term = staticmethod(numbers.spelled_term)

    def agree(self, gender: str) -> Mapping[str, Any]:
        return {"he": {case: getattr(self._he, case) for case in self.cases}}

    def citizen_of(self, code: str, gender: str) -> KazakhForms:
        return lexicon.citizen_of(code)

    def spelled_years(self, number: int) -> str:
        return numbers.spelled_term(number, "year")

    def refs(self, numbers: Sequence[int]) -> str:
        if len(numbers) == 1:
            return nbsp(f"{numbers[0]}-қосымша")
        head = ", ".join(map(str, numbers[:-1]))
        return nbsp(f"{head} және\u00a0{numbers[-1]}-қосымшалар")

    def on_sheets(self, sheets: Sequence[str]) -> str:
        listed = ", ".join(sheets)
        return nbsp(f"{listed}-парақ" if listed.isdigit() else f"{listed}-парақтар")

    def annex(self, kind: str, pages: int, copies: int) -> str:
        word = self.choice("Annex", "kind", kind, "")
        return f"{word}, {pages}\u00a0парақта, {copies}\u00a0данада"

    def sheets(self, pages: int) -> str:
        return f"{pages}\u00a0парақ"

    def body(self, body: Any) -> Mapping[str, str]:
        if not body.name.kk:
            return {}
        forms = decline_phrase(body.name.kk)
        return {**{case: getattr(forms, case) for case in self.cases}, "to": forms.dat}

    def to(self, forms: Mapping[str, str], person: bool | None) -> str:
        return forms["dat"]


TONGUE: Tongue = Kazakh()
