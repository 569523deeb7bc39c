"""How a letter speaks in each of its languages: names, dates, states, documents, references, articles of a foreign code.

A voice gives whole words in the form in which the letter prints them. Russian names come in six cases, because the text
needs them; the Kazakh and the English text name a person once in full and go on with words of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar, Protocol

from panahat.language import initials, initials_first, nbsp
from panahat.law import Act

CASES = ("nom", "gen", "dat", "acc", "ins", "prep")


class Voice(Protocol):
    """What a language must know to write a letter."""

    untranslated: str
    """The mark of a text that has not been translated; `{path}` is its place in the case file."""

    def day(self, day: date) -> str:
        """A date in words."""

    def name(self, name: Any, gender: str) -> dict[str, Any]:
        """A person's name: `full` in Cyrillic letters, `latin`, `signed` (initials or given name first), and the rest."""

    def country(self, code: str) -> str:
        """The official name of a state, in the nominative."""

    def document(self, kind: str) -> str:
        """A kind of identity document."""

    def relation(self, kind: str, gender: str) -> str:
        """A relative."""

    def years(self, number: int) -> str:
        """A longest term: «до 10 лет», «10 жылға дейін», «up to 10 years»."""

    def annexes(self, numbers: Sequence[int]) -> str:
        """«приложения 3 и 5», without brackets; nothing where there are none."""

    def sheets(self, kind: str, pages: int) -> str:
        """«копия, 3 л.»: what the list of annexes says of one."""

    def article(self, act: Act, article: str, part: str | None) -> str:
        """An article of a foreign code with the code's full name, in the nominative."""


class Russian:
    """The Russian letter."""

    untranslated = "⟦не переведено: {path}⟧"
    _kinds: ClassVar = {
        "copy": "копия",
        "original": "подлинник",
        "certified-copy": "заверенная копия",
        "translation": "перевод",
    }

    def day(self, day: date) -> str:
        from panahat.language import date_text

        return date_text(day)

    def name(self, name: Any, gender: str) -> dict[str, Any]:
        parts = (name.surname, name.given, name.patronymic)
        own: dict[str, str] = dict(name.forms.ru) if name.forms else {}
        forms = initials_first(*parts, gender, {})
        from panahat.language import decline_name

        full = decline_name(*parts, gender, own)
        return {
            "full": " ".join(filter(None, parts)),
            "latin": name.latin or latin(name),
            "signed": forms.nom,
            "short": {case: getattr(forms, case) for case in CASES},
            "forms": {case: getattr(full, case) for case in CASES},
        }

    def country(self, code: str) -> str:
        from panahat.language import country

        return country(code).nom

    def document(self, kind: str) -> str:
        from panahat.language import document_kind

        return document_kind(kind).nom

    def relation(self, kind: str, gender: str) -> str:
        from panahat.language import relation

        return relation(kind, gender).nom

    def years(self, number: int) -> str:
        from panahat.language import counted

        return f"до {counted(number, 'year', 'gen')}"

    def annexes(self, numbers: Sequence[int]) -> str:
        return _listed("приложение", "приложения", numbers, "и")

    def sheets(self, kind: str, pages: int) -> str:
        return f"{self._kinds[kind]}, {pages}\u00a0л."

    def article(self, act: Act, article: str, part: str | None) -> str:
        place = f"часть\u00a0{part} статьи\u00a0{article}" if part else f"статья\u00a0{article}"
        return f"{place} {act.title_forms['gen']}"


class Kazakh:
    """The Kazakh letter."""

    untranslated = "⟦аударылмаған: {path}⟧"
    _kinds: ClassVar = {
        "copy": "көшірме",
        "original": "түпнұсқа",
        "certified-copy": "расталған көшірме",
        "translation": "аударма",
    }

    def day(self, day: date) -> str:
        from panahat.language.kazakh import date_forms

        return nbsp(date_forms(day).nom)

    def name(self, name: Any, gender: str) -> dict[str, Any]:
        full = name.kk or " ".join(filter(None, (name.surname, name.given, name.patronymic)))
        surname, *given = full.split()
        return {
            "full": full,
            "latin": name.latin or latin(name),
            "signed": f"{initials(given[0], given[1] if len(given) > 1 else None)}\u00a0{surname}",
        }

    def country(self, code: str) -> str:
        from panahat.language.kazakh import country

        return country(code).nom

    def document(self, kind: str) -> str:
        from panahat.language.kazakh import document_kind

        return document_kind(kind).nom

    def relation(self, kind: str, gender: str) -> str:
        from panahat.language.kazakh import relation

        return relation(kind, gender).nom

    def years(self, number: int) -> str:
        return f"{number}\u00a0жылға дейін"

    def annexes(self, numbers: Sequence[int]) -> str:
        if not numbers:
            return ""
        head = ", ".join(map(str, numbers[:-1]))
        return f"{head} және\u00a0{numbers[-1]}-қосымшалар" if head else f"{numbers[0]}-қосымша"

    def sheets(self, kind: str, pages: int) -> str:
        return f"{self._kinds[kind]}, {pages}\u00a0парақ"

    def article(self, act: Act, article: str, part: str | None) -> str:
        from panahat.language.kazakh import ordinal

        code = f"{act.title.kk}нің"
        return f"{code} {article}-бабының {ordinal(int(part))} бөлігі" if part else f"{code} {article}-бабы"


class English:
    """The English letter."""

    untranslated = "⟦untranslated: {path}⟧"
    _kinds: ClassVar = {
        "copy": "copy",
        "original": "original",
        "certified-copy": "certified copy",
        "translation": "translation",
    }

    def day(self, day: date) -> str:
        from panahat.language.english import date_text

        return date_text(day)

    def name(self, name: Any, gender: str) -> dict[str, Any]:
        from panahat.language.english import title_case

        written = name.latin or latin(name)
        words = written.split()
        many = len(name.surname.split())
        surname, given = title_case(" ".join(words[:many])), title_case(" ".join(words[many:]))
        male = gender == "male"
        return {
            "full": " ".join(filter(None, (name.surname, name.given, name.patronymic))),
            "latin": written,
            "signed": f"{given}\u00a0{surname}",
            "mr": f"{'Mr' if male else 'Ms'}\u00a0{surname}",
            "he": "he" if male else "she",
            "him": "him" if male else "her",
            "his": "his" if male else "her",
        }

    def country(self, code: str) -> str:
        from panahat.language.english import country

        return country(code)

    def document(self, kind: str) -> str:
        from panahat.language.english import document_kind

        return document_kind(kind)

    def relation(self, kind: str, gender: str) -> str:
        from panahat.language.english import relation

        return relation(kind, gender)

    def years(self, number: int) -> str:
        return f"up to {number}\u00a0year{'' if number == 1 else 's'}"

    def annexes(self, numbers: Sequence[int]) -> str:
        return _listed("annex", "annexes", numbers, "and")

    def sheets(self, kind: str, pages: int) -> str:
        return f"{self._kinds[kind]}, {pages}\u00a0sheet{'' if pages == 1 else 's'}"

    def article(self, act: Act, article: str, part: str | None) -> str:
        place = f"Article\u00a0{article}, part\u00a0{part}," if part else f"Article\u00a0{article}"
        return f"{place} of the {act.title.en}"


def latin(name: Any) -> str:
    """A name in Latin letters as a travel document would spell it (ICAO 9303), where no passport gives the spelling."""
    from panahat.language import latin_name

    return latin_name(name.surname, name.given)


def _listed(one: str, many: str, numbers: Sequence[int], last: str) -> str:
    if not numbers:
        return ""
    head = ", ".join(map(str, numbers[:-1]))
    return f"{many}\u00a0{head} {last}\u00a0{numbers[-1]}" if head else f"{one}\u00a0{numbers[0]}"


VOICES: dict[str, Voice] = {"ru": Russian(), "kk": Kazakh(), "en": English()}
