"""How a letter speaks in each of its languages: names, dates, states, documents, references, articles of a foreign code.

A voice gives whole words in the form in which the letter prints them, on top of the tongue of that language where there is
one. Russian names come in six cases, because the text needs them; the Kazakh and the English text name a person once in
full and go on with words of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from panahat.draft.context.tongues import tongue
from panahat.language import english
from panahat.law import Act
from panahat.moments import AnyDate

_SHEETS = {
    "ru": ("копия", "подлинник", "заверенная копия", "перевод"),
    "kk": ("көшірме", "түпнұсқа", "расталған көшірме", "аударма"),
    "en": ("copy", "original", "certified copy", "translation"),
}
_KINDS = ("copy", "original", "certified-copy", "translation")


class Voice(Protocol):
    """What a language must know to write a letter."""

    untranslated: str
    """The mark of a text that has not been translated; `{path}` is its place in the case file."""

    def day(self, day: AnyDate) -> str:
        """A date in words that say when: «14 мая 2024 года», «в мае 2024 года»."""

    def date_name(self, day: AnyDate) -> str:
        """A date as a table prints it: «14 мая 2024 года», «май 2024 года»."""

    def since(self, day: AnyDate) -> str:
        """«с 14 мая 2024 года», «2024 жылғы 14 мамырдан бері», «since 14 May 2024»."""

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


class _Spoken:
    """What the Russian and the Kazakh letter take from the tongue of their language."""

    language: str

    def __init__(self) -> None:
        self.tongue = tongue(self.language)
        self.untranslated = self.tongue.untranslated

    def day(self, day: AnyDate) -> str:
        return self.tongue.date(day)["text"]

    def date_name(self, day: AnyDate) -> str:
        return self.tongue.date(day)["nom"]

    def country(self, code: str) -> str:
        return self.tongue.country(code).nom

    def document(self, kind: str) -> str:
        return self.tongue.choice("Document", "kind", kind, "male").nom  # type: ignore

    def relation(self, kind: str, gender: str) -> str:
        return self.tongue.choice("Companion", "relation", kind, gender).nom  # type: ignore

    def annexes(self, numbers: Sequence[int]) -> str:
        return self.tongue.refs(numbers)[1] if numbers else ""

    def _kind(self, kind: str) -> str:
        return _SHEETS[self.language][_KINDS.index(kind)]

    def name(self, name: Any, gender: str) -> dict[str, Any]:
        full, _, first = self.tongue.person(name, gender)
        return {
            "full": full.nom,
            "latin": name.latin or latin(name),
            "signed": first.nom,
            "short": {case: getattr(first, case) for case in self.tongue.cases},
        }


class Russian(_Spoken):
    """The Russian letter."""

    language = "ru"

    def since(self, day: AnyDate) -> str:
        return f"с\u00a0{self.tongue.date(day)['gen']}"

    def years(self, number: int) -> str:
        return f"до {self.tongue.counted(number, 'year', 'gen')}"

    def sheets(self, kind: str, pages: int) -> str:
        return f"{self._kind(kind)}, {pages}\u00a0л."

    def article(self, act: Act, article: str, part: str | None) -> str:
        place = f"часть\u00a0{part} статьи\u00a0{article}" if part else f"статья\u00a0{article}"
        return f"{place} {act.title_forms['gen']}"


class Kazakh(_Spoken):
    """The Kazakh letter."""

    language = "kk"

    def since(self, day: AnyDate) -> str:
        return f"{self.tongue.date(day)['abl']} бері"

    def years(self, number: int) -> str:
        return f"{number}\u00a0жылға дейін"

    def sheets(self, kind: str, pages: int) -> str:
        return f"{self._kind(kind)}, {pages}\u00a0парақ"

    def article(self, act: Act, article: str, part: str | None) -> str:
        from panahat.language.kazakh import decline_phrase, ordinal

        code = decline_phrase(act.title.kk or "").gen
        if not part:
            return f"{code} {article}-бабы"
        named = f"{ordinal(int(part))} бөлігі" if part.isdigit() else f"{part}-бөлігі"
        return f"{code} {article}-бабының {named}"


class English:
    """The English letter."""

    untranslated = "⟦untranslated: {path}⟧"

    def day(self, day: AnyDate) -> str:
        return english.date_text(day)

    def date_name(self, day: AnyDate) -> str:
        return english.date_name(day)

    def since(self, day: AnyDate) -> str:
        return f"since {self.date_name(day)}"

    def name(self, name: Any, gender: str) -> dict[str, Any]:
        written = name.latin or latin(name)
        words, many = written.split(), len(name.surname.split())
        surname, given = (english.title_case(" ".join(part)) for part in (words[:many], words[many:]))
        his = ("he", "him", "his") if gender == "male" else ("she", "her", "her")
        return {
            "full": " ".join(filter(None, (name.surname, name.given, name.patronymic))),
            "latin": written,
            "signed": f"{given}\u00a0{surname}",
            "mr": f"{'Mr' if gender == 'male' else 'Ms'}\u00a0{surname}",
            **dict(zip(("he", "him", "his"), his, strict=True)),
        }

    def country(self, code: str) -> str:
        return english.country(code)

    def document(self, kind: str) -> str:
        return english.document_kind(kind)

    def relation(self, kind: str, gender: str) -> str:
        return english.relation(kind, gender)

    def years(self, number: int) -> str:
        return f"up to {number}\u00a0year{'' if number == 1 else 's'}"

    def annexes(self, numbers: Sequence[int]) -> str:
        if not numbers:
            return ""
        head = ", ".join(map(str, numbers[:-1]))
        return f"annexes\u00a0{head} and\u00a0{numbers[-1]}" if head else f"annex\u00a0{numbers[0]}"

    def sheets(self, kind: str, pages: int) -> str:
        word = _SHEETS["en"][_KINDS.index(kind)]
        return f"{word}, {pages}\u00a0sheet{'' if pages == 1 else 's'}"

    def article(self, act: Act, article: str, part: str | None) -> str:
        place = f"Article\u00a0{article}, part\u00a0{part}," if part else f"Article\u00a0{article}"
        return f"{place} of the {act.title.en}"


def latin(name: Any) -> str:
    """A name in Latin letters as a travel document would spell it (ICAO 9303), where no passport gives the spelling."""
    from panahat.language import latin_name

    return latin_name(name.surname, name.given).upper()


def voice(language: str) -> Voice:
    """The voice of `language`: ru, kk or en; KeyError otherwise."""
    made: dict[str, type[Russian] | type[Kazakh] | type[English]] = {"ru": Russian, "kk": Kazakh, "en": English}
    return made[language]()
